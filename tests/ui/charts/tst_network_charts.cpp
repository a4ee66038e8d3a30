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
    void goBetweens_anEstimateSaysSoEverywhere_andOffersTheExactOnes();
    void lines_needTwoDates();
    void lines_undefinedMonthsAreGaps();
    void lines_nothingIsSaidInWords();
    void lines_smallValuesKeepTwoDigits();
    void calls_evenMonthsHaveNoSingleBusiest();
    void degree_nobodyTied();
    void degree_mostWithoutATie();
    void degree_onePerson();
    void degree_manyAreTakenTogether();
    void nearness_saysWhatTheFiguresSay_data();
    void nearness_saysWhatTheFiguresSay();
    void figuresToCome_areNotCalledNone();
    void figuresOfBefore_standUntilTheirsAreThere();
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
    QVERIFY2(spec.title.startsWith(QStringLiteral("Most have a few ties, two have none")), qPrintable(spec.title));
    const ChartSpec many = degreeDistribution(figuresOf({0, 9, 9, 20, 30}));
    QVERIFY2(many.title.startsWith(QStringLiteral("Half have 9 or fewer, one")), qPrintable(many.title));
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
    QCOMPARE(labelled(even), 0); // which five of seven alike would be chance
    QVERIFY2(even.title.startsWith(QStringLiteral("Seven people")), qPrintable(even.title));
    const ChartSpec six =
        goBetweens(figuresOf({3, 3, 3, 3, 3, 3, 3}, key, {.9, .8, .7, .7, .6, .5, .1}), peopleNamedByNumber());
    QCOMPARE(labelled(six), 5);
    QVERIFY2(six.title.startsWith(QStringLiteral("Six people")), qPrintable(six.title));
    const ChartSpec steep = goBetweens(figuresOf({3, 3, 3}, key, {.5, .1, .05}), peopleNamedByNumber());
    QCOMPARE(labelled(steep), 1);
    QCOMPARE(steep.points[0].y, 50.0);
    QVERIFY(!steep.points[1].heard);
    // The table of the chart begins with the largest, in whatever order the figures come.
    const ChartSpec mixed = goBetweens(figuresOf({1, 2, 3}, key, {.05, .5, .1}), peopleNamedByNumber());
    QCOMPARE(mixed.points.front().y, 50.0);
    QCOMPARE(mixed.points.back().y, 5.0);
    QVERIFY(mixed.points.front().labelled && !mixed.points.back().labelled);
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

void NetworkChartsTest::goBetweens_anEstimateSaysSoEverywhere_andOffersTheExactOnes()
{
    FiguresResult figures = figuresOf({3, 1, 1}, "betweenness_estimate", {.5, .1, 0});
    figures.network.figures.undirected.put("betweenness_estimate_bound", 0.0025);
    const ChartSpec spec = goBetweens(figures, peopleNamedByNumber());
    QCOMPARE(spec.points.front().y, 50.0);
    QVERIFY2(spec.subtitle.contains(QStringLiteral("Estimated")) && spec.subtitle.contains(QStringLiteral("0.25")),
             qPrintable(spec.subtitle));
    QVERIFY(screenTable(spec).headers.last().contains(QStringLiteral("estimated")));
    QVERIFY(exportCsv(spec).contains("estimated")); // what leaves says it, too
    QCOMPARE(spec.offer, QStringLiteral("Compute exactly"));

    const ChartSpec exact =
        goBetweens(figuresOf({3, 1, 1}, "betweenness_normalized", {.5, .1, 0}), peopleNamedByNumber());
    QVERIFY(exact.offer.isEmpty());
    QVERIFY(!exportCsv(exact).contains("estimated"));
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

void NetworkChartsTest::lines_nothingIsSaidInWords()
{
    actions::MonthFigures before, now;
    before.on = day(2026, 9, 30);
    now.on = kToday;
    QCOMPARE(tiesPerMember({before, now}).title, QStringLiteral("No member has a known tie now"));
    QVERIFY(density({before, now}).title.startsWith(QStringLiteral("No pair")));
    QVERIFY(!density({before, now}).isEmpty());
}

void NetworkChartsTest::lines_smallValuesKeepTwoDigits()
{
    actions::MonthFigures before, now;
    before.on = day(2026, 9, 30);
    before.density = 0.0031;
    now.on = kToday;
    now.density = 0.0042;
    const ChartSpec spec = density({before, now});
    QVERIFY2(spec.title.startsWith(QStringLiteral("0.42")), qPrintable(spec.title));
    QCOMPARE(exportTable(spec).rows[0][1], QStringLiteral("0.31"));
}

void NetworkChartsTest::calls_evenMonthsHaveNoSingleBusiest()
{
    std::vector<Conversation> calls{call(day(2026, 5, 4), {PersonId{1}}), call(day(2026, 9, 4), {PersonId{1}})};
    const ChartSpec two = callsPerMonth(calls, kToday, 12);
    QCOMPARE(two.title, QStringLiteral("May and September were the busiest months of calls"));
    calls.push_back(call(day(2026, 7, 4), {PersonId{1}}));
    const ChartSpec three = callsPerMonth(calls, kToday, 12);
    QCOMPARE(three.title, QStringLiteral("Three months share the most calls"));
    QCOMPARE(std::count_if(three.bars.begin(), three.bars.end(), [](const auto& bar) { return !bar.note.isEmpty(); }),
             3);
}

void NetworkChartsTest::degree_nobodyTied()
{
    const ChartSpec spec = degreeDistribution(figuresOf({0, 0, 0}));
    QCOMPARE(spec.title, QStringLiteral("Nobody has a known tie yet"));
    QCOMPARE(spec.bars.size(), std::size_t{1});
    QVERIFY(!spec.mark);
}

void NetworkChartsTest::degree_mostWithoutATie()
{
    const ChartSpec spec = degreeDistribution(figuresOf({0, 0, 0, 1, 1}));
    QVERIFY2(spec.title.startsWith(QStringLiteral("Three have no tie")), qPrintable(spec.title));
}

void NetworkChartsTest::degree_onePerson()
{
    const ChartSpec spec = degreeDistribution(figuresOf({0}));
    QCOMPARE(spec.bars.size(), std::size_t{1});
    QCOMPARE(spec.bars[0].value, 1.0);
    QVERIFY(!spec.title.isEmpty());
}

void NetworkChartsTest::degree_manyAreTakenTogether()
{
    // A star: the one in the middle knows 1,999 others.
    std::vector<double> degree(2000, 1.0);
    degree[7] = 1999;
    degree[9] = 0;
    const ChartSpec spec = degreeDistribution(figuresOf(degree));
    QVERIFY(spec.bars.size() <= 41);
    double all = 0;
    for (const ChartBar& bar : spec.bars)
        all += bar.value;
    QCOMPARE(all, 2000.0);
    QCOMPARE(spec.bars[0].value, 1.0); // those without a tie stand alone
    QCOMPARE(spec.bars[1].value, 1998.0);
    QCOMPARE(spec.bars.back().value, 1.0);
    QVERIFY2(spec.bars[1].label.startsWith(QStringLiteral("1\u2013")), qPrintable(spec.bars[1].label));
    QCOMPARE(spec.mark->x, 1.0);
}

void NetworkChartsTest::nearness_saysWhatTheFiguresSay_data()
{
    QTest::addColumn<std::vector<double>>("degree");
    QTest::addColumn<std::vector<double>>("near");
    QTest::addColumn<QString>("title");
    using V = std::vector<double>;
    QTest::newRow("nobody") << V{} << V{} << QString();
    QTest::newRow("no ties") << V{0, 0} << V{0, 0} << QStringLiteral("Nobody is near");
    QTest::newRow("along") << V{1, 2, 3, 4} << V{.1, .2, .3, .5} << QStringLiteral("More ties bring");
    QTest::newRow("against") << V{1, 2, 3, 4} << V{.5, .4, .3, .1} << QStringLiteral("Those with fewer ties");
    QTest::newRow("across") << V{1, 2, 3, 4} << V{.1, .3, .3, .1} << QStringLiteral("How near people are");
    QTest::newRow("all alike") << V{2, 2, 2, 2} << V{.3, .3, .3, .3} << QStringLiteral("Those who have ties");
    QTest::newRow("one tie") << V{1, 1, 0} << V{.5, .5, 0} << QStringLiteral("Those who have ties");
}

void NetworkChartsTest::nearness_saysWhatTheFiguresSay()
{
    QFETCH(std::vector<double>, degree);
    QFETCH(std::vector<double>, near);
    QFETCH(QString, title);
    const ChartSpec spec = nearness(figuresOf(degree, "harmonic_normalized", near), peopleNamedByNumber());
    QVERIFY2(spec.title.startsWith(title), qPrintable(spec.title));
    QCOMPARE(spec.title.isEmpty(), title.isEmpty());
}

void NetworkChartsTest::figuresToCome_areNotCalledNone()
{
    FiguresResult figures = figuresOf({2, 1, 1});
    figures.coming = {"betweenness_normalized", "harmonic_normalized"};
    for (const ChartSpec& spec :
         {goBetweens(figures, peopleNamedByNumber()), nearness(figures, peopleNamedByNumber())}) {
        QVERIFY(spec.isEmpty() && spec.isComputing);
        QCOMPARE(spec.title, QString()); // "Nobody stands between others" is not known
        QCOMPARE(spec.subtitle, QString());
    }
    QVERIFY(!degreeDistribution(figures).isComputing);
    figures.coming.clear(); // they could not be computed
    QVERIFY(!goBetweens(figures, peopleNamedByNumber()).isComputing);
    QCOMPARE(goBetweens(figures, peopleNamedByNumber()).title, QString());
    figures = figuresOf({2, 1, 1}, "betweenness_normalized", {0.0, 0.0, 0.0});
    QVERIFY(!goBetweens(figures, peopleNamedByNumber()).isComputing);
    QVERIFY(!goBetweens(figures, peopleNamedByNumber()).title.isEmpty());
}

void NetworkChartsTest::figuresOfBefore_standUntilTheirsAreThere()
{
    FiguresResult figures = figuresOf({2, 1, 1}, "betweenness_normalized", {1.0, 0.0, 0.0});
    figures.coming = {"betweenness_normalized"};
    const ChartSpec spec = goBetweens(figures, peopleNamedByNumber());
    QVERIFY(spec.isComputing);
    QCOMPARE(spec.points.size(), std::size_t{3});
    QVERIFY(!spec.title.isEmpty());
}

QTEST_GUILESS_MAIN(NetworkChartsTest)
#include "tst_network_charts.moc"
