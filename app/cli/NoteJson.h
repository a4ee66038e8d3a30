// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/store/Records.h"
#include "core/weaving/Note.h"

namespace weavemap::cli {

/// The conversation's note, read among the people of the file and the projects that its staff person may read of, from
/// the day of the conversation on.
Result<weaving::NoteReading> readNoteOf(store::Records& records, const Conversation& conversation);

/// What it could record, as `{"proposals": [...], "unresolved": [...]}`. Fields that do not apply to a kind are left
/// out.
nlohmann::ordered_json noteJson(const weaving::NoteReading& reading, const std::string& text);

} // namespace weavemap::cli
