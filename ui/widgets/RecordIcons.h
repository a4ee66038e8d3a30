// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Conversation.h"
#include "ui/base/Theme.h"

namespace weavemap::ui {

/// Names of the icons that stand for records, the same in every place.

/// The icon of a kind of conversation.
QString kindIcon(ConversationKind kind);
/// The icon of something a conversation brought up.
QString itemIcon(NoteItemKind kind);
/// Its colour: needs and offers have one of their own.
ColorRole itemRole(NoteItemKind kind);
/// "lock" for only me, "staff" for staff, "eye" for what may be shared.
QString confidentialityIcon(Confidentiality confidentiality);

} // namespace weavemap::ui
