// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/domain/Question.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QComboBox;
class QLineEdit;

namespace weavemap::ui {

class PeopleModel;
class PersonField;

/// Something the talk brought up, with its topic: a need and who met it, an offer, a project, a barrier, a question, an
/// introduction and to whom.
class ItemEntry : public EntryRow
{
    Q_OBJECT

public:
    ItemEntry(PeopleModel& people, const ItemInput& input);

    ItemInput input() const;
    /// Of a question: what is offered while it is typed. One that is typed as the bank has it is that one.
    void setBank(const std::vector<weavemap::Question>& bank);
    bool isBlank() const override;
    bool putBack() override;

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    NoteItemState state() const;
    /// Whether somebody else belongs to it: to an introduction, to a need that is met, and wherever it was given so.
    bool hasOther() const;

    ItemInput m_given;
    std::vector<weavemap::Question> m_bank;
    PersonField* m_about; ///< of a new one: whose it is
    PersonField* m_other;
    QLineEdit* m_text;
    QLineEdit* m_topic;
    QComboBox* m_state;
};

} // namespace weavemap::ui
