// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartWidget.h"

#include <utility>

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>

#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/SaveFile.h"
#include "ui/chartkit/ChartCanvas.h"
#include "ui/chartkit/ChartPainter.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr QSize kPictureSize(720, 440);

/// The finding as a file's name: no person is named in it.
QString fileName(const QString& title, const QString& suffix)
{
    static const QRegularExpression kNotInNames(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    QString name = title.left(80);
    name.replace(kNotInNames, QStringLiteral("-"));
    return name.trimmed().isEmpty() ? QString() : QStringLiteral("%1.%2").arg(name.trimmed(), suffix);
}

void fillTable(QStandardItemModel& model, const ChartTable& table)
{
    model.clear();
    model.setHorizontalHeaderLabels(table.headers);
    for (const QStringList& row : table.rows) {
        QList<QStandardItem*> items;
        for (qsizetype i = 0; i < row.size(); ++i) {
            auto* const item = new QStandardItem(row[i]);
            item->setEditable(false);
            if (i > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            items << item;
        }
        model.appendRow(items);
    }
    for (int column = 1; column < model.columnCount(); ++column)
        model.horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (model.columnCount() > 0)
        model.horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

ChartWidget::ChartWidget(Dialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_dialogs(dialogs), m_emptySentence(tr("There is nothing to draw yet.")),
      m_title(new TextLabel({}, TextStyle::section, ColorRole::text, TextLabel::Lines::many)),
      m_subtitle(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_offer(new Button({}, Button::Kind::link)),
      m_more(new IconButton(QStringLiteral("more"), tr("More about this chart"))), m_stack(new QStackedWidget),
      m_canvas(new ChartCanvas), m_table(new QTableView),
      m_emptyHeading(new TextLabel({}, TextStyle::name, ColorRole::text)),
      m_empty(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::many))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    auto* const head = new QHBoxLayout;
    auto* const words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_offer->setObjectName(QStringLiteral("chartOffer"));
    m_offer->setHeight(Button::Height::small);
    words->addWidget(m_offer, 0, Qt::AlignLeft);
    connect(m_offer, &Button::clicked, this, &ChartWidget::offerTaken);
    words->addStretch();
    head->addLayout(words, 1);
    m_more->setObjectName(QStringLiteral("chartMore"));
    m_more->setSide(size::kLeastTarget);
    head->addWidget(m_more, 0, Qt::AlignTop);
    column->addLayout(head);

    m_canvas->setObjectName(QStringLiteral("chartCanvas"));
    m_table->setObjectName(QStringLiteral("chartTable"));
    m_table->setModel(new QStandardItemModel(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(size::kRowDense);
    m_table->verticalHeader()->setDefaultSectionSize(size::kRowDense);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->installEventFilter(this);
    auto* const nothing = new QWidget;
    auto* const sentences = new QVBoxLayout(nothing);
    sentences->setContentsMargins(0, 0, 0, 0);
    m_emptyHeading->setAlignment(Qt::AlignHCenter);
    m_empty->setAlignment(Qt::AlignHCenter);
    sentences->addStretch(1);
    sentences->addWidget(m_emptyHeading);
    sentences->addWidget(m_empty);
    sentences->addStretch(1);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_table);
    m_stack->addWidget(nothing);
    column->addWidget(m_stack, 1);

    auto* const menu = new QMenu(m_more);
    QAction* const toggle = menu->addAction(tr("Show as table"), this,
                                            [this] { setView(m_view == View::chart ? View::table : View::chart); });
    toggle->setObjectName(QStringLiteral("chartToggleTable"));
    menu->addSeparator();
    menu->addAction(tr("Copy picture"), this, &ChartWidget::copyPicture);
    menu->addAction(tr("Copy as CSV"), this, &ChartWidget::copyCsv);
    menu->addAction(tr("Save picture\u2026"), this, &ChartWidget::savePicture);
    menu->addAction(tr("Save as CSV\u2026"), this, &ChartWidget::saveCsv);
    connect(menu, &QMenu::aboutToShow, toggle,
            [this, toggle] { toggle->setText(m_view == View::chart ? tr("Show as table") : tr("Show as chart")); });
    m_more->setMenu(menu);
    refresh();
}

ChartWidget::~ChartWidget() = default;

void ChartWidget::setSpec(const ChartSpec& spec)
{
    m_spec = spec;
    m_title->setText(spec.title);
    m_more->setName(tr("More about: %1").arg(spec.title));
    setAccessibleName(spec.title);
    m_table->setAccessibleName(spec.title);
    m_canvas->setSpec(spec);
    fillTable(*qobject_cast<QStandardItemModel*>(m_table->model()), screenTable(spec));
    // Names and months take what the figures leave.
    QHeaderView* const header = m_table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    refresh();
}

void ChartWidget::setComputing(bool computing)
{
    if (std::exchange(m_spec.isComputing, computing) == computing)
        return;
    m_canvas->setComputing(computing);
    refresh();
}

void ChartWidget::setEmptySentence(const QString& sentence)
{
    m_emptySentence = sentence;
    refresh();
}

void ChartWidget::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    refresh();
    Q_EMIT viewChanged();
}

ChartWidget::View ChartWidget::view() const { return m_view; }

void ChartWidget::refresh()
{
    const bool lists = m_view == View::table && !m_spec.tableSubtitle.isEmpty();
    const QString& subtitle = lists ? m_spec.tableSubtitle : m_spec.subtitle;
    // The chart is dimmed; the table says it in words.
    m_subtitle->setText(m_view == View::table ? subtitleWithAge(m_spec, subtitle) : subtitle);
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    if (m_spec.offer.isEmpty() && m_offer->hasFocus())
        m_more->setFocus(Qt::OtherFocusReason); // the keyboard stays at the chart when its link goes
    m_offer->setText(m_spec.offer);
    m_offer->setVisible(!m_spec.offer.isEmpty());
    m_emptyHeading->setText(m_spec.isComputing ? tr("Computing\u2026") : tr("Not enough to draw"));
    m_empty->setText(m_spec.isComputing ? QString() : m_emptySentence);
    m_more->setEnabled(!m_spec.isEmpty());
    if (m_spec.isEmpty())
        m_stack->setCurrentIndex(2);
    else if (m_view == View::table)
        m_stack->setCurrentWidget(m_table);
    else
        m_stack->setCurrentWidget(m_canvas);
}

void ChartWidget::copyPicture() const { QGuiApplication::clipboard()->setImage(chartImage(m_spec, kPictureSize)); }

void ChartWidget::copyCsv() const
{
    const QByteArray csv = exportCsv(m_spec);
    auto* const content = new QMimeData;
    content->setText(QString::fromUtf8(csv));
    content->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(content);
}

bool ChartWidget::eventFilter(QObject* watched, QEvent* event)
{
    // What leaves by the clipboard is the table as it may leave, not the cell with its name.
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copyCsv();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ChartWidget::saveCsv()
{
    // A spreadsheet program takes a file for UTF-8 only with this mark in front.
    return saveFile(tr("Save as CSV"), tr("CSV table (*.csv)"), QStringLiteral("csv"),
                    "\xEF\xBB\xBF" + exportCsv(m_spec));
}

bool ChartWidget::savePicture()
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    chartImage(m_spec, kPictureSize).save(&buffer, "PNG");
    return saveFile(tr("Save picture"), tr("PNG picture (*.png)"), QStringLiteral("png"), png);
}

bool ChartWidget::saveFile(const QString& title, const QString& filter, const QString& suffix, const QByteArray& bytes)
{
    const FileQuestion question{title, fileName(m_spec.title, suffix), {filter}, suffix};
    const std::optional<QString> chosen = m_dialogs.saveFile(this, question);
    if (!chosen)
        return false;
    const auto saved = ui::saveFile(*chosen, bytes);
    if (saved)
        return true;
    m_dialogs.tell(this, title, errorSentence(saved.error()), MessageTone::error);
    return false;
}

} // namespace weavemap::ui
