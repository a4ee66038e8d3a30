// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/NetworkCharts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <QCoreApplication>
#include <QLocale>

#include "ui/base/Convert.h"
#include "ui/base/Words.h"

namespace weavemap::ui {

namespace {

constexpr int kLabelled = 5;
constexpr double kNotableShare = 0.4; // of the largest value: below it a name says nothing

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NetworkCharts)
};

Date monthOf(Date date) { return date.addDays(1 - date.day()); }

QString monthName(Date date) { return QLocale().standaloneMonthName(date.month(), QLocale::LongFormat); }
QString monthShort(Date date) { return QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat); }

const std::vector<double>& nodeValues(const FiguresResult& figures, const std::string& key)
{
    static const std::vector<double> none;
    const auto* values = figures.network.figures.undirected.perNode(key);
    return values ? *values : none;
}

/// One disc a member: ties against `measure`, the largest few by name.
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
    std::vector<std::size_t> order(spec.points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spec.points[a].y > spec.points[b].y; });
    for (std::size_t i = 0; i < order.size() && i < kLabelled; ++i)
        if (spec.points[order[i]].y > 0 && spec.points[order[i]].y >= kNotableShare * spec.points[order[0]].y)
            spec.points[order[i]].labelled = true;
    return spec;
}

int labelledCount(const ChartSpec& spec)
{
    return static_cast<int>(
        std::count_if(spec.points.begin(), spec.points.end(), [](const auto& p) { return p.labelled; }));
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

std::optional<double> edge(const ChartSpec& spec, bool last)
{
    if (spec.lines.empty())
        return std::nullopt;
    const auto& values = spec.lines.front().values;
    if (last) {
        for (auto at = values.rbegin(); at != values.rend(); ++at)
            if (*at)
                return *at;
    } else {
        for (const auto& at : values)
            if (at)
                return at;
    }
    return std::nullopt;
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
    int most = 0;
    Date busiest = first;
    for (Date month = first; month <= last; month = month.addMonths(1)) {
        ChartBar bar;
        bar.label = monthShort(month);
        bar.value = calls.contains(month) ? calls[month] : 0;
        if (month == last)
            bar.mark = BarMark::unfinished;
        else if (static_cast<int>(bar.value) > most) {
            most = static_cast<int>(bar.value);
            busiest = month;
        }
        spec.bars.push_back(std::move(bar));
    }
    if (most > 0) {
        for (std::size_t i = 0; i < spec.bars.size(); ++i)
            if (first.addMonths(static_cast<int>(i)) == busiest) {
                spec.bars[i].note = QString::number(most);
                spec.bars[i].noteIsFigure = true;
            }
        spec.title = Text::tr("%1 was the busiest month of calls").arg(monthName(busiest));
    } else {
        spec.title = Text::tr("%n conversations this month", nullptr, all);
    }
    spec.subtitle = Text::tr("%n conversations", nullptr, all) + Text::tr(" in %n months", nullptr, months) +
                    Text::tr(" reached %n people", nullptr, people);
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
    std::vector<int> counts(static_cast<std::size_t>(largest) + 1, 0);
    for (const double value : degree)
        ++counts[static_cast<std::size_t>(value)];
    for (int value = 0; value <= largest; ++value) {
        ChartBar bar;
        bar.label = QString::number(value);
        bar.value = counts[static_cast<std::size_t>(value)];
        if (value == 0 && counts[0] > 0) {
            bar.mark = BarMark::exception;
            bar.note = QString::number(counts[0]);
            bar.noteIsFigure = true;
        }
        spec.bars.push_back(std::move(bar));
    }
    const int median = static_cast<int>(degree[(degree.size() - 1) / 2]);
    spec.mark = ChartMark{static_cast<double>(median), Text::tr("half have %1 or fewer").arg(median)};
    spec.title = counts[0] == 0 ? Text::tr("Everyone has a known tie")
                                : Text::tr("Half have %1 or fewer, ").arg(median) +
                                      Text::tr("%n have none we know of", nullptr, counts[0]);
    return spec;
}

ChartSpec goBetweens(const FiguresResult& figures, const ChartPeople& people)
{
    ChartSpec spec = peopleScatter(figures, people, "betweenness_normalized", 100);
    spec.yCaption = Text::tr("often between others");
    spec.yName = Text::tr("On shortest paths (%)");
    spec.decimals = 1;
    const int named = labelledCount(spec);
    spec.title = named > 0 ? Text::tr("%n people carry news between others", nullptr, named)
                           : Text::tr("Nobody stands between others yet");
    spec.subtitle = Text::tr("Each disc is a member; hollow, not heard from in a year");
    return spec;
}

ChartSpec nearness(const FiguresResult& figures, const ChartPeople& people)
{
    ChartSpec spec = peopleScatter(figures, people, "harmonic_normalized", 100);
    // Nearness differs little at the top: names there would say less than the picture does.
    spec.yCaption = Text::tr("near to everyone");
    spec.yName = Text::tr("Nearness (%)");
    spec.decimals = 1;
    spec.title = spec.points.empty() ? QString() : Text::tr("More ties bring people nearer to everyone");
    spec.subtitle = Text::tr("Each disc is a member; hollow, not heard from in a year");
    return spec;
}

ChartSpec tiesPerMember(const std::vector<actions::MonthFigures>& months)
{
    ChartSpec spec =
        monthLine(months, Text::tr("Ties per member"), [](const auto& month) { return month.tiesPerMember; });
    spec.decimals = 1;
    const auto from = edge(spec, false), to = edge(spec, true);
    if (from && to)
        spec.title = Text::tr("A member is in touch with %1 people").arg(QLocale().toString(*to, 'f', 1));
    spec.subtitle = Text::tr("Average number of people a member is in touch with, by month");
    return spec;
}

ChartSpec density(const std::vector<actions::MonthFigures>& months)
{
    ChartSpec spec = monthLine(months, Text::tr("Density (%)"), [](const auto& month) { return month.density * 100; });
    spec.decimals = 1;
    if (const auto to = edge(spec, true))
        spec.title = Text::tr("%1 % of all pairs know each other").arg(QLocale().toString(*to, 'f', 1));
    spec.subtitle = Text::tr("It falls as membership grows, even when everyone gains ties");
    return spec;
}

} // namespace weavemap::ui
