// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

namespace weavemap::ui {

/// Why something is not stored, for what core refuses by a word of its own (the arguments of `invalidArgument`); empty
/// for all others. Ids among the arguments are for the log.
QString refusedSentence(const std::vector<std::string>& args);

} // namespace weavemap::ui
