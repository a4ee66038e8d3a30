// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallGround.h"

#include <memory>

#include "core/actions/CallIntroductions.h"
#include "core/actions/TakeProposal.h"
#include "core/store/Audience.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

CallGround::CallGround(Office& office, QObject* parent) : QObject(parent), m_office(office)
{
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        using store::Table;
        if (!m_isWatching)
            return;
        if (changes.touches(Table::project))
            readProjects();
        if (changes.touches(Table::introduction) || changes.touches(Table::apartPair))
            Q_EMIT boardChanged();
    });
}

void CallGround::watch()
{
    m_isWatching = true;
    readProjects();
}

void CallGround::rest()
{
    m_isWatching = false;
    m_reading.cancel();
}

void CallGround::readProjects()
{
    m_reading.cancel();
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_reading = m_office.jobs.run<std::vector<std::string>>(
        this,
        [shared, me = m_office.session.me()](const RunContext&) {
            return actions::projectNames(store::AudienceRecords(shared->records(), store::Audience::office(me)));
        },
        [this](Result<std::vector<std::string>> names) {
            if (names)
                Q_EMIT projectsRead(*names);
        });
}

BoardSays CallGround::standingOf(PersonId a, PersonId b) const
{
    BoardSays says;
    if (!m_office.session.isOpen())
        return says;
    store::Records& records = m_office.session.records();
    const auto standing = actions::standingOf(records, a, b);
    if (!standing)
        return says;
    says.isApart = standing->isApart;
    if (!standing->underWay)
        return says;
    const store::AudienceRecords readable(records, store::Audience::office(m_office.session.me()));
    if (const auto known = readable.find(standing->underWay); known && *known)
        says.underWay = (*known)->state;
    return says;
}

} // namespace weavemap::ui
