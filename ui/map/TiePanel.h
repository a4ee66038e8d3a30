// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/domain/Tie.h"
#include "ui/widgets/Place.h"

class QComboBox;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class MapEdits;
class TextLabel;

/// One tie in the inspector: between whom, what it is, who told us, since when. Each choice is one change.
class TiePanel : public QWidget
{
    Q_OBJECT

public:
    TiePanel(Office& office, MapEdits& edits, QWidget* parent = nullptr);

    /// False where the tie is not in the file any more.
    bool setTie(TieId tie);
    /// Keeps no word of anybody: another page is shown.
    void forget();

Q_SIGNALS:
    void personChosen(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);

private:
    void store();
    void fillPeople();
    /// Who brought them together, in a phrase; empty where the reader may not see the introduction.
    QString introducedWords(IntroductionId id) const;
    void fillEvidence(const std::vector<Evidence>& evidence);

    Office m_office;
    MapEdits& m_edits;
    Tie m_tie;
    QVBoxLayout* m_people;
    QComboBox* m_depth;
    QComboBox* m_contact;
    QComboBox* m_collaboration;
    QVBoxLayout* m_evidence;
    TextLabel* m_firstSeen;
    TextLabel* m_confirmed;
    Button* m_end;
    Button* m_delete;
};

} // namespace weavemap::ui
