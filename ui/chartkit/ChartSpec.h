// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace weavemap::ui {

/// What kind of chart, where several share a page.
enum class ChartKind { bars, lines, scatter };

/// Whether rows or points are people. People's names show on screen only: a copy or a file has neither names nor an
/// order of rank.
enum class ChartSubject { things, peopleNamesOnScreenOnly };

/// How one bar differs from the rest.
enum class BarMark {
    plain,
    exception, ///< group 2: the one the title is about as a worry
    unfinished ///< accent at 45 %: the month that still runs
};

/// A bar.
struct ChartBar
{
    QString label;
    double value = 0;
    BarMark mark = BarMark::plain;
    QString note;              ///< in words above the bar: "holidays", or its figure
    bool noteIsFigure = false; ///< bold
    QString longLabel = {};    ///< where there is room, in the table and when pointed at; empty: the label
};

/// One line; its points share the chart's x values.
struct ChartLine
{
    QString name;                              ///< written at the line's end where there is more than one
    std::vector<std::optional<double>> values; ///< as many as `ChartSpec::xLabels`; none: a gap
};

/// A disc of a scatter chart.
struct ChartPoint
{
    double x = 0;
    double y = 0;
    QString name;  ///< tooltip; written beside the disc where `labelled`
    int group = 0; ///< colour; -1 grey
    bool heard = true;
    bool labelled = false; ///< at most five
};

/// A vertical mark with words: "half have 4 or fewer".
struct ChartMark
{
    double x = 0; ///< index of a bar, or x value of a scatter chart
    QString words;
};

/// Everything a chart says. A value: widgets, pictures, tables and files are made from it and nothing else.
struct ChartSpec
{
    ChartKind kind = ChartKind::bars;
    ChartSubject subject = ChartSubject::things;
    QString title;         ///< the finding; never names a person, since it stays on what leaves
    QString subtitle;      ///< what is plotted
    QString offer;         ///< a link under the subtitle, on screen only: "Compute exactly"; empty: none
    QString tableSubtitle; ///< what the table lists; empty: the subtitle says it as well
    QString xCaption;      ///< at the right below the axis
    QString yCaption;      ///< above the axis; empty where the subtitle says it
    QString remark;        ///< at the right below, "October so far"; instead of `xCaption`
    std::vector<ChartBar> bars;
    QStringList xLabels; ///< of lines
    std::vector<ChartLine> lines;
    std::vector<ChartPoint> points;
    std::optional<ChartMark> mark;
    QString xName;         ///< header of the first column of the table: "Month"
    QString yName;         ///< header of the values: "Calls"
    int decimals = 0;      ///< of y values in table, tooltip and labels
    bool yIsShare = false; ///< y from 0 to 1, written as percent
    /// What it shows is being computed: drawn, it is of the network before and dimmed; with nothing to draw yet, it
    /// says so.
    bool isComputing = false;
    /// y from 0 to 100: the chart writes the sign; figures in a table stand under a heading that has it.
    bool yIsPercent = false;

    /// True where there is nothing to draw.
    bool isEmpty() const;
    /// Whether what it shows is of the network before.
    bool isOfBefore() const { return isComputing && !isEmpty(); }
};

/// A subtitle that says so where the chart is of the network before: a table and a picture are not dimmed.
QString subtitleWithAge(const ChartSpec& spec, const QString& subtitle);

/// The same data as rows and columns, with a header each.
struct ChartTable
{
    QStringList headers;
    std::vector<QStringList> rows;
};
/// As the screen may show it, names included.
ChartTable screenTable(const ChartSpec& spec);
/// As it may leave, figures in C notation; the heading of the values says where they are of the network before. People have no names and stand in an order that is no rank and tells nothing
/// about who they are: it follows from the values alone.
ChartTable exportTable(const ChartSpec& spec);
/// The spec as it may leave: for charts of people without names, and in the order of `exportTable`.
ChartSpec withoutNames(const ChartSpec& spec);
/// `exportTable` as CSV: UTF-8, comma, CRLF, quotes where needed, text that a spreadsheet would run as a formula
/// guarded.
QByteArray exportCsv(const ChartSpec& spec);

} // namespace weavemap::ui
