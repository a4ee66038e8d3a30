// SPDX-License-Identifier: GPL-3.0-or-later
// weavemap-desk-bench: how long the weaving desk lets a user wait. Makes sample files of 2,000 and 20,000 members and
// one with 100,000 notes, and prints JSON: queue, suggestions and brief as whole processes of weavemap-cli (start,
// opening, reading, printing) and as calls of core on an open file; the search as it is typed, key by key; and reading
// a long note after each of its keys.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include "core/actions/Brief.h"
#include "core/actions/CallQueue.h"
#include "core/actions/Demo.h"
#include "core/actions/SuggestIntroductions.h"
#include "core/actions/Today.h"
#include "core/base/Random.h"
#include "core/store/Reader.h"
#include "core/store/Workspace.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"

using namespace weavemap;

namespace {

using Json = nlohmann::ordered_json;
using Milliseconds = std::vector<double>;

constexpr int kProcesses = 9, kCalls = 9, kTypings = 5;
constexpr std::size_t kNotes = 100'000, kNotesAtOnce = 10'000;
constexpr std::size_t kSearchEach = 8; // as many of a kind as the window shows
const Date kDay = Date::fromYmd(2026, 11, 20).value();

/// Typed letter by letter: names, words that stand in very many notes, two words, an accent, a mark, and nothing found.
constexpr const char* kQueries[]{"ana",
                                 "Ana Ruiz",
                                 "mentor for fractions",
                                 "a new colleague",
                                 "science fair",
                                 "the",
                                 "e",
                                 "school",
                                 "coding clubs in may",
                                 "José",
                                 "would rather",
                                 "#robotics",
                                 "Lakes librarian",
                                 "xylophone zz",
                                 "s t a c"};

constexpr std::string_view kNote =
    "Works with Ben Cole on grants. Met @Ana at the fair and they swap lesson plans. Goes to Nuala Scanlon for "
    "#robotics. "
    "Knows of three others in Lakes. Needs a mentor for maths. Could share her rubric with newer colleagues. The fee "
    "keeps "
    "her away from the summer meeting. I'll send her the list by Friday. She will send us the draft by Nov 3. Wants to "
    "meet somebody who runs a garden club. Asked Emilio Wolde about local history. Call her back in two weeks.";

[[noreturn]] void giveUp(const char* what, const Error& error)
{
    std::fprintf(stderr, "weavemap-desk-bench: %s failed: error %d\n", what, static_cast<int>(error.code));
    std::exit(1);
}

template <class T>
T need(Result<T> result, const char* what)
{
    if (!result)
        giveUp(what, result.error());
    return std::move(*result);
}

void need(const Result<>& result, const char* what)
{
    if (!result)
        giveUp(what, result.error());
}

double timed(const std::function<void()>& run)
{
    const auto begin = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double rounded(double ms) { return std::round(ms * 100) / 100; }

Json summary(Milliseconds runs)
{
    std::sort(runs.begin(), runs.end());
    return Json{{"best_ms", rounded(runs.front())},
                {"median_ms", rounded(runs[runs.size() / 2])},
                {"worst_ms", rounded(runs.back())},
                {"runs", runs.size()}};
}

Json timedCalls(const std::function<void()>& call)
{
    Milliseconds runs;
    for (int i = 0; i < kCalls; ++i)
        runs.push_back(timed(call));
    return summary(std::move(runs));
}

/// Whole processes of the terminal program beside this one.
Json timedProcesses(const QStringList& arguments)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/weavemap-cli");
    Milliseconds runs;
    for (int i = 0; i < kProcesses; ++i)
        runs.push_back(timed([&] {
            QProcess process;
            process.setStandardOutputFile(QProcess::nullDevice());
            process.setStandardErrorFile(QProcess::nullDevice());
            process.start(program, arguments);
            if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
                process.exitCode() != 0) {
                std::fprintf(stderr, "weavemap-desk-bench: weavemap-cli %s failed\n",
                             qPrintable(arguments.join(QLatin1Char(' '))));
                std::exit(1);
            }
        }));
    return summary(std::move(runs));
}

std::filesystem::path makeSample(const QTemporaryDir& folder, int members)
{
    const std::filesystem::path path =
        folder.filePath(QStringLiteral("members-%1.weavemap").arg(members)).toStdString();
    actions::DemoOptions demo;
    demo.members = members;
    demo.on = kDay;
    need(actions::makeDemoFile(path, demo), "making the sample");
    return path;
}

/// The members of a file, by id.
std::vector<Person> membersOf(store::Records& records)
{
    std::vector<Person> people = need(records.people.all(), "reading people");
    std::erase_if(people, [](const Person& person) { return !person.isCurrentMemberOn(kDay); });
    return people;
}

/// Queue, suggestions and brief as whole processes over a file that nobody else has open.
Json processTimes(const std::filesystem::path& path, PersonId someone)
{
    const QString file = QString::fromStdString(path.string()), on = QString::fromStdString(kDay.toIso());
    const auto command = [&](const char* name, const QStringList& more = {}) {
        return timedProcesses(QStringList{QString::fromLatin1(name), file} + more +
                              QStringList{QStringLiteral("--on"), on, QStringLiteral("--json")});
    };
    return Json{{"queue", command("queue")},
                {"suggest", command("suggest")},
                {"brief", command("brief", {QString::fromStdString(someone.toString())})}};
}

/// The same, and the page of the day, on an open file.
Json coreTimes(store::Records& records, PersonId someone)
{
    actions::SuggestionWish wish;
    wish.on = kDay;
    return Json{{"queue", timedCalls([&] { need(actions::readCallQueue(records, kDay), "the queue"); })},
                {"suggest", timedCalls([&] { need(actions::readSuggestions(records, wish), "the suggestions"); })},
                {"brief", timedCalls([&] { need(actions::readBrief(records, someone, kDay), "the brief"); })},
                {"today", timedCalls([&] { need(actions::readToday(records, kDay), "the page of the day"); })}};
}

Json deskTimes(const std::filesystem::path& path)
{
    std::vector<Person> members;
    {
        const auto workspace = need(store::Workspace::open(path), "opening the file");
        members = membersOf(workspace->records());
    }
    const PersonId someone = members[members.size() / 2].id;
    Json times{{"members", members.size()}, {"weavemap_cli", processTimes(path, someone)}};
    const auto workspace = need(store::Workspace::open(path), "opening the file");
    const auto reader = need(workspace->openReader(), "opening a reader");
    times["core"] = coreTimes(reader->records(), someone);
    return times;
}

/// Adds notes, in words of the sample's own, until there are as many as asked for.
void addNotes(store::Workspace& workspace, std::size_t notes)
{
    const std::vector<Person> members = membersOf(workspace.records());
    const auto calls = need(workspace.records().conversations.all(), "reading the notes");
    Random random(1);
    const auto any = [&random](const auto& list) -> const auto& { return list[random.below(list.size())]; };
    for (std::size_t there = calls.size(); there < notes;) {
        const std::size_t end = std::min(notes, there + kNotesAtOnce);
        const auto made = workspace.change("More notes", [&](store::Records& records) -> Result<> {
            for (; there < end; ++there) {
                Conversation call = any(calls);
                call.id = {};
                call.participants = {any(members).id};
                call.text += ' ' + any(calls).text;
                WEAVEMAP_TRY(records.conversations.insert(std::move(call)));
            }
            return {};
        });
        if (!made)
            giveUp("adding notes", made.error());
    }
}

/// What a prefix took each time, and which it is.
struct Typed
{
    std::string prefix;
    Milliseconds runs;
};

/// Where the letters of a text end.
std::vector<std::size_t> lettersOf(std::string_view text)
{
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i <= text.size(); ++i)
        if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            ends.push_back(i);
    return ends;
}

/// The search as the window asks it: every beginning of every query, in the order of typing.
Json searchTimes(const std::filesystem::path& path)
{
    const auto workspace = need(store::Workspace::open(path), "opening the file");
    addNotes(*workspace, kNotes);
    const auto reader = need(workspace->openReader(), "opening a reader");
    store::Records& records = reader->records();
    std::vector<Typed> typed;
    for (int round = 0; round < kTypings; ++round) {
        std::size_t at = 0;
        for (const std::string_view query : kQueries)
            for (const std::size_t end : lettersOf(query)) {
                if (round == 0)
                    typed.push_back({std::string(query.substr(0, end)), {}});
                typed[at].runs.push_back(
                    timed([&] { need(records.search.find(typed[at].prefix, PersonId{}, kSearchEach), "the search"); }));
                ++at;
            }
    }
    Milliseconds all;
    for (Typed& one : typed) {
        all.insert(all.end(), one.runs.begin(), one.runs.end());
        std::sort(one.runs.begin(), one.runs.end());
    }
    std::stable_sort(typed.begin(), typed.end(),
                     [](const Typed& a, const Typed& b) { return a.runs.back() > b.runs.back(); });
    Json slowest = Json::array();
    for (std::size_t i = 0; i < 5; ++i)
        slowest.push_back(Json{{"typed", typed[i].prefix}, {"times", summary(typed[i].runs)}});
    return Json{{"notes", need(records.conversations.count(), "counting the notes")},
                {"each_key", summary(std::move(all))},
                {"slowest", std::move(slowest)}};
}

/// Reading the note after each of its keys, as the page does while somebody types.
Json noteTimes(const std::filesystem::path& path)
{
    const auto workspace = need(store::Workspace::open(path), "opening the file");
    const std::vector<Person> everybody = need(workspace->records().people.all(), "reading people");
    const weaving::PeopleIndex index(weaving::knownNames(everybody));
    const weaving::NoteContext context{index, {membersOf(workspace->records()).front().id}, {}, {}};
    Milliseconds keys;
    std::size_t proposals = 0;
    for (const std::size_t end : lettersOf(kNote))
        keys.push_back(timed([&] {
            proposals = weaving::readNote({kNote.substr(0, end), kDay}, context).proposals.size();
        }));
    return Json{{"members", everybody.size()},
                {"letters", kNote.size()},
                {"proposals_at_its_end", proposals},
                {"each_key", summary(std::move(keys))}};
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList known{QStringLiteral("desk"), QStringLiteral("note"), QStringLiteral("search")};
    QStringList tasks = QCoreApplication::arguments().mid(1);
    if (!std::all_of(tasks.begin(), tasks.end(), [&known](const QString& task) { return known.contains(task); })) {
        std::fputs("usage: weavemap-desk-bench [desk] [note] [search]\n", stderr);
        return 2;
    }
    if (tasks.isEmpty())
        tasks = known;
    const QTemporaryDir folder;
    Json out;
    for (const int members : {2000, 20'000}) {
        const auto path = makeSample(folder, members);
        if (tasks.contains(known[0]))
            out["desk"].push_back(deskTimes(path));
        if (members == 2000 && tasks.contains(known[1]))
            out["note"] = noteTimes(path);
        if (members == 20'000 && tasks.contains(known[2]))
            out["search"] = searchTimes(path);
    }
    std::printf("%s\n", out.dump(2).c_str());
    return 0;
}
