// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/base/Translations.h"
#include "ui/base/Words.h"

using namespace weavemap::ui;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countedTexts_haveTheirSingular();
    void installingTwice_isHarmless();
};

void TestTranslations::countedTexts_haveTheirSingular()
{
    const auto due = [](int n) {
        return QCoreApplication::translate("weavemap::ui::TodayPlace", "%Ln promises are due", "", n);
    };
    QCOMPARE(due(1), QStringLiteral("1 promises are due"));
    QVERIFY(installTranslations());
    QCOMPARE(due(1), QStringLiteral("1 promise is due"));
    QCOMPARE(due(2), QStringLiteral("2 promises are due"));
    QCOMPARE(due(0), QStringLiteral("0 promises are due"));
    QCOMPARE(memberCount(1), QStringLiteral("1 member"));
    QCOMPARE(memberCount(142), QStringLiteral("142 members"));
}

void TestTranslations::installingTwice_isHarmless()
{
    QVERIFY(installTranslations());
    QVERIFY(installTranslations());
    QCOMPARE(peopleCount(1), QStringLiteral("1 person"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
