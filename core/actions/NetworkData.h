// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/store/Conversations.h"
#include "core/store/People.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// Whether the file holds directions, so that directed figures are meant too.
enum class Directedness { undirected, directed };

/// Everything that figures, maps and rosters need, read in one go: a value that any thread may use afterwards.
struct NetworkData
{
    std::vector<Person> people; ///< by id
    std::vector<Organization> organizations;
    std::vector<Attribute> attributes;
    std::vector<store::AttributeValue> values;
    std::vector<Tie> ties; ///< by id
    std::vector<Overlay> overlays;
    /// One for each person in any conversation up to the end of the date read for.
    std::vector<store::ContactSummary> contacts;
    /// Directed where a file was imported as directed (also without any arc), or an overlay is there.
    Directedness directedness = Directedness::undirected;
};

/// The last minute of a day where this computer is.
Instant endOfDay(Date date);

/// Reads on one connection; run it within `Reader::snapshot` where others may write meanwhile. O(rows).
Result<NetworkData> readNetwork(store::Records& records, Date on);

/// How many current members were heard from in the twelve months up to a date.
struct Coverage
{
    std::size_t heard = 0;
    std::size_t members = 0; ///< current members on the date

    /// In [0, 1]; 0 where there is nobody.
    double share() const { return members == 0 ? 0.0 : static_cast<double>(heard) / static_cast<double>(members); }
    bool operator==(const Coverage&) const = default;
};

/// Whether it tells people of a network apart who was heard from: `nobodyYet` where no call reached anybody of it,
/// `nobodyLately` where none did in the twelve months up to the date, nor later.
enum class Hearing { somebody, nobodyLately, nobodyYet };

/// Whether a last contact counts as heard from on `on`: at most twelve months before, and not after.
bool isHeardFrom(const store::ContactSummary& contact, Date on);

/// Coverage over the current members of `data` on `on`. `data` must have been read for that date or a later one's
/// contacts would count.
Coverage coverageOf(const NetworkData& data, Date on);

/// The text that `field` has for each person, empty ones left out. Fields: "region", "role", "organization", "level",
/// "kind", and "attribute:NAME" with the exact header. An unknown field gives nothing.
std::unordered_map<PersonId, std::string> valuesOfField(const NetworkData& data, std::string_view field);

/// Whether values only repeat each person's own id or name, as an imported id column does: they group nobody, and are
/// not to be written anywhere but at the person.
bool repeatsIdentity(const NetworkData& data, const std::unordered_map<PersonId, std::string>& values);

/// The fields that `valuesOfField` knows and that have at least one value, the built-in ones first.
std::vector<std::string> fieldsOf(const NetworkData& data);

} // namespace weavemap::actions
