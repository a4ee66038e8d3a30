// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/actions/Colours.h"
#include "core/actions/MapClasses.h"
#include "core/actions/MapDates.h"
#include "core/actions/NamesSaid.h"
#include "core/actions/NetworkData.h"
#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Convening.h"
#include "core/domain/MapView.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/graph/NetworkSnapshot.h"
#include "core/layout/Layout.h"
#include "core/store/Records.h"

namespace weavemap::actions {

/// Keeps people whose `field` (see `valuesOfField`) has one of `values`; an empty string among them means "no value".
struct MapFilter
{
    std::string field;
    std::vector<std::string> values;
    bool operator==(const MapFilter&) const = default;
};

/// What a disc of a map stands for: a person, all people of an organization, or a convening with who came to it.
enum class MapNode { person, organization, convening };

/// What people are labelled by that is no field: how many ties they have, or the value of what they are sized by.
inline constexpr std::string_view kLabelTies = "ties";
inline constexpr std::string_view kLabelSize = "size";

/// What a map shall show.
struct MapQuestion
{
    graph::NetworkOptions network;   ///< direction is not used: directed overlays come with the ties
    std::string colourBy = "region"; ///< a field of `valuesOfField`, or a `measureField`; empty: one colour for all
    /// `free`: nobody chose the field; where nobody has a value of it, another is taken (`colourFor`).
    enum class Colour { chosen, free } colour = Colour::chosen;
    std::string sizeBy;  ///< a node measure of `core/sna` such as "betweenness"; empty: one size
    std::string ringBy;  ///< a field, or a `measureField`, drawn as an outer ring; empty: none
    std::string labelBy; ///< a field, `kLabelTies` or `kLabelSize` in the place of the name; empty: the name
    /// `organizations`: people of one organization are one disc, joined by their ties; people without one stay people.
    enum class Nodes { people, organizations } nodes = Nodes::people;
    int conveningMonths = 0; ///< convenings held in so many months up to the date stand among who came; 0: none
    /// `apart`: each kind of a tie is a line of its own, side by side.
    enum class Kinds { together, apart } kinds = Kinds::together;
    /// What only drawing needs: initials on discs that are large enough, and the colours of the map.
    enum class Initials { none, onDiscs } initials = Initials::none;
    enum class Colours { window, print, grey } colours = Colours::window;
    std::vector<MapFilter> filters;
    ViewId view; ///< whose positions; 0: the map itself, without a saved view
    /// How people are arranged. Each style has places of its own, those of areas and circle for each field coloured by
    /// and those of rings for each centre: whoever goes back to one finds everybody where they were.
    layout::Style style = layout::Style::clusters;
    PersonId around; ///< the centre of rings
    std::uint64_t seed = 1;
    /// `fresh` lays everybody out anew, whatever places are stored; pinned people stay.
    enum class Places { stored, fresh } places = Places::stored;
    std::optional<Date> date;    ///< the date that was chosen; nothing: today. Whoever asks sets `network.on` from it
    std::optional<Date> compare; ///< another date, earlier or later, to show what became of people and ties
    std::optional<Date> anchor;  ///< the date whose network everybody's places come from; nothing: `network.on`
    bool operator==(const MapQuestion&) const = default;
};

struct MapPerson
{
    PersonId id;
    std::string name;
    std::string sourceId;
    int number = 0; ///< as in `SaidName`: the same whatever the map shows
    PersonKind kind = PersonKind::member;
    ShowConsent consent = ShowConsent::unset;
    std::string value; ///< of the field coloured by; empty: none
    int colour = kOtherColour;
    double size = 0.0;                    ///< the measure's raw value; 0 where there is none
    int ties = 0;                         ///< within the network shown, filtered or not
    bool heardFrom = false;               ///< in the twelve months up to the date
    DateChange change = DateChange::none; ///< where two dates are compared
    layout::Point at;
    layout::Hold hold = layout::Hold::placed;
    layout::Area::Kind place = layout::Area::Kind::mainPieces; ///< the area they stand in
    std::string ring;                                          ///< value of the field ringed by; empty: none
    int ringColour = kOtherColour;
    int shade = -1;     ///< class of the measure coloured by (`MapData::colourClasses`); -1: none
    int ringShade = -1; ///< the same of the one ringed by
    std::string label;  ///< value of the field labelled by; empty: none
    /// What is no person has the id of its own row as a number, which no person has, and may not be edited as one.
    MapNode node = MapNode::person;
    std::vector<PersonId> people; ///< of an organization or convening: those of them who are on the map, by id
    bool mayLeave = true;         ///< false: only the office may read of it
};

/// Which overlays a tie has: bits `overlayBit`.
using OverlayBits = std::uint16_t;
/// The bit of a kind from a tie's smaller end to its greater one, or back.
constexpr OverlayBits overlayBit(OverlayKind kind, bool forward)
{
    return static_cast<OverlayBits>(1U << (2U * static_cast<unsigned>(kind) + (forward ? 0U : 1U)));
}

struct MapTie
{
    TieId id;
    std::uint32_t a = 0; ///< index into MapData::people
    std::uint32_t b = 0;
    TieDepth depth = TieDepth::exchange;
    Collaboration collaboration = Collaboration::never;
    double weight = 1.0;
    bool stale = false;
    bool staffGuess = false; ///< nothing but staff guesses says so
    bool bothSaid = false;   ///< both ends said so
    bool forward = false;    ///< an overlay goes from a to b
    bool backward = false;   ///< an overlay goes from b to a
    OverlayBits overlays = 0;
    std::uint32_t count = 0; ///< ties between people that this one stands for, where organizations do; else 0
    bool attended = false;   ///< no tie: who came to a convening
    DateChange change = DateChange::none; ///< where two dates are compared
};

/// What organizations in the place of people stand for.
struct RolledUp
{
    std::size_t organizations = 0;
    std::size_t people = 0;    ///< people on the map without an organization
    std::size_t standsFor = 0; ///< people whom the organizations stand for
    std::size_t across = 0;    ///< ties between people that the lines stand for
    std::size_t inside = 0;    ///< ties within an organization, which no line shows
};

/// A map as core values: who stands where, what joins them, and what legend and caption say. Immutable once built.
struct MapData
{
    std::vector<MapPerson> people;       ///< those shown, by id
    std::vector<MapTie> ties;            ///< with both ends shown, by id
    std::vector<ColourValue> ringLegend; ///< the same of the field ringed by
    std::vector<ColourValue> legend;     ///< of the people of the network, filtered or not, the most frequent first
    std::vector<std::pair<std::string, std::size_t>> groupsFound; ///< people of each group found, where asked for
    std::vector<layout::Area> areas;
    layout::Rect bounds;
    Hearing hearing = Hearing::somebody; ///< of the network, filtered or not
    Coverage coverage;              ///< over all current members; where filters hide people, over the members shown
    std::size_t hiddenByFilter = 0; ///< people of the network that the filters hide
    std::size_t hiddenTies = 0;     ///< ties between people shown that filters of ties hide
    std::vector<PersonId> hidden;   ///< who they are, by id
    std::vector<MapFilter> filters; ///< the question's, without values of further columns that nobody has
    /// Whose names a legend value, a filter's value or its field says; what says none is not there. A value of a
    /// further column that is filtered by and that one person alone has says who they are.
    std::map<std::string, std::vector<SaidName>> namesSaid;
    std::size_t networkPeople = 0; ///< people of the network before filters
    double largestSize = 0.0;
    double sizeBound = 0.0; ///< of sizes that are an estimate (`MapSizes::bound`)
    graph::NetworkOptions network;
    std::optional<Date> compared;   ///< the date that `network.on` is compared with
    ChangeCounts tiesChanged;       ///< of the ties shown, where two dates are compared
    ChangeCounts peopleChanged;     ///< of the people shown
    std::optional<TimeSpan> time;   ///< of the network, up to the anchor; nothing where there is none to look back on
    std::vector<DatedEvent> events; ///< convenings within that time, the oldest first
    std::string colourBy;
    std::string sizeBy;
    std::string ringBy;
    std::string labelBy;
    std::optional<MeasureClasses> colourClasses, ringClasses; ///< where those are measures
    MapQuestion::Kinds kinds = MapQuestion::Kinds::together;
    std::optional<RolledUp> rolledUp; ///< where organizations stand for people
    std::size_t convenings = 0;       ///< on the map
    int conveningMonths = 0;
    /// Every computed place, new ones included, for `storePlaces`; empty where nothing new was computed.
    std::vector<ComputedPosition> computedPlaces;
};

/// The values of a filter that somebody in the file has; "no value" always is.
std::vector<std::string> valuesHad(const NetworkData& data, const MapFilter& filter);

/// The name of the view made for the map itself: a code, never shown.
inline constexpr std::string_view kMapItself = "map";

/// The view that stands for "the map itself": the one the file names, else the first one; 0 where there is none yet.
Result<ViewId> mainView(store::Records& records);
/// The same, made and remembered by the file where there is none: part of every change that brings people.
Result<ViewId> mainViewMade(store::Records& records);

/// The views that a user saved, by order: all but the one made for the map itself.
Result<std::vector<MapView>> savedViews(store::Records& records);

/// The fields people can be coloured by: those of `fieldsOf` but columns "id" and "label" and columns with more than
/// eight values of which nearly all differ, which tell people apart and show no groups.
std::vector<std::string> colourFieldsOf(const NetworkData& data);

/// Those of them that may be taken where nobody chose one: no column most of whose values are names of people.
std::vector<std::string> usualColourFieldsOf(const NetworkData& data);

/// `wanted`; where nobody has a value of it, the first usual field with two to eight values, if there is one.
std::string colourFor(const NetworkData& data, const std::string& wanted);

/// What `buildMap` needs, read in one go on one connection.
struct MapSource
{
    NetworkData data;
    std::vector<Evidence> evidence;
    std::vector<MapPosition> recorded;
    std::vector<ComputedPosition> computed;
    bool areFromMap = false; ///< those are the places of the map itself, for a view that has none yet
    std::string colourBy;    ///< what is coloured by: the question's field, or the one taken for it
    std::vector<std::pair<std::string, std::string>> colours;     ///< the facts "colour:..."
    std::vector<std::pair<std::string, std::string>> ringColours; ///< the same of the field ringed by
    std::vector<store::ContactSummary> contactsLater; ///< up to the anchor's date, where that is after the date shown
    std::vector<Convening> convenings;  ///< of the months asked for, up to the date; none that is only one person's
    std::vector<Attendance> attendance; ///< who came to them
    std::vector<DatedEvent> events;     ///< the oldest first
};

Result<MapSource> readMapSource(store::Records& records, const MapQuestion& question);

/// Gets who is where so far while a layout runs, from the thread that runs it.
using PlacesFrame = std::function<void(std::span<const PersonId>, std::span<const layout::Point>)>;

/// Builds the map; pure, any thread. People without a place get one: all of them by a whole layout where nobody has a
/// place or ties were brought to people without, else beside their contacts while everybody else stays. Filters hide
/// people, they never move or recompute. On another date than the anchor's nobody moves: people who are in the anchor's
/// network stand where they stand there, all others beside the contacts they ever had. Errors: cancelled,
/// unknownMeasure. O(people + ties), and the layout or the measure where one is to be computed.
Result<MapData> buildMap(const MapSource& source, const MapQuestion& question, const RunContext& run = {},
                         const PlacesFrame& onFrame = {});

/// Stores places that were computed, as those of the question's view and style. For `Workspace::writeUnrecorded`: not a
/// step, not undone.
Result<> storePlaces(store::Records& records, const MapQuestion& question, const std::vector<ComputedPosition>& places);

/// Where everybody should go when the user asks to tidy up: the same people, moved as little as needed, pinned ones not
/// at all. To be stored by `movePeople` of `StylePlaces.h` as one step. Errors: cancelled.
Result<std::vector<MapPosition>> tidyPlaces(const MapSource& source, const MapQuestion& question,
                                            const RunContext& run = {});

/// People within `steps` ties of `centre` on the map, as indices into `map.people` with their distance (0 for the
/// centre).
std::vector<std::pair<std::uint32_t, int>> circleOf(const MapData& map, PersonId centre, int steps);

} // namespace weavemap::actions
