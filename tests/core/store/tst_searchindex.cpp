// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include "MemoryStore.h"
#include "core/store/Workspace.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

ChangeSet touched(std::initializer_list<std::pair<Table, std::int64_t>> rows)
{
    ChangeSet changes;
    for (const auto& [table, id] : rows)
        changes.rowsByTable[static_cast<std::size_t>(table)].push_back({id, RowChange::updated});
    return changes;
}

using Names = std::vector<std::string>;

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void index_followsRows();
    void index_followsNames();
    void index_followsUndoAndRedo();
    void levels_followTheRecordsAndTheirNotes();
    void index_holdsNothingOfWhatIsGone();
    void partitions_keepKindsApart();
};

void TestSearchIndex::index_followsRows()
{
    MemoryStore store;
    const auto find = [&](std::string_view words) { return got(store->search.find(words, {})).size(); };
    const auto ana = store.person("Ana");
    QCOMPARE(find("ana"), std::size_t(0)); // not before the index was told
    got(reindexSearch(store.database(), touched({{Table::person, ana.value}})));
    QCOMPARE(find("ana"), std::size_t(1));
    got(reindexSearch(store.database(), touched({{Table::person, ana.value}})));
    QCOMPARE(store.rows("search_entry"), 1);
    auto person = *got(store->people.find(ana));
    person.role = "Librarian";
    got(store->people.update(person));
    got(reindexSearch(store.database(), touched({{Table::person, ana.value}})));
    QCOMPARE(find("librar"), std::size_t(1));
    got(store->people.remove(ana));
    got(reindexSearch(store.database(), touched({{Table::person, ana.value}})));
    QCOMPARE(find("ana"), std::size_t(0));
    QCOMPARE(store.rows("search_entry"), 0);
}

void TestSearchIndex::index_followsNames()
{
    MemoryStore store;
    const auto school = got(store->people.insert(Organization{{}, "Weir High", "", ""}));
    Person person;
    person.name = "Ana";
    person.organization = school;
    person.id = got(store->people.insert(person));
    const auto ben = store.person("Ben");
    const auto call = store.conversation({ben, person.id}, "Words");
    NoteItem item;
    item.conversation = call;
    item.kind = NoteItemKind::introduction;
    item.person = ben;
    item.other = person.id;
    got(store->conversations.insert(item));
    item.person = {};
    item.other = {};
    item.text = "Nobody's";
    got(store->conversations.insert(item));
    FollowUp followUp;
    followUp.person = person.id;
    followUp.text = "Call";
    got(store->conversations.insert(followUp));
    got(rebuildSearch(store.database()));

    person.name = "Xenia";
    got(store->people.update(person));
    got(reindexSearch(store.database(), touched({{Table::person, person.id.value}})));
    QVERIFY(got(store->search.find("ana", {})).empty());
    const auto hits = got(store->search.find("xenia", {}));
    QCOMPARE(hits.size(), std::size_t(5));
    QCOMPARE(hits[1].title, std::string("Ben, Xenia"));

    got(store->people.update(Organization{school, "Quayside", "", ""}));
    got(reindexSearch(store.database(), touched({{Table::organization, school.value}})));
    QCOMPARE(got(store->search.find("quay", {})).size(), std::size_t(2));
    QVERIFY(got(store->search.find("weir", {})).empty());
}

void TestSearchIndex::index_followsUndoAndRedo()
{
    QTemporaryDir folder;
    const auto workspace = got(Workspace::create(folder.filePath(QStringLiteral("s.weavemap")).toStdString()));
    const auto titles = [&](std::string_view words) {
        Names list;
        for (const auto& hit : got(workspace->records().search.find(words, {})))
            list.push_back(hit.title);
        return list;
    };
    Person person;
    person.name = "Ana";
    got(workspace->change("Call", [&](Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(person.id, records.people.insert(person));
        Conversation call;
        call.participants = {person.id};
        call.text = "Fractions";
        WEAVEMAP_TRY(records.conversations.insert(call));
        return {};
    }));
    person.name = "Bea";
    got(workspace->change("Rename", [&](Records& records) { return records.people.update(person); }));
    QCOMPARE(titles("bea"), (Names{"Bea", "Bea"}));
    got(workspace->undo());
    QCOMPARE(titles("ana"), (Names{"Ana", "Ana"}));
    QVERIFY(titles("bea").empty());
    got(workspace->undo());
    QVERIFY(titles("ana").empty() && titles("fractions").empty());
    got(workspace->redo());
    got(workspace->redo());
    QCOMPARE(titles("fractions"), (Names{"Bea"}));
    got(workspace->change("Remove", [&](Records& records) { return records.people.remove(person.id); }));
    QCOMPARE(titles("fractions"), (Names{""}));
    QVERIFY(titles("bea").empty());
    got(workspace->undo());
    QCOMPARE(titles("bea"), (Names{"Bea", "Bea"}));
}

void TestSearchIndex::levels_followTheRecordsAndTheirNotes()
{
    QTemporaryDir folder;
    const auto workspace = got(Workspace::create(folder.filePath(QStringLiteral("s.weavemap")).toStdString()));
    auto& records = workspace->records();
    const auto found = [&](std::string_view words) { return got(records.search.find(words, {})).size(); };
    Person ana;
    ana.name = "Ana";
    ana.about = "Aardvark";
    Conversation call;
    NoteItem item;
    item.text = "Badger";
    item.topic = "Setts";
    FollowUp promise;
    promise.text = "Badger";
    got(workspace->change("Call", [&](Records& to) -> Result<> {
        WEAVEMAP_ASSIGN(ana.id, to.people.insert(ana));
        Person ben;
        ben.name = "Ben";
        WEAVEMAP_ASSIGN(ben.id, to.people.insert(ben));
        call.participants = {ana.id};
        WEAVEMAP_ASSIGN(call.id, to.conversations.insert(call));
        Introduction introduction;
        introduction.a = ana.id;
        introduction.b = ben.id;
        introduction.conversation = item.conversation = promise.conversation = call.id;
        introduction.why = "Badger";
        item.person = promise.person = ana.id;
        WEAVEMAP_TRY(to.introductions.insert(introduction));
        WEAVEMAP_ASSIGN(item.id, to.conversations.insert(item));
        WEAVEMAP_ASSIGN(promise.id, to.conversations.insert(promise));
        return {};
    }));
    QCOMPARE(found("badger"), std::size_t(3));
    QCOMPARE(found("setts"), std::size_t(2)); // the line and the topic
    call.confidentiality = Confidentiality::onlyMe;
    got(workspace->change("Hide", [&](Records& to) { return to.conversations.update(call); }));
    QCOMPARE(found("badger"), std::size_t(0));
    QCOMPARE(found("setts"), std::size_t(0));
    got(workspace->undo());
    QCOMPARE(found("badger"), std::size_t(3));
    item.confidentiality = promise.confidentiality = Confidentiality::onlyMe;
    got(workspace->change("Hide", [&](Records& to) -> Result<> {
        WEAVEMAP_TRY(to.conversations.update(item));
        return to.conversations.update(promise);
    }));
    QCOMPARE(found("badger"), std::size_t(1));
    QCOMPARE(found("setts"), std::size_t(0));
    QCOMPARE(found("aardvark"), std::size_t(1));
    ana.aboutLevel = Confidentiality::onlyMe;
    got(workspace->change("Hide", [&](Records& to) { return to.people.update(ana); }));
    QCOMPARE(found("aardvark"), std::size_t(0));
    ana.about.clear();
    ana.nicknames = "Anita, Nana";
    got(workspace->change("Clear", [&](Records& to) { return to.people.update(ana); }));
    QCOMPARE(found("nana"), std::size_t(1));
    QVERIFY(got(records.search.find("nana", {})).front().title == "Ana");
    // What the index has by small steps is what it has when it is read anew.
    const auto entries = [&] {
        return got(records.database().list(
            "SELECT e.kind, e.record, e.place, e.level, coalesce(e.writer, 0), s.title, s.body FROM search_entry e"
            " JOIN search s ON s.rowid = e.id WHERE e.kind <> 5 ORDER BY e.kind, e.record",
            [](Statement& row) {
                std::string line;
                for (int column = 0; column < 7; ++column)
                    line += row.text(column) + '|';
                return line;
            }));
    };
    const auto bySteps = entries();
    got(workspace->writeUnrecorded([](Records& to) { return rebuildSearch(to.database()); }));
    QCOMPARE(entries(), bySteps);
}

void TestSearchIndex::index_holdsNothingOfWhatIsGone()
{
    MemoryStore store;
    const auto ana = store.person("Zanzibarina");
    got(rebuildSearch(store.database()));
    got(store->people.remove(ana));
    got(reindexSearch(store.database(), touched({{Table::person, ana.value}})));
    got(optimizeSearch(store.database()));
    QCOMPARE(
        got(store.database().integer("SELECT count(*) FROM search_data WHERE instr(block, CAST('zanzi' AS BLOB)) > 0")),
        0);
    QCOMPARE(got(store.database().integer("SELECT count(*) FROM search_content")), 0);
}

void TestSearchIndex::partitions_keepKindsApart()
{
    MemoryStore store;
    Person person;
    person.id = PersonId{5};
    person.name = "Same";
    got(store->people.insert(person));
    Conversation call;
    call.id = ConversationId{5};
    call.text = "Same";
    got(store->conversations.insert(call));
    got(rebuildSearch(store.database()));
    QCOMPARE(got(store->search.find("same", {})).size(), std::size_t(2));
    for (const auto kind : {HitKind::person, HitKind::conversation, HitKind::item, HitKind::followUp})
        QVERIFY(entryRange(kind).last < entryRange(static_cast<HitKind>(static_cast<int>(kind) + 1)).first);
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
