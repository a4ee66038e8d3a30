// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Terminal.h"

using namespace clitest;

/// A map of another day, and of two days compared, as a script draws it.
class TestCliMapDates : public QObject
{
    Q_OBJECT

    Terminal m_terminal;

    QByteArray read(const char* name) const
    {
        QFile file(m_terminal.path(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_terminal("demo d.weavemap --members 60 --seed 5 --on 2026-10-15").status, 0); }

    void twoDates_areCounted_inEitherOrder()
    {
        const Run forth = m_terminal("map d.weavemap a.svg --on 2026-10-15 --compare 2025-03-03 --names codes --json");
        QVERIFY2(forth.status == 0, forth.err.constData());
        const QJsonObject found = forth.json();
        QCOMPARE(found.value(QStringLiteral("from")).toString(), QStringLiteral("2025-03-03"));
        QCOMPARE(found.value(QStringLiteral("to")).toString(), QStringLiteral("2026-10-15"));
        const QJsonObject ties = found.value(QStringLiteral("tiesChanged")).toObject();
        QVERIFY(ties.value(QStringLiteral("new")).toInt() > 0);
        QCOMPARE(ties.value(QStringLiteral("new")).toInt() + ties.value(QStringLiteral("lost")).toInt() +
                     ties.value(QStringLiteral("kept")).toInt(),
                 found.value(QStringLiteral("ties")).toInt());
        QVERIFY(read("a.svg").contains("new ties"));
        const Run back = m_terminal("map d.weavemap b.svg --on 2025-03-03 --compare 2026-10-15 --names codes --json");
        QCOMPARE(back.json().value(QStringLiteral("tiesChanged")), found.value(QStringLiteral("tiesChanged")));
        QCOMPARE(back.json().value(QStringLiteral("peopleChanged")), found.value(QStringLiteral("peopleChanged")));
    }

    void oneDate_saysNothingOfChange()
    {
        const Run run = m_terminal("map d.weavemap c.svg --on 2025-03-03 --json");
        QCOMPARE(run.status, 0);
        QVERIFY(!run.json().contains(QStringLiteral("tiesChanged")));
        QVERIFY(!read("c.svg").contains("new ties"));
        const Run same = m_terminal("map d.weavemap d.svg --on 2025-03-03 --compare 2025-03-03 --json");
        const QJsonObject ties = same.json().value(QStringLiteral("tiesChanged")).toObject();
        QCOMPARE(ties.value(QStringLiteral("new")).toInt(), 0);
        QCOMPARE(ties.value(QStringLiteral("lost")).toInt(), 0);
        QCOMPARE(ties.value(QStringLiteral("kept")).toInt(), run.json().value(QStringLiteral("ties")).toInt());
    }

    void whatIsNoDay_isRefused()
    {
        const Run run = m_terminal("map d.weavemap e.svg --compare yesterday");
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("--compare"));
        QVERIFY(!QFile::exists(m_terminal.path(QStringLiteral("e.svg"))));
    }
};

QTEST_GUILESS_MAIN(TestCliMapDates)
#include "tst_cli_map_dates.moc"
