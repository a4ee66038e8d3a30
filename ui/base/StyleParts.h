// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

/// Saves the painter for a scope, antialiased, and at 45 % where what is drawn is disabled.
class StylePaint
{
public:
    enum class Enabled { no, yes };

    StylePaint(QPainter* painter, Enabled enabled) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (enabled == Enabled::no)
            painter->setOpacity(painter->opacity() * 0.45);
    }
    ~StylePaint() { m_painter->restore(); }
    StylePaint(const StylePaint&) = delete;
    StylePaint& operator=(const StylePaint&) = delete;

private:
    QPainter* m_painter;
};

inline QColor roleColor(ColorRole role) { return currentTheme().color(role); }

/// A ground with a 1 px edge on whole pixels.
inline void fillEdged(QPainter* painter, const QRectF& rect, double radius, const QColor& ground, const QColor& edge)
{
    painter->setPen(QPen(edge, 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

inline void fillPlain(QPainter* painter, const QRectF& rect, double radius, const QColor& ground)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, radius, radius);
}

} // namespace weavemap::ui
