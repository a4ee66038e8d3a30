// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFont>
#include <QRectF>
#include <QString>

#include "ui/base/Theme.h"
#include "ui/chartkit/ChartNumbers.h"
#include "ui/chartkit/ChartSpec.h"

class QChart;
class QGraphicsItem;
class QGraphicsSimpleTextItem;

namespace weavemap::ui {

/// Width of a bar as a share of its step.
inline constexpr double kBarShare = 0.68;
/// Few bars are not wider than this, px.
inline constexpr double kWidestBar = 72;

/// A spec as a QChart: series by Qt Charts, every word and hairline an item of its own, placed by the plot area. The
/// chart belongs to the scene it is added to and has to outlive this.
class ChartScene
{
public:
    ChartScene(const ChartSpec& spec, const Theme& theme);
    ChartScene(const ChartScene&) = delete;
    ChartScene& operator=(const ChartScene&) = delete;

    QChart* chart() const { return m_chart; }
    /// Fits everything into `size` (px). May be called again and again.
    void layOut(const QSizeF& size);
    /// What a pointer at `position` in chart coordinates is told; empty where there is nothing.
    QString tipAt(const QPointF& position) const;

private:
    void addBars();
    void addLines();
    void chooseDiscs();
    void addPoints();
    void addAxes();
    void placeBars();
    void placeLines();
    void placePoints();
    /// Hairlines with their figures at the left.
    void placeYTicks();
    void placeCaptions();
    void placeMark(double x, double lineBottom);

    double yAt(double value) const;
    double xAt(double value) const;
    double barCentre(std::size_t index) const;
    double barShare() const;
    /// Room for whole discs above and below: series are cut at the plot's edge.
    void makeRoomForDiscs();
    /// Where a note of `width` over bar `index` ends below: above the bars that it would run into.
    double noteBottom(std::size_t index, double width) const;
    QGraphicsSimpleTextItem* addText(const QString& words, const QFont& face, const QColor& color);
    QGraphicsSimpleTextItem* addText(const QString& words, const QFont& face, const QColor& color,
                                     const QPointF& anchor, Qt::Alignment alignment);
    /// What is under the words ends before their letters.
    void addHalo(const QGraphicsSimpleTextItem* words);
    /// From which end labels are counted where there is no room for all: that end's always stands.
    enum class From { first, last };
    /// Labels along the x axis, as many as have room.
    void placeXLabels(const QStringList& labels, const std::vector<double>& centres, From from);
    void placeNames();
    /// How far a box is from the centre of the nearest disc but `own`, px.
    double roomAround(const QRectF& box, const ChartPoint* own) const;
    QString xText(double value) const;

    ChartSpec m_spec;
    Theme m_theme;
    QChart* m_chart;
    ChartScale m_x;
    ChartScale m_y;
    ChartScale m_yValues;                   ///< `m_y` without the room for whole discs
    std::vector<const ChartPoint*> m_discs; ///< the points of `m_spec` that are drawn
    QRectF m_plot;
    std::vector<QGraphicsItem*> m_items; ///< words and marks of the present layout
};

} // namespace weavemap::ui
