// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Note.h"

namespace weavemap::weaving {

std::string_view codeOf(ProposalKind kind)
{
    switch (kind) {
    case ProposalKind::tie:
        return "tie";
    case ProposalKind::person:
        return "person";
    case ProposalKind::need:
        return "need";
    case ProposalKind::offer:
        return "offer";
    case ProposalKind::followUp:
        return "follow_up";
    case ProposalKind::introduction:
        return "introduction";
    case ProposalKind::project:
        return "project";
    case ProposalKind::barrier:
        return "barrier";
    case ProposalKind::topic:
        return "topic";
    }
    return "";
}

std::string_view codeOf(Collaboration collaboration)
{
    switch (collaboration) {
    case Collaboration::never:
        return "never";
    case Collaboration::past:
        return "past";
    case Collaboration::now:
        return "now";
    }
    return "";
}

} // namespace weavemap::weaving
