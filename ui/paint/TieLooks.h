// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <QColor>

#include "ui/paint/MapInput.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/TiePalette.h"

namespace weavemap::ui {

/// What a line is cut by: evidence of a tie, or the kind of an overlay.
enum class Dash { solid, stale, guess, learnedFrom, introduced, sharedResource };

/// Ink and gap in turn, px; empty: solid.
std::vector<double> patternOf(Dash dash);

/// One line of a tie.
struct Line
{
    MapKind kind = MapKind::depth;
    MapDirection direction = MapDirection::none;
};

/// The lines that a tie is drawn as: one, or one for each kind of it.
class Lines
{
public:
    Lines(const MapTie& tie, bool kinds)
    {
        if (!kinds || tie.attended) {
            add(MapKind::depth, tie.direction);
            return;
        }
        const bool isWork = tie.collaboration == Collaboration::now;
        if (tie.depth != TieDepth::unknown || (!isWork && tie.kinds == 0))
            add(MapKind::depth, MapDirection::none);
        if (isWork)
            add(MapKind::workTogether, MapDirection::none);
        for (const MapKind kind :
             {MapKind::names, MapKind::advice, MapKind::learnedFrom, MapKind::introduced, MapKind::sharedResource})
            if (const MapDirection direction = tie.directionOf(kind); direction != MapDirection::none)
                add(kind, direction);
    }
    std::size_t size() const { return m_size; }
    const Line* begin() const { return m_lines.data(); }
    const Line* end() const { return m_lines.data() + m_size; }

private:
    void add(MapKind kind, MapDirection direction) { m_lines[m_size++] = {kind, direction}; }

    std::array<Line, 7> m_lines;
    std::size_t m_size = 0;
};

/// The layer of ties of what is chosen, over all others.
inline constexpr int kOwnLayer = 3;

/// How one tie looks.
struct TieLook
{
    QColor from, to;
    double width = 1.15;
    double alpha = 1;
    Dash dash = Dash::solid;
    int layer = 1; ///< dimmed 0, within a group 1, between groups 2, own ties of what is chosen `kOwnLayer`
    bool tapers = false;
};

/// Decides the looks of ties from the style; holds what is the same for all of them.
class TieLooks
{
public:
    TieLooks(const MapInput& input, const PeopleLooks& looks);

    /// Of one line of the tie at `index` of the input.
    TieLook lookOf(std::size_t index, const Line& line) const;

    /// How far a curve may be from its straight pieces, px: many ties are faint, and coarser pieces do.
    double flatness() const;

private:
    static void applyOverlay(MapKind kind, TieLook& look);
    void applyAttended(TieLook& look) const;
    void applyChange(const MapTie& tie, TieLook& look) const;
    void applyFocus(const MapTie& tie, std::size_t index, TieLook& look) const;

    const MapInput& m_input;
    const PeopleLooks& m_looks;
    double m_density;
    bool m_hasOneColour;
    bool m_anyHeard; ///< where nobody was, faint ties would tell nothing
    TiePalette m_palette;
};

} // namespace weavemap::ui
