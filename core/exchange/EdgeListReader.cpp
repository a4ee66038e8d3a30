// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/EdgeListReader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/exchange/CellValue.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kProbe = 4096;
constexpr std::size_t kPollEvery = 4096; ///< lines
constexpr std::string_view kBlanks = " \t\r";

/// Cuts the next word off the front of a line; empty where there is none.
std::string_view word(std::string_view& line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    const std::string_view cut = line.substr(0, line.find_first_of(kBlanks));
    line.remove_prefix(cut.size());
    return cut;
}

bool isNumber(std::string_view text, std::uint64_t& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// The words of a line that is a tie.
struct Line
{
    std::uint64_t a = 0, b = 0;
    std::string_view source, target, weight; ///< no weight: empty
};

bool isTie(std::string_view text, Line& line)
{
    line.source = word(text);
    line.target = word(text);
    line.weight = word(text);
    return isNumber(line.source, line.a) && isNumber(line.target, line.b) && word(text).empty() &&
           (line.weight.empty() || parseNumber(line.weight, ' '));
}

bool isComment(std::string_view text) { return word(text).starts_with('#'); }
bool isBlank(std::string_view text) { return word(text).empty(); }

/// The number of people that a comment states, or 0.
std::uint64_t statedPeople(std::string_view comment)
{
    while (!comment.empty()) {
        std::uint64_t count = 0;
        const std::string_view next = word(comment);
        if (next.starts_with("n=") && isNumber(next.substr(2), count))
            return count;
    }
    return 0;
}

/// Calls take(line, number) for each line until it says stop.
template <class Take>
void forEachLine(std::string_view text, const Take& take)
{
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!take(text.substr(0, end), number))
            return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

Claim EdgeListReader::claims(const SourceFile& file) const
{
    std::string_view text(file.bytes);
    if (text.size() > kProbe)
        text = text.substr(0, text.rfind('\n', kProbe) + 1);
    bool all = true;
    std::size_t ties = 0;
    forEachLine(text, [&](std::string_view line, std::size_t) {
        Line tie;
        const bool isOne = isTie(line, tie);
        ties += isOne ? 1 : 0;
        all = isOne || isComment(line) || isBlank(line);
        return all;
    });
    return all && ties > 0 ? Claim::byContent : Claim::no;
}

Result<ImportedNetwork> EdgeListReader::read(SourceFile file, const ReadOptions& options, const RunContext& run) const
{
    ImportedNetwork network;
    network.facts.format = format();
    network.facts.encoding = "UTF-8";
    network.directed = options.direction == TieDirection::directed;
    std::unordered_map<std::string_view, std::size_t> rows; // views into the file
    const auto personOf = [&](std::string_view id, std::size_t line) {
        const auto [at, isNew] = rows.try_emplace(id, network.people.size());
        if (isNew) {
            ImportedPerson person;
            person.sourceId = std::string(id);
            person.name = person.sourceId.value();
            person.line = line;
            network.people.push_back(std::move(person));
        }
        return at->second;
    };
    Result<> outcome;
    std::uint64_t stated = 0;
    forEachLine(file.bytes, [&](std::string_view text, std::size_t number) {
        if (number % kPollEvery == 0 && run.cancelled())
            outcome = fail(ErrorCode::cancelled);
        if (number > options.limits.rows || network.people.size() > options.limits.rows)
            outcome = fail(ErrorCode::fileTooLarge, {file.path, std::to_string(options.limits.rows)});
        if (!outcome)
            return false;
        if (isBlank(text))
            return true;
        if (isComment(text)) {
            stated = std::max(stated, statedPeople(text));
            return true;
        }
        Line line;
        if (!isTie(text, line)) {
            network.rejected.push_back({number, Error(ErrorCode::badNumber, {std::string(text.substr(0, 80))})});
            return true;
        }
        const auto weight = parseWeight(line.weight, ' ');
        if (!weight) {
            network.rejected.push_back({number, weight.error()});
            return true;
        }
        ImportedTie tie;
        tie.source = {std::string(line.source), personOf(line.source, number)};
        tie.target = {std::string(line.target), personOf(line.target, number)};
        tie.weight = *weight;
        tie.directed = network.directed;
        tie.line = number;
        network.ties.push_back(std::move(tie));
        return true;
    });
    WEAVEMAP_TRY(std::move(outcome));
    if (stated > options.limits.rows)
        return fail(ErrorCode::fileTooLarge, {file.path, std::to_string(options.limits.rows)});
    std::vector<std::string> further; // the map holds views: nothing may move
    further.reserve(stated);
    for (std::uint64_t id = 0; id < stated; ++id)
        personOf(further.emplace_back(std::to_string(id)), 0);
    network.statedPeople = network.people.size();
    network.statedTies = network.ties.size();
    return network;
}

} // namespace weavemap::exchange
