// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QString>

namespace weavemap::ui {

/// What a field begins with that is a further column.
inline constexpr std::string_view kAttribute = "attribute:";

/// A field that people are filtered by, in the middle of a sentence.
QString fieldInSentence(const std::string& field);

} // namespace weavemap::ui
