// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/SuggestIntroductions.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Place.h"

class QComboBox;

namespace weavemap::ui {

class Button;

/// Two people who might be introduced: by which lens, why in the record's words, how each agreed to be shown, who could
/// host, and what to do about it.
class SuggestionCard : public Card
{
    Q_OBJECT

public:
    static constexpr int kWidth = 424;

    SuggestionCard(Office& office, const weaving::Suggestion& suggestion, const actions::SuggestionPage& page,
                   QWidget* parent = nullptr);

    PersonId host() const;
    /// Whether it says the same as a card of `suggestion` would, made now.
    bool says(const Office& office, const weaving::Suggestion& suggestion, const actions::SuggestionPage& page) const;

    bool isOfSameTwo(const SuggestionCard& other) const;
    /// Gives what is most often wanted of it the keyboard.
    void takeFocus();

Q_SIGNALS:
    void introduceRequested(const weavemap::weaving::Suggestion& suggestion, weavemap::PersonId host);
    void mailRequested(const weavemap::weaving::Suggestion& suggestion, weavemap::PersonId host);
    void putAsideRequested(const weavemap::weaving::Suggestion& suggestion);
    void apartRequested(const weavemap::weaving::Suggestion& suggestion);
    void personRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);

private:
    QWidget* buildNames(const actions::SuggestionPage& page);
    QWidget* buildButtons(bool mayWrite);
    void fillHosts(const Office& office, const actions::SuggestionPage& page);

    weaving::Suggestion m_suggestion;
    QStringList m_words; ///< names, reason and consents as they are shown
    QComboBox* m_host;
    Button* m_introduce;
    Button* m_mail;
};

} // namespace weavemap::ui
