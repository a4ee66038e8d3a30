// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "core/base/Date.h"
#include "core/base/Result.h"

namespace weavemap::store {
class Workspace;
}

namespace weavemap::actions {

/// A fictional association: the sample network.
struct DemoOptions
{
    int members = 142; ///< current members on the date; 0 to 100,000
    std::uint64_t seed = 1;
    std::optional<Date> on; ///< the day the sample is of; the clock's today where it is not given
};

/// The days that a sample may be of, 1970-01-01 to 2150-01-01: its ids are made from the day, and a clock counts from
/// 1970.
inline constexpr Date kFirstDemoDay = Date::fromDays(0), kLastDemoDay = Date::fromDays(65'744);

/// The label of the change that makes the sample network.
inline constexpr std::string_view kDemoLabel = "Sample network";

/// Fills a workspace with the sample network in one change, `kDemoLabel`: members of five regions and their
/// schools, former members, staff and a few outside people, three years of conversations with needs, offers and
/// promises, the ties that came up in them with their evidence, and saved views. The same seed, size and date give the
/// same rows, ids included, on every machine. Errors: outOfRange for the number of members or the day, and those of
/// `Workspace::change`. O(members), about a millisecond for each.
Result<> makeDemo(store::Workspace& workspace, const DemoOptions& options);

/// Makes a new file with the sample network in it. A file that is there stays as it is (fileExists); one that could not
/// be finished is removed.
Result<> makeDemoFile(const std::filesystem::path& path, const DemoOptions& options);

} // namespace weavemap::actions
