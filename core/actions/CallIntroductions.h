// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/base/Result.h"
#include "core/domain/Conversation.h"
#include "core/domain/Introduction.h"
#include "core/store/Records.h"

/// What becomes of the introductions that a call asks for: each line that names both people stands for a record on the
/// board. What writes is the inside of the change that stores the call.
namespace weavemap::actions {

/// Whether a line of a note wants two people introduced to each other: it names both, and they are not introduced yet.
bool isWish(const NoteItem& line);

/// The record that such a line becomes: proposed on the day of its call, because a member asked, nobody asked yet. It
/// leads to the line and its call, copies none of their words, and is as confidential as they are.
Introduction introductionOf(const NoteItem& wish, const Conversation& call);

/// How two people stand on the board.
struct BoardStanding
{
    bool isApart = false;    ///< they are never to be introduced
    IntroductionId underWay; ///< an open introduction of the two; 0: none
};
Result<BoardStanding> standingOf(store::Records& records, PersonId a, PersonId b);

/// The introduction that a line stands for: the one that came of it, else one of the two that is open.
Result<std::optional<Introduction>> introductionFor(store::Records& records, const NoteItem& line);

/// A line came to the file: proposes what it wants, unless an introduction of the two is open, which then is it. What
/// was proposed; nothing where nothing was. Errors: invalidArgument ("apart", both names) where they are kept apart.
Result<std::optional<IntroductionId>> proposeWish(store::Records& records, const NoteItem& line,
                                                  const Conversation& call);

/// A line that is to replace `before`, with the state that the board gives it: an introduction that came of it says
/// whether the wish is granted.
Result<NoteItem> withStateOfBoard(store::Records& records, const NoteItem& before, NoteItem line);

/// A line of a call is another one now. An introduction that came of it and that nobody has worked on since follows, or
/// goes where nothing is wanted any more; one that somebody has worked on stays on the board, without the line where
/// that is about others. Other people are proposed anew. Errors as above.
Result<std::optional<IntroductionId>> changeWish(store::Records& records, const NoteItem& before,
                                                 const Conversation& callBefore, const NoteItem& line,
                                                 const Conversation& call);

/// A line is about to go: so does what came of it, where nobody has worked on it since.
Result<> withdrawWish(store::Records& records, const NoteItem& line, const Conversation& call);

} // namespace weavemap::actions
