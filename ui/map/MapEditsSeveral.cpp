// SPDX-License-Identifier: GPL-3.0-or-later
// What the map does to several people at once, and what makes one person of another or of two.
#include <algorithm>
#include <memory>

#include "core/actions/EditNetwork.h"
#include "core/actions/StylePlaces.h"
#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

void MapEdits::rename(PersonId person, const QString& name)
{
    if (name.isEmpty() || name == nameOf(person) || !mayChange())
        return;
    m_office.session.change(tr("Rename %1").arg(nameOf(person)),
                            [person, name = toUtf8(name)](store::Records& records) -> Result<> {
                                WEAVEMAP_ASSIGN(auto found, records.people.find(person));
                                if (!found)
                                    return fail(ErrorCode::notFound, {"person", person.toString()});
                                found->name = name;
                                return actions::updatePerson(records, *found);
                            });
}

void MapEdits::duplicate(PersonId person, const QString& name, QPointF at)
{
    if (!mayChange())
        return;
    auto added = std::make_shared<PersonId>();
    m_office.session.change(
        tr("Add %1").arg(name),
        [person, name = toUtf8(name), at, added, asked = m_model.answered()](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(*added, actions::duplicatePerson(records, person, name));
            return actions::movePeople(records, asked, {{{}, *added, at.x(), at.y(), false}});
        },
        [this, added](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT personAdded(*added);
        });
}

void MapEdits::giveValue(const std::vector<PersonId>& people, const std::string& field, const std::string& value,
                         const QString& shown)
{
    if (people.empty() || !mayChange())
        return;
    const QString names = namesOf(people);
    m_office.session.change(
        tr("%1 of %2").arg(shown, names),
        [people, field, value](store::Records& records) { return actions::giveValue(records, people, field, value); },
        [this, shown, names](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(tr("Stored: %1 of %2. Undo takes it back.").arg(shown, names));
        });
}

void MapEdits::tieAll(const std::vector<PersonId>& people)
{
    if (people.size() < 2 || !mayChange())
        return;
    actions::DrawnTie like;
    like.heardFrom = m_office.session.me();
    like.on = m_office.session.today();
    auto drawn = std::make_shared<std::size_t>(0);
    m_office.session.change(
        tr("Ties among %1").arg(namesOf(people)),
        [people, like, drawn](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(*drawn, actions::tieAll(records, people, like));
            return {};
        },
        [this, drawn](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(*drawn == 0 ? tr("They all have ties with each other already.")
                                        : tr("%Ln ties drawn. Undo takes them back.", "", static_cast<int>(*drawn)));
        });
}

void MapEdits::merge(const actions::PeopleMerge& merge)
{
    if (!mayChange())
        return;
    const QString kept = nameOf(merge.keep), gone = nameOf(merge.gone);
    m_office.session.change(
        tr("Merge %1 into %2").arg(gone, kept),
        [merge](store::Records& records) { return actions::mergePeople(records, merge); },
        [this, merge, kept, gone](const Result<store::ChangeSet>& done) {
            if (!done)
                return;
            Q_EMIT merged(merge.keep);
            Q_EMIT said(tr("%1 and %2 are one person now. Undo brings both back.").arg(kept, gone));
        });
}

void MapEdits::cut(const std::vector<PersonId>& people)
{
    if (people.empty() || !mayChange())
        return;
    const QString names = namesOf(people);
    m_office.session.change(
        tr("Cut %1").arg(names),
        [people, on = m_office.session.today()](store::Records& records) {
            return actions::archivePeople(records, people, on);
        },
        [this, names](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(
                    tr("%1: cut, and in the archive for now. Paste or undo brings them back with their ties.")
                        .arg(names));
        });
}

void MapEdits::bringBack(const std::vector<PersonId>& people)
{
    if (people.empty() || !mayChange())
        return;
    const QString names = namesOf(people);
    auto there = std::make_shared<std::vector<PersonId>>();
    m_office.session.change(
        tr("Paste %1").arg(names),
        [people, there](store::Records& records) -> Result<> {
            for (const PersonId person : people) {
                WEAVEMAP_ASSIGN(const auto found, records.people.find(person));
                if (found)
                    there->push_back(person);
            }
            return actions::restorePeople(records, *there);
        },
        [this, there, names](const Result<store::ChangeSet>& done) {
            if (!done)
                return;
            if (there->empty())
                Q_EMIT said(tr("%1: not in this file any more.").arg(names));
            else if (done->rows(store::Table::person).empty())
                Q_EMIT said(tr("Here already: %1.").arg(names));
            else
                Q_EMIT said(tr("%1: back with their ties. Undo takes it back.").arg(names));
            Q_EMIT this->pasted(*there);
        });
}

void MapEdits::paste(const actions::PastedPeople& pasted, const std::vector<PersonId>& archived)
{
    if (!mayChange())
        return;
    actions::DrawnTie like;
    like.heardFrom = m_office.session.me();
    like.on = m_office.session.today();
    const auto people = static_cast<int>(pasted.people.size()), ties = static_cast<int>(pasted.ties.size());
    auto named = std::make_shared<std::vector<PersonId>>();
    m_office.session.change(
        people > 0 ? tr("Paste %1").arg(peopleCount(people))
        : ties > 0 ? tr("Paste %Ln ties", "", ties)
                   : tr("Paste %1").arg(namesOf(archived)),
        [pasted, archived, like, named, asked = m_model.answered()](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::restorePeople(records, archived));
            WEAVEMAP_ASSIGN(*named, actions::addPasted(records, pasted, like, asked));
            named->insert(named->end(), pasted.known.begin(), pasted.known.end());
            return {};
        },
        [this, named](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT this->pasted(*named);
        });
}

} // namespace weavemap::ui
