// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QColor>

#include "ui/paint/MapInput.h"
#include "ui/paint/ShownName.h"

namespace weavemap::ui {

/// Of the ink of somebody who has no tie on the date shown.
inline constexpr double kUntiedShare = 0.45;

/// How far somebody stands from what is pointed at or circled.
enum class Nearness : std::uint8_t { normal, focus, contact, secondStep, dimmed };

/// What is decided about one person before anything is drawn.
struct PersonLook
{
    bool drawn = false;
    ShownAs shown = ShownAs::full;
    bool selected = false;
    bool besideSelected = false; ///< a contact of somebody selected or hovered
    bool atTie = false;          ///< an end of the tie that is chosen
    Nearness nearness = Nearness::normal;
    int pathStep = -1;   ///< place on the path that is lit; -1: not on it
    bool untied = false; ///< stands in the network without a tie on the date shown
    float radius = 0;
    float reach = 0;          ///< radius with the ring of the second attribute, or of who joined or left
    std::uint32_t degree = 0; ///< drawn ties

    bool isDimmed() const { return nearness == Nearness::dimmed && !atTie; }
};

/// The looks of everybody in one view, worked out once and used by discs, ties and labels alike.
struct PeopleLooks
{
    std::vector<PersonLook> people;
    std::vector<std::uint8_t> isShown; ///< `drawn` of each, close together: every pass over the ties asks for it
    double grown = 1;                  ///< square root of the zoom
    double factor = 1;                 ///< of widths, and of discs that no crowd makes small: the same within limits
    std::size_t drawn = 0;
    std::size_t drawnTies = 0;
    int leftOut = 0;
    int dimmed = 0;
    bool dims = false; ///< hover, circle or path: all others step back
    bool inCircle = false;
    bool onPath = false; ///< a path is lit; it goes before circle and hover
};

/// Map units a px from which on discs at the fitted zoom would touch: of everybody drawn, but for whom the hand has put
/// where they are. 0 where nobody stands near another, and in a crowd, whose discs are small. O(people log people).
double discRoomOf(const MapInput& input);

PeopleLooks looksOf(const MapInput& input, double zoom, double unit = 1);

/// Whether a tie is drawn: both ends are, and they differ.
inline bool isDrawn(const MapTie& tie, const PeopleLooks& looks)
{
    return tie.a != tie.b && tie.a < looks.isShown.size() && tie.b < looks.isShown.size() &&
           looks.isShown[tie.a] != 0 && looks.isShown[tie.b] != 0;
}
/// The colour of a person's group.
const QColor& personColor(const MapInput& input, std::uint32_t person);

} // namespace weavemap::ui
