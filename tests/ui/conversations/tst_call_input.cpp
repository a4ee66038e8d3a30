// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/Date.h"
#include "ui/base/Convert.h"
#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/TieWords.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

const Date kToday = Date::fromYmd(2026, 10, 15).value();
const PersonId kMe{11};

CallInput plain()
{
    CallInput input;
    input.conversation.when = Instant::atLocal(kToday, 9, 0, 60);
    input.conversation.staff = kMe;
    input.participants = {PersonChoice::known(PersonId{1}, QStringLiteral("Ana Ruiz"))};
    return input;
}

} // namespace

/// What stands on the page, as a value.
class TestCallInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_givesBackEverything()
    {
        CallInput input = plain();
        Conversation& call = input.conversation;
        call.id = ConversationId{std::numeric_limits<std::int64_t>::max()};
        call.kind = ConversationKind::hallway;
        call.confidentiality = Confidentiality::onlyMe;
        call.reached = false;
        call.minutes = 14;
        call.mood = Mood::high;
        call.initiator = Initiator::member;
        call.quoteConsent = QuoteConsent::anonymous;
        call.source = EntrySource::afterwards;
        input.participants.push_back(PersonChoice::added(QStringLiteral("Zora \u201CZ\u201D Quill")));
        input.participantTyped = QStringLiteral("half a na");
        input.text = QStringLiteral("\u0645\u0631\u062D\u0628\u0627\n\U0001F469\u200D\U0001F3EB \"quoted\" \\ end");
        input.quote = QStringLiteral("It works");
        input.convening = QStringLiteral("Spring");
        TieInput tie;
        tie.a = input.participants[1];
        tie.b = PersonChoice::typed(QStringLiteral("be"));
        tie.depth = TieDepth::rely;
        tie.contact = TieContact::monthly;
        tie.collaboration = Collaboration::now;
        tie.direction = OverlayKind::advice;
        tie.turned = true;
        tie.topic = QStringLiteral("#\u5B66\u6821 cr\u00E9dits");
        tie.evidence = EvidenceKind::seenTogether;
        tie.heardFrom = input.participants[0];
        TieInput names; // the last that a tie may say, in each field
        names.a = tie.a;
        names.b = PersonChoice::added(QStringLiteral("\u0645\u0646\u0649"));
        names.contact = TieContact::weekly;
        names.begun = true;
        names.direction = OverlayKind::names;
        input.ties = {tie, names};
        names.direction = OverlayKind::sharedResource;
        input.ties.push_back(names);
        ItemInput item;
        item.stored.id = NoteItemId{3};
        item.stored.kind = NoteItemKind::offer;
        item.stored.state = NoteItemState::standing;
        item.stored.confidentiality = Confidentiality::staff;
        item.text = QStringLiteral("Bench");
        item.topic = QStringLiteral("repair");
        ItemInput met;
        met.stored.state = NoteItemState::met;
        met.text = QStringLiteral("A host");
        met.other = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        ItemInput introduction;
        introduction.stored.kind = NoteItemKind::introduction;
        introduction.stored.state = NoteItemState::made;
        introduction.other = PersonChoice::added(QStringLiteral("\u0645\u0646\u0649 \U0001F469\u200D\U0001F3EB"));
        ItemInput question;
        question.stored.kind = NoteItemKind::question;
        question.text = QStringLiteral("Who runs it?");
        question.other = PersonChoice::typed(QStringLiteral("half"));
        input.items = {item, met, introduction, question};
        StepInput step;
        step.stored.confidentiality = Confidentiality::onlyMe;
        step.text = QStringLiteral("Send");
        step.owner = PersonChoice::known(kMe, QStringLiteral("Ruth"));
        step.due = kToday.addDays(7);
        input.steps = {step};
        const auto back = callFromJson(toJson(input));
        QVERIFY(back);
        QCOMPARE(back->conversation.when.zoneMinutes, 60);
        QVERIFY(*back == input);
    }

    void json_thatIsBrokenIsNoDraft()
    {
        QVERIFY(!callFromJson({}));
        QVERIFY(!callFromJson("{\"format\": 99}"));
        QVERIFY(!callFromJson(toJson(plain()).chopped(5)));
        // What is out of range falls back, and to the narrowest circle.
        const auto odd = callFromJson("{\"format\":1,\"kind\":77,\"confidentiality\":-3,\"minutes\":-5}");
        QVERIFY(odd);
        QCOMPARE(odd->conversation.kind, ConversationKind::call);
        QCOMPARE(odd->conversation.confidentiality, Confidentiality::onlyMe);
        QCOMPARE(odd->conversation.minutes, 0);
        const auto oddRows = callFromJson("{\"format\":1,\"ties\":[{\"contact\":9,\"direction\":5,\"turned\":3}],"
                                          "\"items\":[{\"kind\":9,\"state\":-1,\"other\":[]}]}");
        QVERIFY(oddRows);
        QVERIFY(oddRows->ties == std::vector{TieInput{}});
        QVERIFY(oddRows->items == std::vector{ItemInput{}});
    }

    void json_ofAnEarlierVersionKeepsWhoItIsTo()
    {
        const auto call =
            callFromJson("{\"format\":1,\"ties\":[{\"depth\":4}],\"items\":[{\"kind\":4,\"other\":\"2\"}]}");
        QVERIFY(call);
        QCOMPARE(call->items.front().other.id, PersonId{2});
        QCOMPARE(call->ties.front().depth, TieDepth::rely);
        QVERIFY(!call->ties.front().direction);
        QCOMPARE(call->ties.front().contact, TieContact::unknown);
    }

    void directionAndContact_becomeWhatIsMentioned()
    {
        CallInput input = plain();
        TieInput tie;
        tie.a = input.participants.front();
        tie.b = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        tie.contact = TieContact::eachTerm;
        tie.direction = OverlayKind::advice;
        tie.topic = QStringLiteral("  ##\u5B66\u6821 ");
        input.ties = {tie};
        tie.turned = true;
        input.ties.push_back(tie);
        tie.direction = OverlayKind::introduced; // no topic belongs to it
        input.ties.push_back(tie);
        tie.direction.reset();
        input.ties.push_back(tie);
        const auto draft = toDraft(input);
        QCOMPARE(draft.ties.size(), std::size_t{4});
        QCOMPARE(draft.ties[0].contact, TieContact::eachTerm);
        QCOMPARE(draft.ties[0].overlay, std::optional(OverlayKind::advice));
        QCOMPARE(draft.ties[0].a, PersonId{1});
        QCOMPARE(draft.ties[0].topic, toUtf8(QStringLiteral("\u5B66\u6821")));
        QCOMPARE(draft.ties[1].a, PersonId{2});
        QCOMPARE(draft.ties[1].b, PersonId{1});
        QCOMPARE(draft.ties[2].overlay, std::optional(OverlayKind::introduced));
        QVERIFY(draft.ties[2].topic.empty());
        QVERIFY(!draft.ties[3].overlay);
        QVERIFY(draft.ties[3].topic.empty());
    }

    void directionSentence_saysWhoAndWhom()
    {
        const QString ana = QStringLiteral("Ana %2"), ben = QStringLiteral("Ben");
        QCOMPARE(directionSentence(OverlayKind::advice, ana, ben, QStringLiteral(" #grants")),
                 QStringLiteral("Ana %2 goes to Ben for advice on #grants"));
        QCOMPARE(directionSentence(OverlayKind::advice, {}, ana, QStringLiteral("#")),
                 QStringLiteral("Somebody goes to Ana %2 for advice"));
        for (const auto kind : {OverlayKind::names, OverlayKind::advice, OverlayKind::learnedFrom,
                                OverlayKind::introduced, OverlayKind::sharedResource}) {
            const QString plain = directionSentence(kind, ana, ben);
            QVERIFY(plain.startsWith(ana));
            QVERIFY(plain.indexOf(ben) > 0);
            QVERIFY(plain != directionSentence(kind, ben, ana));
            QCOMPARE(directionSentence(kind, ana, ben, QStringLiteral("x")).contains(QStringLiteral("#x")),
                     mayHaveTopic(kind));
        }
    }

    void problems_areFoundInTheOrderOfThePage()
    {
        QVERIFY(problemsOf(plain(), kMe, kToday).empty());
        CallInput bad = plain();
        bad.participants.clear();
        bad.conversation.when = Instant::atLocal(kToday.addDays(1), 9, 0, 0);
        bad.conversation.confidentiality = Confidentiality::onlyMe;
        bad.conversation.staff = PersonId{12};
        TieInput self;
        self.a = self.b = PersonChoice::known(PersonId{1}, QStringLiteral("Ana"));
        bad.ties = {TieInput{}, self};
        ItemInput topicOnly;
        topicOnly.topic = QStringLiteral("t");
        bad.items = {topicOnly};
        using Where = CallProblem::Where;
        std::vector<Where> places;
        for (const CallProblem& problem : problemsOf(bad, kMe, kToday))
            places.push_back(problem.where);
        QCOMPARE(places, (std::vector<Where>{Where::participants, Where::when, Where::staff, Where::tie, Where::item}));
        QCOMPARE(problemsOf(bad, kMe, kToday)[3].row, 1);
    }

    void onlyMe_needsSomebodyWhoCanReadIt()
    {
        CallInput secret = plain();
        secret.conversation.confidentiality = Confidentiality::onlyMe;
        QVERIFY(problemsOf(secret, kMe, kToday).empty());
        QCOMPARE(problemsOf(secret, PersonId{}, kToday).size(), std::size_t{1});
        QCOMPARE(problemsOf(secret, PersonId{12}, kToday).size(), std::size_t{1});
    }

    void peopleWhoAreGone_areSaidWhereTheyStand()
    {
        CallInput input = plain();
        TieInput tie;
        tie.a = input.participants.front();
        tie.b = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        tie.heardFrom = tie.a;
        input.ties = {tie};
        StepInput step;
        step.text = QStringLiteral("Send");
        step.owner = PersonChoice::known(PersonId{3}, QStringLiteral("Cy"));
        step.stored.person = PersonId{2};
        input.steps = {step};
        using Where = CallProblem::Where;
        const auto places = [&input](const IsGone& isGone) {
            std::vector<Where> found;
            for (const CallProblem& problem : problemsOf(input, kMe, kToday, isGone))
                found.push_back(problem.where);
            return found;
        };
        QVERIFY(places([](PersonId) { return false; }).empty());
        QCOMPARE(places([](PersonId id) { return id == PersonId{2}; }), std::vector<Where>{Where::tie});
        QCOMPARE(places([](PersonId id) { return id == PersonId{3}; }), std::vector<Where>{Where::step});
        QCOMPARE(places([](PersonId id) { return id == kMe; }), std::vector<Where>{Where::staff});
        QCOMPARE(places([](PersonId id) { return id == PersonId{1}; }),
                 (std::vector<Where>{Where::participants, Where::tie, Where::tie}));
        ItemInput met;
        met.text = QStringLiteral("A host");
        met.stored.state = NoteItemState::met;
        met.other = PersonChoice::known(PersonId{4}, QStringLiteral("Di"));
        input.items = {met};
        QCOMPARE(places([](PersonId id) { return id == PersonId{4}; }), std::vector<Where>{Where::item});
        letGoOf(input, [](PersonId id) { return id == PersonId{2}; });
        QVERIFY(!input.steps.front().stored.person);
    }

    void introduction_needsNoWordsOfItsOwn()
    {
        CallInput input = plain();
        ItemInput item;
        item.stored.kind = NoteItemKind::introduction;
        item.other = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        input.items = {item};
        QVERIFY(!item.isBlank());
        QVERIFY(problemsOf(input, kMe, kToday).empty());
        QCOMPARE(toDraft(input).items.size(), std::size_t{1});
        QCOMPARE(toDraft(input).items.front().other, PersonId{2});
    }

    void introduction_needsTwoPeopleWhoAreKnown()
    {
        CallInput input = plain();
        ItemInput item;
        item.stored.kind = NoteItemKind::introduction;
        item.other = input.participants.front();
        input.items = {item};
        QCOMPARE(problemsOf(input, kMe, kToday).size(), std::size_t{1});
        input.items.front().other = PersonChoice::typed(QStringLiteral("be"));
        QCOMPARE(problemsOf(input, kMe, kToday).size(), std::size_t{1});
        input.items.front().other = PersonChoice::added(QStringLiteral("Ben"));
        QVERIFY(problemsOf(input, kMe, kToday).empty());
        const auto draft = toDraft(input);
        QCOMPARE(draft.newPeople.size(), std::size_t{1});
        QCOMPARE(draft.items.front().other, actions::newPersonRef(0));
        QCOMPARE(draft.items.front().person, PersonId{1});
    }

    void needMetBySomebody_stillNeedsWords()
    {
        CallInput input = plain();
        ItemInput met;
        met.stored.state = NoteItemState::met;
        met.other = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        input.items = {met};
        QCOMPARE(problemsOf(input, kMe, kToday).size(), std::size_t{1});
    }

    void draftSetAside_comesBackWhenTheOtherIsGone()
    {
        QTemporaryDir folder;
        const CallDraftFile file(folder.path(), "network.weavemap", kMe);
        const CallDraftFile others(folder.path(), "network.weavemap", PersonId{111});
        file.setAside(); // nothing to move
        QVERIFY(!file.load());
        CallInput one = plain(), two = plain();
        one.text = QStringLiteral("One");
        two.text = QStringLiteral("Two");
        QCOMPARE(file.save(one), CallDraftFile::Saved::yes);
        file.setAside();
        QCOMPARE(file.save(two), CallDraftFile::Saved::yes);
        file.setAside();
        QVERIFY(!others.load());
        QCOMPARE(file.load()->text, QStringLiteral("One"));
        QCOMPARE(file.load()->text, QStringLiteral("One"));
        file.remove();
        QCOMPARE(file.load()->text, QStringLiteral("Two"));
        file.remove();
        QVERIFY(!file.load());
    }

    void draft_namesEachNewPersonOnceAndLeavesBlankRowsOut()
    {
        CallInput input = plain();
        const PersonChoice zora = PersonChoice::added(QStringLiteral("Zora"));
        input.participants = {zora};
        TieInput tie;
        tie.a = zora;
        tie.b = PersonChoice::known(PersonId{2}, QStringLiteral("Ben"));
        input.ties = {tie, TieInput{}};
        input.items = {ItemInput{}};
        input.steps = {StepInput{}};
        const auto draft = toDraft(input);
        QCOMPARE(draft.newPeople.size(), std::size_t{1});
        QCOMPARE(draft.conversation.participants.front(), actions::newPersonRef(0));
        QCOMPARE(draft.ties.size(), std::size_t{1});
        QCOMPARE(draft.ties.front().a, actions::newPersonRef(0));
        QVERIFY(draft.items.empty());
        QVERIFY(draft.followUps.empty());
    }

    void stepWithADayAndNoWords_isAskedAboutAndNotDropped()
    {
        CallInput input = plain();
        StepInput step;
        step.due = kToday;
        input.steps = {StepInput{}, step};
        const auto problems = problemsOf(input, kMe, kToday);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems.front().where == CallProblem::Where::step);
        QCOMPARE(problems.front().row, 1);
        input.steps[1].text = QStringLiteral("Send the list");
        QVERIFY(problemsOf(input, kMe, kToday).empty());
    }

    void label_saysWhoAndHow()
    {
        CallInput input = plain();
        QCOMPARE(input.label(), QStringLiteral("Call with Ana Ruiz"));
        input.conversation.reached = false;
        QCOMPARE(input.label(), QStringLiteral("Missed call to Ana Ruiz"));
        input.conversation.reached = true;
        input.participants.push_back(PersonChoice::added(QStringLiteral("Zora")));
        QCOMPARE(input.label(), QStringLiteral("Call with Ana Ruiz and Zora"));
        input.participants.push_back(PersonChoice::added(QStringLiteral("Ben")));
        QCOMPARE(input.label(), QStringLiteral("Call with Ana Ruiz and 2 others"));
        input.participants.clear();
        QVERIFY(!input.label().isEmpty());
    }

    void label_ofAChangeOrADeletionIsASentence()
    {
        using Deed = CallInput::Deed;
        CallInput input = plain();
        QCOMPARE(input.label(Deed::change), QStringLiteral("Change the call with Ana Ruiz"));
        input.conversation.kind = ConversationKind::inPerson;
        QCOMPARE(input.label(Deed::change), QStringLiteral("Change the talk with Ana Ruiz"));
        input.participants.front().name = QStringLiteral("100 %1 \u5B66");
        QCOMPARE(input.label(Deed::remove), QStringLiteral("Delete the talk with 100 %1 \u5B66"));
        for (const bool somebody : {true, false}) {
            if (!somebody)
                input.participants.clear();
            for (const bool reached : {true, false})
                for (int kind = 0; kind <= static_cast<int>(ConversationKind::journal); ++kind) {
                    input.conversation.reached = reached;
                    input.conversation.kind = static_cast<ConversationKind>(kind);
                    QVERIFY(input.label(Deed::change).startsWith(QStringLiteral("Change ")));
                    QVERIFY(input.label(Deed::remove).startsWith(QStringLiteral("Delete ")));
                    // The rest is what the page is called, as a part of a sentence.
                    QVERIFY(input.label(Deed::change).endsWith(input.label().mid(1)));
                    QVERIFY(input.label(Deed::remove).endsWith(input.label().mid(1)));
                }
        }
    }
};

QTEST_GUILESS_MAIN(TestCallInput)
#include "tst_call_input.moc"
