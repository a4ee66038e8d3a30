// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/Brief.h"

using namespace actionstest;

namespace {

ConversationId call(Office& office, PersonId person, Date on, Confidentiality level, PersonId staff,
                    const std::string& text)
{
    Conversation conversation;
    conversation.when = moment(on);
    conversation.participants = {person};
    conversation.confidentiality = level;
    conversation.staff = staff;
    conversation.text = text;
    ConversationId id;
    got(office.change([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(id, records.conversations.insert(conversation));
        return {};
    }));
    return id;
}

void need(Office& office, PersonId person, ConversationId conversation, NoteItemKind kind, const std::string& topic)
{
    NoteItem item;
    item.person = person;
    item.conversation = conversation;
    item.kind = kind;
    item.text = std::string("About ").append(topic);
    item.topic = topic;
    got(office.change([&](store::Records& r) { return r.conversations.insert(item).map([](auto) {}); }));
}

weaving::CallBrief briefOf(Office& office, PersonId person, PersonId me = {})
{
    return got(actions::readBrief(office.records(), person, kToday, me));
}

} // namespace

class TestReadBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody_isNotFound()
    {
        Office office;
        const auto brief = actions::readBrief(office.records(), PersonId{5}, kToday);
        QVERIFY(!brief);
        QCOMPARE(brief.error().code, ErrorCode::notFound);
    }

    void newMember_hasQuestionsAndNothingElse()
    {
        Office office;
        const auto brief = briefOf(office, office.add("Ána Ruiz"));
        QCOMPARE(brief.person.name, std::string("Ána Ruiz"));
        QVERIFY(brief.talks.empty() && brief.ties.empty() && brief.near.empty());
        QCOMPARE(brief.questions.size(), weaving::CallBrief::kQuestions);
        for (const auto& chosen : brief.questions)
            QCOMPARE(chosen.why, weaving::QuestionWhy::missing);
    }

    void questionAsked_rests()
    {
        Office office;
        const PersonId ana = office.add("Ana");
        const QuestionId first = briefOf(office, ana).questions.front().question.id;
        const ConversationId talk = call(office, ana, kToday.addDays(-5), Confidentiality::staff, {}, "Hello");
        AskedQuestion asked;
        asked.question = first;
        asked.conversation = talk;
        asked.person = ana;
        got(office.change([&](store::Records& r) { return r.questions.insert(asked).map([](auto) {}); }));
        for (const auto& chosen : briefOf(office, ana).questions)
            QVERIFY(chosen.question.id != first);
        got(office.change(
            [&](store::Records& r) { return r.questions.retire(briefOf(office, ana).questions.front().question.id); }));
        QCOMPARE(briefOf(office, ana).questions.size(), weaving::CallBrief::kQuestions);
    }

    void privateNotes_areReadByTheirWriterOnly()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ben = office.add("Ben"), ruth = office.add("Ruth", PersonKind::staff),
                       sam = office.add("Sam", PersonKind::staff);
        const ConversationId secret =
            call(office, ana, kToday.addDays(-5), Confidentiality::onlyMe, ruth, "Canary in the note");
        need(office, ana, secret, NoteItemKind::need, "canary");
        const ConversationId open = call(office, ben, kToday.addDays(-5), Confidentiality::staff, ruth, "Ben");
        need(office, ben, open, NoteItemKind::offer, "canary");
        FollowUp promise;
        promise.person = ana;
        promise.conversation = secret;
        promise.text = "Canary";
        got(office.change([&](store::Records& r) { return r.conversations.insert(promise).map([](auto) {}); }));
        for (const PersonId other : {PersonId{}, sam}) {
            const auto brief = briefOf(office, ana, other);
            QVERIFY(brief.talks.empty() && brief.needs.empty() && brief.ours.empty() && brief.near.empty());
            // Nor does Ben's brief tell of her.
            QVERIFY(briefOf(office, ben, other).near.empty());
        }
        const auto own = briefOf(office, ana, ruth);
        QCOMPARE(own.talks.size(), 1u);
        QCOMPARE(own.needs.size(), 1u);
        QCOMPARE(own.ours.size(), 1u);
        QCOMPARE(own.near.size(), 1u);
        QCOMPARE(own.near.front().person, ben);
    }

    /// The day an introduction came to its state counts, not the one it was written down.
    void introduction_isUnansweredSinceItsState()
    {
        Office office;
        const PersonId ana = office.add("Ana"), ben = office.add("Ben");
        Introduction pair;
        pair.a = ana;
        pair.b = ben;
        pair.proposed = kToday.addDays(-100);
        got(office.change([&](store::Records& r) -> Result<> {
            WEAVEMAP_ASSIGN(pair.id, r.introductions.insert(pair));
            pair.state = IntroductionState::made;
            return r.introductions.update(pair, kToday.addDays(-3));
        }));
        const auto brief = briefOf(office, ana);
        QCOMPARE(brief.introductions.size(), 1u);
        QCOMPARE(brief.introductions.front().since, kToday.addDays(-3));
        QVERIFY(!brief.introductions.front().isUnanswered);
        const auto later = got(actions::readBrief(office.records(), ben, kToday.addDays(5)));
        QVERIFY(later.introductions.front().isUnanswered);
    }

    void near_comesThroughASharedContact()
    {
        Office office;
        const PersonId ana = office.add("Ana"), host = office.add("Host"), ben = office.add("Ben");
        office.tie(ana, host);
        office.tie(host, ben);
        auto brief = briefOf(office, ana);
        QCOMPARE(brief.ties.size(), 1u);
        QCOMPARE(brief.near.size(), 1u);
        QCOMPARE(brief.near.front().person, ben);
        QCOMPARE(brief.near.front().reasons.front().through, (std::vector{host}));
        ApartPair pair;
        pair.a = ana;
        pair.b = ben;
        got(office.change([&](store::Records& r) { return r.introductions.insert(pair).map([](auto) {}); }));
        QVERIFY(briefOf(office, ana).near.empty());
    }
};

QTEST_APPLESS_MAIN(TestReadBrief)
#include "tst_read_brief.moc"
