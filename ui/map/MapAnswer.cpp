// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapAnswer.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/actions/FoundGroups.h"

namespace weavemap::ui {

namespace {

/// Measures that cost no more than drawing: computed with every answer, so that they are never old.
bool costsNothing(const std::string& measure) { return measure == "degree"; }

/// Where the dearest measure, which looks at every tie from every person, stays within a few hundredths of a second.
bool isSmall(const actions::MapData& data) { return data.networkPeople * data.ties.size() <= 4'000'000; }

/// A map of who is where so far. Nobody gets a place by it, and none of it is stored.
std::shared_ptr<const actions::MapData> firstLook(const actions::MapSource& source, actions::MapQuestion asked,
                                                  std::span<const PersonId> people, std::span<const layout::Point> at,
                                                  const RunContext& run)
{
    actions::MapSource placed = source;
    asked.places = actions::MapQuestion::Places::stored;
    placed.recorded.clear();
    placed.computed.clear();
    // Finding groups takes as long as several frames.
    if (placed.colourBy == actions::kFoundGroups)
        placed.colourBy.clear();
    std::erase_if(asked.filters, [](const auto& filter) { return filter.field == actions::kFoundGroups; });
    for (std::size_t i = 0; i < people.size(); ++i)
        placed.computed.push_back({people[i], at[i].x, at[i].y, LayoutArea::network});
    const RunContext quiet(run.stopToken(), {}, run.threads());
    auto built = actions::buildMap(placed, asked, quiet);
    if (!built)
        return nullptr;
    // Rows come last: there are none yet.
    for (actions::MapPerson& person : built->people)
        person.place = layout::Area::Kind::mainPieces;
    std::erase_if(built->areas, [](const layout::Area& area) { return area.kind != layout::Area::Kind::mainPieces; });
    built->computedPlaces.clear();
    return std::make_shared<const actions::MapData>(std::move(*built));
}

/// What people are coloured and ringed by. What takes long and was shown before stays for now.
Result<> addClasses(MapAnswer& answer, actions::MapData& data, const actions::MapSource& source,
                    const MapAsking& asking, const RunContext& run)
{
    for (const std::string& measure : actions::classMeasures(asking.question)) {
        std::vector<std::shared_ptr<const actions::MapSizes>> known = asking.classed;
        known.insert(known.begin(), {answer.sizes, asking.known});
        std::erase_if(known, [&](const auto& sizes) { return !sizes || sizes->measure != measure; });
        const auto same = std::find_if(known.begin(), known.end(), [&](const auto& sizes) {
            return isOf(*sizes, measure, answer.network, asking.precision);
        });
        if (same != known.end()) {
            answer.classed.push_back(*same);
        } else if (known.empty() || costsNothing(measure) || isSmall(data)) {
            WEAVEMAP_ASSIGN(auto sizes,
                            actions::mapSizes(source.data, asking.question.network, measure, asking.precision, run));
            answer.classed.push_back(std::make_shared<const actions::MapSizes>(std::move(sizes)));
        } else {
            answer.classed.push_back(known.front());
            answer.areClassesOld = true;
        }
    }
    applyClasses(data, answer.classed);
    return {};
}

} // namespace

void applyClasses(actions::MapData& map, const std::vector<std::shared_ptr<const actions::MapSizes>>& classed)
{
    std::vector<const actions::MapSizes*> known;
    for (const auto& sizes : classed)
        known.push_back(sizes.get());
    actions::applyClasses(map, known);
}

bool isOf(const actions::MapSizes& sizes, const std::string& measure, std::uint64_t network,
          actions::Precision precision)
{
    return sizes.measure == measure && sizes.network == network &&
           (sizes.bound == 0.0 || precision == actions::Precision::estimatedWhereDear);
}

Result<MapAnswer> answerMap(store::Reader& reader, const MapAsking& asking, const RunContext& run, LayoutFrames* frames)
{
    const actions::MapQuestion& question = asking.question;
    MapAnswer answer;
    answer.question = question;
    auto source = std::make_shared<actions::MapSource>();
    WEAVEMAP_TRY(reader.snapshot([&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(answer.revision, reader.revision());
        WEAVEMAP_ASSIGN(*source, actions::readMapSource(records, question));
        answer.question.colourBy = source->colourBy;
        return {};
    }));
    auto data = std::make_shared<actions::MapData>();
    actions::MapQuestion unsized = question;
    unsized.sizeBy.clear();
    for (std::string* field : {&unsized.colourBy, &unsized.ringBy})
        if (!actions::measureIn(*field).empty())
            field->clear();
    LayoutFrames::Look look;
    if (asking.isFirst)
        look = [&](std::span<const PersonId> people, std::span<const layout::Point> at) {
            return firstLook(*source, unsized, people, at, run);
        };
    const actions::PlacesFrame onFrame = frames ? frames->into(run, std::move(look)) : actions::PlacesFrame();
    WEAVEMAP_ASSIGN(*data, actions::buildMap(*source, unsized, run, onFrame));
    data->ringBy = question.ringBy;
    answer.network = actions::networkKey(source->data, question.network);
    if (!question.sizeBy.empty()) {
        const bool now = asking.sizes == MapAsking::Sizes::all || costsNothing(question.sizeBy) ||
                         (asking.sizes == MapAsking::Sizes::cheap && isSmall(*data));
        if (asking.known && isOf(*asking.known, question.sizeBy, answer.network, asking.precision)) {
            answer.sizes = asking.known;
        } else if (now) {
            WEAVEMAP_ASSIGN(auto sizes,
                            actions::mapSizes(source->data, question.network, question.sizeBy, asking.precision, run));
            answer.sizes = std::make_shared<const actions::MapSizes>(std::move(sizes));
        }
        if (const auto& shown = answer.sizes ? answer.sizes : asking.known)
            actions::applySizes(*data, *shown);
    }
    WEAVEMAP_TRY(addClasses(answer, *data, *source, asking, run));
    answer.rings = actions::ringsOf(*source, question, *data);
    answer.source = std::move(source);
    answer.data = std::move(data);
    return answer;
}

} // namespace weavemap::ui
