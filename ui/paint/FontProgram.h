// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QByteArray>

class QRawFont;

namespace weavemap::ui {

/// A font as a file of its own, put together again from the tables that Qt gives; empty where its letters are no plain
/// outlines: pictures, or outlines that vary, of which Qt does not tell which ones it draws.
QByteArray fontProgram(const QRawFont& font);

/// A font file of these letters alone, with what joins them; empty where HarfBuzz cannot make one.
QByteArray fontSubset(const QRawFont& font, const std::set<char32_t>& letters);

} // namespace weavemap::ui
