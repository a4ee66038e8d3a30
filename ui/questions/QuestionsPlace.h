// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/actions/QuestionBank.h"
#include "ui/jobs/Jobs.h"
#include "ui/questions/QuestionsModel.h"
#include "ui/widgets/Place.h"

class QListView;

namespace weavemap::ui {

class Button;
class Card;
class Chip;
class QuestionActs;
class QuestionPanel;
class TextLabel;

/// The question bank by group, and beside it the question that is chosen. In the list Enter goes to its wording, Ctrl
/// with an arrow moves it, Delete retires it or brings it back, Insert begins a new one.
class QuestionsPlace : public Place
{
    Q_OBJECT

public:
    explicit QuestionsPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;
    bool stepBack() override;

private:
    void build();
    void wire();
    void addKeys();
    void refresh();
    void readAskings();
    void clear();
    /// Drops all words now, and reads again what is left.
    void forget();
    void adopt(std::vector<actions::BankQuestion> bank);
    void choose(QuestionId id);
    void onChosen();
    void beginNew();
    void leaveNew();
    void move(QuestionId id, QuestionsModel::Way way);
    void retire(QuestionId id, bool retired);
    void presentPanel();
    void presentHead();

    Office m_office;
    QuestionsModel* m_model;
    QuestionActs* m_acts;
    QListView* m_list;
    QuestionPanel* m_panel;
    TextLabel* m_subtitle;
    Chip* m_retired;
    Button* m_add;
    QuestionId m_chosen;
    int m_row = 0; ///< where the chosen one stood: who comes after it is chosen where it goes
    JobHandle m_bankJob;
    JobHandle m_askingsJob;
};

} // namespace weavemap::ui
