// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/domain/Confidentiality.h"
#include "core/domain/Ids.h"

namespace weavemap {

enum class ProjectStatus { idea = 0, underWay = 1, done = 2, paused = 3 };

/// How the office heard of it.
enum class ProjectHeard { unknown = 0, call = 1, survey = 2, convening = 3 };

/// What it grew out of.
enum class ProjectOrigin { unknown = 0, introduction = 1, convening = 2, resource = 3 };

/// Something that members do together (domain 3.7), with the people who are in it.
struct Project
{
    ProjectId id;
    std::string name;
    std::string purpose;
    std::optional<Date> started;
    ProjectStatus status = ProjectStatus::underWay;
    bool isPlannedByUs = false; ///< by the association itself: kept apart from what emerges among members
    ProjectHeard heard = ProjectHeard::unknown;
    ConversationId conversation; ///< where it was first heard of; 0: none
    ProjectOrigin origin = ProjectOrigin::unknown;
    IntroductionId introduction; ///< the one it came from; 0: none
    ConveningId convening;       ///< the one it came from; 0: none
    PersonId writer;             ///< who wrote it down; 0: not said
    Confidentiality confidentiality = Confidentiality::staff;
    std::vector<PersonId> people; ///< each once, in the order in which they were added

    bool operator==(const Project&) const = default;
};

/// A name.
Result<> validate(const Project& project);

} // namespace weavemap
