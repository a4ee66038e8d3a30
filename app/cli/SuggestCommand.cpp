// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/RecordWords.h"
#include "app/cli/Words.h"
#include "core/actions/FindPerson.h"
#include "core/actions/SuggestIntroductions.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;
using actions::SuggestionPage;
using weaving::Lens;
using weaving::Suggestion;

constexpr std::pair<std::string_view, Lens> kLensNames[]{{"asked", Lens::memberAsked},
                                                         {"need-offer", Lens::needMeetsOffer},
                                                         {"isolate", Lens::reachIsolate},
                                                         {"triangle", Lens::closeTriangle},
                                                         {"bridge", Lens::bridgeGroups}};

std::string nameOf(Lens lens)
{
    for (const auto& [name, value] : kLensNames)
        if (value == lens)
            return std::string(name);
    return {};
}

Json personJson(const SuggestionPage& page, PersonId id)
{
    const Person& person = page.person(id);
    return Json{{"id", id.toString()}, {"name", person.name}, {"role", person.role}, {"region", person.region}};
}

/// A line of a note, by its ids and in its words.
Json lineJson(const SuggestionPage& page, NoteItemId id)
{
    const auto found = page.lines.find(id);
    if (found == page.lines.end())
        return nullptr;
    const weaving::Matter& line = found->second;
    return Json{{"id", id.toString()},
                {"person", line.item.person.toString()},
                {"conversation", line.item.conversation.toString()},
                {"on", line.on.toIso()},
                {"text", line.item.text},
                {"topic", line.item.topic}};
}

/// All that a suggestion rests on, each once. Where nothing was said and no tie is cited, what is known of the two is
/// their own records.
std::vector<weaving::RecordRef> recordsOf(const Suggestion& suggestion)
{
    using Kind = weaving::RecordRef::Kind;
    std::vector<weaving::RecordRef> records;
    const auto add = [&records](Kind kind, std::int64_t id) {
        const weaving::RecordRef record{kind, id};
        if (id != 0 && std::find(records.begin(), records.end(), record) == records.end())
            records.push_back(record);
    };
    if (suggestion.lens == Lens::reachIsolate)
        add(Kind::person, suggestion.a.value);
    add(Kind::noteItem, suggestion.need.value);
    add(Kind::noteItem, suggestion.offer.value);
    for (const NoteItemId line : suggestion.shared)
        add(Kind::noteItem, line.value);
    add(Kind::conversation, suggestion.conversation.value);
    add(Kind::conversation, suggestion.offerConversation.value);
    for (const TieId tie : suggestion.ties)
        add(Kind::tie, tie.value);
    if (suggestion.lens == Lens::bridgeGroups || records.empty()) {
        add(Kind::person, suggestion.a.value);
        add(Kind::person, suggestion.b.value);
    }
    return records;
}

Json suggestionJson(const Suggestion& suggestion, const SuggestionPage& page, Date on)
{
    Json json{{"a", personJson(page, suggestion.a)},
              {"b", personJson(page, suggestion.b)},
              {"lens", nameOf(suggestion.lens)},
              {"score", suggestion.score},
              {"reason", ui::toUtf8(ui::reasonSentence(suggestion, page, on))}};
    json["records"] = recordsJson(recordsOf(suggestion));
    json["hosts"] = Json::array();
    for (const PersonId host : suggestion.hosts)
        json["hosts"].push_back(Json{{"id", host.toString()}, {"name", page.person(host).name}});
    if (!suggestion.topic.empty())
        json["topic"] = suggestion.topic;
    if (suggestion.need)
        json["need"] = lineJson(page, suggestion.need);
    if (suggestion.offer)
        json["offer"] = lineJson(page, suggestion.offer);
    if (!suggestion.words.empty())
        json["words"] = suggestion.words;
    if (!suggestion.shared.empty()) {
        json["shared"] = Json::array();
        for (const NoteItemId line : suggestion.shared)
            json["shared"].push_back(lineJson(page, line));
    }
    if (suggestion.conversation)
        json["conversation"] = suggestion.conversation.toString();
    if (!suggestion.ties.empty()) {
        json["ties"] = Json::array();
        for (const TieId tie : suggestion.ties)
            json["ties"].push_back(tie.toString());
    }
    json["shared_contacts"] = suggestion.sharedContacts;
    json["same_role"] = suggestion.sameRole;
    json["same_region"] = suggestion.sameRegion;
    if (suggestion.lens == Lens::bridgeGroups)
        json["groups"] =
            Json{{"sizes", {suggestion.groupSizeA, suggestion.groupSizeB}}, {"ties_between", suggestion.groupTies}};
    return json;
}

Json spreadJson(const weaving::SuggestionSpread& spread)
{
    return Json{{"people", spread.people},
                {"by_quarter_of_ties", spread.byQuarter},
                {"without_ties", spread.peopleWithNoTie},
                {"regions", spread.regions},
                {"regions_in_all", spread.regionsInAll}};
}

/// One suggestion a line: the two, the lens, the reason with the records it rests on, who could host.
std::string lines(const SuggestionPage& page, Date on)
{
    std::string all;
    for (const Suggestion& suggestion : page.found.list) {
        QString line = text("%1 and %2\t%3\t%4 %5")
                           .arg(shown(page.person(suggestion.a).name), shown(page.person(suggestion.b).name),
                                ui::words(suggestion.lens), shown(ui::toUtf8(ui::reasonSentence(suggestion, page, on))),
                                recordsText(recordsOf(suggestion)));
        if (!suggestion.hosts.empty())
            line += QLatin1Char('\t') + text("could host: %1").arg(shown(page.person(suggestion.hosts.front()).name));
        all += ui::toUtf8(line) + '\n';
    }
    return all;
}

Done runSuggest(const Arguments& arguments)
{
    actions::SuggestionWish wish;
    CLI_ASSIGN(const long long limit, wholeNumber(arguments, "--limit", 12, 1, 100'000));
    wish.limit = static_cast<std::size_t>(limit);
    CLI_ASSIGN(wish.on, dateOption(arguments, "--on", today()));
    for (const std::string& name : arguments.values("--lens")) {
        bool isKnown = false;
        QStringList allowed;
        for (const auto& [word, lens] : kLensNames) {
            allowed << ui::toQString(word);
            if (word == name) {
                wish.lenses.push_back(lens);
                isKnown = true;
            }
        }
        if (!isKnown)
            return badValue("--lens", name, allowed.join(QStringLiteral(", ")));
    }
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    if (const auto name = arguments.value("--me")) {
        CLI_ASSIGN(const Person person, actions::findStaffFirst(file.records(), *name));
        wish.me = person.id;
    }
    CLI_ASSIGN(const SuggestionPage page, actions::readSuggestions(file.records(), wish, runContext()));
    if (!arguments.has("--json")) {
        say(page.found.list.empty() ? text("Nobody to introduce: suggestions appear when a need meets an offer, or two "
                                           "know the same person well.")
                                    : ui::spreadSentence(page.found.spread));
        return print(lines(page, wish.on));
    }
    Json json{{"on", wish.on.toIso()}};
    json["suggestions"] = Json::array();
    for (const Suggestion& suggestion : page.found.list)
        json["suggestions"].push_back(suggestionJson(suggestion, page, wish.on));
    json["spread"] = spreadJson(page.found.spread);
    return printJson(json);
}

constexpr OptionSpec kOptions[]{
    {"--json"}, {"--limit", Takes::value}, {"--lens", Takes::words}, {"--on", Takes::value}, {"--me", Takes::value}};

} // namespace

const Command kSuggestCommand{
    "suggest",
    QT_TRANSLATE_NOOP("Terminal", "Says whom to introduce to whom, and why."),
    "suggest FILE [--json] [--limit N] [--lens asked|need-offer|isolate|triangle|bridge ...] [--on DATE] [--me NAME]",
    kOptions,
    1,
    1,
    runSuggest};

} // namespace weavemap::cli
