// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_set>

#include "core/actions/ImportBasis.h"
#include "core/actions/NetworkData.h"
#include "core/domain/Person.h"
#include "core/exchange/ImportedNetwork.h"

namespace weavemap::actions {

/// What a person says in a field that a column can fill: texts that are equal where the same is said. Empty where
/// nothing is said, and for what no field of a person holds by itself (an id, half a name).
std::string saidIn(exchange::Field field, const Person& person);
/// The same of a row of a file; its organization is looked up in `basis`.
std::string saidIn(exchange::Field field, const exchange::ImportedPerson& row, const ImportBasis& basis);

/// Further columns that say again what a field of each person says (name, e-mail, region, ...), but for one value in
/// ten at most: tables and menus show the field, and not the column beside it. O(values).
std::unordered_set<AttributeId> columnsThatRepeat(const NetworkData& data);

} // namespace weavemap::actions
