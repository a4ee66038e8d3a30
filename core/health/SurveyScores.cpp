// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/SurveyScores.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "core/health/SmallCells.h"

namespace weavemap::health {

namespace {

/// Everything that is known of an item, before anything is hidden.
struct Answers
{
    std::vector<std::size_t> counts; ///< from the lowest answer to the highest
    std::size_t n = 0;
};

Result<> check(const SurveyWave& wave)
{
    for (const SurveyItem& item : wave.items)
        if (item.highest <= item.lowest)
            return fail(ErrorCode::outOfRange,
                        {item.code, std::to_string(item.highest), std::to_string(item.lowest + 1) + " and more"});
    for (const SurveyResponse& response : wave.responses) {
        if (response.answers.size() != wave.items.size())
            return fail(ErrorCode::invalidArgument, {"answers", std::to_string(response.answers.size())});
        for (std::size_t i = 0; i < wave.items.size(); ++i) {
            const SurveyItem& item = wave.items[i];
            const auto& answer = response.answers[i];
            if (answer && (*answer < item.lowest || *answer > item.highest))
                return fail(ErrorCode::outOfRange,
                            {item.code, std::to_string(*answer),
                             std::to_string(item.lowest) + " to " + std::to_string(item.highest)});
        }
    }
    return {};
}

/// The answers to item `i` of those for whom `counts` holds.
template <class Counts>
Answers answersTo(const SurveyWave& wave, std::size_t i, const Counts& counts)
{
    const SurveyItem& item = wave.items[i];
    Answers answers{std::vector<std::size_t>(static_cast<std::size_t>(item.highest - item.lowest) + 1, 0), 0};
    for (const SurveyResponse& response : wave.responses) {
        if (!response.answers[i] || !counts(response))
            continue;
        ++answers.counts[static_cast<std::size_t>(*response.answers[i] - item.lowest)];
        ++answers.n;
    }
    return answers;
}

ItemScore scoreOf(const SurveyItem& item, Answers answers)
{
    ItemScore score;
    score.code = item.code;
    score.n = answers.n;
    if (answers.n > 0) {
        double sum = 0.0;
        std::size_t favourable = 0;
        for (std::size_t k = 0; k < answers.counts.size(); ++k) {
            const int given = item.lowest + static_cast<int>(k);
            const int value = item.sense == ItemSense::reversed ? item.lowest + item.highest - given : given;
            sum += value * static_cast<double>(answers.counts[k]);
            favourable += value >= item.favourableFrom ? answers.counts[k] : 0;
        }
        score.mean = sum / static_cast<double>(answers.n);
        score.favourable = static_cast<double>(favourable) / static_cast<double>(answers.n);
    }
    score.counts = std::move(answers.counts);
    return score;
}

ItemScore hiddenScore(const SurveyItem& item)
{
    ItemScore score;
    score.code = item.code;
    score.isHidden = true;
    return score;
}

std::vector<DomainScore> domainScores(std::span<const SurveyItem> items, const std::vector<ItemScore>& scores)
{
    std::vector<DomainScore> domains;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto domain = std::find_if(domains.begin(), domains.end(),
                                   [&](const DomainScore& d) { return d.domain == items[i].domain; });
        if (domain == domains.end())
            domain = domains.insert(domains.end(), DomainScore{items[i].domain, 0, std::nullopt});
        if (!scores[i].favourable)
            continue;
        domain->favourable = domain->favourable.value_or(0.0) + *scores[i].favourable;
        ++domain->items;
    }
    for (DomainScore& domain : domains)
        if (domain.favourable)
            *domain.favourable /= static_cast<double>(domain.items);
    return domains;
}

/// An item of both waves that may be compared: its place in each.
struct Compared
{
    std::size_t earlier = 0;
    std::size_t later = 0;
};

bool isSameScale(const SurveyItem& a, const SurveyItem& b)
{
    return a.code == b.code && a.lowest == b.lowest && a.highest == b.highest && a.favourableFrom == b.favourableFrom &&
           a.sense == b.sense;
}

std::vector<Compared> compared(const SurveyWave& earlier, const WaveScores& earlierScores, const SurveyWave& later,
                               const WaveScores& laterScores)
{
    const auto isEnough = [](const ItemScore& score) { return score.n && *score.n >= kLeastForChange; };
    std::vector<Compared> pairs;
    for (std::size_t j = 0; j < later.items.size(); ++j)
        for (std::size_t i = 0; i < earlier.items.size(); ++i)
            if (isSameScale(earlier.items[i], later.items[j]) && isEnough(earlierScores.items[i]) &&
                isEnough(laterScores.items[j])) {
                pairs.push_back({i, j});
                break;
            }
    return pairs;
}

} // namespace

Result<WaveScores> scoreWave(const SurveyWave& wave)
{
    WEAVEMAP_TRY(check(wave));
    WaveScores scores;
    for (const SurveyResponse& response : wave.responses) {
        const bool any = std::any_of(response.answers.begin(), response.answers.end(),
                                     [](const std::optional<int>& answer) { return answer.has_value(); });
        ++(any ? scores.responses : scores.empty);
    }
    if (wave.invited && *wave.invited > 0)
        scores.responseRate = static_cast<double>(scores.responses) / static_cast<double>(*wave.invited);
    for (std::size_t i = 0; i < wave.items.size(); ++i) {
        Answers answers = answersTo(wave, i, [](const SurveyResponse&) { return true; });
        scores.items.push_back(answers.n < kLeastCell ? hiddenScore(wave.items[i])
                                                      : scoreOf(wave.items[i], std::move(answers)));
    }
    scores.domains = domainScores(wave.items, scores.items);
    return scores;
}

Result<std::vector<SegmentScores>> scoreBySegment(const SurveyWave& wave)
{
    WEAVEMAP_TRY(check(wave));
    std::set<std::string> names;
    for (const SurveyResponse& response : wave.responses)
        names.insert(response.segment);
    std::vector<SegmentScores> segments;
    for (const std::string& name : names)
        segments.push_back({name, {}, {}});
    for (std::size_t i = 0; i < wave.items.size(); ++i) {
        std::vector<Answers> answers;
        std::vector<std::size_t> sizes;
        for (const SegmentScores& segment : segments) {
            answers.push_back(answersTo(
                wave, i, [&](const SurveyResponse& response) { return response.segment == segment.segment; }));
            sizes.push_back(answers.back().n);
        }
        const std::vector<std::uint8_t> hidden = hiddenCells(sizes);
        for (std::size_t k = 0; k < segments.size(); ++k)
            segments[k].items.push_back(hidden[k] != 0 ? hiddenScore(wave.items[i])
                                                       : scoreOf(wave.items[i], std::move(answers[k])));
    }
    for (SegmentScores& segment : segments)
        segment.domains = domainScores(wave.items, segment.items);
    return segments;
}

std::vector<ScoreChange> itemChanges(const SurveyWave& earlier, const WaveScores& earlierScores,
                                     const SurveyWave& later, const WaveScores& laterScores)
{
    std::vector<ScoreChange> changes;
    for (const Compared& pair : compared(earlier, earlierScores, later, laterScores)) {
        const ItemScore &before = earlierScores.items[pair.earlier], &after = laterScores.items[pair.later];
        changes.push_back({after.code, 1, *after.favourable - *before.favourable, *after.mean - *before.mean});
    }
    return changes;
}

std::vector<ScoreChange> domainChanges(const SurveyWave& earlier, const WaveScores& earlierScores,
                                       const SurveyWave& later, const WaveScores& laterScores)
{
    std::vector<ScoreChange> changes;
    for (const Compared& pair : compared(earlier, earlierScores, later, laterScores)) {
        const std::string& domain = later.items[pair.later].domain;
        auto change =
            std::find_if(changes.begin(), changes.end(), [&](const ScoreChange& c) { return c.code == domain; });
        if (change == changes.end())
            change = changes.insert(changes.end(), ScoreChange{domain, 0, 0.0, std::nullopt});
        change->favourable += *laterScores.items[pair.later].favourable - *earlierScores.items[pair.earlier].favourable;
        ++change->items;
    }
    for (ScoreChange& change : changes)
        change.favourable /= static_cast<double>(change.items);
    return changes;
}

} // namespace weavemap::health
