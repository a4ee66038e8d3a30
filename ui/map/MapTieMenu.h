// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "core/domain/Tie.h"

class QAction;
class QMenu;

namespace weavemap::ui {

/// Puts menus in front of `before`: how deep a tie is, how often they are in touch, whether they work together. Another
/// choice is handed to `store` as the tie it makes.
void addTieChoices(QMenu& menu, QAction* before, const Tie& tie, const std::function<void(const Tie&)>& store);

} // namespace weavemap::ui
