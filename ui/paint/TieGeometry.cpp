// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TieGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "ui/paint/HitIndex.h"
#include "ui/paint/TiePalette.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kOneColourAbove = 5'000;
constexpr int kColourPieces = 8;
constexpr double kBend = 0.07;
constexpr double kFlatness = 0.06; ///< px between a curve and its straight pieces
constexpr double kParallelGap = 3;
constexpr double kArrow = 7;

enum class Dash { solid, stale, guess };

/// How one tie looks.
struct TieLook
{
    QColor from, to;
    double width = 1.15;
    double alpha = 1;
    Dash dash = Dash::solid;
    int layer = 1; ///< dimmed 0, within a group 1, between groups 2, own ties of what is chosen 3
    bool tapers = false;
};

struct ClassKey
{
    int layer;
    QRgb color;
    int width; ///< 1/64 px
    int alpha; ///< 1/1024
    auto operator<=>(const ClassKey&) const = default;
};

double opacityFactor(std::size_t ties)
{
    return ties == 0 ? 1.0 : std::clamp(std::pow(600.0 / static_cast<double>(ties), 0.35), 0.18, 1.0);
}

/// Decides the looks of ties from the style; holds what is the same for all of them.
class TieLooks
{
public:
    TieLooks(const MapInput& input, const PeopleLooks& looks)
        : m_input(input), m_looks(looks), m_density(opacityFactor(looks.drawnTies)),
          m_hasOneColour(looks.drawnTies > kOneColourAbove),
          m_palette(looks.drawnTies > kStraightAbove ? TiePalette(input, looks) : TiePalette())
    {}

    TieLook lookOf(std::size_t index) const
    {
        const MapTie& tie = m_input.ties[index];
        const MapColors& colors = m_input.style.colors;
        const bool isDark = colors.scheme == MapScheme::dark;
        const MapPerson& a = m_input.people[tie.a];
        const MapPerson& b = m_input.people[tie.b];
        const bool isWithin = a.group == b.group;
        const bool isWork = tie.collaboration == Collaboration::now;

        TieLook look;
        look.width = isWork ? 2.1 : tie.depth >= TieDepth::exchange ? 1.15 : 0.8;
        look.alpha = isWithin ? (isDark ? 0.36 : 0.34) + (isWork ? 0.14 : 0.0) : (isDark ? 0.66 : 0.62);
        if (!a.heardFrom && !b.heardFrom)
            look.alpha *= 0.6;
        look.alpha *= m_density;
        look.layer = isWithin ? 1 : 2;
        look.dash = tie.stale ? Dash::stale : tie.staffGuess ? Dash::guess : Dash::solid;
        look.tapers = !m_hasOneColour && (tie.direction == MapDirection::aToB || tie.direction == MapDirection::bToA);

        look.from = personColor(m_input, tie.a);
        look.to = personColor(m_input, tie.b);
        if (isWithin && !isDark)
            look.from = look.to = mixed(look.from, colors.text, 0.1);
        if (m_hasOneColour)
            look.from = look.to = m_palette.isEmpty() ? mixed(look.from, look.to, 0.5)
                                                      : m_palette.nearest(mixed(look.from, look.to, 0.5));
        applyChange(tie, look);
        applyFocus(tie, index, look);
        return look;
    }

private:
    void applyChange(const MapTie& tie, TieLook& look) const
    {
        const MapColors& colors = m_input.style.colors;
        if (tie.change == MapTieChange::fresh) {
            look.from = look.to = colors.good;
            look.alpha = 0.9;
            look.layer = 3;
        } else if (tie.change == MapTieChange::lost) {
            look.from = look.to = colors.danger;
            look.alpha = 0.8;
            look.dash = Dash::stale;
            look.layer = 3;
        } else if (tie.change == MapTieChange::kept) {
            look.from = look.to = colors.muted;
            look.alpha *= 0.6;
        }
    }

    void applyFocus(const MapTie& tie, std::size_t index, TieLook& look) const
    {
        const PersonLook& a = m_looks.people[tie.a];
        const PersonLook& b = m_looks.people[tie.b];
        if (m_looks.dims) {
            if (a.nearness == Nearness::focus || b.nearness == Nearness::focus) {
                look.width *= 1.5;
                look.alpha = 0.95;
                look.layer = 3;
            } else if (a.nearness == Nearness::dimmed || b.nearness == Nearness::dimmed || !m_looks.inCircle) {
                look.alpha = 0.05;
                look.layer = 0;
            }
        }
        if (a.selected || b.selected) {
            const double ink = m_palette.isEmpty() ? 0.5 : 1.0;
            look.from = mixed(look.from, m_input.style.colors.text, ink);
            look.to = mixed(look.to, m_input.style.colors.text, ink);
            look.alpha = std::max(look.alpha, 0.9);
            look.layer = 3;
        }
        // A choice is ink: it shows among ties of any colour.
        if (m_input.focus.hoveredTie == static_cast<std::int64_t>(index)) {
            look.from = look.to = m_input.style.colors.text;
            look.width *= 2;
            look.alpha = 0.95;
            look.layer = 3;
        }
    }

    const MapInput& m_input;
    const PeopleLooks& m_looks;
    double m_density;
    bool m_hasOneColour;
    TiePalette m_palette;
};

/// Collects pieces under their classes and lays them out in drawing order.
class PieceStore
{
public:
    void add(const ClassKey& key, QPointF a, QPointF b)
    {
        if (m_lastKey != key || m_last == nullptr) {
            m_last = &m_pieces[key];
            m_lastKey = key;
        }
        m_last->push_back({static_cast<float>(a.x()), static_cast<float>(a.y()), static_cast<float>(b.x()),
                           static_cast<float>(b.y())});
    }
    void moveTo(MapPicture& picture) const
    {
        std::size_t total = 0;
        for (const auto& [key, pieces] : m_pieces)
            total += pieces.size();
        picture.segments.reserve(total);
        for (const auto& [key, pieces] : m_pieces) {
            const auto begin = static_cast<std::uint32_t>(picture.segments.size());
            picture.segments.insert(picture.segments.end(), pieces.begin(), pieces.end());
            picture.ties.push_back({key.color, static_cast<float>(key.alpha) / 1024.0F,
                                    static_cast<float>(key.width) / 64.0F, begin,
                                    static_cast<std::uint32_t>(picture.segments.size())});
        }
    }

private:
    std::map<ClassKey, std::vector<TieSegment>> m_pieces;
    ClassKey m_lastKey{};
    std::vector<TieSegment>* m_last = nullptr;
};

QPointF onCurve(QPointF a, QPointF c, QPointF b, double t)
{
    const double s = 1 - t;
    return a * (s * s) + c * (2 * s * t) + b * (t * t);
}

/// Walks along a dash pattern: hands out the parts of each straight piece that are inked.
class DashWalk
{
public:
    DashWalk(Dash dash, double factor)
        : m_on((dash == Dash::stale ? 4.0 : 1.0) * factor), m_period(dash == Dash::stale ? 8.0 * factor : 5.0 * factor),
          m_isSolid(dash == Dash::solid)
    {}

    template <class Emit>
    void walk(QPointF a, QPointF b, const Emit& emit)
    {
        if (m_isSolid) {
            emit(a, b);
            return;
        }
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        double done = 0;
        while (done < length) {
            const bool isOn = m_phase < m_on;
            const double step = std::min((isOn ? m_on : m_period) - m_phase, length - done);
            if (isOn && step > 1e-6)
                emit(a + (b - a) * (done / length), a + (b - a) * ((done + step) / length));
            done += std::max(step, 1e-6);
            m_phase += step;
            if (m_phase >= m_period - 1e-9)
                m_phase = 0;
        }
    }

private:
    double m_on, m_period, m_phase = 0;
    bool m_isSolid;
};

void cutTie(PieceStore& store, const TieLook& look, QPointF a, QPointF c, QPointF b, double factor, bool reversed)
{
    const double chord = std::hypot(b.x() - a.x(), b.y() - a.y());
    if (chord < 1e-3)
        return;
    const QPointF bow = a - c * 2 + b;
    // A quadratic curve cut into n pieces strays by |a - 2c + b| / (4 n^2).
    const int needed =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(std::hypot(bow.x(), bow.y()) / (4 * kFlatness)))), 1, 64);
    const bool changes = look.from != look.to || look.tapers;
    const int coloured = changes ? kColourPieces : 1;
    const int each = std::max(1, (needed + coloured - 1) / coloured);
    const int alpha = static_cast<int>(std::lround(std::clamp(look.alpha, 0.0, 1.0) * 1024));
    DashWalk dashes(look.dash, factor);
    QPointF at = a;
    for (int piece = 0; piece < coloured; ++piece) {
        const double middle = (piece + 0.5) / coloured;
        const double taper = look.tapers ? 1.6 - (reversed ? 1 - middle : middle) : 1.0;
        const ClassKey key{look.layer, changes ? mixed(look.from, look.to, middle).rgb() : look.from.rgb(),
                           static_cast<int>(std::lround(look.width * factor * taper * 64)), alpha};
        for (int i = 1; i <= each; ++i) {
            const QPointF next = onCurve(a, c, b, (piece + static_cast<double>(i) / each) / coloured);
            dashes.walk(at, next, [&](QPointF from, QPointF to) { store.add(key, from, to); });
            at = next;
        }
    }
}

void addArrow(MapPicture& picture, const TieLook& look, QPointF tail, QPointF head, double radius, double factor)
{
    const QPointF way = head - tail;
    const double length = std::hypot(way.x(), way.y());
    if (length < radius + kArrow * factor)
        return;
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const QPointF tip = head - along * (radius + 1.4);
    const QPointF base = tip - along * (kArrow * factor);
    QColor color = look.to;
    color.setAlphaF(static_cast<float>(std::max(look.alpha, 0.8)));
    picture.arrows.push_back(
        {tip, base + across * (kArrow * 0.36 * factor), base - across * (kArrow * 0.36 * factor), color});
}

/// Parallel ties stand side by side: the lane of each tie that shares its ends with another, in px from the middle.
std::map<std::size_t, double> lanesOf(const MapInput& input, const PeopleLooks& looks)
{
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> pairs;
    pairs.reserve(input.ties.size());
    for (std::size_t i = 0; i < input.ties.size(); ++i)
        if (isDrawn(input.ties[i], looks))
            pairs.emplace_back(std::min(input.ties[i].a, input.ties[i].b), std::max(input.ties[i].a, input.ties[i].b),
                               i);
    std::sort(pairs.begin(), pairs.end());
    std::map<std::size_t, double> lanes;
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t j = i;
        while (j < pairs.size() && std::get<0>(pairs[j]) == std::get<0>(pairs[i]) &&
               std::get<1>(pairs[j]) == std::get<1>(pairs[i]))
            ++j;
        for (std::size_t k = i; j - i > 1 && k < j; ++k)
            lanes[std::get<2>(pairs[k])] =
                (static_cast<double>(k - i) - static_cast<double>(j - i - 1) / 2) * kParallelGap;
        i = j;
    }
    return lanes;
}

} // namespace

QPointF tieControl(QPointF a, QPointF b, TieId id, bool isStraight, double lane)
{
    const QPointF middle = (a + b) / 2;
    const QPointF way = b - a;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1e-6)
        return middle;
    const QPointF across(-way.y() / length, way.x() / length);
    const double side = (static_cast<std::uint64_t>(id.value) * 0x9E3779B97F4A7C15ULL >> 63) != 0 ? 1.0 : -1.0;
    return middle + across * ((isStraight ? 0.0 : side * kBend * length) + 2 * lane);
}

bool addTies(MapPicture& picture, MapPicture::HitIndex& hits, const MapInput& input, const PeopleLooks& looks,
             const std::vector<QPointF>& positions, const RunContext& run)
{
    const TieLooks decide(input, looks);
    const std::map<std::size_t, double> lanes = lanesOf(input, looks);
    const bool isStraight = looks.drawnTies > kStraightAbove;
    const bool showsArrows = input.style.arrows == MapArrows::always;
    PieceStore store;
    const QRectF window = QRectF(QPointF(0, 0), picture.viewport.size).adjusted(-60, -60, 60, 60);
    for (std::size_t i = 0; i < input.ties.size(); ++i) {
        if ((i & 1023U) == 0 && run.cancelled())
            return false;
        const MapTie& tie = input.ties[i];
        if (!isDrawn(tie, looks))
            continue;
        const auto lane = lanes.find(i);
        const QPointF a = positions[tie.a], b = positions[tie.b];
        const QPointF c = tieControl(a, b, tie.id, isStraight, lane == lanes.end() ? 0.0 : lane->second);
        if (std::max({a.x(), b.x(), c.x()}) < window.left() || std::min({a.x(), b.x(), c.x()}) > window.right() ||
            std::max({a.y(), b.y(), c.y()}) < window.top() || std::min({a.y(), b.y(), c.y()}) > window.bottom())
            continue;
        const TieLook look = decide.lookOf(i);
        hits.ties.push_back({a, c, b, static_cast<std::uint32_t>(i)});
        cutTie(store, look, a, c, b, looks.factor, tie.direction == MapDirection::bToA);
        if (tie.direction == MapDirection::none ||
            (!showsArrows && (look.layer != 3 || input.style.arrows == MapArrows::never)))
            continue;
        if (tie.direction != MapDirection::bToA)
            addArrow(picture, look, c, b, static_cast<double>(looks.people[tie.b].reach), looks.factor);
        if (tie.direction != MapDirection::aToB)
            addArrow(picture, look, c, a, static_cast<double>(looks.people[tie.a].reach), looks.factor);
    }
    store.moveTo(picture);
    return true;
}

} // namespace weavemap::ui
