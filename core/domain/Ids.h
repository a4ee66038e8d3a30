// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

namespace weavemap {

using PersonId = Id<struct PersonTag>;
using OrganizationId = Id<struct OrganizationTag>;
using AttributeId = Id<struct AttributeTag>;
using TieId = Id<struct TieTag>;
using OverlayId = Id<struct OverlayTag>;
using EvidenceId = Id<struct EvidenceTag>;
using ConversationId = Id<struct ConversationTag>;
using NoteItemId = Id<struct NoteItemTag>;
using FollowUpId = Id<struct FollowUpTag>;
using ViewId = Id<struct ViewTag>;

} // namespace weavemap
