// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"

namespace weavemap {

/// Who counts: member figures are over members; staff and outside people count only when asked for.
enum class PersonKind { member = 0, staff = 1, outside = 2 };

/// The level of engagement a member has chosen (domain: levels of participation). Never computed.
enum class EngagementLevel { unknown = 0, core = 1, active = 2, occasional = 3, peripheral = 4 };

/// How a person agreed to be shown in what leaves the office. `unset` counts as initials in reports, in full in maps
/// and exports that staff make.
enum class ShowConsent { unset = 0, byName = 1, byCode = 2, notShown = 3 };

/// A person of the network. A value; owned by whoever holds it.
struct Person
{
    PersonId id;
    PersonKind kind = PersonKind::member;
    std::string name;      ///< as the person writes it; never empty
    std::string nicknames; ///< what else they are called, separated by commas
    std::string sourceId;  ///< id in the file it was imported from, byte for byte; empty: none
    std::string email;
    std::string phone;
    std::string role;
    std::string region;
    OrganizationId organization; ///< 0: none
    EngagementLevel level = EngagementLevel::unknown;
    std::string contactPreference; ///< "called, weekday mornings"
    std::string about;             ///< a note about them
    Confidentiality aboutLevel = Confidentiality::staff;
    PersonId aboutBy; ///< who wrote it; 0: not said
    ShowConsent consent = ShowConsent::unset;
    std::optional<Date> joined;
    std::optional<Date> left;
    std::string leftReason;
    std::optional<Date> archived; ///< put away: kept, but not current

    bool operator==(const Person&) const = default;

    /// Whether this is a member who has joined (or whose joining is not known) and not left or been archived on `date`.
    bool isCurrentMemberOn(Date date) const;
    /// The same for anybody, whatever the kind.
    bool isHereOn(Date date) const;
};

/// An organization: a school, district or partner that people belong to.
struct Organization
{
    OrganizationId id;
    std::string name;
    std::string kind;
    std::string region;
    bool operator==(const Organization&) const = default;
};

/// A further column about people: made by an import or by the user.
struct Attribute
{
    AttributeId id;
    std::string name; ///< the exact header
    bool operator==(const Attribute&) const = default;
};

/// Checks what a person must satisfy before it is stored: a name, dates in order, an e-mail that has an @.
Result<> validate(const Person& person);
Result<> validate(const Organization& organization);
Result<> validate(const Attribute& attribute);

} // namespace weavemap
