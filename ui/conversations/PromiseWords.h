// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "core/base/Date.h"

namespace weavemap::ui {

/// Who owes something to whom: names, empty for nobody in particular.
struct Debt
{
    QString owner;
    QString to;
    bool isMine = false; ///< whoever reads it is the owner
    bool isToMe = false; ///< it is owed to whoever reads it
};

/// "you owe it to Luis Vega", "Luis Vega owes it to you"; empty where nobody is named.
QString debtWords(const Debt& debt);
/// "By Friday 27 November \u00B7 you owe it to Luis Vega".
QString promiseFacts(const std::optional<Date>& due, const Debt& debt);

} // namespace weavemap::ui
