// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapAnswer.h"

#include <utility>

namespace weavemap::ui {

namespace {

/// Measures that cost no more than drawing: computed with every answer, so that they are never old.
bool costsNothing(const std::string& measure) { return measure == "degree"; }

/// Where the dearest measure, which looks at every tie from every person, stays within a few hundredths of a second.
bool isSmall(const actions::MapData& data) { return data.networkPeople * data.ties.size() <= 4'000'000; }

} // namespace

bool isOf(const actions::MapSizes& sizes, const std::string& measure, std::uint64_t network,
          actions::Precision precision)
{
    return sizes.measure == measure && sizes.network == network &&
           (sizes.bound == 0.0 || precision == actions::Precision::estimatedWhereDear);
}

Result<MapAnswer> answerMap(store::Reader& reader, const MapAsking& asking, const RunContext& run,
                            const actions::PlacesFrame& onFrame)
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
    WEAVEMAP_ASSIGN(*data, actions::buildMap(*source, unsized, run, onFrame));
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
    answer.source = std::move(source);
    answer.data = std::move(data);
    return answer;
}

} // namespace weavemap::ui
