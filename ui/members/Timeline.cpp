// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/Timeline.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/store/Audience.h"
#include "ui/base/ActivityWords.h"
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

/// Names set apart as a sentence has them, the last of many counted.
QString listOf(QStringList names)
{
    if (names.size() > 4)
        names = names.mid(0, 3) + QStringList{T::tr("%Ln others", "", int(names.size()) - 3)};
    return QLocale().createSeparatedList(names);
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
    if (!with.isEmpty())
        entry.text = (T::tr("With %1.").arg(listOf(with)) + QLatin1Char(' ') + entry.text).trimmed();
    return entry;
}

TimelineEntry entryOf(const Introduction& introduction, PersonId person, const PeopleModel& people)
{
    TimelineEntry entry;
    entry.kind = TimelineEntry::Kind::introduction;
    entry.on = introduction.proposed;
    entry.icon = QStringLiteral("introductions");
    entry.introduction = introduction.id;
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

TimelineEntry entryOf(const AttendedConvening& attended, Date today)
{
    TimelineEntry entry;
    const Convening& convening = attended.convening;
    entry.kind = TimelineEntry::Kind::attendance;
    entry.on = convening.on;
    entry.icon = QStringLiteral("calendar");
    entry.convening = convening.id;
    entry.confidentiality = convening.confidentiality;
    entry.title = attendanceSentence(attended.attendance, convening, attended.isKnownWhoCame, today);
    QStringList parts{words(convening.kind)};
    if (!convening.place.empty())
        parts.append(toQString(convening.place));
    else if (convening.form == ConveningForm::online)
        parts.append(words(convening.form));
    entry.text = parts.join(QStringLiteral(" · "));
    return entry;
}

TimelineEntry entryOf(const KnownProject& known, PersonId person, const PeopleModel& people)
{
    TimelineEntry entry;
    const Project& project = known.project;
    entry.kind = TimelineEntry::Kind::project;
    entry.on = known.on;
    entry.icon = itemIcon(NoteItemKind::project);
    entry.project = project.id;
    entry.confidentiality = known.level;
    entry.title = T::tr("Project: %1").arg(toQString(project.name).simplified());
    QStringList with;
    for (const PersonId other : project.people)
        if (const QString name = people.nameOf(other); other != person && !name.isEmpty())
            with.append(name);
    const QString status = words(project.status);
    entry.text = with.isEmpty() ? status : T::tr("With %1; %2.").arg(listOf(with), status.toLower());
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

Result<std::vector<AttendedConvening>> conveningsOf(store::Records& records, PersonId person, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    std::vector<AttendedConvening> attended;
    WEAVEMAP_ASSIGN(const auto rows, readable.attendanceOf(person));
    for (const Attendance& row : rows) {
        WEAVEMAP_ASSIGN(const auto convening, readable.find(row.convening));
        if (!convening)
            continue;
        WEAVEMAP_ASSIGN(const auto all, records.convenings.attendance(row.convening));
        const bool isKnown = std::any_of(all.begin(), all.end(), [](const Attendance& one) { return one.came; });
        attended.push_back({*convening, row, isKnown});
    }
    return attended;
}

Result<std::vector<KnownProject>> projectsOf(const store::AudienceRecords& readable, PersonId person)
{
    std::vector<KnownProject> known;
    WEAVEMAP_ASSIGN(const auto projects, readable.projectsOf(person));
    for (const Project& project : projects) {
        KnownProject one{project, project.started, project.confidentiality};
        WEAVEMAP_ASSIGN(const auto call, readable.find(project.conversation));
        if (call) {
            one.on = one.on ? one.on : call->when.localDate();
            one.level = std::max(one.level, call->confidentiality);
        }
        known.push_back(std::move(one));
    }
    return known;
}

/// Conversations of others that brought up something about this person, or told of a tie of theirs.
Result<std::vector<Conversation>> elsewhereOf(const store::AudienceRecords& readable, const actions::Profile& profile)
{
    std::set<ConversationId> seen{ConversationId{}};
    for (const Conversation& conversation : profile.conversations)
        seen.insert(conversation.id);
    std::vector<Conversation> others;
    const auto add = [&](ConversationId id) -> Result<> {
        if (!seen.insert(id).second)
            return {};
        WEAVEMAP_ASSIGN(auto found, readable.find(id));
        if (found)
            others.push_back(std::move(*found));
        return {};
    };
    for (const NoteItem& item : profile.items)
        WEAVEMAP_TRY(add(item.conversation));
    for (const actions::ProfileTie& tie : profile.ties)
        for (const Evidence& evidence : tie.evidence)
            WEAVEMAP_TRY(add(evidence.conversation));
    return others;
}

/// Whose tie with this person a conversation told of.
QStringList tiesToldOf(const actions::Profile& profile, ConversationId conversation)
{
    QStringList names;
    for (const actions::ProfileTie& tie : profile.ties)
        if (std::any_of(tie.evidence.begin(), tie.evidence.end(),
                        [conversation](const Evidence& one) { return one.conversation == conversation; }))
            names.append(toQString(tie.name));
    return names;
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
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(data.others, elsewhereOf(readable, data.profile));
    WEAVEMAP_ASSIGN(data.introductions, introductionsOf(records, person, me));
    WEAVEMAP_ASSIGN(data.convenings, conveningsOf(records, person, me));
    WEAVEMAP_ASSIGN(data.projects, projectsOf(readable, person));
    return data;
}

std::vector<TimelineEntry> timelineOf(const PersonPageData& data, const PeopleModel& people, Date today)
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
        const QStringList ties = tiesToldOf(profile, conversation.id);
        if (entry.pills.empty() && ties.isEmpty())
            continue;
        entry.kind = TimelineEntry::Kind::mention;
        entry.title = T::tr("Came up elsewhere");
        entry.text = ties.isEmpty() ? QString() : T::tr("Tie with %1.").arg(listOf(ties));
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
    for (const AttendedConvening& attended : data.convenings)
        entries.push_back(entryOf(attended, today));
    for (const KnownProject& known : data.projects)
        entries.push_back(entryOf(known, person, people));
    addMembership(entries, profile.person);
    std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
        return a.on.value_or(Date::fromDays(-1'000'000)) > b.on.value_or(Date::fromDays(-1'000'000));
    });
    return entries;
}

bool isOf(TimelineShow show, const TimelineEntry& entry)
{
    using Kind = TimelineEntry::Kind;
    switch (show) {
    case TimelineShow::everything:
        return true;
    case TimelineShow::conversations:
        return entry.kind == Kind::conversation || entry.kind == Kind::mention;
    case TimelineShow::withItems:
        return !entry.pills.empty();
    case TimelineShow::promises:
        return entry.kind == Kind::promise;
    case TimelineShow::introductions:
        return entry.kind == Kind::introduction;
    case TimelineShow::convenings:
        return entry.kind == Kind::attendance;
    case TimelineShow::projects:
        return entry.kind == Kind::project;
    }
    return true;
}

} // namespace weavemap::ui
