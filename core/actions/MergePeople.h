// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Person.h"
#include "core/store/People.h"
#include "core/store/Records.h"

/// Two records of one person become one. Nothing here opens a transaction.
namespace weavemap::actions {

/// The fields that both may have and only one can keep.
enum class MergeField { name, email, phone, role, region, organization, level, contactPreference, sourceId };

/// Which two, and what is taken from the one that goes although the other has it, too.
struct PeopleMerge
{
    PersonId keep;
    PersonId gone;
    std::vector<MergeField> fromGone = {};
    std::vector<AttributeId> attributesFromGone = {};
    PersonId me = {}; ///< who asks; 0: nobody was chosen
};

/// One person out of two: the fields of `keep`, those that are empty from `gone`. The other's name becomes a nickname,
/// so that it still finds them; notes about them are put together where the same people may read both; they are here
/// where either is, and are shown as the more careful of the two agreed. The id is that of `keep`. Pure.
Person mergedPerson(const Person& keep, const Person& gone, const std::vector<MergeField>& fromGone = {});

/// What a merge does, to be said before it is done.
struct MergePreview
{
    Person keep;
    Person gone;
    std::vector<MergeField> differing; ///< both have it, and not the same
    std::vector<store::AttributeValue> ofKeep;
    std::vector<store::AttributeValue> ofGone;
    std::size_t ties = 0;       ///< that `gone` brings along
    std::size_t joinedTies = 0; ///< of them, to people whom `keep` knows, too
    std::size_t calls = 0;      ///< that `me` may read
    bool isTied = false;        ///< the tie between the two goes
};
/// Errors: notFound; invalidArgument, where `mergePeople` would refuse.
Result<MergePreview> previewMerge(store::Records& records, PersonId keep, PersonId gone, PersonId me);

/// Merges: everything about `gone` is about `keep` from then on (`store::handOver`), who has the fields of
/// `mergedPerson`. Errors: sameEnds; notFound; invalidArgument ("merge", "about") where a note about them is for its
/// writer alone and the other is not: putting them together would show one to others, or hide it from them; ("merge",
/// "writer") where `gone` wrote what only they may read, and another one asks.
Result<> mergePeople(store::Records& records, const PeopleMerge& merge);

} // namespace weavemap::actions
