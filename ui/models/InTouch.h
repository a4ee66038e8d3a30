// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/actions/Roster.h"
#include "core/base/Date.h"

namespace weavemap::ui {

class PeopleModel;

/// With whom a person is in touch: those of `ties` that the grid's number counts, which are the exchange ties open on
/// `on` to current members. In the order given.
std::vector<actions::ProfileTie> inTouch(const std::vector<actions::ProfileTie>& ties, const PeopleModel& people,
                                         Date on);

/// What a list of `ties` holds beyond the `counted` ones: "8 more know of each other", or "8 further ties" where some
/// of them go deeper. Empty where the list ends with those counted.
QString furtherTies(const std::vector<actions::ProfileTie>& ties, int counted);

} // namespace weavemap::ui
