// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/PersonField.h"

#include <QAbstractItemView>
#include <QConcatenateTablesProxyModel>
#include <QKeyEvent>
#include <QStandardItem>
#include <QStandardItemModel>

#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/PersonCompleter.h"

namespace weavemap::ui {

namespace {

/// A letter that begins nobody's name as people type it: the offer to add somebody always matches, and comes last.
constexpr QChar kLastLetter(0xA4D0);

/// The offer to add somebody: the edit role is what the completer matches, the display role what stands in the list.
class Newcomer : public QStandardItem
{
public:
    explicit Newcomer(const QString& name) : m_name(name) {}

    QVariant data(int role) const override
    {
        if (role == Qt::EditRole)
            return QString(kLastLetter + QString(QLatin1Char(' ')) + m_name);
        if (role == Qt::DisplayRole)
            return PersonField::tr("Add \u201C%1\u201D as a new member").arg(m_name);
        return QStandardItem::data(role);
    }

private:
    QString m_name;
};

} // namespace

PersonField::PersonField(PeopleModel& people, const QString& placeholder, Unknown unknown, QWidget* parent)
    : SearchField(placeholder, parent), m_people(people), m_unknown(unknown),
      m_newcomer(new QStandardItemModel(0, 1, this)), m_all(new QConcatenateTablesProxyModel(this))
{
    setIconName(QStringLiteral("person"));
    m_all->addSourceModel(&people);
    m_all->addSourceModel(m_newcomer);
    m_completer = new PersonCompleter(m_all, Qt::EditRole, this, PeopleModel::kWhoRole);
    m_completer->setWidget(this);
    connect(m_completer, &PersonCompleter::personChosen, this, &PersonField::take);
    connect(this, &QLineEdit::textEdited, this, &PersonField::offer);
    // The cross at the end clears without an edit by hand.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& now) {
        if (!now.isEmpty() || m_person.state == PersonChoice::State::none)
            return;
        m_person = {};
        Q_EMIT edited();
    });
}

void PersonField::setPerson(const PersonChoice& person)
{
    m_person = {};
    setText(person.name);
    m_person = m_before = person;
    setCursorPosition(0);
}

void PersonField::setFirst(First first)
{
    m_completer->setFirst(PeopleModel::kKindRole,
                          first == First::staff ? QVariant(static_cast<int>(PersonKind::staff)) : QVariant());
}

PersonChoice PersonField::person() const
{
    if (m_person.isSomebody())
        return m_person;
    return typedInFull(text().trimmed());
}

PersonChoice PersonField::typedInFull(const QString& typed) const
{
    PersonChoice found = PersonChoice::typed(typed);
    if (typed.isEmpty())
        return found;
    const std::string name = toUtf8(typed);
    int fitting = 0;
    for (int row = 0; row < m_people.rowCount() && fitting < 2; ++row) {
        const Person& person = m_people.row(row).person;
        if (person.name == name && ++fitting == 1)
            found = PersonChoice::known(person.id, typed);
    }
    return fitting == 1 ? found : PersonChoice::typed(typed);
}

void PersonField::offer(const QString& typed)
{
    m_person = PersonChoice::typed(typed.trimmed());
    const QString name = typed.simplified();
    const bool offerNew =
        m_unknown == Unknown::offerNew && !name.isEmpty() && typedInFull(name).state != PersonChoice::State::known;
    m_newcomer->removeRows(0, m_newcomer->rowCount());
    if (offerNew)
        m_newcomer->appendRow(new Newcomer(name));
    if (name.isEmpty()) {
        m_completer->popup()->hide();
    } else {
        m_completer->setCompletionPrefix(name);
        m_completer->offer();
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    }
    Q_EMIT edited();
}

void PersonField::take(int sourceRow)
{
    if (sourceRow < 0)
        return;
    PersonChoice chosen;
    if (sourceRow < m_people.rowCount()) {
        const Person& person = m_people.row(sourceRow).person;
        chosen = PersonChoice::known(person.id, toQString(person.name));
    } else {
        chosen = PersonChoice::added(text().simplified());
    }
    m_completer->popup()->hide();
    setPerson(chosen);
    Q_EMIT edited();
    Q_EMIT personChosen(chosen);
}

bool PersonField::isOffering() const { return m_completer->popup()->isVisible(); }

bool PersonField::isTyped() const
{
    return text() != m_before.name || (m_before.isSomebody() && !m_person.isSame(m_before));
}

bool PersonField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        // The window listens to Escape, too: it has to wait while there is something to put back.
        event->setAccepted(isOffering() || isTyped());
        return true;
    }
    if (event->type() == QEvent::KeyPress && isOffering() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        take(m_completer->sourceRow(m_completer->popup()->currentIndex()));
        return true;
    }
    return SearchField::event(event);
}

void PersonField::keyPressEvent(QKeyEvent* event)
{
    if (isOffering() && event->key() == Qt::Key_Escape) {
        // One step back: the list first, then the words.
        m_completer->popup()->hide();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(isTyped());
        if (isTyped()) {
            setPerson(m_before);
            Q_EMIT edited();
        }
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->modifiers().testFlag(Qt::ControlModifier) && !isOffering() && !text().trimmed().isEmpty() &&
        !m_person.isSomebody()) {
        offer(text());
        event->accept();
        return;
    }
    SearchField::keyPressEvent(event);
}

void PersonField::focusInEvent(QFocusEvent* event)
{
    SearchField::focusInEvent(event);
    // Back from the list of names, or from another window, nothing has begun anew.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_before = person();
}

void PersonField::focusOutEvent(QFocusEvent* event)
{
    SearchField::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || isOffering())
        return;
    if (const PersonChoice found = person(); found.isSomebody() && !m_person.isSomebody()) {
        m_person = found;
        Q_EMIT edited();
        Q_EMIT personChosen(found);
    }
}

} // namespace weavemap::ui
