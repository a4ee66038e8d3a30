// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapExportDialog.h"

#include <utility>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Settings.h"
#include "ui/base/Theme.h"
#include "ui/map/PagePreview.h"
#include "ui/paint/MapExport.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kOptionsWidth = 320;
constexpr QSize kDesigned(1080, 700);
constexpr QSize kFrame(16, 48); ///< what a system draws around a window
constexpr int kPreviewAfterMs = 150;

struct Preview
{
    QImage image;
    QSizeF size;
};

QString chosen(const QComboBox* combo) { return combo->currentData().toString(); }

void choose(QComboBox* combo, const QString& key)
{
    const int at = combo->findData(key);
    combo->setCurrentIndex(at < 0 ? 0 : at);
}

QMarginsF marginsOf(const QString& key)
{
    if (key == QLatin1String("narrow"))
        return {28, 28, 28, 20};
    if (key == QLatin1String("wide"))
        return {72, 68, 72, 52};
    return MapPage().marginsPt;
}

QString fileNameOf(const QString& network)
{
    QString name;
    for (const QChar letter : network)
        name += letter.isLetterOrNumber() || letter == QLatin1Char('-') ? letter : QLatin1Char(' ');
    name = name.simplified().left(80);
    return name.isEmpty() ? MapExportDialog::tr("Map") : name;
}

} // namespace

MapExportDialog::MapExportDialog(Office& office, MapInput input, MapPage page, QWidget* parent)
    : QDialog(parent), m_office(office), m_input(std::move(input)), m_page(std::move(page)), m_preview(new PagePreview)
{
    setObjectName(QStringLiteral("mapExportDialog"));
    setWindowTitle(tr("Export this map"));
    m_input.focus = {};
    m_options = buildOptions();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_options);
    row->addWidget(m_preview, 1);
    fitInto((parent != nullptr ? parent->screen() : screen())->availableGeometry().size() - kFrame);
    load();
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPreviewAfterMs);
    connect(&m_wait, &QTimer::timeout, this, &MapExportDialog::renderPreview);
    connect(m_preview, &PagePreview::resized, this, &MapExportDialog::refreshPreview);
    for (QComboBox* combo : {m_format, m_paper, m_margins, m_names})
        connect(combo, &QComboBox::currentIndexChanged, this, &MapExportDialog::refreshPreview);
    connect(m_turn, &SegmentedSwitch::chosen, this, &MapExportDialog::refreshPreview);
    connect(m_view, &SegmentedSwitch::chosen, this, &MapExportDialog::refreshPreview);
    connect(m_legend, &QCheckBox::toggled, this, &MapExportDialog::refreshPreview);
    connect(m_title, &QLineEdit::textChanged, this, &MapExportDialog::refreshPreview);
    connect(m_save, &Button::clicked, this, &MapExportDialog::save);
    connect(m_cancel, &Button::clicked, this, [this] {
        if (m_writeJob.isRunning()) {
            m_writeJob.cancel();
            setWriting(false);
        } else {
            reject();
        }
    });
    refreshPreview();
}

MapExportDialog::~MapExportDialog()
{
    m_previewJob.cancel();
    m_writeJob.cancel();
}

void MapExportDialog::fitInto(const QSize& room) { resize(kDesigned.boundedTo(room)); }

QComboBox* MapExportDialog::addCombo(QVBoxLayout* column, const QString& object, const QString& label,
                                     const std::vector<std::pair<QString, QString>>& choices)
{
    auto* combo = new QComboBox;
    combo->setObjectName(object);
    combo->setAccessibleName(label);
    for (const auto& [key, words] : choices)
        combo->addItem(words, key);
    column->addSpacing(space::k8);
    column->addWidget(new TextLabel(label, TextStyle::second, ColorRole::muted));
    column->addWidget(combo);
    return combo;
}

QWidget* MapExportDialog::buildOptions()
{
    auto* options = new QWidget;
    options->setFixedWidth(kOptionsWidth);
    auto* whole = new QVBoxLayout(options);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    // On a low screen the choices scroll; the buttons stay.
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("exportChoices"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto* choices = new QWidget;
    scroll->setWidget(choices);
    choices->setAutoFillBackground(false);
    whole->addWidget(scroll, 1);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(space::k24, space::k20, space::k24, space::k8);
    column->setSpacing(space::k4);
    column->addWidget(new TextLabel(tr("Export this map"), TextStyle::name));
    column->addSpacing(space::k12);

    column->addWidget(new TextLabel(tr("Title"), TextStyle::second, ColorRole::muted));
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("exportTitle"));
    m_title->setAccessibleName(tr("Title"));
    column->addWidget(m_title);
    m_format = addCombo(column, QStringLiteral("exportFormat"), tr("File"),
                        {{QStringLiteral("pdf"), tr("PDF, to print or send")},
                         {QStringLiteral("svg"), tr("SVG, for a drawing program")},
                         {QStringLiteral("png"), tr("PNG, a picture")}});
    m_paper = addCombo(
        column, QStringLiteral("exportPaper"), tr("Page"),
        {{QStringLiteral("A4"), tr("A4")}, {QStringLiteral("A3"), tr("A3")}, {QStringLiteral("Letter"), tr("Letter")}});
    m_turn = new SegmentedSwitch({tr("Portrait"), tr("Landscape")});
    m_turn->setObjectName(QStringLiteral("exportTurn"));
    m_turn->setAccessibleName(tr("Orientation"));
    column->addWidget(m_turn);
    m_margins = addCombo(column, QStringLiteral("exportMargins"), tr("Margins"),
                         {{QStringLiteral("normal"), tr("Normal")},
                          {QStringLiteral("narrow"), tr("Narrow")},
                          {QStringLiteral("wide"), tr("Wide")}});
    m_names = addCombo(column, QStringLiteral("exportNames"), tr("Names"),
                       {{QStringLiteral("initials"), tr("Initials")},
                        {QStringLiteral("full"), tr("In full")},
                        {QStringLiteral("codes"), tr("Codes")},
                        {QStringLiteral("hidden"), tr("No names")}});
    m_legend = new QCheckBox(tr("With the legend"));
    m_legend->setObjectName(QStringLiteral("exportLegend"));
    column->addSpacing(space::k8);
    column->addWidget(m_legend);
    column->addSpacing(space::k12);
    m_view = new SegmentedSwitch({tr("Board view"), tr("As on screen")});
    m_view->setObjectName(QStringLiteral("exportView"));
    m_view->setAccessibleName(tr("Which view"));
    column->addWidget(new TextLabel(tr("What it shows"), TextStyle::second, ColorRole::muted));
    column->addWidget(m_view);
    m_viewSentence = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    m_viewSentence->setObjectName(QStringLiteral("exportViewSentence"));
    column->addWidget(m_viewSentence);
    column->addStretch();

    m_error = new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many);
    m_error->setObjectName(QStringLiteral("exportError"));
    m_error->hide();
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Writing the file"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_save = new Button(tr("Save…"), Button::Kind::primary);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setDefault(true);
    m_cancel = new Button(tr("Cancel"), Button::Kind::normal);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(space::k24, space::k4, space::k24, space::k20);
    foot->setSpacing(space::k8);
    foot->addWidget(m_error);
    foot->addWidget(m_progress);
    foot->addLayout(buttons);
    whole->addLayout(foot);
    return options;
}

void MapExportDialog::load()
{
    const Settings& settings = m_office.settings;
    const QStringList paper = settings.value(setting::kExportPage).split(QLatin1Char('-'));
    m_title->setText(m_page.title);
    choose(m_format, settings.value(setting::kExportFormat));
    choose(m_paper, paper.value(0));
    m_turn->setCurrent(paper.value(1) == QLatin1String("portrait") ? 0 : 1);
    choose(m_margins, settings.value(setting::kExportMargins));
    choose(m_names, settings.value(setting::kExportNames));
    m_legend->setChecked(settings.value(setting::kExportLegend) == Shown::yes);
    m_view->setCurrent(settings.value(setting::kExportView) == QLatin1String("screen") ? 1 : 0);
}

void MapExportDialog::remember()
{
    Settings& settings = m_office.settings;
    settings.set(setting::kExportPage,
                 QStringLiteral("%1-%2").arg(chosen(m_paper), m_turn->current() == 0 ? QStringLiteral("portrait")
                                                                                     : QStringLiteral("landscape")));
    settings.set(setting::kExportFormat, chosen(m_format));
    settings.set(setting::kExportMargins, chosen(m_margins));
    settings.set(setting::kExportNames, chosen(m_names));
    settings.set(setting::kExportLegend, m_legend->isChecked() ? Shown::yes : Shown::no);
    settings.set(setting::kExportView, m_view->current() == 1 ? QStringLiteral("screen") : QStringLiteral("board"));
}

MapPage MapExportDialog::page() const
{
    MapPage page = m_page;
    page.title = m_title->text().simplified();
    const QString paper = chosen(m_paper), names = chosen(m_names);
    page.paper = paper == QLatin1String("A3")       ? PaperSize::a3
                 : paper == QLatin1String("Letter") ? PaperSize::letter
                                                    : PaperSize::a4;
    page.turn = m_turn->current() == 0 ? PaperTurn::portrait : PaperTurn::landscape;
    page.marginsPt = marginsOf(chosen(m_margins));
    page.legend = m_legend->isChecked();
    page.view = m_view->current() == 1 ? MapPageView::asOnScreen : MapPageView::board;
    page.names = names == QLatin1String("full")     ? NamesPolicy::full
                 : names == QLatin1String("codes")  ? NamesPolicy::codes
                 : names == QLatin1String("hidden") ? NamesPolicy::hidden
                                                    : NamesPolicy::initials;
    return page;
}

void MapExportDialog::refreshPreview()
{
    m_viewSentence->setText(
        m_view->current() == 0
            ? tr("Discs of one size: a map that leaves the office does not rank people.")
            : tr("Discs keep their sizes, and the page says what they mean. Think of who will see it."));
    m_wait.start();
}

void MapExportDialog::renderPreview()
{
    m_previewJob.cancel();
    const MapPage page = this->page();
    const double ratio = m_preview->ratioFor(pageSizePx(page));
    m_previewJob = m_office.jobs.run<Preview>(
        this,
        [page, input = m_input, ratio, print = mapColors(Theme::print())](const RunContext& run) -> Result<Preview> {
            WEAVEMAP_ASSIGN(const auto laidOut, layOutMapPage(page, input, print, run));
            Preview preview;
            preview.size = pageSizePx(page);
            WEAVEMAP_ASSIGN(preview.image, renderMapPage(*laidOut, ratio, run));
            preview.image.setDevicePixelRatio(1);
            return preview;
        },
        [this](Result<Preview> preview) {
            if (preview)
                m_preview->setPage(preview->image, preview->size);
        });
}

void MapExportDialog::save()
{
    const QString suffix = chosen(m_format);
    const QString folder = m_office.settings.value(setting::kLastFolder);
    const QString name = QStringLiteral("%1.%2").arg(fileNameOf(m_page.headerLeft), suffix);
    FileQuestion question;
    question.title = tr("Save the map");
    question.start = folder.isEmpty() ? name : QDir(folder).filePath(name);
    question.filters = {suffix == QLatin1String("pdf")   ? tr("PDF files (*.pdf)")
                        : suffix == QLatin1String("svg") ? tr("SVG files (*.svg)")
                                                         : tr("PNG pictures (*.png)")};
    question.suffix = suffix;
    const auto path = m_office.dialogs.saveFile(this, question);
    if (!path)
        return;
    remember();
    m_office.settings.set(setting::kLastFolder, QFileInfo(*path).absolutePath());
    write(*path);
}

void MapExportDialog::write(const QString& path)
{
    setWriting(true);
    m_writeJob = m_office.jobs.run<bool>(
        this,
        [page = page(), input = m_input, path,
         print = mapColors(Theme::print())](const RunContext& run) -> Result<bool> {
            WEAVEMAP_TRY(exportMap(page, input, print, path, run));
            return true;
        },
        [this, path](Result<bool> done) {
            setWriting(false);
            if (done) {
                Q_EMIT saved(tr("The map is in %1.").arg(QDir::toNativeSeparators(path)));
                accept();
            } else {
                m_error->setText(errorSentence(done.error()));
                m_error->show();
            }
        },
        [this](double share) { m_progress->setValue(static_cast<int>(share * 100)); });
}

void MapExportDialog::setWriting(bool writing)
{
    m_error->hide();
    m_progress->setValue(0);
    m_progress->setVisible(writing);
    m_save->setEnabled(!writing);
    m_cancel->setText(writing ? tr("Stop") : tr("Cancel"));
}

void MapExportDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_writeJob.isRunning())
        m_cancel->click();
    else
        QDialog::keyPressEvent(event);
}

} // namespace weavemap::ui
