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
using IntroductionId = Id<struct IntroductionTag>;
using IntroductionStepId = Id<struct IntroductionStepTag>;
using ApartPairId = Id<struct ApartPairTag>;
using QuestionId = Id<struct QuestionTag>;
using AskedQuestionId = Id<struct AskedQuestionTag>;
using SnoozeId = Id<struct SnoozeTag>;
using ConveningId = Id<struct ConveningTag>;
using AttendanceId = Id<struct AttendanceTag>;
using ProjectId = Id<struct ProjectTag>;
using ViewId = Id<struct ViewTag>;

} // namespace weavemap
