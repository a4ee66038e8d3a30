// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QStringList>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/NoteJson.h"
#include "app/cli/NoteWishes.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/FindPerson.h"
#include "core/actions/LogCall.h"
#include "core/actions/QuestionBank.h"
#include "core/actions/TakeProposal.h"
#include "core/base/Clock.h"
#include "core/base/Text.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;
using NamePair = std::pair<std::string, std::string>;

constexpr std::size_t kLargestNote = std::size_t{16} << 20;

Got<Instant> whenOf(const Arguments& arguments)
{
    const Instant now = SystemClock().now();
    const auto value = arguments.value("--on");
    if (!value)
        return now;
    // Twice: the zone of the day meant need not be today's.
    const auto rough = Instant::parseLocal(*value, now.zoneMinutes);
    if (!rough)
        return badValue("--on", *value, text("a day or a moment such as 2026-10-15T15:40"));
    return *Instant::parseLocal(*value, localZoneMinutes(rough->unixMs));
}

Got<ConversationKind> kindOf(const Arguments& arguments)
{
    using Kind = ConversationKind;
    static constexpr std::pair<std::string_view, Kind> kKinds[]{
        {"call", Kind::call},   {"video", Kind::video},     {"in-person", Kind::inPerson}, {"email", Kind::email},
        {"group", Kind::group}, {"hallway", Kind::hallway}, {"journal", Kind::journal}};
    return oneOf(arguments, "--kind", kKinds, Kind::call);
}

/// All that a stream has, up to a byte more than a note may hold. Read in blocks, for iterators throw where a read
/// fails.
std::string contentOf(std::istream& stream)
{
    std::string content;
    std::array<char, 65536> block{};
    while (content.size() <= kLargestNote && stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        content.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return content;
}

Got<std::string> noteOf(const Arguments& arguments)
{
    const auto plain = arguments.value("--text"), file = arguments.value("--text-file");
    if (plain.has_value() == file.has_value())
        return wrongUsage(text("Give the note by --text or by --text-file, one of the two."));
    std::string note;
    if (plain) {
        note = *plain;
    } else if (*file == "-") {
        note = contentOf(std::cin);
    } else {
        std::error_code error;
        if (!std::filesystem::exists(pathOf(*file), error))
            return same(Error(ErrorCode::fileNotFound, {*file}));
        std::ifstream stream(pathOf(*file), std::ios::binary);
        note = contentOf(stream);
        if (!stream.is_open() || stream.bad())
            return same(Error(ErrorCode::fileUnreadable, {*file}));
    }
    if (note.size() > kLargestNote)
        return same(
            Error(ErrorCode::fileTooLarge, {file.value_or("--text"), std::to_string(kLargestNote), "fileBytes"}));
    if (!isValidUtf8(note))
        return same(Error(ErrorCode::badEncoding, {file.value_or("--text")}));
    return note;
}

Got<std::vector<NamePair>> tiePairs(const Arguments& arguments)
{
    std::vector<NamePair> pairs;
    std::optional<std::string> open;
    for (const auto& [option, value] : arguments.inOrder()) {
        const bool isTie = option == "--tie";
        if (!isTie && option != "--and")
            continue;
        if (isTie == open.has_value())
            return wrongUsage(text("Each --tie needs its --and."));
        if (isTie)
            open = value;
        else
            pairs.emplace_back(*std::exchange(open, std::nullopt), value);
    }
    if (open)
        return wrongUsage(text("Each --tie needs its --and."));
    return pairs;
}

/// Who `--me` says to be.
struct Me
{
    std::string name;
    PersonId id; ///< none: nobody of the staff has this name; storing makes a staff person of it
};

struct Draft
{
    actions::CallDraft call;
    std::vector<Person> with;
    std::vector<std::pair<Person, Person>> ties;
    std::vector<Question> asked;
    std::optional<Me> me;
};

std::size_t typingErrors(std::u32string_view one, std::u32string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::size_t changed = corner + (one[i] == other[j] ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

/// Whether a name, both folded, is likely another one with a slip of the hand, or a part of it: "ruht", "ruth".
bool isNear(const QString& typed, const QString& name)
{
    constexpr qsizetype kLongestCompared = 200;
    if (typed.isEmpty() || name.isEmpty())
        return false;
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList typedWords = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (std::all_of(typedWords.begin(), typedWords.end(), [&](const QString& word) { return words.contains(word); }))
        return true;
    if (std::max(typed.size(), name.size()) > kLongestCompared)
        return false;
    const std::size_t allowed = typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
    return typingErrors(typed.toStdU32String(), name.toStdU32String()) <= allowed;
}

Got<std::optional<Me>> meOf(const Arguments& arguments, store::Records& records)
{
    const std::string name(trimmed(arguments.value("--me").value_or("")));
    if (name.empty())
        return std::nullopt;
    CLI_ASSIGN(std::vector<Person> staff, records.people.all());
    std::erase_if(staff, [](const Person& person) { return person.kind != PersonKind::staff; });
    const QString folded = ui::toQString(foldForSearch(name)).simplified();
    if (folded.isEmpty()) // marks and nothing they stand on
        return badValue("--me", name, text("a name"));
    std::vector<Person> equal, alike;
    QStringList near;
    for (const Person& person : staff) {
        const QString other = ui::toQString(foldForSearch(person.name)).simplified();
        if (person.name == name)
            equal.push_back(person);
        else if (other == folded)
            alike.push_back(person);
        else if (isNear(folded, other))
            near << inQuotes(person.name);
    }
    const std::vector<Person>& found = equal.empty() ? alike : equal;
    if (found.size() > 1)
        return same(Error(ErrorCode::ambiguousName, {name, found[0].name + " (" + found[0].id.toString() + ")",
                                                     found[1].name + " (" + found[1].id.toString() + ")"}));
    if (!found.empty())
        return Me{found.front().name, found.front().id};
    if (!near.isEmpty())
        return notDone(text("Nobody on the staff is called %1, but there is %2. Nothing was stored; write the name in "
                            "full, or add a new staff person in Settings of the window.")
                           .arg(inQuotes(name), near.join(QStringLiteral(", "))));
    return Me{name, {}};
}

/// What the command line says by itself; the note is read to its end.
Got<Conversation> conversationOf(const Arguments& arguments)
{
    Conversation conversation;
    CLI_ASSIGN(conversation.when, whenOf(arguments));
    if (conversation.when.localDate() > today())
        return notDone(text("%1 is still to come. Nothing was stored; give the day of the conversation by --on.")
                           .arg(shown(conversation.when.localDate().toIso())));
    CLI_ASSIGN(conversation.kind, kindOf(arguments));
    CLI_ASSIGN(conversation.text, noteOf(arguments));
    return conversation;
}

/// The questions of the bank that were put: by id, or by their words.
Got<std::vector<Question>> askedOf(const Arguments& arguments, store::Records& records)
{
    std::vector<Question> asked;
    const auto said = arguments.values("--asked");
    if (said.empty())
        return asked;
    CLI_ASSIGN(const std::vector<Question> bank, records.questions.all());
    for (const std::string& one : said) {
        const auto byId = std::find_if(bank.begin(), bank.end(),
                                       [&one](const Question& question) { return question.id.toString() == one; });
        const Question* question = byId != bank.end() ? &*byId : actions::findWording(bank, one);
        if (!question)
            return same(Error(ErrorCode::notFound, {"question", one}));
        if (std::find(asked.begin(), asked.end(), *question) == asked.end())
            asked.push_back(*question);
    }
    return asked;
}

Got<Draft> draftOf(const Arguments& arguments, Conversation said, store::Records& records)
{
    Draft draft;
    draft.call.conversation = std::move(said);
    Conversation& conversation = draft.call.conversation;
    CLI_ASSIGN(const std::vector<NamePair> pairs, tiePairs(arguments));
    for (const std::string& name : arguments.values("--with")) {
        CLI_ASSIGN(const Person person, actions::findPerson(records, name));
        if (std::any_of(draft.with.begin(), draft.with.end(),
                        [&person](const Person& other) { return other.id == person.id; }))
            continue; // named twice
        conversation.participants.push_back(person.id);
        draft.with.push_back(person);
    }
    for (const auto& [one, other] : pairs) {
        CLI_ASSIGN(const Person a, actions::findPerson(records, one));
        CLI_ASSIGN(const Person b, actions::findPerson(records, other));
        if (a.id == b.id)
            return same(Error(ErrorCode::sameEnds, {a.name}));
        actions::MentionedTie tie;
        tie.a = a.id;
        tie.b = b.id;
        draft.call.ties.push_back(tie);
        draft.ties.emplace_back(a, b);
    }
    CLI_ASSIGN(draft.asked, askedOf(arguments, records));
    for (const Question& question : draft.asked)
        draft.call.asked.push_back(question.id);
    CLI_ASSIGN(draft.me, meOf(arguments, records));
    if (draft.me)
        conversation.staff = draft.me->id;
    return draft;
}

/// Whether two mentions are of the same two people.
bool isSamePair(const actions::MentionedTie& one, const actions::MentionedTie& other)
{
    return std::minmax(one.a, one.b) == std::minmax(other.a, other.b);
}

/// Adds all that the note proposes. What it says of a tie that the command line names, too, is one mention with it.
void takeAll(actions::CallDraft& call, const weaving::NoteReading& reading)
{
    const std::size_t given = call.ties.size();
    for (const weaving::Proposal& proposal : reading.proposals)
        actions::takeProposal(call, proposal);
    for (std::size_t i = given; i < call.ties.size();) {
        const actions::MentionedTie read = call.ties[i];
        const auto end = call.ties.begin() + static_cast<std::ptrdiff_t>(given);
        const auto same = std::find_if(call.ties.begin(), end,
                                       [&read](const actions::MentionedTie& tie) { return isSamePair(tie, read); });
        if (same == end) {
            ++i;
            continue;
        }
        const TieDepth depth = std::max(same->depth, read.depth);
        *same = read;
        same->depth = depth;
        call.ties.erase(call.ties.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

QString labelOf(const Draft& draft)
{
    const QString name = shown(draft.with.front().name);
    const ConversationKind kind = draft.call.conversation.kind;
    const bool isCall = kind == ConversationKind::call || kind == ConversationKind::video;
    if (draft.with.size() == 1)
        return (isCall ? text("Call with %1") : text("Conversation with %1")).arg(name);
    const std::size_t others = draft.with.size() - 1;
    return (isCall ? counted("Call with %1 and %n other", "Call with %1 and %n others", others)
                   : counted("Conversation with %1 and %n other", "Conversation with %1 and %n others", others))
        .arg(name);
}

Json personJson(const Person& person) { return Json{{"id", person.id.toString()}, {"name", person.name}}; }

/// What storing would make of each tie.
Result<std::vector<actions::TieOutcome>> outcomesOf(store::Records& records, const Draft& draft)
{
    std::vector<actions::TieOutcome> outcomes;
    for (const actions::MentionedTie& tie : draft.call.ties) {
        WEAVEMAP_ASSIGN(const auto known, records.ties.between(tie.a, tie.b));
        if (!known)
            outcomes.push_back(actions::TieOutcome::created);
        else
            outcomes.push_back(known->depth < tie.depth ? actions::TieOutcome::deepened
                                                        : actions::TieOutcome::confirmed);
    }
    return outcomes;
}

Json resultJson(const Draft& draft, const std::vector<actions::TieOutcome>& outcomes,
                const std::optional<actions::StoredCall>& stored, const std::vector<Wish>& wishes, Json reading)
{
    Json json{{"stored", stored.has_value()}, {"conversation", nullptr}};
    if (stored)
        json["conversation"] = stored->conversation.toString();
    json["label"] = ui::toUtf8(labelOf(draft));
    json["when"] = draft.call.conversation.when.toIsoLocal();
    json["me"] = nullptr;
    if (draft.me)
        json["me"] = Json{{"id", nullptr}, {"name", draft.me->name}, {"new", !draft.me->id.isValid()}};
    if (draft.me && draft.call.conversation.staff.isValid())
        json["me"]["id"] = draft.call.conversation.staff.toString();
    json["with"] = Json::array();
    for (const Person& person : draft.with)
        json["with"].push_back(personJson(person));
    json["ties"] = Json::array();
    for (std::size_t i = 0; i < draft.ties.size(); ++i) {
        using Outcome = actions::TieOutcome;
        const Outcome outcome = outcomes[i];
        Json tie{{"a", personJson(draft.ties[i].first)}, {"b", personJson(draft.ties[i].second)}};
        tie["id"] = nullptr;
        if (stored)
            tie["id"] = stored->ties[i].id.toString();
        tie["outcome"] = outcome == Outcome::created ? "new" : outcome == Outcome::deepened ? "deeper" : "confirmed";
        json["ties"].push_back(std::move(tie));
    }
    json["asked"] = Json::array();
    for (const Question& question : draft.asked)
        json["asked"].push_back(Json{{"id", question.id.toString()}, {"text", question.text}});
    json["introductions"] = wishesJson(wishes, stored ? stored->introductions : std::vector<IntroductionId>());
    json["proposals"] = std::move(reading["proposals"]);
    json["unresolved"] = std::move(reading["unresolved"]);
    return json;
}

/// Of whom the note says something that is not stored, in one sentence.
void sayWhoIsUnclear(const weaving::NoteReading& reading, const std::string& note)
{
    QStringList names;
    for (const weaving::Unresolved& unresolved : reading.unresolved) {
        const auto& candidates = unresolved.candidates;
        if (std::any_of(candidates.begin(), candidates.end(), [](const weaving::Who& who) { return !who.id; }))
            continue; // a near miss: doubtful, but stored
        const weaving::TextSpan& words = unresolved.words;
        names << inQuotes(std::string_view(note).substr(words.begin, words.end - words.begin));
    }
    names.removeDuplicates();
    if (!names.isEmpty())
        say(text("The conversation was stored without what it says of %1: it is not clear who is meant.")
                .arg(names.join(QStringLiteral(", "))));
}

Done runLog(const Arguments& arguments)
{
    if (!arguments.has("--with"))
        return wrongUsage(text("Say by --with whom the conversation was with."));
    for (const char* const option : {"--with", "--tie", "--and", "--asked"})
        for (const std::string& name : arguments.values(option))
            if (trimmed(name).empty())
                return wrongUsage(text("%1 needs a value.").arg(shown(option)));
    const std::string& path = arguments.words().front();
    // Before the file is opened: whoever types the note must not keep it from others meanwhile.
    CLI_ASSIGN(Conversation said, conversationOf(arguments));
    if (trimmed(said.text).empty() && !arguments.has("--tie") && !arguments.has("--asked"))
        return notDone(text("The note is empty, and neither --tie names a tie nor --asked a question: there is nothing "
                            "to store."));
    if (!arguments.has("--accept")) {
        CLI_ASSIGN(ReadableFile file, openToRead(path));
        CLI_ASSIGN(const Draft draft, draftOf(arguments, std::move(said), file.records()));
        CLI_ASSIGN(const auto outcomes, outcomesOf(file.records(), draft));
        CLI_ASSIGN(const auto reading, readNoteOf(file.records(), draft.call.conversation));
        actions::CallDraft taken = draft.call;
        takeAll(taken, reading);
        CLI_ASSIGN(const auto wishes, sortWishes(taken, file.records()));
        say(text("Nothing was stored. Add --accept to store this conversation."));
        sayWhoIsKeptApart(wishes);
        if (draft.me && !draft.me->id.isValid())
            say(text("Nobody on the staff is called %1: storing would add a new staff person of that name.")
                    .arg(inQuotes(draft.me->name)));
        return printJson(
            resultJson(draft, outcomes, std::nullopt, wishes, noteJson(reading, draft.call.conversation.text)));
    }
    CLI_ASSIGN(const auto workspace, openToWrite(path));
    CLI_ASSIGN(Draft draft, draftOf(arguments, std::move(said), workspace->records()));
    CLI_ASSIGN(const auto reading, readNoteOf(workspace->records(), draft.call.conversation));
    workspace->setAuthor(draft.me ? draft.me->name : std::string());
    actions::StoredCall stored;
    std::vector<Wish> wishes;
    const auto changed = workspace->change(ui::toUtf8(labelOf(draft)), [&](store::Records& records) -> Result<> {
        if (draft.me && !draft.me->id.isValid()) {
            WEAVEMAP_ASSIGN(draft.call.conversation.staff, actions::staffPersonNamed(records, draft.me->name));
        }
        takeAll(draft.call, reading);
        WEAVEMAP_ASSIGN(wishes, sortWishes(draft.call, records));
        WEAVEMAP_ASSIGN(stored, actions::logCall(records, draft.call));
        return {};
    });
    if (!changed)
        return same(changed.error());
    if (draft.me && !draft.me->id.isValid())
        say(text("Nobody on the staff was called %1: a new staff person of that name was added.")
                .arg(inQuotes(draft.me->name)));
    sayWhoIsKeptApart(wishes);
    sayWhoIsUnclear(reading, draft.call.conversation.text);
    std::vector<actions::TieOutcome> outcomes;
    for (const actions::StoredTie& tie : stored.ties)
        outcomes.push_back(tie.outcome);
    return printJson(resultJson(draft, outcomes, stored, wishes, noteJson(reading, draft.call.conversation.text)));
}

constexpr OptionSpec kOptions[]{{"--with", Takes::words},
                                {"--text", Takes::value},
                                {"--text-file", Takes::value},
                                {"--tie", Takes::value},
                                {"--and", Takes::value},
                                {"--asked", Takes::value},
                                {"--on", Takes::value},
                                {"--kind", Takes::value},
                                {"--me", Takes::value},
                                {"--accept"},
                                {"--json"}};

} // namespace

const Command kLogCommand{
    "log",
    QT_TRANSLATE_NOOP("Terminal", "Shows what a conversation would record; stores all of it with --accept."),
    "log FILE --with NAME... (--text T | --text-file F|-) [--tie A --and B]... [--asked QUESTION]... [--on "
    "DATE[THH:MM]] "
    "[--kind call|video|in-person|email|group|hallway|journal] [--me NAME] [--accept] [--json]",
    kOptions,
    1,
    1,
    runLog,
    Needs::nothing,
    Answers::json};

} // namespace weavemap::cli
