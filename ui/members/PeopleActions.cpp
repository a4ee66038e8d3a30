// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleActions.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/members/PeopleEdits.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

PeopleActions::PeopleActions(Office& office, PeopleEdits& edits, QWidget* window, QObject* parent)
    : QObject(parent), m_office(office), m_edits(edits), m_window(window)
{
    add = make("addPersonAction", QStringLiteral("person-add"));
    add->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    edit = make("editPersonAction", QStringLiteral("note"));
    archive = make("archivePeopleAction", QString());
    restore = make("restorePeopleAction", QString());
    remove = make("removePeopleAction", QString());
    erase = make("erasePersonAction", QString());
    logCall = make("logCallWithAction", QStringLiteral("call"));
    openOnMap = make("openOnMapAction", QStringLiteral("map"));
    copyEmail = make("copyEmailAction", QString());
    connect(archive, &QAction::triggered, this, [this] { m_edits.archive(m_people); });
    connect(restore, &QAction::triggered, this, [this] { m_edits.restore(m_people); });
    connect(remove, &QAction::triggered, this, [this] { m_edits.remove(m_people, m_window); });
    connect(copyEmail, &QAction::triggered, this, &PeopleActions::copyAddresses);
    update();
}

QAction* PeopleActions::make(const char* name, const QString& iconName)
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    if (!iconName.isEmpty())
        action->setIcon(ui::icon(iconName));
    return action;
}

void PeopleActions::setPeople(std::vector<PersonId> people)
{
    m_people = std::move(people);
    update();
}

void PeopleActions::update()
{
    const auto& people = m_office.people;
    const bool open = m_office.session.isOpen();
    const bool writable = open && !m_office.session.isReadOnly();
    std::erase_if(m_people, [&](PersonId id) { return people.find(id) == nullptr; });
    const bool one = m_people.size() == 1;
    const auto any = [&](auto&& fits) {
        return std::any_of(m_people.begin(), m_people.end(),
                           [&](PersonId id) { return fits(people.find(id)->person); });
    };
    const bool someArchived = any([](const Person& person) { return person.archived.has_value(); });
    const bool someNot = any([](const Person& person) { return !person.archived; });
    const bool someEmail = any([](const Person& person) { return !person.email.empty(); });
    QString who = m_people.empty() ? QString() : namesOf(people, m_people);
    who.replace(QLatin1Char('&'), QStringLiteral("&&"));
    const bool several = m_people.size() > 1;
    add->setText(tr("Add a person…"));
    edit->setText(tr("Edit details…"));
    archive->setText(several ? tr("Archive %1").arg(who) : tr("Archive"));
    restore->setText(several ? tr("Bring back %1").arg(who) : tr("Bring back"));
    remove->setText(several ? tr("Remove %1…").arg(who) : tr("Remove…"));
    erase->setText(tr("Forget for good…"));
    logCall->setText(one ? tr("Log a call with %1").arg(who) : tr("Log a call"));
    openOnMap->setText(tr("Open on the map"));
    copyEmail->setText(several ? tr("Copy e-mail addresses") : tr("Copy e-mail address"));
    add->setEnabled(writable);
    edit->setEnabled(writable && one);
    archive->setEnabled(writable && someNot);
    restore->setEnabled(writable && someArchived);
    remove->setEnabled(writable && !m_people.empty());
    erase->setEnabled(writable && one);
    logCall->setEnabled(writable && one);
    openOnMap->setEnabled(open && one);
    copyEmail->setEnabled(open && someEmail);
    restore->setVisible(m_people.empty() || someArchived);
}

void PeopleActions::fillWindowMenu(QMenu* menu) const
{
    menu->addAction(add);
    menu->addSeparator();
    fillPersonMenu(menu);
}

void PeopleActions::fillPersonMenu(QMenu* menu) const
{
    menu->addAction(logCall);
    menu->addAction(openOnMap);
    menu->addAction(copyEmail);
    menu->addSeparator();
    menu->addAction(edit);
    menu->addSeparator();
    menu->addAction(archive);
    menu->addAction(restore);
    menu->addAction(remove);
    menu->addSeparator();
    menu->addAction(erase);
}

void PeopleActions::copyAddresses() const
{
    QStringList addresses;
    for (const PersonId id : m_people)
        if (const auto* row = m_office.people.find(id); row && !row->person.email.empty())
            addresses.append(toQString(row->person.email));
    QGuiApplication::clipboard()->setText(addresses.join(QStringLiteral(", ")));
}

} // namespace weavemap::ui
