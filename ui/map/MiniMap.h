// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "ui/widgets/Card.h"

namespace weavemap::ui {

class MapCanvas;

/// The whole network small, with the part in view framed, while only a part or a circle is. A click or a drag moves the
/// view there. For the mouse: the keys of the map go everywhere without it.
class MiniMap : public Card
{
    Q_OBJECT

public:
    explicit MiniMap(MapCanvas& canvas);

    QSize sizeHint() const override;
    /// The model shows other people or places: draws everybody anew, or when it is shown next.
    void refresh();

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF field() const;
    QPointF toField(QPointF map) const;
    void moveViewTo(QPointF px);
    void draw();

    MapCanvas& m_canvas;
    QRectF m_bounds; ///< of the network, map units
    QImage m_dots;   ///< null while they are to be drawn
};

} // namespace weavemap::ui
