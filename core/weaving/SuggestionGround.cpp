// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/SuggestionGround.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/base/Text.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostCloseContacts = 60;
constexpr std::size_t kMostHosts = 3;

bool isPutAside(const Introduction& introduction)
{
    return introduction.state == IntroductionState::lapsed && introduction.consentA == IntroductionConsent::notAsked &&
           introduction.consentB == IntroductionConsent::notAsked;
}

/// Numbers for the values of a field, the same for those that differ in case and accents only; 0 for none.
class Values
{
public:
    std::uint32_t numberOf(const std::string& value)
    {
        const auto [known, isNew] = m_asWritten.try_emplace(value, 0);
        if (isNew)
            if (std::string key = foldForSearch(trimmed(value)); !key.empty())
                known->second =
                    m_folded.try_emplace(std::move(key), static_cast<std::uint32_t>(m_folded.size()) + 1).first->second;
        return known->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> m_asWritten, m_folded;
};

} // namespace

SuggestionGround::SuggestionGround(const SuggestionQuestion& question) : m_question(question)
{
    readPeople();
    readTies();
    readIntroductions();
}

SuggestionGround::Place SuggestionGround::placeOf(PersonId id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? kNowhere : found->second;
}

void SuggestionGround::readPeople()
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_question.people.size(); ++i)
        if (m_question.people[i].isHereOn(m_question.on))
            order.push_back(i);
    std::sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
        return m_question.people[left].id < m_question.people[right].id;
    });
    Values roles, regions;
    m_people.reserve(order.size());
    m_places.reserve(order.size());
    for (const std::size_t i : order) {
        m_places.emplace(m_question.people[i].id, size());
        m_people.push_back(&m_question.people[i]);
        m_group.push_back(i < m_question.groups.size() ? m_question.groups[i] : kNoGroup);
        m_role.push_back(roles.numberOf(m_question.people[i].role));
        m_region.push_back(regions.numberOf(m_question.people[i].region));
    }
}

void SuggestionGround::readTies()
{
    std::vector<std::pair<Place, Contact>> halves;
    halves.reserve(2 * m_question.ties.size());
    for (const Tie& tie : m_question.ties) {
        if (!tie.isOpenOn(m_question.on))
            continue;
        const Place a = placeOf(tie.a), b = placeOf(tie.b);
        if (a == kNowhere || b == kNowhere || a == b)
            continue;
        halves.push_back({a, {b, tie.depth, tie.id}});
        halves.push_back({b, {a, tie.depth, tie.id}});
    }
    std::sort(halves.begin(), halves.end(), [](const auto& left, const auto& right) {
        if (left.first != right.first)
            return left.first < right.first;
        return left.second.other != right.second.other ? left.second.other < right.second.other
                                                       : left.second.tie < right.second.tie;
    });
    m_offsets.assign(m_people.size() + 1, 0);
    m_contacts.reserve(halves.size());
    m_close.resize(m_people.size());
    m_tieCount.assign(m_people.size(), 0);
    for (const auto& [place, contact] : halves) {
        ++m_offsets[place + 1];
        m_contacts.push_back(contact);
        m_tieCount[place] += isMember(contact.other) ? 1 : 0;
        if (contact.depth >= TieDepth::exchange)
            m_close[place].push_back(contact);
    }
    std::partial_sum(m_offsets.begin(), m_offsets.end(), m_offsets.begin());
    for (auto& close : m_close) {
        std::stable_sort(close.begin(), close.end(),
                         [](const Contact& left, const Contact& right) { return left.depth > right.depth; });
        if (close.size() > kMostCloseContacts)
            close.resize(kMostCloseContacts);
    }

    for (Place place = 0; place < size(); ++place)
        if (isMember(place))
            m_tieCounts.push_back(m_tieCount[place]);
    std::sort(m_tieCounts.begin(), m_tieCounts.end());
    m_quarter.resize(m_people.size());
    for (Place place = 0; place < size() && !m_tieCounts.empty(); ++place) {
        const auto below = static_cast<std::size_t>(
            std::lower_bound(m_tieCounts.begin(), m_tieCounts.end(), m_tieCount[place]) - m_tieCounts.begin());
        m_quarter[place] = static_cast<std::uint8_t>(std::min<std::size_t>(3, 4 * below / m_tieCounts.size()));
    }
    // Where many have equally many ties, fewer than a tenth stand out.
    if (const std::size_t others = m_tieCounts.size() * 9 / 10; others > 0)
        m_centralFrom = std::max(m_centralFrom, m_tieCounts[others - 1] + 1);
}

void SuggestionGround::readIntroductions()
{
    m_isFree.assign(m_people.size(), 0);
    for (Place place = 0; place < size(); ++place)
        m_isFree[place] = isMember(place) && person(place).consent != ShowConsent::notShown ? 1 : 0;
    for (const Introduction& introduction : m_question.introductions) {
        const Place a = placeOf(introduction.a), b = placeOf(introduction.b);
        const int age = daysBetween(introduction.proposed, m_question.on);
        if (age < kDaysBetweenSuggestions && !isPutAside(introduction))
            for (const Place place : {a, b})
                if (place != kNowhere)
                    m_isFree[place] = 0;
        const bool isOver = introduction.state == IntroductionState::lapsed &&
                            introduction.proposed.addMonths(kMonthsAfterLapse) <= m_question.on;
        if (a != kNowhere && b != kNowhere && !isOver)
            m_introduced.push_back(pairOf(a, b));
    }
    for (const ApartPair& pair : m_question.apart) {
        const Place a = placeOf(pair.a), b = placeOf(pair.b);
        if (a != kNowhere && b != kNowhere)
            m_apart.push_back(pairOf(a, b));
    }
    std::sort(m_introduced.begin(), m_introduced.end());
    std::sort(m_apart.begin(), m_apart.end());
}

bool SuggestionGround::isKeptApart(Place one, Place other) const
{
    return std::binary_search(m_apart.begin(), m_apart.end(), pairOf(one, other));
}

bool SuggestionGround::mayMeet(Place one, Place other) const
{
    if (one == other || !isFree(one) || !isFree(other))
        return false;
    const auto known = contacts(one);
    const auto found = std::lower_bound(known.begin(), known.end(), other,
                                        [](const Contact& contact, Place place) { return contact.other < place; });
    if (found != known.end() && found->other == other)
        return false;
    return !isKeptApart(one, other) &&
           !std::binary_search(m_introduced.begin(), m_introduced.end(), pairOf(one, other));
}

std::vector<SuggestionGround::Place> SuggestionGround::hostsOf(Place one, Place other) const
{
    struct Host
    {
        Place place;
        bool isMember;
        TieDepth least, most;
    };
    std::vector<Host> hosts;
    for (const Contact& first : m_close[one])
        for (const Contact& second : m_close[other]) {
            if (first.other != second.other)
                continue;
            if (person(first.other).consent == ShowConsent::notShown || isKeptApart(first.other, one) ||
                isKeptApart(first.other, other))
                continue;
            hosts.push_back({first.other, isMember(first.other), std::min(first.depth, second.depth),
                             std::max(first.depth, second.depth)});
        }
    std::sort(hosts.begin(), hosts.end(), [this](const Host& left, const Host& right) {
        if (left.isMember != right.isMember)
            return left.isMember;
        if (left.least != right.least)
            return left.least > right.least;
        if (left.most != right.most)
            return left.most > right.most;
        // Who has fewer ties has more room for it, and weaves less yet.
        if (m_tieCount[left.place] != m_tieCount[right.place])
            return m_tieCount[left.place] < m_tieCount[right.place];
        return left.place < right.place;
    });
    std::vector<Place> places;
    for (const Host& host : hosts)
        if (places.size() < kMostHosts && (places.empty() || places.back() != host.place))
            places.push_back(host.place);
    return places;
}

std::size_t SuggestionGround::sharedContacts(Place one, Place other) const
{
    std::size_t count = 0;
    auto first = contacts(one).begin();
    auto second = contacts(other).begin();
    while (first != contacts(one).end() && second != contacts(other).end()) {
        if (first->other < second->other) {
            ++first;
        } else if (second->other < first->other) {
            ++second;
        } else {
            count += first->depth >= TieDepth::exchange && second->depth >= TieDepth::exchange ? 1 : 0;
            ++first;
            ++second;
        }
    }
    return count;
}

} // namespace weavemap::weaving
