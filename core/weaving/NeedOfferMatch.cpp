// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/NeedOfferMatch.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/weaving/MeaningfulWords.h"

namespace weavemap::weaving {

namespace {

constexpr std::size_t kMostLookedAt = 2000;
constexpr std::size_t kMostOffers = 24;
constexpr double kLeastShare = 1.0 / 3;
constexpr double kLeastShareAcrossTopics = 0.6;
constexpr double kTopicWeight = 0.65;
constexpr int kFreshDays = 540;

/// What one line is about, in numbers of words.
struct Line
{
    std::uint32_t matter = 0;
    std::vector<std::uint32_t> words; ///< each once
    std::uint32_t topic = 0;          ///< 0: none
};

/// Numbers for words, and how many lines have each.
class Vocabulary
{
public:
    std::uint32_t add(std::string key)
    {
        const auto [found, isNew] = m_numbers.try_emplace(std::move(key), static_cast<std::uint32_t>(m_lines.size()));
        if (isNew)
            m_lines.push_back(0);
        ++m_lines[found->second];
        return found->second;
    }
    /// The fewer lines have it, the more it weighs; above 0.
    double weight(std::uint32_t word, std::size_t lines) const
    {
        return std::log((1.0 + static_cast<double>(lines)) / static_cast<double>(m_lines[word]));
    }
    std::size_t size() const { return m_lines.size(); }
    std::uint32_t lines(std::uint32_t word) const { return m_lines[word]; }

private:
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::vector<std::uint32_t> m_lines;
};

double freshness(Date told, Date on)
{
    const int age = std::clamp(daysBetween(told, on), 0, kFreshDays);
    return 1.0 - 0.3 * static_cast<double>(age) / kFreshDays;
}

class Matcher
{
public:
    Matcher(std::span<const Matter> matters, Date on) : m_matters(matters), m_on(on)
    {
        m_words.add({}); // 0 stands for no topic
        for (std::uint32_t i = 0; i < matters.size(); ++i) {
            if (isOpenNeed(matters[i]))
                m_needs.push_back(lineOf(i));
            else if (isStandingOffer(matters[i], on))
                m_offers.push_back(lineOf(i));
        }
        const auto byId = [this](const Line& left, const Line& right) {
            return m_matters[left.matter].item.id < m_matters[right.matter].item.id;
        };
        std::sort(m_needs.begin(), m_needs.end(), byId);
        // The newest first: they are what is looked at where a word has many.
        std::sort(m_offers.begin(), m_offers.end(), [this](const Line& left, const Line& right) {
            const Matter &one = m_matters[left.matter], &other = m_matters[right.matter];
            return one.on != other.on ? one.on > other.on : one.item.id < other.item.id;
        });
        m_offersWith.resize(m_words.size());
        for (std::uint32_t offer = 0; offer < m_offers.size(); ++offer) {
            for (const std::uint32_t word : m_offers[offer].words)
                m_offersWith[word].push_back(offer);
            if (m_offers[offer].topic != 0)
                m_offersWith[m_offers[offer].topic].push_back(offer);
        }
        m_shared.assign(m_offers.size(), 0.0);
    }

    std::vector<NeedOfferMatch> run()
    {
        std::vector<NeedOfferMatch> all;
        for (const Line& need : m_needs) {
            auto found = offersFor(need);
            all.insert(all.end(), found.begin(), found.end());
        }
        return all;
    }

private:
    using Ranked = std::pair<std::uint32_t, NeedOfferMatch>; ///< with the place of the offer

    Line lineOf(std::uint32_t matter)
    {
        Line line;
        line.matter = matter;
        const NoteItem& item = m_matters[matter].item;
        for (MeaningfulWord& word : meaningfulWords(item.text))
            line.words.push_back(m_words.add(std::move(word.key)));
        if (std::string key = topicKey(item.topic); !key.empty())
            line.topic = m_words.add('#' + key);
        return line;
    }

    double weight(std::uint32_t word) const { return m_words.weight(word, m_needs.size() + m_offers.size()); }

    std::vector<NeedOfferMatch> offersFor(const Line& need)
    {
        double whole = 0.0;
        std::vector<std::uint32_t> words = need.words;
        for (const std::uint32_t word : words)
            whole += weight(word);
        if (need.topic != 0)
            words.push_back(need.topic);
        // Rare ones first, so that what is left unseen are the commonest.
        std::stable_sort(words.begin(), words.end(), [this](std::uint32_t left, std::uint32_t right) {
            return m_words.lines(left) < m_words.lines(right);
        });
        std::size_t budget = kMostLookedAt;
        m_touched.clear();
        for (const std::uint32_t word : words) {
            const auto& offers = m_offersWith[word];
            const std::size_t taken = std::min(budget, offers.size());
            budget -= taken;
            for (std::size_t i = 0; i < taken; ++i) {
                if (m_shared[offers[i]] == 0.0)
                    m_touched.push_back(offers[i]);
                m_shared[offers[i]] += word == need.topic ? kTouched : weight(word);
            }
        }
        std::vector<Ranked> found;
        for (const std::uint32_t offer : m_touched) {
            const double shared = whole > 0.0 ? std::min(1.0, m_shared[offer] / whole) : 0.0;
            m_shared[offer] = 0.0;
            if (const auto match = matched(need, m_offers[offer], shared))
                found.emplace_back(offer, *match);
        }
        // Of equals another one for each need, so that not all are shown the same few.
        const std::size_t turn = m_turn++;
        const auto after = [this, turn](std::uint32_t offer) {
            return (offer + m_offers.size() - turn % m_offers.size()) % m_offers.size();
        };
        std::sort(found.begin(), found.end(), [&](const Ranked& left, const Ranked& right) {
            if (left.second.score != right.second.score)
                return left.second.score > right.second.score;
            return after(left.first) < after(right.first);
        });
        std::vector<NeedOfferMatch> best;
        for (std::size_t i = 0; i < std::min(found.size(), kMostOffers); ++i)
            best.push_back(found[i].second);
        return best;
    }

    std::optional<NeedOfferMatch> matched(const Line& need, const Line& offer, double shared) const
    {
        if (m_matters[need.matter].item.person == m_matters[offer.matter].item.person)
            return std::nullopt;
        NeedOfferMatch match{need.matter, offer.matter, 0.0, need.topic != 0 && need.topic == offer.topic};
        const bool areApart = need.topic != 0 && offer.topic != 0 && !match.isOneTopic;
        if (!match.isOneTopic && shared < (areApart ? kLeastShareAcrossTopics : kLeastShare))
            return std::nullopt;
        double score = (1.0 - kTopicWeight) * shared;
        if (match.isOneTopic) {
            // A topic of everybody's joins two people less than one that few have to do with.
            const double lines = static_cast<double>(m_needs.size() + m_offers.size());
            const double rarity = weight(need.topic) / std::log(1.0 + std::max(2.0, lines));
            score += kTopicWeight * (0.7 + 0.3 * std::min(1.0, rarity));
        } else {
            score = (areApart ? 0.5 : 0.7) * shared;
        }
        match.score = score * freshness(m_matters[need.matter].on, m_on) * freshness(m_matters[offer.matter].on, m_on);
        return match;
    }

    /// Marks an offer as seen without adding to the words shared.
    static constexpr double kTouched = 1e-12;

    std::span<const Matter> m_matters;
    Date m_on;
    Vocabulary m_words;
    std::vector<Line> m_needs, m_offers;
    std::vector<std::vector<std::uint32_t>> m_offersWith; ///< by word: which of m_offers
    std::vector<double> m_shared;                         ///< of the need at hand, by offer
    std::vector<std::uint32_t> m_touched;
    std::size_t m_turn = 0;
};

} // namespace

bool isOpenNeed(const Matter& matter)
{
    return matter.item.kind == NoteItemKind::need && matter.item.state == NoteItemState::open && matter.item.person;
}

bool isStandingOffer(const Matter& matter, Date on)
{
    if (matter.item.kind != NoteItemKind::offer || !matter.item.person)
        return false;
    switch (matter.item.state) {
    case NoteItemState::open:
    case NoteItemState::standing:
        return true;
    case NoteItemState::oneTime:
        return matter.on.addYears(1) > on;
    case NoteItemState::met:
    case NoteItemState::asked:
    case NoteItemState::made:
        return false;
    }
    return false;
}

std::vector<NeedOfferMatch> matchNeeds(std::span<const Matter> matters, Date on) { return Matcher(matters, on).run(); }

std::vector<std::string> sharedWords(const NoteItem& need, const NoteItem& offer)
{
    const std::vector<MeaningfulWord> offered = meaningfulWords(offer.text);
    std::vector<std::string> shared;
    for (const MeaningfulWord& word : meaningfulWords(need.text))
        if (std::any_of(offered.begin(), offered.end(),
                        [&word](const MeaningfulWord& other) { return other.key == word.key; }))
            shared.push_back(word.word);
    return shared;
}

} // namespace weavemap::weaving
