// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"
#include "StoreTest.h"

#include "core/store/Audience.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

Project named(const std::string& name, std::vector<PersonId> people = {})
{
    Project project;
    project.name = name;
    project.people = std::move(people);
    return project;
}

/// Everything that a project can say, and a line of its call that tells of it.
struct Full
{
    MemoryStore store;
    PersonId ana = store.person("Ana"), ben = store.person("Ben"), ruth = store.person("Ruth", PersonKind::staff);
    ConversationId call = store.conversation({ana}, "A call");
    Project record = named("Unit — “fractions” ✓", {ben, ana});
    NoteItem line;

    Full()
    {
        record.purpose = "One unit for two schools";
        record.started = day("2026-02-01");
        record.status = ProjectStatus::paused;
        record.isPlannedByUs = true;
        record.heard = ProjectHeard::convening;
        record.conversation = call;
        record.origin = ProjectOrigin::resource;
        Introduction introduction;
        introduction.a = ana;
        introduction.b = ben;
        introduction.proposed = day("2026-01-01");
        record.introduction = got(store->introductions.insert(introduction));
        Convening convening;
        convening.title = "Spring convening";
        convening.on = day("2026-01-01");
        record.convening = got(store->convenings.insert(convening));
        record.writer = ruth;
        record.confidentiality = Confidentiality::shareable;
        record.id = got(store->projects.insert(record));
        line.conversation = call;
        line.kind = NoteItemKind::project;
        line.text = record.name;
        line.project = record.id;
        line.id = got(store->conversations.insert(line));
    }
    Project found() { return got(store->projects.find(record.id)).value(); }
};

} // namespace

class TestProjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_comesBack()
    {
        Full full;
        QCOMPARE(full.found(), full.record);
        QCOMPARE(got(full.store->conversations.items(full.call)), (std::vector<NoteItem>{full.line}));
        QCOMPARE(got(full.store->conversations.itemsAbout(full.record.id)), (std::vector<NoteItem>{full.line}));
        QVERIFY(got(full.store->conversations.itemsAbout(ProjectId{5})).empty());
        auto least = named("Least", {full.ana, full.ana}); // named twice, kept once
        least.id = got(full.store->projects.insert(least));
        least.people = {full.ana};
        QCOMPARE(got(full.store->projects.all()), (std::vector<Project>{full.record, least}));
        QCOMPARE(got(full.store->projects.count()), std::size_t(2));
        QCOMPARE(got(full.store->projects.of(full.ana)), (std::vector<Project>{full.record, least}));
        QCOMPARE(got(full.store->projects.of(full.ben)), (std::vector<Project>{full.record}));
        QVERIFY(got(full.store->projects.of(full.ruth)).empty());
        QCOMPARE(got(full.store->projects.from(full.record.introduction)), (std::vector<Project>{full.record}));
        QVERIFY(!got(full.store->projects.find(ProjectId{5})));
    }

    void conversationsAbout_areItsFirstAndThoseWithALine()
    {
        Full full;
        QCOMPARE(got(full.store->projects.conversationsAbout(full.record.id)), (std::vector{full.call}));
        const auto later = full.store.conversation({full.ben}, "Again", "2026-10-09");
        NoteItem line;
        line.conversation = later;
        line.kind = NoteItemKind::project;
        line.text = "The unit";
        line.project = full.record.id;
        got(full.store->conversations.insert(line));
        QCOMPARE(got(full.store->projects.conversationsAbout(full.record.id)), (std::vector{later, full.call}));
        QVERIFY(got(full.store->projects.conversationsAbout(ProjectId{5})).empty());
    }

    void peopleChange_withoutTouchingThoseWhoStay()
    {
        Full full;
        const auto cleo = full.store.person("Cleo");
        full.record.people = {full.ana, cleo};
        const auto written = full.store.written();
        got(full.store->projects.update(full.record));
        QCOMPARE(full.store.written(), written + 2); // one out, one in
        QCOMPARE(full.found(), full.record);
        full.record.status = ProjectStatus::done;
        got(full.store->projects.update(full.record));
        QCOMPARE(full.store.written(), written + 3);
        got(full.store->projects.update(full.record));
        QCOMPARE(full.store.written(), written + 3);
        full.record.people.clear();
        got(full.store->projects.update(full.record));
        QCOMPARE(full.found(), full.record);
    }

    void whatDoesNotFit_isRefused()
    {
        Full full;
        const auto codeOfInsert = [&](const auto& spoil) {
            Project wrong = named("Name", {full.ana});
            spoil(wrong);
            return codeOf(full.store->projects.insert(wrong));
        };
        QCOMPARE(codeOfInsert([](auto& p) { p.name = "  "; }), code(ErrorCode::missingName));
        QCOMPARE(codeOfInsert([](auto& p) { p.people = {PersonId{5}}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& p) { p.writer = PersonId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& p) { p.conversation = ConversationId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& p) { p.introduction = IntroductionId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& p) { p.convening = ConveningId{5}; }), code(ErrorCode::notFound));
        QCOMPARE(codeOfInsert([](auto& p) { p.status = static_cast<ProjectStatus>(4); }),
                 code(ErrorCode::databaseError));
        auto unknown = full.record;
        unknown.id = ProjectId{5};
        QCOMPARE(codeOf(full.store->projects.update(unknown)), code(ErrorCode::notFound));
        QCOMPARE(codeOf(full.store->projects.remove(unknown.id)), code(ErrorCode::notFound));
        auto line = full.line;
        line.project = unknown.id;
        QCOMPARE(codeOf(full.store->conversations.update(line)), code(ErrorCode::notFound));
        QCOMPARE(full.store.rows("project"), std::int64_t{1});
    }

    void removed_leavesTheLineOfTheNote()
    {
        Full full;
        got(full.store->projects.remove(full.record.id));
        QCOMPARE(full.store.rows("project"), std::int64_t{0});
        QCOMPARE(full.store.rows("project_person"), std::int64_t{0});
        full.line.project = {};
        QCOMPARE(got(full.store->conversations.items(full.call)), (std::vector<NoteItem>{full.line}));
    }

    void whatItNames_canGo()
    {
        Full full;
        got(full.store->introductions.remove(full.record.introduction));
        got(full.store->people.remove(full.ruth));
        got(full.store->people.remove(full.ben));
        QVERIFY(!full.found().introduction && !full.found().writer);
        QCOMPARE(full.found().people, (std::vector{full.ana}));
        QCOMPARE(full.found().origin, ProjectOrigin::resource);
        Full other; // an introduction that goes with one of its two
        got(other.store->people.remove(other.ana));
        QVERIFY(!other.found().introduction);
    }

    void noteRemoved_takesWhatWasPrivate_andTheRestStaysAsConfidential()
    {
        Full open;
        got(open.store->conversations.remove(open.call)); // which is the staff's
        QVERIFY(!open.found().conversation);
        QCOMPARE(open.found().confidentiality, Confidentiality::staff);

        Full secret;
        auto call = got(secret.store->conversations.find(secret.call)).value();
        call.confidentiality = Confidentiality::onlyMe;
        got(secret.store->conversations.update(call));
        NoteItem elsewhere = secret.line; // of another note, which stays
        elsewhere.id = {};
        elsewhere.conversation = secret.store.conversation({secret.ben}, "Again");
        elsewhere.id = got(secret.store->conversations.insert(elsewhere));
        got(secret.store->conversations.remove(secret.call));
        QCOMPARE(secret.store.rows("project"), std::int64_t{0});
        QCOMPARE(secret.store.rows("project_person"), std::int64_t{0});
        QVERIFY(!got(secret.store->conversations.items(elsewhere.conversation)).front().project);
    }

    void whoMayRead_isAskedOfItsNoteToo()
    {
        MemoryStore store;
        const auto ruth = store.person("Ruth", PersonKind::staff), omar = store.person("Omar", PersonKind::staff);
        const auto ana = store.person("Ana");
        for (const auto note : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe}) {
            Conversation call;
            call.when = moment("2026-10-08");
            call.staff = ruth;
            call.participants = {ana};
            call.confidentiality = note;
            const auto id = got(store->conversations.insert(call));
            for (const auto own : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe}) {
                auto project = named("walrus", {ana});
                project.conversation = id;
                project.writer = omar; // who talked counts
                project.confidentiality = own;
                got(store->projects.insert(project));
                project.conversation = {};
                if (note == own)
                    got(store->projects.insert(project));
            }
        }
        got(rebuildSearch(store.database()));
        const auto seen = [&](Audience audience) {
            const AudienceRecords records(store.records(), audience);
            int found = 0;
            for (const auto& project : got(store->projects.all()))
                found += got(records.find(project.id)) ? 1 : 0;
            const auto hits = got(store->search.find("walrus", audience, 100)).size();
            const auto all = got(records.projects()).size();
            const bool same = int(all) == found && got(records.projectsOf(ana)).size() == all && hits == all;
            return same ? found : -1;
        };
        QCOMPARE(seen(Audience::office(ruth)), 9 + 2);
        QCOMPARE(seen(Audience::office(omar)), 4 + 3);
        QCOMPARE(seen(Audience::office({})), 4 + 2);
        QCOMPARE(seen(Audience::leaving()), 1 + 1);
    }

    void search_findsItByNamePurposeAndPeople()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        ProjectId id;
        VERIFY_OK(workspace->change("Ana", storetest::adding("Ana Núñez", &ana)));
        VERIFY_OK(workspace->change("Projects", [&](Records& records) -> Result<> {
            auto done = named("Fractions kit");
            done.status = ProjectStatus::done;
            WEAVEMAP_TRY(records.projects.insert(done));
            auto unit = named("Frações unit", {ana});
            unit.purpose = "Shared tasks";
            WEAVEMAP_ASSIGN(id, records.projects.insert(unit));
            return {};
        }));
        const auto projects = [&](std::string_view words) {
            std::vector<std::string> titles;
            const auto hits = workspace->records().search.find(words, PersonId{}).value();
            for (const auto& hit : hits)
                if (hit.kind == HitKind::project)
                    titles.push_back(hit.title);
            return titles;
        };
        const std::vector<std::string> unit{"Frações unit"};
        QCOMPARE(projects("fra"), (std::vector<std::string>{"Frações unit", "Fractions kit"})); // what goes on first
        QCOMPARE(projects("fracoes tasks"), unit);
        QCOMPARE(projects("nunez"), unit);
        VERIFY_OK(workspace->change("Rename Ana", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto person, records.people.find(ana));
            person->name = "Ana Quill";
            return records.people.update(*person);
        }));
        QVERIFY(projects("nunez").empty());
        QCOMPARE(projects("quill"), unit);
        VERIFY_OK(workspace->change("Remove", [&](Records& records) { return records.projects.remove(id); }));
        QVERIFY(projects("quill").empty());
    }

    void noteThatBecomesPrivate_takesItsProjectsOutOfWhatOthersFind()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        PersonId ruth, omar;
        Conversation call = storetest::conversation({}, "They began");
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(ruth, records.people.insert(storetest::person("Ruth")));
            WEAVEMAP_ASSIGN(omar, records.people.insert(storetest::person("Omar")));
            call.staff = ruth;
            call.confidentiality = Confidentiality::staff;
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            auto project = named("Walrus");
            project.conversation = call.id;
            project.writer = omar;
            return records.projects.insert(project).map([](ProjectId) {});
        }));
        const auto hits = [&](PersonId me) { return workspace->records().search.find("walrus", me).value().size(); };
        QVERIFY(hits(ruth) == 1 && hits(omar) == 1);
        call.confidentiality = Confidentiality::onlyMe;
        VERIFY_OK(workspace->change("Only mine", [&](Records& r) { return r.conversations.update(call); }));
        QVERIFY(hits(ruth) == 1 && hits(omar) == 0);
        VERIFY_OK(workspace->undo());
        QVERIFY(hits(omar) == 1);
    }

    void changesOfAll_canBeUndoneAndRedone()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        PersonId ana, ben;
        VERIFY_OK(workspace->change("Ana", storetest::adding("Ana", &ana)));
        VERIFY_OK(workspace->change("Ben", storetest::adding("Ben", &ben)));
        const auto before = storetest::digest(*workspace), searchBefore = storetest::searchDump(*workspace);
        auto project = named("Fractions unit", {ana});
        VERIFY_OK(workspace->change("New project", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(project.id, records.projects.insert(project));
            return {};
        }));
        const auto made = storetest::digest(*workspace);
        project.people = {ben};
        const auto joined = workspace->change("Ben", [&](Records& r) { return r.projects.update(project); });
        VERIFY_OK(joined);
        QVERIFY(joined->touches(Table::projectPerson));
        QCOMPARE(joined->rows(Table::project).size(), std::size_t(1)); // whose rows they are
        const auto after = storetest::digest(*workspace), searchAfter = storetest::searchDump(*workspace);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), made);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), before);
        QCOMPARE(storetest::searchDump(*workspace), searchBefore);
        VERIFY_OK(workspace->redo());
        VERIFY_OK(workspace->redo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
        VERIFY_OK(workspace->change("Remove Ben", [&](Records& records) { return records.people.remove(ben); }));
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
    }
};

QTEST_GUILESS_MAIN(TestProjects)
#include "tst_project_records.moc"
