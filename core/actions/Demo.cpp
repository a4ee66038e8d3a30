// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Demo.h"

#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "core/actions/Colours.h"
#include "core/actions/Projects.h"
#include "core/actions/demo/Names.h"
#include "core/actions/demo/Story.h"
#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/domain/MapView.h"
#include "core/store/Database.h"
#include "core/store/QuestionBank.h"
#include "core/store/Workspace.h"

namespace weavemap::actions {

namespace {

using demo::Story;

constexpr int kMostMembers = 100'000;

Story tell(const DemoOptions& options, Date on)
{
    Story story;
    story.on = on;
    story.seed = options.seed;
    story.members = static_cast<std::size_t>(options.members);
    demo::addPeople(story);
    demo::addBonds(story);
    demo::addCalls(story);
    demo::addProofs(story);
    demo::addWords(story);
    story.questions = store::defaultQuestions().size();
    demo::addWeaving(story);
    demo::addGatherings(story);
    return story;
}

/// Lets a connection take its ids from another mint while it lives.
class MintGuard
{
public:
    MintGuard(store::Database& database, IdMint& mint) : m_database(database), m_before(&database.ids())
    {
        m_database.setIds(&mint);
    }
    ~MintGuard() { m_database.setIds(m_before); }
    MintGuard(const MintGuard&) = delete;
    MintGuard& operator=(const MintGuard&) = delete;

private:
    store::Database& m_database;
    IdMint* m_before;
};

/// Writes a story into a file.
class Storing
{
public:
    Storing(const Story& story, store::Records& records) : m_story(story), m_records(records) {}

    Result<> run()
    {
        WEAVEMAP_TRY(people());
        WEAVEMAP_TRY(calls());
        WEAVEMAP_TRY(notes());
        WEAVEMAP_TRY(meetings());
        WEAVEMAP_TRY(ties());
        WEAVEMAP_TRY(weaving());
        WEAVEMAP_TRY(gatherings());
        WEAVEMAP_TRY(ventures());
        WEAVEMAP_TRY(views());
        WEAVEMAP_TRY(m_records.views.setFact("name", "Ashlands Educators' Network"));
        if (m_story.members > 0)
            for (int colour = 0; const auto& region : demo::regions())
                WEAVEMAP_TRY(setColour(m_records, "region", region.name, colour++));
        return settleColours(m_records);
    }

private:
    PersonId idOf(std::int64_t who) const { return who < 0 ? PersonId{} : m_people[static_cast<std::size_t>(who)]; }

    Result<> people()
    {
        std::vector<OrganizationId> schools;
        for (const auto& school : m_story.schools) {
            WEAVEMAP_ASSIGN(const auto id, m_records.people.insert(school));
            schools.push_back(id);
        }
        for (std::size_t i = 0; i < m_story.people.size(); ++i) {
            const auto& actor = m_story.people[i];
            Person person = actor.person;
            if (person.kind != PersonKind::staff)
                person.organization = schools[static_cast<std::size_t>(actor.school)];
            WEAVEMAP_ASSIGN(const auto id, m_records.people.insert(std::move(person)));
            m_people.push_back(id);
        }
        // Who wrote the notes about people: staff come after members.
        for (std::size_t i = 0; i < m_story.people.size(); ++i) {
            if (m_story.people[i].aboutBy < 0)
                continue;
            WEAVEMAP_ASSIGN(auto person, m_records.people.find(m_people[i]));
            person->aboutBy = idOf(m_story.people[i].aboutBy);
            WEAVEMAP_TRY(m_records.people.update(*person));
        }
        return {};
    }

    Result<> calls()
    {
        for (const auto& call : m_story.calls) {
            Conversation record = call.record;
            record.staff = idOf(call.caller);
            for (const auto who : call.with)
                record.participants.push_back(idOf(who));
            WEAVEMAP_ASSIGN(const auto id, m_records.conversations.insert(std::move(record)));
            m_calls.push_back(id);
        }
        return {};
    }

    Result<> ties()
    {
        for (const auto& bond : m_story.bonds) {
            Tie tie = bond.record;
            tie.a = idOf(bond.a);
            tie.b = idOf(bond.b);
            tie.depth = bond.depth;
            WEAVEMAP_ASSIGN(const auto id, m_records.ties.insert(tie));
            for (const auto& proof : bond.proofs) {
                Evidence evidence;
                evidence.tie = id;
                evidence.kind = proof.kind;
                evidence.heardFrom = idOf(proof.heardFrom);
                if (proof.call >= 0)
                    evidence.conversation = m_calls[static_cast<std::size_t>(proof.call)];
                if (proof.meeting >= 0)
                    evidence.introduction = m_meetings[static_cast<std::size_t>(proof.meeting)];
                evidence.source = proof.source;
                evidence.on = proof.on;
                WEAVEMAP_TRY(m_records.ties.insert(std::move(evidence)));
            }
        }
        return {};
    }

    Result<> notes()
    {
        for (const auto& item : m_story.items) {
            NoteItem record = item.record;
            record.conversation = m_calls[item.call];
            record.person = idOf(item.person);
            record.other = idOf(item.other);
            WEAVEMAP_ASSIGN(record, ofProject(std::move(record), item));
            WEAVEMAP_ASSIGN(const auto id, m_records.conversations.insert(std::move(record)));
            m_items.push_back(id);
        }
        for (const auto& promise : m_story.promises) {
            FollowUp record = promise.record;
            record.conversation = m_calls[promise.call];
            record.person = idOf(promise.person);
            record.owner = idOf(promise.owner);
            WEAVEMAP_TRY(m_records.conversations.insert(std::move(record)));
        }
        return {};
    }

    /// A line about a project with its record, in which those are whom the call spoke of.
    Result<NoteItem> ofProject(NoteItem line, const demo::Item& item)
    {
        const demo::Call& told = m_story.calls[item.call];
        Conversation call = told.record;
        call.id = m_calls[item.call];
        call.staff = idOf(told.caller);
        std::vector<PersonId> others;
        for (const auto& mention : told.mentions)
            if (m_story.people[mention.other].person.kind == PersonKind::member)
                others.push_back(idOf(mention.other));
        return withProject(m_records, std::move(line), others, call);
    }

    Result<> meetings()
    {
        const auto itemAt = [&](std::int64_t at) {
            return at < 0 ? NoteItemId{} : m_items[static_cast<std::size_t>(at)];
        };
        for (const auto& meeting : m_story.meetings) {
            Introduction record = meeting.record;
            record.a = idOf(meeting.a);
            record.b = idOf(meeting.b);
            record.host = idOf(meeting.host);
            record.need = itemAt(meeting.need);
            record.offer = itemAt(meeting.offer);
            if (meeting.call >= 0)
                record.conversation = m_calls[static_cast<std::size_t>(meeting.call)];
            WEAVEMAP_ASSIGN(record.id, m_records.introductions.insert(record));
            for (const auto& [state, on] : meeting.steps) {
                record.state = state;
                WEAVEMAP_TRY(m_records.introductions.update(record, on));
            }
            m_meetings.push_back(record.id);
        }
        return {};
    }

    Result<> weaving()
    {
        for (const auto& pair : m_story.apart)
            WEAVEMAP_TRY(m_records.introductions.insert(ApartPair{{}, idOf(pair.a), idOf(pair.b), pair.why}));
        for (const auto& asked : m_story.asked)
            WEAVEMAP_TRY(m_records.questions.insert(
                AskedQuestion{{}, QuestionId{asked.question + 1}, m_calls[asked.call], idOf(asked.person)}));
        for (const auto& rest : m_story.rests)
            WEAVEMAP_TRY(m_records.questions.insert(Snooze{{}, idOf(rest.person), rest.made, rest.until, rest.why}));
        return {};
    }

    Result<> gatherings()
    {
        for (const auto& gathering : m_story.gatherings) {
            Convening record = gathering.record;
            record.writer = idOf(gathering.writer);
            WEAVEMAP_ASSIGN(const auto id, m_records.convenings.insert(std::move(record)));
            for (const auto& guest : gathering.guests)
                WEAVEMAP_TRY(m_records.convenings.put(
                    {{}, id, idOf(guest.person), guest.invited, guest.registered, guest.came}));
            m_gatherings.push_back(id);
        }
        return {};
    }

    Result<> ventures()
    {
        for (const auto& venture : m_story.ventures) {
            Project record = venture.record;
            for (const auto who : venture.people)
                record.people.push_back(idOf(who));
            if (venture.meeting >= 0)
                record.introduction = m_meetings[static_cast<std::size_t>(venture.meeting)];
            if (venture.gathering >= 0)
                record.convening = m_gatherings[static_cast<std::size_t>(venture.gathering)];
            record.writer = idOf(venture.writer);
            WEAVEMAP_TRY(m_records.projects.insert(std::move(record)));
        }
        return {};
    }

    Result<> views()
    {
        constexpr std::pair<std::string_view, std::string_view> kViews[] = {
            {"Whole network", R"({"ties":"exchange","colourBy":"region","sizeBy":"betweenness","filters":[]})"},
            {"Board view", R"({"ties":"exchange","colourBy":"region","sizeBy":"","filters":[]})"},
            {"Lakes and Uplands", R"({"ties":"exchange","colourBy":"region","sizeBy":"betweenness",)"
                                  R"("filters":[{"field":"region","values":["Lakes","Uplands"]}]})"},
        };
        for (int order = 0; const auto& [name, settings] : kViews)
            WEAVEMAP_TRY(m_records.views.insert({{}, std::string(name), std::string(settings), order++}));
        return {};
    }

    const Story& m_story;
    store::Records& m_records;
    std::vector<PersonId> m_people;
    std::vector<ConversationId> m_calls;
    std::vector<NoteItemId> m_items;
    std::vector<IntroductionId> m_meetings;
    std::vector<ConveningId> m_gatherings;
};

} // namespace

Result<> makeDemo(store::Workspace& workspace, const DemoOptions& options)
{
    if (options.members < 0 || options.members > kMostMembers)
        return fail(ErrorCode::outOfRange,
                    {"members", std::to_string(options.members), "0 to " + std::to_string(kMostMembers)});
    const Date on = options.on.value_or(workspace.clock().today());
    if (on < kFirstDemoDay || on > kLastDemoDay)
        return fail(ErrorCode::outOfRange, {"date", on.toIso(), kFirstDemoDay.toIso() + " to " + kLastDemoDay.toIso()});
    const Story story = tell(options, on);
    IdMint mint(options.seed, Instant::atLocal(on, 8, 0, 0).unixMs);
    const auto fill = [&](store::Records& records) -> Result<> {
        // Ids that the repositories mint by themselves must follow from the options, too.
        const MintGuard guard(records.database(), mint);
        return Storing(story, records).run();
    };
    WEAVEMAP_TRY(workspace.change(std::string(kDemoLabel), fill));
    return {};
}

Result<> makeDemoFile(const std::filesystem::path& path, const DemoOptions& options)
{
    Result<> made;
    {
        // Made on its own day, whenever it is made: equal options give equal files.
        const FixedClock clock(Instant::atLocal(options.on.value_or(SystemClock().today()), 8, 0, 0));
        store::OpenOptions open;
        open.clock = &clock;
        WEAVEMAP_ASSIGN(const auto workspace, store::Workspace::create(path, open));
        made = makeDemo(*workspace, options);
    }
    if (!made) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    return made;
}

} // namespace weavemap::actions
