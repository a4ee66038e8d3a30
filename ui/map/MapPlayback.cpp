// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapPlayback.h"

#include <algorithm>
#include <utility>

#include "ui/base/Type.h"
#include "ui/map/MapModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr std::size_t kAhead = 3;
constexpr int kLook = 300; ///< ms between two changes
} // namespace

MapPlayback::MapPlayback(Office& office, MapModel& model, QObject* parent)
    : QObject(parent), m_office(office), m_model(model)
{
    m_pace.setInterval(motion::kTimeFrame + kLook);
    connect(&m_pace, &QTimer::timeout, this, &MapPlayback::showNext);
    connect(&office.session, &Session::changed, this, &MapPlayback::stop);
    connect(&office.session, &Session::closing, this, &MapPlayback::stop);
    connect(&office.session, &Session::personErased, this, &MapPlayback::stop);
}

void MapPlayback::start(const std::vector<Date>& dates)
{
    stop();
    if (dates.empty() || !m_office.session.isOpen())
        return;
    m_coming.assign(dates.begin(), dates.end());
    m_playing = m_due = true;
    m_pace.start();
    prepare();
    Q_EMIT playingChanged(true);
}

void MapPlayback::stop()
{
    m_job.cancel();
    m_pace.stop();
    m_coming.clear();
    m_ready.clear();
    m_due = false;
    if (std::exchange(m_playing, false))
        Q_EMIT playingChanged(false);
}

void MapPlayback::prepare()
{
    if (!m_playing || m_job.isRunning() || m_coming.empty() || m_ready.size() >= kAhead)
        return;
    auto reader = m_office.session.openReader();
    if (!reader) {
        stop();
        return;
    }
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    const Date date = m_coming.front();
    m_coming.pop_front();
    const MapAsking asking = m_model.askingFor(date < m_office.session.today() ? std::optional(date) : std::nullopt);
    m_job = m_office.jobs.run<MapAnswer>(
        this, [shared, asking](const RunContext& run) { return answerMap(*shared, asking, run); },
        [this](Result<MapAnswer> answer) {
            if (!answer) {
                stop();
                return;
            }
            m_ready.push_back(std::move(*answer));
            if (m_due)
                showNext();
            prepare();
        });
}

void MapPlayback::showNext()
{
    if (m_ready.empty()) {
        m_due = !m_coming.empty() || m_job.isRunning();
        if (!m_due)
            stop();
        return;
    }
    m_due = false;
    if (m_model.showPrepared(m_ready.front())) {
        m_ready.pop_front();
    } else {
        // Something else is asked for now: what was prepared answers it no more.
        for (; !m_ready.empty(); m_ready.pop_back())
            m_coming.push_front(m_ready.back().question.network.on);
    }
    prepare();
}

} // namespace weavemap::ui
