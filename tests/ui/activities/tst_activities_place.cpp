// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include "ActivityDesk.h"
#include "ui/activities/ActivitiesPlace.h"

using namespace activitytest;
using ui::ActivitiesPlace;

class TestActivitiesPlace : public QObject
{
    Q_OBJECT

    std::unique_ptr<ActivityDesk> m_desk;
    std::unique_ptr<ActivitiesPlace> m_place;

    QTableView& table() { return *m_desk->find<QTableView>(*m_place, "activitiesTable"); }
    QString firstColumn()
    {
        QStringList texts;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            texts.append(table().model()->index(row, 0).data().toString());
        return texts.join(QLatin1Char('|'));
    }
    bool shows(const QString& texts)
    {
        return waitUntil([&] { return firstColumn() == texts; });
    }
    void fill()
    {
        QVERIFY(m_desk->change(QStringLiteral("Fill"), [this](store::Records& records) -> Result<> {
            Convening spring = convening("Spring convening", day(2026, 4, 18));
            spring.place = "Río Norte";
            WEAVEMAP_ASSIGN(spring.id, records.convenings.insert(spring));
            WEAVEMAP_TRY(records.convenings.put({{}, spring.id, m_desk->ana, true, false, true}));
            WEAVEMAP_TRY(records.convenings.put({{}, spring.id, m_desk->ben, true, false, false}));
            WEAVEMAP_TRY(records.convenings.insert(convening("Next one", day(2026, 12, 1))));
            Convening hidden = convening("Hidden", day(2026, 5, 1));
            hidden.confidentiality = Confidentiality::onlyMe;
            hidden.writer = m_desk->omar;
            WEAVEMAP_TRY(records.convenings.insert(hidden));
            Project done, unit;
            done.name = "Done one";
            done.status = ProjectStatus::done;
            done.started = day(2026, 6, 1);
            WEAVEMAP_TRY(records.projects.insert(done));
            unit.name = "Frações unit";
            unit.people = {m_desk->ana, m_desk->ben};
            return records.projects.insert(unit).map([](ProjectId) {});
        }));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ActivityDesk>();
        m_place = std::make_unique<ActivitiesPlace>(m_desk->office());
        m_place->resize(1100, 700);
        m_place->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_place.get()));
        m_place->enter();
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void nothingYet_saysWhatToDo()
    {
        QVERIFY(m_desk->settle());
        QVERIFY(!table().isVisible());
        QVERIFY(!m_desk->find<QLineEdit>(*m_place, "activitiesFilter")->isVisible());
        m_place->showProjects();
        QVERIFY(!table().isVisible());
        QCOMPARE(m_desk->find<QAbstractButton>(*m_place, "activitiesAdd")->text(), QStringLiteral("New project"));
    }

    void convenings_newestFirst_withHowManyCame_andNotWhatAnotherKeeps()
    {
        fill();
        QVERIFY(shows(QStringLiteral("Next one|Spring convening")));
        const auto* rows = table().model();
        QCOMPARE(rows->index(1, 4).data().toString(), QStringLiteral("2"));
        QCOMPARE(rows->index(1, 5).data().toString(), QString());
        QCOMPARE(rows->index(1, 6).data().toString(), QStringLiteral("1"));
        QCOMPARE(m_desk->find<QLabel>(*m_place, "activitiesSubtitle")->text(),
                 QStringLiteral("1 held \u00B7 1 to come"));
        m_desk->session().setMe(QStringLiteral("Omar Diaz"));
        QVERIFY(shows(QStringLiteral("Next one|Hidden|Spring convening")));
        m_desk->session().close();
        QVERIFY(shows(QString()));
    }

    void projects_thoseThatGoOnFirst()
    {
        fill();
        m_place->showProjects();
        QVERIFY(shows(QStringLiteral("Frações unit|Done one")));
        QVERIFY(table().model()->index(0, 4).data().toString().contains(QStringLiteral("Ben Okafor")));
    }

    void change_keepsTheOrderAndTheChosenRow()
    {
        fill();
        QVERIFY(shows(QStringLiteral("Next one|Spring convening")));
        table().sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(firstColumn(), QStringLiteral("Spring convening|Next one"));
        table().setCurrentIndex(table().model()->index(1, 0));
        ConveningId between;
        QVERIFY(m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(between, records.convenings.insert(convening("Office hour", day(2026, 11, 1))));
            return {};
        }));
        QVERIFY(shows(QStringLiteral("Spring convening|Office hour|Next one")));
        QCOMPARE(table().currentIndex().row(), 2);
        table().setCurrentIndex(table().model()->index(1, 0));
        QVERIFY(m_desk->change(QStringLiteral("Delete"),
                               [between](store::Records& records) { return records.convenings.remove(between); }));
        QVERIFY(shows(QStringLiteral("Spring convening|Next one")));
        QCOMPARE(table().currentIndex().row(), 1); // the next one in its place
        m_place->showProjects();
        QCOMPARE(firstColumn(), QStringLiteral("Frações unit|Done one")); // a list of its own, in its own order
    }

    void privateOnes_haveALock_alsoThroughTheirCall()
    {
        QVERIFY(m_desk->change(QStringLiteral("Put"), [this](store::Records& records) -> Result<> {
            Conversation call;
            call.when = Instant::atLocal(day(2026, 10, 3), 10, 0, 0);
            call.staff = m_desk->ruth;
            call.participants = {m_desk->ana};
            call.confidentiality = Confidentiality::onlyMe;
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            Project hers, ours;
            hers.name = "Hers";
            hers.conversation = call.id;
            hers.started = day(2026, 10, 3);
            ours.name = "Ours";
            WEAVEMAP_TRY(records.projects.insert(hers));
            return records.projects.insert(ours).map([](ProjectId) {});
        }));
        m_place->showProjects();
        QVERIFY(shows(QStringLiteral("Hers|Ours")));
        const auto* rows = table().model();
        QVERIFY(!rows->index(0, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(rows->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Hers, ")));
        QVERIFY(rows->index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void filter_asTyped_inAnyColumn()
    {
        fill();
        QVERIFY(shows(QStringLiteral("Next one|Spring convening")));
        auto* filter = m_desk->find<QLineEdit>(*m_place, "activitiesFilter");
        filter->setText(QStringLiteral("rio"));
        QCOMPARE(firstColumn(), QStringLiteral("Spring convening"));
        filter->setText(QStringLiteral("zebra"));
        QCOMPARE(firstColumn(), QString());
        filter->setText({});
        QCOMPARE(firstColumn(), QStringLiteral("Next one|Spring convening"));
    }

    void enter_opensTheChosenOne()
    {
        fill();
        QVERIFY(shows(QStringLiteral("Next one|Spring convening")));
        table().setFocus();
        table().setCurrentIndex(table().model()->index(1, 0));
        QTest::keyClick(&table(), Qt::Key_Return);
        QPointer<QDialog> dialog = m_place->findChild<QDialog*>();
        QVERIFY(dialog);
        QCOMPARE(m_desk->find<QLineEdit>(*dialog, "conveningTitle")->text(), QStringLiteral("Spring convening"));
        dialog->close();
        QVERIFY(waitUntil([&] { return dialog.isNull(); }));
        m_place->showProjects();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Insert);
        dialog = m_place->findChild<QDialog*>();
        QVERIFY(dialog && dialog->objectName() == QStringLiteral("projectDialog"));
        dialog->close();
    }

    void whatIsGone_isSaid()
    {
        QSignalSpy said(m_place.get(), &ui::Place::said);
        m_place->openConvening(ConveningId{5}, m_place.get());
        m_place->openProject(ProjectId{5}, m_place.get());
        QCOMPARE(said.size(), 2);
        QVERIFY(m_place->findChildren<QDialog*>().isEmpty());
    }
};

QTEST_MAIN(TestActivitiesPlace)
#include "tst_activities_place.moc"
