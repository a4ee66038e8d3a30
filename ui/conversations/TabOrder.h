// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace weavemap::ui {

/// Chains everything below `page` that takes the keyboard in the order of its layouts: for pages whose rows come and
/// go.
void chainTabOrder(QWidget* page);

} // namespace weavemap::ui
