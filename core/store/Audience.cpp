// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Audience.h"

#include <algorithm>
#include <unordered_set>

#include "core/store/Database.h"
#include "core/store/Records.h"

namespace weavemap::store {

namespace {

/// What an audience gets of a record that it may read: fields of a level of their own come empty where they are not
/// for it.
Person shown(Person person, const Audience& audience)
{
    if (!audience.mayReadAbout(person))
        person.about.clear();
    return person;
}

Conversation shown(Conversation conversation, const Audience& audience)
{
    // Nobody agreed that these words are passed on.
    if (audience.isLeaving() && conversation.quoteConsent == QuoteConsent::none)
        conversation.quote.clear();
    return conversation;
}

Result<std::vector<Conversation>> shown(Result<std::vector<Conversation>> conversations, const Audience& audience)
{
    if (!conversations)
        return conversations;
    std::vector<Conversation> some;
    for (Conversation& conversation : *conversations)
        if (audience.mayRead(conversation))
            some.push_back(shown(std::move(conversation), audience));
    return some;
}

} // namespace

Result<> AudienceRecords::readAllNotes() const
{
    return m_records->database().each("SELECT id, confidentiality, staff FROM conversation", [&](Statement& row) {
        m_notes.insert_or_assign(row.integer(0), Note{row.as<Confidentiality>(1), row.id<PersonId>(2)});
    });
}

Result<AudienceRecords::Note> AudienceRecords::noteOf(ConversationId conversation) const
{
    auto note = m_notes.find(conversation.value);
    if (note == m_notes.end()) {
        WEAVEMAP_ASSIGN(const auto read, m_records->database().first(
                                             "SELECT confidentiality, staff FROM conversation WHERE id = ?1",
                                             [](Statement& row) {
                                                 return Note{row.as<Confidentiality>(0), row.id<PersonId>(1)};
                                             },
                                             conversation));
        // A note that is not there tells nothing: then nobody may.
        note = m_notes.emplace(conversation.value, read.value_or(Note{Confidentiality::onlyMe, {}})).first;
    }
    return note->second;
}

Result<bool> AudienceRecords::mayRead(Confidentiality level, ConversationId conversation, PersonId writer) const
{
    if (!conversation)
        return m_audience.mayRead(level, writer);
    WEAVEMAP_ASSIGN(const Note note, noteOf(conversation));
    return m_audience.mayRead(std::max(level, note.level), note.writer);
}

Result<bool> AudienceRecords::mayRead(const NoteItem& item) const
{
    return mayRead(item.confidentiality, item.conversation, {});
}

Result<bool> AudienceRecords::mayRead(const FollowUp& followUp) const
{
    return mayRead(followUp.confidentiality, followUp.conversation, followUp.owner);
}

Result<bool> AudienceRecords::mayRead(const Introduction& introduction) const
{
    return mayRead(introduction.confidentiality, introduction.conversation, introduction.host);
}

Result<bool> AudienceRecords::mayRead(const AskedQuestion& asked) const
{
    return mayRead(Confidentiality::shareable, asked.conversation, {});
}

Result<bool> AudienceRecords::mayRead(const Project& project) const
{
    return mayRead(project.confidentiality, project.conversation, project.writer);
}

template <class Record>
Result<std::vector<Record>> AudienceRecords::readable(Result<std::vector<Record>> records) const
{
    if (!records)
        return records;
    std::vector<Record> some;
    for (Record& record : *records) {
        WEAVEMAP_ASSIGN(const bool may, mayRead(record));
        if (may)
            some.push_back(std::move(record));
    }
    return some;
}

Result<std::vector<Introduction>> AudienceRecords::begun(Result<std::vector<Introduction>> introductions) const
{
    WEAVEMAP_ASSIGN(auto some, readable(std::move(introductions)));
    const auto mayBePutAside = [](const Introduction& one) { return one.state == IntroductionState::lapsed; };
    if (std::none_of(some.begin(), some.end(), mayBePutAside))
        return some;
    WEAVEMAP_ASSIGN(const std::vector<Introduction> aside, m_records->introductions.putAside()); // by id
    const auto isAside = [&aside](const Introduction& one) {
        return std::binary_search(
            aside.begin(), aside.end(), one,
            [](const Introduction& left, const Introduction& right) { return left.id < right.id; });
    };
    std::erase_if(some, isAside);
    return some;
}

Result<std::vector<Person>> AudienceRecords::people() const
{
    WEAVEMAP_ASSIGN(auto people, m_records->people.all());
    for (Person& person : people)
        person = shown(std::move(person), m_audience);
    return people;
}

Result<std::optional<Person>> AudienceRecords::find(PersonId id) const
{
    WEAVEMAP_ASSIGN(auto person, m_records->people.find(id));
    if (person)
        person = shown(std::move(*person), m_audience);
    return person;
}

Result<std::vector<Conversation>> AudienceRecords::conversations() const
{
    return shown(m_records->conversations.all(), m_audience);
}

Result<std::vector<Conversation>> AudienceRecords::conversationsWith(PersonId person) const
{
    return shown(m_records->conversations.with(person), m_audience);
}

Result<std::optional<Conversation>> AudienceRecords::find(ConversationId id) const
{
    WEAVEMAP_ASSIGN(auto conversation, m_records->conversations.find(id));
    if (!conversation || !m_audience.mayRead(*conversation))
        return std::nullopt;
    return shown(std::move(*conversation), m_audience);
}

Result<std::vector<NoteItem>> AudienceRecords::items() const
{
    WEAVEMAP_TRY(readAllNotes());
    return readable(m_records->conversations.items());
}

Result<std::vector<NoteItem>> AudienceRecords::items(ConversationId conversation) const
{
    return readable(m_records->conversations.items(conversation));
}

Result<std::vector<NoteItem>> AudienceRecords::itemsOf(PersonId person) const
{
    return readable(m_records->conversations.itemsOf(person));
}

Result<std::vector<FollowUp>> AudienceRecords::followUps() const
{
    WEAVEMAP_TRY(readAllNotes());
    return readable(m_records->conversations.followUps());
}

Result<std::vector<FollowUp>> AudienceRecords::followUps(ConversationId conversation) const
{
    return readable(m_records->conversations.followUps(conversation));
}

Result<std::vector<Introduction>> AudienceRecords::introductions() const
{
    return begun(m_records->introductions.all());
}

Result<std::vector<Introduction>> AudienceRecords::introductionsOf(PersonId person) const
{
    return begun(m_records->introductions.of(person));
}

Result<std::vector<Introduction>> AudienceRecords::introductionsFrom(ConversationId conversation) const
{
    return begun(m_records->introductions.from(conversation));
}

Result<std::vector<Introduction>> AudienceRecords::putAside() const
{
    return readable(m_records->introductions.putAside());
}

Result<std::optional<Introduction>> AudienceRecords::find(IntroductionId id) const
{
    WEAVEMAP_ASSIGN(auto introduction, m_records->introductions.find(id));
    if (!introduction)
        return introduction;
    WEAVEMAP_ASSIGN(const bool may, mayRead(*introduction));
    if (!may)
        introduction.reset();
    return introduction;
}

Result<std::vector<AskedQuestion>> AudienceRecords::asked(ConversationId conversation) const
{
    return readable(m_records->questions.asked(conversation));
}

Result<std::vector<Asking>> AudienceRecords::askings() const
{
    WEAVEMAP_TRY(readAllNotes());
    return readable(m_records->questions.askings());
}

Result<std::vector<Asking>> AudienceRecords::askings(QuestionId question) const
{
    WEAVEMAP_TRY(readAllNotes());
    return readable(m_records->questions.askings(question));
}

Result<std::vector<Asking>> AudienceRecords::askingsOf(PersonId person) const
{
    return readable(m_records->questions.askingsOf(person));
}

Result<std::vector<Project>> AudienceRecords::projects() const { return readable(m_records->projects.all()); }

Result<std::vector<Project>> AudienceRecords::projectsOf(PersonId person) const
{
    return readable(m_records->projects.of(person));
}

Result<std::optional<Project>> AudienceRecords::find(ProjectId id) const
{
    WEAVEMAP_ASSIGN(auto project, m_records->projects.find(id));
    if (!project)
        return project;
    WEAVEMAP_ASSIGN(const bool may, mayRead(*project));
    if (!may)
        project.reset();
    return project;
}

Result<std::vector<Convening>> AudienceRecords::convenings() const
{
    WEAVEMAP_ASSIGN(auto convenings, m_records->convenings.all());
    std::erase_if(convenings, [this](const Convening& convening) { return !m_audience.mayRead(convening); });
    return convenings;
}

Result<std::optional<Convening>> AudienceRecords::find(ConveningId id) const
{
    Result<std::optional<Convening>> convening = m_records->convenings.find(id);
    if (convening && *convening && !m_audience.mayRead(**convening))
        convening->reset();
    return convening;
}

Result<std::vector<Attendance>> AudienceRecords::readableAttendance(Result<std::vector<Attendance>> rows) const
{
    if (!rows)
        return rows;
    if (m_audience.isLeaving())
        return std::vector<Attendance>();
    std::unordered_set<std::int64_t> readable;
    WEAVEMAP_ASSIGN(const auto some, convenings());
    for (const Convening& convening : some)
        readable.insert(convening.id.value);
    std::erase_if(*rows, [&readable](const Attendance& row) { return !readable.contains(row.convening.value); });
    return rows;
}

Result<std::vector<Attendance>> AudienceRecords::attendance() const
{
    return readableAttendance(m_records->convenings.attendance());
}

Result<std::vector<Attendance>> AudienceRecords::attendanceOf(PersonId person) const
{
    return readableAttendance(m_records->convenings.attendanceOf(person));
}

Result<std::vector<ApartPair>> AudienceRecords::apartPairs() const
{
    if (m_audience.isLeaving())
        return std::vector<ApartPair>();
    return m_records->introductions.apartPairs();
}

} // namespace weavemap::store
