// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <QObject>
#include <QTimer>

#include "core/actions/Figures.h"
#include "core/actions/NetworkData.h"
#include "core/actions/NetworkUpdate.h"
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
    /// Figures that are still being computed, by key: those of an earlier revision stand for them, or nothing.
    std::vector<std::string> coming;
    /// Which computation the figures that take long are from, also where they stand for those that are coming; 0: none.
    std::uint64_t slowFrom = 0;
    /// Kept up from edit to edit, in a network so large that its figures do not all come at once; else null.
    std::shared_ptr<const sna::LiveCounts> counts;

    bool isComplete() const { return coming.empty(); }
    bool isComing(std::string_view measure) const;
    /// A person's value of a node measure of the undirected section ("degree", "betweenness_normalized"); NaN where
    /// there is none.
    double of(PersonId person, const std::string& measure) const;
    /// The key under which normalized betweenness stands: exact, or an estimate.
    const char* betweennessKey() const;
    /// How far off an estimated betweenness may be, on its scale of 0 to 1; 0 where it is exact.
    double betweennessBound() const;
    /// The index of a person among the figures' vertices, or -1.
    int indexOf(PersonId person) const;
};

/// Keeps the figures of the network fresh: after a change that touches ties or people it cancels what runs, waits 300
/// ms, reads and computes in a job, and hands on the result; a result whose revision is old is dropped.
///
/// A large network's figures come one after the other: at once, where a few people or ties were edited, those that are
/// updated (ties, degrees, pieces, triangles); then, read anew, these and what else is quick; then what takes long.
/// UI thread.
class FiguresService : public QObject
{
    Q_OBJECT

public:
    FiguresService(Session& session, Jobs& jobs, QObject* parent = nullptr);

    /// Which network; the date is today.
    const graph::NetworkOptions& options() const { return m_options; }
    void setTieSet(TieSet set);
    void setPopulation(graph::Population population);

    /// Whether dear figures may be estimated. They may until the user asks for the exact ones; the choice holds while
    /// the file is open.
    actions::Precision precision() const { return m_precision; }
    void askForExact();

    /// The last result, or null before the first. It may be older than the file: see `isFresh`.
    std::shared_ptr<const FiguresResult> result() const { return m_result; }
    bool isFresh() const;
    /// Whether newer ones are on their way: not where they are fresh, nor where they failed until the next change.
    bool isComputing() const { return !m_fresh && !m_failed; }
    /// Revision of the last change that touches figures: a result below it does not know that change.
    std::uint64_t neededRevision() const { return m_needed; }

Q_SIGNALS:
    /// A new result is here.
    void changed();
    /// What is shown went stale, or is fresh again.
    void freshChanged(bool fresh);
    void precisionChanged();
    /// They could not be read or computed. What was coming is no longer; the last result lacks it.
    void failed(const weavemap::Error& error);
    /// How far the computation that runs is, in [0, 1].
    void progressed(double share);

private:
    /// Rows of a change that the last result does not know yet.
    struct Unseen
    {
        std::uint64_t revision = 0;
        actions::TouchedRows rows;
    };

    void follow(const store::ChangeSet& changes);
    void schedule();
    void update();
    void compute();
    bool isOfThisNetwork(const FiguresResult& result) const;
    void computeRest(std::shared_ptr<const FiguresResult> quick);
    void adopt(std::shared_ptr<FiguresResult> result);
    void giveUp(const Error& error);

    Session& m_session;
    Jobs& m_jobs;
    QTimer m_wait;
    JobHandle m_job;
    JobHandle m_update;
    std::vector<Unseen> m_unseen; ///< by revision
    graph::NetworkOptions m_options;
    actions::Precision m_precision = actions::Precision::estimatedWhereDear;
    std::shared_ptr<const FiguresResult> m_result;
    std::uint64_t m_computations = 0;
    std::uint64_t m_needed = 0; ///< revision of the last change that touches figures
    bool m_fresh = false;
    bool m_failed = false;
};

} // namespace weavemap::ui
