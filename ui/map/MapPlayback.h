// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/jobs/Jobs.h"
#include "ui/map/MapAnswer.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class MapModel;

/// Walks the map through time, one date after another at an even pace. The maps to come are prepared in jobs, a few
/// ahead, so that showing one takes nothing; where one is late the walk waits for it. It ends with any change of the
/// file, and nothing that was prepared outlives it: it names people. UI thread.
class MapPlayback : public QObject
{
    Q_OBJECT

public:
    MapPlayback(Office& office, MapModel& model, QObject* parent = nullptr);

    /// Shows these dates, the first at once.
    void start(const std::vector<Date>& dates);
    void stop();
    bool isPlaying() const { return m_playing; }
    /// Time between two dates, in ms (800): half a second for the change, the rest to look.
    void setPace(int ms) { m_pace.setInterval(ms); }

Q_SIGNALS:
    void playingChanged(bool playing);

private:
    void prepare();
    void showNext();

    Office m_office;
    MapModel& m_model;
    QTimer m_pace;
    JobHandle m_job;
    std::deque<Date> m_coming;     ///< not begun
    std::deque<MapAnswer> m_ready; ///< in order
    bool m_playing = false;
    bool m_due = false; ///< the next is to be shown as soon as it is there
};

} // namespace weavemap::ui
