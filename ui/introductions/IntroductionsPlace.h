// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/HeldBack.h"
#include "core/actions/Introductions.h"
#include "core/actions/SuggestIntroductions.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QScrollArea;
class QStackedWidget;

namespace weavemap::ui {

class Button;
class EmptyState;
class HeldBackPanel;
class IntroductionActs;
class IntroductionPanel;
class IntroductionsBoard;
class LinkLabel;
class MailPanel;
class NewIntroductionPanel;
class SectionHeader;
class SuggestionRow;
class TextLabel;
class ThinProgress;

/// Whom to introduce to whom: suggestions with their reasons on top, the introductions under way below by their state,
/// one of them opened at the side. Everything is read in a job; each act is one change.
class IntroductionsPlace : public Place
{
    Q_OBJECT

public:
    explicit IntroductionsPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;
    /// Closes what is open at the side.
    bool stepBack() override;
    /// Opens an introduction at the side once it is read, and chooses it on the board; Escape then leads back to the
    /// place that asked.
    void showIntroduction(IntroductionId id);

private:
    struct Page
    {
        actions::SuggestionPage suggestions;
        std::vector<actions::IntroductionCard> cards;
        std::vector<actions::HeldBack> held;
    };

    QWidget* buildHead();
    QWidget* buildSuggestions();
    QWidget* buildBoard();
    QWidget* buildSide();
    void wireSession();
    void refresh();
    void refreshWhenSeen();
    void forget();
    void present();
    void presentBoard();
    void presentSide();

    const actions::IntroductionCard* card(IntroductionId id) const;
    void open(IntroductionId id);
    void openOnceRead(IntroductionId id);
    void openWanted();
    /// Where the keyboard is at first: the open card, else the first one, else what begins a new one.
    void takeFocus();
    void showSide(QWidget* panel);
    void closeSide();
    void bringForward(IntroductionId id);
    void introduceByHand(const Introduction& introduction);
    void move(IntroductionId id, IntroductionState state);

    Office m_office;
    IntroductionActs* m_acts;
    JobHandle m_job;
    Page m_page;
    bool m_known = false; ///< the open file was read once
    bool m_stale = false; ///< what is shown is older than the file
    IntroductionId m_open;
    IntroductionId m_wanted;   ///< to be opened once it is read
    IntroductionId m_askedFor; ///< by another place
    TextLabel* m_subtitle;
    Button* m_new;
    Button* m_heldBack;
    ThinProgress* m_progress;
    SuggestionRow* m_suggestions;
    SectionHeader* m_boardHead;
    LinkLabel* m_endedLink;
    IntroductionsBoard* m_board;
    EmptyState* m_empty;
    QScrollArea* m_side;
    QStackedWidget* m_panels;
    IntroductionPanel* m_panel;
    NewIntroductionPanel* m_newPanel;
    MailPanel* m_mail;
    HeldBackPanel* m_heldPanel;
};

} // namespace weavemap::ui
