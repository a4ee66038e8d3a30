// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapExportDialog.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPageLayout>
#include <QPageSize>
#include <QPrinter>
#include <QProgressBar>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/PrinterDialog.h"
#include "ui/base/Settings.h"
#include "ui/base/Theme.h"
#include "ui/map/ExportChoices.h"
#include "ui/map/MarginsChoice.h"
#include "ui/map/PagePreview.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/MapSheets.h"
#include "ui/paint/PageChoices.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kOptionsWidth = 320;
constexpr QSize kDesigned(1080, 820);
constexpr QSize kFrame(16, 48); ///< what a system draws around a window
constexpr int kPreviewAfterMs = 150;

struct Preview
{
    QImage image;
    QSizeF size;
    std::vector<QRectF> sheets;
};

using Choices = std::vector<std::pair<QString, QString>>;

Choices sheetCounts()
{
    Choices counts;
    for (int count = 1; count <= kMostSheets; ++count)
        counts.emplace_back(QString::number(count), QString::number(count));
    return counts;
}

QString chosen(const QComboBox* combo) { return combo->currentData().toString(); }

void choose(QComboBox* combo, const QString& key) { combo->setCurrentIndex(std::max(0, combo->findData(key))); }

} // namespace

MapExportDialog::MapExportDialog(Office& office, MapInput input, MapPage page, QWidget* parent)
    : QDialog(parent), m_office(office), m_input(std::move(input)), m_page(std::move(page)), m_preview(new PagePreview)
{
    setObjectName(QStringLiteral("mapExportDialog"));
    setWindowTitle(tr("Export this map"));
    m_choosePrinter = choosePrinter;
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
    for (QComboBox* combo : {m_format, m_paper, m_names, m_across, m_down, m_dpi})
        connect(combo, &QComboBox::currentIndexChanged, this, &MapExportDialog::refreshPreview);
    connect(m_margins, &MarginsChoice::changed, this, &MapExportDialog::refreshPreview);
    connect(m_turn, &SegmentedSwitch::chosen, this, &MapExportDialog::refreshPreview);
    connect(m_view, &SegmentedSwitch::chosen, this, &MapExportDialog::refreshPreview);
    for (QCheckBox* box : {m_legend, m_ground})
        connect(box, &QCheckBox::toggled, this, &MapExportDialog::refreshPreview);
    for (QLineEdit* line : {m_title, m_subtitle})
        connect(line, &QLineEdit::textChanged, this, &MapExportDialog::refreshPreview);
    connect(m_save, &Button::clicked, this, &MapExportDialog::save);
    connect(m_print, &Button::clicked, this, &MapExportDialog::print);
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
    auto* words = new TextLabel(label, TextStyle::second, ColorRole::muted);
    words->setContentsMargins(0, space::k8, 0, 0); // goes with the choice where that is hidden
    words->setObjectName(object + QStringLiteral("Label"));
    column->addWidget(words);
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

    const auto addLine = [&](const QString& object, const QString& label) {
        auto* line = new QLineEdit;
        line->setObjectName(object);
        line->setAccessibleName(label);
        column->addWidget(new TextLabel(label, TextStyle::second, ColorRole::muted));
        column->addWidget(line);
        return line;
    };
    m_title = addLine(QStringLiteral("exportTitle"), tr("Title"));
    column->addSpacing(space::k8);
    m_subtitle = addLine(QStringLiteral("exportSubtitle"), tr("Below the title"));
    addPaperChoices(column);
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

    whole->addWidget(buildFoot());
    return options;
}

void MapExportDialog::addPaperChoices(QVBoxLayout* column)
{
    m_format = addCombo(column, QStringLiteral("exportFormat"), tr("File"),
                        {{QStringLiteral("pdf"), tr("PDF, to print or send")},
                         {QStringLiteral("svg"), tr("SVG, for a drawing program")},
                         {QStringLiteral("png"), tr("PNG, a picture")}});
    m_dpi = addCombo(column, QStringLiteral("exportDpi"), tr("Fineness"),
                     {{QStringLiteral("96"), tr("96 dots an inch, for a screen")},
                      {QStringLiteral("144"), tr("144 dots an inch, for slides")},
                      {QStringLiteral("300"), tr("300 dots an inch, for print")},
                      {QStringLiteral("600"), tr("600 dots an inch, for fine print")}});
    m_sizeSentence = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    m_sizeSentence->setObjectName(QStringLiteral("exportSizeSentence"));
    column->addWidget(m_sizeSentence);
    m_ground = new QCheckBox(tr("White behind the map"));
    m_ground->setObjectName(QStringLiteral("exportGround"));
    column->addWidget(m_ground);
    Choices papers;
    for (const pagechoices::Paper& paper : pagechoices::papers())
        papers.emplace_back(paper.key, paper.key);
    m_paper = addCombo(column, QStringLiteral("exportPaper"), tr("Page"), papers);
    m_turn = new SegmentedSwitch({tr("Portrait"), tr("Landscape")});
    m_turn->setObjectName(QStringLiteral("exportTurn"));
    m_turn->setAccessibleName(tr("Orientation"));
    column->addWidget(m_turn);
    column->addSpacing(space::k8);
    column->addWidget(new TextLabel(tr("Margins"), TextStyle::second, ColorRole::muted));
    column->addWidget(m_margins = new MarginsChoice);
    auto* poster = new QHBoxLayout;
    poster->setSpacing(space::k8);
    const auto addSheets = [&](const QString& object, const QString& label) {
        auto* half = new QVBoxLayout;
        half->setSpacing(space::k4);
        QComboBox* combo = addCombo(half, object, label, sheetCounts());
        poster->addLayout(half, 1);
        return combo;
    };
    m_across = addSheets(QStringLiteral("exportAcross"), tr("Sheets across"));
    m_down = addSheets(QStringLiteral("exportDown"), tr("Sheets down"));
    column->addLayout(poster);
}

QWidget* MapExportDialog::buildFoot()
{
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
    m_print = new Button(tr("Print…"), Button::Kind::normal);
    m_print->setObjectName(QStringLiteral("exportPrint"));
    m_print->setAutoDefault(false);
    m_cancel = new Button(tr("Cancel"), Button::Kind::normal);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    auto* widget = new QWidget;
    auto* foot = new QVBoxLayout(widget);
    foot->setContentsMargins(space::k24, space::k4, space::k24, space::k20);
    foot->setSpacing(space::k8);
    foot->addWidget(m_error);
    foot->addWidget(m_progress);
    foot->addLayout(buttons);
    return widget;
}

void MapExportDialog::load()
{
    const Settings& settings = m_office.settings;
    const MapPage page = withRemembered(m_page, settings);
    m_title->setText(page.title);
    m_subtitle->setText(page.subtitle);
    m_subtitle->home(false); // a long one shows its beginning
    choose(m_format, settings.value(setting::kExportFormat));
    choose(m_paper, pagechoices::keyOf(page.paper, page.turn).section(QLatin1Char('-'), 0, 0));
    m_turn->setCurrent(page.turn == PaperTurn::portrait ? 0 : 1);
    m_margins->setKey(settings.value(setting::kExportMargins));
    choose(m_across, QString::number(page.poster.across));
    choose(m_down, QString::number(page.poster.down));
    choose(m_dpi, settings.value(setting::kExportDpi));
    choose(m_names, settings.value(setting::kExportNames));
    m_ground->setChecked(!page.transparent);
    m_legend->setChecked(page.legend);
    m_view->setCurrent(page.view == MapPageView::asOnScreen ? 1 : 0);
}

void MapExportDialog::remember()
{
    Settings& settings = m_office.settings;
    weavemap::ui::remember(page(), hasGroundChoice(), settings);
    settings.set(setting::kExportFormat, chosen(m_format));
    settings.set(setting::kExportDpi, chosen(m_dpi));
}

bool MapExportDialog::isPicture() const { return chosen(m_format) == QLatin1String("png"); }

bool MapExportDialog::hasGroundChoice() const { return chosen(m_format) != QLatin1String("pdf"); }

int MapExportDialog::dpi() const { return chosen(m_dpi).toInt(); }

MapPage MapExportDialog::page() const
{
    MapPage page = m_page;
    page.title = m_title->text().simplified();
    page.subtitle = m_subtitle->text().simplified();
    const QString turn = m_turn->current() == 0 ? QStringLiteral("-portrait") : QStringLiteral("-landscape");
    if (const auto paper = pagechoices::paperOf(chosen(m_paper) + turn)) {
        page.paper = paper->first;
        page.turn = paper->second;
    }
    page.marginsPt = pagechoices::marginsOf(m_margins->key()).value_or(MapPage().marginsPt);
    page.poster = MapPoster{chosen(m_across).toInt(), chosen(m_down).toInt()};
    page.transparent = hasGroundChoice() && !m_ground->isChecked();
    page.legend = m_legend->isChecked();
    page.view = m_view->current() == 1 ? MapPageView::asOnScreen : MapPageView::board;
    page.names = pagechoices::namesOf(chosen(m_names)).value_or(NamesPolicy::initials);
    return page;
}

/// Shows the choices that the file has, and says what will come of them.
void MapExportDialog::syncChoices()
{
    const MapPage page = this->page();
    const int sheets = page.poster.across * page.poster.down;
    for (QWidget* widget :
         {static_cast<QWidget*>(m_dpi), m_options->findChild<QWidget*>(QStringLiteral("exportDpiLabel"))})
        widget->setVisible(isPicture());
    m_ground->setVisible(hasGroundChoice());
    const QSize pixels = pictureSize(page, dpi());
    const bool isTooLarge = isPicture() && std::max(pixels.width(), pixels.height()) > kLargestPicture;
    QString sentence;
    const bool hasRoom = pagechoices::leavesRoom(page);
    if (!hasRoom)
        sentence = tr("Such margins leave the map no room. Take smaller ones or a larger page.");
    else if (isTooLarge)
        sentence = tr("That would be %L1 by %L2 points: too large for a picture. Take fewer dots or a smaller page.")
                       .arg(pixels.width())
                       .arg(pixels.height());
    else if (isPicture())
        sentence = tr("%L1 by %L2 points.").arg(pixels.width()).arg(pixels.height());
    else if (sheets > 1 && chosen(m_format) == QLatin1String("svg"))
        sentence = tr("The drawing holds all of the poster. A PDF has its sheets.");
    m_sizeSentence->setText(sentence);
    m_sizeSentence->setVisible(!sentence.isEmpty());
    m_save->setEnabled(hasRoom && !isTooLarge && !m_writeJob.isRunning());
    m_print->setEnabled(hasRoom && !m_writeJob.isRunning());
}

void MapExportDialog::refreshPreview()
{
    syncChoices();
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
            for (const MapSheet& sheet : sheetsOf(page))
                preview.sheets.push_back(sheet.cut);
            return preview;
        },
        [this](Result<Preview> preview) {
            if (preview)
                m_preview->setPage(preview->image, preview->size, preview->sheets);
        });
}

void MapExportDialog::save()
{
    const QString suffix = chosen(m_format);
    const QString folder = m_office.settings.value(setting::kLastFolder);
    const QString network = fileNameOf(m_page.headerLeft);
    const QString name = QStringLiteral("%1.%2").arg(network.isEmpty() ? tr("Map") : network, suffix);
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
        [page = page(), input = m_input, path, dpi = dpi(),
         print = mapColors(Theme::print())](const RunContext& run) -> Result<bool> {
            WEAVEMAP_TRY(exportMap(page, input, print, path, run, dpi));
            return true;
        },
        [this, path](const Result<bool>& done) {
            finish(done, tr("The map is in %1.").arg(QDir::toNativeSeparators(path)), path);
        },
        [this](double share) { m_progress->setValue(static_cast<int>(share * 100)); });
}

void MapExportDialog::print()
{
    MapPage page = this->page();
    page.transparent = false;
    const int sheets = page.poster.across * page.poster.down;
    // A printer is drawn on by one thread at a time: the box first, then the job.
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(page.title);
    printer->setCreator(QStringLiteral("Weavemap"));
    printer->setFullPage(true);
    MapPage upright = page;
    upright.turn = PaperTurn::portrait;
    printer->setPageSize(
        QPageSize(paperSizePx(upright) * 0.75, QPageSize::Point, QString(), QPageSize::FuzzyOrientationMatch));
    printer->setPageOrientation(page.turn == PaperTurn::landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    if (!m_choosePrinter(this, *printer, sheets))
        return;
    printer->setFullPage(true);
    remember();
    setWriting(true);
    const bool isPart = printer->printRange() == QPrinter::PageRange && printer->fromPage() > 0;
    const int first = isPart ? printer->fromPage() : 1, last = isPart ? printer->toPage() : sheets;
    const QString where = printer->outputFileName().isEmpty() ? printer->printerName() : printer->outputFileName();
    m_writeJob = m_office.jobs.run<bool>(
        this,
        [printer, page, input = m_input, where, first, last,
         print = mapColors(Theme::print())](const RunContext& run) -> Result<bool> {
            const auto abandon = [&printer] { printer->abort(); };
            WEAVEMAP_TRY(printMap(*printer, page, input, print, where, first, last, abandon, run));
            return true;
        },
        [this](const Result<bool>& done) { finish(done, tr("The map is on its way to the printer.")); },
        [this](double share) { m_progress->setValue(static_cast<int>(share * 100)); });
}

void MapExportDialog::finish(const Result<bool>& done, const QString& sentence, const QString& path)
{
    setWriting(false);
    if (done) {
        Q_EMIT saved(sentence, path);
        accept();
    } else {
        m_error->setText(errorSentence(done.error()));
        m_error->show();
    }
}

void MapExportDialog::setWriting(bool writing)
{
    m_error->hide();
    m_progress->setValue(0);
    m_progress->setVisible(writing);
    m_print->setEnabled(!writing);
    if (writing)
        m_save->setEnabled(false);
    else
        syncChoices();
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
