// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace weavemap {

/// What went wrong, as a code; `ui/base/ErrorText` turns it into a sentence. The comment names the arguments in order.
enum class ErrorCode {
    // Any part
    cancelled,       // -
    internal,        // what
    invalidArgument, // which, value
    // Files
    fileNotFound,   // path
    fileUnreadable, // path
    fileUnwritable, // path
    fileExists,     // path
    fileEmpty,      // path
    diskFull,       // path
    notADirectory,  // path
    // The workspace file
    notAWorkspace,     // path
    workspaceDamaged,  // path, newest sound backup or empty
    workspaceNewer,    // path ("readable" after it: it opens to be read)
    workspaceForeign,  // path (a schema that is not ours)
    workspaceReadOnly, // path
    workspaceLocked,   // path, holder
    migrationFailed,   // path, and the backup where one was made
    databaseError,     // SQLite's own words, for the log
    databaseBusy,      // path
    // Records
    notFound,        // kind of record, name or id
    ambiguousName,   // name, candidate, candidate, ...
    missingName,     // kind of record
    badDate,         // text
    badNumber,       // text
    badEmail,        // text
    datesReversed,   // earlier field, later field
    sameEnds,        // name
    duplicateTie,    // name, name
    duplicateId,     // source id
    outOfRange,      // field, value, allowed
    nothingToUndo,   // -
    nothingToRedo,   // -
    historyConflict, // label of the step
    historyEnded,    // label of the step ("erased" after it: by an erasure, else by another schema version)
    noStaffPerson,   // -
    backupFailed,    // path
    noBackup,        // path
    // Reading other programs' files
    unknownFormat,   // path
    notText,         // path
    noHeader,        // path
    missingColumn,   // column, columns there are
    badEncoding,     // path
    malformedFile,   // path, line, what
    fileTooLarge,    // path, limit (and its name: columns, rows, ...)
    forbiddenXml,    // path (document type or entity)
    nothingToImport, // path
    unclosedQuote,   // path, line where the quote opens
    unknownEncoding, // name
    // Single rows of a file, rejected or noticed
    missingEnd,    // which end: source, target
    strayQuote,    // -
    extraCells,    // cells, columns
    summaryRow,    // first cell
    hyperedge,     // number of ends
    impliedPeople, // how many
    // Analysis and maps
    unknownMeasure, // name
    tooFewPeople,   // needed, there
    exportFailed,   // path
};

/// An error: a code, its arguments (names, paths, values), and words for the log that a user never sees.
struct Error
{
    ErrorCode code = ErrorCode::internal;
    std::vector<std::string> args;
    std::string detail;

    Error() = default;
    Error(ErrorCode c, std::vector<std::string> a = {}, std::string d = {})
        : code(c), args(std::move(a)), detail(std::move(d))
    {}
};

} // namespace weavemap
