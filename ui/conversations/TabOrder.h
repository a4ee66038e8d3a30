// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace weavemap::ui {

/// Chains everything in `parts` that takes the keyboard, part by part in the order of their layouts: for pages whose
/// rows come and go. What is in two parts stands where the later one has it.
void chainTabOrder(const QWidgetList& parts);

} // namespace weavemap::ui
