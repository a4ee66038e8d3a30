// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/HeldBack.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/Text.h"
#include "core/store/Audience.h"
#include "core/weaving/Suggestions.h"

namespace weavemap::actions {

namespace {

/// Those who are kept apart stand first, by name; then who was put aside last.
bool comesBefore(const HeldBack& left, const HeldBack& right)
{
    if (left.apart.id.isValid() != right.apart.id.isValid())
        return left.apart.id.isValid();
    if (!left.apart.id && left.since != right.since)
        return left.since > right.since;
    const auto keyOf = [](const HeldBack& pair) {
        return std::tuple(foldForSearch(pair.a.name), foldForSearch(pair.b.name), pair.a.id, pair.b.id);
    };
    return keyOf(left) < keyOf(right);
}

} // namespace

Result<std::vector<HeldBack>> readHeldBack(store::Records& records, Date on, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> apart, readable.apartPairs());
    WEAVEMAP_ASSIGN(const std::vector<Introduction> aside, readable.putAside());
    if (apart.empty() && aside.empty())
        return std::vector<HeldBack>();
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, readable.people());
    std::unordered_map<PersonId, const Person*> people;
    for (const Person& person : everybody)
        people.emplace(person.id, &person);
    std::vector<HeldBack> pairs;
    const auto add = [&](PersonId a, PersonId b, HeldBack pair) {
        const auto first = people.find(a), second = people.find(b);
        if (first == people.end() || second == people.end())
            return;
        pair.a = *first->second;
        pair.b = *second->second;
        pairs.push_back(std::move(pair));
    };
    for (const ApartPair& pair : apart)
        add(pair.a, pair.b, {{}, {}, pair, {}, {}, {}});
    for (const Introduction& one : aside) {
        const Date until = one.proposed.addMonths(weaving::kMonthsAfterLapse);
        const bool isApart = std::any_of(apart.begin(), apart.end(), [&one](const ApartPair& pair) {
            return one.concerns(pair.a) && one.concerns(pair.b);
        });
        if (until > on && !isApart)
            add(one.a, one.b, {{}, {}, {}, one.id, one.proposed, until});
    }
    std::sort(pairs.begin(), pairs.end(), comesBefore);
    return pairs;
}

Result<> allowAgain(store::Records& records, const HeldBack& pair)
{
    return pair.apart.id ? records.introductions.remove(pair.apart.id) : records.introductions.remove(pair.putAside);
}

Result<> explainApart(store::Records& records, ApartPairId id, const std::string& why)
{
    WEAVEMAP_ASSIGN(const std::vector<ApartPair> pairs, records.introductions.apartPairs());
    for (ApartPair pair : pairs)
        if (pair.id == id) {
            pair.why = why;
            return records.introductions.update(pair);
        }
    return fail(ErrorCode::notFound, {"apartPair", id.toString()});
}

} // namespace weavemap::actions
