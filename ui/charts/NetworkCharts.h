// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "core/actions/Figures.h"
#include "core/base/Date.h"
#include "core/domain/Conversation.h"
#include "ui/chartkit/ChartSpec.h"
#include "ui/models/FiguresService.h"

namespace weavemap::ui {

/// What a chart of people needs to know about each beside the figures.
struct ChartPeople
{
    std::function<QString(PersonId)> name;
    std::function<int(PersonId)> colour;
    std::function<bool(PersonId)> heard;
};

/// Conversations that reached somebody, by month: `months` months up to today's, which is marked as unfinished.
ChartSpec callsPerMonth(const std::vector<Conversation>& conversations, Date today, int months);

/// Members by how many people they are in touch with; those with no known tie stand out.
ChartSpec degreeDistribution(const FiguresResult& figures);

/// Each member by ties and by how often they stand between others; at most five names, on screen only.
ChartSpec goBetweens(const FiguresResult& figures, const ChartPeople& people);

/// Each member by ties and by how near they are to everyone (harmonic closeness); at most five names, on screen only.
ChartSpec nearness(const FiguresResult& figures, const ChartPeople& people);

/// Ties per member at the end of each month.
ChartSpec tiesPerMember(const std::vector<actions::MonthFigures>& months);
/// Density at the end of each month, in per cent.
ChartSpec density(const std::vector<actions::MonthFigures>& months);

} // namespace weavemap::ui
