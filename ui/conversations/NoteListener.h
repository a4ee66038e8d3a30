// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QStringList>
#include <QTimer>

#include "core/weaving/PeopleIndex.h"
#include "ui/conversations/NoteRead.h"
#include "ui/jobs/Jobs.h"

namespace weavemap::ui {

class PeopleModel;

/// Reads the note at each key: at once while it is short, in a moment where it is long, in a job where reading would
/// hold up the window. The index of people is made once for each change of the people; in a job where they are many.
/// UI thread.
class NoteListener : public QObject
{
    Q_OBJECT

public:
    NoteListener(PeopleModel& people, Jobs& jobs, QObject* parent = nullptr);

    /// The note, who took part, on which day, and whom the user chose for names that fit several. Reads anew where
    /// anything differs.
    void setNote(const QString& text, const std::vector<PersonChoice>& participants, Date on,
                 const std::vector<SettledChoice>& settled);

    /// The projects that the note may call by name. Reads anew where they are others.
    void setProjects(std::vector<std::string> projects);

    /// Whether something was typed that is not read yet.
    bool isBehind() const { return m_behind; }
    /// Reads now what can be read at once; whether all is read by then.
    bool catchUp();
    const NoteRead& noteRead() const { return m_read; }
    /// Nothing before the people are here.
    std::shared_ptr<const weaving::PeopleIndex> people() const { return m_index; }

Q_SIGNALS:
    /// Something was read: `noteRead` is of the note as it stands.
    void heard();

private:
    void makeIndex();
    void adopt(std::shared_ptr<const weaving::PeopleIndex> index);
    void listen();
    void read();
    void readInJob();
    void tell(NoteRead read);
    NoteToRead toRead() const;

    PeopleModel& m_people;
    Jobs& m_jobs;
    QString m_text;
    Date m_on;
    std::vector<PersonChoice> m_participants;
    std::vector<SettledChoice> m_settled;
    std::vector<std::string> m_projects;
    QStringList m_added; ///< names of those who took part and are not in the file
    std::shared_ptr<const weaving::PeopleIndex> m_index;
    NoteRead m_read;
    bool m_behind = false;
    QTimer m_soon;
    JobHandle m_indexing;
    JobHandle m_reading;
};

} // namespace weavemap::ui
