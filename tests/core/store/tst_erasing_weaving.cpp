// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilesWith.h"
#include "StoreTest.h"
#include "core/store/MergingRows.h"

using namespace storetest;

namespace {

const Date kDay = *Date::fromYmd(2026, 10, 1);

struct Ids
{
    PersonId zora, ben, cleo, ruth;
    ConversationId call;
    IntroductionId others;
};

Introduction between(PersonId a, PersonId b, const std::string& why)
{
    Introduction introduction;
    introduction.a = a;
    introduction.b = b;
    introduction.proposed = kDay;
    introduction.why = why;
    return introduction;
}

/// Zora Quexley in everything that weaving writes down. Her own words have "zzk" in them.
Result<Ids> fill(Records& records)
{
    Ids ids;
    Person zora = person("Zora Quexley");
    zora.nicknames = "zzknick, Zo";
    zora.about = "zzkabout";
    zora.aboutLevel = Confidentiality::onlyMe;
    WEAVEMAP_ASSIGN(ids.ruth, records.people.insert(person("Ruth Adler")));
    zora.aboutBy = ids.ruth;
    WEAVEMAP_ASSIGN(ids.zora, records.people.insert(zora));
    Person ben = person("Ben Ruiz");
    ben.nicknames = "Zora Quexley's brother, Benny";
    ben.about = "Wrote this";
    ben.aboutBy = ids.zora;
    WEAVEMAP_ASSIGN(ids.ben, records.people.insert(ben));
    WEAVEMAP_ASSIGN(ids.cleo, records.people.insert(person("Cleo Marin")));
    WEAVEMAP_ASSIGN(ids.call, records.conversations.insert(conversation({ids.zora, ids.ben}, "Talk")));

    NoteItem need;
    need.conversation = ids.call;
    need.person = ids.zora;
    need.text = "zzkneed";
    need.topic = "zzktopic";
    WEAVEMAP_ASSIGN(const auto herNeed, records.conversations.insert(need));
    auto hers = between(ids.zora, ids.ben, "zzkwhy");
    hers.outcome = "zzkoutcome";
    hers.topic = "zzksubject";
    WEAVEMAP_ASSIGN(hers.id, records.introductions.insert(hers));
    WEAVEMAP_ASSIGN(const auto tieId, records.ties.insert(tie(ids.ben, ids.cleo)));
    Evidence evidence;
    evidence.tie = tieId;
    evidence.introduction = hers.id;
    WEAVEMAP_TRY(records.ties.insert(evidence));
    auto others = between(ids.ben, ids.cleo, "Zora Quexley thinks they should meet");
    others.host = ids.zora;
    others.need = herNeed;
    others.outcome = "Thanks to Zora Quexley";
    others.topic = "the Zora Quexley method";
    WEAVEMAP_ASSIGN(ids.others, records.introductions.insert(others));
    WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ids.zora, ids.cleo, "zzkapart"}));
    WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, ids.ben, ids.cleo, "Zora Quexley asked for it"}));
    Question question;
    question.text = "How is Zora Quexley doing?";
    WEAVEMAP_ASSIGN(const auto asked, records.questions.insert(question));
    WEAVEMAP_TRY(records.questions.insert(AskedQuestion{{}, asked, ids.call, ids.zora}));
    WEAVEMAP_TRY(records.questions.insert(AskedQuestion{{}, asked, ids.call, ids.ben}));
    WEAVEMAP_TRY(records.questions.insert(Snooze{{}, ids.zora, kDay, kDay.addDays(9), "zzksnooze"}));
    WEAVEMAP_TRY(
        records.questions.insert(Snooze{{}, ids.ben, kDay, kDay.addDays(9), "Away with Zora Quexley until May"}));
    return ids;
}

} // namespace

class tst_ErasingWeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasedPerson_leavesNoByteInWhatWeavingKeeps()
    {
        const Folder folder;
        auto workspace = folder.create();
        Ids ids;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(ids, fill(records));
            return {};
        }));
        VERIFY_OK(workspace->backup());
        VERIFY_OK(workspace->erasePerson(ids.zora));

        auto& records = workspace->records();
        QVERIFY(workspace->check()->ok);
        const auto left = records.introductions.all().value();
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left.front().id == ids.others && !left.front().host && !left.front().need);
        QCOMPARE(left.front().why, std::string("… thinks they should meet"));
        QCOMPARE(left.front().outcome, std::string("Thanks to …"));
        QCOMPARE(left.front().topic, std::string("the … method"));
        QCOMPARE(records.introductions.steps().value().size(), std::size_t{1});
        QVERIFY(!records.ties.evidence().value().front().introduction);
        QCOMPARE(records.introductions.apartPairs().value().size(), std::size_t{1});
        QCOMPARE(records.introductions.apartPairs().value().front().why, std::string("… asked for it"));
        QCOMPARE(records.questions.asked().value().size(), std::size_t{1});
        QCOMPARE(records.questions.snoozes().value().size(), std::size_t{1});
        const auto ben = records.people.find(ids.ben).value().value();
        QVERIFY(!ben.aboutBy);
        QCOMPARE(ben.nicknames, std::string("…'s brother, Benny"));
        QVERIFY(records.search.find("method", ids.ben)->size() > 1); // the topic and the introduction, without her
        QVERIFY(records.search.find("zzktopic", ids.ruth)->empty());

        workspace.reset();
        for (const auto* word : {"quexley", "zzk"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
    }

    void erasedPerson_isGoneUnderTheNameOfARecordThatWasMerged()
    {
        const Folder folder;
        auto workspace = folder.create();
        PersonId zora, second;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(zora, records.people.insert(person("Zora Quexley")));
            Person other = person("Zo Quexfield");
            other.about = "zzkabout";
            WEAVEMAP_ASSIGN(second, records.people.insert(other));
            WEAVEMAP_ASSIGN(const auto ben, records.people.insert(person("Ben Ruiz")));
            return records.conversations.insert(conversation({ben}, "Zo Quexfield was there, too"))
                .map([](ConversationId) {});
        }));
        VERIFY_OK(workspace->backup()); // it has both
        VERIFY_OK(
            workspace->change("Merge", [&](Records& records) { return handOver(records.database(), second, zora); }));
        VERIFY_OK(workspace->erasePerson(zora));
        QVERIFY(workspace->check()->ok);
        QCOMPARE(workspace->records().conversations.all()->front().text, std::string("… was there, too"));
        QVERIFY(workspace->records().views.facts("merged:")->empty());
        workspace.reset();
        for (const auto* word : {"quexley", "quexfield", "zzk"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
    }

    void erasedConversation_takesWhatCameOfIt()
    {
        const Folder folder;
        auto workspace = folder.create();
        ConversationId call;
        PersonId ben;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(ben, records.people.insert(person("Ben")));
            WEAVEMAP_ASSIGN(const auto cleo, records.people.insert(person("Cleo")));
            WEAVEMAP_ASSIGN(call, records.conversations.insert(conversation({ben}, "Talk")));
            NoteItem need;
            need.conversation = call;
            need.text = "zzkneed";
            WEAVEMAP_ASSIGN(const auto item, records.conversations.insert(need));
            auto fromIt = between(ben, cleo, "zzkwhy");
            fromIt.conversation = call;
            fromIt.offer = item;
            WEAVEMAP_TRY(records.introductions.insert(fromIt));
            auto other = between(cleo, ben, "Stays");
            other.need = item;
            WEAVEMAP_TRY(records.introductions.insert(other));
            return records.questions.insert(AskedQuestion{{}, QuestionId{1}, call, ben}).map([](auto) {});
        }));
        VERIFY_OK(workspace->eraseConversation(call));
        QVERIFY(workspace->check()->ok);
        const auto left = workspace->records().introductions.all().value();
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left.front().why == "Stays" && !left.front().need);
        QVERIFY(workspace->records().questions.asked().value().empty());
        workspace.reset();
        QCOMPARE(filesWith(folder.path(), "zzk"), std::string());
    }

    void erasedConversation_leavesIntroductionsThatOnlyCiteIt()
    {
        const Folder folder;
        auto workspace = folder.create();
        ConversationId call, own;
        IntroductionId isolate;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto ben, records.people.insert(person("Ben")));
            WEAVEMAP_ASSIGN(const auto cleo, records.people.insert(person("Cleo")));
            auto talk = conversation({ben}, "Runs the z\u00DCzk fair, and spoke of zzkgardens");
            talk.confidentiality = Confidentiality::staff;
            WEAVEMAP_ASSIGN(call, records.conversations.insert(talk));
            talk.staff = ben;
            talk.confidentiality = Confidentiality::onlyMe;
            WEAVEMAP_ASSIGN(own, records.conversations.insert(talk));
            auto cites = between(ben, cleo, "Nobody knows him yet");
            cites.reason = IntroductionReason::reachesIsolate;
            cites.conversation = call;
            cites.topic = "zzkgardens";
            cites.outcome = "They work together";
            cites.state = IntroductionState::working;
            cites.confidentiality = Confidentiality::shareable;
            WEAVEMAP_ASSIGN(isolate, records.introductions.insert(cites));
            auto quotes = between(ben, cleo, "the Z\u00DCZK  fair");
            quotes.conversation = call;
            WEAVEMAP_TRY(records.introductions.insert(quotes));
            auto asked = between(ben, cleo, "He wants it");
            asked.reason = IntroductionReason::memberAsked;
            asked.conversation = call;
            WEAVEMAP_TRY(records.introductions.insert(asked));
            auto ofPrivate = between(ben, cleo, "Known to one");
            ofPrivate.conversation = own;
            return records.introductions.insert(ofPrivate).map([](auto) {});
        }));
        VERIFY_OK(workspace->eraseConversation(call));
        VERIFY_OK(workspace->eraseConversation(own));
        QVERIFY(workspace->check()->ok);
        const auto left = workspace->records().introductions.all().value();
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left.front().id == isolate && !left.front().conversation);
        QCOMPARE(left.front().state, IntroductionState::working);
        QCOMPARE(left.front().why, std::string("Nobody knows him yet"));
        QCOMPARE(left.front().outcome, std::string("They work together"));
        QCOMPARE(left.front().topic, std::string());
        QCOMPARE(left.front().confidentiality, Confidentiality::staff);
        QVERIFY(!workspace->records().introductions.steps().value().empty());
        workspace.reset();
        for (const auto* word : {"zzk", "z\u00DCzk", "known to one"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_ErasingWeaving)
#include "tst_erasing_weaving.moc"
