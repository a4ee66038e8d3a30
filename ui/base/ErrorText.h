// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "core/base/Error.h"

namespace weavemap::ui {

/// What happened, what is safe, what to do: one or two plain sentences for a user. `Error::detail` never shows in it.
/// Missing arguments leave a sentence that still reads.
QString errorSentence(const Error& error);

/// The same about one row of a file, whose other rows are stored all the same. `isLeftOut`: the row is not stored.
QString rowSentence(const Error& error, bool isLeftOut);
/// What became of a name in a tie list that nobody bears, but one person nearly does: "“ana ruiz” is taken for Ana
/// Ruiz."
QString takenForSentence(const std::string& written, const std::string& name);

} // namespace weavemap::ui
