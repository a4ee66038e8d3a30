// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Person.h"

namespace weavemap::ui {

/// How names are written on a map, from the most open to the most closed.
enum class NamesPolicy { full = 0, initials = 1, codes = 2, hidden = 3 };

/// Where a picture goes. The screen of the office shows everybody by name under `NamesPolicy::full`; what leaves obeys
/// each person's consent. An unset consent counts as full in maps and exports that staff make, as initials in reports.
enum class MapPurpose { screen, staffExport, report };

/// How one person is shown in the end. `leftOut`: neither disc nor label, but still counted in figures.
enum class ShownAs { full = 0, initials = 1, code = 2, nameless = 3, leftOut = 4 };

/// The stricter of the policy and the person's consent.
ShownAs shownAs(NamesPolicy policy, ShowConsent consent, MapPurpose purpose);

/// The label of a person shown this way; empty for `nameless` and `leftOut`. Initials are written "A.R.".
QString shownName(ShownAs shown, const QString& name, const QString& initials, int codeNumber);

/// "P-014": a code that stands for a person; the number comes from the caller and stays the same for good.
QString personCode(int number);

} // namespace weavemap::ui
