// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QMarginsF>
#include <QString>

#include "ui/paint/MapPage.h"

namespace weavemap::ui {

/// The choices of a page by the keys that settings and the terminal know them by.
namespace pagechoices {

struct Paper
{
    QString key; ///< "A4": read by people, too
    PaperSize size;
};
/// All papers, the usual ones first.
const std::vector<Paper>& papers();
/// "A4-landscape", "Letter-portrait"; nothing for what is none.
std::optional<std::pair<PaperSize, PaperTurn>> paperOf(const QString& key);
QString keyOf(PaperSize size, PaperTurn turn);

inline constexpr int kMostMarginMm = 80;
/// "normal", "narrow" or "wide", or millimetres on all sides, 0 to `kMostMarginMm`; nothing for another word.
std::optional<QMarginsF> marginsOf(const QString& key);
/// The key of margins that `marginsOf` gave; "normal" for others.
QString keyOf(const QMarginsF& marginsPt);
/// Whether the margins leave the map and its words the room that they need at least.
bool leavesRoom(const MapPage& page);

/// "2x3": sheets across and down, each up to `kMostSheets`; nothing for what is none.
std::optional<MapPoster> posterOf(const QString& key);
QString keyOf(const MapPoster& poster);

/// "full", "initials", "codes" or "hidden".
std::optional<NamesPolicy> namesOf(const QString& key);

} // namespace pagechoices

} // namespace weavemap::ui
