// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LegendCard.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLayoutItem>

#include "ui/base/Type.h"
#include "ui/map/LegendRow.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 240;
constexpr int kMostValues = 12;
constexpr int kPad = 5;                                 ///< above the title and below the last line
constexpr int kHead = kPad + size::kButtonSmall + kPad; ///< the card's height when folded
} // namespace

LegendCard::LegendCard(Settings& settings, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_settings(settings),
      m_title(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::elided)),
      m_fold(new IconButton(QStringLiteral("chevron-down"), tr("Fold the legend"))), m_content(new QWidget),
      m_window(new QWidget), m_motion(settings), m_rows(new QVBoxLayout(m_content))
{
    setObjectName(QStringLiteral("mapLegend"));
    setAccessibleName(tr("Legend"));
    setFixedWidth(kWidth);
    QFont bold = ui::font(TextStyle::second);
    bold.setBold(true);
    m_title->setFont(bold);
    m_fold->setObjectName(QStringLiteral("foldLegend"));
    m_fold->setSide(size::kButtonSmall);
    m_fold->setFocusPolicy(Qt::TabFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(15, 0, 7, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_fold);
    m_rows->setContentsMargins(0, 0, 0, 6);
    m_rows->setSpacing(0);
    body()->setContentsMargins(0, kPad, 0, kPad);
    body()->setSpacing(0);
    body()->addLayout(head);
    m_content->setParent(m_window);
    body()->addWidget(m_window);
    connect(m_fold, &IconButton::clicked, this,
            [this] { m_settings.set(setting::kLegend, isOpen() ? Fold::folded : Fold::open); });
    connect(&m_motion, &MapMotion::stepped, this, &LegendCard::applyHeight);
    connect(&m_motion, &MapMotion::ended, this, &LegendCard::applyHeight);
    connect(&settings, &Settings::changed, this, [this](const QString& name) {
        if (name == QLatin1String(setting::kLegend.name)) {
            m_motion.start(MapMotion::Kind::panel);
            syncFold();
            Q_EMIT folded();
        }
    });
    syncFold();
}

void LegendCard::setLegend(const MapLegend& legend, const MapColors& colors, const QStringList& hidden, Sizes sizes)
{
    if (legend.title == m_legend.title && legend.values == m_legend.values && legend.rows == m_legend.rows &&
        colors == m_colors && hidden == m_hidden && sizes == m_sizes)
        return;
    m_legend = legend;
    m_colors = colors;
    m_hidden = hidden;
    m_sizes = sizes;
    rebuild();
}

void LegendCard::rebuild()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_title->setText(m_legend.title.isEmpty() ? tr("Legend") : m_legend.title);
    int values = 0;
    for (const LegendEntry& entry : m_legend.values) {
        if (++values > kMostValues)
            break;
        const auto state = m_hidden.contains(entry.text) ? LegendRow::State::hidden : LegendRow::State::shown;
        auto* row = new LegendRow(entry, m_colors, LegendRow::Kind::value, state);
        connect(row, &LegendRow::clicked, this, [this, value = entry.text] { Q_EMIT valueClicked(value); });
        m_rows->addWidget(row);
    }
    if (!m_legend.values.empty() && !m_legend.rows.empty()) {
        m_rows->addSpacing(8);
        m_rows->addWidget(new Hairline);
        m_rows->addSpacing(8);
    }
    for (const LegendEntry& entry : m_legend.rows) {
        const bool stale = entry.kind == LegendKind::sizes && m_sizes == Sizes::stale;
        m_rows->addWidget(new LegendRow(entry, m_colors, LegendRow::Kind::line,
                                        stale ? LegendRow::State::stale : LegendRow::State::shown));
    }
    applyHeight();
}

void LegendCard::syncFold()
{
    m_fold->setIconName(isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    m_fold->setName(isOpen() ? tr("Fold the legend") : tr("Show the legend"));
    applyHeight();
}

void LegendCard::standOn(QPoint corner)
{
    m_corner = corner;
    applyHeight();
}

QRect LegendCard::atRest() const
{
    const int height = kHead + (isOpen() ? m_rows->totalSizeHint().height() : 0);
    return {m_corner.x(), m_corner.y() - height, kWidth, height};
}

void LegendCard::applyHeight()
{
    const double t = m_motion.at(MapMotion::Kind::panel), open = isOpen() ? t : 1 - t;
    const int full = m_rows->totalSizeHint().height();
    const int seen = static_cast<int>(std::lround(full * open));
    m_content->setGeometry(0, 0, kWidth, full);
    m_window->setFixedHeight(seen);
    m_window->setVisible(seen > 0);
    setGeometry(m_corner.x(), m_corner.y() - kHead - seen, kWidth, kHead + seen);
    if (parentWidget() != nullptr)
        parentWidget()->update(); // its shadow
}

} // namespace weavemap::ui
