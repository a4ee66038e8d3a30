// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LegendCard.h"

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
} // namespace

LegendCard::LegendCard(Settings& settings, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_settings(settings),
      m_title(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::elided)),
      m_fold(new IconButton(QStringLiteral("chevron-down"), tr("Fold the legend"))), m_content(new QWidget),
      m_rows(new QVBoxLayout(m_content))
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
    body()->setContentsMargins(0, 5, 0, 5);
    body()->setSpacing(0);
    body()->addLayout(head);
    body()->addWidget(m_content);
    connect(m_fold, &IconButton::clicked, this, [this] {
        const bool open = m_settings.value(setting::kLegend) == Fold::open;
        m_settings.set(setting::kLegend, open ? Fold::folded : Fold::open);
    });
    connect(&settings, &Settings::changed, this, [this](const QString& name) {
        if (name == QLatin1String(setting::kLegend.name)) {
            syncFold();
            Q_EMIT folded();
        }
    });
    syncFold();
}

void LegendCard::setLegend(const MapLegend& legend, const MapColors& colors, const QStringList& hidden)
{
    if (legend.title == m_legend.title && legend.values == m_legend.values && legend.rows == m_legend.rows &&
        colors == m_colors && hidden == m_hidden)
        return;
    m_legend = legend;
    m_colors = colors;
    m_hidden = hidden;
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
    for (const LegendEntry& entry : m_legend.rows)
        m_rows->addWidget(new LegendRow(entry, m_colors, LegendRow::Kind::line, LegendRow::State::shown));
    m_content->updateGeometry();
    adjustSize();
}

void LegendCard::syncFold()
{
    const bool open = m_settings.value(setting::kLegend) == Fold::open;
    m_content->setVisible(open);
    m_fold->setIconName(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    m_fold->setName(open ? tr("Fold the legend") : tr("Show the legend"));
    adjustSize();
}

} // namespace weavemap::ui
