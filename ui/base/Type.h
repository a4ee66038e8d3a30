// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace weavemap::ui {

/// The type scale. Sizes in points at 96 dpi; two weights only.
enum class TextStyle {
    caption,      ///< 8: captions, axis text, group headings in lists
    second,       ///< 9: second lines, pills, legend
    control,      ///< 9.5: menus, buttons, table cells, chips
    controlBold,  ///< 9.5 bold: the one filled button, a chosen row
    base,         ///< 10
    baseBold,     ///< 10 bold: names in lists, group names on the map
    section,      ///< 11 bold: section heads, chart titles
    note,         ///< 11: text of a note
    sentence,     ///< 12: domain sentences
    name,         ///< 12 bold: inspector name, titles of empty states
    figure,       ///< 15 bold: a member's name, figures in the inspector
    page,         ///< 18 bold: page titles, figures on cards
    printHeading, ///< 20 bold
    printFigure,  ///< 24 bold
    printHeadline ///< 25.5 bold
};

/// The font of a style: Noto Sans, unhinted, so that screen, PDF and golden pictures measure alike.
QFont font(TextStyle style);
double pointSize(TextStyle style);
/// Height of a line, px at 96 dpi.
int lineHeight(TextStyle style);

/// Sizes in device-independent px.
namespace space {
inline constexpr int k4 = 4, k8 = 8, k12 = 12, k16 = 16, k20 = 20, k24 = 24, k32 = 32;
inline constexpr int kPageTop = 24, kPageSide = 32, kCardGap = 16, kColumnGap = 24;
inline constexpr int kCardPadY = 16, kCardPadX = 20, kHeadingGap = 10;
} // namespace space

namespace radius {
inline constexpr double kCard = 10, kButton = 6, kMenu = 8, kCheck = 5, kHeatCell = 3;
} // namespace radius

namespace size {
inline constexpr int kTopBar = 44, kButton = 32, kButtonSmall = 28, kIconButton = 32, kField = 30, kChip = 30;
inline constexpr int kPill = 22, kRailItem = 34, kViewItem = 30, kRow = 32, kRowDense = 28, kHeader = 34;
inline constexpr int kQueueRow = 62, kProposal = 50, kTieRow = 44, kLeastTarget = 28;
inline constexpr int kRail = 192, kRailFolded = 56, kInspector = 328;
} // namespace size

/// Durations in ms; `Settings::motion` and reduced motion make them 0.
namespace motion {
inline constexpr int kHover = 120, kPanel = 160, kFly = 350, kGrow = 400, kSettle = 600, kTimeFrame = 500;
inline constexpr int kBusyAfter = 400;
} // namespace motion

} // namespace weavemap::ui
