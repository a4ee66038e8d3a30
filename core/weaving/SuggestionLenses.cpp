// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/SuggestionLenses.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "core/weaving/MeaningfulWords.h"
#include "core/weaving/NeedOfferMatch.h"

namespace weavemap::weaving {

namespace {

using Place = SuggestionGround::Place;

constexpr std::size_t kMostOfOnePerson = 6;
constexpr std::size_t kMostOfOneGroup = 12;
constexpr std::size_t kMostNeighbours = 64;
/// Groups of fewer people are pieces of chance: nobody stands well in them.
constexpr std::size_t kLeastGroup = 4;
/// From this size on a group is no more worth to be joined for being larger.
constexpr std::size_t kLargeGroup = 20;

void sortBest(std::vector<Candidate>& candidates)
{
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& left, const Candidate& right) {
        if (left.score != right.score)
            return left.score > right.score;
        if (left.a != right.a)
            return left.a < right.a;
        return left.b != right.b ? left.b < right.b : left.first < right.first;
    });
}

/// Keeps the best few of those that begin at `from`.
void keepBest(std::vector<Candidate>& candidates, std::size_t from, std::size_t most)
{
    std::vector<Candidate> own(candidates.begin() + static_cast<std::ptrdiff_t>(from), candidates.end());
    // Of equals the next one after oneself, so that not everybody is offered the same few.
    std::sort(own.begin(), own.end(), [](const Candidate& left, const Candidate& right) {
        if (left.score != right.score)
            return left.score > right.score;
        const Place toLeft = left.b - left.a, toRight = right.b - right.a; // around the end
        return toLeft != toRight ? toLeft < toRight : left.a < right.a;
    });
    own.resize(std::min(own.size(), most));
    candidates.resize(from);
    candidates.insert(candidates.end(), own.begin(), own.end());
}

/// People of one value of a field, by its number.
class Buckets
{
public:
    void add(std::uint32_t value, Place place)
    {
        if (value != 0)
            m_people[value].push_back(place);
    }
    /// At most 64 of those with this value; another part of many for each `turn`, so that all get their share.
    void look(std::uint32_t value, std::size_t turn, std::vector<Place>& found) const
    {
        const auto bucket = m_people.find(value);
        if (bucket == m_people.end())
            return;
        const auto& people = bucket->second;
        const std::size_t count = std::min(people.size(), kMostNeighbours);
        const std::size_t from = people.size() <= kMostNeighbours ? 0 : turn * kMostNeighbours % people.size();
        for (std::size_t i = 0; i < count; ++i)
            found.push_back(people[(from + i) % people.size()]);
    }

private:
    std::unordered_map<std::uint32_t, std::vector<Place>> m_people;
};

} // namespace

TopicsOfPeople::TopicsOfPeople(const SuggestionGround& ground) : m_lines(ground.size())
{
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::unordered_map<std::string, std::string> keys; // by topic as written
    const auto& matters = ground.question().matters;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < matters.size(); ++i)
        order.push_back(i);
    // The newest line of a topic is the one that is told.
    std::sort(order.begin(), order.end(), [&matters](std::uint32_t left, std::uint32_t right) {
        return matters[left].on != matters[right].on ? matters[left].on > matters[right].on
                                                     : matters[left].item.id < matters[right].item.id;
    });
    for (const std::uint32_t i : order) {
        const Place place = ground.placeOf(matters[i].item.person);
        if (place == SuggestionGround::kNowhere)
            continue;
        const auto [written, isNew] = keys.try_emplace(matters[i].item.topic);
        if (isNew)
            written->second = topicKey(matters[i].item.topic);
        const std::string& key = written->second;
        if (key.empty())
            continue;
        const auto number = numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
        if (number == m_people.size())
            m_people.emplace_back();
        auto& lines = m_lines[place];
        if (std::any_of(lines.begin(), lines.end(), [number](const Line& line) { return line.topic == number; }))
            continue;
        lines.push_back({0, number, i});
        m_people[number].push_back(place);
    }
    for (auto& people : m_people)
        std::sort(people.begin(), people.end());
    for (auto& lines : m_lines) {
        for (Line& line : lines)
            line.people = static_cast<std::uint32_t>(m_people[line.topic].size());
        std::stable_sort(lines.begin(), lines.end(),
                         [](const Line& left, const Line& right) { return left.people < right.people; });
    }
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> TopicsOfPeople::shared(Place one, Place other) const
{
    for (const Line& mine : m_lines[one])
        for (const Line& theirs : m_lines[other])
            if (mine.topic == theirs.topic)
                return std::pair(mine.matter, theirs.matter);
    return std::nullopt;
}

std::vector<Candidate> askedFor(const SuggestionGround& ground)
{
    std::vector<Candidate> found;
    const auto& matters = ground.question().matters;
    for (std::uint32_t i = 0; i < matters.size(); ++i) {
        const NoteItem& item = matters[i].item;
        if (item.kind != NoteItemKind::introduction || item.state == NoteItemState::made || !item.other)
            continue;
        const Place a = ground.placeOf(item.person), b = ground.placeOf(item.other);
        if (a == SuggestionGround::kNowhere || b == SuggestionGround::kNowhere || !ground.mayMeet(a, b))
            continue;
        const int age = std::clamp(daysBetween(matters[i].on, ground.question().on), 0, 3650);
        found.push_back({a, b, 1.0 - static_cast<double>(age) / 7300.0, i});
    }
    sortBest(found);
    return found;
}

std::vector<Candidate> needsMet(const SuggestionGround& ground)
{
    std::vector<Candidate> found;
    const auto& matters = ground.question().matters;
    for (const NeedOfferMatch& match : matchNeeds(matters, ground.question().on)) {
        const Place a = ground.placeOf(matters[match.need].item.person);
        const Place b = ground.placeOf(matters[match.offer].item.person);
        if (a != SuggestionGround::kNowhere && b != SuggestionGround::kNowhere && ground.mayMeet(a, b))
            found.push_back({a, b, match.score * ground.room(a, b), match.need, match.offer});
    }
    sortBest(found);
    return found;
}

std::vector<Candidate> isolatesReached(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                       const RunContext& run)
{
    Buckets regions, roles;
    for (Place place = 0; place < ground.size(); ++place)
        if (ground.isFree(place)) {
            regions.add(ground.region(place), place);
            roles.add(ground.role(place), place);
        }
    std::vector<Candidate> found;
    std::vector<Place> near;
    std::size_t turn = 0;
    for (Place a = 0; a < ground.size() && !run.cancelled(); ++a) {
        if (!ground.isFree(a) || ground.tieCount(a) > 0)
            continue;
        near.clear();
        regions.look(ground.region(a), turn, near);
        roles.look(ground.role(a), turn, near);
        for (const auto& line : topics.of(a)) {
            const auto& people = topics.people(line.topic);
            for (std::size_t i = 0; i < std::min(people.size(), kMostNeighbours); ++i)
                near.push_back(people[(turn + i) % people.size()]);
        }
        ++turn;
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        const std::size_t from = found.size();
        for (const Place b : near) {
            if (!ground.mayMeet(a, b))
                continue;
            Candidate candidate{a, b, 0.0};
            const bool region = ground.isSameRegion(a, b);
            const bool role = ground.isSameRole(a, b);
            if (const auto topic = topics.shared(a, b))
                std::tie(candidate.first, candidate.second) = *topic;
            // Who knows some people can bring them further; two who know nobody are a beginning.
            const std::size_t quarter = ground.quarter(b);
            const double footing = ground.tieCount(b) == 0 ? 0.0 : quarter == 1 || quarter == 2 ? 0.25 : 0.15;
            candidate.score =
                (region ? 0.3 : 0.0) + (role ? 0.2 : 0.0) + (candidate.first != kNoMatter ? 0.25 : 0.0) + footing;
            found.push_back(candidate);
        }
        keepBest(found, from, kMostOfOnePerson);
    }
    sortBest(found);
    return found;
}

std::vector<Candidate> trianglesClosed(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                       const RunContext& run)
{
    std::vector<Candidate> found;
    std::vector<int> strength(ground.size(), 0), shared(ground.size(), 0);
    std::vector<Place> touched;
    for (Place a = 0; a < ground.size() && !run.cancelled(); ++a) {
        if (!ground.isFree(a))
            continue;
        touched.clear();
        for (const Contact& first : ground.closeContacts(a)) {
            // The shared contact is the host: a member who may be named to both.
            const Place host = first.other;
            if (!ground.isMember(host) || ground.person(host).consent == ShowConsent::notShown ||
                ground.isKeptApart(a, host))
                continue;
            for (const Contact& second : ground.closeContacts(host)) {
                const Place b = second.other;
                if (b <= a || !ground.isFree(b) || ground.isKeptApart(b, host))
                    continue;
                if (shared[b]++ == 0)
                    touched.push_back(b);
                strength[b] = std::max(strength[b], (first.depth == TieDepth::rely ? 1 : 0) +
                                                        (second.depth == TieDepth::rely ? 1 : 0));
            }
        }
        const std::size_t from = found.size();
        for (const Place b : touched) {
            if (ground.mayMeet(a, b)) {
                Candidate candidate{a, b, 0.0};
                if (const auto topic = topics.shared(a, b))
                    std::tie(candidate.first, candidate.second) = *topic;
                candidate.score = 0.3 + 0.15 * strength[b] + 0.05 * std::min(shared[b] - 1, 3) +
                                  (candidate.first != kNoMatter ? 0.15 : 0.0) + (ground.isSameRole(a, b) ? 0.1 : 0.0);
                candidate.score *= ground.room(a, b);
                found.push_back(candidate);
            }
            shared[b] = strength[b] = 0;
        }
        keepBest(found, from, kMostOfOnePerson);
    }
    sortBest(found);
    return found;
}

std::vector<Candidate> groupsBridged(const SuggestionGround& ground, const TopicsOfPeople& topics,
                                     const RunContext& run)
{
    std::map<std::uint32_t, std::vector<Place>> members; // by group, in their order
    for (Place place = 0; place < ground.size(); ++place)
        if (ground.group(place) != kNoGroup && ground.isMember(place))
            members[ground.group(place)].push_back(place);
    std::vector<std::size_t> within(ground.size(), 0);
    std::unordered_map<std::uint64_t, std::uint32_t> between;
    const auto key = [](std::uint32_t one, std::uint32_t other) {
        return (std::uint64_t{std::min(one, other)} << 32) | std::max(one, other);
    };
    for (Place place = 0; place < ground.size(); ++place)
        for (const Contact& contact : ground.contacts(place)) {
            if (!ground.isMember(place) || !ground.isMember(contact.other))
                continue;
            const std::uint32_t own = ground.group(place), other = ground.group(contact.other);
            if (own == kNoGroup || other == kNoGroup)
                continue;
            within[place] += own == other ? 1 : 0;
            if (own != other && place < contact.other)
                ++between[key(own, other)];
        }
    // Those who stand best in each group, the most central of all left to others.
    struct Group
    {
        std::uint32_t number;
        std::vector<Place> best;
        std::size_t size;
    };
    std::vector<Group> groups;
    for (auto& [number, people] : members) {
        const std::size_t wholeSize = people.size();
        if (wholeSize < kLeastGroup)
            continue;
        std::erase_if(people, [&](Place place) {
            return !ground.isFree(place) || ground.isCentral(place) || within[place] == 0;
        });
        std::stable_sort(people.begin(), people.end(),
                         [&within](Place left, Place right) { return within[left] > within[right]; });
        people.resize(std::min(people.size(), kMostOfOneGroup));
        groups.push_back({number, std::move(people), wholeSize});
    }
    std::vector<Candidate> found;
    for (std::size_t one = 0; one < groups.size() && !run.cancelled(); ++one)
        for (std::size_t other = one + 1; other < groups.size(); ++other) {
            const auto known = between.find(key(groups[one].number, groups[other].number));
            const std::uint32_t ties = known == between.end() ? 0 : known->second;
            const std::size_t from = found.size();
            const std::size_t smaller = std::min({groups[one].size, groups[other].size, kLargeGroup});
            const double size = 0.1 * static_cast<double>(smaller) / kLargeGroup;
            for (const Place a : groups[one].best)
                for (const Place b : groups[other].best) {
                    const bool role = ground.isSameRole(a, b);
                    const auto topic = topics.shared(a, b);
                    if ((!role && !topic) || !ground.mayMeet(a, b))
                        continue;
                    Candidate candidate{a, b, 0.0};
                    if (topic)
                        std::tie(candidate.first, candidate.second) = *topic;
                    candidate.groupTies = ties;
                    const auto least = static_cast<double>(std::min<std::size_t>(std::min(within[a], within[b]), 8));
                    candidate.score =
                        0.35 / (1.0 + ties) + (topic ? 0.25 : 0.0) + (role ? 0.15 : 0.0) + 0.15 * least / 8.0 + size;
                    candidate.score *= ground.room(a, b);
                    found.push_back(candidate);
                }
            keepBest(found, from, 2);
        }
    sortBest(found);
    return found;
}

} // namespace weavemap::weaving
