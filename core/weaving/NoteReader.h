// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/weaving/Note.h"

namespace weavemap::weaving {

/// What is read of a text at most; what is behind it is not looked at.
inline constexpr std::size_t kMostNoteBytes = std::size_t{1} << 20;

/// What could be recorded from a note: rule by rule (README.md), without a clock, the same for the same input. Linear
/// in the text; nobody is proposed who is not named in it or called. Any thread.
NoteReading readNote(const NoteText& note, const NoteContext& context);

} // namespace weavemap::weaving
