// SPDX-License-Identifier: GPL-3.0-or-later
// The words and marks of a chart: everything that Qt Charts does not draw.
#include <algorithm>
#include <cmath>
#include <limits>

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsEllipseItem>
#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QPen>

#include "ui/base/Type.h"
#include "ui/chartkit/ChartScene.h"

namespace weavemap::ui {

namespace {

constexpr double kOverSeries = 20; ///< z above everything of Qt Charts
constexpr int kMostLabels = 5;
constexpr double kHalo = 4;       ///< px across: hairlines end before words
constexpr double kClearRoom = 21; ///< px from a name to the centre of another disc, which it might be taken for

bool clashes(const QRectF& rect, const std::vector<QRectF>& taken)
{
    return std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(rect); });
}

} // namespace

QGraphicsSimpleTextItem* ChartScene::addText(const QString& words, const QFont& face, const QColor& color)
{
    auto* const item = new QGraphicsSimpleTextItem(words, m_chart);
    item->setFont(face);
    item->setBrush(color);
    item->setZValue(kOverSeries);
    m_items.push_back(item);
    return item;
}

QGraphicsSimpleTextItem* ChartScene::addText(const QString& words, const QFont& face, const QColor& color,
                                             const QPointF& anchor, Qt::Alignment alignment)
{
    QGraphicsSimpleTextItem* const item = addText(words, face, color);
    const QRectF box = item->boundingRect();
    double x = anchor.x(), y = anchor.y();
    if (alignment & Qt::AlignRight)
        x -= box.width();
    else if (alignment & Qt::AlignHCenter)
        x -= box.width() / 2;
    if (alignment & Qt::AlignBottom)
        y -= box.height();
    else if (alignment & Qt::AlignVCenter)
        y -= box.height() / 2;
    item->setPos(x, y);
    return item;
}

void ChartScene::addHalo(const QGraphicsSimpleTextItem* words)
{
    const QColor ground = m_theme.color(ColorRole::surface);
    QGraphicsSimpleTextItem* const halo = addText(words->text(), words->font(), ground);
    halo->setPen(QPen(ground, kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    halo->setPos(words->pos());
    halo->setZValue(kOverSeries - 1);
}

void ChartScene::placeYTicks()
{
    for (const double tick : m_y.ticks()) {
        if (m_spec.kind == ChartKind::scatter && (tick < m_yValues.low || tick > m_yValues.high))
            continue; // in the room for discs
        const double y = std::round(yAt(tick)) + 0.5;
        auto* const line = new QGraphicsLineItem(QLineF(m_plot.left(), y, m_plot.right(), y), m_chart);
        line->setPen(QPen(m_theme.color(ColorRole::border), 1));
        line->setZValue(-1);
        m_items.push_back(line);
        addText(chartTick(tick, m_y.step, m_spec), font(TextStyle::caption), m_theme.color(ColorRole::muted),
                QPointF(m_plot.left() - space::k8, yAt(tick)), Qt::AlignRight | Qt::AlignVCenter);
    }
}

void ChartScene::placeCaptions()
{
    const QFont small = font(TextStyle::caption);
    const QColor muted = m_theme.color(ColorRole::muted);
    const int line = lineHeight(TextStyle::caption);
    if (!m_spec.yCaption.isEmpty())
        addText(m_spec.yCaption, small, muted, QPointF(m_plot.left(), 0), Qt::AlignLeft | Qt::AlignTop);
    const QString below = m_spec.remark.isEmpty() ? m_spec.xCaption : m_spec.remark;
    if (!below.isEmpty())
        addText(below, small, muted, QPointF(m_plot.right(), m_plot.bottom() + line + 7),
                Qt::AlignRight | Qt::AlignTop);
}

void ChartScene::placeXLabels(const QStringList& labels, const std::vector<double>& centres, From from)
{
    const QFont small = font(TextStyle::caption);
    const QFontMetricsF metrics(small);
    const auto count = static_cast<std::size_t>(labels.size());
    if (count == 0)
        return;
    const double gap = m_spec.kind == ChartKind::bars ? 3 : 10;
    double widest = 0;
    for (const QString& label : labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const double step = count > 1 ? centres[1] - centres[0] : m_plot.width();
    // The last one is moved in where it would stand out at the right.
    const double moved =
        std::max(0.0, centres.back() + metrics.horizontalAdvance(labels.back()) / 2 - m_chart->size().width());
    auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + gap + moved) / std::max(step, 0.5))));
    if (m_spec.kind == ChartKind::lines) {
        // Parts of a year, then years.
        constexpr std::size_t kMonths[]{1, 2, 3, 4, 6, 12};
        const auto* const found = std::find_if(std::begin(kMonths), std::end(kMonths),
                                               [every](std::size_t months) { return months >= every; });
        every = found != std::end(kMonths) ? *found : (every + 11) / 12 * 12;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if ((from == From::last ? count - 1 - i : i) % every != 0)
            continue;
        QString label = labels[static_cast<qsizetype>(i)];
        const double room = std::max(step * static_cast<double>(every) - 4, 24.0);
        label = metrics.elidedText(label, Qt::ElideRight, room);
        const double half = metrics.horizontalAdvance(label) / 2;
        const double x = std::min(std::max(centres[i], half), m_chart->size().width() - half);
        addText(label, small, m_theme.color(ColorRole::muted), QPointF(x, m_plot.bottom() + 5),
                Qt::AlignHCenter | Qt::AlignTop);
    }
}

void ChartScene::placeMark(double x, double lineBottom)
{
    const double top = m_plot.top() - 8;
    auto* const line = new QGraphicsLineItem(QLineF(x, top, x, lineBottom), m_chart);
    QPen pen(m_theme.color(ColorRole::text), 1);
    pen.setDashPattern({3, 3});
    line->setPen(pen);
    line->setZValue(kOverSeries);
    m_items.push_back(line);
    const QFont small = font(TextStyle::caption);
    const bool fitsRight = x + 8 + QFontMetricsF(small).horizontalAdvance(m_spec.mark->words) < m_chart->size().width();
    addHalo(addText(m_spec.mark->words, small, m_theme.color(ColorRole::text),
                    QPointF(x + (fitsRight ? 8 : -8), top + 4),
                    (fitsRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

double ChartScene::noteBottom(std::size_t index, double width) const
{
    constexpr double kGap = 1;
    const double centre = barCentre(index);
    const double halfBar = barShare() * m_plot.width() / static_cast<double>(m_spec.bars.size()) / 2;
    double bottom = yAt(std::max(m_spec.bars[index].value, 0.0)) - kGap;
    for (std::size_t i = 0; i < m_spec.bars.size(); ++i) {
        const double top = yAt(std::max(m_spec.bars[i].value, 0.0)) - kGap;
        if (i != index && std::abs(barCentre(i) - centre) < width / 2 + halfBar && top < bottom)
            bottom = top;
    }
    return bottom;
}

void ChartScene::placeBars()
{
    QFont bold = font(TextStyle::caption);
    bold.setWeight(QFont::Bold);
    QStringList labels;
    std::vector<double> centres;
    for (std::size_t i = 0; i < m_spec.bars.size(); ++i) {
        const ChartBar& bar = m_spec.bars[i];
        labels << bar.label;
        centres.push_back(barCentre(i));
        if (bar.note.isEmpty())
            continue;
        const QFont face = bar.noteIsFigure ? bold : font(TextStyle::caption);
        const QPointF above(centres.back(), noteBottom(i, QFontMetricsF(face).horizontalAdvance(bar.note)));
        addHalo(addText(bar.note, face, m_theme.color(bar.noteIsFigure ? ColorRole::text : ColorRole::muted), above,
                        Qt::AlignHCenter | Qt::AlignBottom));
    }
    // The newest month is the one people look for; counts begin at none.
    const bool months = !m_spec.bars.empty() && m_spec.bars.back().mark == BarMark::unfinished;
    placeXLabels(labels, centres, months ? From::last : From::first);
    if (m_spec.mark && !centres.empty()) {
        const double at = std::clamp(m_spec.mark->x, 0.0, static_cast<double>(centres.size()) - 1);
        const ChartBar& bar = m_spec.bars[static_cast<std::size_t>(at)];
        const double step = m_plot.width() / static_cast<double>(centres.size());
        const int note = bar.note.isEmpty() ? 0 : lineHeight(TextStyle::caption);
        placeMark(m_plot.left() + (at + 0.5) * step, yAt(std::max(bar.value, 0.0)) - 4 - note);
    }
}

void ChartScene::placeLines()
{
    std::vector<double> centres;
    for (qsizetype i = 0; i < m_spec.xLabels.size(); ++i)
        centres.push_back(xAt(static_cast<double>(i)));
    placeXLabels(m_spec.xLabels, centres, From::last);
    const bool several = m_spec.lines.size() > 1;
    QFont bold = font(TextStyle::caption);
    bold.setWeight(QFont::Bold);
    struct End
    {
        double y;
        std::size_t line;
        double x;
        double value;
    };
    std::vector<End> ends;
    for (std::size_t i = 0; i < m_spec.lines.size(); ++i) {
        const auto& values = m_spec.lines[i].values;
        for (std::size_t at = values.size(); at-- > 0;) {
            if (!values[at])
                continue;
            ends.push_back({yAt(*values[at]), i, xAt(static_cast<double>(at)), *values[at]});
            break;
        }
    }
    constexpr double kDot = 3.5;
    for (const End& end : ends) {
        const QColor color = several ? m_theme.group(static_cast<int>(end.line)) : m_theme.color(ColorRole::accent);
        auto* const dot = new QGraphicsEllipseItem(end.x - kDot, end.y - kDot, 2 * kDot, 2 * kDot, m_chart);
        dot->setPen(QPen(Qt::NoPen));
        dot->setBrush(color);
        dot->setZValue(kOverSeries);
        m_items.push_back(dot);
        if (!several)
            addText(chartFigure(end.value, m_spec), bold, m_theme.color(ColorRole::text), QPointF(end.x + 4, end.y - 5),
                    Qt::AlignRight | Qt::AlignBottom);
    }
    if (!several)
        return;
    // Names at the ends, pushed apart from the top down where lines end close together.
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    double free = 0;
    const double line = lineHeight(TextStyle::caption);
    for (const End& end : ends) {
        const double y = std::max(end.y, free);
        free = y + line;
        addText(m_spec.lines[end.line].name, font(TextStyle::caption), m_theme.groupText(static_cast<int>(end.line)),
                QPointF(m_plot.right() + 8, y), Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void ChartScene::placePoints()
{
    auto* const axis = new QGraphicsLineItem(QLineF(m_plot.left(), yAt(0), m_plot.right(), yAt(0)), m_chart);
    axis->setPen(QPen(m_theme.color(ColorRole::control), 1));
    m_items.push_back(axis);
    QStringList labels;
    std::vector<double> centres;
    for (const double tick : m_x.ticks()) {
        labels << xText(tick);
        centres.push_back(xAt(tick));
    }
    placeXLabels(labels, centres, From::first);
    if (m_spec.mark)
        placeMark(xAt(m_spec.mark->x), m_plot.bottom());
    placeNames();
}

double ChartScene::roomAround(const QRectF& box, const ChartPoint* own) const
{
    double least = std::numeric_limits<double>::infinity();
    for (const ChartPoint* const point : m_discs) {
        if (point == own)
            continue;
        const double x = xAt(point->x), y = yAt(point->y);
        least = std::min(
            least, std::hypot(x - std::clamp(x, box.left(), box.right()), y - std::clamp(y, box.top(), box.bottom())));
    }
    return least;
}

void ChartScene::placeNames()
{
    std::vector<QRectF> taken;
    std::vector<const ChartPoint*> named;
    for (const ChartPoint* const point : m_discs) {
        taken.emplace_back(xAt(point->x) - 5, yAt(point->y) - 5, 10, 10);
        if (point->labelled && !point->name.isEmpty())
            named.push_back(point);
    }
    if (!m_spec.yCaption.isEmpty())
        taken.emplace_back(m_plot.left(), 0, QFontMetricsF(font(TextStyle::caption)).horizontalAdvance(m_spec.yCaption),
                           lineHeight(TextStyle::caption));
    std::stable_sort(named.begin(), named.end(), [](const ChartPoint* a, const ChartPoint* b) { return a->y > b->y; });
    const QFont small = font(TextStyle::second);
    const QFontMetricsF metrics(small);
    const QRectF page(0, 0, m_chart->size().width(), m_plot.bottom());
    int placed = 0;
    for (const ChartPoint* point : named) {
        if (placed == kMostLabels)
            break;
        const double w = metrics.horizontalAdvance(point->name), h = metrics.height(), x = xAt(point->x),
                     y = yAt(point->y);
        // Beside, above, below (pushed in at the edges), then the corners; where none is free the tooltip has it.
        const double middle = std::clamp(x - w / 2, 0.0, std::max(0.0, page.right() - w));
        const QRectF spots[]{{x + 9, y - h / 2, w, h}, {x - 9 - w, y - h / 2, w, h}, {middle, y - 7 - h, w, h},
                             {middle, y + 7, w, h},    {x + 4, y - 6 - h, w, h},     {x - 4 - w, y - 6 - h, w, h},
                             {x + 4, y + 6, w, h},     {x - 4 - w, y + 6, w, h},     {middle, y - 12 - h, w, h},
                             {middle, y + 12, w, h}};
        // The first with room to the next disc, else the one with most.
        const QRectF* best = nullptr;
        double most = -1;
        for (const QRectF& spot : spots) {
            if (!page.contains(spot) || clashes(spot, taken))
                continue;
            const double room = std::min(roomAround(spot, point), kClearRoom);
            if (room > most) {
                most = room;
                best = &spot;
            }
        }
        if (best == nullptr)
            continue;
        taken.push_back(*best);
        addHalo(
            addText(point->name, small, m_theme.color(ColorRole::text), best->topLeft(), Qt::AlignLeft | Qt::AlignTop));
        ++placed;
    }
}

} // namespace weavemap::ui
