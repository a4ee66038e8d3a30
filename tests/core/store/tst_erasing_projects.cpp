// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilesWith.h"
#include "StoreTest.h"

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
        QVERIFY(!left[0].conversation && left[0].purpose.empty());
        QCOMPARE(left[0].confidentiality, Confidentiality::staff);
        QVERIFY(!left[1].conversation && left[1].purpose == "Reads");
        QCOMPARE(workspace->records().conversations.items(other)->size(), std::size_t{2});
        workspace.reset();
        QCOMPARE(filesWith(folder.path(), "zzk"), std::string());
        QCOMPARE(filesWith(folder.path(), "something else"), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_ErasingProjects)
#include "tst_erasing_projects.moc"
