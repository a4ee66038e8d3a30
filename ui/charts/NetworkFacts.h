// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "ui/models/FiguresService.h"

namespace weavemap::ui {

/// A figure of the whole network as a person reads it: the number, a sentence, what to bear in mind, the measure's
/// name.
struct NetworkFact
{
    QString figure;
    QString sentence;
    QString caution;          ///< empty where there is nothing to bear in mind
    QString measure;          ///< the field's term, for the tooltip
    bool isComputing = false; ///< it is of the network before, or there is none yet
};

/// The figures of the network in the order of reading: ties, reach, weak spots, centre. Pure.
std::vector<NetworkFact> networkFacts(const FiguresResult& figures);

} // namespace weavemap::ui
