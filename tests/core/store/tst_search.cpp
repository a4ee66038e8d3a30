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
