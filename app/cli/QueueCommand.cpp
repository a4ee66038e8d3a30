// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/RecordWords.h"
#include "app/cli/Words.h"
#include "core/actions/CallQueue.h"
#include "core/actions/FindPerson.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace {

using Json = nlohmann::ordered_json;
using weaving::CallReason;
using weaving::QueueEntry;
using weaving::QueueReason;

Json dayJson(const std::optional<Date>& day) { return day ? Json(day->toIso()) : Json(nullptr); }

Json reasonJson(const QueueReason& reason)
{
    Json json{{"code", weaving::codeOf(reason.code)}, {"points", reason.points}};
    if (reason.on)
        json["on"] = reason.on->toIso();
    switch (reason.code) {
    case CallReason::thinSegment:
        json["segment"] = reason.segment;
        json["heard_from"] = reason.count;
        json["members"] = reason.of;
        break;
    case CallReason::goBetween:
        json["cut_off"] = reason.count;
        break;
    case CallReason::neverReached:
        json["attempts"] = reason.count;
        break;
    case CallReason::promiseLate:
    case CallReason::promiseDue:
    case CallReason::introductionUnanswered:
        json["count"] = reason.count;
        break;
    default:
        break;
    }
    json["records"] = recordsJson(reason.records);
    return json;
}

Json entryJson(const QueueEntry& entry)
{
    Json json{{"id", entry.person.toString()}, {"name", entry.name}, {"points", entry.points}};
    json["last_heard"] = dayJson(entry.lastHeard);
    json["reasons"] = Json::array();
    for (const QueueReason& reason : entry.reasons)
        json["reasons"].push_back(reasonJson(reason));
    return json;
}

Json listJson(const std::vector<QueueEntry>& entries, std::size_t limit)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(limit, entries.size()); ++i)
        list.push_back(entryJson(entries[i]));
    return list;
}

QString words(const QueueReason& reason, Date today)
{
    const QString day = reason.on ? ui::toQString(reason.on->toIso()) : QString();
    switch (reason.code) {
    case CallReason::promiseLate:
        return text("promise %1, due %2").arg(ui::formatDue(reason.on.value_or(today), today), day);
    case CallReason::promiseDue:
        return text("promise due today");
    case CallReason::introductionUnanswered:
        return text("introduction unanswered since %1").arg(day);
    case CallReason::neverReached:
        return reason.count == 0 ? text("never called")
                                 : counted("never reached, tried once", "never reached, tried %n times", reason.count);
    case CallReason::silentYear:
        return text("not heard from since %1").arg(day);
    case CallReason::overdue:
        return text("due since %1").arg(day);
    case CallReason::noTie:
        return text("no known tie");
    case CallReason::oneTie:
        return text("one known tie");
    case CallReason::goBetween:
        return counted("the only link of %n other", "the only link of %n others", reason.count);
    case CallReason::thinSegment:
        return text("%1: %2 of %3 heard from")
            .arg(shown(reason.segment), QString::number(reason.count), QString::number(reason.of));
    }
    return {};
}

/// One member a line: points, name, reasons with the records they rest on.
std::string lines(const std::vector<QueueEntry>& entries, Date on, std::size_t limit)
{
    std::string all;
    for (std::size_t i = 0; i < std::min(limit, entries.size()); ++i) {
        QStringList reasons;
        for (const QueueReason& reason : entries[i].reasons)
            reasons << QStringLiteral("%1 (+%2) %3")
                           .arg(words(reason, on))
                           .arg(reason.points)
                           .arg(recordsText(reason.records));
        all += ui::toUtf8(
            QStringLiteral("%1\t%2\t%3\n")
                .arg(QString::number(entries[i].points), shown(entries[i].name), reasons.join(QStringLiteral("; "))));
    }
    return all;
}

Done runQueue(const Arguments& arguments)
{
    CLI_ASSIGN(const long long most, wholeNumber(arguments, "--limit", 20, 1, 1'000'000));
    CLI_ASSIGN(const Date on, dateOption(arguments, "--on", today()));
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    PersonId me;
    if (const auto name = arguments.value("--me")) {
        CLI_ASSIGN(const Person person, actions::findStaffFirst(file.records(), *name));
        me = person.id;
    }
    CLI_ASSIGN(const weaving::CallQueue queue, actions::readCallQueue(file.records(), on, me));
    const auto limit = static_cast<std::size_t>(most);
    if (!arguments.has("--json")) {
        say(counted("%n member should be called.", "%n members should be called.", queue.due.size()));
        if (!queue.neverReached.empty())
            say(counted("%n member has never been reached; --json lists them.",
                        "%n members have never been reached; --json lists them.", queue.neverReached.size()));
        if (!queue.snoozed.empty())
            say(counted("%n member is left out for now; --json says until when.",
                        "%n members are left out for now; --json says until when.", queue.snoozed.size()));
        return print(lines(queue.due, on, limit));
    }
    Json json{{"on", on.toIso()}, {"due", queue.due.size()}, {"queue", listJson(queue.due, limit)}};
    json["never_reached"] =
        Json{{"count", queue.neverReached.size()}, {"members", listJson(queue.neverReached, limit)}};
    json["left_out"] = Json::array();
    for (const weaving::SnoozedEntry& left : queue.snoozed)
        json["left_out"].push_back(Json{{"id", left.entry.person.toString()},
                                        {"name", left.entry.name},
                                        {"until", left.until.toIso()},
                                        {"record", left.snooze.toString()}});
    return printJson(json);
}

constexpr OptionSpec kOptions[]{{"--json"}, {"--limit", Takes::value}, {"--on", Takes::value}, {"--me", Takes::value}};

} // namespace

const Command kQueueCommand{"queue",
                            QT_TRANSLATE_NOOP("Terminal", "Says whom to call next, and why."),
                            "queue FILE [--json] [--limit N] [--on DATE] [--me NAME]",
                            kOptions,
                            1,
                            1,
                            runQueue};

} // namespace weavemap::cli
