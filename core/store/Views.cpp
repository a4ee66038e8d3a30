// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Views.h"

#include <algorithm>
#include <cmath>

#include "core/base/Text.h"
#include "core/store/Database.h"
#include "core/store/Requirements.h"
#include "core/store/Schema.h"

namespace weavemap::store {

namespace {

MapView readView(Statement& row) { return {row.id<ViewId>(0), row.text(1), row.text(2), row.small(3)}; }

MapPosition readPosition(Statement& row)
{
    return {row.id<ViewId>(0), row.id<PersonId>(1), row.real(2), row.real(3), row.flag(4)};
}

ComputedPosition readComputed(Statement& row)
{
    return {row.id<PersonId>(0), row.real(1), row.real(2), static_cast<LayoutArea>(row.small(3))};
}

/// The key of the map's choices in the `state` table.
constexpr std::string_view kMapChoices = "map_choices";

Result<> requireView(Database& database, ViewId id)
{
    return requireRow(database, "SELECT 1 FROM map_view WHERE id = ?1", "view", id.value);
}

Result<> checked(const MapView& view)
{
    if (trimmed(view.name).empty())
        return fail(ErrorCode::missingName, {"view"});
    return {};
}

Result<> checkedPlace(double x, double y)
{
    if (!std::isfinite(x) || !std::isfinite(y))
        return fail(ErrorCode::outOfRange, {"position", std::to_string(x) + ", " + std::to_string(y), "finite"});
    return {};
}

struct FactRow
{
    std::int64_t id = 0;
    std::string value;
};

Result<std::optional<FactRow>> factRow(Database& database, std::string_view key)
{
    return database.first(
        "SELECT id, value FROM fact WHERE key = ?1 ORDER BY id",
        [](Statement& row) {
            return FactRow{row.integer(0), row.text(1)};
        },
        key);
}

} // namespace

Result<std::vector<MapView>> Views::all() const
{
    return m_database->list("SELECT id, name, settings, sort_order FROM map_view ORDER BY sort_order, id", readView);
}

Result<ViewId> Views::insert(MapView view)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(checked(view));
    view.id = givenOrNew(*m_database, view.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO map_view(id, name, settings, sort_order) VALUES(?1, ?2, ?3, ?4)", view.id,
                                 view.name, view.settings, view.order));
    return view.id;
}

Result<> Views::update(const MapView& view)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(checked(view));
    WEAVEMAP_ASSIGN(const auto before, m_database->first("SELECT id, name, settings, sort_order FROM map_view"
                                                         " WHERE id = ?1",
                                                         readView, view.id));
    if (!before)
        return fail(ErrorCode::notFound, {"view", view.id.toString()});
    if (*before == view)
        return {};
    return m_database->run("UPDATE map_view SET name = ?2, settings = ?3, sort_order = ?4 WHERE id = ?1", view.id,
                           view.name, view.settings, view.order);
}

Result<> Views::remove(ViewId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireView(*m_database, id));
    WEAVEMAP_TRY(m_database->run("DELETE FROM map_position WHERE view = ?1", id));
    WEAVEMAP_TRY(m_database->run("DELETE FROM computed_position WHERE view = ?1", id));
    return m_database->run("DELETE FROM map_view WHERE id = ?1", id);
}

Result<std::vector<MapPosition>> Views::positions(ViewId view) const
{
    return m_database->list("SELECT view, person, x, y, pinned FROM map_position WHERE view = ?1 ORDER BY person, id",
                            readPosition, view);
}

Result<> Views::setPosition(const MapPosition& position)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(checkedPlace(position.x, position.y));
    struct Row
    {
        std::int64_t id = 0;
        MapPosition position;
    };
    WEAVEMAP_ASSIGN(const auto before, m_database->first(
                                           "SELECT view, person, x, y, pinned, id FROM map_position"
                                           " WHERE view = ?1 AND person = ?2 ORDER BY id",
                                           [](Statement& row) {
                                               return Row{row.integer(5), readPosition(row)};
                                           },
                                           position.view, position.person));
    if (before) {
        if (before->position == position)
            return {};
        return m_database->run("UPDATE map_position SET x = ?2, y = ?3, pinned = ?4 WHERE id = ?1", before->id,
                               position.x, position.y, position.pinned);
    }
    WEAVEMAP_TRY(requireView(*m_database, position.view));
    WEAVEMAP_TRY(requirePerson(*m_database, position.person));
    return m_database->run("INSERT INTO map_position(id, view, person, x, y, pinned) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                           m_database->ids().next(), position.view, position.person, position.x, position.y,
                           position.pinned);
}

Result<> Views::removePosition(ViewId view, PersonId person)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    return m_database->run("DELETE FROM map_position WHERE view = ?1 AND person = ?2", view, person);
}

Result<std::vector<ComputedPosition>> Views::computedPositions(ViewId view) const
{
    return m_database->list("SELECT person, x, y, area FROM computed_position c WHERE view = ?1 AND NOT EXISTS"
                            " (SELECT 1 FROM map_position m WHERE m.view = c.view AND m.person = c.person)"
                            " ORDER BY person, id",
                            readComputed, view);
}

Result<> Views::replaceComputedPositions(ViewId view, const std::vector<ComputedPosition>& positions)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireView(*m_database, view));
    for (const auto& position : positions)
        WEAVEMAP_TRY(checkedPlace(position.x, position.y));
    WEAVEMAP_TRY(m_database->run("DELETE FROM computed_position WHERE view = ?1", view));
    for (const auto& position : positions)
        WEAVEMAP_TRY(m_database->run("INSERT INTO computed_position(id, view, person, x, y, area)"
                                     " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                                     m_database->ids().next(), view, position.person, position.x, position.y,
                                     static_cast<int>(position.area)));
    return {};
}

Result<std::string> Views::mapChoices() const
{
    WEAVEMAP_ASSIGN(auto kept, readState(*m_database, kMapChoices));
    return kept ? std::move(*kept) : std::string();
}

Result<> Views::setMapChoices(std::string_view settings)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    return writeState(*m_database, kMapChoices, settings);
}

Result<std::optional<std::string>> Views::fact(std::string_view key) const
{
    WEAVEMAP_ASSIGN(auto row, factRow(*m_database, key));
    std::optional<std::string> value;
    if (row)
        value = std::move(row->value);
    return value;
}

Result<std::vector<std::pair<std::string, std::string>>> Views::facts(std::string_view prefix) const
{
    return m_database->list(
        "SELECT key, value FROM fact WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key, id",
        [](Statement& row) {
            return std::pair{row.text(0), row.text(1)};
        },
        prefix);
}

Result<> Views::setFact(std::string_view key, std::string_view value)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    if (key.empty())
        return fail(ErrorCode::invalidArgument, {"fact", std::string(key)});
    WEAVEMAP_ASSIGN(const auto before, factRow(*m_database, key));
    if (!before) {
        if (value.empty())
            return {};
        return m_database->run("INSERT INTO fact(id, key, value) VALUES(?1, ?2, ?3)", m_database->ids().next(), key,
                               value);
    }
    if (value.empty())
        return m_database->run("DELETE FROM fact WHERE key = ?1", key);
    if (before->value == value)
        return {};
    return m_database->run("UPDATE fact SET value = ?2 WHERE id = ?1", before->id, value);
}

} // namespace weavemap::store
