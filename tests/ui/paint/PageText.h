// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapPage.h"

namespace weavemap::ui {

/// A page in print colours; null where it cannot be laid out.
std::shared_ptr<const LaidOutPage> laidOut(const MapPage& page, const MapInput& input);

/// The words around a page's picture: head, legend and foot.
QString wordsAround(const LaidOutPage& page);
/// Those and the words in its picture.
QString wordsOf(const LaidOutPage& page);

} // namespace weavemap::ui
