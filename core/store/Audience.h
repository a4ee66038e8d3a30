// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Convening.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/domain/Person.h"
#include "core/domain/Project.h"
#include "core/domain/Question.h"
#include "core/store/Questions.h"

namespace weavemap::store {

class Records;

/// Who is going to read: the one rule for what they may. A value.
class Audience
{
public:
    /// The staff person `me` (0: nobody in particular) at their desk: everything but what others keep to themselves.
    static Audience office(PersonId me) { return Audience(me, false); }
    /// Whoever gets a file, a map, a report or an answer outside of the office: what is marked shareable alone.
    static Audience leaving() { return Audience({}, true); }

    bool isLeaving() const { return m_leaving; }
    PersonId me() const { return m_me; }

    /// Something of this level that `writer` wrote (0: not said).
    bool mayRead(Confidentiality level, PersonId writer) const
    {
        if (m_leaving || level != Confidentiality::onlyMe)
            return !m_leaving || level == Confidentiality::shareable;
        return m_me && writer == m_me;
    }
    bool mayRead(const Conversation& conversation) const
    {
        return mayRead(conversation.confidentiality, conversation.staff);
    }
    bool mayRead(const Convening& convening) const { return mayRead(convening.confidentiality, convening.writer); }
    bool mayReadAbout(const Person& person) const { return mayRead(person.aboutLevel, person.aboutBy); }

    bool operator==(const Audience&) const = default;

private:
    Audience(PersonId me, bool leaving) : m_me(me), m_leaving(leaving) {}

    PersonId m_me;
    bool m_leaving;
};

/// The records as one audience may read them: what they may not is left out, and a private field comes empty. Every
/// read that can leave the program goes through it. An item, a promise, an introduction, a project and a question that
/// came out of a conversation are at least as confidential as that, and their writer is who talked; without a
/// conversation a promise is its owner's, an introduction its host's and a project its writer's. A view over `records`
/// on its thread, for one job: it remembers how confidential conversations are.
class AudienceRecords
{
public:
    AudienceRecords(const Records& records, Audience audience) : m_records(&records), m_audience(audience) {}

    const Audience& audience() const { return m_audience; }

    Result<std::vector<Person>> people() const; ///< by id
    Result<std::optional<Person>> find(PersonId id) const;

    Result<std::vector<Conversation>> conversations() const;             ///< newest first
    Result<std::vector<Conversation>> conversationsWith(PersonId) const; ///< newest first
    Result<std::optional<Conversation>> find(ConversationId id) const;

    Result<std::vector<NoteItem>> items() const; ///< by id
    Result<std::vector<NoteItem>> items(ConversationId conversation) const;
    Result<std::vector<NoteItem>> itemsOf(PersonId person) const;

    Result<std::vector<FollowUp>> followUps() const; ///< open first, by due date
    Result<std::vector<FollowUp>> followUps(ConversationId conversation) const;

    // Suggestions that were put aside are not among them: they were never tried.
    Result<std::vector<Introduction>> introductions() const; ///< by id
    Result<std::vector<Introduction>> introductionsOf(PersonId person) const;
    Result<std::vector<Introduction>> introductionsFrom(ConversationId conversation) const;
    Result<std::vector<Introduction>> putAside() const; ///< only those, by id
    Result<std::optional<Introduction>> find(IntroductionId id) const;

    Result<std::vector<AskedQuestion>> asked(ConversationId conversation) const; ///< by id
    Result<std::vector<Asking>> askings() const;                                 ///< the newest first
    Result<std::vector<Asking>> askings(QuestionId question) const;
    Result<std::vector<Asking>> askingsOf(PersonId person) const;

    Result<std::vector<Project>> projects() const; ///< by id
    Result<std::vector<Project>> projectsOf(PersonId person) const;
    Result<std::optional<Project>> find(ProjectId id) const;

    Result<std::vector<Convening>> convenings() const; ///< newest first
    Result<std::optional<Convening>> find(ConveningId id) const;
    /// Who was at those that may be read; none for whoever is outside: who came never leaves.
    Result<std::vector<Attendance>> attendance() const;
    Result<std::vector<Attendance>> attendanceOf(PersonId person) const;

    /// None for whoever is outside: that two are kept apart never leaves.
    Result<std::vector<ApartPair>> apartPairs() const;

    /// The same rule for a record in hand.
    Result<bool> mayRead(const NoteItem& item) const;
    Result<bool> mayRead(const FollowUp& followUp) const;
    Result<bool> mayRead(const Introduction& introduction) const;
    Result<bool> mayRead(const Project& project) const;
    Result<bool> mayRead(const AskedQuestion& asked) const;
    Result<bool> mayRead(const Asking& asking) const { return mayRead(asking.asked); }

    /// What everything that comes out of a conversation is at least, and whose it is.
    struct Note
    {
        Confidentiality level = Confidentiality::shareable;
        PersonId writer; ///< who talked; 0: not said
    };
    /// Of one that is not there: only somebody's, and nobody's in particular.
    Result<Note> noteOf(ConversationId conversation) const;

private:
    Result<> readAllNotes() const;
    Result<bool> mayRead(Confidentiality level, ConversationId conversation, PersonId writer) const;
    Result<std::vector<Introduction>> begun(Result<std::vector<Introduction>> introductions) const;
    template <class Record>
    Result<std::vector<Record>> readable(Result<std::vector<Record>> records) const;
    Result<std::vector<Attendance>> readableAttendance(Result<std::vector<Attendance>> rows) const;

    const Records* m_records;
    Audience m_audience;
    mutable std::unordered_map<std::int64_t, Note> m_notes; ///< by conversation
};

} // namespace weavemap::store
