// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/Timeline.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/store/Audience.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qsizetype kLongestText = 280;

PillText pillOf(const NoteItem& item)
{
    PillText pill;
    pill.text = toQString(item.text.empty() ? item.topic : item.text);
    pill.icon = itemIcon(item.kind);
    if (item.kind == NoteItemKind::need)
        pill.tone = Tone::warning;
    else if (item.kind == NoteItemKind::offer)
        pill.tone = Tone::good;
    if (item.state == NoteItemState::met || item.state == NoteItemState::made)
        pill.suffix = words(item.state).toLower();
    return pill;
}

QString shortened(const std::string& utf8)
{
    const QString plain = toQString(utf8).simplified();
    if (plain.size() <= kLongestText)
        return plain;
    const auto space = plain.lastIndexOf(QLatin1Char(' '), kLongestText);
    return plain.left(space > kLongestText / 2 ? space : kLongestText) + QStringLiteral("…");
}

TimelineEntry entryOf(const Conversation& conversation, PersonId person, const PeopleModel& people)
{
    TimelineEntry entry;
    entry.on = conversation.when.localDate();
    entry.icon = kindIcon(conversation.kind);
    entry.conversation = conversation.id;
    entry.confidentiality = conversation.confidentiality;
    entry.title = words(conversation.kind);
    if (!conversation.reached)
        entry.title = T::tr("%1, not reached").arg(entry.title);
    else if (conversation.minutes > 0)
        entry.title = T::tr("%1, %2").arg(entry.title, formatMinutes(conversation.minutes));
    QStringList with;
    for (const PersonId other : conversation.participants)
        if (const QString name = people.nameOf(other); other != person && !name.isEmpty())
            with.append(name);
    entry.text = shortened(conversation.text);
    if (!with.isEmpty()) {
        const auto shown =
            with.size() > 4 ? with.mid(0, 3) + QStringList{T::tr("%n others", "", int(with.size()) - 3)} : with;
        entry.text =
            (T::tr("With %1.").arg(QLocale().createSeparatedList(shown)) + QLatin1Char(' ') + entry.text).trimmed();
    }
    return entry;
}

TimelineEntry entryOf(const Introduction& introduction, PersonId person, const PeopleModel& people)
{
    TimelineEntry entry;
    entry.kind = TimelineEntry::Kind::introduction;
    entry.on = introduction.proposed;
    entry.icon = QStringLiteral("introductions");
    entry.conversation = introduction.conversation;
    entry.confidentiality = introduction.confidentiality;
    entry.title = T::tr("Introduction");
    const QString state = words(introduction.state).toLower();
    if (introduction.concerns(person)) {
        const QString other = people.nameOf(introduction.other(person));
        const QString host = people.nameOf(introduction.host);
        entry.text =
            host.isEmpty() ? T::tr("To %1; %2.").arg(other, state) : T::tr("To %1 by %2; %3.").arg(other, host, state);
    } else {
        entry.text =
            T::tr("Of %1 and %2; %3.").arg(people.nameOf(introduction.a), people.nameOf(introduction.b), state);
    }
    if (!introduction.outcome.empty())
        entry.text += QLatin1Char(' ') + shortened(introduction.outcome);
    return entry;
}

/// Whatever somebody has a part in, as far as the reader may see it.
Result<std::vector<Introduction>> introductionsOf(store::Records& records, PersonId person, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(std::vector<Introduction> all, readable.introductionsOf(person));
    WEAVEMAP_ASSIGN(const std::vector<Introduction> hosted, records.introductions.hostedBy(person));
    for (const Introduction& introduction : hosted) {
        WEAVEMAP_ASSIGN(const bool may, readable.mayRead(introduction));
        if (may)
            all.push_back(introduction);
    }
    return all;
}

void addMembership(std::vector<TimelineEntry>& entries, const Person& person)
{
    const auto add = [&entries](const std::optional<Date>& on, const QString& title, const QString& text) {
        if (!on)
            return;
        TimelineEntry entry;
        entry.kind = TimelineEntry::Kind::membership;
        entry.on = on;
        entry.icon = QStringLiteral("person-add");
        entry.title = title;
        entry.text = text;
        entries.push_back(std::move(entry));
    };
    add(person.joined, T::tr("Joined"), {});
    add(person.left, T::tr("Left"), toQString(person.leftReason));
    add(person.archived, T::tr("Archived"), {});
}

} // namespace

Result<PersonPageData> readPersonPage(store::Records& records, PersonId person, Date on, PersonId me)
{
    PersonPageData data;
    WEAVEMAP_ASSIGN(data.profile, actions::readProfile(records, person, on, me));
    std::set<ConversationId> seen;
    for (const Conversation& conversation : data.profile.conversations)
        seen.insert(conversation.id);
    for (const NoteItem& item : data.profile.items) {
        if (!item.conversation || !seen.insert(item.conversation).second)
            continue;
        WEAVEMAP_ASSIGN(auto found, records.conversations.find(item.conversation));
        if (found)
            data.others.push_back(std::move(*found));
    }
    WEAVEMAP_ASSIGN(data.introductions, introductionsOf(records, person, me));
    return data;
}

std::vector<TimelineEntry> timelineOf(const PersonPageData& data, const PeopleModel& people)
{
    std::vector<TimelineEntry> entries;
    const auto& profile = data.profile;
    const PersonId person = profile.person.id;
    const auto addItems = [&profile](TimelineEntry& entry) {
        for (const NoteItem& item : profile.items)
            if (item.conversation == entry.conversation && !(item.text.empty() && item.topic.empty()))
                entry.pills.push_back(pillOf(item));
    };
    for (const Conversation& conversation : profile.conversations) {
        TimelineEntry entry = entryOf(conversation, person, people);
        addItems(entry);
        entries.push_back(std::move(entry));
    }
    for (const Conversation& conversation : data.others) {
        TimelineEntry entry = entryOf(conversation, person, people);
        addItems(entry);
        if (entry.pills.empty())
            continue;
        entry.title = T::tr("Came up elsewhere");
        entry.text.clear();
        entries.push_back(std::move(entry));
    }
    for (const FollowUp& followUp : profile.followUps) {
        if (!followUp.done)
            continue;
        TimelineEntry entry;
        entry.kind = TimelineEntry::Kind::promise;
        entry.on = followUp.done;
        entry.icon = QStringLiteral("promise");
        entry.title = T::tr("Promise kept");
        entry.text = shortened(followUp.text);
        if (const QString owner = people.nameOf(followUp.owner); !owner.isEmpty() && followUp.owner != person)
            entry.text = T::tr("%1: %2").arg(owner, entry.text);
        entry.conversation = followUp.conversation;
        entries.push_back(std::move(entry));
    }
    for (const Introduction& introduction : data.introductions)
        entries.push_back(entryOf(introduction, person, people));
    addMembership(entries, profile.person);
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
        return a.on.value_or(Date::fromDays(-1'000'000)) > b.on.value_or(Date::fromDays(-1'000'000));
    });
    return entries;
}

} // namespace weavemap::ui
