// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/FiguresService.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr int kWaitMs = 300;
constexpr const char* kEstimate = "betweenness_estimate";

/// People times ties up to which all figures are there in about a tenth of a second.
constexpr double kAtOnceUpTo = 5e7;

using Shared = std::shared_ptr<FiguresResult>;

const std::vector<std::string>& quickMeasures()
{
    static const std::vector<std::string> kKeys{"density",   "degree_mean", "degree",          "edges",
                                                "component", "components",  "component_sizes", "articulation_point",
                                                "bridges",   "core_number"};
    return kKeys;
}

const std::vector<std::string>& slowMeasures()
{
    static const std::vector<std::string> kKeys{
        "betweenness",      "betweenness_normalized", "harmonic_normalized",  "eigenvector_per_component_max1",
        "eigenvector_max1", "largest.diameter",       "largest.mean_distance"};
    return kKeys;
}

actions::FigureQuestion questionOf(const graph::NetworkOptions& options, actions::Precision precision,
                                   const FiguresResult& result)
{
    actions::FigureQuestion question;
    question.network = options;
    question.network.revision = result.revision;
    question.precision = precision;
    return question;
}

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
    m_job = m_jobs.run<Shared>(
        this,
        [shared, options = m_options, precision = m_precision](const RunContext& run) -> Result<Shared> {
            auto result = std::make_shared<FiguresResult>();
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(result->revision, shared->revision());
                WEAVEMAP_ASSIGN(result->data, actions::readNetwork(records, options.on));
                return {};
            }));
            const bool atOnce =
                static_cast<double>(result->data.people.size()) * static_cast<double>(result->data.ties.size()) <=
                kAtOnceUpTo;
            auto question = questionOf(options, precision, *result);
            question.measures = quickMeasures();
            if (atOnce)
                question.measures.insert(question.measures.end(), slowMeasures().begin(), slowMeasures().end());
            WEAVEMAP_ASSIGN(result->network, actions::computeFigures(result->data, question, run));
            result->isComplete = atOnce;
            return result;
        },
        [this](Result<Shared> result) {
            if (!result || (*result)->revision < m_needed)
                return;
            if ((*result)->isComplete) {
                adopt(std::move(*result));
                return;
            }
            const auto quick = *result;
            if (m_result && m_result->network.network.set == quick->network.network.set &&
                m_result->network.network.population == quick->network.network.population) {
                // The slow figures of the network before stand until theirs are there.
                auto shown = std::make_shared<FiguresResult>(*quick);
                actions::carryOver(shown->network, m_result->network);
                adopt(std::move(shown));
            }
            computeRest(quick);
        },
        [this](double share) { Q_EMIT progressed(share); });
}

void FiguresService::computeRest(Shared quick)
{
    m_job = m_jobs.run<Shared>(
        this,
        [quick, options = m_options, precision = m_precision](const RunContext& run) -> Result<Shared> {
            auto question = questionOf(options, precision, *quick);
            question.measures = slowMeasures();
            WEAVEMAP_ASSIGN(actions::NetworkFigures slow, actions::computeFigures(quick->data, question, run));
            auto result = std::make_shared<FiguresResult>(*quick);
            result->network.figures.undirected.scalars.merge(slow.figures.undirected.scalars);
            result->network.figures.undirected.nodes.merge(slow.figures.undirected.nodes);
            result->isComplete = true;
            return result;
        },
        [this](Result<Shared> result) {
            if (result && (*result)->revision >= m_needed)
                adopt(std::move(*result));
        },
        [this](double share) { Q_EMIT progressed(share); });
}

void FiguresService::adopt(Shared result)
{
    m_fresh = result->isComplete;
    m_result = std::move(result);
    Q_EMIT changed();
    if (m_fresh)
        Q_EMIT freshChanged(true);
}

} // namespace weavemap::ui
