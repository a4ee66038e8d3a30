// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapEdits.h"

#include <algorithm>

#include "core/actions/EditNetwork.h"
#include "core/actions/StylePlaces.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Words.h"
#include "ui/map/MapModel.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

MapEdits::MapEdits(Office& office, MapModel& model, QObject* parent) : QObject(parent), m_office(office), m_model(model)
{}

bool MapEdits::canEdit() const
{
    return m_office.session.isOpen() && !m_office.session.isReadOnly() && !m_model.isRolledUp();
}

QString MapEdits::stillLaidOut() { return tr("The map is still being laid out."); }

bool MapEdits::standsStill()
{
    if (m_model.isLayoutShown())
        Q_EMIT said(stillLaidOut());
    return !m_model.isLayoutShown();
}

bool MapEdits::isRefused()
{
    if (!standsStill())
        return true;
    const actions::MapQuestion& asked = m_model.question();
    if (m_model.isToday())
        return false;
    Q_EMIT said(asked.compare ? tr("You are comparing two dates. Go to today to change people and ties.")
                              : tr("You are looking at %1. Go to today to change people and ties.")
                                    .arg(formatDate(asked.network.on, DateStyle::full)));
    return true;
}

bool MapEdits::mayChange() { return canEdit() && !isRefused(); }

QString MapEdits::nameOf(PersonId person) const
{
    const QString name = m_office.people.nameOf(person);
    if (!name.isEmpty())
        return name;
    const int at = m_model.indexOf(person);
    return at >= 0 ? m_model.input().people[static_cast<std::size_t>(at)].name : tr("somebody");
}

QString MapEdits::namesOf(const std::vector<PersonId>& people) const
{
    return people.size() == 1 ? nameOf(people.front()) : peopleCount(static_cast<int>(people.size()));
}

QString MapEdits::pairOf(TieId tie) const
{
    const auto found = m_office.session.records().ties.find(tie);
    return found && *found ? tr("tie between %1 and %2").arg(nameOf((*found)->a), nameOf((*found)->b)) : tr("tie");
}

void MapEdits::drawTie(PersonId a, PersonId b, TieDepth depth, TieContact contact, Collaboration collaboration)
{
    if (!mayChange())
        return;
    actions::DrawnTie drawn;
    drawn.a = a;
    drawn.b = b;
    drawn.depth = depth;
    drawn.contact = contact;
    drawn.collaboration = collaboration;
    drawn.heardFrom = m_office.session.me();
    drawn.on = m_office.session.today();
    m_office.session.change(
        tr("Tie between %1 and %2").arg(nameOf(a), nameOf(b)),
        [drawn](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        },
        [this, a, b](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT tieStored(a, b);
        });
}

void MapEdits::addPerson(const QString& name, QPointF at)
{
    if (!mayChange())
        return;
    Person person;
    person.name = toUtf8(name.simplified());
    m_office.session.change(
        tr("Add %1").arg(name.simplified()),
        [person, at, asked = m_model.answered()](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const PersonId id, actions::addPerson(records, person));
            return actions::movePeople(records, asked, {{{}, id, at.x(), at.y(), false}});
        },
        [this](const Result<store::ChangeSet>& done) {
            if (!done)
                return;
            for (const store::ChangedRow& row : done->rows(store::Table::person))
                if (row.change == store::RowChange::inserted)
                    Q_EMIT personAdded(PersonId{row.id});
        });
}

void MapEdits::updateTie(const Tie& tie)
{
    if (!mayChange())
        return;
    // What else became of the tie meanwhile stays: a call may just have confirmed it.
    m_office.session.change(tr("Tie between %1 and %2").arg(nameOf(tie.a), nameOf(tie.b)),
                            [tie](store::Records& records) -> Result<> {
                                WEAVEMAP_ASSIGN(const auto stored, records.ties.find(tie.id));
                                if (!stored)
                                    return fail(ErrorCode::notFound, {"tie", tie.id.toString()});
                                Tie changed = *stored;
                                changed.depth = tie.depth;
                                changed.contact = tie.contact;
                                changed.collaboration = tie.collaboration;
                                return actions::updateTie(records, changed);
                            });
}

void MapEdits::endTie(TieId tie)
{
    if (!mayChange())
        return;
    m_office.session.change(tr("End %1").arg(pairOf(tie)),
                            [tie, on = m_office.session.today()](store::Records& records) {
                                return actions::endTies(records, {&tie, 1}, on);
                            });
}

void MapEdits::removeTie(TieId tie)
{
    if (!mayChange())
        return;
    const QString pair = pairOf(tie);
    m_office.session.change(
        tr("Delete %1").arg(pair),
        [tie](store::Records& records) {
            return actions::removeTies(records, {&tie, 1});
        },
        [this, pair](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(tr("The %1 is gone. Undo brings it back.").arg(pair));
        });
}

void MapEdits::archive(const std::vector<PersonId>& people)
{
    if (!mayChange())
        return;
    const QString names = namesOf(people);
    m_office.session.change(
        tr("Archive %1").arg(names),
        [people, on = m_office.session.today()](store::Records& records) {
            return actions::archivePeople(records, people, on);
        },
        [this, names](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(tr("%1: archived. Undo brings them back.").arg(names));
        });
}

void MapEdits::askAndRemove(const std::vector<PersonId>& people, QWidget* parent)
{
    if (people.empty() || !mayChange())
        return;
    const QString names = namesOf(people);
    const int answer = m_office.dialogs.ask(
        parent,
        {tr("Archive or remove %1?").arg(names),
         tr("Archived people leave the map and keep their ties, calls and history. Removed people are taken out with "
            "their ties. Either can be undone."),
         {{tr("Archive"), AnswerRole::primary},
          {tr("Remove"), AnswerRole::destructive},
          {tr("Keep"), AnswerRole::cancel}}});
    if (answer == 0)
        archive(people);
    else if (answer == 1 && canEdit()) // the file may have been closed meanwhile
        m_office.session.change(
            tr("Remove %1").arg(names),
            [people](store::Records& records) { return actions::removePeople(records, people); },
            [this, names](const Result<store::ChangeSet>& done) {
                if (done)
                    Q_EMIT said(tr("%1: removed. Undo brings them back.").arg(names));
            });
}

} // namespace weavemap::ui
