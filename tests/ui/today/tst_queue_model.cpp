// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "ui/today/QueueModel.h"
#include "ui/today/ReasonText.h"

using namespace weavemap;
using namespace weavemap::ui;
using weaving::CallReason;

namespace {

actions::QueueRow row(std::int64_t id, const char* name, CallReason code = CallReason::noTie)
{
    actions::QueueRow row;
    row.entry.person = PersonId{id};
    row.entry.name = name;
    row.entry.points = 3;
    row.entry.lastHeard = uitest::testDay().addDays(-43);
    weaving::QueueReason reason;
    reason.code = code;
    reason.points = 3;
    row.entry.reasons = {reason};
    return row;
}

QStringList names(const QueueModel& model)
{
    QStringList all;
    for (int at = 0; at < model.rowCount(); ++at)
        all << model.index(at).data().toString();
    return all;
}

} // namespace

class QueueModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adopt_keepsRowsOfTheSamePerson();
    void adopt_reversesAnOrderWithMovesOnly();
    void reasons_areSaidInWords_data();
    void reasons_areSaidInWords();
    void leftOut_saysUntilWhen();
    void accessibleText_saysNamePointsAndReasons();
    void words_areOneLineInQuotes();
    void personAt_outsideIsNobody();
};

void QueueModelTest::adopt_keepsRowsOfTheSamePerson()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.adopt({row(1, "Ana"), row(2, "Ben"), row(3, "Cai")}, uitest::testDay());
    QCOMPARE(names(model), QStringList({QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Cai")}));
    const QPersistentModelIndex ben(model.index(1));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.adopt({row(4, "Dee"), row(2, "Ben"), row(5, "Eli")}, uitest::testDay());
    QCOMPARE(names(model), QStringList({QStringLiteral("Dee"), QStringLiteral("Ben"), QStringLiteral("Eli")}));
    QVERIFY(ben.isValid());
    QCOMPARE(ben.data().toString(), QStringLiteral("Ben"));
    QCOMPARE(resets.count(), 0);
    model.adopt({}, uitest::testDay());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!ben.isValid());
}

void QueueModelTest::adopt_reversesAnOrderWithMovesOnly()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.adopt({row(1, "Ana"), row(2, "Ben"), row(3, "Cai"), row(4, "Dee")}, uitest::testDay());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex ana(model.index(0));
    model.adopt({row(4, "Dee"), row(3, "Cai"), row(2, "Ben"), row(1, "Ana")}, uitest::testDay());
    QCOMPARE(names(model).first(), QStringLiteral("Dee"));
    QCOMPARE(ana.row(), 3);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void QueueModelTest::reasons_areSaidInWords_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    const auto add = [](CallReason code, int daysAgo, int count, const char* words) {
        QTest::newRow(words) << static_cast<int>(code) << daysAgo << count << QString::fromUtf8(words);
    };
    add(CallReason::promiseLate, 2, 1, "Promise 2 days late");
    add(CallReason::promiseLate, 2, 3, "3 promises late");
    add(CallReason::promiseDue, 0, 1, "Promise due today");
    add(CallReason::introductionUnanswered, 9, 1, "Introduction unanswered");
    add(CallReason::neverReached, 90, 0, "Never called");
    add(CallReason::neverReached, 90, 4, "Tried 4 times");
    add(CallReason::silentYear, 430, 0, "14 months since a talk");
    add(CallReason::overdue, 14, 0, "Due since 1 Oct");
    add(CallReason::noTie, 0, 0, "No known tie");
    add(CallReason::goBetween, 0, 17, "Links 17 others to the rest");
    add(CallReason::thinSegment, 0, 3, "Lakes: 3 of 18 heard from");
}

void QueueModelTest::reasons_areSaidInWords()
{
    QFETCH(int, code);
    QFETCH(int, daysAgo);
    QFETCH(int, count);
    QFETCH(QString, words);
    weaving::QueueReason reason;
    reason.code = static_cast<CallReason>(code);
    reason.points = 4;
    reason.on = uitest::testDay().addDays(-daysAgo);
    reason.count = static_cast<std::size_t>(count);
    reason.of = 18;
    reason.segment = "Lakes";
    const PillText pill = reasonPill(reason, uitest::testDay());
    QCOMPARE(pill.text, words);
    QCOMPARE(pill.suffix, QStringLiteral("+4"));
}

void QueueModelTest::leftOut_saysUntilWhen()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    actions::QueueRow out = row(1, "Ana");
    out.until = uitest::testDay().addDays(4);
    out.entry.reasons.clear();
    model.adopt({out}, uitest::testDay());
    const auto pills = model.index(0).data(QueueModel::kPillsRole).value<QList<PillText>>();
    QCOMPARE(pills.size(), 1);
    QCOMPARE(pills.first().text, QStringLiteral("Left out until 19 Oct"));
    QVERIFY(model.index(0).data(QueueModel::kPointsRole).toString().isEmpty());
}

void QueueModelTest::accessibleText_saysNamePointsAndReasons()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    model.adopt({row(1, "Ána Ruiz")}, uitest::testDay());
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Ána Ruiz, 3 points, No known tie"));
}

void QueueModelTest::words_areOneLineInQuotes()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    actions::QueueRow said = row(1, "Ana");
    said.lastWords = "A club\n may start.";
    model.adopt({said}, uitest::testDay());
    QCOMPARE(model.index(0).data(QueueModel::kWordsRole).toString(), QStringLiteral("\u201CA club may start.\u201D"));
    QCOMPARE(model.index(0).data(QueueModel::kTalkedRole).toString(), QStringLiteral("Last talked 2 September"));
}

void QueueModelTest::personAt_outsideIsNobody()
{
    uitest::OfficeBox box;
    QueueModel model(box.people());
    QVERIFY(!model.personAt(0));
    QVERIFY(!model.personAt(-1));
    model.adopt({row(7, "Ana")}, uitest::testDay());
    QCOMPARE(model.personAt(0), PersonId{7});
    QVERIFY(!model.personAt(1));
}

QTEST_MAIN(QueueModelTest)
#include "tst_queue_model.moc"
