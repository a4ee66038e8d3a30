// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/actions/QuestionBank.h"
#include "ui/questions/QuestionsModel.h"

class QComboBox;
class QListWidget;

namespace weavemap::ui {

class Button;
class IconButton;
class TextLabel;
class WordingField;

/// The question chosen in the bank: its wording, its group, what it fills and whom it suits, and each call in which it
/// was asked; or a new question, which is nowhere before it is added. Says what is wanted and stores nothing.
class QuestionPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Access { readWrite, readOnly };

    explicit QuestionPanel(QWidget* parent = nullptr);

    /// What wordings are held against.
    void setBank(const std::vector<actions::BankQuestion>& bank);
    /// Shows it. The same question again keeps what is being typed.
    void setQuestion(const actions::BankQuestion& question, Access access);
    void setAskings(const std::vector<actions::AskedIn>& calls, Date today);
    /// Whether it can be moved up and down where it stands.
    void setMoves(bool up, bool down);
    /// Empty fields for a new question of this group.
    void beginNew(QuestionGroup group);
    bool isNew() const { return m_isNew; }
    QuestionId id() const { return m_isNew ? QuestionId{} : m_shown.question.id; }
    /// Shows nothing and keeps nothing of what it showed.
    void clear();
    void focusWording();

Q_SIGNALS:
    void addRequested(const weavemap::Question& question);
    void changeRequested(const weavemap::Question& question);
    void retireRequested(weavemap::QuestionId id, bool retired);
    void moveRequested(weavemap::QuestionId id, weavemap::ui::QuestionsModel::Way way);
    void conversationRequested(weavemap::ConversationId conversation);
    /// The new question is not wanted.
    void newLeft();

private:
    void build();
    weavemap::Question entered() const;
    void take();
    /// Says what is wrong with the wording; false where anything is.
    bool checkWording();
    void present(Access access);

    std::vector<weavemap::Question> m_bank;
    actions::BankQuestion m_shown;
    bool m_isNew = false;
    TextLabel* m_title;
    WordingField* m_wording;
    TextLabel* m_problem;
    QComboBox* m_group;
    QComboBox* m_fills;
    QComboBox* m_suits;
    Button* m_add;
    Button* m_leave;
    Button* m_retire;
    IconButton* m_up;
    IconButton* m_down;
    QWidget* m_acts;
    TextLabel* m_askedHead;
    QListWidget* m_asked;
};

} // namespace weavemap::ui
