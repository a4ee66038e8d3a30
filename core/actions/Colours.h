// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// How many group colours there are, and the index of the grey that all further values share.
inline constexpr int kGroupColours = 8;
inline constexpr int kOtherColour = kGroupColours;

/// A value of a field, the people who have it, and its colour: 0 to 7, or kOtherColour.
struct ColourValue
{
    std::string value;
    std::size_t people = 0;
    std::size_t heard = 0; ///< of them, heard from in twelve months; on maps only
    int colour = kOtherColour;
    bool operator==(const ColourValue&) const = default;
};

/// Gives each value its colour: one that the file knows keeps it for good; the others take free ones, the most frequent
/// first. More than eight values: at least the seven largest have one, the rest share the grey.
/// `values`: value and count, in any order. `known`: facts "colour:FIELD:VALUE" as read with that prefix.
/// Returns the most frequent first, equal ones by text. Pure.
std::vector<ColourValue> assignColours(const std::vector<std::pair<std::string, std::size_t>>& values,
                                       const std::vector<std::pair<std::string, std::string>>& known,
                                       std::string_view field);

/// Writes the colours of all values of all fields that have none yet, as facts "colour:FIELD:VALUE". Part of every
/// change that brings new values (import, adding or editing a person), so that showing a map writes nothing. Fields
/// with more values than colours keep those of their largest values. Columns of ids and names, and what only one person
/// has in a further column, get none: a fact must not tell who somebody is.
Result<> settleColours(store::Records& records);

/// The same for one value of one field. Does nothing where it has a colour or none is free.
Result<> settleColour(store::Records& records, std::string_view field, std::string_view value);

/// The user's own choice; `colour` 0 to 7, else outOfRange.
Result<> setColour(store::Records& records, std::string_view field, std::string_view value, int colour);

} // namespace weavemap::actions
