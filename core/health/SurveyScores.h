// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace weavemap::health {

/// Which way a high answer points.
enum class ItemSense { asWritten, reversed };

/// A question that is answered on a scale (domain 3.5).
struct SurveyItem
{
    std::string code;   ///< the same in every wave
    std::string domain; ///< what it is a sign of: items of one domain are scored together
    int lowest = 1;
    int highest = 5;
    int favourableFrom = 4; ///< from here up an answer is favourable, after a reversed one was turned round
    ItemSense sense = ItemSense::asWritten;
};

/// What one person answered. Nobody is named here, and nobody can be found from it.
struct SurveyResponse
{
    /// By item; absent: not answered, or "too soon, does not apply".
    std::vector<std::optional<int>> answers;
    std::string segment; ///< what results may be split by; empty: not said
};

/// Answers of one round.
struct SurveyWave
{
    std::span<const SurveyItem> items;
    std::span<const SurveyResponse> responses;
    std::optional<std::size_t> invited; ///< how many were asked; absent: not known
};

/// How one item was answered. Hidden where fewer than five answered, or where that would give others away: then nothing
/// but `isHidden` is set.
struct ItemScore
{
    std::string code;
    bool isHidden = false;
    std::optional<std::size_t> n;     ///< who answered it
    std::optional<double> favourable; ///< share of n, in [0, 1]
    std::optional<double> mean;       ///< on the item's scale, reversed ones turned round
    std::vector<std::size_t> counts;  ///< of each answer from the lowest to the highest, as it was given

    bool operator==(const ItemScore&) const = default;
};

/// The items of one domain together.
struct DomainScore
{
    std::string domain;
    std::size_t items = 0;            ///< that are shown and therefore in the mean
    std::optional<double> favourable; ///< mean of the items' favourable shares; absent where none is shown
    bool operator==(const DomainScore&) const = default;
};

struct WaveScores
{
    std::size_t responses = 0;          ///< with at least one answer on a scale
    std::size_t empty = 0;              ///< without any
    std::optional<double> responseRate; ///< responses / invited; above 1 where more answered than were asked
    std::vector<ItemScore> items;       ///< in the order of the wave
    std::vector<DomainScore> domains;   ///< in the order in which items first name them
};

/// Scores of a wave: favourable share, mean, n, response rate. Answers that are not given count nowhere. Pure;
/// O(responses x items).
/// Errors: invalidArgument ("answers", how many) where a response has not one place for each item; outOfRange (code,
/// value, "lowest to highest") for an answer that is not on the scale, or a scale that has no two steps.
Result<WaveScores> scoreWave(const SurveyWave& wave);

/// Scores of the people of one segment.
struct SegmentScores
{
    std::string segment; ///< empty: those who did not say
    std::vector<ItemScore> items;
    std::vector<DomainScore> domains;
};

/// The same by segment, in the order of their names. Beside `scoreWave`, which shows the total of each item, no hidden
/// cell can be worked out: `hiddenCells` of the people who answered an item, by segment. Cost and errors as
/// `scoreWave`.
Result<std::vector<SegmentScores>> scoreBySegment(const SurveyWave& wave);

/// How many must have answered in both waves before a change is said.
inline constexpr std::size_t kLeastForChange = 10;

/// What became of an item or a domain; later minus earlier.
struct ScoreChange
{
    std::string code;           ///< of the item or the domain
    std::size_t items = 1;      ///< that the change is over
    double favourable = 0.0;    ///< difference of shares, in [-1, 1]
    std::optional<double> mean; ///< difference on the scale; items only
};

/// Changes of those items that both waves hold on the same scale with `kLeastForChange` answers or more each, in the
/// order of `later`; and of domains over just these items. Items are told apart by their code. Pure; O(items^2).
std::vector<ScoreChange> itemChanges(const SurveyWave& earlier, const WaveScores& earlierScores,
                                     const SurveyWave& later, const WaveScores& laterScores);
std::vector<ScoreChange> domainChanges(const SurveyWave& earlier, const WaveScores& earlierScores,
                                       const SurveyWave& later, const WaveScores& laterScores);

} // namespace weavemap::health
