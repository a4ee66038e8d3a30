// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "OfficeBox.h"
#include "ui/today/SilentModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

actions::SilentMember silent(std::int64_t id, const char* name, int days, int attempts = 0)
{
    actions::SilentMember member;
    member.id = PersonId{id};
    member.name = name;
    member.lastHeard = Instant::atLocal(uitest::testDay().addDays(-days), 10, 0, 0);
    member.days = days;
    member.attempts = attempts;
    return member;
}

QStringList names(const SilentModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

} // namespace

class SilentModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adopt_keepsRowsOfTheSamePerson();
    void adopt_reversesAnOrderWithMovesOnly();
    void reason_countsDaysThenMonths();
    void reason_saysWhoWasNeverReached();
    void accessibleText_saysNameAndReason();
    void personAt_outsideIsNobody();
};

void SilentModelTest::adopt_keepsRowsOfTheSamePerson()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.adopt({silent(1, "Ana", 400), silent(2, "Ben", 390), silent(3, "Cai", 380)});
    QCOMPARE(names(model), QStringList({QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Cai")}));
    const QPersistentModelIndex ben(model.index(1));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.adopt({silent(4, "Dee", 500), silent(2, "Ben", 390), silent(5, "Eli", 100)});
    QCOMPARE(names(model), QStringList({QStringLiteral("Dee"), QStringLiteral("Ben"), QStringLiteral("Eli")}));
    QVERIFY(ben.isValid());
    QCOMPARE(ben.data().toString(), QStringLiteral("Ben"));
    QCOMPARE(resets.count(), 0);
    model.adopt({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!ben.isValid());
}

void SilentModelTest::adopt_reversesAnOrderWithMovesOnly()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.adopt({silent(1, "Ana", 4), silent(2, "Ben", 3), silent(3, "Cai", 2), silent(4, "Dee", 1)});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted), removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex ana(model.index(0));
    model.adopt({silent(4, "Dee", 1), silent(3, "Cai", 2), silent(2, "Ben", 3), silent(1, "Ana", 4)});
    QCOMPARE(names(model).first(), QStringLiteral("Dee"));
    QCOMPARE(ana.row(), 3);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void SilentModelTest::reason_countsDaysThenMonths()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    model.adopt({silent(1, "Ana", 1), silent(2, "Ben", 59), silent(3, "Cai", 430, 2)});
    QVERIFY(model.index(0).data(SilentModel::kReasonRole).toString().startsWith(QStringLiteral("1 day")));
    QVERIFY(model.index(1).data(SilentModel::kReasonRole).toString().startsWith(QStringLiteral("59 days")));
    QVERIFY(model.index(2).data(SilentModel::kReasonRole).toString().startsWith(QStringLiteral("14 months")));
    QVERIFY(!model.index(1).data(SilentModel::kLateRole).toBool());
    QVERIFY(model.index(2).data(SilentModel::kLateRole).toBool());
    QVERIFY(model.index(0).data(SilentModel::kTriedRole).toString().isEmpty());
    QVERIFY(model.index(2).data(SilentModel::kTriedRole).toString().contains(QLatin1Char('2')));
}

void SilentModelTest::reason_saysWhoWasNeverReached()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    actions::SilentMember never = silent(1, "Ana", 0);
    never.lastHeard.reset();
    const auto reason = [&](int days) {
        never.days = days;
        model.adopt({never});
        return model.index(0).data(SilentModel::kReasonRole).toString();
    };
    QCOMPARE(reason(0), QStringLiteral("Never reached")); // nobody knows since when
    QCOMPARE(reason(59), QStringLiteral("Never reached, member for 59 days"));
    QCOMPARE(reason(393), QStringLiteral("Never reached, member for 13 months"));
    QCOMPARE(reason(729), QStringLiteral("Never reached, member for 23 months"));
    QCOMPARE(reason(730), QStringLiteral("Never reached, member for 2 years"));
    QCOMPARE(reason(2767), QStringLiteral("Never reached, member for 7 years"));
}

void SilentModelTest::accessibleText_saysNameAndReason()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    model.adopt({silent(1, "Ána Ruiz", 430)});
    const QString heard = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(heard.contains(QStringLiteral("Ána Ruiz")));
    QVERIFY(heard.contains(QStringLiteral("14 months")));
}

void SilentModelTest::personAt_outsideIsNobody()
{
    uitest::OfficeBox box;
    SilentModel model(box.people());
    QVERIFY(!model.personAt(0));
    QVERIFY(!model.personAt(-1));
    model.adopt({silent(7, "Ana", 4)});
    QCOMPARE(model.personAt(0), PersonId{7});
    QVERIFY(!model.personAt(1));
}

QTEST_MAIN(SilentModelTest)
#include "tst_silent_model.moc"
