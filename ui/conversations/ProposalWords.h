// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/Date.h"
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

/// `about`: who is meant where nobody is named; their name is not said again.
ProposalFace faceOf(const NoteProposal& proposal, const PersonChoice& about);
/// What the reader had to guess, in a few words; empty where it is sure.
QString doubtWords(weaving::Doubt doubt);

} // namespace weavemap::ui
