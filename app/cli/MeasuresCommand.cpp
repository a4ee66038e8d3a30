// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "core/sna/Registry.h"
#include "core/sna/Topics.h"
#include "ui/base/Convert.h"
#include "ui/base/MeasureWords.h"

namespace weavemap::cli {

namespace {

std::string_view kindName(sna::ValueKind kind)
{
    switch (kind) {
    case sna::ValueKind::scalar:
        return "scalar";
    case sna::ValueKind::node:
        return "node";
    case sna::ValueKind::edge:
        return "edge";
    }
    return {};
}

std::string_view costName(sna::CostClass cost)
{
    switch (cost) {
    case sna::CostClass::light:
        return "light";
    case sna::CostClass::medium:
        return "medium";
    case sna::CostClass::heavy:
        return "heavy";
    }
    return {};
}

Done runMeasures(const Arguments&)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const sna::Measure& measure : sna::measures()) {
        nlohmann::ordered_json row{{"key", measure.key},
                                   {"section", measure.section == sna::Section::directed ? "directed" : "undirected"},
                                   {"kind", kindName(measure.kind)},
                                   {"cost", costName(measure.cost)},
                                   {"weighted", measure.weighting == sna::Weighting::weighted},
                                   {"on_request", measure.offer == sna::Offer::onRequest}};
        if (const auto topic = sna::topicOf(measure.key)) {
            row["title"] = ui::toUtf8(ui::measureTitle(*topic));
            row["sentence"] = ui::toUtf8(ui::measureSentence(*topic));
            row["caution"] = ui::toUtf8(ui::measureCaution(*topic));
        }
        list.push_back(std::move(row));
    }
    return printJson(list);
}

constexpr OptionSpec kOptions[]{{"--json"}};

} // namespace

const Command kMeasuresCommand{
    "measures", QT_TRANSLATE_NOOP("Terminal", "Lists the figures there are, and what each one means."),
    "measures", kOptions,
    0,          0,
    runMeasures};

} // namespace weavemap::cli
