// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversations/PersonChoice.h"
#include "ui/widgets/SearchField.h"

class QConcatenateTablesProxyModel;
class QStandardItemModel;

namespace weavemap::ui {

class PeopleModel;
class PersonCompleter;

/// A field for one person: names are completed while they are typed, the first match is taken with Enter or Tab, and
/// words that fit nobody can be added as a new member. Escape closes the list, then puts back who stood there before;
/// where nothing is different it is left to the page.
class PersonField : public SearchField
{
    Q_OBJECT

public:
    enum class Unknown { offerNew, refuse };
    enum class First { nobody, staff };

    PersonField(PeopleModel& people, const QString& placeholder, Unknown unknown, QWidget* parent = nullptr);

    /// Shows a person; nothing is emitted.
    void setPerson(const PersonChoice& person);
    /// Who stands there. A name typed in full that only one person has counts as that person.
    PersonChoice person() const;
    /// Who comes first among those who fit.
    void setFirst(First first);

Q_SIGNALS:
    /// A person was taken from the list.
    void personChosen(const weavemap::ui::PersonChoice& person);
    /// The words or the person changed by hand.
    void edited();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer(const QString& typed);
    void take(int sourceRow);
    PersonChoice typedInFull(const QString& typed) const;
    bool isOffering() const;
    /// Whether somebody else, or other words, stand here than before.
    bool isTyped() const;

    PeopleModel& m_people;
    Unknown m_unknown;
    QStandardItemModel* m_newcomer;
    QConcatenateTablesProxyModel* m_all;
    PersonCompleter* m_completer;
    PersonChoice m_person;
    PersonChoice m_before; ///< who Escape puts back
};

} // namespace weavemap::ui
