// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include "ActivityDesk.h"
#include "ui/activities/ConveningDialog.h"
#include "ui/activities/PeopleTicks.h"

using namespace activitytest;
using ui::ConveningDialog;

class TestConveningDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<ActivityDesk> m_desk;

    ConveningDialog* shown(ConveningId id = {})
    {
        auto* dialog = new ConveningDialog(m_desk->office(), id);
        dialog->open();
        const bool exposed = QTest::qWaitForWindowExposed(dialog);
        return exposed ? dialog : nullptr;
    }
    ConveningId put(Convening convening, const std::vector<Attendance>& attendance = {})
    {
        m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(convening.id, records.convenings.insert(convening));
            for (Attendance row : attendance) {
                row.convening = convening.id;
                WEAVEMAP_TRY(records.convenings.put(row));
            }
            return {};
        });
        return convening.id;
    }
    std::vector<Convening> convenings() { return m_desk->records().convenings.all().value(); }
    static QString rowsOf(QTableView& table)
    {
        QStringList names;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            names.append(table.model()->index(row, 0).data().toString());
        return names.join(QLatin1Char('|'));
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ActivityDesk>(); }
    void cleanup() { m_desk.reset(); }

    void newOne_isStoredAsOneStep_withTheKeyboardAlone()
    {
        const auto before = m_desk->digest();
        auto* dialog = shown();
        QVERIFY(dialog != nullptr && dialog->isThere());
        QSignalSpy told(dialog, &ui::ActivityDialog::stored);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Spring convening"));
        auto* filter = m_desk->find<QLineEdit>(*dialog, "ticksFilter");
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("nun"));
        QTest::keyClick(filter, Qt::Key_Return); // ticks, and makes ready for the next
        QTest::keyClicks(filter, QStringLiteral("ok"));
        QCOMPARE(filter->text(), QStringLiteral("ok"));
        auto* table = m_desk->find<QTableView>(*dialog, "ticksTable");
        QCOMPARE(rowsOf(*table), QStringLiteral("Ben Okafor"));
        QTest::keyClick(filter, Qt::Key_Down);
        QVERIFY(table->hasFocus());
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Space);
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(m_desk->lastStep(), QStringLiteral("New convening Spring convening"));
        QCOMPARE(told.count(), 1);
        QCOMPARE(told.front().front().toString(), m_desk->lastStep());
        QCOMPARE(convenings().size(), 1U);
        const Convening stored = convenings().front();
        QVERIFY(stored.title == "Spring convening" && stored.on == m_desk->session().today());
        QVERIFY(stored.writer == m_desk->ruth && stored.confidentiality == Confidentiality::staff);
        const auto rows = m_desk->records().convenings.attendance(stored.id).value();
        QCOMPARE(rows.size(), 2U);
        for (const Attendance& row : rows) {
            QCOMPARE(row.came, row.person == m_desk->ana);
            QCOMPARE(row.invited, row.person == m_desk->ben);
        }
        m_desk->undo();
        QCOMPARE(m_desk->digest(), before);
    }

    void withoutATitle_saysSoAndStays()
    {
        auto* dialog = shown();
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        auto* trouble = m_desk->find<QLabel>(*dialog, "activityTrouble");
        QVERIFY(trouble->isVisible() && !trouble->text().isEmpty());
        QVERIFY(m_desk->find<QLineEdit>(*dialog, "conveningTitle")->hasFocus());
        QVERIFY(convenings().empty());
        dialog->close();
    }

    void storedOne_opensAsItIs_andUnchangedIsNoStep()
    {
        Convening convening;
        convening.title = "Webinar \u2014 “fractions”";
        convening.on = day(2025, 2, 3);
        convening.kind = ConveningKind::webinar;
        convening.form = ConveningForm::online;
        convening.place = "The web";
        convening.purpose = "Show";
        convening.confidentiality = Confidentiality::shareable;
        const auto id = put(convening, {{{}, {}, m_desk->ana, true, true, false}});
        convening = convenings().front();
        const auto before = m_desk->digest();
        auto* dialog = shown(id);
        QCOMPARE(m_desk->find<QLineEdit>(*dialog, "conveningTitle")->text(), ui::toQString(convening.title));
        QCOMPARE(m_desk->find<QDateEdit>(*dialog, "conveningDay")->date(), QDate(2025, 2, 3));
        auto* table = m_desk->find<QTableView>(*dialog, "ticksTable");
        QVERIFY(rowsOf(*table).startsWith(QStringLiteral("Ana Núñez|"))); // who has ticks stands first
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(m_desk->digest(), before);
        QCOMPARE(m_desk->lastStep(), QStringLiteral("Put"));
    }

    void change_writesWhatIsOther_alone()
    {
        const auto id = put(convening("Evening", day(2026, 4, 1)),
                            {{{}, {}, m_desk->ana, true, false, true}, {{}, {}, m_desk->ben, true, false, false}});
        auto* dialog = shown(id);
        auto* people = dialog->findChild<ui::PeopleTicks*>();
        auto ticks = people->ticks();
        ticks.erase(m_desk->ana);
        ticks[m_desk->cy] = 4U;
        people->setTicks(ticks);
        m_desk->find<QComboBox>(*dialog, "conveningKind")->setCurrentIndex(1);
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(convenings().front().kind, ConveningKind::workingGroup);
        const auto rows = m_desk->records().convenings.attendance(id).value();
        QCOMPARE(rows.size(), 2U);
        QVERIFY(rows[0].person == m_desk->ben && rows[0].invited);
        QVERIFY(rows[1].person == m_desk->cy && rows[1].came);
        QCOMPARE(m_desk->lastStep(), QStringLiteral("Change convening Evening"));
        m_desk->undo();
        QVERIFY(m_desk->records().convenings.attendance(id).value().front().came);
    }

    void deleted_canBeTakenBack()
    {
        const auto id = put(convening("Evening", day(2026, 4, 1)), {{{}, {}, m_desk->ana, true, false, true}});
        const auto before = m_desk->digest();
        QPointer<QDialog> dialog = shown(id);
        m_desk->find<QAbstractButton>(*dialog, "activityDelete")->click();
        QVERIFY(waitUntil([&] { return dialog.isNull(); }));
        QVERIFY(convenings().empty());
        m_desk->undo();
        QCOMPARE(m_desk->digest(), before);
    }

    void whatAnotherKeeps_isNotThere_andAPrivateOneIsNotNamed()
    {
        Convening planning = convening("Planning", day(2026, 4, 1));
        planning.confidentiality = Confidentiality::onlyMe;
        planning.writer = m_desk->omar;
        const auto hidden = put(planning);
        QVERIFY(!std::make_unique<ConveningDialog>(m_desk->office(), hidden)->isThere());
        QVERIFY(!std::make_unique<ConveningDialog>(m_desk->office(), ConveningId{5})->isThere());
        planning.confidentiality = Confidentiality::staff;
        auto* others = shown(put(planning));
        QCOMPARE(m_desk->find<QComboBox>(*others, "activityLevel")->count(), 2); // it cannot become one's own
        others->close();
        auto* dialog = shown();
        m_desk->find<QLineEdit>(*dialog, "conveningTitle")->setText(QStringLiteral("Canary"));
        auto* level = m_desk->find<QComboBox>(*dialog, "activityLevel");
        level->setCurrentIndex(level->findData(static_cast<int>(Confidentiality::onlyMe)));
        QVERIFY(ActivityDesk::stored(dialog));
        QVERIFY(!m_desk->lastStep().contains(QStringLiteral("Canary")));
    }

    void anotherPersonSitsDown_closesIt()
    {
        QPointer<QDialog> dialog = shown();
        m_desk->session().setMe(QStringLiteral("Omar Diaz"));
        QVERIFY(waitUntil([&] { return dialog.isNull(); }));
    }
};

QTEST_MAIN(TestConveningDialog)
#include "tst_convening_dialog.moc"
