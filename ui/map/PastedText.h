// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

namespace weavemap::ui {

/// A line of a text that was pasted on the map: somebody's name, perhaps with an e-mail address, or two names that
/// belong together.
struct PastedLine
{
    QString name;
    QString email;
    QString other; ///< the other end of a tie; empty: none
};

struct PastedText
{
    std::vector<PastedLine> lines;
    int unread = 0; ///< lines that are too long to be names, or too many
};

inline constexpr int kMostPastedLines = 2000;

/// Reads names, one a line: "Ana Ruiz", "Ana Ruiz <ana@harbor.org>", rows of a table with the name first, or two names
/// with a tab between them, which is a tie. Bullets and numbers before a name are left away. Pure.
PastedText readPasted(const QString& text);

} // namespace weavemap::ui
