// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QString>
#include <QStringList>

class QPainter;

namespace weavemap::ui {

struct PictureText;

/// Sizes of the map's text in px at 96 dpi (look: points).
namespace textpx {
inline constexpr float kSmall = 8.0F / 0.75F;
inline constexpr float kLabelSmall = 8.25F / 0.75F;
inline constexpr float kLabel = 9.0F / 0.75F;
inline constexpr float kBase = 10.0F / 0.75F;
inline constexpr float kHeading = 20.0F / 0.75F;
} // namespace textpx

/// Where ink of a line of text lies: shares of the pixel size above and below the baseline.
inline constexpr double kAscent = 0.86;
inline constexpr double kDescent = 0.24;

/// Width of a line in px, unhinted, the same for every device. Fonts come in whole pixels: a text is measured, outlined
/// and drawn at the nearest whole size and scaled from there by a few percent.
double textWidth(const QString& text, const QString& family, float px, bool bold);
/// The text; where it is wider than `width` px, what fits of it, cut between letters as people see them (a letter with
/// its marks, a flag) and with an ellipsis behind.
QString cutToWidth(const QString& text, const QString& family, float px, bool bold, double width);
/// Breaks a text into lines no wider than `width`; a word that is too long stands alone.
QStringList wrapText(const QString& text, const QString& family, float px, double width);

/// A text at a baseline with its box measured.
PictureText makeText(const QString& text, QPointF baseline, const QString& family, float px, bool bold);

/// How letters are put down. Vector files get text, which stays selectable; images get filled outlines, because Qt
/// moves drawn text by 1/64 px once a glyph has been drawn before, and an image must not depend on what came before it.
enum class TextInk { text, outline };
/// Draws a text: the halo as a stroke around its outline, then the letters.
void paintText(QPainter& painter, const PictureText& text, const QString& family, TextInk ink);

} // namespace weavemap::ui
