// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace weavemap::ui {

/// A field that people are filtered by, in the middle of a sentence.
QString fieldInSentence(const std::string& field);

} // namespace weavemap::ui
