// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/domain/Conversation.h"
#include "ui/conversations/CallInput.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace weavemap::ui {

class PeopleModel;
class TextLabel;

/// The less used fields of a call: staff person, who began it, mood, convening, quote and its consent.
class CallDetails : public QWidget
{
    Q_OBJECT

public:
    explicit CallDetails(PeopleModel& people, QWidget* parent = nullptr);

    void setInput(const CallInput& input);
    void read(CallInput& input) const;
    void setStaffProblem(const QString& sentence);
    void focusStaff();

Q_SIGNALS:
    void changed();

private:
    void addField(QGridLayout* grid, int row, int column, const QString& label, QWidget* field, int span = 1);
    void fillStaff(PersonId chosen);

    PeopleModel& m_people;
    QComboBox* m_staff;
    QComboBox* m_initiator;
    QComboBox* m_mood;
    QLineEdit* m_convening;
    QLineEdit* m_quote;
    QComboBox* m_consent;
    TextLabel* m_staffProblem;
};

} // namespace weavemap::ui
