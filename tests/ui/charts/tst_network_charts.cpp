// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/charts/NetworkCharts.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

Date day(int year, int month, int dayOfMonth) { return *Date::fromYmd(year, month, dayOfMonth); }
const Date kToday = day(2026, 10, 15);

Conversation call(Date date, std::vector<PersonId> with, bool reached = true)
{
    Conversation conversation;
    conversation.when = Instant::atLocal(date, 10, 0, 0);
    conversation.participants = std::move(with);
    conversation.reached = reached;
    return conversation;
}

/// Figures with just these values per person.
FiguresResult figuresOf(const std::vector<double>& degree, const std::string& measure = {},
                        const std::vector<double>& values = {})
{
    FiguresResult result;
    for (std::size_t i = 0; i < degree.size(); ++i)
        result.network.figures.ids.push_back(PersonId{static_cast<std::int64_t>(i) + 1});
    result.network.figures.undirected.nodes["degree"] = degree;
    if (!measure.empty())
        result.network.figures.undirected.nodes[measure] = values;
    return result;
}

ChartPeople peopleNamedByNumber()
{
    return {[](PersonId id) { return QStringLiteral("Person %1").arg(id.value); }, [](PersonId) { return 0; },
            [](PersonId id) { return id.value != 2; }};
}

} // namespace

class NetworkChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calls_noneGivesAnEmptyChart();
    void calls_missedOnesAndOlderMonthsDoNotCount();
    void calls_thisMonthIsUnfinishedAndNeverTheBusiest();
    void calls_countsEachPersonOnce();
    void degree_noOneGivesAnEmptyChart();
    void degree_countsThoseWithoutATieAsTheException();
    void degree_everyoneTiedSaysSo();
    void goBetweens_namesAtMostFiveAndOnlyNotableOnes();
    void goBetweens_noneStandsBetween();
    void goBetweens_leavesWithoutNames();
    void lines_needTwoDates();
    void lines_undefinedMonthsAreGaps();
};

void NetworkChartsTest::calls_noneGivesAnEmptyChart()
{
    QVERIFY(callsPerMonth({}, kToday, 12).isEmpty());
    QVERIFY(callsPerMonth({call(day(2026, 9, 1), {PersonId{1}}, false)}, kToday, 12).isEmpty());
}

void NetworkChartsTest::calls_missedOnesAndOlderMonthsDoNotCount()
{
    const ChartSpec spec =
        callsPerMonth({call(day(2026, 9, 1), {PersonId{1}}), call(day(2026, 9, 30), {PersonId{2}}),
                       call(day(2026, 9, 2), {PersonId{1}}, false), call(day(2025, 10, 31), {PersonId{1}}),
                       call(day(2025, 11, 1), {PersonId{1}}), call(day(2026, 10, 16), {PersonId{1}})},
                      kToday, 12);
    QCOMPARE(spec.bars.size(), std::size_t{12});
    QCOMPARE(spec.bars[0].value, 1.0);  // November 2025
    QCOMPARE(spec.bars[10].value, 2.0); // September
    QCOMPARE(spec.bars[11].value, 0.0); // October: the one call lies ahead
    QCOMPARE(spec.title, QStringLiteral("September was the busiest month of calls"));
}

void NetworkChartsTest::calls_thisMonthIsUnfinishedAndNeverTheBusiest()
{
    const ChartSpec spec = callsPerMonth({call(day(2026, 10, 1), {PersonId{1}}), call(day(2026, 10, 2), {PersonId{1}}),
                                          call(day(2026, 5, 2), {PersonId{1}})},
                                         kToday, 12);
    QCOMPARE(spec.bars.back().mark, BarMark::unfinished);
    QCOMPARE(spec.title, QStringLiteral("May was the busiest month of calls"));
    QCOMPARE(spec.remark, QStringLiteral("October so far"));
    const ChartSpec onlyNow = callsPerMonth({call(day(2026, 10, 1), {PersonId{1}})}, kToday, 12);
    QVERIFY(!onlyNow.title.contains(QStringLiteral("busiest")));
}

void NetworkChartsTest::calls_countsEachPersonOnce()
{
    const ChartSpec spec = callsPerMonth(
        {call(day(2026, 9, 1), {PersonId{1}, PersonId{2}}), call(day(2026, 9, 8), {PersonId{2}, PersonId{3}})}, kToday,
        12);
    QVERIFY2(spec.subtitle.contains(QStringLiteral("reached 3 people")), qPrintable(spec.subtitle));
}

void NetworkChartsTest::degree_noOneGivesAnEmptyChart() { QVERIFY(degreeDistribution(figuresOf({})).isEmpty()); }

void NetworkChartsTest::degree_countsThoseWithoutATieAsTheException()
{
    const ChartSpec spec = degreeDistribution(figuresOf({0, 0, 1, 2, 2, 3, 5}));
    QCOMPARE(spec.bars.size(), std::size_t{6});
    QCOMPARE(spec.bars[0].mark, BarMark::exception);
    QCOMPARE(spec.bars[0].note, QStringLiteral("2"));
    QCOMPARE(spec.bars[4].value, 0.0);
    QVERIFY2(spec.title.startsWith(QStringLiteral("Half have 2 or fewer, 2 have none")), qPrintable(spec.title));
    QVERIFY(spec.mark);
    QCOMPARE(spec.mark->x, 2.0);
}

void NetworkChartsTest::degree_everyoneTiedSaysSo()
{
    const ChartSpec spec = degreeDistribution(figuresOf({1, 1}));
    QCOMPARE(spec.title, QStringLiteral("Everyone has a known tie"));
    QCOMPARE(spec.bars[0].mark, BarMark::plain);
}

void NetworkChartsTest::goBetweens_namesAtMostFiveAndOnlyNotableOnes()
{
    const std::string key = "betweenness_normalized";
    const auto labelled = [](const ChartSpec& spec) {
        return std::count_if(spec.points.begin(), spec.points.end(), [](const auto& point) { return point.labelled; });
    };
    const ChartSpec even =
        goBetweens(figuresOf({3, 3, 3, 3, 3, 3, 3}, key, {.5, .5, .5, .5, .5, .5, .5}), peopleNamedByNumber());
    QCOMPARE(labelled(even), 5);
    const ChartSpec steep = goBetweens(figuresOf({3, 3, 3}, key, {.5, .1, .05}), peopleNamedByNumber());
    QCOMPARE(labelled(steep), 1);
    QCOMPARE(steep.points[0].y, 50.0);
    QVERIFY(!steep.points[1].heard);
}

void NetworkChartsTest::goBetweens_noneStandsBetween()
{
    const ChartSpec spec = goBetweens(figuresOf({0, 0}, "betweenness_normalized", {0, 0}), peopleNamedByNumber());
    QCOMPARE(spec.title, QStringLiteral("Nobody stands between others yet"));
    QVERIFY(!spec.points[0].labelled);
}

void NetworkChartsTest::goBetweens_leavesWithoutNames()
{
    for (const ChartSpec& spec :
         {goBetweens(figuresOf({3, 1}, "betweenness_normalized", {.5, .1}), peopleNamedByNumber()),
          nearness(figuresOf({3, 1}, "harmonic_normalized", {.5, .1}), peopleNamedByNumber())}) {
        QCOMPARE(spec.subject, ChartSubject::peopleNamesOnScreenOnly);
        QVERIFY(screenTable(spec).rows[0].join(QLatin1Char(' ')).contains(QStringLiteral("Person")));
        QVERIFY(!exportCsv(spec).contains("Person"));
        QVERIFY(!spec.title.contains(QStringLiteral("Person")));
    }
}

void NetworkChartsTest::lines_needTwoDates()
{
    actions::MonthFigures month;
    month.on = day(2026, 9, 30);
    month.tiesPerMember = 4.2;
    month.density = 0.05;
    QVERIFY(tiesPerMember({}).isEmpty());
    QVERIFY(tiesPerMember({month}).isEmpty());
    QVERIFY(density({month}).isEmpty());
    actions::MonthFigures next = month;
    next.on = kToday;
    next.tiesPerMember = 4.6;
    QCOMPARE(tiesPerMember({month, next}).title, QStringLiteral("A member is in touch with 4.6 people"));
    QCOMPARE(density({month, next}).lines[0].values[0].value(), 5.0);
}

void NetworkChartsTest::lines_undefinedMonthsAreGaps()
{
    actions::MonthFigures none, some, more;
    none.on = day(2026, 8, 31);
    none.density = std::nan("");
    some.on = day(2026, 9, 30);
    some.density = 0.02;
    more.on = kToday;
    more.density = 0.04;
    const ChartSpec spec = density({none, some, more});
    QVERIFY(!spec.lines[0].values[0]);
    QCOMPARE(spec.lines[0].values[2].value(), 4.0);
    QVERIFY(spec.title.startsWith(QStringLiteral("4.0")));
}

QTEST_GUILESS_MAIN(NetworkChartsTest)
#include "tst_network_charts.moc"
