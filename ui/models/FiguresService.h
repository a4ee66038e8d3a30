// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>
#include <QTimer>

#include "core/actions/Figures.h"
#include "core/actions/NetworkData.h"
#include "core/graph/NetworkSnapshot.h"
#include "ui/jobs/Jobs.h"

namespace weavemap::ui {

class Session;

/// Figures of one network, with the data they are from.
struct FiguresResult
{
    std::uint64_t revision = 0;
    actions::NetworkData data;
    actions::NetworkFigures network;

    /// A person's value of a node measure of the undirected section ("degree", "betweenness_normalized"); NaN where
    /// there is none.
    double of(PersonId person, const std::string& measure) const;
    /// The index of a person among the figures' vertices, or -1.
    int indexOf(PersonId person) const;
};

/// Keeps the figures of the network fresh: after a change that touches ties or people it cancels what runs, waits 300
/// ms, reads and computes in a job, and hands on the result; a result whose revision is old is dropped. UI thread.
class FiguresService : public QObject
{
    Q_OBJECT

public:
    FiguresService(Session& session, Jobs& jobs, QObject* parent = nullptr);

    /// Which network; the date is today.
    const graph::NetworkOptions& options() const { return m_options; }
    void setTieSet(TieSet set);
    void setPopulation(graph::Population population);

    /// The last result, or null before the first. It may be older than the file: see `isFresh`.
    std::shared_ptr<const FiguresResult> result() const { return m_result; }
    bool isFresh() const;

Q_SIGNALS:
    /// A new result is here.
    void changed();
    /// What is shown went stale, or is fresh again.
    void freshChanged(bool fresh);

private:
    void schedule();
    void compute();

    Session& m_session;
    Jobs& m_jobs;
    QTimer m_wait;
    JobHandle m_job;
    graph::NetworkOptions m_options;
    std::shared_ptr<const FiguresResult> m_result;
    std::uint64_t m_needed = 0; ///< revision of the last change that touches figures
    bool m_fresh = false;
};

} // namespace weavemap::ui
