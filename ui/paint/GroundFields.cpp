// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/GroundFields.h"

#include <algorithm>
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
constexpr double kReach = 3;  ///< radii that somebody adds to the fields within
constexpr double kRoom = 3.2; ///< radii around everybody

float smoothStep(float low, float high, float x)
{
    const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

/// The cells within some distance of a point.
GroundCells cellsAround(const FieldGrid& grid, QPointF at, double reach)
{
    const double x = (at.x() - grid.origin.x()) / grid.cell, y = (at.y() - grid.origin.y()) / grid.cell;
    const double cells = reach / grid.cell;
    return {std::max(0, static_cast<int>(std::ceil(x - cells))), std::max(0, static_cast<int>(std::ceil(y - cells))),
            std::min(grid.columns, static_cast<int>(std::floor(x + cells)) + 1),
            std::min(grid.rows, static_cast<int>(std::floor(y + cells)) + 1)};
}

/// Adds exp(-d^2 / radius^2) around points of a field, out to three radii.
class Gaussians
{
public:
    Gaussians(const FieldGrid& grid, double radius)
        : m_grid(grid), m_radius(radius), m_sharp(grid.cell * grid.cell / (radius * radius)),
          m_bend(std::exp(-2 * m_sharp))
    {}

    /// To `values`, and to `more` where it is given.
    void add(QPointF at, std::vector<float>& values, std::vector<float>* more = nullptr)
    {
        const GroundCells cells = cellsAround(m_grid, at, kReach * m_radius);
        if (cells.left >= cells.right || cells.top >= cells.bottom)
            return;
        along(cells.left, cells.right, (at.x() - m_grid.origin.x()) / m_grid.cell, m_across);
        along(cells.top, cells.bottom, (at.y() - m_grid.origin.y()) / m_grid.cell, m_down);
        for (int row = cells.top; row < cells.bottom; ++row) {
            const float down = m_down[static_cast<std::size_t>(row - cells.top)];
            const std::size_t start = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_grid.columns) +
                                      static_cast<std::size_t>(cells.left);
            addRow(values.data() + start, down);
            if (more != nullptr)
                addRow(more->data() + start, down);
        }
    }

private:
    /// The bell at whole numbers [first, end): each value is the one before times a factor that changes evenly.
    void along(int first, int end, double middle, std::vector<float>& values) const
    {
        const double from = first - middle;
        double value = std::exp(-from * from * m_sharp), factor = std::exp(-(2 * from + 1) * m_sharp);
        values.clear();
        for (int i = first; i < end; ++i) {
            values.push_back(static_cast<float>(value));
            value *= factor;
            factor *= m_bend;
        }
    }
    void addRow(float* out, float down) const
    {
        for (std::size_t i = 0; i < m_across.size(); ++i)
            out[i] += m_across[i] * down;
    }

    const FieldGrid& m_grid;
    double m_radius, m_sharp, m_bend;
    std::vector<float> m_across, m_down;
};

QRectF boxOf(const Loop& loop)
{
    double left = loop[0].x(), right = left, top = loop[0].y(), bottom = top;
    for (const QPointF& point : loop) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

/// Lowers a field inside a loop, so that nothing else is drawn there.
void blankInside(FieldGrid& field, const Loop& loop)
{
    const QRectF box = boxOf(loop);
    const auto columnOf = [&field](double x) { return static_cast<int>((x - field.origin.x()) / field.cell); };
    const auto rowOf = [&field](double y) { return static_cast<int>((y - field.origin.y()) / field.cell); };
    for (int row = std::max(0, rowOf(box.top())); row <= std::min(field.rows - 1, rowOf(box.bottom()) + 1); ++row)
        for (int column = std::max(0, columnOf(box.left()));
             column <= std::min(field.columns - 1, columnOf(box.right()) + 1); ++column)
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
            const QRectF box = boxOf(loop);
            std::size_t inside = 0;
            for (const QPointF& member : members)
                if (inside < kLeastPiece && box.contains(member) && isInside(loop, member))
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

bool isOnGround(const MapPerson& person)
{
    return !person.hidden && person.place == MapArea::network && std::isfinite(person.at.x()) &&
           std::isfinite(person.at.y());
}

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

std::vector<std::vector<QPointF>> groundMembers(const MapInput& input)
{
    std::vector<std::vector<QPointF>> members(input.groups.size());
    for (const MapPerson& person : input.people)
        // Values that share the grey are told apart by nothing: they have no areas.
        if (isOnGround(person) && person.group >= 0 && static_cast<std::size_t>(person.group) < members.size() &&
            input.groups[static_cast<std::size_t>(person.group)].colour >= 0)
            members[static_cast<std::size_t>(person.group)].push_back(person.at);
    return members;
}

GroundFields::GroundFields(const MapInput& input, double unit, const QRectF& atLeast) : m_unit(unit)
{
    QRectF bounds = atLeast;
    std::size_t here = 0;
    for (const MapPerson& person : input.people) {
        if (!isOnGround(person))
            continue;
        bounds |= QRectF(person.at - QPointF(1, 1), QSizeF(2, 2));
        ++here;
    }
    if (bounds.isEmpty())
        return;
    // Above that, discs shrink and people stand closer together: the field follows.
    const double crowd =
        here > kManyPeople ? std::sqrt(static_cast<double>(kManyPeople) / static_cast<double>(here)) : 1;
    m_radius = kHullRadius * unit * crowd;
    m_fogRadius = kFogRadius * unit * crowd;
    bounds.adjust(-kRoom * m_radius, -kRoom * m_radius, kRoom * m_radius, kRoom * m_radius);
    m_grid.cell = std::max(m_radius / kCellsPerRadius, std::sqrt(bounds.width() * bounds.height() / kMostCells));
    m_grid.origin = bounds.topLeft();
    m_grid.columns = static_cast<int>(bounds.width() / m_grid.cell) + 2;
    m_grid.rows = static_cast<int>(bounds.height() / m_grid.cell) + 2;
    m_cells = static_cast<std::size_t>(m_grid.columns) * static_cast<std::size_t>(m_grid.rows);
    // Values that share the grey have no areas, and there may be thousands of them: one field is enough.
    m_groups.resize(1);
    for (const MapGroup& group : input.groups) {
        m_fields.push_back(group.colour >= 0 ? m_groups.size() : 0);
        if (group.colour >= 0)
            m_groups.emplace_back();
    }
    for (const MapPerson& person : input.people)
        if (isOnGround(person) && person.group >= 0 && static_cast<std::size_t>(person.group) < m_fields.size())
            m_groups[m_fields[static_cast<std::size_t>(person.group)]].resize(m_cells, 0.0F);
    for (std::vector<float>* field : {&m_rows, &m_all, &m_unheard, &m_first, &m_second, &m_strength})
        field->assign(m_cells, 0.0F);
}

std::vector<float>* GroundFields::fieldOf(const MapPerson& person)
{
    if (person.group < 0 || static_cast<std::size_t>(person.group) >= m_fields.size())
        return nullptr;
    return &m_groups[m_fields[static_cast<std::size_t>(person.group)]];
}

bool GroundFields::addPeople(const MapInput& input, const std::vector<bool>& who, const RunContext& run)
{
    const auto forPeople = [&](const auto& add) {
        for (std::size_t i = 0; i < input.people.size() && ((i & 1023U) != 0 || !run.cancelled()); ++i)
            if (who[i] && isOnGround(input.people[i]))
                add(input.people[i]);
    };
    const auto addFields = [&] {
        Gaussians gaussians(m_grid, m_radius);
        for (const QPointF& at : rowPoints(input, m_unit))
            gaussians.add(at, m_rows);
        forPeople([&](const MapPerson& person) {
            if (std::vector<float>* const field = fieldOf(person))
                gaussians.add(person.at, *field);
        });
        deriveGroups(all());
    };
    const auto addFog = [&] {
        Gaussians gaussians(m_grid, m_fogRadius);
        forPeople([&](const MapPerson& person) {
            gaussians.add(person.at, m_all, input.isFull(person) ? nullptr : &m_unheard);
        });
        deriveFog(all());
    };
    inParallel(2, run, [&](int part) { part == 0 ? addFields() : addFog(); });
    return !run.cancelled();
}

void GroundFields::add(const MapInput& input, const MapPerson& person)
{
    if (std::vector<float>* const field = fieldOf(person))
        Gaussians(m_grid, m_radius).add(person.at, *field);
    Gaussians(m_grid, m_fogRadius).add(person.at, m_all, input.isFull(person) ? nullptr : &m_unheard);
}

void GroundFields::restore(const GroundFields& other, const GroundCells& cells)
{
    if (cells.left >= cells.right)
        return;
    const auto copy = [&](const std::vector<float>& from, std::vector<float>& to) {
        for (int row = cells.top; row < cells.bottom && !from.empty(); ++row)
            std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(indexOf(cells.left, row)), cells.right - cells.left,
                        to.begin() + static_cast<std::ptrdiff_t>(indexOf(cells.left, row)));
    };
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        copy(other.m_groups[g], m_groups[g]);
    copy(other.m_all, m_all);
    copy(other.m_unheard, m_unheard);
}

void GroundFields::derive(const GroundCells& cells)
{
    deriveGroups(cells);
    deriveFog(cells);
}

void GroundFields::deriveGroups(const GroundCells& cells)
{
    for (int row = cells.top; row < cells.bottom; ++row) {
        const std::size_t begin = indexOf(cells.left, row),
                          end = begin + static_cast<std::size_t>(std::max(0, cells.right - cells.left));
        float *const first = m_first.data(), *const second = m_second.data();
        std::fill(first + begin, first + end, 0.0F);
        std::fill(second + begin, second + end, 0.0F);
        for (const std::vector<float>& field : m_groups) {
            if (field.empty())
                continue;
            const float* const values = field.data();
            for (std::size_t i = begin; i < end; ++i) {
                second[i] = std::max(second[i], std::min(first[i], values[i]));
                first[i] = std::max(first[i], values[i]);
            }
        }
    }
}

void GroundFields::deriveFog(const GroundCells& cells)
{
    // The share alone would stay full far out where nobody is: it fades with the density as well.
    for (int row = cells.top; row < cells.bottom; ++row)
        for (int column = cells.left; column < cells.right; ++column) {
            const std::size_t i = indexOf(column, row);
            m_strength[i] = m_unheard[i] > kThinnestFog ? smoothStep(kFogClear, kFogFull, m_unheard[i] / m_all[i]) *
                                                              smoothStep(kThinnestFog, 1.0F, m_unheard[i])
                                                        : 0.0F;
        }
}

bool GroundFields::holds(QPointF at) const
{
    const double room = kRoom * m_radius;
    return at.x() - room >= m_grid.origin.x() && at.y() - room >= m_grid.origin.y() &&
           at.x() + room <= m_grid.origin.x() + (m_grid.columns - 1) * m_grid.cell &&
           at.y() + room <= m_grid.origin.y() + (m_grid.rows - 1) * m_grid.cell;
}

GroundCells GroundFields::around(QPointF at) const
{
    return cellsAround(m_grid, at, kReach * std::max(m_radius, m_fogRadius));
}

GroundCells GroundFields::partOf(const std::vector<QPointF>& members) const
{
    const double margin = kRoom * m_radius;
    QRectF box;
    for (const QPointF& member : members)
        box |= QRectF(member - QPointF(margin, margin), QSizeF(2 * margin, 2 * margin));
    const auto cellOf = [this](double distance) { return static_cast<int>(std::floor(distance / m_grid.cell)); };
    return {std::max(0, cellOf(box.left() - m_grid.origin.x())), std::max(0, cellOf(box.top() - m_grid.origin.y())),
            std::min(m_grid.columns, cellOf(box.right() - m_grid.origin.x()) + 2),
            std::min(m_grid.rows, cellOf(box.bottom() - m_grid.origin.y()) + 2)};
}

MapGround::Hull GroundFields::hullOf(std::size_t group, const std::vector<QPointF>& members, bool withFields) const
{
    MapGround::Hull hull;
    if (members.size() < kLeastPiece)
        return hull;
    hull.group = static_cast<int>(group);
    const GroundCells part = partOf(members);
    FieldGrid grid;
    grid.columns = part.right - part.left;
    grid.rows = part.bottom - part.top;
    grid.cell = m_grid.cell;
    grid.origin = m_grid.origin + QPointF(part.left, part.top) * m_grid.cell;
    const auto fill = [&](FieldGrid& out, const auto& value) {
        out.values.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
        std::size_t at = 0;
        for (int row = part.top; row < part.bottom; ++row)
            for (std::size_t i = indexOf(part.left, row), end = indexOf(part.right, row); i < end; ++i)
                out.values[at++] = value(i);
    };
    const float *const own = m_groups[m_fields[group]].data(), *const first = m_first.data(),
                       *const second = m_second.data(), *const rows = m_rows.data();
    hull.inside = grid;
    fill(hull.inside, [=](std::size_t i) {
        const float other = own[i] >= first[i] ? second[i] : first[i];
        return own[i] - kOtherShare * other - rows[i] - kHullLevel;
    });
    hull.path = hullPath(hull.inside, members, m_radius);
    hull.fog = grid;
    fill(hull.fog, [this](std::size_t i) { return m_strength[i]; });
    for (std::size_t i = 0; i < hull.fog.values.size() && !hull.hasFog; ++i)
        hull.hasFog = hull.fog.values[i] > fogLevel(0) && hull.inside.values[i] > 0;
    hull.target = QRectF(m_grid.origin - QPointF(m_grid.cell, m_grid.cell) / 2,
                         QSizeF(m_grid.columns * m_grid.cell, m_grid.rows * m_grid.cell));
    if (!withFields)
        hull.inside = hull.fog = {};
    return hull;
}

QImage GroundFields::strengthImage() const
{
    QImage image(m_grid.columns, m_grid.rows, QImage::Format_Grayscale8);
    refresh(image, all());
    return image;
}

void GroundFields::refresh(QImage& image, const GroundCells& cells) const
{
    for (int row = cells.top; row < cells.bottom; ++row) {
        uchar* const line = image.scanLine(row);
        for (int column = cells.left; column < cells.right; ++column)
            line[column] = static_cast<uchar>(std::lround(255.0F * m_strength[indexOf(column, row)]));
    }
}

} // namespace weavemap::ui
