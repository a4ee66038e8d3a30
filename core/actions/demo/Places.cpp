// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/demo/Names.h"

namespace weavemap::actions::demo {

namespace {

constexpr std::string_view kCoastPlaces[] = {
    "Harbor Street", "Saltmarsh",  "Lighthouse", "Cliff Road",        "Shell Bay",  "Tidewater", "Cormorant Point",
    "Old Quay",      "Driftwood",  "Seagrass",   "Pebble Beach Road", "Ferry Lane", "Sandbar",   "Anchor Hill",
    "Kelp Cove",     "Mussel Bay", "Ropewalk",   "Breakwater",        "Dune Park",  "Gull Rock", "Samphire",
    "Whistling Bay", "Beacon",     "Causeway"};
constexpr std::string_view kUplandsPlaces[] = {
    "Heather Lane", "Stonebeck",  "Larkfell",  "Moorside", "High Pasture",   "Bracken Hill",
    "Ridgeway",     "Sheepfold",  "Curlew",    "Cairn",    "Slate Row",      "Windy Gap",
    "Rowan Bank",   "Foxholes",   "Thornhill", "Beckside", "Gorse Common",   "Peat Lane",
    "Kestrel Crag", "Upper Dale", "Juniper",   "Drystone", "Millstone Edge", "Fernbrae"};
constexpr std::string_view kRiversidePlaces[] = {
    "Weir",       "Alder Bridge",  "Willow Bank",     "Millrace",       "Otter Ford",   "Towpath",
    "Kingfisher", "Lower Wharf",   "Meander",         "Watercress",     "Sluice Gate",  "Bargeman’s Row",
    "Reedbed",    "Confluence",    "Stepping Stones", "Ashford Bridge", "Heron Meadow", "Oxbow",
    "Chandlers",  "Poplar Island", "Tanyard",         "Floodgate",      "Boathouse",    "Sallow Bend"};
constexpr std::string_view kMidtownPlaces[] = {
    "Market Hall",    "Clock Tower", "Station Road",  "Granary",      "Foundry",       "Guildhall",
    "Tramway",        "Print Works", "Corn Exchange", "Arcade",       "Park Circus",   "Bell Street",
    "Assembly",       "Gasworks",    "Locksmith",     "Weavers’ Row", "Council House", "Viaduct",
    "Lantern Street", "Hatters",     "Brewery Yard",  "Postmaster",   "Linden Square", "Ironmonger"};
constexpr std::string_view kLakesPlaces[] = {"Osprey Lake", "Pikewater",   "Loon Island",   "Mirror Tarn",
                                             "Birchmere",   "Cold Spring", "Lakehead",      "Grebe",
                                             "Sundew",      "Rushy Point", "Charr",         "Long Mere",
                                             "Bittern",     "Silverpool",  "Waterlily",     "Fishermen’s Green",
                                             "Tarnside",    "Whitefish",   "Narrows",       "Dragonfly",
                                             "Alder Mere",  "Crane",       "Boundary Lake", "Stillwater"};

constexpr RegionWords kRegions[] = {
    {"Coast", 34, 0.88, 1.15, kCoastPlaces},         {"Uplands", 29, 0.66, 1.00, kUplandsPlaces},
    {"Riverside", 31, 0.74, 1.05, kRiversidePlaces}, {"Midtown", 30, 0.70, 1.10, kMidtownPlaces},
    {"Lakes", 18, 0.17, 0.60, kLakesPlaces},
};

constexpr std::string_view kSchoolKinds[] = {"School", "High", "Middle", "Primary", "Academy"};

constexpr PartnerWords kPartners[] = {
    {"Tallow Foundation", "Funder", "Programme officer"},
    {"Ashlands University", "University", "Researcher"},
    {"County Education Office", "Public body", "Adviser"},
    {"Northern Maths Circle", "Network", "Convener"},
    {"Reading Bridge", "Charity", "Organizer"},
    {"Lakeland Museum", "Museum", "Learning officer"},
    {"Fieldstone Fund", "Funder", "Trustee"},
    {"City Libraries", "Public body", "Librarian"},
};

} // namespace

std::span<const RegionWords> regions() { return kRegions; }

std::span<const std::string_view> schoolKinds() { return kSchoolKinds; }

std::span<const PartnerWords> partners() { return kPartners; }

} // namespace weavemap::actions::demo
