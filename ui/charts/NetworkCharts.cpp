// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/NetworkCharts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QCoreApplication>
#include <QLocale>

#include "ui/base/Convert.h"
#include "ui/base/Words.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kLabelled = 5;
constexpr double kAFew = 6;           // ties that a title calls a few
constexpr double kClear = 0.3;        // a correlation that a title may speak of
constexpr double kNotableShare = 0.4; // of the largest value: below it a name says nothing

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkCharts)
};

/// A count in a sentence: small ones as words.
QString inWords(int count)
{
    const QString small[]{Text::tr("no"),   Text::tr("one"),    Text::tr("two"),   Text::tr("three"), Text::tr("four"),
                          Text::tr("five"), Text::tr("six"),    Text::tr("seven"), Text::tr("eight"), Text::tr("nine"),
                          Text::tr("ten"),  Text::tr("eleven"), Text::tr("twelve")};
    return count >= 0 && count <= 12 ? small[count] : formatCount(count);
}

QString capital(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

Date monthOf(Date date) { return date.addDays(1 - date.day()); }

QString monthName(Date date) { return QLocale().standaloneMonthName(date.month(), QLocale::LongFormat); }
QString monthShort(Date date) { return QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat); }

const std::vector<double>& nodeValues(const FiguresResult& figures, const std::string& key)
{
    static const std::vector<double> none;
    const auto* values = figures.network.figures.undirected.perNode(key);
    return values ? *values : none;
}

/// How many stand out: those at a notable share of the largest.
int notableCount(const ChartSpec& spec)
{
    double most = 0;
    for (const ChartPoint& point : spec.points)
        most = std::max(most, point.y);
    return most <= 0 ? 0 : static_cast<int>(std::count_if(spec.points.begin(), spec.points.end(), [&](const auto& p) {
        return p.y >= kNotableShare * most;
    }));
}

/// One disc a member: ties against `measure`, the largest few by name where they stand out from the next.
ChartSpec peopleScatter(const FiguresResult& figures, const ChartPeople& people, const std::string& measure,
                        double factor)
{
    ChartSpec spec;
    spec.kind = ChartKind::scatter;
    spec.subject = ChartSubject::peopleNamesOnScreenOnly;
    spec.xCaption = Text::tr("people in touch with");
    spec.xName = Text::tr("In touch with");
    const auto& degree = nodeValues(figures, "degree");
    const auto& values = nodeValues(figures, measure);
    const auto& ids = figures.network.figures.ids;
    for (std::size_t i = 0; i < ids.size() && i < degree.size() && i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        ChartPoint point;
        point.x = degree[i];
        point.y = values[i] * factor;
        point.name = people.name(ids[i]);
        point.group = people.colour(ids[i]);
        point.heard = people.heard(ids[i]);
        spec.points.push_back(point);
    }
    // The chart's table begins with those whom its title speaks of.
    std::stable_sort(spec.points.begin(), spec.points.end(),
                     [](const ChartPoint& a, const ChartPoint& b) { return a.y > b.y; });
    const auto notable = static_cast<std::size_t>(notableCount(spec));
    for (std::size_t i = 0; i < notable && i < kLabelled; ++i)
        if (notable <= kLabelled || spec.points[i].y > spec.points[kLabelled].y)
            spec.points[i].labelled = true;
    return spec;
}

/// How many values a bar takes together, so that there are at most about 30: 1, 2, 5, 10, 20, ...
int binWidth(int largest)
{
    constexpr int kMostBars = 40;
    int width = 1;
    for (int step = 0; largest / width >= kMostBars; ++step)
        width = step % 3 == 1 ? width / 2 * 5 : width * 2;
    return width;
}

/// How y goes with x among those who have a tie: Pearson's r; NaN where either is the same for all, or below three.
double goesWith(const ChartSpec& spec)
{
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const ChartPoint& point : spec.points)
        if (point.x > 0) {
            ++n;
            x += point.x;
            y += point.y;
        }
    if (n < 3)
        return std::nan("");
    x /= n;
    y /= n;
    for (const ChartPoint& point : spec.points)
        if (point.x > 0) {
            xx += (point.x - x) * (point.x - x);
            yy += (point.y - y) * (point.y - y);
            xy += (point.x - x) * (point.y - y);
        }
    return xx > 0 && yy > 1e-9 * y * y * n ? xy / std::sqrt(xx * yy) : std::nan("");
}

/// A line over month ends, with a tick text only where a year or a quarter of the range begins.
ChartSpec monthLine(const std::vector<actions::MonthFigures>& months, const QString& name,
                    const std::function<double(const actions::MonthFigures&)>& value)
{
    ChartSpec spec;
    spec.kind = ChartKind::lines;
    spec.xName = Text::tr("Month");
    spec.yName = name;
    ChartLine line;
    line.name = name;
    for (const auto& month : months) {
        spec.xLabels.append(formatDate(month.on, DateStyle::month));
        const double at = value(month);
        line.values.push_back(std::isfinite(at) ? std::optional(at) : std::nullopt);
    }
    if (months.size() >= 2)
        spec.lines.push_back(std::move(line));
    return spec;
}

/// The last value that is known.
std::optional<double> lastOf(const ChartSpec& spec)
{
    if (!spec.lines.empty())
        for (auto at = spec.lines.front().values.rbegin(); at != spec.lines.front().values.rend(); ++at)
            if (*at)
                return *at;
    return std::nullopt;
}

/// As many decimals as the largest value needs for two digits that say something.
int decimalsFor(const ChartSpec& spec)
{
    double most = 0;
    if (!spec.lines.empty())
        for (const auto& value : spec.lines.front().values)
            most = std::max(most, value.value_or(0));
    return most <= 0 || most >= 1 ? 1 : most >= 0.1 ? 2 : 3;
}

} // namespace

ChartSpec callsPerMonth(const std::vector<Conversation>& conversations, Date today, int months)
{
    const Date last = monthOf(today);
    const Date first = last.addMonths(1 - months);
    std::map<Date, int> calls;
    int all = 0;
    std::vector<PersonId> reached;
    for (const Conversation& conversation : conversations) {
        const Date month = monthOf(conversation.when.localDate());
        if (!conversation.reached || month < first || conversation.when.localDate() > today)
            continue;
        ++calls[month];
        ++all;
        reached.insert(reached.end(), conversation.participants.begin(), conversation.participants.end());
    }
    std::sort(reached.begin(), reached.end());
    const auto people = static_cast<int>(std::unique(reached.begin(), reached.end()) - reached.begin());

    ChartSpec spec;
    spec.kind = ChartKind::bars;
    spec.xName = Text::tr("Month");
    spec.yName = Text::tr("Conversations");
    if (all == 0)
        return spec;
    // The month that still runs is compared with none.
    int most = 0;
    for (Date month = first; month < last; month = month.addMonths(1))
        most = std::max(most, calls.contains(month) ? calls[month] : 0);
    std::vector<Date> busiest;
    for (Date month = first; month <= last; month = month.addMonths(1)) {
        ChartBar bar;
        bar.label = monthShort(month);
        bar.longLabel = formatDate(month, DateStyle::month);
        const int count = calls.contains(month) ? calls[month] : 0;
        bar.value = count;
        if (month == last)
            bar.mark = BarMark::unfinished;
        else if (most > 0 && count == most) {
            busiest.push_back(month);
            bar.note = formatCount(count);
            bar.noteIsFigure = true;
        }
        spec.bars.push_back(std::move(bar));
    }
    if (busiest.size() == 1)
        spec.title = Text::tr("%1 was the busiest month of calls").arg(monthName(busiest.front()));
    else if (busiest.size() == 2)
        spec.title = Text::tr("%1 and %2 were the busiest months of calls")
                         .arg(monthName(busiest.front()), monthName(busiest.back()));
    else if (busiest.empty())
        spec.title = Text::tr("%Ln conversations this month", nullptr, all);
    else
        spec.title = Text::tr("%1 months share the most calls").arg(capital(inWords(static_cast<int>(busiest.size()))));
    spec.subtitle = Text::tr("%Ln conversations", nullptr, all) + Text::tr(" in %Ln months", nullptr, months) +
                    Text::tr(" reached %Ln people", nullptr, people);
    spec.remark = Text::tr("%1 so far").arg(monthName(last));
    return spec;
}

ChartSpec degreeDistribution(const FiguresResult& figures)
{
    ChartSpec spec;
    spec.kind = ChartKind::bars;
    spec.xName = Text::tr("In touch with");
    spec.yName = Text::tr("Members");
    spec.xCaption = Text::tr("people in touch with");
    spec.subtitle = Text::tr("Members by how many people they are in touch with");
    std::vector<double> degree = nodeValues(figures, "degree");
    if (degree.empty())
        return spec;
    std::sort(degree.begin(), degree.end());
    const int largest = static_cast<int>(degree.back());
    const int width = binWidth(largest);
    std::vector<int> counts(1 + static_cast<std::size_t>((largest + width - 1) / width), 0);
    const auto binOf = [width](int ties) { return static_cast<std::size_t>((ties + width - 1) / width); };
    for (const double value : degree)
        ++counts[binOf(static_cast<int>(value))];
    for (std::size_t i = 0; i < counts.size(); ++i) {
        ChartBar bar;
        const int to = static_cast<int>(i) * width;
        bar.label = width == 1 || i == 0
                        ? formatCount(to)
                        : QStringLiteral("%1\u2013%2").arg(formatCount(to - width + 1), formatCount(to));
        bar.value = counts[i];
        if (i == 0 && counts[0] > 0) {
            bar.mark = BarMark::exception;
            bar.note = formatCount(counts[0]);
            bar.noteIsFigure = true;
        }
        spec.bars.push_back(std::move(bar));
    }
    const int median = static_cast<int>(degree[(degree.size() - 1) / 2]);
    const auto few = std::count_if(degree.begin(), degree.end(), [](double ties) { return ties > 0 && ties <= kAFew; });
    if (largest > 0)
        spec.mark =
            ChartMark{static_cast<double>(binOf(median)), Text::tr("half have %1 or fewer").arg(formatCount(median))};
    if (counts[0] == 0)
        spec.title = Text::tr("Everyone has a known tie");
    else if (largest == 0)
        spec.title = Text::tr("Nobody has a known tie yet");
    else if (median == 0)
        spec.title = capital(Text::tr("%1 have no tie we know of", nullptr, counts[0]).arg(inWords(counts[0])));
    else
        spec.title = (few * 2 > static_cast<std::ptrdiff_t>(degree.size())
                          ? Text::tr("Most have a few ties, ")
                          : Text::tr("Half have %1 or fewer, ").arg(formatCount(median))) +
                     Text::tr("%1 have none we know of", nullptr, counts[0]).arg(inWords(counts[0]));
    return spec;
}

ChartSpec goBetweens(const FiguresResult& figures, const ChartPeople& people)
{
    ChartSpec spec = peopleScatter(figures, people, figures.betweennessKey(), 100);
    spec.isComputing = figures.isComing("betweenness_normalized");
    if (figures.network.figures.undirected.perNode(figures.betweennessKey()) == nullptr)
        return spec; // not known: nothing is said of it
    spec.yCaption = Text::tr("often between others");
    spec.yName = Text::tr("Go-between (%)");
    spec.yIsPercent = true;
    spec.decimals = 1;
    const int between = notableCount(spec);
    spec.title = between > 0
                     ? capital(Text::tr("%1 people carry news between others", nullptr, between).arg(inWords(between)))
                     : Text::tr("Nobody stands between others yet");
    spec.subtitle = Text::tr("Each disc is a member; hollow, not heard from in a year");
    if (const double bound = figures.betweennessBound(); bound > 0.0) {
        spec.subtitle = Text::tr("Each disc is a member. Estimated from a sample: nobody is off by more than %1")
                            .arg(formatPercent(bound, 2));
        spec.yName = Text::tr("Go-between, estimated (%)");
        spec.offer = Text::tr("Compute exactly");
    }
    spec.tableSubtitle = Text::tr("Members by how often they stand between others, the most often first");
    return spec;
}

ChartSpec nearness(const FiguresResult& figures, const ChartPeople& people)
{
    ChartSpec spec = peopleScatter(figures, people, "harmonic_normalized", 100);
    spec.isComputing = figures.isComing("harmonic_normalized");
    // Nearness differs little at the top: names there would say less than the picture does.
    spec.yCaption = Text::tr("near to everyone");
    spec.yName = Text::tr("Nearness (%)");
    spec.yIsPercent = true;
    spec.decimals = 1;
    if (spec.isComputing && spec.isEmpty())
        return spec;
    const double along = goesWith(spec);
    const bool tied = std::any_of(spec.points.begin(), spec.points.end(), [](const auto& p) { return p.x > 0; });
    spec.title = spec.points.empty() ? QString()
                 : !tied             ? Text::tr("Nobody is near to others yet")
                 : std::isnan(along) ? Text::tr("Those who have ties are about equally near to everyone")
                 : along >= kClear   ? Text::tr("More ties bring people nearer to everyone")
                 : along <= -kClear  ? Text::tr("Those with fewer ties are nearer to everyone")
                                     : Text::tr("How near people are does not follow from their ties");
    spec.subtitle = Text::tr("Each disc is a member; hollow, not heard from in a year");
    spec.tableSubtitle = Text::tr("Members by how near they are to everyone, the nearest first");
    return spec;
}

ChartSpec tiesPerMember(const std::vector<actions::MonthFigures>& months)
{
    ChartSpec spec =
        monthLine(months, Text::tr("Ties per member"), [](const auto& month) { return month.tiesPerMember; });
    spec.decimals = decimalsFor(spec);
    if (const auto to = lastOf(spec))
        spec.title =
            *to > 0 ? Text::tr("A member is in touch with %1 people").arg(QLocale().toString(*to, 'f', spec.decimals))
                    : Text::tr("No member has a known tie now");
    spec.subtitle = Text::tr("Ties a member has on average, by month");
    return spec;
}

ChartSpec density(const std::vector<actions::MonthFigures>& months)
{
    ChartSpec spec = monthLine(months, Text::tr("Density (%)"), [](const auto& month) { return month.density * 100; });
    spec.yIsPercent = true;
    spec.decimals = decimalsFor(spec);
    if (const auto to = lastOf(spec))
        spec.title = *to > 0 ? Text::tr("%1 of all pairs are in touch").arg(formatPercent(*to / 100, spec.decimals))
                             : Text::tr("No pair of members is known to be in touch now");
    spec.subtitle = Text::tr("It falls as membership grows, even when everyone gains ties");
    return spec;
}

} // namespace weavemap::ui
