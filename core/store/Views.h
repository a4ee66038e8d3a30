// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Result.h"
#include "core/domain/MapView.h"

namespace weavemap::store {

class Database;

/// Saved views of the map, where people stand in them, and the facts of the file (its name, its colours). A view over
/// one connection, on its thread.
class Views
{
public:
    explicit Views(Database& database) : m_database(&database) {}

    Result<std::vector<MapView>> all() const; ///< by order, then id
    Result<ViewId> insert(MapView view);
    Result<> update(const MapView& view);
    Result<> remove(ViewId id); ///< with its positions

    /// Recorded positions: moves, pins and tidy-ups by the user.
    Result<std::vector<MapPosition>> positions(ViewId view) const;
    Result<> setPosition(const MapPosition& position); ///< one per view and person
    Result<> removePosition(ViewId view, PersonId person);

    /// Positions that the layout computed, not recorded, not undone; those of people with a recorded one are left out.
    Result<std::vector<ComputedPosition>> computedPositions(ViewId view) const;
    Result<> replaceComputedPositions(ViewId view, const std::vector<ComputedPosition>& positions);

    /// What the map itself was last told to show, as the settings of a view; empty where nothing was chosen. Kept by
    /// the file, but neither recorded nor undone: looking at a map is no change of the network.
    Result<std::string> mapChoices() const;
    Result<> setMapChoices(std::string_view settings);

    /// A fact of the file by key ("name", "directed", "colour:region:Coast"); recorded like everything else.
    Result<std::optional<std::string>> fact(std::string_view key) const;
    Result<std::vector<std::pair<std::string, std::string>>> facts(std::string_view prefix) const; ///< by key
    Result<> setFact(std::string_view key, std::string_view value); ///< empty value: removes it

private:
    Database* m_database;
};

} // namespace weavemap::store
