// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/actions/Roster.h"

namespace weavemap::ui {

class PeopleModel;

/// A line of a person's page: "Level", "core, by choice".
struct PersonFact
{
    QString label;
    QString text; ///< never empty
};

/// What is known of a person beside name, role and place, in the order of the page; each thing once.
std::vector<PersonFact> factsOf(const actions::Profile& profile, const PeopleModel& people);

} // namespace weavemap::ui
