// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "core/store/Workspace.h"
#include "ui/history/HistoryModel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

class HistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_comeInFrontWithoutReset();
    void undo_marksTheStepAndANewChangeTakesItsPlace();
    void day_standsOverItsFirstStepOnly();
    void author_isWhoWorksHere();
    void accessibleText_saysWhatAndWhen();
    void steps_leadToARow();
    void close_empties();
};

namespace {

QString label(const HistoryModel& model, int row) { return model.index(row).data().toString(); }
store::HistoryStep::State state(const HistoryModel& model, int row)
{
    return static_cast<store::HistoryStep::State>(model.index(row).data(HistoryModel::kStateRole).toInt());
}

} // namespace

void HistoryModelTest::changes_comeInFrontWithoutReset()
{
    OfficeBox box;
    HistoryModel model(box.session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    box.openEmpty();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    box.addPerson(QStringLiteral("Ana"));
    box.addPerson(QStringLiteral("Ben"));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(label(model, 0), QStringLiteral("Add Ben"));
    QCOMPARE(label(model, 1), QStringLiteral("Add Ana"));
    QCOMPARE(resets.count(), 0);
}

void HistoryModelTest::undo_marksTheStepAndANewChangeTakesItsPlace()
{
    using State = store::HistoryStep::State;
    OfficeBox box;
    HistoryModel model(box.session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    box.addPerson(QStringLiteral("Ben"));
    box.undo();
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(state(model, 0), State::undone);
    QCOMPARE(state(model, 1), State::done);
    box.addPerson(QStringLiteral("Cai"));
    QTRY_COMPARE(label(model, 0), QStringLiteral("Add Cai"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(state(model, 0), State::done);
    QCOMPARE(label(model, 1), QStringLiteral("Add Ana"));
}

void HistoryModelTest::day_standsOverItsFirstStepOnly()
{
    OfficeBox box;
    HistoryModel model(box.session());
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    box.addPerson(QStringLiteral("Ben"));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(HistoryModel::kDayRole).toString(), QStringLiteral("15 October 2026"));
    QVERIFY(model.index(1).data(HistoryModel::kDayRole).toString().isEmpty());
    QCOMPARE(model.index(0).data(HistoryModel::kWhenRole).toString(), QStringLiteral("15:40"));
}

void HistoryModelTest::author_isWhoWorksHere()
{
    OfficeBox box;
    HistoryModel model(box.session());
    box.session().setMe(QStringLiteral("Ruth Ödön"));
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(HistoryModel::kAuthorRole).toString(), QStringLiteral("Ruth Ödön"));
}

void HistoryModelTest::accessibleText_saysWhatAndWhen()
{
    OfficeBox box;
    HistoryModel model(box.session());
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    QTRY_COMPARE(model.rowCount(), 1);
    const QString heard = model.index(0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(heard, QStringLiteral("Add Ana, 15 October 2026 15:40"));
    box.session().setMe(QStringLiteral("Ruth"));
    box.addPerson(QStringLiteral("Ben"));
    box.undo();
    QTRY_COMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Add Ben, 15 October 2026 15:40, Ruth, undone"));
}

void HistoryModelTest::steps_leadToARow()
{
    OfficeBox box;
    HistoryModel model(box.session());
    box.openEmpty();
    QCOMPARE(model.stepsTo(0), 0);
    for (const char* name : {"Ana", "Ben", "Cai", "Dee"})
        box.addPerson(QString::fromLatin1(name));
    box.undo();
    box.undo();
    QTRY_COMPARE(model.rowCount(), 4);
    QTRY_COMPARE(model.stepsTo(0), -2);
    QCOMPARE(model.stepsTo(1), -1);
    QCOMPARE(model.stepsTo(2), 1);
    QCOMPARE(model.stepsTo(3), 2);
    QCOMPARE(model.stepsTo(4), 0);
    QCOMPARE(model.stepsTo(-1), 0);
    QCOMPARE(model.reversible(), 4);
}

void HistoryModelTest::close_empties()
{
    OfficeBox box;
    HistoryModel model(box.session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    box.openEmpty();
    box.addPerson(QStringLiteral("Ana"));
    QTRY_COMPARE(model.rowCount(), 1);
    model.refresh();
    box.session().close();
    QCOMPARE(model.rowCount(), 0);
    // An answer that was on its way for the closed file is not shown.
    QCoreApplication::sendPostedEvents();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(HistoryModelTest)
#include "tst_history_model.moc"
