// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/Date.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"

namespace weavemap {

/// What brings people together: a convening, or one of the activities between convenings (domain 3.6).
enum class ConveningKind {
    convening = 0,
    workingGroup = 1,
    webinar = 2,
    officeHour = 3,
    newsletter = 4,
    mentoring = 5,
};

enum class ConveningForm { unknown = 0, inPerson = 1, online = 2, both = 3 };

/// An event of the network, held or planned: which of the two, its date says.
struct Convening
{
    ConveningId id;
    std::string title;
    Date on;
    ConveningKind kind = ConveningKind::convening;
    ConveningForm form = ConveningForm::unknown;
    std::string place;
    std::string purpose;
    PersonId writer; ///< who wrote it down; 0: not said
    Confidentiality confidentiality = Confidentiality::staff;

    bool operator==(const Convening&) const = default;

    bool isHeldBy(Date today) const { return on <= today; }
};

/// What is known of one person and one convening; at least one of the three. Who came need not have been invited.
struct Attendance
{
    AttendanceId id;
    ConveningId convening;
    PersonId person;
    bool invited = false;
    bool registered = false;
    bool came = false;

    bool operator==(const Attendance&) const = default;
};

/// A title.
Result<> validate(const Convening& convening);
/// Somebody at something, and at least one of the three.
Result<> validate(const Attendance& attendance);

} // namespace weavemap
