// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace weavemap::gallery {

/// The window's map of any file as one picture, to be laid beside another program's. `arguments`: the file, the picture
/// to write, then in any order a theme (light, dark), colours (print, grey), a style (distances, groups, circle), the
/// size of the window (1440x900) and how far to zoom in (x2). The exit status of a program; what is wrong goes to
/// standard error.
int takeOneMap(const QStringList& arguments);

inline constexpr char kOneMapUsage[] =
    "weavemap-gallery --map FILE PICTURE [light|dark] [print|grey] [distances|groups|circle] [1440x900] [x2]";

} // namespace weavemap::gallery
