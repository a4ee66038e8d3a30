// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include "app/cli/Failure.h"
#include "core/base/RunContext.h"

namespace weavemap::cli {

/// Results: to standard output, as they are. Fails where they cannot be written (a full disk behind a redirection).
Done print(std::string_view bytes);
Done printJson(const nlohmann::ordered_json& json);
/// Sentences: one line to standard error.
void say(const QString& sentence);

/// A run without cancelling whose progress shows on a terminal and nowhere else.
RunContext runContext(unsigned threads = 1);

} // namespace weavemap::cli
