// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include "NoteScore.h"

using namespace weavemap::test;

namespace {

void print(const std::string& what, const Score& score)
{
    std::printf("%-28s precision %.3f  recall %.3f  (%d right, %d proposed, %d expected)\n", what.c_str(),
                score.precision(), score.recall(), score.right, score.proposed, score.expected);
}

int run(const std::string& folder, bool withFailures)
{
    std::map<std::string, Score> kinds, files;
    Score all, outsider, other;
    for (const CorpusNote& note : readCorpus(folder)) {
        const NoteResult result = compare(note, readingOf(note));
        Score score;
        for (const auto& [kind, one] : result.byKind) {
            kinds[kind] += one;
            score += one;
        }
        all += score;
        files[note.file] += score;
        (isByOutsider(note) ? outsider : other) += score;
        if (!withFailures || (result.missed.empty() && result.wrong.empty()))
            continue;
        std::printf("%s/%s\n", note.file.c_str(), note.name.c_str());
        for (const std::string& missed : result.missed)
            std::printf("  missed %s\n", missed.c_str());
        for (const std::string& wrong : result.wrong)
            std::printf("  wrong  %s\n", wrong.c_str());
    }
    for (const auto& [kind, score] : kinds)
        print(kind, score);
    std::printf("\n");
    for (const auto& [file, score] : files)
        print(file, score);
    std::printf("\n");
    print("by who saw no grammar", outsider);
    print("by the second author", other);
    print("all", all);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::string folder = WEAVEMAP_TEST_DATA "/notes";
    bool withFailures = false;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--failures") == 0)
            withFailures = true;
        else
            folder = argv[i];
    }
    try {
        return run(folder, withFailures);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", folder.c_str(), error.what());
        return 1;
    }
}
