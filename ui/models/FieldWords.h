// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QString>
#include <QStringList>

#include "core/actions/MapClasses.h"

namespace weavemap::ui {

/// What a field begins with that is a further column.
inline constexpr std::string_view kAttribute = "attribute:";

/// The classes of a measure as users read them, the lowest first: "0", "3 to 6", "0.01 to 0.2". No two read alike: they
/// have as many digits as that takes, two at least.
QStringList classNames(const actions::MeasureClasses& measure);

/// A field that people are filtered by, in the middle of a sentence.
QString fieldInSentence(const std::string& field);

} // namespace weavemap::ui
