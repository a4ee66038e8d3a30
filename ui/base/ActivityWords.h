// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Convening.h"
#include "core/domain/Project.h"

namespace weavemap::ui {

/// The words of convenings and projects.
QString words(ConveningKind kind);
QString words(ConveningForm form);
QString words(ProjectStatus status);
QString words(ProjectHeard heard);
QString words(ProjectOrigin origin);

/// What somebody had to do with a convening: "Came to Spring convening", "Invited to ...". That they did not come is
/// only said where it is known who did.
QString attendanceSentence(const Attendance& attendance, const Convening& convening, bool isKnownWhoCame, Date today);

} // namespace weavemap::ui
