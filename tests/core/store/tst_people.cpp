// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"

using namespace weavemap;
using namespace weavemap::store;

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNobody();
    void insert_keepsEveryField();
    void insert_mintsGrowingIds_andKeepsGivenOnes();
    void insert_refusesWhatIsNotValid();
    void insert_refusesATakenSourceId();
    void sourceIds_areComparedByteForByte();
    void update_changesOnlyThatPerson();
    void update_withNothingNew_writesNothing();
    void update_ofNobody_isNotFound();
    void find_byNameIsExact();
    void remove_takesWhatIsTheirsAndLeavesTheRest();
    void remove_ofNobody_isNotFound();
    void removeOrganization_peopleLoseTheReference();
    void organization_updateAndMissing();
    void attributes_setReplaceClear();
    void attribute_twiceTheSameHeader_isRefused();
    void removeAttribute_takesItsValues();
    void hostileText_comesBackAsItWas();
    void manyPeople_readBackInOrder();
};

void TestPeople::empty_hasNobody()
{
    MemoryStore store;
    QCOMPARE(got(store->people.count()), std::size_t(0));
    QVERIFY(got(store->people.all()).empty());
    QVERIFY(!got(store->people.find(PersonId{5})));
    QVERIFY(!got(store->people.find(PersonId{})));
    QVERIFY(got(store->people.findBySourceId("")).empty());
}

void TestPeople::insert_keepsEveryField()
{
    MemoryStore store;
    const auto school = got(store->people.insert(Organization{{}, "Weir High", "School", "Riverside"}));
    Person person;
    person.kind = PersonKind::outside;
    person.name = "Ana María Ruiz";
    person.sourceId = "06";
    person.email = "ana@weir.example";
    person.phone = "555 01";
    person.role = "Teacher";
    person.region = "Riverside";
    person.organization = school;
    person.level = EngagementLevel::active;
    person.contactPreference = "called, weekday mornings";
    person.about = "Came through Omar";
    person.consent = ShowConsent::byCode;
    person.joined = day("2023-08-28");
    person.left = day("2026-01-31");
    person.leftReason = "moved away";
    person.archived = day("2026-02-01");
    person.id = got(store->people.insert(person));
    QVERIFY(got(store->people.find(person.id)) == person);
    QCOMPARE(got(store->people.all()).size(), std::size_t(1));
    QCOMPARE(got(store->people.organizations()).front(), (Organization{school, "Weir High", "School", "Riverside"}));
}

void TestPeople::insert_mintsGrowingIds_andKeepsGivenOnes()
{
    MemoryStore store;
    const auto first = store.person("Ana");
    const auto second = store.person("Ben");
    QVERIFY(first < second);
    Person given;
    given.id = PersonId{42};
    given.name = "Cy";
    QCOMPARE(got(store->people.insert(given)), PersonId{42});
    QVERIFY(!store->people.insert(given)); // the id is taken
    QCOMPARE(got(store->people.count()), std::size_t(3));
}

void TestPeople::insert_refusesWhatIsNotValid()
{
    MemoryStore store;
    Person person;
    person.name = " \t";
    QCOMPARE(codeOf(store->people.insert(person)), code(ErrorCode::missingName));
    person.name = "Ana";
    person.email = "nowhere";
    QCOMPARE(codeOf(store->people.insert(person)), code(ErrorCode::badEmail));
    person.email.clear();
    person.organization = OrganizationId{99};
    QCOMPARE(codeOf(store->people.insert(person)), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->people.insert(Organization{})), code(ErrorCode::missingName));
    QCOMPARE(codeOf(store->people.insert(Attribute{})), code(ErrorCode::missingName));
    QCOMPARE(store.rows("person"), 0);
}

void TestPeople::insert_refusesATakenSourceId()
{
    MemoryStore store;
    Person person;
    person.name = "Ana";
    person.sourceId = "m-1";
    const auto first = got(store->people.insert(person));
    person.name = "Ben";
    QCOMPARE(codeOf(store->people.insert(person)), code(ErrorCode::duplicateId));
    person.sourceId = "m-2";
    person.id = got(store->people.insert(person));
    person.sourceId = "m-1";
    QCOMPARE(codeOf(store->people.update(person)), code(ErrorCode::duplicateId));
    QCOMPARE(got(store->people.findBySourceId("m-1")).front().id, first);
}

void TestPeople::sourceIds_areComparedByteForByte()
{
    MemoryStore store;
    for (const auto* id : {"6", "06", " 6", "A", "a", "é", "e\u0301", "NULL"}) {
        Person person;
        person.name = "Somebody";
        person.sourceId = id;
        got(store->people.insert(person));
    }
    QCOMPARE(got(store->people.count()), std::size_t(8));
    QCOMPARE(got(store->people.findBySourceId("06")).size(), std::size_t(1));
    QVERIFY(got(store->people.findBySourceId("6 ")).empty());
}

void TestPeople::update_changesOnlyThatPerson()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    auto person = *got(store->people.find(ana));
    person.name = "Ana Ruiz";
    person.left = day("2026-03-01");
    got(store->people.update(person));
    QVERIFY(got(store->people.find(ana)) == person);
    QCOMPARE(got(store->people.find(ben))->name, std::string("Ben"));
    person.left.reset();
    got(store->people.update(person));
    QVERIFY(!got(store->people.find(ana))->left);
}

void TestPeople::update_withNothingNew_writesNothing()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto column = got(store->people.insert(Attribute{{}, "Grade"}));
    got(store->people.setAttribute(ana, column, "4"));
    const auto before = store.written();
    got(store->people.update(*got(store->people.find(ana))));
    got(store->people.setAttribute(ana, column, "4"));
    QCOMPARE(store.written(), before);
}

void TestPeople::update_ofNobody_isNotFound()
{
    MemoryStore store;
    Person person;
    person.id = PersonId{7};
    person.name = "Nobody";
    QCOMPARE(codeOf(store->people.update(person)), code(ErrorCode::notFound));
}

void TestPeople::find_byNameIsExact()
{
    MemoryStore store;
    const auto first = store.person("Ana Ruiz");
    const auto second = store.person("Ana Ruiz");
    store.person("ana ruiz");
    const auto found = got(store->people.findByName("Ana Ruiz"));
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].id, first);
    QCOMPARE(found[1].id, second);
}

void TestPeople::remove_takesWhatIsTheirsAndLeavesTheRest()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto ben = store.person("Ben");
    const auto cy = store.person("Cy");
    const auto mine = store.tie(ana, ben);
    const auto others = store.tie(ben, cy);
    Overlay overlay;
    overlay.tie = mine;
    overlay.from = ben;
    overlay.to = ana;
    got(store->ties.insert(overlay));
    const auto both = store.conversation({ana, ben}, "Together");
    const auto missed = store.conversation({ana}, "");
    const auto noted = store.conversation({ana}, "Words that stay");
    Evidence evidence;
    evidence.tie = mine;
    got(store->ties.insert(evidence));
    evidence.tie = others;
    evidence.heardFrom = ana;
    got(store->ties.insert(evidence));
    NoteItem item;
    item.conversation = both;
    item.person = ana;
    item.other = ben;
    item.text = "A partner";
    got(store->conversations.insert(item));
    FollowUp followUp;
    followUp.person = ana;
    followUp.owner = ana;
    followUp.text = "Call";
    got(store->conversations.insert(followUp));
    const auto column = got(store->people.insert(Attribute{{}, "Grade"}));
    got(store->people.setAttribute(ana, column, "4"));
    const auto view = got(store->views.insert(MapView{{}, "Whole", "{}", 0}));
    got(store->views.setPosition({view, ana, 1, 2, false}));
    got(store->views.replaceComputedPositions(view, {{ana, 1, 2}, {ben, 1, 2}}));

    got(store->people.remove(ana));

    QVERIFY(!got(store->people.find(ana)));
    QCOMPARE(got(store->ties.all()).size(), std::size_t(1));
    QVERIFY(got(store->ties.overlays()).empty());
    QCOMPARE(got(store->ties.evidence()).size(), std::size_t(1));
    QVERIFY(!got(store->ties.evidence()).front().heardFrom);
    QCOMPARE(got(store->conversations.find(both))->participants, std::vector<PersonId>{ben});
    QVERIFY(!got(store->conversations.find(missed))); // would say nothing at all
    QVERIFY(got(store->conversations.find(noted)));
    QVERIFY(!got(store->conversations.items()).front().person);
    QCOMPARE(got(store->conversations.items()).front().other, ben);
    QVERIFY(!got(store->conversations.followUps()).front().owner);
    QCOMPARE(store.rows("attribute_value"), 0);
    QCOMPARE(store.rows("map_position"), 0);
    QCOMPARE(store.rows("computed_position"), 1);
    QVERIFY(got(store.database().list("PRAGMA foreign_key_check", [](Statement&) { return 0; })).empty());
}

void TestPeople::remove_ofNobody_isNotFound()
{
    MemoryStore store;
    QCOMPARE(codeOf(store->people.remove(PersonId{3})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->people.remove(OrganizationId{3})), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->people.remove(AttributeId{3})), code(ErrorCode::notFound));
}

void TestPeople::removeOrganization_peopleLoseTheReference()
{
    MemoryStore store;
    const auto school = got(store->people.insert(Organization{{}, "Weir High", "", ""}));
    Person person;
    person.name = "Ana";
    person.organization = school;
    const auto ana = got(store->people.insert(person));
    got(store->people.remove(school));
    QVERIFY(!got(store->people.find(ana))->organization);
    QVERIFY(got(store->people.organizations()).empty());
}

void TestPeople::organization_updateAndMissing()
{
    MemoryStore store;
    Organization school{{}, "Weir High", "School", "Riverside"};
    school.id = got(store->people.insert(school));
    school.name = "Weir Academy";
    got(store->people.update(school));
    QCOMPARE(got(store->people.organizations()).front(), school);
    school.id = OrganizationId{9};
    QCOMPARE(codeOf(store->people.update(school)), code(ErrorCode::notFound));
}

void TestPeople::attributes_setReplaceClear()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto grade = got(store->people.insert(Attribute{{}, " Grade band "}));
    const auto team = got(store->people.insert(Attribute{{}, "Team"}));
    got(store->people.setAttribute(ana, team, "Blue"));
    got(store->people.setAttribute(ana, grade, "4"));
    got(store->people.setAttribute(ana, grade, "5"));
    const std::vector<AttributeValue> expected{{ana, grade, "5"}, {ana, team, "Blue"}};
    QVERIFY(got(store->people.attributeValues(ana)) == expected);
    QVERIFY(got(store->people.attributeValues()) == expected);
    got(store->people.setAttribute(ana, grade, ""));
    got(store->people.setAttribute(ana, grade, ""));
    QCOMPARE(got(store->people.attributeValues()).size(), std::size_t(1));
    QCOMPARE(codeOf(store->people.setAttribute(PersonId{1}, grade, "x")), code(ErrorCode::notFound));
    QCOMPARE(codeOf(store->people.setAttribute(ana, AttributeId{1}, "x")), code(ErrorCode::notFound));
    QCOMPARE(got(store->people.attributes()).front().name, std::string(" Grade band "));
}

void TestPeople::attribute_twiceTheSameHeader_isRefused()
{
    MemoryStore store;
    got(store->people.insert(Attribute{{}, "Team"}));
    QCOMPARE(codeOf(store->people.insert(Attribute{{}, "Team"})), code(ErrorCode::duplicateId));
    got(store->people.insert(Attribute{{}, "team"}));
    QCOMPARE(got(store->people.attributes()).size(), std::size_t(2));
}

void TestPeople::removeAttribute_takesItsValues()
{
    MemoryStore store;
    const auto ana = store.person("Ana");
    const auto team = got(store->people.insert(Attribute{{}, "Team"}));
    const auto kept = got(store->people.insert(Attribute{{}, "Kept"}));
    got(store->people.setAttribute(ana, team, "Blue"));
    got(store->people.setAttribute(ana, kept, "Yes"));
    got(store->people.remove(team));
    QCOMPARE(got(store->people.attributes()).size(), std::size_t(1));
    QCOMPARE(got(store->people.attributeValues()).size(), std::size_t(1));
}

void TestPeople::hostileText_comesBackAsItWas()
{
    MemoryStore store;
    for (const auto& name :
         {std::string("Robert'); DROP TABLE person;--"), std::string("a\0b", 3), std::string("😀 \u200F עברית"),
          std::string(100'000, 'x'), std::string("line\nbreak\ttab")}) {
        const auto id = store.person(name);
        QCOMPARE(got(store->people.find(id))->name, name);
        QCOMPARE(got(store->people.findByName(name)).size(), std::size_t(1));
    }
}

void TestPeople::manyPeople_readBackInOrder()
{
    MemoryStore store;
    auto transaction = got(Transaction::begin(store.database(), Transaction::Kind::write));
    for (int i = 0; i < 20'000; ++i)
        store.person("Person " + std::to_string(i));
    got(transaction.commit());
    const auto people = got(store->people.all());
    QCOMPARE(people.size(), std::size_t(20'000));
    QVERIFY(std::is_sorted(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
