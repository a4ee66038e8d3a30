// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/FiguresService.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr int kWaitMs = 300;
constexpr const char* kEstimate = "betweenness_estimate";
} // namespace

int FiguresResult::indexOf(PersonId person) const
{
    const auto& ids = network.figures.ids;
    const auto found = std::lower_bound(ids.begin(), ids.end(), person);
    return found != ids.end() && *found == person ? static_cast<int>(found - ids.begin()) : -1;
}

double FiguresResult::of(PersonId person, const std::string& measure) const
{
    const int at = indexOf(person);
    const auto* values = network.figures.undirected.perNode(measure);
    return at < 0 || values == nullptr ? std::nan("") : (*values)[static_cast<std::size_t>(at)];
}

const char* FiguresResult::betweennessKey() const
{
    return network.figures.undirected.perNode(kEstimate) != nullptr ? kEstimate : "betweenness_normalized";
}

double FiguresResult::betweennessBound() const
{
    return network.figures.undirected.number("betweenness_estimate_bound").value_or(0.0);
}

FiguresService::FiguresService(Session& session, Jobs& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitMs);
    connect(&m_wait, &QTimer::timeout, this, &FiguresService::compute);
    connect(&session, &Session::opened, this, [this] {
        m_needed = m_session.revision();
        compute();
    });
    connect(&session, &Session::closing, this, [this] {
        m_wait.stop();
        m_job.cancel();
        m_result.reset();
        m_precision = actions::Precision::estimatedWhereDear;
        m_fresh = false;
        Q_EMIT changed();
        Q_EMIT freshChanged(false);
    });
    connect(&session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        using store::Table;
        for (const Table table : {Table::person, Table::tie, Table::overlay, Table::conversation, Table::participant,
                                  Table::attributeValue, Table::organization, Table::fact})
            if (changes.touches(table)) {
                m_needed = changes.revision;
                schedule();
                return;
            }
    });
}

bool FiguresService::isFresh() const { return m_fresh; }

void FiguresService::setTieSet(TieSet set)
{
    if (set != m_options.set) {
        m_options.set = set;
        schedule();
    }
}

void FiguresService::setPopulation(graph::Population population)
{
    if (population != m_options.population) {
        m_options.population = population;
        schedule();
    }
}

void FiguresService::askForExact()
{
    if (std::exchange(m_precision, actions::Precision::exact) == actions::Precision::exact)
        return;
    schedule();
    Q_EMIT precisionChanged();
}

void FiguresService::schedule()
{
    m_job.cancel();
    m_wait.start();
    if (std::exchange(m_fresh, false))
        Q_EMIT freshChanged(false);
}

void FiguresService::compute()
{
    if (!m_session.isOpen())
        return;
    auto reader = m_session.openReader();
    if (!reader)
        return;
    m_job.cancel();
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_options.on = m_session.today();
    using Shared = std::shared_ptr<const FiguresResult>;
    m_job = m_jobs.run<Shared>(
        this,
        [shared, options = m_options, precision = m_precision](const RunContext& run) -> Result<Shared> {
            auto result = std::make_shared<FiguresResult>();
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(result->revision, shared->revision());
                WEAVEMAP_ASSIGN(result->data, actions::readNetwork(records, options.on));
                return {};
            }));
            actions::FigureQuestion question;
            question.network = options;
            question.precision = precision;
            question.network.revision = result->revision;
            question.measures = {"density",
                                 "degree_mean",
                                 "components",
                                 "degree",
                                 "betweenness",
                                 "betweenness_normalized",
                                 "harmonic_normalized",
                                 "eigenvector_per_component_max1",
                                 "eigenvector_max1",
                                 "largest.diameter",
                                 "largest.mean_distance",
                                 "component_sizes",
                                 "articulation_point",
                                 "bridges",
                                 "core_number",
                                 "edges",
                                 "component"};
            WEAVEMAP_ASSIGN(result->network, actions::computeFigures(result->data, question, run));
            return result;
        },
        [this](Result<Shared> result) {
            if (!result || (*result)->revision < m_needed)
                return;
            m_result = std::move(*result);
            m_fresh = true;
            Q_EMIT changed();
            Q_EMIT freshChanged(true);
        },
        [this](double share) { Q_EMIT progressed(share); });
}

} // namespace weavemap::ui
