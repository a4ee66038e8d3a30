// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LegendCard.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <QHBoxLayout>
#include <QLayoutItem>
#include <QScrollArea>

#include "ui/base/Type.h"
#include "ui/map/LegendRow.h"
#include "ui/paint/PaintWords.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 240;
constexpr int kInset = 6;      ///< beside the lines: a focus ring stays within the card
constexpr int kRingRoom = 3;   ///< above the first line, for its ring
constexpr int kLeastSeen = 60; ///< px of the lines, however low the window is
constexpr qsizetype kMostNamed = 24;
constexpr int kPad = 5;                                 ///< above the title and below the last line
constexpr int kHead = kPad + size::kButtonSmall + kPad; ///< the card's height when folded

/// A line of the legend, and the values it stands for where it stands for several.
struct Line
{
    LegendEntry entry;
    QStringList others;
};

/// The entries, where those that `isGrey` are one line at the place of the first of them.
template <class IsGrey>
std::vector<Line> linesOf(const std::vector<LegendEntry>& entries, const IsGrey& isGrey)
{
    const auto grey = std::count_if(entries.begin(), entries.end(), isGrey);
    std::vector<Line> lines;
    std::size_t place = 0;
    for (const LegendEntry& entry : entries) {
        if (!isGrey(entry) || grey < 2) {
            lines.push_back({entry, {}});
            continue;
        }
        if (place == 0) {
            lines.push_back({entry, {}});
            place = lines.size();
            lines.back().entry.count = 0;
        }
        Line& line = lines[place - 1];
        line.others.append(entry.text);
        line.entry.count += entry.count;
        line.entry.text = PaintWords::otherValues(static_cast<int>(line.others.size()));
    }
    return lines;
}

} // namespace

LegendCard::LegendCard(Settings& settings, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_settings(settings),
      m_title(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::elided)),
      m_fold(new IconButton(QStringLiteral("chevron-down"), tr("Fold the legend"))), m_content(new QWidget),
      m_window(new QScrollArea), m_motion(settings), m_rows(new QVBoxLayout(m_content)), m_most(QWIDGETSIZE_MAX)
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
    m_rows->setContentsMargins(kInset, kRingRoom, kInset, kInset);
    m_rows->setSpacing(0);
    body()->setContentsMargins(0, kPad, 0, kPad);
    body()->setSpacing(0);
    body()->addLayout(head);
    m_window->setObjectName(QStringLiteral("legendLines"));
    m_window->setFrameShape(QFrame::NoFrame);
    m_window->setFocusPolicy(Qt::NoFocus);
    m_window->setWidgetResizable(true);
    m_window->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_window->setWidget(m_content);
    m_window->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
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
    const auto* const before = qobject_cast<LegendRow*>(window()->focusWidget());
    const bool hadFocus = before != nullptr && isAncestorOf(before);
    std::vector<QWidget*> gone;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget())
            gone.push_back(widget);
        delete item;
    }
    m_title->setText(m_legend.title.isEmpty() ? tr("Legend") : m_legend.title);
    const auto addLine = [this](const Line& line, LegendRow::Kind kind, LegendRow::State state) {
        const bool several = !line.others.isEmpty();
        auto* row = new LegendRow(line.entry, m_colors,
                                  several && kind == LegendRow::Kind::value ? LegendRow::Kind::others : kind, state);
        if (several) {
            QStringList named = line.others.mid(0, kMostNamed);
            if (named.size() < line.others.size())
                named.append(QStringLiteral("…"));
            row->setToolTip(named.join(QLatin1Char('\n')));
            row->setAttribute(Qt::WA_TransparentForMouseEvents, false);
        }
        m_rows->addWidget(row);
        return row;
    };
    // Values without a colour of their own look all the same.
    const auto isGrey = [this](const LegendEntry& entry) {
        return entry.kind == LegendKind::secondGroup
                   ? entry.mark == ringArcsOf(-1)
                   : entry.kind == LegendKind::group && entry.group >= 0 && entry.color == m_colors.group(-1);
    };
    for (const Line& line : linesOf(m_legend.values, isGrey)) {
        const auto isHidden = [this](const QString& value) { return m_hidden.contains(value); };
        const bool hidden = line.others.isEmpty() ? isHidden(line.entry.text)
                                                  : std::all_of(line.others.begin(), line.others.end(), isHidden);
        auto* row = addLine(line, LegendRow::Kind::value, hidden ? LegendRow::State::hidden : LegendRow::State::shown);
        if (line.others.isEmpty())
            connect(row, &LegendRow::clicked, this,
                    [this, value = line.entry.text, group = line.entry.group] { Q_EMIT valueClicked(value, group); });
    }
    if (!m_legend.values.empty() && !m_legend.rows.empty()) {
        m_rows->addSpacing(8);
        m_rows->addWidget(new Hairline);
        m_rows->addSpacing(8);
    }
    for (const Line& line : linesOf(m_legend.rows, isGrey)) {
        const bool stale = line.entry.kind == LegendKind::sizes && m_sizes == Sizes::stale;
        addLine(line, LegendRow::Kind::line, stale ? LegendRow::State::stale : LegendRow::State::shown);
    }
    if (hadFocus)
        keepFocus(before->text());
    for (QWidget* widget : gone) {
        widget->hide();
        widget->deleteLater();
    }
    applyHeight();
}

/// Whoever ticks values by the keyboard goes on from the value just ticked, or from the card where it is not told of
/// any more.
void LegendCard::keepFocus(const QString& value)
{
    for (int i = 0; i < m_rows->count(); ++i)
        if (auto* row = qobject_cast<LegendRow*>(m_rows->itemAt(i)->widget());
            row != nullptr && row->focusPolicy() != Qt::NoFocus && row->text() == value) {
            row->show();
            row->setFocus(Qt::OtherFocusReason);
            return;
        }
    m_fold->setFocus(Qt::OtherFocusReason);
}

void LegendCard::syncFold()
{
    m_fold->setIconName(isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    m_fold->setName(isOpen() ? tr("Fold the legend") : tr("Show the legend"));
    applyHeight();
}

void LegendCard::standOn(QPoint corner, int most)
{
    m_corner = corner;
    m_most = most;
    applyHeight();
}

int LegendCard::openHeight() const
{
    return std::min(m_rows->totalSizeHint().height(), std::max(kLeastSeen, m_most - kHead));
}

QRect LegendCard::atRest() const
{
    const int height = kHead + (isOpen() ? openHeight() : 0);
    return {m_corner.x(), m_corner.y() - height, kWidth, height};
}

void LegendCard::applyHeight()
{
    const double t = m_motion.at(MapMotion::Kind::panel), open = isOpen() ? t : 1 - t;
    const int full = openHeight();
    const int seen = static_cast<int>(std::lround(full * open));
    m_window->setVerticalScrollBarPolicy(full < m_rows->totalSizeHint().height() ? Qt::ScrollBarAsNeeded
                                                                                 : Qt::ScrollBarAlwaysOff);
    m_window->setFixedHeight(seen);
    m_window->setVisible(seen > 0);
    setGeometry(m_corner.x(), m_corner.y() - kHead - seen, kWidth, kHead + seen);
    if (parentWidget() != nullptr)
        parentWidget()->update(); // its shadow
}

} // namespace weavemap::ui
