// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/actions/IntroductionMail.h"
#include "core/actions/SuggestIntroductions.h"
#include "core/domain/Introduction.h"

namespace weavemap::ui {

/// The words of introductions, the same in the window and in the terminal.
QString words(IntroductionState state);
QString words(IntroductionReason reason);
QString words(IntroductionConsent consent);
QString words(IntroductionStrength strength);
QString words(weaving::Lens lens);

/// Why two are suggested, in a sentence or two that cite the record: "On 3 October Ana said she needs ...". Quotes
/// lines as the reader of the page may see them.
QString reasonSentence(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page, Date today);
/// Whom the suggestions reach: "8 people of 5 regions; 2 of them are of the best connected quarter."
QString spreadSentence(const weaving::SuggestionSpread& spread);

/// A draft as the text of an e-mail, in paragraphs.
QString mailText(const actions::MailDraft& draft);

} // namespace weavemap::ui
