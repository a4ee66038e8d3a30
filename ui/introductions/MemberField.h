// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Ids.h"
#include "ui/widgets/SearchField.h"

namespace weavemap::ui {

class PeopleModel;
class PersonCompleter;

/// A field for one person who is in the file: names are completed while they are typed, Enter takes the first match.
/// Emptied it means nobody; words that fit nobody are put back when the field is left.
class MemberField : public SearchField
{
    Q_OBJECT

public:
    MemberField(PeopleModel& people, const QString& placeholder, QWidget* parent = nullptr);

    PersonId person() const { return m_person; }
    /// Shows somebody, or nobody (0); nothing is emitted.
    void setPerson(PersonId person);

Q_SIGNALS:
    /// Somebody was taken, or the field was emptied and left.
    void chosen(weavemap::PersonId person);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer(const QString& typed);
    void take(int row);
    /// Makes what stands there what is meant.
    void settle();

    PeopleModel& m_people;
    PersonCompleter* m_completer;
    PersonId m_person;
};

} // namespace weavemap::ui
