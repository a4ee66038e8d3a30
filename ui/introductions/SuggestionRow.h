// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/SuggestIntroductions.h"
#include "ui/widgets/Place.h"

class QHBoxLayout;
class QScrollArea;

namespace weavemap::ui {

class SuggestionCard;
class TextLabel;

/// The suggestions side by side, below the sentence that tells whom they reach; nothing where there is none. Who acts
/// on one goes on with the next.
class SuggestionRow : public QWidget
{
    Q_OBJECT

public:
    explicit SuggestionRow(Office& office, QWidget* parent = nullptr);

    /// The same suggestions stay as they are: a host that was chosen, and the keyboard. False where the keyboard was on
    /// a card, and none is left to give it to.
    bool setPage(const actions::SuggestionPage& page);

Q_SIGNALS:
    void introduceRequested(const weavemap::weaving::Suggestion& suggestion, weavemap::PersonId host);
    void mailRequested(const weavemap::weaving::Suggestion& suggestion, weavemap::PersonId host);
    void putAsideRequested(const weavemap::weaving::Suggestion& suggestion);
    void apartRequested(weavemap::PersonId a, weavemap::PersonId b);
    void personRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// As high as the tallest card, with room for the scroll bar below.
    void fitHeight();
    SuggestionCard* makeCard(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page);
    /// The card in whose place the keyboard is, or null.
    const SuggestionCard* cardInHand() const;

    Office m_office;
    TextLabel* m_spread;
    QScrollArea* m_area;
    QHBoxLayout* m_row;
    std::vector<SuggestionCard*> m_cards;
};

} // namespace weavemap::ui
