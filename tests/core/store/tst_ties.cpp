// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

using namespace weavemap;
using namespace weavemap::store;

class TestTies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNone();
    void insert_keepsEveryField_andOrdersTheEnds();
    void insert_refusesASecondBetweenTheSameTwo();
    void insert_refusesSelfLoopsUnknownPeopleAndBadWeights();
    void between_isTheSameFromEitherSide();
    void of_listsTiesAtEitherEnd();
    void update_writesOnlyWhatChanges();
    void update_mayNotLandOnAnother();
    void remove_takesOverlaysAndEvidence();
    void overlays_oneOfAKindAndTopicForAnOrderedPair();
    void overlays_joinTheEndsOfTheirTie();
    void evidence_keepsFieldsAndReferences();
    void evidence_ofOneConversationInTheOrderItWasSaid();
    void missing_isNotFound();
    void manyTies_readBackInOrder();
};

void TestTies::empty_hasNone()
{
    MemoryStore store;
    QCOMPARE(got(store->ties.count()), std::size_t(0));
    QVERIFY(got(store->ties.all()).empty());
    QVERIFY(!got(store->ties.between(PersonId{1}, PersonId{2})));
    QVERIFY(got(store->ties.of(PersonId{1})).empty());
    QVERIFY(!got(store->ties.find(TieId{1})));
}

void TestTies::insert_keepsEveryField_andOrdersTheEnds()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    Tie tie;
    tie.a = ben;
    tie.b = ana;
    tie.depth = TieDepth::rely;
    tie.contact = TieContact::weekly;
    tie.collaboration = Collaboration::now;
    tie.weight = 2.5;
    tie.firstSeen = day("2024-01-02");
    tie.lastConfirmed = day("2026-01-02");
    tie.ended = day("2026-05-02");
    tie.origin = TieOrigin::introduction;
    const auto id = got(store->ties.insert(tie));
    auto expected = ordered(tie);
    expected.id = id;
    QVERIFY(got(store->ties.find(id)) == expected);
    QCOMPARE(expected.a, ana);
}

void TestTies::insert_refusesASecondBetweenTheSameTwo()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    store.tie(ana, ben);
    Tie tie;
    tie.a = ben;
    tie.b = ana;
    const auto refused = store->ties.insert(tie);
    QCOMPARE(codeOf(refused), code(ErrorCode::duplicateTie));
    QCOMPARE(refused.error().args, (std::vector<std::string>{"Ana", "Ben"}));
    QCOMPARE(got(store->ties.count()), std::size_t(1));
}

void TestTies::insert_refusesSelfLoopsUnknownPeopleAndBadWeights()
{
    MemoryStore store;
    Tie tie;
    tie.a = tie.b = store.person("Ana");
    QCOMPARE(codeOf(store->ties.insert(tie)), code(ErrorCode::sameEnds));
    tie.b = PersonId{1};
    QCOMPARE(codeOf(store->ties.insert(tie)), code(ErrorCode::notFound));
    tie.b = store.person("Ben");
    for (const double weight : {0.0, -1.0, std::nan(""), HUGE_VAL}) {
        tie.weight = weight;
        QCOMPARE(codeOf(store->ties.insert(tie)), code(ErrorCode::outOfRange));
    }
    tie.weight = 1;
    tie.firstSeen = day("2026-02-02");
    tie.ended = day("2026-02-01");
    QCOMPARE(codeOf(store->ties.insert(tie)), code(ErrorCode::datesReversed));
    QCOMPARE(got(store->ties.count()), std::size_t(0));
}

void TestTies::between_isTheSameFromEitherSide()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto id = store.tie(ana, ben);
    QCOMPARE(got(store->ties.between(ana, ben))->id, id);
    QCOMPARE(got(store->ties.between(ben, ana))->id, id);
    QVERIFY(!got(store->ties.between(ana, ana)));
}

void TestTies::of_listsTiesAtEitherEnd()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto cy = store.person("Cy");
    const auto first = store.tie(ana, ben);
    const auto second = store.tie(ben, cy);
    store.tie(ana, cy);
    const auto ties = got(store->ties.of(ben));
    QCOMPARE(ties.size(), std::size_t(2));
    QCOMPARE(ties[0].id, first);
    QCOMPARE(ties[1].id, second);
}

void TestTies::update_writesOnlyWhatChanges()
{
    MemoryStore store;
    auto tie = *got(store->ties.find(store.tie(store.person("Ana"), store.person("Ben"))));
    const auto before = store.written();
    got(store->ties.update(tie));
    QCOMPARE(store.written(), before);
    tie.depth = TieDepth::aware;
    std::swap(tie.a, tie.b);
    got(store->ties.update(tie));
    QCOMPARE(store.written(), before + 1);
    QVERIFY(got(store->ties.find(tie.id)) == ordered(tie));
}

void TestTies::update_mayNotLandOnAnother()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto cy = store.person("Cy");
    store.tie(ana, ben);
    auto tie = *got(store->ties.find(store.tie(ana, cy)));
    tie.b = ben;
    QCOMPARE(codeOf(store->ties.update(tie)), code(ErrorCode::duplicateTie));
    tie.b = PersonId{9'999'999'999'999'999};
    QCOMPARE(codeOf(store->ties.update(tie)), code(ErrorCode::notFound));
}

void TestTies::remove_takesOverlaysAndEvidence()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto gone = store.tie(ana, ben);
    const auto kept = store.tie(ana, store.person("Cy"));
    got(store->ties.insert(Overlay{{}, gone, ana, ben, OverlayKind::advice, "fractions", 1}));
    for (const auto tie : {gone, kept}) {
        Evidence evidence;
        evidence.tie = tie;
        got(store->ties.insert(evidence));
    }
    got(store->ties.remove(gone));
    QVERIFY(got(store->ties.overlays()).empty());
    QCOMPARE(got(store->ties.evidence()).size(), std::size_t(1));
    QCOMPARE(got(store->ties.all()).front().id, kept);
}

void TestTies::overlays_oneOfAKindAndTopicForAnOrderedPair()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto tie = store.tie(ana, ben);
    Overlay overlay{{}, tie, ana, ben, OverlayKind::advice, "fractions", 2};
    overlay.id = got(store->ties.insert(overlay));
    QCOMPARE(got(store->ties.overlays(tie)).front(), overlay);
    QCOMPARE(codeOf(store->ties.insert(Overlay{{}, tie, ana, ben, OverlayKind::advice, "fractions", 1})),
             code(ErrorCode::duplicateTie));
    got(store->ties.insert(Overlay{{}, tie, ben, ana, OverlayKind::advice, "fractions", 1}));
    const auto names = got(store->ties.insert(Overlay{{}, tie, ana, ben, OverlayKind::names, "fractions", 1}));
    got(store->ties.insert(Overlay{{}, tie, ana, ben, OverlayKind::advice, "", 1}));
    QCOMPARE(got(store->ties.overlays()).size(), std::size_t(4));
    QCOMPARE(codeOf(store->ties.update(Overlay{names, tie, ana, ben, OverlayKind::advice, "", 1})),
             code(ErrorCode::duplicateTie));
    overlay.weight = 3;
    got(store->ties.update(overlay));
    QCOMPARE(got(store->ties.overlays(tie)).front().weight, 3.0);
    got(store->ties.remove(names));
    QCOMPARE(got(store->ties.overlays(tie)).size(), std::size_t(3));
}

void TestTies::overlays_joinTheEndsOfTheirTie()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto cy = store.person("Cy");
    const auto tie = store.tie(ana, ben);
    QCOMPARE(codeOf(store->ties.insert(Overlay{{}, tie, ana, cy, OverlayKind::names, "", 1})),
             code(ErrorCode::invalidArgument));
    QCOMPARE(codeOf(store->ties.insert(Overlay{{}, tie, ana, ana, OverlayKind::names, "", 1})),
             code(ErrorCode::sameEnds));
    QCOMPARE(codeOf(store->ties.insert(Overlay{{}, TieId{1}, ana, ben, OverlayKind::names, "", 1})),
             code(ErrorCode::notFound));
}

void TestTies::evidence_keepsFieldsAndReferences()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto tie = store.tie(ana, store.person("Ben"));
    Evidence evidence;
    evidence.tie = tie;
    evidence.kind = EvidenceKind::bothSaid;
    evidence.heardFrom = ana;
    evidence.conversation = store.conversation({ana}, "Said so");
    evidence.source = "ties.csv";
    evidence.on = day("2026-10-08");
    evidence.id = got(store->ties.insert(evidence));
    QCOMPARE(got(store->ties.evidence(tie)).front(), evidence);
    evidence.kind = EvidenceKind::oneSaid;
    got(store->ties.update(evidence));
    QCOMPARE(got(store->ties.evidence()).front(), evidence);
    got(store->conversations.remove(evidence.conversation));
    QVERIFY(!got(store->ties.evidence()).front().conversation);
    auto astray = evidence;
    astray.id = {};
    QCOMPARE(codeOf(store->ties.insert(astray)), code(ErrorCode::notFound)); // the conversation is gone
    got(store->ties.remove(evidence.id));
    QVERIFY(got(store->ties.evidence()).empty());
}

void TestTies::evidence_ofOneConversationInTheOrderItWasSaid()
{
    MemoryStore store;
    const auto ana = store.person("Ana"), ben = store.person("Ben"), cy = store.person("Cy");
    const auto one = store.tie(ana, ben), other = store.tie(ben, cy);
    const auto talk = store.conversation({ana}, "Said so"), later = store.conversation({ben}, "Later");
    const auto say = [&store](TieId tie, ConversationId conversation) {
        Evidence evidence;
        evidence.tie = tie;
        evidence.conversation = conversation;
        return got(store->ties.insert(evidence));
    };
    const auto first = say(other, talk), second = say(one, talk);
    say(one, later);
    say(one, {});
    const auto said = got(store->ties.evidence(talk));
    QCOMPARE(said.size(), std::size_t(2));
    QCOMPARE(said[0].id, first);
    QCOMPARE(said[1].id, second);
    QVERIFY(got(store->ties.evidence(ConversationId{5})).empty());
}

void TestTies::missing_isNotFound()
{
    MemoryStore store;
    Tie tie;
    tie.id = TieId{5};
    tie.a = store.person("Ana");
    tie.b = store.person("Ben");
    QCOMPARE(codeOf(store->ties.update(tie)), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->ties.remove(TieId{5})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->ties.remove(OverlayId{5})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->ties.remove(EvidenceId{5})), code(ErrorCode::notFound));
}

void TestTies::manyTies_readBackInOrder()
{
    MemoryStore store;
    auto transaction = got(Transaction::begin(store.database(), Transaction::Kind::write));
    std::vector<PersonId> people;
    for (int i = 0; i < 300; ++i)
        people.push_back(store.person("P"));
    for (std::size_t i = 0; i < people.size(); ++i)
        for (std::size_t j = 0; j < i; j += 2)
            store.tie(people[i], people[j]);
    got(transaction.commit());
    const auto ties = got(store->ties.all());
    QCOMPARE(ties.size(), got(store->ties.count()));
    QCOMPARE(ties.size(), std::size_t(22'500));
    QVERIFY(std::all_of(ties.begin(), ties.end(), [](const Tie& tie) { return tie.a < tie.b; }));
    QVERIFY(std::is_sorted(ties.begin(), ties.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
}

QTEST_GUILESS_MAIN(TestTies)
#include "tst_ties.moc"
