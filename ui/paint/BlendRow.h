// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QRgb>

namespace weavemap::ui {

/// Mixes a colour into `count` opaque pixels: `through` is how much of each still shows, 65535 all of it; it is that
/// again afterwards. Rounded to the nearest; the same bits whether or not the processor works on eight at a time.
void blendRow(QRgb* pixels, std::uint16_t* through, int count, QRgb color);

/// The same, one pixel after the other.
void blendRowPlainly(QRgb* pixels, std::uint16_t* through, int count, QRgb color);

} // namespace weavemap::ui
