// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapGround.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "ui/paint/Parallel.h"

namespace weavemap::ui {

namespace {

constexpr double kHullRadius = 30;
constexpr double kCaptionLength = 150; ///< px that the caption of a row takes, about
constexpr float kHullLevel = 0.33F;
constexpr float kOtherShare = 0.55F;
constexpr double kFogRadius = 32;
constexpr float kFogClear = 0.34F;
constexpr float kFogFull = 0.76F;
constexpr float kThinnestFog = 0.2F; ///< of a person not heard from, below which there is none
constexpr std::size_t kLeastPiece = 4;
constexpr std::size_t kManyPeople = 500;
constexpr double kCellsPerRadius = 6;
constexpr double kMostCells = 250'000;

bool isOnGround(const MapPerson& person)
{
    return !person.hidden && person.place == MapArea::network && std::isfinite(person.at.x()) &&
           std::isfinite(person.at.y());
}

/// Where no hull may come: people in the rows, and the captions over them.
std::vector<QPointF> rowPoints(const MapInput& input, double unit)
{
    std::vector<QPointF> points;
    for (const MapPerson& person : input.people)
        if (!person.hidden && person.place != MapArea::network && std::isfinite(person.at.x()) &&
            std::isfinite(person.at.y()))
            points.push_back(person.at);
    if (!points.empty())
        for (const MapAreaCaption& caption : input.areas)
            for (double along = 0; along <= kCaptionLength; along += kHullRadius)
                points.push_back(caption.at + QPointF(along * unit, 0));
    return points;
}

float smoothStep(float low, float high, float x)
{
    const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

/// Adds exp(-d^2 / radius^2) around points of a field, out to three radii.
class Gaussians
{
public:
    Gaussians(const FieldGrid& field, double radius)
        : m_field(field), m_reach(3 * radius / field.cell), m_sharp(field.cell * field.cell / (radius * radius))
    {}

    /// To `values`, and to `more` where it is given.
    void add(QPointF at, std::vector<float>& values, std::vector<float>* more = nullptr)
    {
        const double x = (at.x() - m_field.origin.x()) / m_field.cell;
        const double y = (at.y() - m_field.origin.y()) / m_field.cell;
        const int left = std::max(0, static_cast<int>(std::ceil(x - m_reach)));
        const int right = std::min(m_field.columns - 1, static_cast<int>(std::floor(x + m_reach)));
        const int top = std::max(0, static_cast<int>(std::ceil(y - m_reach)));
        const int bottom = std::min(m_field.rows - 1, static_cast<int>(std::floor(y + m_reach)));
        m_across.clear();
        for (int column = left; column <= right; ++column)
            m_across.push_back(static_cast<float>(std::exp(-(column - x) * (column - x) * m_sharp)));
        for (int row = top; row <= bottom; ++row) {
            const auto down = static_cast<float>(std::exp(-(row - y) * (row - y) * m_sharp));
            const std::size_t start = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_field.columns) +
                                      static_cast<std::size_t>(left);
            addRow(values.data() + start, down);
            if (more != nullptr)
                addRow(more->data() + start, down);
        }
    }

private:
    void addRow(float* out, float down) const
    {
        for (std::size_t i = 0; i < m_across.size(); ++i)
            out[i] += m_across[i] * down;
    }

    const FieldGrid& m_field;
    double m_reach, m_sharp;
    std::vector<float> m_across;
};

/// The part of a grid around a group; a field is walked there only.
struct GridPart
{
    FieldGrid grid; ///< origin and size of the part, without values
    int left = 0, top = 0, columns = 0;

    template <class Value>
    void copyInto(FieldGrid& out, const Value& value) const
    {
        out.values.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
        std::size_t at = 0;
        for (int row = 0; row < grid.rows; ++row)
            for (int column = 0; column < grid.columns; ++column)
                out.values[at++] = value(static_cast<std::size_t>(top + row) * static_cast<std::size_t>(columns) +
                                         static_cast<std::size_t>(left + column));
    }
};

GridPart partAround(const FieldGrid& whole, const std::vector<QPointF>& members, double margin)
{
    QRectF box;
    for (const QPointF& member : members)
        box |= QRectF(member - QPointF(margin, margin), QSizeF(2 * margin, 2 * margin));
    const auto cellOf = [&whole](double distance) { return static_cast<int>(std::floor(distance / whole.cell)); };
    GridPart part;
    part.columns = whole.columns;
    part.left = std::max(0, cellOf(box.left() - whole.origin.x()));
    part.top = std::max(0, cellOf(box.top() - whole.origin.y()));
    part.grid.columns = std::min(whole.columns, cellOf(box.right() - whole.origin.x()) + 2) - part.left;
    part.grid.rows = std::min(whole.rows, cellOf(box.bottom() - whole.origin.y()) + 2) - part.top;
    part.grid.cell = whole.cell;
    part.grid.origin = whole.origin + QPointF(part.left, part.top) * whole.cell;
    return part;
}

float fogLevel(int step) { return (static_cast<float>(step) + 0.5F) / kFogSteps; }

/// Lowers a field inside a loop, so that nothing else is drawn there.
void blankInside(FieldGrid& field, const Loop& loop)
{
    double left = loop[0].x(), right = left, top = loop[0].y(), bottom = top;
    for (const QPointF& point : loop) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    const auto columnOf = [&field](double x) { return static_cast<int>((x - field.origin.x()) / field.cell); };
    const auto rowOf = [&field](double y) { return static_cast<int>((y - field.origin.y()) / field.cell); };
    for (int row = std::max(0, rowOf(top)); row <= std::min(field.rows - 1, rowOf(bottom) + 1); ++row)
        for (int column = std::max(0, columnOf(left)); column <= std::min(field.columns - 1, columnOf(right) + 1);
             ++column)
            if (isInside(loop, field.origin + QPointF(column, row) * field.cell))
                field.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                             static_cast<std::size_t>(column)] = -1.0F;
}

/// The loops of a field that hold enough of a group's people, and the holes worth keeping. Pieces that are too small
/// are taken out of the field.
QPainterPath hullPath(FieldGrid& field, const std::vector<QPointF>& members, double radius)
{
    QPainterPath path;
    const double leastHole = radius * radius;
    for (const Loop& loop : contoursOf(field, 0.0F)) {
        const double area = loopArea(loop);
        if (area < 0 && -area > leastHole) {
            addSmoothLoop(path, loop);
        } else if (area > 0) {
            std::size_t inside = 0;
            for (const QPointF& member : members)
                if (inside < kLeastPiece && isInside(loop, member))
                    ++inside;
            if (inside >= kLeastPiece)
                addSmoothLoop(path, loop);
            else
                blankInside(field, loop);
        }
    }
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

} // namespace

std::uint64_t groundKey(const MapInput& input, double unit)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    const auto add = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x100000001B3ULL;
        hash ^= hash >> 29;
    };
    add(std::bit_cast<std::uint64_t>(std::round(unit * 4096) / 4096));
    add(input.groups.size());
    for (const MapPerson& person : input.people) {
        if (!isOnGround(person))
            continue;
        add(std::bit_cast<std::uint64_t>(person.at.x()));
        add(std::bit_cast<std::uint64_t>(person.at.y()));
        add(static_cast<std::uint64_t>(person.group + 1) * 2 + (input.isFull(person) ? 1 : 0));
    }
    for (const QPointF& at : rowPoints(input, unit)) {
        add(std::bit_cast<std::uint64_t>(at.x()));
        add(std::bit_cast<std::uint64_t>(at.y()));
    }
    return hash;
}

std::shared_ptr<const MapGround> makeGround(const MapInput& input, double unit, const RunContext& run)
{
    auto ground = std::make_shared<MapGround>();
    ground->key = groundKey(input, unit);
    const std::size_t groupCount = input.groups.size();
    std::vector<std::vector<QPointF>> members(groupCount);
    QRectF bounds;
    for (const MapPerson& person : input.people) {
        if (!isOnGround(person))
            continue;
        bounds |= QRectF(person.at - QPointF(1, 1), QSizeF(2, 2));
        if (person.group >= 0 && static_cast<std::size_t>(person.group) < groupCount)
            members[static_cast<std::size_t>(person.group)].push_back(person.at);
    }
    if (bounds.isEmpty())
        return ground;

    std::size_t here = 0;
    for (const MapPerson& person : input.people)
        here += isOnGround(person) ? 1 : 0;
    // Above that, discs shrink and people stand closer together: the field follows.
    const double crowd =
        here > kManyPeople ? std::sqrt(static_cast<double>(kManyPeople) / static_cast<double>(here)) : 1;
    const double radius = kHullRadius * unit * crowd;
    bounds.adjust(-3.2 * radius, -3.2 * radius, 3.2 * radius, 3.2 * radius);
    FieldGrid grid;
    grid.cell = std::max(radius / kCellsPerRadius, std::sqrt(bounds.width() * bounds.height() / kMostCells));
    grid.origin = bounds.topLeft();
    grid.columns = static_cast<int>(bounds.width() / grid.cell) + 2;
    grid.rows = static_cast<int>(bounds.height() / grid.cell) + 2;
    const std::size_t cells = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);

    // One field a group, and at each point the strongest and second strongest group; beside it the fog's strength.
    std::vector<std::vector<float>> fields(groupCount);
    std::vector<float> first(cells, 0.0F), second(cells, 0.0F), strength(cells, 0.0F), rows(cells, 0.0F);
    const auto addFields = [&] {
        Gaussians gaussians(grid, radius);
        for (const QPointF& at : rowPoints(input, unit))
            gaussians.add(at, rows);
        for (std::size_t g = 0; g < groupCount && !run.cancelled(); ++g) {
            if (members[g].empty())
                continue;
            fields[g].assign(cells, 0.0F);
            for (const QPointF& member : members[g])
                gaussians.add(member, fields[g]);
            for (std::size_t i = 0; i < cells; ++i) {
                const float value = fields[g][i];
                second[i] = std::max(second[i], std::min(first[i], value));
                first[i] = std::max(first[i], value);
            }
        }
    };
    const auto addFog = [&] {
        std::vector<float> all(cells, 0.0F), unheard(cells, 0.0F);
        Gaussians gaussians(grid, kFogRadius * unit * crowd);
        for (const MapPerson& person : input.people)
            if (isOnGround(person))
                gaussians.add(person.at, all, input.isFull(person) ? nullptr : &unheard);
        // The share alone would stay full far out where nobody is: it fades with the density as well.
        for (std::size_t i = 0; i < cells; ++i)
            if (unheard[i] > kThinnestFog)
                strength[i] =
                    smoothStep(kFogClear, kFogFull, unheard[i] / all[i]) * smoothStep(kThinnestFog, 1.0F, unheard[i]);
    };
    inParallel(2, run, [&](int part) { part == 0 ? addFields() : addFog(); });
    if (run.cancelled())
        return nullptr;

    QImage strengthImage(grid.columns, grid.rows, QImage::Format_Grayscale8);
    for (int row = 0; row < grid.rows; ++row) {
        uchar* line = strengthImage.scanLine(row);
        for (int column = 0; column < grid.columns; ++column)
            line[column] = static_cast<uchar>(
                std::lround(255.0F * strength[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                                              static_cast<std::size_t>(column)]));
    }

    std::vector<MapGround::Hull> hulls(groupCount);
    const auto addHull = [&](int group) {
        const auto g = static_cast<std::size_t>(group);
        MapGround::Hull& hull = hulls[g];
        if (members[g].size() < kLeastPiece || run.cancelled())
            return;
        hull.group = group;
        const GridPart part = partAround(grid, members[g], 3.2 * radius);
        hull.inside = part.grid;
        part.copyInto(hull.inside, [&](std::size_t i) {
            const float other = fields[g][i] >= first[i] ? second[i] : first[i];
            return fields[g][i] - kOtherShare * other - rows[i] - kHullLevel;
        });
        hull.path = hullPath(hull.inside, members[g], radius);
        if (hull.path.isEmpty())
            return;
        hull.fog = part.grid;
        part.copyInto(hull.fog, [&](std::size_t i) { return strength[i]; });
        hull.strength = strengthImage;
        hull.target = QRectF(grid.origin - QPointF(grid.cell, grid.cell) / 2,
                             QSizeF(grid.columns * grid.cell, grid.rows * grid.cell));
        for (std::size_t i = 0; i < hull.fog.values.size() && !hull.hasFog; ++i)
            hull.hasFog = hull.fog.values[i] > fogLevel(0) && hull.inside.values[i] > 0;
    };
    inParallel(static_cast<int>(groupCount), run, addHull);
    if (run.cancelled())
        return nullptr;
    for (MapGround::Hull& hull : hulls)
        if (!hull.path.isEmpty())
            ground->hulls.push_back(std::move(hull));
    return ground;
}

std::array<QPainterPath, kFogSteps> fogOutlines(const MapGround::Hull& hull)
{
    std::array<QPainterPath, kFogSteps> outlines;
    FieldGrid field = hull.fog;
    for (int step = 0; step < kFogSteps; ++step) {
        QPainterPath& outline = outlines[static_cast<std::size_t>(step)];
        for (std::size_t i = 0; i < field.values.size(); ++i)
            field.values[i] = std::min(hull.fog.values[i] - fogLevel(step), hull.inside.values[i]);
        for (const Loop& loop : contoursOf(field, 0.0F))
            addSmoothLoop(outline, loop);
        outline.setFillRule(Qt::OddEvenFill);
    }
    return outlines;
}

} // namespace weavemap::ui
