// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Verbs by what promising them means. All take a lemma.
namespace weavemap::weaving {

/// What staff do for members.
bool isAction(std::string_view lemma);
/// No promise, whoever says that they will.
bool isState(std::string_view lemma);
/// What somebody does for the staff, where it is said without "us".
bool isSending(std::string_view lemma);
/// What staff do where nobody is said to do it.
bool isOurs(std::string_view lemma);
/// Coming, going and what happens at events: a member's plan is no promise.
bool isEvent(std::string_view lemma);
/// Settles a day when it is done: "pencilled in a visit for 14 April".
bool isBooking(std::string_view lemma);

} // namespace weavemap::weaving
