// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/MemberField.h"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QKeyEvent>

#include "ui/models/PeopleModel.h"
#include "ui/widgets/PersonCompleter.h"

namespace weavemap::ui {

MemberField::MemberField(PeopleModel& people, const QString& placeholder, QWidget* parent)
    : SearchField(placeholder, parent), m_people(people),
      m_completer(new PersonCompleter(&people, Qt::EditRole, this, PeopleModel::kWhoRole))
{
    setIconName(QStringLiteral("person"));
    m_completer->setWidget(this);
    connect(m_completer, &PersonCompleter::personChosen, this, &MemberField::take);
    connect(this, &QLineEdit::textEdited, this, &MemberField::offer);
}

void MemberField::setPerson(PersonId person)
{
    m_person = person;
    setText(m_people.nameOf(person));
    setCursorPosition(0);
}

void MemberField::offer(const QString& typed)
{
    const QString name = typed.simplified();
    if (name.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(name);
    m_completer->offer();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void MemberField::take(int row)
{
    if (row < 0 || row >= m_people.rowCount())
        return;
    setPerson(m_people.row(row).person.id);
    m_completer->popup()->hide();
    Q_EMIT chosen(m_person);
}

void MemberField::settle()
{
    if (text().trimmed().isEmpty()) {
        if (!m_person)
            return;
        setPerson({});
        Q_EMIT chosen({});
    } else if (text() != m_people.nameOf(m_person)) {
        setPerson(m_person);
    }
}

void MemberField::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible() && (isEnter || event->key() == Qt::Key_Tab)) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        take(m_completer->sourceRow(current.isValid() ? current.row() : 0));
        event->accept();
        return;
    }
    if (isEnter) {
        settle();
        event->accept();
        return;
    }
    SearchField::keyPressEvent(event);
}

void MemberField::focusOutEvent(QFocusEvent* event)
{
    SearchField::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        settle();
}

} // namespace weavemap::ui
