// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "Stage.h"
#include "core/store/Records.h"
#include "ui/jobs/Jobs.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Place.h"

namespace weavemap::uitest {

/// Everything a place works with, and no window: for tests of one place.
class OfficeBox : public Stage
{
public:
    OfficeBox();
    ~OfficeBox();

    /// Opens a file and waits until its people and figures are there.
    void open(const QString& path);
    void openSample() { open(sample()); }
    void openEmpty() { open(emptyFile()); }
    /// One change, waited for until everything follows it; false where it was not stored.
    bool change(const QString& label, const std::function<Result<>(store::Records&)>& fn);
    PersonId addPerson(const QString& name, PersonKind kind = PersonKind::member, const QString& region = {});
    void undo();
    /// Waits until nothing is being stored, read or computed.
    bool settle();

    ui::Session& session() { return m_session; }
    ui::Jobs& jobs() { return m_jobs; }
    ui::PeopleModel& people() { return m_people; }
    ui::FiguresService& figures() { return m_figures; }
    ui::Office& office() { return m_office; }
    store::Records& records() { return m_session.records(); }

private:
    ui::Session m_session;
    ui::Jobs m_jobs;
    ui::PeopleModel m_people;
    ui::FiguresService m_figures;
    ui::Office m_office;
};

} // namespace weavemap::uitest
