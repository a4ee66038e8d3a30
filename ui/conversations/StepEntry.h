// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QLineEdit;

namespace weavemap::ui {

class DayChoice;
class PeopleModel;
class PersonField;

/// A next step: what, who does it, by when.
class StepEntry : public EntryRow
{
    Q_OBJECT

public:
    /// `me`: whose step is called "yours".
    StepEntry(PeopleModel& people, const StepInput& input, PersonId me, Date today);

    StepInput input() const;
    /// Whom it concerns while nobody else is chosen: the first of the call, else who is on record.
    void setConcerned(const QString& name);
    bool isBlank() const override;
    bool putBack() override;

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    StepInput m_given;
    PersonId m_me;
    Date m_today;
    QLineEdit* m_text;
    PersonField* m_owner;
    PersonField* m_about; ///< of a new one: whom it concerns
    QString m_concerned;
    DayChoice* m_due;
};

} // namespace weavemap::ui
