// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TieGeometry.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "ui/paint/HitIndex.h"
#include "ui/paint/Parallel.h"
#include "ui/paint/TieLooks.h"

namespace weavemap::ui {

namespace {

constexpr int kColourPieces = 8;
constexpr double kBend = 0.07;
constexpr double kParallelGap = 3;
constexpr double kArrow = 7;
constexpr std::size_t kTiesPerPart = 4'000; ///< of what threads take at a time

struct ClassKey
{
    int layer;
    QRgb color;
    int width; ///< 1/64 px
    int alpha; ///< 1/1024
    auto operator<=>(const ClassKey&) const = default;
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
    const std::map<ClassKey, std::vector<TieSegment>>& pieces() const { return m_pieces; }

private:
    std::map<ClassKey, std::vector<TieSegment>> m_pieces;
    ClassKey m_lastKey{};
    std::vector<TieSegment>* m_last = nullptr;
};

/// Lays the pieces of all stores out by class, in each the first store's first.
void layOut(const std::vector<PieceStore>& stores, MapPicture& picture)
{
    std::map<ClassKey, std::vector<const std::vector<TieSegment>*>> classes;
    std::size_t total = 0;
    for (const PieceStore& store : stores)
        for (const auto& [key, pieces] : store.pieces()) {
            classes[key].push_back(&pieces);
            total += pieces.size();
        }
    picture.segments.reserve(picture.segments.size() + total);
    for (const auto& [key, parts] : classes) {
        const auto begin = static_cast<std::uint32_t>(picture.segments.size());
        for (const std::vector<TieSegment>* pieces : parts)
            picture.segments.insert(picture.segments.end(), pieces->begin(), pieces->end());
        picture.lowTies += key.layer < kOwnLayer ? 1 : 0;
        picture.ties.push_back({key.color, static_cast<float>(key.alpha) / 1024.0F,
                                static_cast<float>(key.width) / 64.0F, begin,
                                static_cast<std::uint32_t>(picture.segments.size())});
    }
}

QPointF onCurve(QPointF a, QPointF c, QPointF b, double t)
{
    const double s = 1 - t;
    return a * (s * s) + c * (2 * s * t) + b * (t * t);
}

/// Walks along a dash pattern: hands out the parts of each straight piece that are inked.
class DashWalk
{
public:
    DashWalk(Dash dash, double factor) : m_pattern(patternOf(dash))
    {
        for (double& length : m_pattern)
            length *= factor;
    }

    template <class Emit>
    void walk(QPointF a, QPointF b, const Emit& emit)
    {
        if (m_pattern.empty()) {
            emit(a, b);
            return;
        }
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        double done = 0;
        while (done < length) {
            const double step = std::min(m_pattern[m_part] - m_phase, length - done);
            if (m_part % 2 == 0 && step > 1e-6)
                emit(a + (b - a) * (done / length), a + (b - a) * ((done + step) / length));
            done += std::max(step, 1e-6);
            m_phase += step;
            if (m_phase >= m_pattern[m_part] - 1e-9) {
                m_phase = 0;
                m_part = (m_part + 1) % m_pattern.size();
            }
        }
    }

private:
    std::vector<double> m_pattern; ///< empty: solid
    std::size_t m_part = 0;        ///< of the pattern, and how far in it
    double m_phase = 0;
};

void cutTie(PieceStore& store, const TieLook& look, QPointF a, QPointF c, QPointF b, double factor, double flatness,
            bool reversed)
{
    const double chord = std::hypot(b.x() - a.x(), b.y() - a.y());
    if (chord < 1e-3)
        return;
    const QPointF bow = a - c * 2 + b;
    // A quadratic curve cut into n pieces strays by |a - 2c + b| / (4 n^2).
    const int needed =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(std::hypot(bow.x(), bow.y()) / (4 * flatness)))), 1, 64);
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

void addArrow(std::vector<PictureArrow>& arrows, const TieLook& look, QPointF tail, QPointF head, double radius,
              double factor)
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
    arrows.push_back({tip, base + across * (kArrow * 0.36 * factor), base - across * (kArrow * 0.36 * factor), color});
}

/// Both ends in one word, whichever comes first.
std::uint64_t endsOf(const MapTie& tie) { return std::uint64_t{std::min(tie.a, tie.b)} << 32 | std::max(tie.a, tie.b); }

/// Whether two drawn ties share both ends. O(ties): most maps have none that do.
bool hasParallel(const MapInput& input, const PeopleLooks& looks)
{
    constexpr std::uint64_t kFree = ~std::uint64_t{0};
    const std::size_t mask = std::bit_ceil(2 * input.ties.size() + 1) - 1;
    std::vector<std::uint64_t> seen(mask + 1, kFree);
    for (const MapTie& tie : input.ties) {
        if (!isDrawn(tie, looks))
            continue;
        const std::uint64_t ends = endsOf(tie);
        std::size_t at = (ends * 0x9E3779B97F4A7C15ULL >> 20) & mask;
        while (seen[at] != kFree && seen[at] != ends)
            at = (at + 1) & mask;
        if (seen[at] == ends)
            return true;
        seen[at] = ends;
    }
    return false;
}

/// Lines between the same two people stand side by side: the lane of a tie's first line, in px from the middle, for
/// each tie that has several lines or shares its ends with another.
std::map<std::size_t, double> lanesOf(const MapInput& input, const PeopleLooks& looks)
{
    std::map<std::size_t, double> lanes;
    const bool kinds = input.style.kinds;
    if (!kinds && !hasParallel(input, looks))
        return lanes;
    std::vector<std::pair<std::uint64_t, std::size_t>> pairs;
    pairs.reserve(input.ties.size());
    for (std::size_t i = 0; i < input.ties.size(); ++i)
        if (isDrawn(input.ties[i], looks)) {
            pairs.emplace_back(endsOf(input.ties[i]), i);
        }
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t j = i, lines = 0;
        for (; j < pairs.size() && pairs[j].first == pairs[i].first; ++j)
            lines += kinds ? Lines(input.ties[pairs[j].second], true).size() : 1;
        double lane = -static_cast<double>(lines - 1) / 2 * kParallelGap;
        for (std::size_t k = i; lines > 1 && k < j; ++k) {
            const MapTie& tie = input.ties[pairs[k].second];
            lanes[pairs[k].second] = lane;
            lane += kParallelGap * static_cast<double>(kinds ? Lines(tie, true).size() : 1);
        }
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

namespace {

/// What is cut at a time: the curves for hits and the arrow heads of some ties; their pieces are in a store.
struct Part
{
    std::vector<MapPicture::HitIndex::Curve> curves;
    std::vector<PictureArrow> arrows;
};

/// Cuts one tie after the other; holds what is the same for all of them.
class TieCutter
{
public:
    TieCutter(const MapPicture& picture, const MapInput& input, const PeopleLooks& looks,
              const std::vector<QPointF>& positions, const RunContext& run)
        : m_input(input), m_looks(looks), m_positions(positions), m_isStraight(looks.drawnTies > kStraightAbove),
          m_window(QRectF(QPointF(0, 0), picture.viewport.size).adjusted(-60, -60, 60, 60))
    {
        inParallel(2, run, [&](int part) {
            if (part == 0)
                m_decide.emplace(input, looks);
            else
                m_lanes = lanesOf(input, looks);
        });
    }

    void cut(std::size_t index, PieceStore& store, Part& part) const
    {
        const MapTie& tie = m_input.ties[index];
        if (!isDrawn(tie, m_looks))
            return;
        const bool showsArrows = m_input.style.arrows == MapArrows::always;
        const auto first = m_lanes.empty() ? m_lanes.end() : m_lanes.find(index);
        double lane = first == m_lanes.end() ? 0.0 : first->second;
        const QPointF a = m_positions[tie.a], b = m_positions[tie.b];
        for (const Line& line : Lines(tie, m_input.style.kinds)) {
            const QPointF c = tieControl(a, b, tie.id, m_isStraight, lane);
            lane += kParallelGap;
            if (std::max({a.x(), b.x(), c.x()}) < m_window.left() ||
                std::min({a.x(), b.x(), c.x()}) > m_window.right() ||
                std::max({a.y(), b.y(), c.y()}) < m_window.top() || std::min({a.y(), b.y(), c.y()}) > m_window.bottom())
                continue;
            const TieLook look = m_decide->lookOf(index, line);
            // A line that stands for several ties, or for none, leads to no tie.
            if (!tie.attended && tie.count == 0)
                part.curves.push_back({a, c, b, static_cast<std::uint32_t>(index)});
            cutTie(store, look, a, c, b, m_looks.factor, m_decide->flatness(), line.direction == MapDirection::bToA);
            if (line.direction == MapDirection::none ||
                (!showsArrows && (look.layer != kOwnLayer || m_input.style.arrows == MapArrows::never)))
                continue;
            if (line.direction != MapDirection::bToA)
                addArrow(part.arrows, look, c, b, static_cast<double>(m_looks.people[tie.b].reach), m_looks.factor);
            if (line.direction != MapDirection::aToB)
                addArrow(part.arrows, look, c, a, static_cast<double>(m_looks.people[tie.a].reach), m_looks.factor);
        }
    }

private:
    const MapInput& m_input;
    const PeopleLooks& m_looks;
    const std::vector<QPointF>& m_positions;
    std::optional<TieLooks> m_decide;
    std::map<std::size_t, double> m_lanes;
    bool m_isStraight;
    QRectF m_window;
};

} // namespace

bool addTies(MapPicture& picture, MapPicture::HitIndex& hits, const MapInput& input, const PeopleLooks& looks,
             const std::vector<QPointF>& positions, const RunContext& run)
{
    const TieCutter cutter(picture, input, looks, positions, run);
    const std::size_t parts = input.ties.size() / kTiesPerPart + 1;
    std::vector<PieceStore> stores(parts);
    std::vector<Part> found(parts);
    const auto addPart = [&](int number) {
        const auto part = static_cast<std::size_t>(number);
        const std::size_t from = part * kTiesPerPart;
        found[part].curves.reserve(std::min(kTiesPerPart, input.ties.size() - from));
        for (std::size_t i = from; i < std::min(from + kTiesPerPart, input.ties.size()); ++i) {
            if ((i & 1023U) == 0 && run.cancelled())
                return;
            cutter.cut(i, stores[part], found[part]);
        }
    };
    inParallel(static_cast<int>(parts), run, addPart);
    if (run.cancelled())
        return false;
    std::size_t curves = 0;
    for (const Part& part : found)
        curves += part.curves.size();
    hits.ties.reserve(curves);
    for (const Part& part : found) {
        hits.ties.insert(hits.ties.end(), part.curves.begin(), part.curves.end());
        picture.arrows.insert(picture.arrows.end(), part.arrows.begin(), part.arrows.end());
    }
    layOut(stores, picture);
    return true;
}

bool addTiesLike(MapPicture& picture, MapPicture::HitIndex& hits, const MapInput& input, const PeopleLooks& looks,
                 const std::vector<QPointF>& positions, const MapPicture& before, const RunContext& run)
{
    const auto isOwn = [&](const MapTie& tie) {
        return isDrawn(tie, looks) && (looks.people[tie.a].selected || looks.people[tie.b].selected);
    };
    // Where ties lie on top for another reason, or show arrows below, all are cut anew.
    const bool isPlain = !looks.dims && input.focus.hoveredTie < 0 && input.style.arrows != MapArrows::always &&
                         std::none_of(input.ties.begin(), input.ties.end(), [](const MapTie& tie) {
                             return tie.change == MapTieChange::fresh || tie.change == MapTieChange::lost;
                         });
    if (!isPlain || before.hits == nullptr)
        return addTies(picture, hits, input, looks, positions, run);
    const TieCutter cutter(picture, input, looks, positions, run);
    std::vector<PieceStore> stores(1);
    Part own;
    for (std::size_t i = 0; i < input.ties.size(); ++i)
        if (isOwn(input.ties[i]))
            cutter.cut(i, stores[0], own);
    const auto low = static_cast<std::ptrdiff_t>(before.lowTies);
    picture.ties.assign(before.ties.begin(), before.ties.begin() + low);
    picture.lowTies = before.lowTies;
    const std::ptrdiff_t pieces = low == 0 ? 0 : static_cast<std::ptrdiff_t>(picture.ties.back().end);
    picture.segments.assign(before.segments.begin(), before.segments.begin() + pieces);
    layOut(stores, picture);
    picture.arrows = std::move(own.arrows);
    hits.ties.reserve(before.hits->ties.size());
    std::copy_if(before.hits->ties.begin(), before.hits->ties.end(), std::back_inserter(hits.ties),
                 [&](const auto& curve) { return !isOwn(input.ties[curve.tie]); });
    const auto others = static_cast<std::ptrdiff_t>(hits.ties.size());
    hits.ties.insert(hits.ties.end(), own.curves.begin(), own.curves.end());
    std::inplace_merge(hits.ties.begin(), hits.ties.begin() + others, hits.ties.end(),
                       [](const auto& a, const auto& b) { return a.tie < b.tie; });
    return !run.cancelled();
}

} // namespace weavemap::ui
