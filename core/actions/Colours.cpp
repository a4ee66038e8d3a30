// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Colours.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "core/actions/NetworkData.h"

namespace weavemap::actions {

namespace {

constexpr std::string_view kPrefix = "colour:";

std::string keyOf(std::string_view field, std::string_view value)
{
    std::string key(kPrefix);
    key.append(field).append(":").append(value);
    return key;
}

/// The colour that a fact's text states, if it is one.
std::optional<int> colourIn(std::string_view text)
{
    int colour = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), colour);
    if (error != std::errc() || end != text.data() + text.size() || colour < 0 || colour >= kGroupColours)
        return std::nullopt;
    return colour;
}

using Facts = std::vector<std::pair<std::string, std::string>>;

std::map<std::string, int, std::less<>> coloursKnown(const Facts& facts, std::string_view field)
{
    const std::string prefix = keyOf(field, "");
    std::map<std::string, int, std::less<>> known;
    for (const auto& [key, text] : facts)
        if (key.starts_with(prefix))
            if (const auto colour = colourIn(text))
                known.emplace(key.substr(prefix.size()), *colour);
    return known;
}

std::optional<int> lowestFree(const std::array<bool, kGroupColours>& taken)
{
    const auto free = std::find(taken.begin(), taken.end(), false);
    if (free == taken.end())
        return std::nullopt;
    return static_cast<int>(free - taken.begin());
}

} // namespace

std::vector<ColourValue> assignColours(const std::vector<std::pair<std::string, std::size_t>>& values,
                                       const Facts& known, std::string_view field)
{
    std::vector<ColourValue> result;
    result.reserve(values.size());
    for (const auto& [value, people] : values)
        result.push_back({value, people, 0, kOtherColour});
    std::sort(result.begin(), result.end(), [](const ColourValue& left, const ColourValue& right) {
        return left.people != right.people ? left.people > right.people : left.value < right.value;
    });

    const auto colours = coloursKnown(known, field);
    std::array<bool, kGroupColours> taken{};
    std::size_t given = 0;
    // Colours of values that are not among these people stay theirs: they may come back with the next date or filter.
    for (const auto& [value, colour] : colours)
        taken[static_cast<std::size_t>(colour)] = true;
    for (ColourValue& value : result) {
        if (const auto found = colours.find(value.value); found != colours.end()) {
            value.colour = found->second;
            ++given;
        }
    }
    const std::size_t most = result.size() <= kGroupColours ? kGroupColours : kGroupColours - 1;
    for (ColourValue& value : result) {
        if (value.colour != kOtherColour || given >= most)
            continue;
        const auto free = lowestFree(taken);
        if (!free)
            break;
        value.colour = *free;
        taken[static_cast<std::size_t>(*free)] = true;
        ++given;
    }
    return result;
}

Result<> settleColours(store::Records& records)
{
    // Who is here does not matter for a colour, so any date will do for the contacts that come along.
    WEAVEMAP_ASSIGN(const NetworkData data, readNetwork(records, Date()));
    WEAVEMAP_ASSIGN(const Facts facts, records.views.facts(kPrefix));
    for (const std::string& field : fieldsOf(data)) {
        const auto values = valuesOfField(data, field);
        if (repeatsIdentity(data, values))
            continue;
        std::map<std::string, std::size_t> counts;
        for (const auto& [person, value] : values)
            ++counts[value];
        // What only one person has may be what they are known by; a colour is for what people share.
        const bool isColumn = field.starts_with("attribute:");
        const auto known = coloursKnown(facts, field);
        for (const ColourValue& value : assignColours({counts.begin(), counts.end()}, facts, field))
            if (value.colour != kOtherColour && !known.contains(value.value) && (!isColumn || value.people > 1))
                WEAVEMAP_TRY(records.views.setFact(keyOf(field, value.value), std::to_string(value.colour)));
    }
    return {};
}

Result<> settleColour(store::Records& records, std::string_view field, std::string_view value)
{
    if (value.empty())
        return {};
    WEAVEMAP_ASSIGN(const Facts facts, records.views.facts(keyOf(field, "")));
    const auto known = coloursKnown(facts, field);
    if (known.contains(value))
        return {};
    std::array<bool, kGroupColours> taken{};
    for (const auto& [name, colour] : known)
        taken[static_cast<std::size_t>(colour)] = true;
    const auto free = lowestFree(taken);
    if (!free)
        return {};
    return records.views.setFact(keyOf(field, value), std::to_string(*free));
}

Result<> setColour(store::Records& records, std::string_view field, std::string_view value, int colour)
{
    if (colour < 0 || colour >= kGroupColours)
        return fail(ErrorCode::outOfRange, {"colour", std::to_string(colour), "0 to 7"});
    return records.views.setFact(keyOf(field, value), std::to_string(colour));
}

} // namespace weavemap::actions
