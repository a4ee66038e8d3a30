// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap {

/// Who may see a note, or a single field. `onlyMe` and `staff` never leave the office in any form; `onlyMe` is seen by
/// the staff person who wrote it alone.
enum class Confidentiality { shareable = 0, staff = 1, onlyMe = 2 };

} // namespace weavemap
