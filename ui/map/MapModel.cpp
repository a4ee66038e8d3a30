// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapModel.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "core/actions/FoundGroups.h"
#include "core/actions/MapFilters.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/models/FiguresService.h"
#include "ui/models/MapInputs.h"
#include "ui/paint/PersonLook.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

/// Beyond this many people the first map shows a measure that costs nothing; the slower ones are a choice.
constexpr std::size_t kSlowMeasureFrom = 3000;

/// How long changes are gathered while nobody watches.
constexpr int kGatherMs = 300;

/// What is found sooner comes whole. People who are on the screen already are not sent on their way for less.
constexpr std::chrono::milliseconds kFirstLookAfter(100);
constexpr std::chrono::milliseconds kFramesAfter(400);

std::shared_ptr<const actions::MapData> sized(const actions::MapData& data, const actions::MapSizes& sizes)
{
    auto copy = std::make_shared<actions::MapData>(data);
    actions::applySizes(*copy, sizes);
    return copy;
}

bool touchesMap(const store::ChangeSet& changes)
{
    using store::Table;
    for (const Table table :
         {Table::person, Table::organization, Table::attribute, Table::attributeValue, Table::tie, Table::overlay,
          Table::evidence, Table::conversation, Table::participant, Table::position, Table::convening, Table::fact})
        if (changes.touches(table))
            return true;
    return false;
}

} // namespace

MapModel::MapModel(Office& office, QObject* parent) : QObject(parent), m_office(office)
{
    reset();
    m_later.setSingleShot(true);
    m_later.setInterval(kGatherMs);
    connect(&m_later, &QTimer::timeout, this, &MapModel::refresh);
    connect(&office.session, &Session::opened, this, &MapModel::start);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (!touchesMap(changes))
            return;
        if (m_watched)
            refresh();
        else if (!m_later.isActive())
            m_later.start();
    });
    connect(&office.session, &Session::closing, this, &MapModel::forget);
    connect(&office.session, &Session::personErased, this, &MapModel::forgetPerson);
    connect(&office.figures, &FiguresService::changed, this, [this] {
        if (m_sizesStale && !m_job.isRunning() && !m_sizeJob.isRunning())
            bringSizes();
    });
    connect(&office.figures, &FiguresService::precisionChanged, this, &MapModel::makeExact);
    connect(&office.theme, &ThemeController::themeChanged, this, &MapModel::restyle);
    connect(&office.settings, &Settings::changed, this, [this](const QString& name) {
        if (name.startsWith(QStringLiteral("map/")) && name != QLatin1String(setting::kLegend.name))
            restyle();
    });
    rebuildInput(); // in the theme's colours, also before anybody is known
    if (office.session.isOpen())
        start();
}

void MapModel::reset()
{
    m_question = {};
    m_look = {};
    m_question.sizeBy = "betweenness";
    m_question.colour = actions::MapQuestion::Colour::free;
    m_answered = m_question;
}

void MapModel::restyle()
{
    if (m_held) {
        m_restyleAfter = true;
        return;
    }
    rebuildInput();
    Q_EMIT changed();
}

void MapModel::letGo()
{
    if (!std::exchange(m_held, false))
        return;
    const bool again = std::exchange(m_restyleAfter, false);
    if (std::optional<MapAnswer> answer = std::exchange(m_waiting, std::nullopt))
        adopt(std::move(*answer));
    else if (again)
        restyle();
}

void MapModel::start()
{
    const auto people = m_office.session.records().people.count();
    if (people && *people > kSlowMeasureFrom)
        m_question.sizeBy = "degree";
    recallChoices();
    refresh();
}

void MapModel::recallChoices()
{
    if (const auto kept = m_office.session.records().views.mapChoices(); kept && !kept->empty())
        m_question = actions::withViewSettings(std::move(m_question), *kept);
}

void MapModel::keepChoices()
{
    if (m_office.session.isReadOnly())
        return;
    actions::MapQuestion chosen = m_question;
    chosen.filters.clear(); // a map that opens with people left out would look like the whole network
    chosen.nodes = actions::MapQuestion::Nodes::people;
    chosen.conveningMonths = 0;
    chosen.date.reset(); // and one of another day like today's
    chosen.compare.reset();
    m_office.session.post([settings = actions::viewSettings(chosen)](store::Workspace& workspace) {
        (void)workspace.writeUnrecorded([&](store::Records& records) { return records.views.setMapChoices(settings); });
    });
}

void MapModel::ask(actions::MapQuestion question)
{
    const actions::MapQuestion before = std::exchange(m_question, std::move(question));
    if (m_question.colourBy != before.colourBy)
        m_question.colour = actions::MapQuestion::Colour::chosen;
    const bool chose = m_question.style != before.style || m_question.around != before.around ||
                       m_question.colourBy != before.colourBy || m_question.sizeBy != before.sizeBy ||
                       m_question.network.set != before.network.set ||
                       m_question.network.population != before.network.population ||
                       m_question.ringBy != before.ringBy || m_question.labelBy != before.labelBy ||
                       m_question.kinds != before.kinds || m_question.initials != before.initials ||
                       m_question.colours != before.colours;
    // A saved view is a look at the map: what is chosen for the map itself stays.
    if (chose && !m_question.view && m_office.session.isOpen())
        keepChoices();
    refresh();
}

void MapModel::watch()
{
    m_watched = true;
    if (m_later.isActive())
        refresh();
}

void MapModel::refresh()
{
    m_later.stop();
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
    MapAsking asking = askingFor(m_question.date);
    m_question = asking.question;
    // The first map waits for its sizes, so that nothing jumps; later ones keep the old sizes until the new are there.
    asking.isFirst = !m_data || m_isFirstLook;
    asking.sizes = asking.isFirst ? MapAsking::Sizes::all : MapAsking::Sizes::free;
    const auto frames =
        std::make_shared<LayoutFrames>(m_patience.value_or(asking.isFirst ? kFirstLookAfter : kFramesAfter));
    m_layoutShown = false;
    if (std::exchange(m_isStopped, false))
        Q_EMIT changed();
    m_job = m_office.jobs.run<MapAnswer>(
        this, [shared, asking, frames](const RunContext& run) { return answerMap(*shared, asking, run, frames.get()); },
        [this](Result<MapAnswer> answer) {
            if (answer && m_held)
                m_waiting = std::move(*answer);
            else if (answer)
                adopt(std::move(*answer));
            else if (m_isFirstLook)
                dropFirstLook();
            m_layoutShown = false;
            Q_EMIT busyChanged(false);
            if (std::exchange(m_again, false))
                refresh();
        },
        [this, frames](double) { showFrame(*frames); });
    Q_EMIT busyChanged(true);
}

MapAsking MapModel::askingFor(std::optional<Date> date) const
{
    MapAsking asking;
    asking.question = m_question;
    asking.question.date = date;
    asking.question.anchor = m_office.session.today();
    asking.question.network.on = date.value_or(*asking.question.anchor);
    asking.known = m_sizes;
    asking.classed = m_classed;
    asking.sizes = MapAsking::Sizes::cheap;
    asking.precision = m_office.figures.precision();
    return asking;
}

bool MapModel::showPrepared(const MapAnswer& answer)
{
    actions::MapQuestion asked = askingFor(answer.question.date).question;
    if (asked.colour == actions::MapQuestion::Colour::free)
        asked.colourBy = answer.question.colourBy; // the file's, as nobody chose
    if (!(asked == answer.question) || m_job.isRunning())
        return false;
    m_question = std::move(asked);
    if (m_held)
        m_waiting = answer;
    else
        adopt(answer);
    return true;
}

void MapModel::adopt(MapAnswer answer)
{
    m_sizeJob.cancel();
    m_classJob.cancel();
    m_answered = std::move(answer.question);
    // What was taken for lack of a choice stays, also once the field asked for has values.
    if (m_question.colour == actions::MapQuestion::Colour::free)
        m_question.colourBy = m_answered.colourBy;
    m_network = answer.network;
    m_source = std::move(answer.source);
    m_data = std::move(answer.data);
    m_rings = std::move(answer.rings);
    m_isFirstLook = false;
    m_classed = std::move(answer.classed);
    m_fields = actions::fieldsOf(m_source->data);
    std::erase_if(m_moves, [&](const Move& move) { return move.revision != 0 && move.revision <= answer.revision; });
    if (!m_data->computedPlaces.empty() && !m_office.session.isReadOnly())
        m_office.session.post([places = m_data->computedPlaces, asked = m_answered](store::Workspace& workspace) {
            // A place that could not be kept is computed again next time: nothing is lost.
            (void)workspace.writeUnrecorded(
                [&](store::Records& records) { return actions::storePlaces(records, asked, places); });
        });
    const bool sizesCame = !answer.sizes && m_sizes;
    if (answer.sizes)
        m_sizes = std::move(answer.sizes);
    m_sizesStale = !m_question.sizeBy.empty() &&
                   (!m_sizes || !isOf(*m_sizes, m_question.sizeBy, m_network, m_office.figures.precision()));
    if (sizesCame && !m_sizesStale && !m_answered.sizeBy.empty())
        m_data = sized(*m_data, *m_sizes); // they came while this answer was made with those before
    rebuildInput();
    Q_EMIT changed();
    if (m_sizesStale && !m_job.isRunning() && !m_again)
        bringSizes();
    if ((answer.areClassesOld || areClassesRough()) && !m_job.isRunning() && !m_again)
        bringClasses();
}

/// Whether the window's figures are, or will be, of the network that the map shows.
bool MapModel::figuresAnswer() const
{
    const auto result = m_office.figures.result();
    graph::NetworkOptions theirs = m_office.figures.options(), ours = m_question.network;
    theirs.revision = ours.revision;
    const sna::FigureSection* const found = result ? &result->network.figures.undirected : nullptr;
    return found != nullptr && theirs == ours &&
           (found->perNode(m_question.sizeBy) != nullptr || result->isComing(m_question.sizeBy) ||
            (m_question.sizeBy == "betweenness" && result->betweennessBound() > 0.0));
}

/// Estimates stay on the map until the exact values are there; sizes are marked as old.
void MapModel::makeExact()
{
    if (m_sizes && m_sizes->bound > 0.0) {
        m_sizeJob.cancel();
        m_sizesStale = true;
        Q_EMIT changed();
        if (!m_job.isRunning())
            bringSizes();
    }
    if (m_source && areClassesRough() && !m_job.isRunning())
        bringClasses();
}

/// Whether colours or rings are an estimate where exact values were asked for.
bool MapModel::areClassesRough() const
{
    return isMadeExact() &&
           std::any_of(m_classed.begin(), m_classed.end(), [](const auto& values) { return values->bound > 0.0; });
}

double MapModel::largestBound() const
{
    if (!m_data)
        return 0.0;
    double bound = m_data->sizeBound;
    for (const auto* classes : {&m_data->colourClasses, &m_data->ringClasses})
        if (*classes)
            bound = std::max(bound, (*classes)->bound);
    return bound;
}

void MapModel::askForExact() { m_office.figures.askForExact(); }

bool MapModel::isMadeExact() const { return m_office.figures.precision() == actions::Precision::exact; }

void MapModel::bringSizes()
{
    if (!m_source)
        return;
    const bool theirs = figuresAnswer();
    if (theirs && !m_office.figures.isFresh())
        return; // They are being computed already: `FiguresService::changed` follows.
    using Sizes = std::shared_ptr<const actions::MapSizes>;
    m_sizeJob = m_office.jobs.run<Sizes>(
        this,
        [source = m_source, network = m_question.network, measure = m_question.sizeBy, key = m_network,
         figures = theirs ? m_office.figures.result() : nullptr,
         precision = m_office.figures.precision()](const RunContext& run) -> Result<Sizes> {
            if (figures)
                if (auto found = actions::sizesIn(figures->network, figures->data, measure);
                    found && found->network == key)
                    return std::make_shared<const actions::MapSizes>(std::move(*found));
            WEAVEMAP_ASSIGN(auto sizes, actions::mapSizes(source->data, network, measure, precision, run));
            return std::make_shared<const actions::MapSizes>(std::move(sizes));
        },
        [this](Result<Sizes> sizes) {
            if (sizes)
                adoptSizes(std::move(*sizes));
        });
}

void MapModel::adoptSizes(std::shared_ptr<const actions::MapSizes> sizes)
{
    m_sizes = std::move(sizes);
    m_sizesStale = false;
    m_data = sized(*m_data, *m_sizes);
    restyle();
}

void MapModel::rebuildInput()
{
    using actions::MapQuestion;
    const bool asWindow = m_question.colours == MapQuestion::Colours::window;
    const Theme& theme = asWindow ? currentTheme() : Theme::print();
    m_input = m_data ? mapInput(*m_data, theme, m_isFirstLook ? actions::MapRings{} : m_rings) : MapInput{};
    m_input.style.colors = mapColors(theme);
    if (m_question.colours == MapQuestion::Colours::grey)
        m_input.style.colors = greyColors(m_input.style.colors);
    m_input.style.initials = m_question.initials == MapQuestion::Initials::onDiscs;
    for (const Move& move : m_moves)
        for (const MapPosition& place : move.places)
            if (const int at = indexOf(place.person); at >= 0 && move.key == placesKey(m_answered)) {
                m_input.people[static_cast<std::size_t>(at)].at = {place.x, place.y};
                m_input.people[static_cast<std::size_t>(at)].pinned = true;
            }
    applyLook();
    m_input.discRoom = discRoomOf(m_input);
}

std::vector<std::string> MapModel::colourFields() const
{
    return m_source ? actions::colourFieldsOf(m_source->data) : std::vector<std::string>{};
}

std::vector<std::pair<std::string, std::size_t>> MapModel::valuesOf(const std::string& field) const
{
    std::map<std::string, std::size_t> counts;
    if (m_source && actions::isTieField(field))
        return actions::valuesOfTies(m_source->data, m_question.network, field);
    if (field == actions::kFoundGroups) {
        if (m_data)
            counts.insert(m_data->groupsFound.begin(), m_data->groupsFound.end());
    } else if (m_source) {
        const auto values = actions::filterValues(m_source->data, m_question.network, field);
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

} // namespace weavemap::ui
