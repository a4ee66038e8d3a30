// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "core/domain/Introduction.h"
#include "ui/base/Theme.h"
#include "ui/conversations/NoteRead.h"

namespace weavemap::ui {

/// How a proposal reads on the page.
struct ProposalFace
{
    QString icon;
    ColorRole iconRole = ColorRole::muted;
    QString kind;  ///< "Need"
    QString title; ///< what will be recorded: "Jun Takeda and Vera Lindgren"
    QString facts; ///< "Have talked", "By Friday 23 October · yours"; empty: none
};

/// How two people stand on the board of introductions, as far as whoever works here may know.
struct BoardSays
{
    bool isApart = false; ///< never to be introduced
    std::optional<IntroductionState> underWay;
};

/// `about`: who is meant where nobody is named; their name is not said again. `board`: of an introduction.
ProposalFace faceOf(const NoteProposal& proposal, const PersonChoice& about, const BoardSays& board = {});
/// As a line of its own reads.
QString sentenceCase(QString text);
/// Why an introduction of two people is not recorded.
QString apartSentence(const QString& a, const QString& b);
/// What the reader had to guess, in a few words; empty where it is sure.
QString doubtWords(weaving::Doubt doubt);

} // namespace weavemap::ui
