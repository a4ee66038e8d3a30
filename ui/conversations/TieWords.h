// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Tie.h"

namespace weavemap::ui {

/// A direction of a tie in a sentence: "Ana Ruiz goes to Ben Okafor for advice on #grants". Somebody without a name is
/// somebody.
QString directionSentence(OverlayKind kind, const QString& from, const QString& to, const QString& topic = {});

/// Whether a direction of this kind may be about a topic.
bool mayHaveTopic(OverlayKind kind);

/// A topic as it is stored: without the sign and the spaces people type before it.
QString plainTopic(const QString& typed);

} // namespace weavemap::ui
