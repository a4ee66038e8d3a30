// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "MemoryStore.h"

#include "core/store/Audience.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

constexpr Confidentiality kLevels[] = {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe};

std::string wordFor(Confidentiality note, Confidentiality own)
{
    return "canary" + std::to_string(static_cast<int>(note)) + std::to_string(static_cast<int>(own));
}

/// A note of each level by Ruth with a line, a promise and an introduction of each level.
struct Office
{
    MemoryStore store;
    PersonId ruth = store.person("Ruth", PersonKind::staff), omar = store.person("Omar", PersonKind::staff);
    PersonId ana = store.person("Ana"), ben = store.person("Ben");

    Office()
    {
        for (const auto note : kLevels) {
            Conversation call;
            call.when = moment("2026-10-08");
            call.staff = ruth;
            call.participants = {ana};
            call.text = "note" + std::to_string(static_cast<int>(note));
            call.quote = "Quote";
            call.confidentiality = note;
            const auto id = got(store->conversations.insert(call));
            got(store->questions.insert(AskedQuestion{{}, QuestionId{1}, id, ana}));
            for (const auto own : kLevels) {
                NoteItem item;
                item.conversation = id;
                item.person = ana;
                item.text = wordFor(note, own);
                item.topic = "topic" + wordFor(note, own);
                item.confidentiality = own;
                got(store->conversations.insert(item));
                FollowUp promise;
                promise.conversation = id;
                promise.text = wordFor(note, own);
                promise.confidentiality = own;
                got(store->conversations.insert(promise));
                Introduction introduction;
                introduction.a = ana;
                introduction.b = ben;
                introduction.conversation = id;
                introduction.why = wordFor(note, own);
                introduction.confidentiality = own;
                got(store->introductions.insert(introduction));
            }
        }
        got(rebuildSearch(store.database()));
    }
    AudienceRecords as(Audience audience) { return AudienceRecords(store.records(), audience); }

    /// How many of the nine lines, promises and introductions an audience reads; the same of each, or -1.
    int lines(Audience audience)
    {
        const auto records = as(audience);
        const auto items = got(records.items()).size();
        const bool same = got(records.followUps()).size() == items && got(records.introductions()).size() == items &&
                          got(as(audience).itemsOf(ana)).size() == items &&
                          got(as(audience).introductionsOf(ben)).size() == items;
        return same ? static_cast<int>(items) : -1;
    }
};

std::set<std::string> found(Office& office, std::string_view words, Audience audience)
{
    std::set<std::string> texts;
    for (const auto& hit : got(office.store->search.find(words, audience, 100)))
        texts.insert(hit.title + "|" + hit.snippet);
    return texts;
}

} // namespace

class TestAudience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAsked_isReadByWhoMayReadTheCall()
    {
        Office office;
        const auto counts = [&](Audience audience) {
            const auto records = office.as(audience);
            const auto all = got(records.askings()).size();
            std::size_t byCall = 0;
            for (const auto& call : got(office.store->conversations.all()))
                byCall += got(office.as(audience).asked(call.id)).size();
            const bool same = byCall == all && got(office.as(audience).askings(QuestionId{1})).size() == all &&
                              got(office.as(audience).askingsOf(office.ana)).size() == all &&
                              got(office.as(audience).askings(QuestionId{2})).empty();
            return same ? static_cast<int>(all) : -1;
        };
        QCOMPARE(counts(Audience::office(office.ruth)), 3);
        QCOMPARE(counts(Audience::office(office.omar)), 2);
        QCOMPARE(counts(Audience::office({})), 2);
        QCOMPARE(counts(Audience::leaving()), 1);
    }

    void rule_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("writer");
        QTest::addColumn<bool>("colleague");
        QTest::addColumn<bool>("nobody");
        QTest::addColumn<bool>("leaving");
        QTest::newRow("shareable") << 0 << true << true << true << true;
        QTest::newRow("staff") << 1 << true << true << true << false;
        QTest::newRow("only me") << 2 << true << false << false << false;
    }
    void rule()
    {
        QFETCH(const int, level);
        const auto given = static_cast<Confidentiality>(level);
        const PersonId ruth{1}, omar{2};
        QTEST(Audience::office(ruth).mayRead(given, ruth), "writer");
        QTEST(Audience::office(omar).mayRead(given, ruth), "colleague");
        QTEST(Audience::office({}).mayRead(given, ruth), "nobody");
        QTEST(Audience::office({}).mayRead(given, {}), "nobody"); // two unknowns are not one person
        QTEST(Audience::leaving().mayRead(given, ruth), "leaving");
        QTEST(Audience::leaving().mayRead(given, {}), "leaving");
    }

    void conversations_asTheAudienceMayReadThem()
    {
        Office office;
        QCOMPARE(got(office.as(Audience::office(office.ruth)).conversations()).size(), std::size_t(3));
        QCOMPARE(got(office.as(Audience::office(office.omar)).conversations()).size(), std::size_t(2));
        QCOMPARE(got(office.as(Audience::office({})).conversationsWith(office.ana)).size(), std::size_t(2));
        const auto left = got(office.as(Audience::leaving()).conversations());
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front().text, std::string("note0"));
        QVERIFY(left.front().quote.empty()); // nobody agreed to it
        auto agreed = left.front();
        agreed.quote = "Quote";
        agreed.quoteConsent = QuoteConsent::anonymous;
        got(office.store->conversations.update(agreed));
        QCOMPARE(got(office.as(Audience::leaving()).find(agreed.id))->quote, std::string("Quote"));
        for (const auto& call : got(office.store->conversations.all())) {
            const bool open = call.confidentiality == Confidentiality::shareable;
            QCOMPARE(got(office.as(Audience::leaving()).find(call.id)).has_value(), open);
        }
        QVERIFY(!got(office.as(Audience::office(office.ruth)).find(ConversationId{5})));
    }

    void whatCameOfANote_isAtLeastAsConfidential()
    {
        Office office;
        QCOMPARE(office.lines(Audience::office(office.ruth)), 9);
        QCOMPARE(office.lines(Audience::office(office.omar)), 4);
        QCOMPARE(office.lines(Audience::office({})), 4);
        QCOMPARE(office.lines(Audience::leaving()), 1);
        const auto left = office.as(Audience::leaving());
        QCOMPARE(got(left.items()).front().text, wordFor(kLevels[0], kLevels[0]));
        for (const auto& introduction : got(office.store->introductions.all()))
            QCOMPARE(got(left.find(introduction.id)).has_value(), introduction.why == "canary00");
        for (const auto& call : got(office.store->conversations.all())) {
            const std::size_t expected = call.confidentiality == Confidentiality::shareable ? 1 : 0;
            QCOMPARE(got(left.items(call.id)).size(), expected);
            QCOMPARE(got(left.followUps(call.id)).size(), expected);
        }
    }

    void withoutANote_theOwnerOrTheHostIsTheWriter()
    {
        MemoryStore store;
        const auto ruth = store.person("Ruth", PersonKind::staff), omar = store.person("Omar", PersonKind::staff);
        FollowUp promise;
        promise.owner = ruth;
        promise.text = "Ask her";
        promise.confidentiality = Confidentiality::onlyMe;
        got(store->conversations.insert(promise));
        Introduction introduction;
        introduction.a = store.person("Ana");
        introduction.b = store.person("Ben");
        introduction.host = ruth;
        introduction.confidentiality = Confidentiality::onlyMe;
        got(store->introductions.insert(introduction));
        got(rebuildSearch(store.database()));
        for (const auto& [me, count] : {std::pair(ruth, 1), std::pair(omar, 0), std::pair(PersonId(), 0)}) {
            const AudienceRecords records(store.records(), Audience::office(me));
            QCOMPARE(got(records.followUps()).size(), static_cast<std::size_t>(count));
            QCOMPARE(got(records.introductions()).size(), static_cast<std::size_t>(count));
            QCOMPARE(got(store->search.find("ask", me)).size(), static_cast<std::size_t>(count));
            QCOMPARE(got(store->search.find("ana ben", me)).size(), static_cast<std::size_t>(count));
        }
    }

    void noteAboutAPerson_comesEmptyToWhomItIsNotFor()
    {
        MemoryStore store;
        const auto ruth = store.person("Ruth", PersonKind::staff);
        for (const auto level : kLevels) {
            Person ana;
            ana.name = "Ana";
            ana.about = "canary";
            ana.aboutLevel = level;
            ana.aboutBy = ruth;
            ana.id = got(store->people.insert(ana));
            QCOMPARE(got(store->people.find(ana.id)).value(), ana);
            const auto about = [&](Audience audience) {
                const auto one = got(AudienceRecords(store.records(), audience).find(ana.id)).value().about;
                return one == got(AudienceRecords(store.records(), audience).people()).back().about ? one : "differs";
            };
            QCOMPARE(about(Audience::office(ruth)), std::string("canary"));
            QCOMPARE(about(Audience::office(ana.id)).empty(), level == Confidentiality::onlyMe);
            QCOMPARE(about(Audience::leaving()).empty(), level != Confidentiality::shareable);
        }
    }

    void pairsKeptApart_neverLeave()
    {
        Office office;
        got(office.store->introductions.insert(ApartPair{{}, office.ana, office.ben, "why"}));
        QVERIFY(got(office.as(Audience::leaving()).apartPairs()).empty());
        QCOMPARE(got(office.as(Audience::office({})).apartPairs()).size(), std::size_t(1));
    }

    void search_findsWhatTheAudienceMayRead()
    {
        Office office;
        QCOMPARE(found(office, "canary", Audience::office(office.ruth)).size(), std::size_t(27));
        const auto colleague = found(office, "canary", Audience::office(office.omar));
        QCOMPARE(colleague.size(), std::size_t(12));
        const auto left = found(office, "canary", Audience::leaving());
        QCOMPARE(left.size(), std::size_t(3));
        for (const auto& text : colleague)
            QVERIFY2(text.find('2') == std::string::npos, text.c_str());
        for (const auto& text : left)
            QVERIFY2(text.find("00") != std::string::npos, text.c_str());
        const auto topics = [&](Audience audience) { return found(office, "topiccanary", audience).size(); };
        QCOMPARE(topics(Audience::office(office.ruth)), std::size_t(18)); // nine lines, nine topics
        QCOMPARE(topics(Audience::office({})), std::size_t(8));
        QCOMPARE(topics(Audience::leaving()), std::size_t(2));
    }

    void search_findsNotesAboutPeopleOnlyForWhomTheyAre()
    {
        MemoryStore store;
        const auto ruth = store.person("Ruth", PersonKind::staff), omar = store.person("Omar", PersonKind::staff);
        for (const auto level : kLevels) {
            Person ana;
            ana.name = "Ana" + std::to_string(static_cast<int>(level));
            ana.role = "Coach";
            ana.about = "Has a canary";
            ana.aboutLevel = level;
            ana.aboutBy = ruth;
            got(store->people.insert(ana));
        }
        got(rebuildSearch(store.database()));
        const auto names = [&](std::string_view words, Audience audience) {
            std::string list;
            for (const auto& hit : got(store->search.find(words, audience))) {
                list += hit.title + " ";
                if (hit.snippet.find("canary") != std::string::npos && hit.title == "Ana2" && audience.me() != ruth)
                    list += "LEAK ";
            }
            return list;
        };
        QCOMPARE(names("canary", Audience::office(ruth)), std::string("Ana0 Ana1 Ana2 "));
        QCOMPARE(names("canary", Audience::office(omar)), std::string("Ana0 Ana1 "));
        QCOMPARE(names("canary", Audience::office({})), std::string("Ana0 Ana1 "));
        QCOMPARE(names("canary", Audience::leaving()), std::string("Ana0 "));
        // Words of both, and other words alone: each person once.
        QCOMPARE(names("coach canary", Audience::office(ruth)), std::string("Ana0 Ana1 Ana2 "));
        QCOMPARE(names("coach", Audience::leaving()), std::string("Ana0 Ana1 Ana2 "));
        QCOMPARE(names("ana", Audience::office(omar)), std::string("Ana0 Ana1 Ana2 "));
    }
};

QTEST_GUILESS_MAIN(TestAudience)
#include "tst_audience.moc"
