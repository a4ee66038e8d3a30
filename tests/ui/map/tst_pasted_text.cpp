// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/map/PastedText.h"

using namespace weavemap::ui;

class TstPastedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_oneALine_whateverTheLineEndsAre()
    {
        const PastedText read =
            readPasted(QStringLiteral("Ana Ruiz\r\n\r\n  Ben   Okafor \n- Cy Lund\u2028 2. \u5B66\u6821\n\u2022 Dee"));
        QStringList names;
        for (const PastedLine& line : read.lines) {
            names.append(line.name);
            QVERIFY(line.email.isEmpty() && line.other.isEmpty());
        }
        QCOMPARE(names,
                 (QStringList{QStringLiteral("Ana Ruiz"), QStringLiteral("Ben Okafor"), QStringLiteral("Cy Lund"),
                              QStringLiteral("\u5B66\u6821"), QStringLiteral("Dee")}));
        QCOMPARE(read.unread, 0);
    }
    void addresses_areTakenFromAngleBracketsAndFromCells()
    {
        const PastedText read = readPasted(QStringLiteral("\"Ana Ruiz\" <ana@x.org>\nBen\tben@x.org\n"
                                                          "Cy\t\tCoach\tcy@x.org\tCoast"));
        QCOMPARE(read.lines.size(), std::size_t{3});
        QCOMPARE(read.lines[0].name, QStringLiteral("Ana Ruiz"));
        QCOMPARE(read.lines[0].email, QStringLiteral("ana@x.org"));
        QCOMPARE(read.lines[1].email, QStringLiteral("ben@x.org"));
        QCOMPARE(read.lines[2].email, QStringLiteral("cy@x.org"));
        for (const PastedLine& line : read.lines)
            QVERIFY(line.other.isEmpty());
    }
    void twoNamesWithATab_areATie()
    {
        const PastedText read = readPasted(QStringLiteral("Ana\tBen\nCy\t\nDee\tEva\tFay"));
        QCOMPARE(read.lines.size(), std::size_t{3});
        QCOMPARE(read.lines[0].other, QStringLiteral("Ben"));
        QVERIFY(read.lines[1].other.isEmpty() && read.lines[2].other.isEmpty());
    }
    void whatIsNoName_isCounted()
    {
        const QString essay = QString(400, QLatin1Char('x'));
        const PastedText read = readPasted(essay + QStringLiteral("\nana@x.org\nAna\nBen\t") + essay);
        QCOMPARE(read.lines.size(), std::size_t{1});
        QCOMPARE(read.unread, 3);
        QVERIFY(readPasted({}).lines.empty());
        QVERIFY(readPasted(QStringLiteral(" \t\n\n")).lines.empty());
        QString many;
        for (int i = 0; i < kMostPastedLines + 5; ++i)
            many += QStringLiteral("Person %1\n").arg(i);
        QCOMPARE(readPasted(many).lines.size(), static_cast<std::size_t>(kMostPastedLines));
        QCOMPARE(readPasted(many).unread, 5);
    }
};

QTEST_APPLESS_MAIN(TstPastedText)
#include "tst_pasted_text.moc"
