// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QLocale>
#include <QTest>

#include "ui/chartkit/ChartNumbers.h"
#include "ui/chartkit/ChartSpec.h"

using namespace weavemap::ui;

namespace {

ChartSpec people(int count)
{
    ChartSpec spec;
    spec.kind = ChartKind::scatter;
    spec.subject = ChartSubject::peopleNamesOnScreenOnly;
    spec.xName = QStringLiteral("In touch with");
    spec.yName = QStringLiteral("Go-between");
    spec.decimals = 3;
    for (int i = 0; i < count; ++i)
        spec.points.push_back(
            {double(count - i), 0.01 * (count - i), QStringLiteral("Person %1").arg(i), i % 5, true, i < 3});
    return spec;
}

ChartSpec months()
{
    ChartSpec spec;
    spec.xName = QStringLiteral("Month");
    spec.yName = QStringLiteral("Calls");
    spec.bars = {{QStringLiteral("Sep"), 31, BarMark::plain, {}, false},
                 {QStringLiteral("Oct"), 21, BarMark::unfinished, {}, false}};
    return spec;
}

} // namespace

class ChartSpecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv_ofThings() { QCOMPARE(exportCsv(months()), QByteArray("Month,Calls\r\nSep,31\r\nOct,21\r\n")); }

    void csv_ofPeopleHasNoNames()
    {
        const ChartSpec spec = people(40);
        QVERIFY(!exportCsv(spec).contains("Person"));
        QVERIFY(exportCsv(spec).startsWith("In touch with,Go-between\r\n"));
        QCOMPARE(exportTable(spec).rows.size(), std::size_t{40});
        QCOMPARE(exportTable(spec).headers.size(), 2);
        QVERIFY(screenTable(spec).rows.front().contains(QStringLiteral("Person 0")));
    }

    void csv_ofPeopleIsNoRank()
    {
        std::vector<double> values;
        for (const QStringList& row : exportTable(people(40)).rows)
            values.push_back(row.front().toDouble());
        QVERIFY(!std::is_sorted(values.begin(), values.end()));
        QVERIFY(!std::is_sorted(values.rbegin(), values.rend()));
        std::sort(values.begin(), values.end());
        for (int i = 0; i < 40; ++i)
            QCOMPARE(values[static_cast<std::size_t>(i)], i + 1.0);
    }

    /// The order must not tell who is who: the same values in another order of people give the same file.
    void csv_ofPeopleDependsOnValuesAlone()
    {
        ChartSpec turned = people(25);
        std::reverse(turned.points.begin(), turned.points.end());
        QCOMPARE(exportCsv(turned), exportCsv(people(25)));
    }

    void bars_ofPeopleLeaveWithoutNamesAndNotes()
    {
        ChartSpec spec = months();
        spec.subject = ChartSubject::peopleNamesOnScreenOnly;
        spec.bars[0].label = QStringLiteral("Ana Ruiz");
        spec.bars[0].note = QStringLiteral("Ana");
        const ChartSpec bare = withoutNames(spec);
        for (const ChartBar& bar : bare.bars)
            QVERIFY(bar.label.isEmpty() && bar.note.isEmpty());
        QCOMPARE(exportTable(spec).headers, QStringList{QStringLiteral("Calls")});
        QVERIFY(!exportCsv(spec).contains("Ana"));
    }

    void figuresOfBefore_areSaidInWhatLeaves()
    {
        ChartSpec spec = people(3);
        const QString words = QStringLiteral("Each disc is a member");
        QCOMPARE(subtitleWithAge(spec, words), words);
        QVERIFY(!exportCsv(spec).contains("up to date"));
        spec.isComputing = true;
        QVERIFY(subtitleWithAge(spec, words).endsWith(words) && subtitleWithAge(spec, words) != words);
        QVERIFY(exportCsv(spec).startsWith("In touch with,\"Go-between, not up to date\"\r\n"));
        spec.points.clear(); // nothing is drawn: nothing is of before
        QCOMPARE(subtitleWithAge(spec, words), words);
        QVERIFY(!exportCsv(spec).contains("up to date"));
    }

    void csv_quotesAndGuards()
    {
        ChartSpec spec = months();
        spec.bars = {{QStringLiteral("a,b"), 1, BarMark::plain, {}, false},
                     {QStringLiteral("say \"hi\""), 2, BarMark::plain, {}, false},
                     {QStringLiteral("=HYPERLINK(1)"), -3, BarMark::plain, {}, false},
                     {QStringLiteral("-4"), 4, BarMark::plain, {}, false},
                     {QStringLiteral("two\nlines"), 5, BarMark::plain, {}, false},
                     {QStringLiteral("Ng\u0101ti"), 6, BarMark::plain, {}, false}};
        QCOMPARE(exportCsv(spec),
                 QByteArray("Month,Calls\r\n\"a,b\",1\r\n\"say \"\"hi\"\"\",2\r\n'=HYPERLINK(1),-3\r\n-4,4\r\n"
                            "\"two\nlines\",5\r\nNg\xC4\x81ti,6\r\n"));
    }

    void lines_tableHasGaps()
    {
        ChartSpec spec;
        spec.kind = ChartKind::lines;
        spec.xName = QStringLiteral("Month");
        spec.yName = QStringLiteral("Heard from");
        spec.yIsShare = true;
        spec.xLabels = {QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar")};
        spec.lines = {{QString(), {0.5, std::nullopt, 0.678}}};
        QCOMPARE(exportCsv(spec), QByteArray("Month,Heard from\r\nJan,0.50\r\nFeb,\r\nMar,0.68\r\n"));
        QCOMPARE(screenTable(spec).rows[2][1], QStringLiteral("68\u00A0%"));
    }

    void empty_isKnown()
    {
        ChartSpec spec;
        QVERIFY(spec.isEmpty());
        QCOMPARE(exportTable(spec).rows.size(), std::size_t{0});
        spec.kind = ChartKind::lines;
        spec.xLabels = {QStringLiteral("Jan")};
        spec.lines = {{QString(), {1.0}}};
        QVERIFY(spec.isEmpty());
        spec.lines[0].values.push_back(2.0);
        QVERIFY(!spec.isEmpty());
        QVERIFY(!months().isEmpty());
        QVERIFY(!people(1).isEmpty());
    }

    void ticks_haveNoMoreDecimalsThanTheyNeed()
    {
        ChartSpec spec;
        spec.decimals = 1;
        QCOMPARE(chartTick(20, 5, spec), QStringLiteral("20"));
        QCOMPARE(chartTick(0.5, 0.5, spec), QStringLiteral("0.5"));
        QCOMPARE(chartTick(0.25, 0.05, spec), QStringLiteral("0.25"));
        QCOMPARE(chartTick(-0.0, 1, spec), QStringLiteral("0"));
        QCOMPARE(chartTick(1e12, 2e11, spec), QLocale().toString(1e12, 'f', 0));
        spec.yIsShare = true;
        QCOMPARE(chartTick(0.2, 0.05, spec), QStringLiteral("20\u00A0%"));
        QCOMPARE(chartTick(0.005, 0.005, spec), QStringLiteral("0.5\u00A0%"));
    }

    void percent_isWrittenInTheChartAndNotInTheTable()
    {
        ChartSpec spec = people(2);
        spec.yIsPercent = true;
        spec.decimals = 1;
        spec.points[0].y = 17.5;
        QCOMPARE(chartTick(20, 5, spec), QStringLiteral("20\u00A0%"));
        QCOMPARE(chartFigure(17.5, spec), QStringLiteral("17.5\u00A0%"));
        QCOMPARE(screenTable(spec).rows[0].back(), QStringLiteral("17.5"));
    }

    void longLabels_standInTheTable()
    {
        ChartSpec spec;
        spec.bars = {{QStringLiteral("Jan"), 1, BarMark::plain, {}, false, QStringLiteral("Jan 2026")},
                     {QStringLiteral("Feb"), 2, BarMark::plain, {}, false}};
        QCOMPARE(screenTable(spec).rows[0].front(), QStringLiteral("Jan 2026"));
        QCOMPARE(screenTable(spec).rows[1].front(), QStringLiteral("Feb"));
        spec.subject = ChartSubject::peopleNamesOnScreenOnly;
        QVERIFY(!exportCsv(spec).contains("Jan") && withoutNames(spec).bars[0].longLabel.isEmpty());
    }

    void scale_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("counts") << 0.0 << 31.0;
        QTest::newRow("all equal") << 5.0 << 5.0;
        QTest::newRow("all zero") << 0.0 << 0.0;
        QTest::newRow("tiny") << 0.0 << 1e-9;
        QTest::newRow("huge") << 0.0 << 1e12;
        QTest::newRow("both signs") << -3.0 << 4.0;
        QTest::newRow("nothing") << 1.0 / 0.0 << -1.0 / 0.0;
    }
    void scale()
    {
        QFETCH(const double, low);
        QFETCH(const double, high);
        for (const ZeroLine zero : {ZeroLine::included, ZeroLine::free}) {
            const ChartScale scale = chartScale(low, high, 4, zero);
            QVERIFY(scale.high > scale.low && scale.step > 0);
            if (low <= high)
                QVERIFY(scale.low <= low && scale.high >= high);
            const std::vector<double> ticks = scale.ticks();
            QVERIFY(!ticks.empty() && ticks.size() <= 8);
            QVERIFY(ticks.front() >= scale.low - 1e-9 * scale.step && ticks.back() <= scale.high + 1e-6 * scale.step);
        }
    }
};

QTEST_GUILESS_MAIN(ChartSpecTest)
#include "tst_chart_spec.moc"
