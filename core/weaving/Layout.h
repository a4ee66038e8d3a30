// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/weaving/Tokens.h"

namespace weavemap::weaving {

/// What a heading, a label ("Need: ...") or a question of a form says about the words behind it.
enum class Label {
    none,
    need,
    offer,
    barrier,
    introduction,
    todo,
    todoTheirs,
    ties,
    tiesTalked,
    project,
    heard,
    relies,
    goesTo
};

/// Whose words they are: who is meant by "I".
enum class Voice { staff, letter, chat };

/// A run of tokens from one stop to the next, on one line, and what its surroundings say of it.
struct Sentence
{
    std::size_t first = 0; ///< token
    std::size_t last = 0;  ///< past the last token, stop included
    std::size_t lead = 0;  ///< first token of the label or speaker before it; `first` where there is none
    Label label = Label::none;
    Voice voice = Voice::staff;
    bool isQuestion = false;
    bool startsLine = false; ///< nothing but a bullet before it
    bool startsParagraph = false;
    bool isByWriter = false;      ///< "me: ..." in a chat
    std::size_t speakerFirst = 0; ///< "Nadia: ..." and "From: Theo Lang": the tokens of the name; equal: nobody
    std::size_t speakerLast = 0;
    bool isSpeakerCarried = false; ///< named before an earlier sentence of the line
};

/// Takes a note apart: headers, signatures and quoted mail are left out; chats, letters, forms, lists under a heading
/// and labels are told apart. Linear in the tokens.
std::vector<Sentence> sentencesOf(std::string_view text, const std::vector<Token>& tokens);

} // namespace weavemap::weaving
