// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilesWith.h"
#include "StoreTest.h"

#include "core/store/ProjectRows.h"

using namespace storetest;

namespace {

Project project(const std::string& name, std::vector<PersonId> people, ConversationId heard = {})
{
    Project one;
    one.name = name;
    one.people = std::move(people);
    one.conversation = heard;
    return one;
}

Result<> line(Records& records, ConversationId call, const std::string& text, ProjectId about)
{
    NoteItem item;
    item.conversation = call;
    item.kind = NoteItemKind::project;
    item.text = text;
    item.project = about;
    return records.conversations.insert(item).map([](auto) {});
}

std::vector<std::string> names(Workspace& workspace)
{
    std::vector<std::string> names;
    const auto projects = workspace.records().projects.all().value();
    for (const Project& one : projects)
        names.push_back(one.name);
    return names;
}

} // namespace

class tst_ErasingProjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasedPerson_leavesNoByteInProjectsAndConvenings()
    {
        const Folder folder;
        auto workspace = folder.create();
        PersonId zora, ben;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(zora, records.people.insert(person("Zora Quexley")));
            WEAVEMAP_ASSIGN(ben, records.people.insert(person("Ben Ruiz")));
            WEAVEMAP_TRY(records.projects.insert(project("zzkown", {zora})));
            auto shared = project("The Zora Quexley unit", {zora, ben});
            shared.purpose = "As Zora Quexley wants it";
            shared.writer = zora;
            WEAVEMAP_TRY(records.projects.insert(shared));
            WEAVEMAP_TRY(records.projects.insert(project("Nobody's", {})));
            Convening convening;
            convening.title = "Evening with Zora Quexley";
            convening.on = *Date::fromYmd(2026, 4, 18);
            convening.place = "Zora Quexley's school";
            convening.purpose = "Thank Zora Quexley";
            convening.writer = zora;
            WEAVEMAP_ASSIGN(convening.id, records.convenings.insert(convening));
            WEAVEMAP_TRY(records.convenings.put(Attendance{{}, convening.id, zora, true, true, true}));
            return records.convenings.put(Attendance{{}, convening.id, ben, true, false, false});
        }));
        VERIFY_OK(workspace->backup());
        VERIFY_OK(workspace->erasePerson(zora));
        auto& records = workspace->records();
        QVERIFY(workspace->check()->ok);
        QCOMPARE(names(*workspace), (std::vector<std::string>{"The … unit", "Nobody's"}));
        const auto shared = records.projects.all().value().front();
        QCOMPARE(shared.purpose, std::string("As … wants it"));
        QCOMPARE(shared.people, (std::vector{ben}));
        QVERIFY(!shared.writer);
        const auto convening = records.convenings.all().value().front();
        QCOMPARE(convening.title, std::string("Evening with …"));
        QCOMPARE(convening.place, std::string("…'s school"));
        QCOMPARE(convening.purpose, std::string("Thank …"));
        QVERIFY(!convening.writer);
        QCOMPARE(records.convenings.attendance()->size(), std::size_t{1});
        QCOMPARE(records.search.find("unit", PersonId{})->size(), std::size_t{1});
        workspace.reset();
        for (const auto* word : {"quexley", "zzk"})
            QCOMPARE(filesWith(folder.path(), word), std::string());
    }

    void erasedConversation_takesTheProjectsThatItAloneTellsOf()
    {
        const Folder folder;
        auto workspace = folder.create();
        ConversationId call, other, own;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto ben, records.people.insert(person("Ben")));
            auto talk = conversation({ben}, "They plan a zzkunit, and the garden with zzkbeds");
            talk.confidentiality = Confidentiality::staff;
            WEAVEMAP_ASSIGN(call, records.conversations.insert(talk));
            WEAVEMAP_ASSIGN(other, records.conversations.insert(conversation({ben}, "The garden grows")));
            talk.staff = ben;
            talk.confidentiality = Confidentiality::onlyMe;
            WEAVEMAP_ASSIGN(own, records.conversations.insert(talk));
            WEAVEMAP_ASSIGN(const auto unit, records.projects.insert(project("zzkunit", {ben}, call)));
            WEAVEMAP_TRY(line(records, call, "zzkunit", unit));
            auto garden = project("Garden", {ben}, call);
            garden.purpose = "the garden with zzkbeds";
            garden.confidentiality = Confidentiality::shareable;
            WEAVEMAP_ASSIGN(garden.id, records.projects.insert(garden));
            WEAVEMAP_TRY(line(records, call, "Garden", garden.id));
            WEAVEMAP_TRY(line(records, other, "Garden", garden.id));
            auto apart = project("Reading circle", {ben}, call); // the note has no word of it
            apart.purpose = "Reads";
            WEAVEMAP_TRY(records.projects.insert(apart));
            WEAVEMAP_ASSIGN(const auto hidden, records.projects.insert(project("Something else", {ben}, own)));
            return line(records, other, "Something", hidden);
        }));
        VERIFY_OK(workspace->eraseConversation(call));
        VERIFY_OK(workspace->eraseConversation(own));
        QVERIFY(workspace->check()->ok);
        QCOMPARE(names(*workspace), (std::vector<std::string>{"Garden", "Reading circle"}));
        const auto left = workspace->records().projects.all().value();
        QVERIFY(left[0].conversation == other && left[0].purpose.empty()); // it counts as heard of there
        QCOMPARE(left[0].confidentiality, Confidentiality::staff);
        QVERIFY(!left[1].conversation && left[1].purpose == "Reads");
        QCOMPARE(workspace->records().conversations.items(other)->size(), std::size_t{2});
        workspace.reset();
        QCOMPARE(filesWith(folder.path(), "zzk"), std::string());
        QCOMPARE(filesWith(folder.path(), "something else"), std::string());
    }

    void aPersonOfOneWord_goesFromTheWordsOfTheirProjects()
    {
        for (const bool isShared : {false, true}) { // a name of one word, and one that another bears, too
            const Folder folder;
            const auto workspace = folder.create();
            const std::string name = isShared ? "Zora Quexley" : "Zora";
            PersonId zora;
            ConversationId call;
            VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(zora, records.people.insert(person(name)));
                WEAVEMAP_ASSIGN(const auto ben, records.people.insert(person("Ben Ruiz")));
                if (isShared)
                    WEAVEMAP_TRY(records.people.insert(person(name)));
                auto typed = project(name + "'s circle", {zora, ben});
                typed.purpose = name + " leads it";
                WEAVEMAP_TRY(records.projects.insert(typed));
                WEAVEMAP_ASSIGN(call, records.conversations.insert(conversation({ben}, "We talked")));
                WEAVEMAP_TRY(records.projects.insert(project("With " + name, {ben, zora}, call)));
                return records.projects.insert(project(name + " elsewhere", {ben})).map([](auto) {});
            }));
            VERIFY_OK(workspace->erasePerson(zora));
            QCOMPARE(names(*workspace), (std::vector<std::string>{"…'s circle", "With …", name + " elsewhere"}));
            QCOMPARE(workspace->records().projects.all()->front().purpose, std::string("… leads it"));
        }
    }

    void erasedPerson_leavesTheProjectsThatAreNotTheirsAlone()
    {
        const Folder folder;
        const auto workspace = folder.create();
        PersonId zora;
        std::vector<std::string> going;
        VERIFY_OK(workspace->change("Fill", [&](Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(zora, records.people.insert(person("Zora Quexley")));
            WEAVEMAP_ASSIGN(const auto ben, records.people.insert(person("Ben Ruiz")));
            WEAVEMAP_ASSIGN(const auto hers, records.conversations.insert(conversation({zora}, "Her plans")));
            WEAVEMAP_ASSIGN(const auto bens, records.conversations.insert(conversation({ben}, "His plans")));
            Convening spring;
            spring.title = "Spring";
            spring.on = *Date::fromYmd(2026, 4, 18);
            WEAVEMAP_ASSIGN(spring.id, records.convenings.insert(spring));
            auto one = project("Planned by us", {zora});
            one.isPlannedByUs = true;
            WEAVEMAP_TRY(records.projects.insert(one));
            one = project("Planned, and heard of from her", {zora}, hers);
            one.isPlannedByUs = true;
            WEAVEMAP_ASSIGN(one.id, records.projects.insert(one));
            WEAVEMAP_TRY(line(records, hers, "Planned, and heard of from her", one.id));
            one = project("From the convening", {zora});
            one.convening = spring.id;
            WEAVEMAP_TRY(records.projects.insert(one));
            WEAVEMAP_TRY(records.projects.insert(project("Heard of from Ben", {zora}, bens)));
            WEAVEMAP_ASSIGN(one.id, records.projects.insert(project("Told of by Ben", {zora})));
            WEAVEMAP_TRY(line(records, bens, "Told of by Ben", one.id));
            WEAVEMAP_TRY(records.projects.insert(project("With Ben", {zora, ben})));
            WEAVEMAP_TRY(records.projects.insert(project("Hers alone", {zora})));
            WEAVEMAP_ASSIGN(one.id, records.projects.insert(project("Hers, from her call", {zora}, hers)));
            return line(records, hers, "Hers, from her call", one.id);
        }));
        auto& records = workspace->records();
        const auto gone = projectsGoingWith(records.database(), zora).value();
        for (const ProjectId id : gone)
            going.push_back(records.projects.find(id).value()->name);
        QCOMPARE(going, (std::vector<std::string>{"Hers alone", "Hers, from her call"}));
        QVERIFY(projectsGoingWith(records.database(), PersonId{5}).value().empty());
        VERIFY_OK(workspace->erasePerson(zora));
        QCOMPARE(names(*workspace),
                 (std::vector<std::string>{"Planned by us", "Planned, and heard of from her", "From the convening",
                                           "Heard of from Ben", "Told of by Ben", "With Ben"}));
        QVERIFY(workspace->check()->ok);
    }
};

QTEST_GUILESS_MAIN(tst_ErasingProjects)
#include "tst_erasing_projects.moc"
