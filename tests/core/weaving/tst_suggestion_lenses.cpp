// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Association.h"
#include "core/weaving/MeaningfulWords.h"
#include "core/weaving/NeedOfferMatch.h"

using namespace weavemap;
using namespace weavemap::weaving;
using weavemap::test::Association;
using weavemap::test::concerns;

/// What each lens finds, and which record it cites.
class TestSuggestionLenses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_leaveOutWhatSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("keys");
        const auto row = [](const char* name, const char* text, const char* keys) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(keys);
        };
        row("empty", "", "");
        row("nothing said", "Someone who would help with it", "");
        row("plurals and case", "Fraction TASKS, tasks; boxes and studies", "fraction task box study");
        row("no plural", "the class is a bus to Paris", "class bus paris");
        row("accents", "Lectura y Matemáticas", "lectura matematica");
        row("typographic apostrophe", "Ana’s choir", "ana choir");
        row("other scripts", "поиск 数学 مدرسة", "поиск 数学 مدرسة");
        row("not UTF-8", "maths \xff\xfe phonics", "math phonic");
    }
    void words_leaveOutWhatSaysNothing()
    {
        QFETCH(QByteArray, text);
        QByteArrayList keys;
        for (const MeaningfulWord& word : meaningfulWords(text.toStdString()))
            keys << QByteArray::fromStdString(word.key);
        QTEST(keys.join(' '), "keys");
    }
    void words_ofALongText_areBounded()
    {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += " word" + std::to_string(i);
        QCOMPARE(meaningfulWords(text).size(), std::size_t{64});
    }
    void topics_areComparedByTheirWords()
    {
        QCOMPARE(topicKey("#Fractions"), topicKey("fraction"));
        QCOMPARE(topicKey("Éducation  Physique"), topicKey("education physique"));
        QVERIFY(topicKey("reading") != topicKey("writing"));
        QVERIFY(topicKey(" #! ").empty());
    }

    void need_meetsTheOfferOfItsTopic_andCitesBothLines()
    {
        Association all;
        all.addMany(3);
        const NoteItemId need = all.need(2, "somebody to watch", "Álgebra").item.id;
        const NoteItemId offer = all.offer(3, "an open door on Mondays", "algebra").item.id;
        all.offer(1, "an open door on Tuesdays", "choirs");
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        const Suggestion& one = list.front();
        QCOMPARE(one.lens, Lens::needMeetsOffer);
        QCOMPARE(one.a, PersonId{2});
        QCOMPARE(one.b, PersonId{3});
        QCOMPARE(one.need, need);
        QCOMPARE(one.offer, offer);
        QCOMPARE(one.conversation, ConversationId{9000});
        QCOMPARE(one.offerConversation, ConversationId{9001});
        QCOMPARE(one.topic, std::string("Álgebra"));
        QVERIFY(one.hosts.empty());
    }
    void need_meetsTheOfferThatSharesItsWords()
    {
        Association all;
        all.addMany(3);
        all.need(1, "A mentor for number lines");
        all.offer(2, "Can show number lines");
        all.offer(3, "Can show phonics to a mentor of others in the afternoon");
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        QVERIFY(concerns(list[0], 1, 2));
        QCOMPARE(list[0].words, (std::vector<std::string>{"number", "lines"}));
        QVERIFY(list[0].topic.empty());
    }
    void words_weighMoreTheFewerLinesHaveThem()
    {
        Association all;
        all.addMany(12);
        all.need(1, "tasks for dyslexia");
        all.offer(2, "tasks of mine");
        all.offer(3, "a course on dyslexia");
        for (int person = 4; person <= 12; ++person)
            all.offer(person, "tasks from my class");
        const auto matches = matchNeeds(all.matters, all.on);
        QVERIFY(!matches.empty());
        QCOMPARE(all.matters[matches.front().offer].item.person, PersonId{3});
    }
    void topicsThatDiffer_areNotJoinedByACommonWord()
    {
        Association all;
        all.addMany(2);
        all.need(1, "good tasks and a partner class", "fractions");
        all.offer(2, "good tasks", "phonics");
        QVERIFY(matchNeeds(all.matters, all.on).empty());
    }
    void whatIsMetOrPast_isNoReason()
    {
        Association all;
        all.addMany(2);
        all.need(1, "fractions", "fractions");
        Matter& offer = all.offer(2, "fractions", "fractions");
        offer.item.state = NoteItemState::oneTime;
        offer.on = all.on.addDays(-300);
        QCOMPARE(all.list().size(), std::size_t{1});
        offer.on = all.on.addYears(-1);
        QVERIFY(!isStandingOffer(offer, all.on));
        offer.item.state = NoteItemState::standing;
        QVERIFY(isStandingOffer(offer, all.on));
        all.matters[0].item.state = NoteItemState::met;
        QVERIFY(!isOpenNeed(all.matters[0]));
        QVERIFY(matchNeeds(all.matters, all.on).empty());
    }
    void theStricterLine_saysWhatMayBeQuoted()
    {
        Association all;
        all.addMany(2);
        all.need(1, "fractions", "fractions");
        all.offer(2, "fractions", "fractions").level = Confidentiality::staff;
        QCOMPARE(all.list().front().level, Confidentiality::staff);
    }
    void whoWasAskedFor_comesFirst()
    {
        Association all;
        all.addMany(3);
        all.tie(1, 3);
        Matter& wish = all.say(1, NoteItemKind::introduction, "Would like to meet Person 2");
        wish.item.other = PersonId{2};
        const NoteItemId item = wish.item.id;
        auto list = all.list();
        QCOMPARE(list.front().lens, Lens::memberAsked);
        QCOMPARE(list.front().need, item);
        QVERIFY(concerns(list.front(), 1, 2));
        all.matters[0].item.state = NoteItemState::made;
        list = all.list();
        QVERIFY(std::none_of(list.begin(), list.end(),
                             [](const Suggestion& one) { return one.lens == Lens::memberAsked; }));
    }

    void triangle_isClosedByTheContactOfBoth()
    {
        Association all;
        all.addMany(4);
        const TieId first = all.tie(1, 2, TieDepth::rely).id;
        const TieId second = all.tie(2, 3, TieDepth::exchange).id;
        all.tie(3, 4, TieDepth::talked); // not close enough to host
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        const Suggestion& one = list.front();
        QCOMPARE(one.lens, Lens::closeTriangle);
        QVERIFY(concerns(one, 1, 3));
        QCOMPARE(one.hosts, std::vector<PersonId>{PersonId{2}});
        QCOMPARE(one.ties, (std::vector<TieId>{first, second}));
        QCOMPARE(one.sharedContacts, std::size_t{1});
    }
    void triangle_withTheStrongestTiesComesFirst()
    {
        Association all;
        all.addMany(6);
        all.tie(1, 2);
        all.tie(2, 3);
        all.tie(4, 5, TieDepth::rely);
        all.tie(5, 6, TieDepth::rely);
        QVERIFY(concerns(all.list().front(), 4, 6));
    }
    void hosts_areWhoMayBeNamedAndMeetsBoth_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* const what : {"not shown", "apart from one", "left", "staff"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void hosts_areWhoMayBeNamedAndMeetsBoth()
    {
        QFETCH(QString, what);
        Association all;
        all.addMany(3);
        all.tie(1, 2);
        all.tie(2, 3);
        if (what == QLatin1String("not shown"))
            all.people[1].consent = ShowConsent::notShown;
        else if (what == QLatin1String("apart from one"))
            all.keepApart(3, 2);
        else if (what == QLatin1String("left"))
            all.people[1].left = all.on.addDays(-1);
        else
            all.people[1].kind = PersonKind::staff;
        all.lenses = {Lens::closeTriangle};
        QVERIFY(all.list().empty());
        // Staff may host what another lens finds.
        all.lenses = {Lens::needMeetsOffer};
        all.need(1, "fractions", "fractions");
        all.offer(3, "fractions", "fractions");
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0].hosts.empty(), what != QLatin1String("staff"));
    }

    void isolate_meetsWhoIsNear_andCitesTheLastTalk()
    {
        Association all;
        all.add("Coach", "North");
        all.add("Principal", "South");
        all.add("Coach", "North");
        all.add("Coach", "South");
        all.tie(2, 3);
        all.tie(2, 4);
        Person& staff = all.add();
        staff.kind = PersonKind::staff;
        all.lastTalks.push_back({PersonId{1}, ConversationId{77}, staff.id});
        all.lenses = {Lens::reachIsolate};
        const auto list = all.list();
        QCOMPARE(list.size(), std::size_t{1});
        const Suggestion& one = list.front();
        QCOMPARE(one.a, PersonId{1});
        QCOMPARE(one.b, PersonId{3});
        QVERIFY(one.sameRole && one.sameRegion);
        QCOMPARE(one.conversation, ConversationId{77});
        QCOMPARE(one.hosts, std::vector<PersonId>{staff.id});
    }
    void isolates_whoShareNothing_areNotJoinedByChance()
    {
        Association all;
        all.addMany(5);
        QVERIFY(all.list().empty());
    }
    void isolates_allFindSomebodyElse()
    {
        Association all;
        for (int i = 0; i < 300; ++i)
            all.add({}, "North");
        for (int i = 1; i <= 150; ++i)
            all.tie(i, i % 150 + 1);
        all.lenses = {Lens::reachIsolate};
        all.limit = 200;
        QVERIFY(all.list().size() >= 75);
    }
    void tiesToStaff_leaveOneAnIsolate()
    {
        Association all;
        all.add("Coach", "North");
        all.add("Coach", "North");
        all.add().kind = PersonKind::staff;
        all.tie(1, 3);
        all.lenses = {Lens::reachIsolate};
        QCOMPARE(all.list().size(), std::size_t{1});
    }

    void groups_areBridgedByWhoStandsWellInThem()
    {
        Association all;
        for (int i = 0; i < 8; ++i)
            all.add("Coach");
        for (const int from : {1, 5})
            for (int i = 0; i < 4; ++i)
                all.tie(from + i, from + (i + 1) % 4, TieDepth::talked);
        all.groups = {0, 0, 0, 0, 1, 1, 1, 1};
        all.lenses = {Lens::bridgeGroups};
        const auto list = all.list();
        QVERIFY(!list.empty());
        const Suggestion& one = list.front();
        QVERIFY((one.a <= PersonId{4}) != (one.b <= PersonId{4}));
        QVERIFY(one.sameRole);
        QCOMPARE(one.groupSizeA, std::size_t{4});
        QCOMPARE(one.groupSizeB, std::size_t{4});
        QCOMPARE(one.groupTies, std::size_t{0});
        for (Person& person : all.people)
            person.role.clear(); // nothing in common
        QVERIFY(all.list().empty());
    }
    void groups_thatMeetAlready_comeLater()
    {
        Association all;
        for (int i = 0; i < 12; ++i)
            all.add("Coach");
        for (const int from : {1, 5, 9})
            for (int i = 0; i < 4; ++i)
                all.tie(from + i, from + (i + 1) % 4, TieDepth::talked);
        all.tie(1, 5, TieDepth::talked);
        all.groups = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        all.lenses = {Lens::bridgeGroups};
        all.limit = 1;
        QVERIFY(all.list().front().b >= PersonId{9});
        all.groups.clear(); // none are known
        QVERIFY(all.list().empty());
    }
    void whatTwoHaveToDoWith_isCitedByTheirLines()
    {
        Association all;
        all.addMany(3);
        all.tie(1, 2);
        all.tie(2, 3);
        all.need(1, "reading corners", "Reading");
        all.need(3, "a reading plan", "reading");
        const auto list = all.list();
        QCOMPARE(list.front().lens, Lens::closeTriangle);
        QCOMPARE(list.front().topic, std::string("Reading"));
        QCOMPARE(list.front().shared, (std::vector<NoteItemId>{NoteItemId{5000}, NoteItemId{5001}}));
        QVERIFY(!list.front().need);
    }
};

QTEST_APPLESS_MAIN(TestSuggestionLenses)
#include "tst_suggestion_lenses.moc"
