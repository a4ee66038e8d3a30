// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/weaving/QuestionChoice.h"

class QCheckBox;
class QVBoxLayout;

namespace weavemap::ui {

/// The questions chosen for somebody, with when each was last put to them. During a call each has a box to mark it as
/// asked; what the mark does is for the page.
class QuestionList : public QWidget
{
    Q_OBJECT

public:
    enum class Use { read, mark };

    explicit QuestionList(Use use, QWidget* parent = nullptr);

    void setQuestions(const std::vector<weaving::ChosenQuestion>& questions, Date today);
    /// Nothing is known yet.
    void clear();
    /// What the call has as asked by now.
    void setAsked(const std::vector<QuestionId>& asked);
    /// As a click on the box of the question at this place, from 0; nothing where there is none.
    void turn(std::size_t place);

Q_SIGNALS:
    /// It is to be marked as asked, or not any more.
    void turned(const weavemap::Question& question);
    void bankRequested();
    /// A question that is not among these was asked.
    void anotherRequested();

private:
    void present();

    Use m_use;
    std::vector<weaving::ChosenQuestion> m_questions;
    std::vector<QuestionId> m_asked;
    std::vector<QCheckBox*> m_boxes;
    QWidget* m_another;
    QVBoxLayout* m_rows;
};

} // namespace weavemap::ui
