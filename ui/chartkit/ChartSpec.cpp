// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartSpec.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <QCoreApplication>
#include <QLocale>

#include "core/base/Random.h"
#include "ui/chartkit/ChartNumbers.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// Puts values into an order that is no rank and depends on nothing but the values: sorted, then dealt out by a fixed
/// seed.
template <class Item, class Key>
void unrank(std::vector<Item>& items, Key key)
{
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
    Random random(0x57454156454D4150ULL);
    for (std::size_t left = items.size(); left > 1; --left)
        std::swap(items[left - 1], items[random.below(left)]);
}

enum class Numbers { local, plain };

QString inPercent(double value, int decimals)
{
    return T::tr("%1 %").arg(QLocale().toString(value, 'f', decimals)).replace(QLatin1Char(' '), QChar::Nbsp);
}

QString number(double value, const ChartSpec& spec, Numbers numbers)
{
    return numbers == Numbers::local ? chartNumber(value, spec) : QString::number(value, 'f', chartDecimals(spec));
}

QString xNumber(double value, Numbers numbers)
{
    return numbers == Numbers::local ? QLocale().toString(value, 'g', 6) : QString::number(value, 'g', 6);
}

ChartTable tableOf(const ChartSpec& spec, Numbers numbers)
{
    ChartTable table;
    const bool anonymous = spec.subject == ChartSubject::peopleNamesOnScreenOnly && numbers == Numbers::plain;
    switch (spec.kind) {
    case ChartKind::bars:
        if (!anonymous)
            table.headers << spec.xName;
        table.headers << spec.yName;
        for (const ChartBar& bar : spec.bars) {
            QStringList row;
            if (!anonymous)
                row << (bar.longLabel.isEmpty() ? bar.label : bar.longLabel);
            table.rows.push_back(row << number(bar.value, spec, numbers));
        }
        break;
    case ChartKind::lines:
        table.headers << spec.xName;
        for (const ChartLine& line : spec.lines)
            table.headers << (line.name.isEmpty() ? spec.yName : line.name);
        for (qsizetype i = 0; i < spec.xLabels.size(); ++i) {
            QStringList row{spec.xLabels[i]};
            for (const ChartLine& line : spec.lines) {
                const auto at = static_cast<std::size_t>(i);
                const bool known = at < line.values.size() && line.values[at].has_value();
                row << (known ? number(*line.values[at], spec, numbers) : QString());
            }
            table.rows.push_back(row);
        }
        break;
    case ChartKind::scatter:
        if (!anonymous)
            table.headers << T::tr("Name");
        table.headers << spec.xName << spec.yName;
        for (const ChartPoint& point : spec.points) {
            QStringList row;
            if (!anonymous)
                row << point.name;
            table.rows.push_back(row << xNumber(point.x, numbers) << number(point.y, spec, numbers));
        }
        break;
    }
    return table;
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front; figures stay figures.
QString guarded(const QString& cell)
{
    if (cell.isEmpty() || !QStringLiteral("=+-@\t\r").contains(cell.front()))
        return cell;
    bool isFigure = false;
    cell.toDouble(&isFigure);
    return isFigure ? cell : QLatin1Char('\'') + cell;
}

void appendRow(QByteArray& csv, const QStringList& cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            csv.append(',');
        QString cell = guarded(cells[i]);
        if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n')) ||
            cell.contains(QLatin1Char('\r')))
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
        csv.append(cell.toUtf8());
    }
    csv.append("\r\n");
}

} // namespace

int chartDecimals(const ChartSpec& spec) { return spec.yIsShare ? spec.decimals + 2 : spec.decimals; }

QString chartNumber(double value, const ChartSpec& spec)
{
    return spec.yIsShare ? inPercent(value * 100, spec.decimals) : QLocale().toString(value, 'f', spec.decimals);
}

QString chartFigure(double value, const ChartSpec& spec)
{
    return spec.yIsPercent ? inPercent(value, spec.decimals) : chartNumber(value, spec);
}

QString chartTick(double tick, double step, const ChartSpec& spec)
{
    ChartSpec coarse = spec;
    const double unit = spec.yIsShare ? step * 100 : step;
    coarse.decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(unit) - 1e-9)), 0, 6);
    // Minus zero is nothing.
    return chartFigure(tick == 0 ? 0.0 : tick, coarse);
}

bool ChartSpec::isEmpty() const
{
    switch (kind) {
    case ChartKind::bars:
        return bars.empty();
    case ChartKind::scatter:
        return points.empty();
    case ChartKind::lines:
        break;
    }
    // A line needs two known values.
    return std::none_of(lines.begin(), lines.end(), [](const ChartLine& line) {
        return std::count_if(line.values.begin(), line.values.end(), [](const auto& v) { return v.has_value(); }) > 1;
    });
}

QString subtitleWithAge(const ChartSpec& spec, const QString& subtitle)
{
    return spec.isOfBefore() ? T::tr("Not up to date, being computed. %1").arg(subtitle).trimmed() : subtitle;
}

ChartSpec withoutNames(const ChartSpec& spec)
{
    ChartSpec result = spec;
    if (spec.subject != ChartSubject::peopleNamesOnScreenOnly)
        return result;
    for (ChartBar& bar : result.bars) {
        bar.label.clear();
        bar.longLabel.clear();
        bar.note.clear();
    }
    for (ChartPoint& point : result.points) {
        point.name.clear();
        point.labelled = false;
    }
    unrank(result.bars, [](const ChartBar& bar) { return std::tuple(bar.value, static_cast<int>(bar.mark)); });
    unrank(result.points, [](const ChartPoint& p) { return std::tuple(p.x, p.y, p.group, p.heard); });
    return result;
}

ChartTable screenTable(const ChartSpec& spec) { return tableOf(spec, Numbers::local); }

ChartTable exportTable(const ChartSpec& spec)
{
    ChartTable table = tableOf(withoutNames(spec), Numbers::plain);
    if (spec.isOfBefore())
        table.headers.last() = T::tr("%1, not up to date").arg(table.headers.last());
    return table;
}

QByteArray exportCsv(const ChartSpec& spec)
{
    const ChartTable table = exportTable(spec);
    QByteArray csv;
    appendRow(csv, table.headers);
    for (const QStringList& row : table.rows)
        appendRow(csv, row);
    return csv;
}

} // namespace weavemap::ui
