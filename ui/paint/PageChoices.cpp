// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PageChoices.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QStringList>

namespace weavemap::ui::pagechoices {

namespace {

constexpr double kPointsPerMm = 72 / 25.4, kPointsPerPx = 0.75;

} // namespace

const std::vector<Paper>& papers()
{
    static const std::vector<Paper> all{{QStringLiteral("A4"), PaperSize::a4},
                                        {QStringLiteral("A3"), PaperSize::a3},
                                        {QStringLiteral("Letter"), PaperSize::letter},
                                        {QStringLiteral("Legal"), PaperSize::legal},
                                        {QStringLiteral("Tabloid"), PaperSize::tabloid},
                                        {QStringLiteral("A5"), PaperSize::a5},
                                        {QStringLiteral("A2"), PaperSize::a2},
                                        {QStringLiteral("A1"), PaperSize::a1},
                                        {QStringLiteral("A0"), PaperSize::a0}};
    return all;
}

std::optional<std::pair<PaperSize, PaperTurn>> paperOf(const QString& key)
{
    const QStringList parts = key.split(QLatin1Char('-'));
    const bool isPortrait = parts.value(1) == QLatin1String("portrait");
    const auto& all = papers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Paper& paper) { return paper.key == parts[0]; });
    if (parts.size() != 2 || found == all.end() || (!isPortrait && parts[1] != QLatin1String("landscape")))
        return std::nullopt;
    return std::pair(found->size, isPortrait ? PaperTurn::portrait : PaperTurn::landscape);
}

QString keyOf(PaperSize size, PaperTurn turn)
{
    const auto& all = papers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Paper& paper) { return paper.size == size; });
    return found->key + (turn == PaperTurn::portrait ? QLatin1String("-portrait") : QLatin1String("-landscape"));
}

std::optional<QMarginsF> marginsOf(const QString& key)
{
    if (key == QLatin1String("normal"))
        return MapPage().marginsPt;
    if (key == QLatin1String("narrow"))
        return QMarginsF(28, 28, 28, 20);
    if (key == QLatin1String("wide"))
        return QMarginsF(72, 68, 72, 52);
    bool isNumber = false;
    const double mm = key.toDouble(&isNumber);
    if (!isNumber || !(mm >= 0 && mm <= kMostMarginMm))
        return std::nullopt;
    const double points = mm * kPointsPerMm;
    return QMarginsF(points, points, points, points);
}

QString keyOf(const QMarginsF& marginsPt)
{
    for (const char* key : {"normal", "narrow", "wide"})
        if (marginsOf(QString::fromLatin1(key)) == marginsPt)
            return QString::fromLatin1(key);
    const QString millimetres = QString::number(std::round(marginsPt.left() / kPointsPerMm * 10) / 10);
    return marginsOf(millimetres) == marginsPt ? millimetres : QStringLiteral("normal");
}

bool leavesRoom(const MapPage& page)
{
    constexpr double kLeastRoomPx = 300; // 80 mm: the narrowest that a map and its words need
    const QSizeF size = pageSizePx(page);
    const QMarginsF margins = page.marginsPt / kPointsPerPx;
    return size.width() - margins.left() - margins.right() >= kLeastRoomPx &&
           size.height() - margins.top() - margins.bottom() >= kLeastRoomPx;
}

std::optional<MapPoster> posterOf(const QString& key)
{
    const QStringList parts = key.split(QLatin1Char('x'));
    const auto countOf = [](const QString& part) {
        const bool isDigit = part.size() == 1 && part[0] >= QLatin1Char('1') && part[0] <= QLatin1Char('9');
        return isDigit ? part[0].digitValue() : 0;
    };
    const int across = countOf(parts.value(0)), down = countOf(parts.value(1));
    if (parts.size() != 2 || across < 1 || down < 1 || std::max(across, down) > kMostSheets)
        return std::nullopt;
    return MapPoster{across, down};
}

QString keyOf(const MapPoster& poster) { return QStringLiteral("%1x%2").arg(poster.across).arg(poster.down); }

std::optional<NamesPolicy> namesOf(const QString& key)
{
    if (key == QLatin1String("full"))
        return NamesPolicy::full;
    if (key == QLatin1String("initials"))
        return NamesPolicy::initials;
    if (key == QLatin1String("codes"))
        return NamesPolicy::codes;
    if (key == QLatin1String("hidden"))
        return NamesPolicy::hidden;
    return std::nullopt;
}

} // namespace weavemap::ui::pagechoices
