// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/weaving/Findings.h"

namespace weavemap::weaving {

/// Projects: known ones by name, others by what several people run, start or plan.
void findProjects(const Reading& reading, const std::vector<NameInText>& projects);

} // namespace weavemap::weaving
