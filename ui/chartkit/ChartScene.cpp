// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartScene.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_set>

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QPen>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr double kLineWidth = 1.75, kDisc = 9.5;
/// From here on discs of one look that would lie within a pixel or two of one another are drawn once.
constexpr std::size_t kCrowd = 500;
constexpr double kFinest = 400; ///< steps across a plot: a pixel or two of it

void quiet(QAbstractAxis& axis)
{
    axis.setLabelsVisible(false);
    axis.setLineVisible(false);
    axis.setGridLineVisible(false);
}

struct Range
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void take(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

int lookOf(const ChartPoint& point)
{
    return point.group >= 0 && point.group < kGroupCount ? point.group : kOtherGroup;
}

} // namespace

ChartScene::ChartScene(const ChartSpec& spec, const Theme& theme) : m_spec(spec), m_theme(theme), m_chart(new QChart)
{
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->setMargins(QMargins(0, 0, 0, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();

    Range x, y;
    for (const ChartBar& bar : m_spec.bars)
        y.take(bar.value);
    for (const ChartLine& line : m_spec.lines)
        for (const std::optional<double>& value : line.values)
            if (value)
                y.take(*value);
    for (const ChartPoint& point : m_spec.points) {
        x.take(point.x);
        y.take(point.y);
    }
    if (m_spec.kind == ChartKind::lines) {
        x.take(0);
        x.take(std::max<double>(1, static_cast<double>(m_spec.xLabels.size()) - 1));
    }
    // Bars grow from zero; a line that stays far above it may leave zero out, so that its course can be seen.
    const bool high = m_spec.kind == ChartKind::lines && y.low > 0.6 * y.high && y.low < y.high;
    m_y = chartScale(y.low, y.high, 4, high ? ZeroLine::free : ZeroLine::included);
    // Counts have no ticks between whole numbers.
    if (m_spec.decimals == 0 && !m_spec.yIsShare && m_y.step < 1)
        m_y.step = 1;
    m_x = chartScale(x.low, x.high, 5, ZeroLine::included);
    if (std::all_of(m_spec.points.begin(), m_spec.points.end(), [](const auto& p) { return p.x == std::round(p.x); }))
        m_x.step = std::max(m_x.step, 1.0);
    switch (m_spec.kind) {
    case ChartKind::bars:
        addBars();
        break;
    case ChartKind::lines:
        m_x.low = 0;
        m_x.high = std::max<double>(1, static_cast<double>(m_spec.xLabels.size()) - 1);
        addLines();
        break;
    case ChartKind::scatter:
        // Room for whole discs on the axis: series are cut at the plot's edge.
        m_x.low -= (m_x.high - m_x.low) * 0.02;
        m_yValues = m_y;
        addPoints();
        break;
    }
    addAxes();
}

void ChartScene::addBars()
{
    const QColor accent = m_theme.color(ColorRole::accent);
    const QColor colors[]{accent, m_theme.group(1), blend(m_theme.color(ColorRole::surface), accent, 0.45)};
    auto* const series = new QStackedBarSeries;
    for (int mark = 0; mark < 3; ++mark) {
        auto* const set = new QBarSet(QString::number(mark));
        set->setColor(colors[mark]);
        set->setPen(QPen(Qt::NoPen));
        for (const ChartBar& bar : m_spec.bars)
            set->append(static_cast<int>(bar.mark) == mark ? bar.value : 0.0);
        series->append(set);
    }
    m_chart->addSeries(series);
}

void ChartScene::addLines()
{
    for (std::size_t i = 0; i < m_spec.lines.size(); ++i) {
        const QColor color =
            m_spec.lines.size() == 1 ? m_theme.color(ColorRole::accent) : m_theme.group(static_cast<int>(i));
        QLineSeries* piece = nullptr;
        const auto& values = m_spec.lines[i].values;
        for (std::size_t at = 0; at < values.size(); ++at) {
            if (!values[at]) {
                piece = nullptr;
                continue;
            }
            if (!piece) {
                piece = new QLineSeries;
                piece->setPen(QPen(color, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                m_chart->addSeries(piece);
            }
            piece->append(static_cast<double>(at), *values[at]);
        }
    }
}

/// The chart draws an item for each disc, which takes a crowd of 100,000 seconds; those that nobody could tell apart
/// are one.
void ChartScene::chooseDiscs()
{
    m_discs.clear();
    std::unordered_set<std::uint64_t> taken;
    for (const ChartPoint& point : m_spec.points) {
        if (m_spec.points.size() >= kCrowd && !point.labelled) {
            const auto step = [](double share) {
                return static_cast<std::uint64_t>(std::clamp(share, 0.0, 1.0) * kFinest);
            };
            const auto look = static_cast<std::uint64_t>(lookOf(point) + 1) * 2 + (point.heard ? 1 : 0);
            if (!taken.insert((look << 32) | (step(m_x.share(point.x)) << 16) | step(m_yValues.share(point.y))).second)
                continue;
        }
        m_discs.push_back(&point);
    }
}

void ChartScene::addPoints()
{
    chooseDiscs();
    const QColor surface = m_theme.color(ColorRole::surface);
    for (int heard = 0; heard < 2; ++heard) {
        for (int group = kOtherGroup; group < kGroupCount; ++group) {
            QScatterSeries* series = nullptr;
            for (const ChartPoint* const point : m_discs) {
                if (lookOf(*point) != group || point->heard != (heard == 1))
                    continue;
                if (!series) {
                    series = new QScatterSeries;
                    series->setMarkerSize(kDisc);
                    const QColor color = m_theme.group(group);
                    series->setColor(heard ? blend(surface, color, 0.88) : blend(surface, color, 0.16));
                    series->setPen(QPen(heard ? surface : m_theme.hollowEdge(group, surface), heard ? 1 : 1.25));
                }
                series->append(point->x, point->y);
            }
            if (series)
                m_chart->addSeries(series);
        }
    }
}

void ChartScene::addAxes()
{
    QAbstractAxis* across = nullptr;
    if (m_spec.kind == ChartKind::bars) {
        auto* const axis = new QBarCategoryAxis;
        for (std::size_t i = 0; i < m_spec.bars.size(); ++i)
            axis->append(QString::number(i));
        across = axis;
    } else {
        auto* const axis = new QValueAxis;
        axis->setRange(m_x.low, m_x.high);
        across = axis;
    }
    quiet(*across);
    auto* const up = new QValueAxis;
    quiet(*up);
    up->setRange(m_y.low, m_y.high);
    m_chart->addAxis(across, Qt::AlignBottom);
    m_chart->addAxis(up, Qt::AlignLeft);
    for (QAbstractSeries* const series : m_chart->series()) {
        series->attachAxis(across);
        series->attachAxis(up);
    }
}

double ChartScene::yAt(double value) const { return m_plot.bottom() - m_y.share(value) * m_plot.height(); }

double ChartScene::xAt(double value) const { return m_plot.left() + m_x.share(value) * m_plot.width(); }

double ChartScene::barCentre(std::size_t index) const
{
    const double step = m_plot.width() / static_cast<double>(m_spec.bars.size());
    return m_plot.left() + (static_cast<double>(index) + 0.5) * step;
}

double ChartScene::barShare() const
{
    const double step = m_plot.width() / std::max<double>(1, static_cast<double>(m_spec.bars.size()));
    return std::min(kBarShare, kWidestBar / std::max(1.0, step));
}

void ChartScene::makeRoomForDiscs()
{
    constexpr double kRoom = kDisc / 2 + 1.5;
    const double perPx = (m_yValues.high - m_yValues.low) / std::max(1.0, m_plot.height() - 2 * kRoom);
    m_y.low = m_yValues.low - kRoom * perPx;
    m_y.high = m_yValues.high + kRoom * perPx;
    for (QAbstractAxis* const axis : m_chart->axes(Qt::Vertical))
        axis->setRange(m_y.low, m_y.high);
}

void ChartScene::layOut(const QSizeF& size)
{
    for (QGraphicsItem* const item : m_items)
        delete item;
    m_items.clear();

    const QFontMetricsF small(font(TextStyle::caption));
    double left = 0;
    for (const double tick : m_y.ticks())
        left = std::max(left, small.horizontalAdvance(chartTick(tick, m_y.step, m_spec)));
    left += space::k8;
    double right = 2;
    if (m_spec.kind == ChartKind::lines) {
        right = 10;
        if (m_spec.lines.size() > 1) {
            for (const ChartLine& line : m_spec.lines)
                right = std::max(right, small.horizontalAdvance(line.name) + 12);
        }
    }
    const int line = lineHeight(TextStyle::caption);
    const double top = m_spec.yCaption.isEmpty() ? line + 2 : 2 * line + 6;
    const bool hasCaption = !m_spec.xCaption.isEmpty() || !m_spec.remark.isEmpty();
    const double bottom = line + 6 + (hasCaption ? line + 3 : 0);
    m_plot =
        QRectF(left, top, std::max(20.0, size.width() - left - right), std::max(20.0, size.height() - top - bottom));
    for (QAbstractSeries* const series : m_chart->series())
        if (auto* const bars = qobject_cast<QStackedBarSeries*>(series))
            bars->setBarWidth(barShare());
    if (m_spec.kind == ChartKind::scatter)
        makeRoomForDiscs();
    m_chart->resize(size);
    m_chart->setPlotArea(m_plot);
    m_chart->layout()->activate();

    placeYTicks();
    placeCaptions();
    switch (m_spec.kind) {
    case ChartKind::bars:
        placeBars();
        break;
    case ChartKind::lines:
        placeLines();
        break;
    case ChartKind::scatter:
        placePoints();
        break;
    }
}

QString ChartScene::xText(double value) const { return QLocale().toString(value, 'g', 6); }

QString ChartScene::tipAt(const QPointF& position) const
{
    if (!m_plot.adjusted(-6, -20, 6, 6).contains(position))
        return {};
    switch (m_spec.kind) {
    case ChartKind::bars: {
        if (m_spec.bars.empty())
            return {};
        const double step = m_plot.width() / static_cast<double>(m_spec.bars.size());
        const double at = std::floor((position.x() - m_plot.left()) / step);
        const auto index = static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(m_spec.bars.size()) - 1));
        const ChartBar& bar = m_spec.bars[index];
        const QString figure = chartNumber(bar.value, m_spec);
        const QString& name = bar.longLabel.isEmpty() ? bar.label : bar.longLabel;
        return name.isEmpty() ? figure : QStringLiteral("%1: %2").arg(name, figure);
    }
    case ChartKind::lines: {
        const double at = std::round(m_x.low + (position.x() - m_plot.left()) / m_plot.width() * (m_x.high - m_x.low));
        if (at < 0 || at >= static_cast<double>(m_spec.xLabels.size()))
            return {};
        const auto index = static_cast<std::size_t>(at);
        QStringList words{m_spec.xLabels[static_cast<qsizetype>(index)]};
        for (const ChartLine& line : m_spec.lines) {
            if (index < line.values.size() && line.values[index]) {
                const QString figure = chartNumber(*line.values[index], m_spec);
                words << (line.name.isEmpty() ? figure : QStringLiteral("%1: %2").arg(line.name, figure));
            }
        }
        return words.join(QLatin1Char('\n'));
    }
    case ChartKind::scatter: {
        constexpr double kReach = 9;
        const ChartPoint* nearest = nullptr;
        double best = kReach * kReach;
        for (const ChartPoint& point : m_spec.points) {
            const double dx = xAt(point.x) - position.x(), dy = yAt(point.y) - position.y();
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                nearest = &point;
            }
        }
        if (!nearest)
            return {};
        const QString figures =
            QStringLiteral("%1: %2\n%3: %4")
                .arg(m_spec.xName, xText(nearest->x), m_spec.yName, chartNumber(nearest->y, m_spec));
        return nearest->name.isEmpty() ? figures : QStringLiteral("%1\n%2").arg(nearest->name, figures);
    }
    }
    return {};
}

} // namespace weavemap::ui
