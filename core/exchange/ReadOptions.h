// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace weavemap::exchange {

/// What to take a sheet for. `detect` looks at the sheet itself; files of network formats say what they are.
enum class ReadAs { detect, members, ties, matrix };

/// A field that a column can fill. `firstName` and `lastName` are joined to a name where there is no `name`.
enum class Field {
    id,
    name,
    firstName,
    lastName,
    email,
    phone,
    role,
    region,
    organization,
    joined,
    left,
    level,
    contactPreference,
    source,
    target,
    weight,
    topic,
    depth,
    contact,
    since,
    direction,
};

/// The field's name in `--map FIELD=COLUMN`: "id", "name", "firstName", ...
std::string_view fieldName(Field field);
/// The reverse, nothing for an unknown name.
std::optional<Field> fieldFromName(std::string_view name);

/// Whether ties have a direction. `asTheFileSays`: what a network format states; a tie list is undirected unless it has
/// a direction column; a matrix is directed where it is not symmetric.
enum class TieDirection { asTheFileSays, directed, undirected };

/// How the name column writes names. `asItLooks`: last name first where nine names in ten have exactly one comma.
enum class NameOrder { asWritten, lastNameFirst, asItLooks };

/// Nothing in a file is trusted to be small: what passes a limit is refused with `ErrorCode::fileTooLarge`.
struct ReadLimits
{
    std::size_t fileBytes = std::size_t{1} << 30;
    std::size_t rows = 5'000'000;
    std::size_t columns = 16'384;
    std::size_t cellBytes = std::size_t{1} << 20;
    std::size_t cells = 100'000'000;
    std::size_t elementDepth = 200; ///< of nested XML elements
};

/// How to read a file; the default asks the file itself.
struct ReadOptions
{
    ReadAs as = ReadAs::detect;
    std::map<Field, std::string> columns; ///< field -> exact header; a header that is not there is an error
    std::set<Field> without;              ///< fields that no column fills unless it is named in `columns`
    bool allFields = false; ///< a member list fills every field whose header says so, not only id, name and e-mail
    NameOrder names = NameOrder::asWritten;
    TieDirection direction = TieDirection::asTheFileSays;
    std::string encoding;  ///< an ICU converter name such as "windows-1252"; empty: find out
    char delimiter = '\0'; ///< '\0': find out
    ReadLimits limits;
};

} // namespace weavemap::exchange
