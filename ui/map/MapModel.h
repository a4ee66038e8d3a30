// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <QObject>
#include <QPointF>

#include "core/actions/MapData.h"
#include "ui/jobs/Jobs.h"
#include "ui/paint/MapInput.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What the map shows: the question (tie set, colour, size, filters, view), the core's answer, and the painters' input
/// made from it. Asked again in a job after each change that touches the network; what is shown stays until the answer
/// is here. Places that were computed are stored unrecorded; moves and pins by the user are changes. UI thread.
class MapModel : public QObject
{
    Q_OBJECT

public:
    explicit MapModel(Office& office, QObject* parent = nullptr);

    const actions::MapQuestion& question() const { return m_question; }
    /// Replaces the question; the date is kept up by the model.
    void ask(actions::MapQuestion question);
    /// The fields and values people can be coloured and filtered by, as the file has them now.
    const std::vector<std::string>& fields() const { return m_fields; }
    /// Values of a field with how many people of the network have them, the most frequent first.
    std::vector<std::pair<std::string, std::size_t>> valuesOf(const std::string& field) const;

    /// Null before the first answer.
    std::shared_ptr<const actions::MapData> data() const { return m_data; }
    /// Colours follow the theme; focus is empty: the canvas sets it.
    const MapInput& input() const { return m_input; }
    bool isBusy() const { return m_job.isRunning(); }

    int indexOf(PersonId person) const; ///< among `input().people`; -1 where not shown
    int indexOfTie(TieId tie) const;
    /// Moves people on the screen only, while a drag lasts.
    void moveOnScreen(const std::vector<std::uint32_t>& people, QPointF by);
    /// Stores where these people stand now, pinned: one step.
    void storeMove(const std::vector<std::uint32_t>& people);
    void setPinned(const std::vector<std::uint32_t>& people, bool pinned);
    /// Lays the network out anew with as little moving as needed: one step.
    void tidyUp();

Q_SIGNALS:
    /// Another picture is to be drawn: people, ties, colours or places.
    void changed();
    void busyChanged(bool busy);

private:
    void reset();
    void start();
    void refresh();
    void adopt(std::shared_ptr<const actions::MapSource> source, std::shared_ptr<const actions::MapData> data);
    void rebuildInput();
    std::vector<MapPosition> places(const std::vector<std::uint32_t>& people) const;
    QString nameFor(const std::vector<std::uint32_t>& people) const;

    Office m_office;
    JobHandle m_job;
    bool m_again = false;
    actions::MapQuestion m_question;
    std::shared_ptr<const actions::MapSource> m_source;
    std::shared_ptr<const actions::MapData> m_data;
    std::vector<std::string> m_fields;
    MapInput m_input;
};

} // namespace weavemap::ui
