// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "NoteScore.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

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
    Score all, sure, outsider, later, other;
    for (const CorpusNote& note : readCorpus(folder)) {
        const NoteResult result = compare(note, readingOf(note));
        Score score;
        for (const auto& [kind, one] : result.byKind) {
            kinds[kind] += one;
            score += one;
        }
        all += score;
        sure += result.sure;
        files[note.file] += score;
        (isByOutsider(note) ? outsider : isLater(note) ? later : other) += score;
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
    print("later looks", later);
    print("those the reader is sure of", sure);
    print("all", all);
    return 0;
}

/// How long a note of twelve sentences takes among 20,000 people: the best and the middle of 51 readings.
int measure()
{
    using namespace weavemap;
    static constexpr const char* kFirst[]{"Ana", "Ben", "Carla", "Dele", "Elena", "Femi", "Grace", "Hana", "Ivo", "Jo"};
    static constexpr const char* kLast[]{"Ruiz", "Okafor", "Mendes", "Adeyemi", "Ortega",
                                         "Holm", "Sato",   "Tran",   "Berg",    "Vega"};
    std::vector<weaving::KnownName> people;
    for (int i = 0; i < 20000; ++i)
        people.push_back(
            {PersonId{i + 1}, std::string(kFirst[i % 10]) + ' ' + kLast[i / 10 % 10] + std::to_string(i / 100), {}});
    const auto start = std::chrono::steady_clock::now();
    const weaving::PeopleIndex index(std::move(people));
    const auto built = std::chrono::steady_clock::now();
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += "Works with Ben Okafor" + std::to_string(i) + " on labs and needs a mentor by next Tuesday. ";
    std::vector<double> times;
    for (int i = 0; i < 51; ++i) {
        const auto before = std::chrono::steady_clock::now();
        const auto reading = weaving::readNote({text, *Date::fromYmd(2026, 10, 15)}, {index, {PersonId{1}}, {}});
        if (reading.proposals.empty())
            return 1;
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("index of 20,000 people %.1f ms, a note of 12 sentences %.3f ms at best, %.3f ms in the middle\n",
                std::chrono::duration<double, std::milli>(built - start).count(), times.front(),
                times[times.size() / 2]);
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
        else if (std::strcmp(argv[i], "--speed") == 0)
            return measure();
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
