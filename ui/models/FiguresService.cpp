// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/FiguresService.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr int kWaitMs = 300;
constexpr const char* kEstimate = "betweenness_estimate";
constexpr const char* kEstimateBound = "betweenness_estimate_bound";

/// People times ties up to which all figures are there in about a tenth of a second.
constexpr double kAtOnceUpTo = 5e7;

using Shared = std::shared_ptr<FiguresResult>;

/// More rows, with the ties of the people touched, are no edit by hand: they are read anew, which is quicker then.
constexpr std::size_t kMostUpdated = 500;

/// What is updated with an edit: the figures of `sna::LiveCounts` that are shown.
const std::vector<std::string>& countedMeasures()
{
    static const std::vector<std::string> kKeys{"density",   "degree_mean", "degree",          "edges",
                                                "component", "components",  "component_sizes", "transitivity_global"};
    return kKeys;
}

/// What costs less than reading the ties, but has to be computed anew.
const std::vector<std::string>& quickMeasures()
{
    static const std::vector<std::string> kKeys{"articulation_point", "bridges", "core_number"};
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

std::vector<std::string> joined(std::vector<std::string> keys, const std::vector<std::string>& more)
{
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

/// Under which keys figures stand that are coming: betweenness also as an estimate.
std::vector<std::string> keysOf(const std::vector<std::string>& coming)
{
    return joined(coming, {kEstimate, kEstimateBound});
}

/// The figures of the other sort go in beside those that are there.
void putIn(actions::NetworkFigures& figures, actions::NetworkFigures others)
{
    sna::FigureSection& section = figures.figures.undirected;
    section.scalars.merge(others.figures.undirected.scalars);
    section.nodes.merge(others.figures.undirected.nodes);
    section.edges.merge(others.figures.undirected.edges);
}

} // namespace

bool FiguresResult::isComing(std::string_view measure) const
{
    return std::find(coming.begin(), coming.end(), measure) != coming.end();
}

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
    return network.figures.undirected.number(kEstimateBound).value_or(0.0);
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
        m_update.cancel();
        m_unseen.clear();
        m_result.reset();
        m_precision = actions::Precision::estimatedWhereDear;
        m_fresh = false;
        Q_EMIT changed();
        Q_EMIT freshChanged(false);
    });
    connect(&session, &Session::changed, this, &FiguresService::follow);
}

void FiguresService::follow(const store::ChangeSet& changes)
{
    using store::Table;
    constexpr std::array kTables{Table::person,       Table::tie,         Table::overlay,
                                 Table::conversation, Table::participant, Table::attributeValue,
                                 Table::organization, Table::fact};
    if (std::none_of(kTables.begin(), kTables.end(), [&changes](Table table) { return changes.touches(table); }))
        return;
    m_needed = changes.revision;
    m_unseen.push_back({changes.revision, {}});
    m_unseen.back().rows.add(changes);
    schedule();
    update();
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
    m_failed = false;
    m_wait.start();
    if (std::exchange(m_fresh, false))
        Q_EMIT freshChanged(false);
}

bool FiguresService::isOfThisNetwork(const FiguresResult& result) const
{
    return result.network.network.set == m_options.set && result.network.network.population == m_options.population;
}

void FiguresService::update()
{
    m_update.cancel();
    // On another day other ties and people are in the network: all is read anew.
    if (!m_result || !m_result->counts || !isOfThisNetwork(*m_result) ||
        m_result->network.network.on != m_session.today())
        return;
    actions::TouchedRows touched;
    for (const Unseen& unseen : m_unseen)
        touched.add(unseen.rows);
    if (touched.isEmpty() || touched.count() > kMostUpdated)
        return;
    auto reader = m_session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_update = m_jobs.run<Shared>(
        this,
        [shared, before = m_result, touched = std::move(touched),
         revision = m_needed](const RunContext& run) -> Result<Shared> {
            if (run.cancelled())
                return fail(ErrorCode::cancelled);
            if (actions::updateSize(before->data, *before->counts, touched) > kMostUpdated)
                return Shared();
            graph::NetworkOptions network = before->network.network;
            auto result = std::make_shared<FiguresResult>();
            auto counts = std::make_shared<sna::LiveCounts>(*before->counts);
            result->data = before->data;
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) {
                return actions::updateNetwork(result->data, *counts, records, touched, network, run);
            }));
            result->revision = network.revision = revision;
            result->network = actions::figuresOfCounts(result->data, *counts, network);
            result->coming = joined(quickMeasures(), slowMeasures());
            actions::carryOver(result->network, before->network, keysOf(result->coming));
            result->slowFrom = before->slowFrom;
            result->counts = std::move(counts);
            return result;
        },
        [this](Result<Shared> result) {
            // What was read anew meanwhile is as new, and holds more.
            if (result && *result && (*result)->revision >= m_needed && m_result &&
                m_result->revision < (*result)->revision)
                adopt(std::move(*result));
        });
}

void FiguresService::compute()
{
    if (!m_session.isOpen())
        return;
    m_job.cancel();
    m_failed = false;
    auto reader = m_session.openReader();
    if (!reader) {
        giveUp(reader.error());
        return;
    }
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
            if (atOnce) {
                question.measures = joined(joined(countedMeasures(), quickMeasures()), slowMeasures());
                WEAVEMAP_ASSIGN(result->network, actions::computeFigures(result->data, question, run));
                return result;
            }
            WEAVEMAP_ASSIGN(sna::LiveCounts counts, actions::liveCounts(result->data, question.network, run));
            question.measures = quickMeasures();
            WEAVEMAP_ASSIGN(result->network, actions::computeFigures(result->data, question, run));
            putIn(result->network, actions::figuresOfCounts(result->data, counts, question.network));
            result->counts = std::make_shared<const sna::LiveCounts>(std::move(counts));
            result->coming = slowMeasures();
            return result;
        },
        [this](Result<Shared> result) {
            if (!result) {
                giveUp(result.error());
                return;
            }
            if ((*result)->revision < m_needed)
                return;
            if ((*result)->isComplete()) {
                (*result)->slowFrom = ++m_computations;
                adopt(std::move(*result));
                return;
            }
            const auto quick = *result;
            auto shown = quick;
            if (m_result && isOfThisNetwork(*m_result)) {
                // The slow figures of the network before stand until theirs are there.
                shown = std::make_shared<FiguresResult>(*quick);
                actions::carryOver(shown->network, m_result->network, keysOf(shown->coming));
                shown->slowFrom = m_result->slowFrom;
            }
            computeRest(quick);
            adopt(std::move(shown));
        },
        [this](double share) { Q_EMIT progressed(share); });
}

void FiguresService::computeRest(std::shared_ptr<const FiguresResult> quick)
{
    m_job = m_jobs.run<Shared>(
        this,
        [quick, options = m_options, precision = m_precision](const RunContext& run) -> Result<Shared> {
            auto question = questionOf(options, precision, *quick);
            question.measures = slowMeasures();
            WEAVEMAP_ASSIGN(actions::NetworkFigures slow, actions::computeFigures(quick->data, question, run));
            auto result = std::make_shared<FiguresResult>(*quick);
            putIn(result->network, std::move(slow));
            result->coming.clear();
            return result;
        },
        [this](Result<Shared> result) {
            if (!result) {
                giveUp(result.error());
                return;
            }
            if ((*result)->revision < m_needed)
                return;
            (*result)->slowFrom = ++m_computations;
            adopt(std::move(*result));
        },
        [this](double share) { Q_EMIT progressed(share); });
}

void FiguresService::adopt(Shared result)
{
    m_fresh = result->isComplete();
    std::erase_if(m_unseen, [&result](const Unseen& unseen) { return unseen.revision <= result->revision; });
    m_result = std::move(result);
    Q_EMIT changed();
    if (m_fresh)
        Q_EMIT freshChanged(true);
}

void FiguresService::giveUp(const Error& error)
{
    m_failed = true;
    if (m_result && !m_result->isComplete()) {
        // Those of the network before stood for what was coming: they are old for good.
        auto known = std::make_shared<FiguresResult>(*m_result);
        for (const std::string& key : keysOf(known->coming)) {
            known->network.figures.undirected.scalars.erase(key);
            known->network.figures.undirected.nodes.erase(key);
        }
        known->coming.clear();
        known->slowFrom = 0;
        m_result = std::move(known);
        Q_EMIT changed();
    }
    Q_EMIT failed(error);
}

} // namespace weavemap::ui
