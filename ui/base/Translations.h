// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap::ui {

/// Installs the plural forms of English ("1 member", "2 members"). Needs the QCoreApplication; once for a process, in
/// every program of ours. False where they could not be loaded: counted texts then keep their plural.
bool installTranslations();

} // namespace weavemap::ui
