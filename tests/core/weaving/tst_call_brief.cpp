// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "core/weaving/CallBrief.h"

using namespace weavemap;
using namespace weavemap::weaving;

namespace {

const Date kToday = *Date::fromYmd(2026, 10, 15);
constexpr PersonId kAna{1};

Person person(std::int64_t id, std::string name, std::string role = {}, std::string region = {})
{
    Person row;
    row.id = PersonId{id};
    row.name = std::move(name);
    row.role = std::move(role);
    row.region = std::move(region);
    return row;
}

Tie tie(std::int64_t a, std::int64_t b, TieDepth depth = TieDepth::exchange)
{
    Tie row;
    row.id = TieId{100 * a + b};
    row.a = PersonId{a};
    row.b = PersonId{b};
    row.depth = depth;
    return row;
}

NoteItem item(std::int64_t id, std::int64_t owner, NoteItemKind kind, std::string topic = {})
{
    NoteItem row;
    row.id = NoteItemId{id};
    row.person = PersonId{owner};
    row.kind = kind;
    row.state = kind == NoteItemKind::offer ? NoteItemState::standing : NoteItemState::open;
    row.text = std::string("Line ").append(std::to_string(id));
    row.topic = std::move(topic);
    return row;
}

Conversation talk(std::int64_t id, Date on, bool reached = true)
{
    Conversation row;
    row.id = ConversationId{id};
    row.when = Instant::atLocal(on, 15, 0, 0);
    row.participants = {kAna};
    row.reached = reached;
    return row;
}

/// The lists that a brief is made of.
struct Desk
{
    Desk() { people = {person(1, "Ana", "Teacher", "Coast")}; }

    std::vector<Person> people;
    std::vector<Conversation> conversations;
    std::vector<NoteItem> items, others;
    std::vector<FollowUp> followUps;
    std::vector<Tie> ties;
    std::vector<QueueIntroduction> introductions;
    std::vector<ApartPair> apart;
    std::vector<Question> bank;
    std::vector<AskedBefore> asked;

    BriefFacts facts() const
    {
        BriefFacts facts;
        facts.today = kToday;
        facts.person = people.front();
        facts.conversations = conversations;
        facts.items = items;
        facts.othersItems = others;
        facts.followUps = followUps;
        facts.people = people;
        facts.ties = ties;
        facts.introductions = introductions;
        facts.apart = apart;
        facts.bank = bank;
        facts.asked = asked;
        return facts;
    }
    CallBrief brief() const { return callBrief(facts()); }
    std::vector<std::string> near() const
    {
        std::vector<std::string> names;
        for (const NearPerson& each : brief().near)
            names.push_back(each.name);
        return names;
    }
};

using Names = std::vector<std::string>;

} // namespace

class TestCallBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aloneAndUnknown_givesAnEmptyBrief()
    {
        const CallBrief brief = Desk().brief();
        QCOMPARE(brief.person.name, std::string("Ana"));
        QVERIFY(brief.talks.empty() && brief.ours.empty() && brief.theirs.empty() && brief.needs.empty());
        QVERIFY(brief.offers.empty() && brief.ties.empty() && brief.near.empty() && brief.questions.empty());
    }

    void talks_areTheLastThatReachedThem()
    {
        Desk desk;
        desk.conversations = {talk(6, kToday.addDays(3)),         talk(5, kToday),
                              talk(4, kToday.addDays(-1), false), talk(3, kToday.addDays(-2)),
                              talk(2, kToday.addDays(-3)),        talk(1, kToday.addDays(-4))};
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.talkCount, std::size_t(4));
        QCOMPARE(brief.talks.size(), CallBrief::kTalks);
        QCOMPARE(brief.talks.front().id, ConversationId{5});
        QCOMPARE(brief.talks.back().id, ConversationId{2});
    }

    void promises_areOursOrTheirs()
    {
        Desk desk;
        const auto promise = [&desk](std::int64_t id, std::int64_t owner, std::optional<Date> due) {
            FollowUp row;
            row.id = FollowUpId{id};
            row.person = kAna;
            row.owner = PersonId{owner};
            row.due = due;
            desk.followUps.push_back(row);
        };
        promise(1, 0, std::nullopt);
        promise(2, 9, kToday.addDays(4));
        promise(3, 9, kToday.addDays(-4));
        promise(4, 1, kToday);
        promise(5, 9, kToday);
        desk.followUps.back().done = kToday;
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.ours.size(), std::size_t(3));
        QCOMPARE(brief.ours.front().id, FollowUpId{3});
        QCOMPARE(brief.ours.back().id, FollowUpId{1});
        QCOMPARE(brief.theirs.size(), std::size_t(1));
    }

    void needsAndOffers_areThoseStillOpen()
    {
        Desk desk;
        desk.conversations = {talk(8, kToday.addDays(-1)), talk(7, kToday.addDays(-30))};
        desk.items = {item(1, 1, NoteItemKind::need), item(2, 1, NoteItemKind::need), item(3, 1, NoteItemKind::offer),
                      item(4, 1, NoteItemKind::project), item(5, 1, NoteItemKind::need)};
        desk.items[0].conversation = ConversationId{8};
        desk.items[1].conversation = ConversationId{7};
        desk.items[4].state = NoteItemState::met;
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.needs.size(), std::size_t(2));
        QCOMPARE(brief.needs.front().item.id, NoteItemId{1});
        QCOMPARE(*brief.needs.front().on, kToday.addDays(-1));
        QCOMPARE(brief.offers.size(), std::size_t(1));
        QVERIFY(!brief.offers.front().on);
    }

    void ties_areTheDeepestFirst()
    {
        Desk desk;
        desk.people.insert(desk.people.end(),
                           {person(2, "Zoe"), person(3, "Ben"), person(4, "Öykü"), person(5, "Gone")});
        desk.ties = {tie(1, 2, TieDepth::rely), tie(1, 3, TieDepth::aware), tie(1, 4, TieDepth::rely),
                     tie(1, 5, TieDepth::rely), tie(2, 3)};
        desk.ties[3].ended = kToday;
        desk.ties[0].lastConfirmed = kToday.addMonths(-30);
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.ties.size(), std::size_t(3));
        QCOMPARE(brief.ties[0].name, std::string("Zoe"));
        QVERIFY(brief.ties[0].isStale);
        QCOMPARE(brief.ties[1].name, std::string("Öykü"));
        QCOMPARE(brief.ties[2].depth, TieDepth::aware);
    }

    void near_isWhoSharesACloseContact()
    {
        Desk desk;
        desk.people.insert(desk.people.end(), {person(2, "Host"), person(3, "Near"), person(4, "Known"),
                                               person(5, "Far"), person(6, "Slight")});
        desk.ties = {tie(1, 2), tie(2, 3), tie(1, 4, TieDepth::aware),
                     tie(2, 4), tie(3, 5), tie(2, 6, TieDepth::talked)};
        QCOMPARE(desk.near(), (Names{"Near"}));
        const NearWhy why = desk.brief().near.front().reasons.front();
        QCOMPARE(why.code, NearReason::sharedContact);
        QCOMPARE(why.through, (std::vector{PersonId{2}}));
        QCOMPARE(why.records,
                 (std::vector{RecordRef{RecordRef::Kind::tie, 102}, RecordRef{RecordRef::Kind::tie, 203}}));
        desk.apart = {{ApartPairId{1}, PersonId{3}, PersonId{1}, {}}};
        QVERIFY(desk.near().empty());
        desk.apart.clear();
        desk.people[2].left = kToday;
        QVERIFY(desk.near().empty());
    }

    void near_isWhoOffersWhatIsNeeded()
    {
        Desk desk;
        desk.people.insert(desk.people.end(), {person(2, "Offers"), person(3, "Needs too"), person(4, "Other topic")});
        desk.items = {item(1, 1, NoteItemKind::need, "#Story hours")};
        desk.others = {item(2, 2, NoteItemKind::offer, "story hour"), item(3, 3, NoteItemKind::need, "Story Hour"),
                       item(4, 4, NoteItemKind::offer, "chess"), item(5, 0, NoteItemKind::offer, "story hour")};
        QCOMPARE(desk.near(), (Names{"Offers", "Needs too"}));
        const NearWhy why = desk.brief().near.front().reasons.front();
        QCOMPARE(why.code, NearReason::offersWhatTheyNeed);
        QCOMPARE(why.words, std::string("#Story hours"));
        QCOMPARE(why.records,
                 (std::vector{RecordRef{RecordRef::Kind::noteItem, 1}, RecordRef{RecordRef::Kind::noteItem, 2}}));
        desk.items.front().state = NoteItemState::met;
        QVERIFY(desk.near().empty());
    }

    void near_needsRoleAndRegionTogether()
    {
        Desk desk;
        desk.people.insert(desk.people.end(),
                           {person(2, "Role", "Teacher", "Lakes"), person(3, "Region", "Coach", "Coast"),
                            person(4, "Both", "Teacher", "Coast"), person(5, "Staff", "Teacher", "Coast")});
        desk.people.back().kind = PersonKind::staff;
        QCOMPARE(desk.near(), (Names{"Both"}));
        desk.people.front().role.clear();
        QVERIFY(desk.near().empty());
    }

    void near_isCutAndInOrder()
    {
        Desk desk;
        for (std::int64_t id = 2; id < 12; ++id)
            desk.people.push_back(person(id, id % 2 == 0 ? "same" : "Same", "Teacher", "Coast"));
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.near.size(), CallBrief::kNear);
        QCOMPARE(brief.near[0].person, PersonId{2});
        QCOMPARE(brief.near[1].person, PersonId{3});
        std::reverse(desk.people.begin() + 1, desk.people.end());
        QCOMPARE(desk.brief().near, brief.near);
    }

    void introductions_areTheNewestOpenOnes()
    {
        Desk desk;
        desk.people.push_back(person(2, "Near", "Teacher", "Coast"));
        for (std::int64_t id = 1; id < 5; ++id) {
            Introduction row;
            row.id = IntroductionId{id};
            row.a = id == 1 ? PersonId{2} : PersonId{50 + id};
            row.b = kAna;
            row.proposed = kToday.addDays(static_cast<int>(id));
            desk.introductions.push_back({row, row.proposed});
        }
        desk.introductions[3].introduction.state = IntroductionState::lapsed;
        const CallBrief brief = desk.brief();
        QCOMPARE(brief.introductions.size(), CallBrief::kIntroductions);
        QCOMPARE(brief.introductions.front().introduction.id, IntroductionId{3});
        QVERIFY(brief.near.empty()); // on the way already
    }

    /// What brings Ana up in the queue stands first, and all of it, however much else is under way.
    void introductions_thatAreUnansweredStandFirst()
    {
        Desk desk;
        const auto add = [&desk](std::int64_t id, int daysAgo, IntroductionState state, IntroductionConsent ofAna) {
            Introduction row;
            row.id = IntroductionId{id};
            row.a = PersonId{50 + id};
            row.b = kAna;
            row.proposed = kToday.addDays(-daysAgo);
            row.state = state;
            row.consentB = ofAna;
            desk.introductions.push_back({row, row.proposed});
        };
        using State = IntroductionState;
        add(1, 21, State::proposed, IntroductionConsent::asked);
        add(2, 6, State::proposed, IntroductionConsent::asked); // not a week ago
        add(3, 30, State::made, IntroductionConsent::yes);
        add(4, 200, State::made, IntroductionConsent::yes); // an answer by now
        add(5, 10, State::proposed, IntroductionConsent::asked);
        add(6, 1, State::proposed, IntroductionConsent::notAsked);
        add(7, 12, State::proposed, IntroductionConsent::yes);
        desk.introductions.back().introduction.consentA = IntroductionConsent::asked; // the other one owes the word
        add(8, 40, State::declined, IntroductionConsent::asked);
        const auto ids = [&desk] {
            std::vector<std::int64_t> found;
            for (const BriefIntroduction& row : desk.brief().introductions)
                found.push_back(row.isUnanswered ? row.introduction.id.value : -row.introduction.id.value);
            return found;
        };
        QCOMPARE(ids(), (std::vector<std::int64_t>{3, 1, 5}));
        QCOMPARE(desk.brief().introductions.front().since, kToday.addDays(-30));
        desk.apart.push_back({ApartPairId{1}, kAna, PersonId{53}, {}});
        desk.apart.push_back({ApartPairId{2}, PersonId{55}, kAna, {}});
        QCOMPARE(ids(), (std::vector<std::int64_t>{1, -6}));
        // The same ones as in the queue.
        QueueInput queue;
        queue.today = kToday;
        queue.introductions = desk.introductions;
        QueueMember ana;
        ana.id = kAna;
        ana.lastHeard = kToday;
        ana.tieCount = 5;
        queue.members = {ana};
        const CallQueue called = callQueue(queue, {});
        QCOMPARE(called.due.size(), 1u);
        QCOMPARE(called.due.front().reasons.front().count, 3u);
    }

    void questions_askWhatIsMissing()
    {
        Desk desk;
        const auto ask = [&desk](std::int64_t id, QuestionGroup group, QuestionFills fills) {
            Question row;
            row.id = QuestionId{id};
            row.group = group;
            row.fills = fills;
            desk.bank.push_back(row);
        };
        ask(1, QuestionGroup::needs, QuestionFills::need);
        ask(2, QuestionGroup::ties, QuestionFills::tie);
        ask(3, QuestionGroup::close, QuestionFills::consent);
        ask(4, QuestionGroup::close, QuestionFills::promise);
        ask(5, QuestionGroup::close, QuestionFills::introduction);
        const auto chosen = [&desk] {
            std::vector<std::int64_t> ids;
            for (const ChosenQuestion& each : desk.brief().questions)
                ids.push_back(each.question.id.value);
            return ids;
        };
        // Nobody to be introduced to, and nothing promised to somebody never talked with.
        QCOMPARE(chosen(), (std::vector<std::int64_t>{1, 2, 3}));
        desk.people.push_back(person(2, "Ben"));
        desk.ties = {tie(1, 2)};
        desk.ties.front().lastConfirmed = kToday.addDays(-3);
        desk.people.front().consent = ShowConsent::byName;
        desk.conversations = {talk(1, kToday.addDays(-400))};
        desk.items = {item(1, 1, NoteItemKind::need)};
        desk.items.front().conversation = ConversationId{1};
        const auto questions = desk.brief().questions;
        QCOMPARE(questions.front().question.id, QuestionId{1});
        QCOMPARE(questions.front().why, QuestionWhy::stale);
        QCOMPARE(questions.back().why, QuestionWhy::known);
    }
};

QTEST_APPLESS_MAIN(TestCallBrief)
#include "tst_call_brief.moc"
