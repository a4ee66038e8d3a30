// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QObject>

#include "ui/conversations/ProposalWords.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What the open file knows that a note is read and taken by: its projects, and how two people stand on the board of
/// introductions. As far as whoever works here may know. UI thread.
class CallGround : public QObject
{
    Q_OBJECT

public:
    explicit CallGround(Office& office, QObject* parent);

    /// Reads the projects, in a job, now and whenever they change, until `rest`.
    void watch();
    void rest();
    /// A few rows by their index, as they are at this moment.
    BoardSays standingOf(PersonId a, PersonId b) const;

Q_SIGNALS:
    void projectsRead(const std::vector<std::string>& names);
    /// The board is another one by now.
    void boardChanged();

private:
    void readProjects();

    Office m_office;
    bool m_isWatching = false;
    JobHandle m_reading;
};

} // namespace weavemap::ui
