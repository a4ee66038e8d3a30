// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapModel.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/models/MapInputs.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

/// Beyond this many people the first map shows a measure that costs nothing; the slower ones are a choice.
constexpr std::size_t kSlowMeasureFrom = 3000;

struct Answer
{
    std::shared_ptr<const actions::MapSource> source;
    std::shared_ptr<const actions::MapData> data;
};

bool touchesMap(const store::ChangeSet& changes)
{
    using store::Table;
    for (const Table table :
         {Table::person, Table::organization, Table::attribute, Table::attributeValue, Table::tie, Table::overlay,
          Table::evidence, Table::conversation, Table::participant, Table::position, Table::fact})
        if (changes.touches(table))
            return true;
    return false;
}

} // namespace

MapModel::MapModel(Office& office, QObject* parent) : QObject(parent), m_office(office)
{
    reset();
    connect(&office.session, &Session::opened, this, &MapModel::start);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (touchesMap(changes))
            refresh();
    });
    connect(&office.session, &Session::closing, this, [this] {
        m_job.cancel();
        m_again = false;
        m_source.reset();
        m_data.reset();
        m_fields.clear();
        reset();
        rebuildInput();
        Q_EMIT changed();
    });
    const auto restyle = [this] {
        rebuildInput();
        Q_EMIT changed();
    };
    connect(&office.theme, &ThemeController::themeChanged, this, restyle);
    connect(&office.settings, &Settings::changed, this, [restyle](const QString& name) {
        if (name.startsWith(QStringLiteral("map/")))
            restyle();
    });
    if (office.session.isOpen())
        start();
}

void MapModel::reset()
{
    m_question = {};
    m_question.sizeBy = "betweenness";
}

void MapModel::start()
{
    const auto people = m_office.session.records().people.count();
    if (people && *people > kSlowMeasureFrom)
        m_question.sizeBy = "degree";
    refresh();
}

void MapModel::ask(actions::MapQuestion question)
{
    m_question = std::move(question);
    refresh();
}

void MapModel::refresh()
{
    if (!m_office.session.isOpen())
        return;
    if (m_job.isRunning()) {
        m_again = true;
        return;
    }
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_question.network.on = m_office.session.today();
    m_job = m_office.jobs.run<Answer>(
        this,
        [shared, question = m_question](const RunContext& run) -> Result<Answer> {
            auto source = std::make_shared<actions::MapSource>();
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(*source, actions::readMapSource(records, question));
                return {};
            }));
            auto data = std::make_shared<actions::MapData>();
            WEAVEMAP_ASSIGN(*data, actions::buildMap(*source, question, run));
            return Answer{source, data};
        },
        [this](Result<Answer> answer) {
            if (answer)
                adopt(answer->source, answer->data);
            Q_EMIT busyChanged(false);
            if (std::exchange(m_again, false))
                refresh();
        });
    Q_EMIT busyChanged(true);
}

void MapModel::adopt(std::shared_ptr<const actions::MapSource> source, std::shared_ptr<const actions::MapData> data)
{
    m_source = std::move(source);
    m_data = std::move(data);
    m_fields = actions::fieldsOf(m_source->data);
    if (!m_data->computedPlaces.empty() && !m_office.session.isReadOnly())
        m_office.session.post([places = m_data->computedPlaces, view = m_question.view](store::Workspace& workspace) {
            // A place that could not be kept is computed again next time: nothing is lost.
            (void)workspace.writeUnrecorded(
                [&](store::Records& records) { return actions::storePlaces(records, view, places); });
        });
    rebuildInput();
    Q_EMIT changed();
}

void MapModel::rebuildInput()
{
    m_input = m_data ? mapInput(*m_data, currentTheme()) : MapInput{};
    if (!m_data)
        m_input.style.colors = mapColors(currentTheme());
    const Settings& settings = m_office.settings;
    m_input.style.hulls = settings.value(setting::kMapHulls) == Shown::yes;
    m_input.style.fog = settings.value(setting::kMapFog) == Shown::yes;
    m_input.style.labels = settings.value(setting::kMapLabels) == Shown::yes ? MapLabels::fitting : MapLabels::none;
}

std::vector<std::pair<std::string, std::size_t>> MapModel::valuesOf(const std::string& field) const
{
    std::map<std::string, std::size_t> counts;
    if (m_source) {
        const auto values = actions::valuesOfField(m_source->data, field);
        for (const Person& person : m_source->data.people) {
            if (!graph::isInNetwork(person, m_question.network))
                continue;
            const auto found = values.find(person.id);
            ++counts[found == values.end() ? std::string() : found->second];
        }
    }
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

int MapModel::indexOf(PersonId person) const
{
    const auto& people = m_input.people;
    const auto found = std::lower_bound(people.begin(), people.end(), person,
                                        [](const MapPerson& p, PersonId id) { return p.id < id; });
    return found != people.end() && found->id == person ? static_cast<int>(found - people.begin()) : -1;
}

int MapModel::indexOfTie(TieId tie) const
{
    const auto& ties = m_input.ties;
    const auto found =
        std::lower_bound(ties.begin(), ties.end(), tie, [](const MapTie& t, TieId id) { return t.id < id; });
    return found != ties.end() && found->id == tie ? static_cast<int>(found - ties.begin()) : -1;
}

void MapModel::moveOnScreen(const std::vector<std::uint32_t>& people, QPointF by)
{
    for (const std::uint32_t at : people)
        if (at < m_input.people.size())
            m_input.people[at].at += by;
    Q_EMIT changed();
}

std::vector<MapPosition> MapModel::places(const std::vector<std::uint32_t>& people) const
{
    std::vector<MapPosition> result;
    for (const std::uint32_t at : people)
        if (at < m_input.people.size()) {
            const MapPerson& person = m_input.people[at];
            result.push_back({m_question.view, person.id, person.at.x(), person.at.y(), true});
        }
    return result;
}

QString MapModel::nameFor(const std::vector<std::uint32_t>& people) const
{
    return people.size() == 1 && people.front() < m_input.people.size()
               ? m_input.people[people.front()].name
               : tr("%n people", "", static_cast<int>(people.size()));
}

void MapModel::storeMove(const std::vector<std::uint32_t>& people)
{
    if (people.empty())
        return;
    m_office.session.change(
        tr("Move %1").arg(nameFor(people)),
        [moved = places(people)](store::Records& records) { return actions::movePeople(records, moved); },
        [this](const Result<store::ChangeSet>& result) {
            if (!result)
                refresh();
        });
}

void MapModel::setPinned(const std::vector<std::uint32_t>& people, bool pinned)
{
    if (people.empty())
        return;
    const auto pin = pinned ? actions::Pin::pinned : actions::Pin::loose;
    m_office.session.change(
        (pinned ? tr("Pin %1") : tr("Let %1 loose")).arg(nameFor(people)),
        [at = places(people), pin](store::Records& records) { return actions::pinPeople(records, at, pin); });
}

void MapModel::tidyUp()
{
    if (!m_source)
        return;
    m_office.jobs.run<std::vector<MapPosition>>(
        this,
        [source = m_source, question = m_question](const RunContext& run) {
            return actions::tidyPlaces(*source, question, run);
        },
        [this](Result<std::vector<MapPosition>> tidy) {
            if (tidy)
                m_office.session.change(tr("Tidy up the map"), [tidy = std::move(*tidy)](store::Records& records) {
                    return actions::movePeople(records, tidy);
                });
        });
}

} // namespace weavemap::ui
