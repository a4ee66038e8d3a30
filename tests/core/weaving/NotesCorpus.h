// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The notes of tests/data/notes with what is expected of each (README.md there).
namespace weavemap::test {

struct ExpectedProposal
{
    std::string kind;
    std::vector<std::string> people;
    std::optional<int> depth;
    std::string collaboration; ///< empty: nothing said
    std::string direction;
    std::string topic;
    std::string heardFrom;
    std::string due;
    std::string by;
    std::string text;
    std::string words;
    bool isEnded = false;
    bool isNew = false;
};

struct ExpectedDoubt
{
    std::string words;
    std::vector<std::string> candidates;
};

struct KnownPerson
{
    std::string name;
    std::vector<std::string> nicknames;
};

struct CorpusNote
{
    std::string file;
    std::string name;
    std::string hard;
    std::string on;
    std::string text;
    std::vector<std::string> with;
    std::vector<KnownPerson> people;
    std::vector<std::string> projects;
    std::vector<ExpectedProposal> expected;
    std::vector<ExpectedDoubt> unresolved;
};

/// All notes of a folder, by file name. Throws what reading JSON throws: a corpus that cannot be read is no corpus.
std::vector<CorpusNote> readCorpus(std::string_view folder);

/// Whether a note was written when the reader stood already.
bool isLater(const CorpusNote& note);

/// Whether a note was written by the author who has not seen any grammar of the reader.
bool isByOutsider(const CorpusNote& note);

} // namespace weavemap::test
