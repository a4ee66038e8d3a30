// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Error.h"
#include "core/domain/Person.h"
#include "core/domain/Tie.h"
#include "core/exchange/ReadOptions.h"

namespace weavemap::exchange {

enum class LineEnd { lf, crLf, cr };

/// Something about one row (or one element of an XML file): why it was rejected, or what was noticed in it. A notice
/// may say in one more argument what became of the row: `missingName` the id that stands in for the name, `badDate` the
/// date that was taken, `duplicateTie` what the tie holds already and keeps.
struct RowIssue
{
    std::size_t line = 0; ///< counted from 1, where the row starts
    Error reason;
};

/// A person as the file states it. Texts are byte for byte: nothing is trimmed but the e-mail.
struct ImportedPerson
{
    std::optional<std::string> sourceId; ///< none: the file has no id column, or this cell is empty
    std::string name;                    ///< never empty: the id stands in for a missing name
    bool nameIsMissing = false;          ///< the file has names, and this row none
    std::string email;
    std::string phone;
    std::string role;
    std::string region;
    std::string organization;
    EngagementLevel level = EngagementLevel::unknown;
    std::string contactPreference;
    std::optional<Date> joined;
    std::optional<Date> left;
    std::vector<std::string> attributes; ///< beside `ImportedNetwork::personColumns`; may be shorter; empty: no value
    std::size_t line = 0;
};

/// One end of a tie: its text, and the row of `ImportedNetwork::people` it means where the file says so itself.
struct TieEnd
{
    static constexpr std::size_t kByText = static_cast<std::size_t>(-1);
    std::string text;             ///< a source id, or a full name
    std::size_t person = kByText; ///< `kByText`: to be found by source id, then by a full name that is unique
};

/// A tie as the file states it: self-loops and duplicates are all there.
struct ImportedTie
{
    TieEnd source;
    TieEnd target;
    double weight = 1.0; ///< finite and above 0
    std::optional<TieDepth> depth;
    TieContact contact = TieContact::unknown;
    std::optional<Date> since;
    std::string topic;
    std::vector<std::string> attributes; ///< beside `ImportedNetwork::tieColumns`
    bool directed = false;
    std::size_t line = 0;
};

/// What the file is like, for the preview and for the report of an import.
struct FileFacts
{
    std::string format;       ///< "csv", "graphml"
    std::string encoding;     ///< "UTF-8", "windows-1252", ...
    bool encodingSure = true; ///< false: guessed, the user may say otherwise
    char delimiter = '\0';    ///< '\0': no sheet
    LineEnd lineEnd = LineEnd::lf;
    std::size_t headerLine = 0; ///< line of the header used; 0: none
    std::size_t headerRows = 0; ///< 2 and more: survey exports
    bool writtenByWeavemap = false;
    bool namesLookTurned = false;         ///< every name has exactly one comma with words on both sides: "Ruiz, Ana"
    std::vector<std::string> columns;     ///< exact headers, in order
    std::map<Field, std::string> mapping; ///< which column filled which field
};

/// The one result of every reader: what a file says, nothing looked up and nothing stored.
struct ImportedNetwork
{
    ReadAs kind = ReadAs::detect; ///< members, ties or matrix; `detect` for a network format with both
    FileFacts facts;
    bool directed = false; ///< the file or the caller says that ties have a direction, also where there are none
    /// Attribute names for `people`, exact headers in file order. A header that stands twice gets " (2)", an empty one
    /// the column's letter.
    std::vector<std::string> personColumns;
    /// Which of them fill a field of a person because the caller said something about columns, or asked for all fields:
    /// what the field holds of them is no attribute. Empty where nobody did; then every column is one.
    std::map<Field, std::size_t> fieldColumns;
    std::vector<std::string> tieColumns;
    std::vector<std::size_t> furtherTieColumns; ///< of `tieColumns`, those that fill no field of a tie
    std::vector<ImportedPerson> people;         ///< empty for a tie list: its people are implied by the ends
    std::vector<ImportedTie> ties;
    std::vector<RowIssue> rejected; ///< not in `people` or `ties`
    std::vector<RowIssue> notices;  ///< read, but the user should know
    /// Nodes and edge rows as the file states them: implied nodes included, rows of one source id once; mutual arcs,
    /// duplicates and self-loops counted singly; rejected rows not counted.
    std::size_t statedPeople = 0;
    std::size_t statedTies = 0;
};

} // namespace weavemap::exchange
