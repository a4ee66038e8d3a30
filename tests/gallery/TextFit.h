// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace weavemap::gallery {

/// What is wrong with the texts of `root` and of every visible widget in it, one line each: text that is cut by its
/// widget or by one around it, two texts in one widget that cover each other, and text shortened until nothing of it
/// is left. Text that ends in an ellipsis was shortened on purpose; what a scroll bar reaches is not cut.
QStringList textsThatDoNotFit(QWidget& root);

} // namespace weavemap::gallery
