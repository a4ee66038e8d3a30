// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/MapData.h"

namespace weavemap::actions {

/// How many people are on the map, themselves or by their organization, and how many ties between people it shows or
/// counts.
std::size_t peopleOn(const MapData& map);
std::size_t tiesOn(const MapData& map);

/// Reads the convenings that `question` asks for into `source`, and who came; nothing where it asks for none.
Result<> readConvenings(store::Records& records, const MapQuestion& question, MapSource& source);

/// Puts organizations in the place of the people of a map who have one. An organization stands in the middle of its
/// people, or at the nearest free spot; has the colour value that most of them have, was heard from where one of them
/// was, and is as large as it has people on the map. Its ties are those of its people to others: one line for each two
/// discs, with how many ties it stands for. Ties within an organization are counted only. Who asked not to be shown is
/// counted; an organization of nobody else asks for the same. O(people + ties).
void rollUp(MapData& map, const MapSource& source);

/// Adds the convenings that somebody on the map came to, in the middle of them, and lines to who came, or to the
/// organization that stands for them. They count in no figure. O(people + attendance).
void addConvenings(MapData& map, const MapSource& source, const MapQuestion& question);

} // namespace weavemap::actions
