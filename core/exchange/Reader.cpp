// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "core/exchange/CsvNetworkReader.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/EdgeListReader.h"
#include "core/exchange/GraphMlReader.h"
#include "core/exchange/Gzip.h"
#include "core/exchange/SheetGuess.h"
#include "core/exchange/TextDecoder.h"

namespace weavemap::exchange {

namespace {

std::string utf8Of(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

/// A zip holds a spreadsheet or an archive: a format that is not read, rather than no text.
bool isZip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

const Reader* readerOf(const SourceFile& file)
{
    const Reader* best = nullptr;
    Claim bestClaim = Claim::no;
    for (const Reader* reader : readers()) {
        const Claim claim = reader->claims(file);
        if (claim > bestClaim) {
            best = reader;
            bestClaim = claim;
        }
    }
    return best;
}

} // namespace

std::span<const Reader* const> readers()
{
    static const CsvNetworkReader csv;
    static const GraphMlReader graphMl;
    static const EdgeListReader edgeList;
    static const std::array<const Reader*, 3> all{&csv, &graphMl, &edgeList};
    return all;
}

Result<SourceFile> loadFile(const std::filesystem::path& path, const ReadLimits& limits)
{
    SourceFile file;
    file.path = utf8Of(path);
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::fileNotFound, {file.path});
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::fileUnreadable, {file.path});
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::fileUnreadable, {file.path}, error.message());
    if (size > limits.fileBytes)
        return fail(ErrorCode::fileTooLarge, {file.path, std::to_string(limits.fileBytes), "fileBytes"});
    if (size == 0)
        return fail(ErrorCode::fileEmpty, {file.path});
    std::ifstream stream(path, std::ios::binary);
    file.bytes.resize(static_cast<std::size_t>(size));
    if (!stream.read(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size())))
        return fail(ErrorCode::fileUnreadable, {file.path});
    const bool isPacked = isGzip(file.bytes);
    if (isPacked) {
        WEAVEMAP_ASSIGN(file.bytes, gunzip(file.bytes, limits.fileBytes, file.path));
        if (file.bytes.empty())
            return fail(ErrorCode::fileEmpty, {file.path});
    }
    file.suffix = utf8Of(isPacked ? path.stem().extension() : path.extension());
    if (!file.suffix.empty())
        file.suffix.erase(0, 1);
    std::transform(file.suffix.begin(), file.suffix.end(), file.suffix.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return file;
}

Result<ImportedNetwork> readFile(const std::filesystem::path& path, const ReadOptions& options, const RunContext& run)
{
    WEAVEMAP_ASSIGN(SourceFile file, loadFile(path, options.limits));
    const Reader* reader = readerOf(file);
    if (reader == nullptr && isZip(file.bytes))
        return fail(ErrorCode::unknownFormat, {file.path});
    if (reader == nullptr && looksBinary(file.bytes))
        return fail(ErrorCode::notText, {file.path});
    // Whoever says what to take a file for gets it read as a sheet, whatever it is called.
    if (reader == nullptr && (file.suffix.empty() || options.as != ReadAs::detect))
        reader = readers().front();
    if (reader == nullptr)
        return fail(ErrorCode::unknownFormat, {file.path});
    return reader->read(std::move(file), options, run);
}

Result<Sheet> readSheet(const std::filesystem::path& path, const ReadOptions& options, const RunContext& run)
{
    WEAVEMAP_ASSIGN(SourceFile file, loadFile(path, options.limits));
    if (isZip(file.bytes))
        return fail(ErrorCode::unknownFormat, {file.path});
    WEAVEMAP_ASSIGN(const DecodedText text, decodeText(std::move(file.bytes), options.encoding, file.path));
    WEAVEMAP_ASSIGN(Sheet sheet, readCsv(text.text, options, file.path, run));
    sheet.facts.encoding = text.encoding;
    sheet.facts.encodingSure = text.sure;
    const SheetGuess guess = guessSheet(sheet, options.as, options.columns);
    if (guess.headerRow < sheet.rowCount()) {
        sheet.facts.headerLine = sheet.line(guess.headerRow);
        sheet.facts.headerRows = guess.firstDataRow - guess.headerRow;
        sheet.facts.writtenByWeavemap = guess.writtenByWeavemap;
        sheet.facts.columns = guess.headers;
    }
    return sheet;
}

} // namespace weavemap::exchange
