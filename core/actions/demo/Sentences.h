// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/domain/Introduction.h"
#include "core/domain/Tie.h"

namespace weavemap::actions::demo {

/// What the notes of the sample network are made of. In each sentence `{topic}` stands for a topic, `{other}` for the
/// name of another person, `{thing}` for what is looked for, offered or promised.
using Sentences = std::span<const std::string_view>;

Sentences topics();
Sentences openings();               ///< what someone works on
Sentences closings();               ///< how they are, how they find the network
Sentences mentions(TieDepth depth); ///< what is said of `{other}`
Sentences needs();                  ///< things looked for
Sentences needSentences();
Sentences offers(); ///< things offered
Sentences offerSentences();
Sentences promises(); ///< what staff promised, as a task: "Send {other} ..."
Sentences missed();   ///< calls that reached nobody
Sentences tables();   ///< what a table at a convening talked about
Sentences quotes();
Sentences confidences(); ///< what is said for one pair of ears
Sentences leaveReasons();
Sentences contactPreferences();
Sentences whys(IntroductionReason reason); ///< why two people should meet, `{other}` the second of them
Sentences outcomes();                      ///< what came of an introduction
Sentences refusals();                      ///< why one of them did not want it
Sentences quarrels();                      ///< why two people are kept apart
Sentences absences();                      ///< why somebody is not to be called for a while

/// `sentence` with `{topic}`, `{other}` and `{thing}` filled in.
std::string filled(std::string_view sentence, std::string_view topic, std::string_view other, std::string_view thing);
/// With a capital first letter (ASCII letters).
std::string capitalized(std::string text);

} // namespace weavemap::actions::demo
