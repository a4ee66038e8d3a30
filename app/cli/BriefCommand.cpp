// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/Brief.h"
#include "core/actions/FindPerson.h"
#include "core/weaving/Note.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Words.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;
using weaving::CallBrief;

Json dayJson(const std::optional<Date>& day) { return day ? Json(day->toIso()) : Json(nullptr); }

template <class IdType>
Json idJson(IdType id)
{
    return id ? Json(id.toString()) : Json(nullptr);
}

Got<std::string> nameOf(store::Records& records, PersonId id)
{
    CLI_ASSIGN(const auto person, records.people.find(id));
    return person ? person->name : std::string();
}

const char* consentCode(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::unset:
        return "unset";
    case ShowConsent::byName:
        return "by_name";
    case ShowConsent::byCode:
        return "by_code";
    case ShowConsent::notShown:
        return "not_shown";
    }
    return "";
}

const char* stateCode(IntroductionState state)
{
    static constexpr const char* kCodes[]{"proposed", "agreed",  "made",     "replied", "met",
                                          "in_touch", "working", "declined", "lapsed"};
    return kCodes[static_cast<std::size_t>(state)];
}

const char* whyCode(weaving::QuestionWhy why)
{
    static constexpr const char* kCodes[]{"missing", "stale", "open", "known"};
    return kCodes[static_cast<std::size_t>(why)];
}

Json promisesJson(const std::vector<FollowUp>& promises)
{
    Json list = Json::array();
    for (const FollowUp& promise : promises)
        list.push_back(Json{{"id", promise.id.toString()},
                            {"text", promise.text},
                            {"due", dayJson(promise.due)},
                            {"owner", idJson(promise.owner)},
                            {"conversation", idJson(promise.conversation)}});
    return list;
}

Json itemsJson(const std::vector<weaving::BriefItem>& items)
{
    Json list = Json::array();
    for (const weaving::BriefItem& row : items)
        list.push_back(Json{{"id", row.item.id.toString()},
                            {"text", row.item.text},
                            {"topic", row.item.topic},
                            {"on", dayJson(row.on)},
                            {"conversation", idJson(row.item.conversation)}});
    return list;
}

Json nearJson(const std::vector<weaving::NearPerson>& near)
{
    Json list = Json::array();
    for (const weaving::NearPerson& person : near) {
        Json reasons = Json::array();
        for (const weaving::NearWhy& why : person.reasons) {
            Json reason{{"code", weaving::codeOf(why.code)}};
            if (!why.words.empty())
                reason["words"] = why.words;
            if (why.code == weaving::NearReason::sharedContact) {
                reason["count"] = why.count;
                reason["through"] = Json::array();
                for (const PersonId id : why.through)
                    reason["through"].push_back(id.toString());
            }
            reason["records"] = Json::array();
            for (const weaving::RecordRef& record : why.records)
                reason["records"].push_back(
                    Json{{"kind", weaving::codeOf(record.kind)}, {"id", std::to_string(record.id)}});
            reasons.push_back(std::move(reason));
        }
        list.push_back(Json{{"id", person.person.toString()},
                            {"name", person.name},
                            {"points", person.points},
                            {"reasons", std::move(reasons)}});
    }
    return list;
}

Got<Json> briefJson(const CallBrief& brief, Date on, store::Records& records)
{
    const Person& person = brief.person;
    Json json{{"on", on.toIso()}, {"id", person.id.toString()}, {"name", person.name}, {"role", person.role}};
    json["organization"] = brief.organization;
    json["contact_preference"] = person.contactPreference;
    json["phone"] = person.phone;
    json["consent"] = consentCode(person.consent);
    json["talks"] = Json::array();
    for (const Conversation& talk : brief.talks)
        json["talks"].push_back(
            Json{{"id", talk.id.toString()}, {"when", talk.when.toIsoLocal()}, {"text", talk.text}});
    json["talk_count"] = brief.talkCount;
    json["promised_to_them"] = promisesJson(brief.ours);
    json["promised_by_them"] = promisesJson(brief.theirs);
    json["needs"] = itemsJson(brief.needs);
    json["offers"] = itemsJson(brief.offers);
    json["knows"] = Json::array();
    for (const weaving::BriefTie& tie : brief.ties)
        json["knows"].push_back(Json{{"id", tie.other.toString()},
                                     {"name", tie.name},
                                     {"depth", static_cast<int>(tie.depth)},
                                     {"collaboration", weaving::codeOf(tie.collaboration)},
                                     {"last_confirmed", dayJson(tie.lastConfirmed)},
                                     {"stale", tie.isStale},
                                     {"tie", tie.tie.toString()}});
    json["near"] = nearJson(brief.near);
    json["introductions"] = Json::array();
    for (const weaving::BriefIntroduction& row : brief.introductions) {
        const Introduction& introduction = row.introduction;
        const PersonId other = introduction.other(person.id);
        CLI_ASSIGN(const std::string name, nameOf(records, other));
        json["introductions"].push_back(Json{{"id", introduction.id.toString()},
                                             {"with", Json{{"id", other.toString()}, {"name", name}}},
                                             {"state", stateCode(introduction.state)},
                                             {"why", introduction.why},
                                             {"proposed", introduction.proposed.toIso()},
                                             {"since", row.since.toIso()},
                                             {"unanswered", row.isUnanswered}});
    }
    json["questions"] = Json::array();
    for (const weaving::ChosenQuestion& chosen : brief.questions)
        json["questions"].push_back(Json{{"id", chosen.question.id.toString()},
                                         {"text", chosen.question.text},
                                         {"why", whyCode(chosen.why)},
                                         {"known_since", dayJson(chosen.since)},
                                         {"last_asked", dayJson(chosen.lastAsked)}});
    return json;
}

/// The same for somebody who reads it on the terminal: one line for each thing.
Got<QString> briefText(const CallBrief& brief, Date today, store::Records& records)
{
    QStringList lines{shown(brief.person.name)};
    const auto add = [&lines](const QString& what, const QString& words) {
        lines << QStringLiteral("%1\t%2").arg(what, words);
    };
    if (!brief.person.contactPreference.empty())
        add(text("Prefers"), shown(brief.person.contactPreference));
    if (brief.person.consent != ShowConsent::unset)
        add(text("On maps"), ui::words(brief.person.consent));
    for (const weaving::BriefIntroduction& row : brief.introductions) {
        CLI_ASSIGN(const std::string other, nameOf(records, row.introduction.other(brief.person.id)));
        const QString state = ui::words(row.introduction.state);
        add(text("Introduction"),
            row.isUnanswered ? text("%1 (%2, no answer since %3)").arg(shown(other), state, shown(row.since.toIso()))
                             : text("%1 (%2)").arg(shown(other), state));
    }
    for (const Conversation& talk : brief.talks)
        add(text("Talk"), QStringLiteral("%1\t%2").arg(shown(talk.when.toIsoLocal()), shown(talk.text)));
    const auto addPromises = [&](const QString& what, const std::vector<FollowUp>& promises) {
        for (const FollowUp& promise : promises)
            add(what,
                !promise.due ? shown(promise.text)
                : *promise.due < today
                    ? text("%1 (%2, due %3)")
                          .arg(shown(promise.text), ui::formatDue(*promise.due, today), shown(promise.due->toIso()))
                    : text("%1 (by %2)").arg(shown(promise.text), shown(promise.due->toIso())));
    };
    addPromises(text("Promised to them"), brief.ours);
    addPromises(text("Promised by them"), brief.theirs);
    for (const weaving::BriefItem& row : brief.needs)
        add(text("Need"), shown(row.item.text));
    for (const weaving::BriefItem& row : brief.offers)
        add(text("Offer"), shown(row.item.text));
    for (const weaving::BriefTie& tie : brief.ties)
        add(text("Knows"), shown(tie.name));
    for (const weaving::NearPerson& near : brief.near)
        add(text("Near, but not tied"), shown(near.name));
    for (const weaving::ChosenQuestion& chosen : brief.questions)
        add(text("Question"),
            chosen.lastAsked
                ? text("%1 (last asked %2)").arg(shown(chosen.question.text), shown(chosen.lastAsked->toIso()))
                : shown(chosen.question.text));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

Done runBrief(const Arguments& arguments)
{
    CLI_ASSIGN(const Date on, dateOption(arguments, "--on", today()));
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    CLI_ASSIGN(const Person person, actions::findPerson(file.records(), arguments.words().back()));
    PersonId me;
    if (const auto name = arguments.value("--me")) {
        CLI_ASSIGN(const Person staff, actions::findStaffFirst(file.records(), *name));
        me = staff.id;
    }
    CLI_ASSIGN(const CallBrief brief, actions::readBrief(file.records(), person.id, on, me));
    if (!arguments.has("--json")) {
        CLI_ASSIGN(const QString lines, briefText(brief, on, file.records()));
        return print(ui::toUtf8(lines));
    }
    CLI_ASSIGN(const Json json, briefJson(brief, on, file.records()));
    return printJson(json);
}

constexpr OptionSpec kOptions[]{{"--json"}, {"--on", Takes::value}, {"--me", Takes::value}};

} // namespace

const Command kBriefCommand{
    "brief",
    QT_TRANSLATE_NOOP(
        "Terminal",
        "Tells what to know of somebody before a call. NAME is a full name, a first name or a nickname that "
        "only one person has, or an id."),
    "brief FILE NAME [--json] [--on DATE] [--me NAME]",
    kOptions,
    2,
    2,
    runBrief};

} // namespace weavemap::cli
