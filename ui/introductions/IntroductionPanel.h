// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/Introductions.h"
#include "ui/widgets/Place.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class LevelChip;
class LinkLabel;
class MemberField;
class ParagraphField;
class TextLabel;

/// One introduction with all its fields: who, state, consent of each side, host, strength of the act, when to ask how
/// it went, why, what came of it and who may see it; the call and the lines it rests on, its steps, and the tie that
/// came of it. Each choice is handed on at once.
class IntroductionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit IntroductionPanel(Office& office, QWidget* parent = nullptr);

    void setCard(const actions::IntroductionCard& card);
    /// Shows the state and the host of the record again: others were refused.
    void putBack();
    /// Keeps no word of anybody.
    void forget();
    IntroductionId id() const { return m_card.introduction.id; }
    /// Gives the first field the keyboard.
    void focusFirst();

Q_SIGNALS:
    /// A field was changed by hand.
    void changed(const weavemap::Introduction& introduction);
    void personRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    void tieShown(weavemap::TieId tie);
    /// The two are not to be introduced after all.
    void apartRequested(weavemap::PersonId a, weavemap::PersonId b);
    /// And they may be again.
    void allowRequested(const weavemap::ApartPair& pair);
    void tieRequested(const weavemap::Introduction& introduction);
    void mailRequested(const weavemap::Introduction& introduction);
    void removeRequested(const weavemap::Introduction& introduction);
    void closeRequested();

private:
    QWidget* buildHead();
    QWidget* buildApart();
    void buildFields(QVBoxLayout* column);
    void store();
    void presentSource();
    void presentSteps();
    void presentTie();
    void presentApart();
    void presentLevel();
    LinkLabel* addSource(QVBoxLayout* column, const QString& objectName);

    Office m_office;
    actions::IntroductionCard m_card;
    LinkLabel* m_a;
    LinkLabel* m_b;
    TextLabel* m_reason;
    LinkLabel* m_conversation;
    LinkLabel* m_need;
    LinkLabel* m_offer;
    QWidget* m_apart;
    TextLabel* m_apartWords;
    Button* m_lapse;
    Button* m_allow;
    QComboBox* m_state;
    TextLabel* m_consentLabelA;
    TextLabel* m_consentLabelB;
    QComboBox* m_consentA;
    QComboBox* m_consentB;
    MemberField* m_host;
    QComboBox* m_strength;
    QComboBox* m_followUp;
    QLineEdit* m_topic;
    ParagraphField* m_why;
    QLineEdit* m_outcome;
    LevelChip* m_level;
    TextLabel* m_tieWords;
    LinkLabel* m_tie;
    Button* m_recordTie;
    TextLabel* m_steps;
    Button* m_mail;
    Button* m_remove;
    Button* m_never;
};

} // namespace weavemap::ui
