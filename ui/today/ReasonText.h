// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/Date.h"
#include "core/weaving/CallQueue.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

/// A reason to call somebody, as its pill says it: words, and the points it adds.
PillText reasonPill(const weaving::QueueReason& reason, Date today);

/// The reason as the rules name it, whoever it is about: "A promise is late".
QString reasonName(weaving::CallReason reason);

/// What an introduction waits for: "asked 2 October, no answer yet".
QString waitText(weaving::IntroductionWait wait, Date since, Date today);

} // namespace weavemap::ui
