// SPDX-License-Identifier: GPL-3.0-or-later
// How the map is drawn: the map's own settings, and what a saved view says of them.
#include "ui/map/MapModel.h"

#include <utility>

#include "ui/base/Settings.h"
#include "ui/models/FiguresService.h"
#include "ui/paint/LeavingInput.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

bool isOn(const Settings& settings, const SettingKey<Shown>& key) { return settings.value(key) == Shown::yes; }

} // namespace

void MapModel::applyLook()
{
    const Settings& settings = m_office.settings;
    MapStyle& style = m_input.style;
    const bool names = m_look.names.value_or(isOn(settings, setting::kMapLabels));
    style.hulls = m_look.board || m_look.hulls.value_or(isOn(settings, setting::kMapHulls));
    // Fog is about people: over organizations it would say too little of too many.
    style.fog = !m_look.board && !m_input.isRolledUp && m_look.fog.value_or(isOn(settings, setting::kMapFog));
    style.labels = names ? MapLabels::fitting : MapLabels::none;
    if (!m_look.board)
        return;
    // What is shown to a board ranks nobody, and says names as a page for it does.
    forgetFigures(m_input);
    style.names = NamesPolicy::initials;
    style.purpose = MapPurpose::staffExport;
}

/// What colours and rings say of the network as it is now, where that took too long to come with the map itself.
void MapModel::bringClasses()
{
    using Classed = std::vector<std::shared_ptr<const actions::MapSizes>>;
    m_classJob = m_office.jobs.run<Classed>(
        this,
        [source = m_source, question = m_answered,
         precision = m_office.figures.precision()](const RunContext& run) -> Result<Classed> {
            Classed classed;
            for (const std::string& measure : actions::classMeasures(question)) {
                WEAVEMAP_ASSIGN(auto sizes,
                                actions::mapSizes(source->data, question.network, measure, precision, run));
                classed.push_back(std::make_shared<const actions::MapSizes>(std::move(sizes)));
            }
            return classed;
        },
        [this](Result<Classed> classed) {
            if (!classed)
                return;
            m_classed = std::move(*classed);
            auto data = std::make_shared<actions::MapData>(*m_data);
            applyClasses(*data, m_classed);
            m_data = std::move(data);
            restyle();
        });
}

void MapModel::setLook(const actions::ViewLook& look)
{
    if (std::exchange(m_look, look) != look)
        restyle();
}

actions::ViewLook MapModel::lookNow() const
{
    const Settings& settings = m_office.settings;
    actions::ViewLook look = m_look;
    look.hulls = look.hulls.value_or(isOn(settings, setting::kMapHulls));
    look.fog = look.fog.value_or(isOn(settings, setting::kMapFog));
    look.names = look.names.value_or(isOn(settings, setting::kMapLabels));
    return look;
}

/// What a saved view says of how it is drawn; of the map itself nothing is said.
actions::ViewLook MapModel::lookOf(ViewId view) const
{
    if (view)
        if (const auto views = actions::savedViews(m_office.session.records()))
            for (const MapView& saved : *views)
                if (saved.id == view)
                    return actions::viewLook(saved.settings);
    return {};
}

void MapModel::setBoard(bool board)
{
    actions::ViewLook look = m_look;
    look.board = board;
    setLook(look);
}

void MapModel::showMapItself()
{
    actions::MapQuestion own = m_question;
    own.view = {};
    own.filters.clear();
    own.style = layout::Style::clusters;
    own.around = {};
    if (const auto kept = m_office.session.records().views.mapChoices(); kept && !kept->empty())
        own = actions::withViewSettings(std::move(own), *kept);
    setLook({});
    ask(std::move(own));
}

} // namespace weavemap::ui
