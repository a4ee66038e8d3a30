// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

/// A store whose index is read anew before each search.
struct Indexed : MemoryStore
{
    std::vector<SearchHit> find(std::string_view words, PersonId me = {}, std::size_t limit = 20)
    {
        got(rebuildSearch(database()));
        return got(records().search.find(words, me, limit));
    }
    std::vector<std::string> titles(std::string_view words)
    {
        std::vector<std::string> list;
        for (const auto& hit : find(words))
            list.push_back(hit.title);
        return list;
    }
};

using Names = std::vector<std::string>;

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_findsNothing();
    void words_arePrefixes_inAnyOrder();
    void accentsAndCase_areIgnored();
    void people_membersBeforeStaff_archivedLast();
    void people_byNameBeforeByOtherWords();
    void limit_isForEachKind();
    void everyKind_isFound_peopleFirst();
    void snippets_markWhatWasFound();
    void snippets_cannotBeForged();
    void longWords_findWhatTheirBeginningsFind_data();
    void longWords_findWhatTheirBeginningsFind();
    void snippets_areTheSameForOneAndForMany_data();
    void snippets_areTheSameForOneAndForMany();
    void hostileWords_data();
    void hostileWords();
    void onlyMe_isFoundByItsWriterAlone();
};

void TestSearch::empty_findsNothing()
{
    Indexed store;
    QVERIFY(store.find("ana").empty());
    store.person("Ana");
    QVERIFY(store.find("").empty());
    QVERIFY(store.find("  \t ").empty());
    QVERIFY(store.find("ana", {}, 0).empty());
    QVERIFY(store.find("zz").empty());
}

void TestSearch::words_arePrefixes_inAnyOrder()
{
    Indexed store;
    store.person("Ana Ruiz");
    store.person("Rui Anders");
    store.person("Bo O’Hara-Lindqvist");
    QCOMPARE(store.titles("a"), (Names{"Ana Ruiz", "Rui Anders"}));
    QCOMPARE(store.titles("ru an"), (Names{"Ana Ruiz", "Rui Anders"}));
    QCOMPARE(store.titles("ruiz"), (Names{"Ana Ruiz"}));
    QCOMPARE(store.titles("o'hara"), (Names{"Bo O’Hara-Lindqvist"}));
    QCOMPARE(store.titles("lindq"), (Names{"Bo O’Hara-Lindqvist"}));
    QVERIFY(store.titles("uiz").empty());
}

void TestSearch::accentsAndCase_areIgnored()
{
    Indexed store;
    store.person("Lucía Ōtepoti");
    store.person("Žofia Müller");
    QCOMPARE(store.titles("LUCIA otepoti"), (Names{"Lucía Ōtepoti"}));
    QCOMPARE(store.titles("zof"), (Names{"Žofia Müller"}));
    QCOMPARE(store.titles("mÜLL"), (Names{"Žofia Müller"}));
    QCOMPARE(store.titles("luci\u0301a"), (Names{"Lucía Ōtepoti"}));
}

void TestSearch::people_membersBeforeStaff_archivedLast()
{
    Indexed store;
    Person person;
    person.name = "Ana Archived";
    person.archived = day("2025-01-01");
    got(store->people.insert(person));
    person.archived.reset();
    person.left = day("2025-01-01");
    person.name = "Ana Bygone";
    got(store->people.insert(person));
    store.person("Ana Outside", PersonKind::outside);
    store.person("Ana Aaronson", PersonKind::staff);
    store.person("Ana Zimmer");
    store.person("Ana Berg");
    QCOMPARE(store.titles("ana"),
             (Names{"Ana Berg", "Ana Zimmer", "Ana Aaronson", "Ana Outside", "Ana Bygone", "Ana Archived"}));
}

void TestSearch::people_byNameBeforeByOtherWords()
{
    Indexed store;
    Person person;
    person.name = "Abe Long";
    person.role = "Coach";
    person.organization = got(store->people.insert(Organization{{}, "Weir High", "School", ""}));
    const auto abe = got(store->people.insert(person));
    store.person("Weiru Coachman");
    const auto hits = store.find("weir");
    QCOMPARE(hits[0].title, std::string("Weiru Coachman"));
    QVERIFY(hits[0].snippet.empty());
    QCOMPARE(hits[1].id, abe.value);
    QCOMPARE(hits[1].snippet, std::string("Coach · \x01Weir\x02 High"));
    const auto grade = got(store->people.insert(Attribute{{}, "Grade"}));
    got(store->people.setAttribute(abe, grade, "Kindergarten"));
    QCOMPARE(store.titles("kinder"), (Names{"Abe Long"}));
}

void TestSearch::limit_isForEachKind()
{
    Indexed store;
    for (int i = 0; i < 9; ++i) {
        const auto id = store.person("Ana " + std::to_string(i));
        store.conversation({id}, "Talked");
    }
    const auto hits = store.find("ana", {}, 4);
    QCOMPARE(std::count_if(hits.begin(), hits.end(), [](const auto& h) { return h.kind == HitKind::person; }), 4);
    QCOMPARE(std::count_if(hits.begin(), hits.end(), [](const auto& h) { return h.kind == HitKind::conversation; }), 4);
    QCOMPARE(hits.front().title, std::string("Ana 0"));
}

void TestSearch::everyKind_isFound_peopleFirst()
{
    Indexed store;
    got(store->people.insert(Organization{{}, "Reading Bridge", "Charity", ""}));
    const auto ana = store.person("Reading Ana");
    const auto call = store.conversation({ana, store.person("Ben")}, "Likes reading");
    NoteItem item;
    item.conversation = call;
    item.kind = NoteItemKind::offer;
    item.text = "Reading logs";
    got(store->conversations.insert(item));
    FollowUp followUp;
    followUp.person = ana;
    followUp.text = "Send the reading list";
    got(store->conversations.insert(followUp));
    const auto hits = store.find("read");
    QCOMPARE(hits.size(), std::size_t(5));
    QCOMPARE(hits[0].kind, HitKind::person);
    QCOMPARE(hits[1].kind, HitKind::conversation);
    QCOMPARE(hits[1].title, std::string("Reading Ana, Ben"));
    QCOMPARE(hits[2].kind, HitKind::item);
    QCOMPARE(hits[2].itemKind, NoteItemKind::offer);
    QCOMPARE(hits[2].title, std::string("Reading Ana, Ben"));
    QCOMPARE(hits[2].confidentiality, Confidentiality::staff);
    QCOMPARE(hits[3].kind, HitKind::followUp);
    QCOMPARE(hits[3].title, std::string("Reading Ana"));
    QCOMPARE(hits[4].kind, HitKind::organization);
}

void TestSearch::snippets_markWhatWasFound()
{
    Indexed store;
    const auto ana = store.person("Ana");
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "filler ";
    store.conversation({ana}, text + "about fräctions at last");
    const auto hits = store.find("fract");
    QCOMPARE(hits.size(), std::size_t(1));
    QVERIFY(hits[0].snippet.find("\x01"
                                 "fräctions\x02") != std::string::npos);
    QVERIFY(hits[0].snippet.size() < 300);
    const auto byName = store.find("ana");
    QVERIFY(byName[1].snippet.find('\x01') == std::string::npos);
    QVERIFY(byName[1].snippet.starts_with("filler"));
}

void TestSearch::snippets_cannotBeForged()
{
    Indexed store;
    store.conversation({store.person("Ana")}, "before \x01 between \x02\nafter");
    const auto snippet = store.find("after").front().snippet;
    QCOMPARE(std::count(snippet.begin(), snippet.end(), '\x01'), 1);
    QVERIFY(snippet.find("\x01"
                         "after\x02") != std::string::npos);
    QVERIFY(snippet.find('\n') == std::string::npos);
}

void TestSearch::longWords_findWhatTheirBeginningsFind_data()
{
    QTest::addColumn<int>("notes");
    QTest::addColumn<int>("newerOnes"); // of something else
    QTest::newRow("few") << 9 << 0;
    QTest::newRow("as many as are read one by one") << 1000 << 0;
    QTest::newRow("more") << 1100 << 0;
    QTest::newRow("few old ones") << 9 << 600;
    QTest::newRow("many old ones") << 1100 << 600;
    QTest::newRow("some of the newest") << 9 << 40;
}

/// Up to three letters have a list of their own in the index, and are looked for in another way than longer words.
void TestSearch::longWords_findWhatTheirBeginningsFind()
{
    QFETCH(int, notes);
    QFETCH(int, newerOnes);
    Indexed store;
    const auto ruth = store.person("Ruth", PersonKind::staff);
    for (int i = 0; i < notes; ++i) {
        Person person;
        person.name = "Ana " + std::to_string(i % 7);
        person.role = "Schoolkeeper";
        const auto ana = got(store->people.insert(person));
        Conversation talk;
        talk.when = moment("2020-01-01");
        talk.when.unixMs += 60'000 * ((i * 37) % notes);
        talk.participants = {ana};
        talk.text = "About the schoolyard, " + std::to_string(i);
        talk.staff = ruth;
        talk.confidentiality = i % 3 == 0 ? Confidentiality::onlyMe : Confidentiality::staff;
        got(store->conversations.insert(talk));
    }
    for (int i = 0; i < newerOnes; ++i)
        store.conversation({ruth}, "About a garden", "2026-01-01");
    got(store->people.insert(Organization{{}, "School of Weir", "", ""}));
    got(rebuildSearch(store.database()));
    const auto found = [&](const char* words, PersonId me) { return got(store.records().search.find(words, me, 4)); };
    for (const PersonId me : {PersonId{}, ruth}) {
        const auto whole = found("school", me), begun = found("sch", me);
        QCOMPARE(whole.size(), std::size_t{9});
        QCOMPARE(whole.size(), begun.size());
        // The newest first, as the records say.
        std::vector<Instant> moments;
        for (const SearchHit& hit : whole)
            if (hit.kind == HitKind::conversation)
                moments.push_back(got(store->conversations.find(ConversationId{hit.id}))->when);
        std::vector<Instant> readable;
        for (const Conversation& talk : got(store->conversations.all()))
            if (talk.text.find("schoolyard") != std::string::npos && Audience::office(me).mayRead(talk) &&
                readable.size() < 4)
                readable.push_back(talk.when);
        QCOMPARE(moments.size(), std::size_t{4});
        QVERIFY(moments == readable);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QCOMPARE(whole[i].kind, begun[i].kind);
            QCOMPARE(whole[i].id, begun[i].id);
            QCOMPARE(whole[i].title, begun[i].title);
            QCOMPARE(whole[i].snippet, begun[i].snippet);
            QVERIFY(me == ruth || whole[i].confidentiality != Confidentiality::onlyMe);
        }
    }
}

void TestSearch::snippets_areTheSameForOneAndForMany_data()
{
    QTest::addColumn<QString>("words");
    // Short words are looked up row by row, longer ones in one walk along all rows.
    for (const char* const words : {"s", "sch", "scho", "school", "school a", "new school", "mentor", "Ünïcödé", "ünï"})
        QTest::newRow(words) << QString::fromUtf8(words);
}

void TestSearch::snippets_areTheSameForOneAndForMany()
{
    QFETCH(QString, words);
    Indexed store;
    for (const char* const name : {"Ana", "Bo", "Cy"}) {
        Person person;
        person.name = name;
        person.role = "A new school mentor";
        person.region = "Ünïcödé " + person.name;
        const auto who = got(store->people.insert(person));
        const auto talk =
            store.conversation({who}, "A new schoolhouse, a schoolyard and " + person.name + "'s mentor. Ünïcödés.");
        NoteItem item;
        item.conversation = talk;
        item.text = "A new school mentor for " + person.name + ", ünïcödé";
        item.kind = NoteItemKind::offer;
        got(store->conversations.insert(item));
        FollowUp promise;
        promise.conversation = talk;
        promise.text = "Send " + person.name + " a new school's ünïcödé list of mentors";
        got(store->conversations.insert(promise));
    }
    const auto all = store.find(words.toStdString());
    QCOMPARE(all.size(), std::size_t{12});
    std::size_t compared = 0;
    for (const auto& one : store.find(words.toStdString(), {}, 1)) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&one](const SearchHit& hit) { return hit.kind == one.kind && hit.id == one.id; });
        QVERIFY(same != all.end());
        QCOMPARE(same->title, one.title);
        QCOMPARE(same->snippet, one.snippet);
        QVERIFY(one.snippet.find('\x01') != std::string::npos);
        QCOMPARE(same->itemKind, one.itemKind);
        ++compared;
    }
    QCOMPARE(compared, std::size_t{4});
    for (const auto& hit : all)
        QVERIFY2(hit.snippet.find('\x01') != std::string::npos, hit.snippet.c_str());
}

void TestSearch::hostileWords_data()
{
    QTest::addColumn<QByteArray>("words");
    for (const auto* words : {"\"",         "\"\"\"",     "ana\"",         "NEAR(ana ruiz)",
                              "ana OR ben", "AND",        "NOT ana",       "ana*",
                              "*",          "^ana",       "title:ana",     "{title}: ana",
                              "(",          ")((",        "-ana",          "+",
                              "a + b",      "😀",          "😀 ana",         "'; DROP TABLE search",
                              "\\",         "%",          "\xff\xfe",      "\xc2",
                              "\xe2\x80",   "col\x01umn", "ana\u00A0ruiz", "“ana”",
                              "ana–ruiz"})
        QTest::newRow(words) << QByteArray(words);
    QTest::newRow("zero byte") << QByteArray("ana\0ruiz", 8);
    QTest::newRow("ten thousand letters") << QByteArray(10'000, 'a');
    QTest::newRow("ten thousand quotes") << QByteArray(10'000, '"');
    QTest::newRow("five thousand words") << QByteArray("a ").repeated(5'000);
    QByteArray distinct;
    for (int i = 0; i < 2'000; ++i)
        distinct += QByteArray::number(i) + ' ';
    QTest::newRow("two thousand different words") << distinct;
}

void TestSearch::hostileWords()
{
    QFETCH(const QByteArray, words);
    Indexed store;
    store.person("Ana Ruiz");
    const auto hits =
        store->search.find(std::string_view(words.constData(), static_cast<std::size_t>(words.size())), {});
    QVERIFY2(hits, hits ? "" : hits.error().detail.c_str());
    QCOMPARE(store.rows("person"), 1);
    // What is not a letter or a digit only sets words apart.
    if (words == "ana*" || words == "“ana”" || words == "ana\u00A0ruiz" || words == "ana–ruiz" || words == "😀 ana")
        QCOMPARE(store.find(words.toStdString()).size(), std::size_t(1));
    if (words == "ana OR ben" || words == "NOT ana")
        QVERIFY(store.find(words.toStdString()).empty());
}

void TestSearch::onlyMe_isFoundByItsWriterAlone()
{
    Indexed store;
    const auto ruth = store.person("Ruth", PersonKind::staff);
    const auto tom = store.person("Tom", PersonKind::staff);
    const auto ana = store.person("Ana");
    Conversation call;
    call.staff = ruth;
    call.participants = {ana};
    call.text = "Secret plan";
    call.confidentiality = Confidentiality::onlyMe;
    call.when = moment("2026-10-01");
    call.id = got(store->conversations.insert(call));
    NoteItem item;
    item.conversation = call.id;
    item.text = "Secret need";
    got(store->conversations.insert(item));
    FollowUp followUp;
    followUp.conversation = call.id;
    followUp.text = "Secret promise";
    got(store->conversations.insert(followUp));
    QCOMPARE(store.find("secret", ruth).size(), std::size_t(3));
    QCOMPARE(store.find("secret", ruth).front().confidentiality, Confidentiality::onlyMe);
    QVERIFY(store.find("secret", tom).empty());
    QVERIFY(store.find("secret").empty());
    QCOMPARE(store.find("ana", tom).size(), std::size_t(1)); // the person, not the call
    call.staff = {};
    got(store->conversations.update(call));
    QVERIFY(store.find("secret").empty());
    call.confidentiality = Confidentiality::staff;
    got(store->conversations.update(call));
    QCOMPARE(store.find("secret", tom).size(), std::size_t(3));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
