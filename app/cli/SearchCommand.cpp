// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/FindPerson.h"
#include "core/store/Search.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;

const char* groupOf(const store::SearchHit& hit)
{
    switch (hit.kind) {
    case store::HitKind::person:
        return "people";
    case store::HitKind::conversation:
        return "conversations";
    case store::HitKind::followUp:
        return "follow_ups";
    case store::HitKind::organization:
        return "organizations";
    case store::HitKind::topic:
        return "topics";
    case store::HitKind::introduction:
        return "introductions";
    case store::HitKind::project:
        return "projects";
    case store::HitKind::convening:
        return "convenings";
    case store::HitKind::item:
        break;
    }
    switch (hit.itemKind) {
    case NoteItemKind::need:
        return "needs";
    case NoteItemKind::offer:
        return "offers";
    case NoteItemKind::project:
        return "projects_mentioned";
    case NoteItemKind::barrier:
        return "barriers";
    case NoteItemKind::introduction:
        return "introductions_wanted";
    case NoteItemKind::question:
        return "questions";
    }
    return "needs";
}

/// The snippet without the marks around the words found: a terminal's reader searches in it, no more.
std::string withoutMarks(const std::string& snippet)
{
    std::string plain;
    for (const char c : snippet)
        if (c != '\x01' && c != '\x02')
            plain.push_back(c);
    return plain;
}

Got<Json> hitJson(const store::SearchHit& hit, store::Records& records)
{
    Json json{{"id", std::to_string(hit.id)}};
    if (hit.kind == store::HitKind::person) {
        CLI_ASSIGN(const auto person, records.people.find(PersonId{hit.id}));
        json["name"] = hit.title;
        if (person) {
            json["kind"] = person->kind == PersonKind::member  ? "member"
                           : person->kind == PersonKind::staff ? "staff"
                                                               : "outside";
            json["role"] = person->role;
            json["region"] = person->region;
        }
    } else if (hit.kind == store::HitKind::organization || hit.kind == store::HitKind::project ||
               hit.kind == store::HitKind::convening) {
        json["name"] = hit.title;
    } else if (hit.kind == store::HitKind::topic) {
        json = Json{{"name", hit.title}}; // it has no record of its own
    } else if (hit.kind == store::HitKind::introduction) {
        json["people"] = hit.title;
    } else {
        json["with"] = hit.title;
    }
    if (!hit.snippet.empty())
        json["text"] = withoutMarks(hit.snippet);
    return json;
}

Done runSearch(const Arguments& arguments)
{
    CLI_ASSIGN(const long long limit, wholeNumber(arguments, "--limit", 20, 1, 100'000));
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    std::string words;
    for (std::size_t i = 1; i < arguments.words().size(); ++i)
        words += (i > 1 ? " " : "") + arguments.words()[i];
    PersonId me;
    if (const auto name = arguments.value("--me")) {
        CLI_ASSIGN(const Person person, actions::findStaffFirst(file.records(), *name));
        me = person.id;
    }
    CLI_ASSIGN(const auto hits, file.records().search.find(words, me, static_cast<std::size_t>(limit)));

    Json json = Json::object();
    for (const char* const group :
         {"people", "conversations", "needs", "offers", "projects", "projects_mentioned", "topics", "barriers",
          "introductions", "introductions_wanted", "convenings", "questions", "follow_ups", "organizations"})
        json[group] = Json::array();
    for (const store::SearchHit& hit : hits) {
        CLI_ASSIGN(Json entry, hitJson(hit, file.records()));
        json[groupOf(hit)].push_back(std::move(entry));
    }
    return printJson(json);
}

constexpr OptionSpec kOptions[]{{"--me", Takes::value}, {"--limit", Takes::value}, {"--json"}};

} // namespace

const Command kSearchCommand{
    "search",
    QT_TRANSLATE_NOOP("Terminal",
                      "Finds people, conversations, needs, offers, promises and projects by words, as JSON."),
    "search FILE WORDS... [--me NAME] [--limit N]",
    kOptions,
    2,
    1000,
    runSearch,
    Needs::nothing,
    Answers::json};

} // namespace weavemap::cli
