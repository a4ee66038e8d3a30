// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QSize>
#include <QString>
#include <QStringList>

#include "WindowBox.h"

namespace weavemap::gallery {

/// Hands on a picture: its number and name ("03-map") and the widget to take it of.
using Take = std::function<void(const QString& name, QWidget& widget)>;

/// Walks a window of `size` through the welcome page, every place of an empty file, and every screen of `file`, which
/// is the sample or has its people, in the theme that the stage has. Each picture is taken once nothing is being read
/// or drawn.
void walk(uitest::WindowBox& box, QSize size, const QString& file, const Take& take);

/// Writes the map as the page it leaves the office on (PDF), as the window's export does; the path of the PDF.
QString mapPage(uitest::WindowBox& box);

} // namespace weavemap::gallery
