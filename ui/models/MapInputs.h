// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/MapData.h"
#include "core/actions/MapRings.h"
#include "ui/base/Convert.h"
#include "ui/base/Theme.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"

namespace weavemap::ui {

/// What the painters need, from what the core found out: people, ties, groups with their counts, captions of the rows,
/// the rings they stand on, and the words of caption and legend in the user's language. Style, focus and hidden people
/// are the caller's.
MapInput mapInput(const actions::MapData& data, const Theme& theme, const actions::MapRings& rings = {});

/// The two dates that a map compares, the earlier first: "3 Mar 2025 to 15 Oct 2026".
QString comparedDates(const actions::MapData& data, DateStyle style);

/// A field as users read it: "region" gives "Region", "attribute:Grade" gives "Grade".
QString fieldName(const std::string& field);
/// A value of a field as users read it: "core" of "level" gives "Core", an empty one "No value".
QString valueName(const std::string& field, const std::string& value);
/// A node measure in plain words: "betweenness" gives "Go-between". The names of the measures stand in tooltips.
QString measureName(const std::string& measure);
/// What it means, what to beware of, and the field's term, a line each: for tooltips.
QString measureTip(const std::string& measure);
/// The measures people can be sized by, in the order of menus.
std::vector<std::string> sizeMeasures();

/// The page on which a map leaves the office: title, subtitle, sentence. `network` is the network's name.
MapPage mapPage(const actions::MapData& data, const QString& network, const QString& title = {});

/// The words of a saved view for a page, with whose of these names they say.
MapWords captionWords(const QString& caption, const std::vector<Person>& people);

} // namespace weavemap::ui
