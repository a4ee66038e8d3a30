// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/paint/ShownName.h"

using namespace weavemap;
using namespace weavemap::ui;

class ShownNameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shownAs_isTheStricterOfPolicyAndConsent_data();
    void shownAs_isTheStricterOfPolicyAndConsent();
    void shownName_writesEachWay();
    void shownName_survivesUnusualNames();
};

void ShownNameTest::shownAs_isTheStricterOfPolicyAndConsent_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("consent");
    QTest::addColumn<int>("screen");
    QTest::addColumn<int>("staffExport");
    QTest::addColumn<int>("report");
    // shown: 0 full, 1 initials, 2 code, 3 nameless, 4 left out; consent: 0 unset, 1 by name, 2 by code, 3 not shown
    const int rows[16][5] = {{0, 0, 0, 0, 1}, {0, 1, 0, 0, 0}, {0, 2, 0, 2, 2}, {0, 3, 0, 4, 4},
                             {1, 0, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 2, 1, 2, 2}, {1, 3, 1, 4, 4},
                             {2, 0, 2, 2, 2}, {2, 1, 2, 2, 2}, {2, 2, 2, 2, 2}, {2, 3, 2, 4, 4},
                             {3, 0, 3, 3, 3}, {3, 1, 3, 3, 3}, {3, 2, 3, 3, 3}, {3, 3, 3, 4, 4}};
    for (const auto& row : rows)
        QTest::addRow("policy %d consent %d", row[0], row[1]) << row[0] << row[1] << row[2] << row[3] << row[4];
}

void ShownNameTest::shownAs_isTheStricterOfPolicyAndConsent()
{
    QFETCH(int, policy);
    QFETCH(int, consent);
    QFETCH(int, screen);
    QFETCH(int, staffExport);
    QFETCH(int, report);
    const auto names = static_cast<NamesPolicy>(policy);
    const auto agreed = static_cast<ShowConsent>(consent);
    QCOMPARE(static_cast<int>(shownAs(names, agreed, MapPurpose::screen)), screen);
    QCOMPARE(static_cast<int>(shownAs(names, agreed, MapPurpose::staffExport)), staffExport);
    QCOMPARE(static_cast<int>(shownAs(names, agreed, MapPurpose::report)), report);
}

void ShownNameTest::shownName_writesEachWay()
{
    const QString name = QStringLiteral("Ana Ruiz");
    QCOMPARE(shownName(ShownAs::full, name, {}, 14), name);
    QCOMPARE(shownName(ShownAs::initials, name, {}, 14), QStringLiteral("A.R."));
    QCOMPARE(shownName(ShownAs::initials, name, QStringLiteral("AX"), 14), QStringLiteral("A.X."));
    QCOMPARE(shownName(ShownAs::code, name, {}, 14), QStringLiteral("P-014"));
    QCOMPARE(shownName(ShownAs::code, name, {}, 4321), QStringLiteral("P-4321"));
    QVERIFY(shownName(ShownAs::nameless, name, {}, 14).isEmpty());
    QVERIFY(shownName(ShownAs::leftOut, name, {}, 14).isEmpty());
}

void ShownNameTest::shownName_survivesUnusualNames()
{
    QCOMPARE(shownName(ShownAs::initials, QStringLiteral("Madonna"), {}, 1), QStringLiteral("M."));
    QCOMPARE(shownName(ShownAs::initials, QString::fromUtf8("Ōtepoti Ārai"), {}, 1), QString::fromUtf8("Ō.Ā."));
    QVERIFY(shownName(ShownAs::initials, QString(), {}, 1).isEmpty());
}

QTEST_GUILESS_MAIN(ShownNameTest)
#include "tst_shownname.moc"
