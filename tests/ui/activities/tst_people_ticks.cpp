// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QTableView>

#include "ActivityDesk.h"
#include "ui/activities/ConveningDialog.h"
#include "ui/activities/PeopleTicks.h"
#include "ui/activities/ProjectDialog.h"

using namespace activitytest;
using ui::PeopleTickMap;
using ui::PeopleTicks;

/// Who is ticked, by hand and where the list of people is behind the file.
class TestPeopleTicks : public QObject
{
    Q_OBJECT

    std::unique_ptr<ActivityDesk> m_desk;

    /// The office with a list of people that has nobody in it until the next change.
    ui::Office officeWith(ui::PeopleModel& people)
    {
        const ui::Office& office = m_desk->office();
        return {office.session, office.jobs, office.settings, office.dialogs, office.theme, people, office.figures};
    }
    std::unique_ptr<PeopleTicks> ticks(ui::PeopleModel& people)
    {
        return std::make_unique<PeopleTicks>(people, QStringList{QStringLiteral("Invited"), QStringLiteral("Came")}, 1);
    }
    static QTableView& table(QWidget& in) { return *ActivityDesk::find<QTableView>(in, "ticksTable"); }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ActivityDesk>(); }
    void cleanup() { m_desk.reset(); }

    void whoHasNoRow_keepsTheirTicks()
    {
        const PeopleTickMap given{{m_desk->ana, 1U}, {PersonId{4711}, 3U}};
        auto list = ticks(m_desk->people());
        list->setTicks(given);
        QCOMPARE(list->ticks(), given);
        QCOMPARE(list->count(0), 2);
        QCOMPARE(list->count(1), 1);
        ui::PeopleModel nobody(m_desk->session(), m_desk->jobs());
        auto empty = ticks(nobody);
        empty->setTicks(given);
        QCOMPARE(table(*empty).model()->rowCount(), 0);
        QCOMPARE(empty->ticks(), given);
        empty->setTicks({});
        QVERIFY(empty->ticks().empty());
    }

    void whoComesIntoTheFile_comesIntoTheList_andNoTickIsLost()
    {
        ui::PeopleModel people(m_desk->session(), m_desk->jobs());
        auto list = ticks(people);
        list->setTicks({{m_desk->ana, 2U}});
        const PersonId dan = m_desk->addPerson(QStringLiteral("Dan Ode"));
        QVERIFY(waitUntil([&] { return table(*list).model()->rowCount() == 6; }));
        QCOMPARE(list->ticks(), (PeopleTickMap{{m_desk->ana, 2U}}));
        auto* field = ActivityDesk::find<QLineEdit>(*list, "ticksFilter");
        field->setText(QStringLiteral("dan"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(list->ticks(), (PeopleTickMap{{m_desk->ana, 2U}, {dan, 2U}}));
        m_desk->addPerson(QStringLiteral("Eve Stone"));
        field->clear();
        QVERIFY(waitUntil([&] { return table(*list).model()->rowCount() == 7; }));
        QCOMPARE(list->ticks(), (PeopleTickMap{{m_desk->ana, 2U}, {dan, 2U}}));
    }

    void enter_ticksTheFirstWhoIsNotYet_andTakesNobodyOut()
    {
        const PersonId other = m_desk->addPerson(QStringLiteral("Ana Sol"));
        QVERIFY(m_desk->settle());
        auto list = ticks(m_desk->people());
        list->setTicks({{m_desk->ana, 3U}});
        auto* field = ActivityDesk::find<QLineEdit>(*list, "ticksFilter");
        field->setText(QStringLiteral("ana"));
        const PeopleTickMap both{{m_desk->ana, 3U}, {other, 2U}};
        for (int pressed = 0; pressed < 3; ++pressed) { // the same name a second time changes nothing
            QTest::keyClick(field, Qt::Key_Return);
            QCOMPARE(list->ticks(), both);
        }
        field->setText(QStringLiteral("zebra"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(list->ticks(), both);
        field->setText(QStringLiteral("ana s"));
        table(*list).setCurrentIndex(table(*list).model()->index(0, 0));
        QTest::keyClick(&table(*list), Qt::Key_Space); // Space takes out
        QCOMPARE(list->ticks(), (PeopleTickMap{{m_desk->ana, 3U}}));
    }

    void conveningStoredBeforeThePeopleAreThere_keepsWhoCame()
    {
        Convening evening = convening("Evening", day(2026, 4, 1));
        QVERIFY(m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(evening.id, records.convenings.insert(evening));
            WEAVEMAP_TRY(records.convenings.put({{}, evening.id, m_desk->ben, true, false, false}));
            return records.convenings.put({{}, evening.id, m_desk->ana, true, true, true});
        }));
        const auto before = m_desk->records().convenings.attendance(evening.id).value();
        ui::PeopleModel nobody(m_desk->session(), m_desk->jobs());
        ui::Office office = officeWith(nobody);
        auto* dialog = new ui::ConveningDialog(office, evening.id);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        ActivityDesk::find<QLineEdit>(*dialog, "conveningTitle")->setText(QStringLiteral("Spring evening"));
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(m_desk->records().convenings.find(evening.id).value()->title, std::string("Spring evening"));
        QCOMPARE(m_desk->records().convenings.attendance(evening.id).value(), before);
    }

    void projectStoredBeforeThePeopleAreThere_keepsWhoIsInIt()
    {
        Project unit;
        unit.name = "Unit";
        unit.people = {m_desk->ana, m_desk->cy};
        QVERIFY(m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(unit.id, records.projects.insert(unit));
            return {};
        }));
        ui::PeopleModel nobody(m_desk->session(), m_desk->jobs());
        ui::Office office = officeWith(nobody);
        auto* dialog = new ui::ProjectDialog(office, unit.id);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        ActivityDesk::find<QLineEdit>(*dialog, "projectName")->setText(QStringLiteral("Shared unit"));
        QVERIFY(ActivityDesk::stored(dialog));
        unit.name = "Shared unit";
        QCOMPARE(m_desk->records().projects.find(unit.id).value()->name, unit.name);
        QCOMPARE(m_desk->records().projects.find(unit.id).value()->people, unit.people);
    }
};

QTEST_MAIN(TestPeopleTicks)
#include "tst_people_ticks.moc"
