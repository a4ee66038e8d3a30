// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "ui/base/Theme.h"
#include "ui/base/Type.h"

class QPainter;

namespace weavemap::ui {

/// Parts that delegates and widgets draw alike. All in device-independent px, all from a theme handed in.

enum class Tone { neutral, accent, danger, warning, good };
enum class Heard { yes, no };

/// A disc with initials: tinted, or hollow where the person was not heard from. The diameter is the shorter side.
void paintAvatar(QPainter* painter, const QRectF& rect, const QString& initials, int group, Heard heard,
                 const Theme& theme);
/// A small disc for rows and legends; hollow where not heard from.
void paintDot(QPainter* painter, const QPointF& centre, double radius, int group, Heard heard, const Theme& theme);

/// What a pill says: text, then a muted suffix ("+5"), after an optional icon.
struct PillText
{
    QString text;
    QString suffix;
    QString icon;
    Tone tone = Tone::neutral;
};
/// Width and height of a pill.
QSizeF pillSize(const PillText& pill);
/// Paints it with its top left corner at `topLeft`; returns its rectangle.
QRectF paintPill(QPainter* painter, const QPointF& topLeft, const PillText& pill, const Theme& theme);

QColor toneInk(Tone tone, const Theme& theme);
QColor toneGround(Tone tone, const Theme& theme);

/// The ring around what has the keyboard focus: 2 px, 2 px away from `rect`.
void paintFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme);
/// Text in one line, elided at the right, vertically centred in `rect`. Returns the width it took.
double paintText(QPainter* painter, const QRectF& rect, const QString& text, TextStyle style, const QColor& color,
                 Qt::Alignment alignment = Qt::AlignLeft);

} // namespace weavemap::ui
