// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "NotesCorpus.h"
#include "core/weaving/Note.h"

namespace weavemap::test {

/// How many proposals were right, proposed and expected.
struct Score
{
    int right = 0;
    int proposed = 0;
    int expected = 0;
    double precision() const { return proposed == 0 ? 1.0 : static_cast<double>(right) / proposed; }
    double recall() const { return expected == 0 ? 1.0 : static_cast<double>(right) / expected; }
    Score& operator+=(const Score& other);
};

struct NoteResult
{
    std::map<std::string, Score> byKind;
    std::vector<std::string> missed; ///< expected, not proposed
    std::vector<std::string> wrong;  ///< proposed, not expected
    Score sure;                      ///< of what the window would take by itself
};

/// Reads a note of the corpus as the program would.
weaving::NoteReading readingOf(const CorpusNote& note);

/// Compares the reader's proposals with the expected ones. Right: kind and people agree (in order where a tie has a
/// direction), for ties depth, collaboration, direction and end too, for follow-ups the day and whose promise it is;
/// the essential words stand in the text of needs, offers, projects, barriers and follow-ups; topic and heard_from
/// agree where the corpus names them.
NoteResult compare(const CorpusNote& note, const weaving::NoteReading& reading);

} // namespace weavemap::test
