// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteListener.h"

#include <utility>

#include "core/actions/LogCall.h"
#include "ui/base/Convert.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {

/// Up to here a text is read at each key, in a moment, or else in a job: 1 ms and 10 ms on a slow laptop.
constexpr qsizetype kAtOnce = 4'000, kInAMoment = 40'000;
constexpr int kMomentMs = 10;
/// More people than this are made an index of in a job.
constexpr int kManyPeople = 2'000;

QStringList parted(const std::string& nicknames)
{
    return toQString(nicknames).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

} // namespace

NoteListener::NoteListener(PeopleModel& people, Jobs& jobs, QObject* parent)
    : QObject(parent), m_people(people), m_jobs(jobs)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kMomentMs);
    connect(&m_soon, &QTimer::timeout, this, &NoteListener::read);
    connect(&people, &PeopleModel::refreshed, this, &NoteListener::makeIndex);
    connect(&people, &PeopleModel::modelReset, this, &NoteListener::makeIndex);
    makeIndex();
}

void NoteListener::setNote(const QString& text, const std::vector<PersonChoice>& participants, Date on,
                           const std::vector<SettledChoice>& settled)
{
    if (text == m_text && participants == m_participants && on == m_on && settled == m_settled)
        return;
    m_text = text;
    m_participants = participants;
    m_on = on;
    m_settled = settled;
    QStringList added;
    for (const PersonChoice& person : participants)
        if (person.state == PersonChoice::State::added)
            added << person.name;
    const bool othersAdded = std::exchange(m_added, added) != added;
    m_behind = true;
    if (othersAdded)
        makeIndex();
    else
        listen();
}

void NoteListener::setProjects(std::vector<std::string> projects)
{
    if (projects == m_projects)
        return;
    m_projects = std::move(projects);
    m_behind = true;
    listen();
}

bool NoteListener::catchUp()
{
    if (m_behind && m_index && m_text.size() <= kInAMoment)
        read();
    return !m_behind;
}

void NoteListener::makeIndex()
{
    m_indexing.cancel();
    if (!m_people.isLoaded()) {
        m_index.reset();
        return;
    }
    std::vector<weaving::KnownName> names;
    names.reserve(static_cast<std::size_t>(m_people.rowCount()) + static_cast<std::size_t>(m_added.size()));
    for (int row = 0; row < m_people.rowCount(); ++row) {
        const Person& person = m_people.row(row).person;
        const bool isHere = m_people.index(row, 0).data(PeopleModel::kCurrentRole).toBool();
        weaving::KnownName name{person.id, person.name, {}, weaving::standingOf(person.kind, isHere)};
        if (!person.nicknames.empty())
            for (const QString& nickname : parted(person.nicknames))
                name.nicknames.push_back(toUtf8(nickname.trimmed()));
        names.push_back(std::move(name));
    }
    for (qsizetype i = 0; i < m_added.size(); ++i)
        names.push_back({actions::newPersonRef(static_cast<std::size_t>(i)), toUtf8(m_added[i]), {}});
    if (names.size() <= kManyPeople) {
        adopt(std::make_shared<const weaving::PeopleIndex>(std::move(names)));
        return;
    }
    using Made = std::shared_ptr<const weaving::PeopleIndex>;
    m_indexing = m_jobs.run<Made>(
        this,
        [names = std::move(names)](const RunContext&) -> Result<Made> {
            return std::make_shared<const weaving::PeopleIndex>(names);
        },
        [this](Result<Made> made) {
            if (made)
                adopt(*made);
        });
}

void NoteListener::adopt(std::shared_ptr<const weaving::PeopleIndex> index)
{
    m_index = std::move(index);
    m_behind = true;
    listen();
}

void NoteListener::listen()
{
    m_reading.cancel();
    if (!m_index)
        return;
    if (m_text.size() <= kAtOnce)
        read();
    else if (m_text.size() <= kInAMoment)
        m_soon.start();
    else
        readInJob();
}

void NoteListener::read()
{
    m_soon.stop();
    if (m_index && m_text.size() <= kInAMoment)
        tell(readNote(toRead(), *m_index));
}

void NoteListener::readInJob()
{
    m_soon.stop();
    m_reading = m_jobs.run<NoteRead>(
        this,
        [note = toRead(), index = m_index](const RunContext&) -> Result<NoteRead> { return readNote(note, *index); },
        [this](Result<NoteRead> read) {
            if (read)
                tell(std::move(*read));
        });
}

void NoteListener::tell(NoteRead read)
{
    m_read = std::move(read);
    m_behind = false;
    Q_EMIT heard();
}

NoteToRead NoteListener::toRead() const
{
    NoteToRead note{m_text, m_on, {}, {}, {}, m_projects};
    const auto idOf = [this](const PersonChoice& person) {
        return person.state == PersonChoice::State::known
                   ? person.id
                   : actions::newPersonRef(static_cast<std::size_t>(m_added.indexOf(person.name)));
    };
    for (const PersonChoice& person : m_participants)
        if (person.isSomebody())
            note.with.push_back(idOf(person));
    for (const SettledChoice& settled : m_settled)
        if (settled.who.state == PersonChoice::State::known || m_added.contains(settled.who.name))
            note.settled.push_back({toUtf8(settled.words), idOf(settled.who)});
        else
            note.newcomers.push_back(toUtf8(settled.words));
    return note;
}

} // namespace weavemap::ui
