// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/sna/Topics.h"

namespace weavemap::ui {

/// What a figure is called where there is little room: "Go-between".
QString measureTitle(sna::Topic topic);
/// One plain sentence that says what it means for people, never for statistics.
QString measureSentence(sna::Topic topic);
/// What to beware of when reading it; empty where there is nothing.
QString measureCaution(sna::Topic topic);

} // namespace weavemap::ui
