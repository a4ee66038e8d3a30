// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "Scenes.h"
#include "WindowBox.h"
#include "ui/shell/Places.h"

/// What scenes do between pictures.
namespace weavemap::gallery {

/// Until nothing moves any more, without a banner.
void settled(uitest::WindowBox& box);
/// Chooses somebody in the field that has the focus: types, and takes the first that is offered.
void choose(uitest::WindowBox& box, const QString& typed);
void go(uitest::WindowBox& box, ui::PlaceId place);
/// The menu that a click on `button` opens.
void takeMenu(uitest::WindowBox& box, const QString& name, const Take& take, const char* button);

/// Takes the menu that a click on `button` opens.
void takeMenu(uitest::WindowBox& box, const QString& name, const Take& take, const char* button);

} // namespace weavemap::gallery
