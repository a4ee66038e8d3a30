// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/Introduction.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// Whom a draft e-mail is for: one side is asked first, both are written to once they agreed.
enum class MailTo { a, b, both };

/// A piece of a draft e-mail, in order; the words are the window's. The comment names its arguments.
enum class MailPart {
    greetOne,          ///< name
    greetBoth,         ///< name, name
    askToMeet,         ///< whom: name
    askToMeetPeer,     ///< - : they are not named before they agreed
    whoTheyAre,        ///< name, role, organization, region (each but the name may be empty)
    whoPeerIs,         ///< role, region (each may be empty; never both)
    introduceBoth,     ///< name, name
    hasAsked,          ///< name or empty: they are not named before they agreed
    youAsked,          ///< - : who is written to
    isLookingFor,      ///< name or empty (the one who is written to), words of their note
    canOffer,          ///< name or empty (the one who is written to), words of their note
    sharedTopic,       ///< topic
    sameRole,          ///< role
    sameRoleElsewhere, ///< role; they are of two regions
    sharedContact,     ///< name
    worthMeeting,      ///< - : no reason may be quoted
    mayI,              ///< -
    overToYou,         ///< -
    sign,              ///< name of who works here, or empty
};

struct MailPiece
{
    MailPart part = MailPart::worthMeeting;
    std::vector<std::string> args;
    bool operator==(const MailPiece&) const = default;
};

struct MailDraft
{
    std::vector<std::string> addresses; ///< those that are known
    std::vector<MailPiece> pieces;
};

/// A draft for an introduction, stored or not. It leaves the office, so only lines marked shareable are quoted, to
/// others than whose they are only where these agreed: they are shown by name, or said yes to being introduced. Nobody
/// who is shown by code or not at all is named before they said yes. That one of them asked
/// for it is said, without their words, where their line is not only its writer's.
/// Errors: notFound; invalidArgument ("consent") for both where one of them may not be named yet or said no.
Result<MailDraft> draftMail(store::Records& records, const Introduction& introduction, MailTo to, PersonId me);

} // namespace weavemap::actions
