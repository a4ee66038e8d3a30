// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/QuestionChoice.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <unordered_map>

namespace weavemap::weaving {

namespace {

struct Candidate
{
    ChosenQuestion chosen;

    /// What comes first: why, the answer known longest, asked never or longest ago, the order of the bank.
    auto rank() const
    {
        constexpr Date kNever = Date::fromDays(INT32_MIN);
        return std::tuple(chosen.why, chosen.since.value_or(kNever), chosen.lastAsked.value_or(kNever),
                          chosen.question.group, chosen.question.order, chosen.question.id);
    }
};

QuestionWhy whyOf(const Question& question, const Knowledge& knowledge, Date today)
{
    if (question.fills == QuestionFills::nothing)
        return QuestionWhy::open;
    if (knowledge.state == Knowledge::State::missing)
        return QuestionWhy::missing;
    const bool isStale = knowledge.since && knowledge.since->addMonths(kStaleMonths) <= today;
    return isStale ? QuestionWhy::stale : QuestionWhy::known;
}

} // namespace

std::vector<ChosenQuestion> chooseQuestions(std::span<const Question> bank, std::span<const AskedBefore> asked,
                                            const KnowledgeOf& knowledge, EngagementLevel level, Date today,
                                            std::size_t count)
{
    std::unordered_map<QuestionId, Date> lastAsked;
    for (const AskedBefore& row : asked) {
        const auto [known, isNew] = lastAsked.emplace(row.question, row.on);
        if (!isNew)
            known->second = std::max(known->second, row.on);
    }
    std::vector<Candidate> candidates;
    for (const Question& question : bank) {
        const Knowledge& known = knowledge[static_cast<std::size_t>(question.fills)];
        const bool suits = question.level == EngagementLevel::unknown || question.level == level;
        const bool isBeside = question.fills != QuestionFills::nothing && known.state == Knowledge::State::beside;
        if (question.retired || !suits || isBeside)
            continue;
        Candidate candidate;
        candidate.chosen.question = question;
        candidate.chosen.why = whyOf(question, known, today);
        if (candidate.chosen.why == QuestionWhy::stale || candidate.chosen.why == QuestionWhy::known)
            candidate.chosen.since = known.since;
        if (const auto before = lastAsked.find(question.id); before != lastAsked.end()) {
            if (before->second.addDays(kQuestionRestDays) > today)
                continue;
            candidate.chosen.lastAsked = before->second;
        }
        candidates.push_back(std::move(candidate));
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& left, const Candidate& right) { return left.rank() < right.rank(); });

    // First what differs in group and in what it fills; then what is left, in the same order.
    std::vector<ChosenQuestion> chosen;
    std::set<QuestionGroup> groups;
    std::set<QuestionFills> fills;
    for (const bool isSpread : {true, false}) {
        for (Candidate& candidate : candidates) {
            const Question& question = candidate.chosen.question;
            if (chosen.size() == count)
                break;
            if (!question.id) // taken
                continue;
            const bool isOther = !groups.contains(question.group) &&
                                 (question.fills == QuestionFills::nothing || !fills.contains(question.fills));
            if (isSpread && !isOther)
                continue;
            groups.insert(question.group);
            fills.insert(question.fills);
            chosen.push_back(std::move(candidate.chosen));
            candidate.chosen = {};
        }
    }
    return chosen;
}

} // namespace weavemap::weaving
