// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/domain/Person.h"

using namespace weavemap;

class TestPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membership_countsTheFirstDayAndNotTheLast();
    void membership_withoutDatesIsCurrent();
    void archived_isNotCurrentFromThatDay();
    void staffAndOutside_areHereButNoMembers();
    void validate_wantsANameAnAtAndDatesInOrder();
    void validate_ofOrganizationAndAttribute();
};

namespace {

Date day(const char* iso) { return *Date::parseIso(iso); }

Person named(const char* name)
{
    Person person;
    person.name = name;
    return person;
}

} // namespace

void TestPerson::membership_countsTheFirstDayAndNotTheLast()
{
    Person person = named("Ann");
    person.joined = day("2024-01-10");
    person.left = day("2024-02-01");
    QVERIFY(!person.isCurrentMemberOn(day("2024-01-09")));
    QVERIFY(person.isCurrentMemberOn(day("2024-01-10")));
    QVERIFY(person.isCurrentMemberOn(day("2024-01-31")));
    QVERIFY(!person.isCurrentMemberOn(day("2024-02-01")));
}

void TestPerson::membership_withoutDatesIsCurrent()
{
    QVERIFY(named("Ann").isCurrentMemberOn(day("0001-01-01")));
    QVERIFY(named("Ann").isCurrentMemberOn(day("9999-12-31")));
}

void TestPerson::archived_isNotCurrentFromThatDay()
{
    Person person = named("Ann");
    person.archived = day("2024-05-05");
    QVERIFY(person.isCurrentMemberOn(day("2024-05-04")));
    QVERIFY(!person.isCurrentMemberOn(day("2024-05-05")));
}

void TestPerson::staffAndOutside_areHereButNoMembers()
{
    for (const PersonKind kind : {PersonKind::staff, PersonKind::outside}) {
        Person person = named("Ann");
        person.kind = kind;
        QVERIFY(!person.isCurrentMemberOn(day("2024-05-04")));
        QVERIFY(person.isHereOn(day("2024-05-04")));
    }
}

void TestPerson::validate_wantsANameAnAtAndDatesInOrder()
{
    QVERIFY(validate(named("Ann")).has_value());
    for (const char* name : {"", " ", "\t\n", "\xC2\xA0"})
        QCOMPARE(validate(named(name)).error().code, ErrorCode::missingName);
    Person person = named("Ann");
    person.email = "ann.example.org";
    QCOMPARE(validate(person).error().code, ErrorCode::badEmail);
    person.email = "ann@example.org";
    person.joined = day("2024-01-02");
    person.left = day("2024-01-01");
    QCOMPARE(validate(person).error().code, ErrorCode::datesReversed);
    person.left = person.joined;
    QVERIFY(validate(person).has_value());
}

void TestPerson::validate_ofOrganizationAndAttribute()
{
    QCOMPARE(validate(Organization{}).error().code, ErrorCode::missingName);
    QVERIFY(validate(Organization{{}, "Moonfield", {}, {}}).has_value());
    QCOMPARE(validate(Attribute{}).error().code, ErrorCode::missingName);
    // An exact header may be white space.
    QVERIFY(validate(Attribute{{}, " "}).has_value());
}

QTEST_APPLESS_MAIN(TestPerson)
#include "tst_person.moc"
