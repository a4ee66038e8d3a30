// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LeavingInput.h"

#include <utility>
#include <vector>

#include "ui/paint/PaintWords.h"
#include "ui/paint/PersonLook.h"

namespace weavemap::ui {

namespace {

/// The values of one attribute that people who are drawn have, counted over them, with names that may leave. `value`:
/// which one a person has, an index into `all` or below 0.
void keepDrawn(MapInput& input, const PeopleLooks& looks, LeavingWords& words, std::vector<MapGroup>& all,
               int MapPerson::*value)
{
    std::vector<bool> named(all.size(), false);
    for (MapGroup& group : all)
        group.members = group.heard = 0;
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        const int of = input.people[i].*value;
        const auto group = static_cast<std::size_t>(of);
        if (!looks.people[i].drawn || of < 0 || group >= all.size())
            continue;
        ++all[group].members;
        all[group].heard += input.people[i].heardFrom ? 1 : 0;
        named[group] = named[group] || looks.people[i].shown == ShownAs::full;
    }
    std::vector<MapGroup> kept;
    std::vector<int> place(all.size(), -1);
    for (std::size_t g = 0; g < all.size(); ++g) {
        if (all[g].members == 0)
            continue;
        all[g].name = all[g].personal && !named[g] ? PaintWords::onePerson() : words.shown(all[g].name, all[g].says);
        place[g] = static_cast<int>(kept.size());
        kept.push_back(std::move(all[g]));
    }
    all = std::move(kept);
    for (MapPerson& person : input.people) {
        const int of = person.*value;
        const bool isKnown = of >= 0 && static_cast<std::size_t>(of) < place.size();
        person.*value = isKnown ? place[static_cast<std::size_t>(of)] : -1;
    }
}

/// Figures never leave, and a value that one person alone has on the page tells who they are, so it stands there only
/// where their name does.
void keepLabels(MapInput& input, const PeopleLooks& looks, LeavingWords& words)
{
    if (input.labelBy == MapLabelBy::figure) {
        input.labelBy = MapLabelBy::name;
        input.labels.clear();
    }
    std::vector<int> counts(input.labels.size(), 0);
    const auto hasLabel = [&](std::size_t i) {
        const int label = input.people[i].label;
        return looks.people[i].drawn && label >= 0 && static_cast<std::size_t>(label) < counts.size();
    };
    for (std::size_t i = 0; i < input.people.size(); ++i)
        if (hasLabel(i))
            ++counts[static_cast<std::size_t>(input.people[i].label)];
    for (std::size_t i = 0; i < input.people.size(); ++i) {
        MapPerson& person = input.people[i];
        const bool isAlone = hasLabel(i) && counts[static_cast<std::size_t>(person.label)] == 1;
        if (!hasLabel(i) || (isAlone && looks.people[i].shown != ShownAs::full))
            person.label = -1;
    }
    for (MapGroup& label : input.labels)
        label.name = words.shown(label.name, label.says);
}

} // namespace

void forgetFigures(MapInput& input)
{
    input.style.sizes = MapSizes::same;
    input.discRoom = 0; // of the sizes that they had
    if (!std::exchange(input.shades, {}).empty())
        input.colourTitle.clear();
    if (std::exchange(input.areSecondsFigures, false)) {
        input.seconds.clear();
        input.secondTitle.clear();
        for (MapPerson& person : input.people)
            person.second = -1;
    }
    for (MapPerson& person : input.people)
        person.shade = -1;
}

void keepWhatLeaves(MapInput& input, LeavingWords& words)
{
    for (MapPerson& person : input.people) {
        person.hidden = person.hidden || !person.mayLeave;
        if (!isPerson(person.shape))
            person.name = words.shown(person.name, person.says);
    }
    const PeopleLooks looks = looksOf(input, 1);
    std::vector<MapGroup> groups = std::move(input.groups), seconds = std::move(input.seconds),
                          shades = std::move(input.shades);
    keepDrawn(input, looks, words, shades, &MapPerson::shade);
    input.shades = std::move(shades);
    keepDrawn(input, looks, words, groups, &MapPerson::group);
    keepDrawn(input, looks, words, seconds, &MapPerson::second);
    input.groups = std::move(groups);
    input.seconds = std::move(seconds);
    keepLabels(input, looks, words);
    for (MapFilterWords& filter : input.filters) {
        filter.field.text = words.shown(filter.field);
        for (MapWords& value : filter.values)
            value.text = words.shown(value);
    }
}

} // namespace weavemap::ui
