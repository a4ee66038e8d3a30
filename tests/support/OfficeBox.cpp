// SPDX-License-Identifier: GPL-3.0-or-later
#include "OfficeBox.h"

#include <QDebug>

#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"

namespace weavemap::uitest {

OfficeBox::OfficeBox()
    : m_session(&clock()), m_people(m_session, m_jobs),
      m_figures(m_session, m_jobs), m_office{m_session, m_jobs, settings(), dialogs(), theme(), m_people, m_figures}
{}

OfficeBox::~OfficeBox()
{
    m_session.close();
    m_jobs.stopAll();
}

void OfficeBox::open(const QString& path)
{
    m_session.open(ui::toPath(path));
    if (!waitUntil([this] { return m_session.isOpen() && m_people.isLoaded(); }) || !settle())
        qFatal("%s was not opened", qPrintable(path));
}

bool OfficeBox::settle()
{
    return waitUntil(
        [this] { return !m_session.isSaving() && !m_jobs.isBusy() && (!m_session.isOpen() || m_figures.isFresh()); });
}

bool OfficeBox::change(const QString& label, const std::function<Result<>(store::Records&)>& fn)
{
    bool done = false;
    bool stored = false;
    m_session.change(label, fn, [&](Result<store::ChangeSet> result) {
        done = true;
        stored = result.has_value();
        if (!stored)
            qWarning() << "not stored:" << label << static_cast<int>(result.error().code);
    });
    return waitUntil([&] { return done; }) && settle() && stored;
}

PersonId OfficeBox::addPerson(const QString& name, PersonKind kind, const QString& region)
{
    PersonId id;
    change(QStringLiteral("Add %1").arg(name), [&](store::Records& records) -> Result<> {
        Person person;
        person.name = ui::toUtf8(name);
        person.kind = kind;
        person.region = ui::toUtf8(region);
        WEAVEMAP_ASSIGN(id, actions::addPerson(records, person));
        return {};
    });
    return id;
}

void OfficeBox::undo()
{
    bool done = false;
    m_session.undo([&](Result<store::ChangeSet>) { done = true; });
    waitUntil([&] { return done; });
    settle();
}

} // namespace weavemap::uitest
