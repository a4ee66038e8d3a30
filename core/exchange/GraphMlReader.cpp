// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/GraphMlReader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/exchange/GraphMlParser.h"
#include "core/exchange/TextDecoder.h"

namespace weavemap::exchange {

namespace {

constexpr std::size_t kProbe = 4096;

/// The first bytes without the zeros of UTF-16, to look for names in.
std::string probeOf(const SourceFile& file)
{
    std::string probe = file.bytes.substr(0, kProbe);
    std::erase(probe, '\0');
    return probe;
}

/// The encoding that the XML declaration names; empty: none, or one that the bytes themselves show.
std::string declaredEncoding(const SourceFile& file)
{
    const std::string_view head = std::string_view(file.bytes).substr(0, 200);
    const std::size_t end = head.find("?>");
    if (!head.starts_with("<?xml") || end == std::string_view::npos)
        return {};
    std::size_t at = head.substr(0, end).find("encoding");
    if (at == std::string_view::npos)
        return {};
    at = head.find_first_of("'\"", at);
    const std::size_t close = at < end ? head.find(head[at], at + 1) : std::string_view::npos;
    if (close == std::string_view::npos || close > end)
        return {};
    std::string name(head.substr(at + 1, close - at - 1));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name.starts_with("UTF-16") ? std::string() : name;
}

} // namespace

Claim GraphMlReader::claims(const SourceFile& file) const
{
    if (probeOf(file).find("<graphml") != std::string::npos)
        return Claim::byContent;
    return file.suffix == "graphml" ? Claim::bySuffix : Claim::no;
}

Result<ImportedNetwork> GraphMlReader::read(SourceFile file, const ReadOptions& options, const RunContext& run) const
{
    std::string encoding = options.encoding.empty() ? declaredEncoding(file) : options.encoding;
    // XML without a declared encoding is UTF-8 (or UTF-16 with a mark): nothing to guess.
    const bool isMarked = file.bytes.starts_with("\xFF\xFE") || file.bytes.starts_with("\xFE\xFF");
    const bool isWide = file.bytes.substr(0, 4).find('\0') != std::string::npos;
    if (encoding.empty() && !isMarked && !isWide)
        encoding = "UTF-8";
    const std::string path = file.path;
    WEAVEMAP_ASSIGN(const DecodedText text, decodeText(std::move(file.bytes), encoding, path));
    GraphMlParser parser(path, options);
    WEAVEMAP_ASSIGN(ImportedNetwork network, parser.parse(text.text, run));
    network.facts.encoding = text.encoding;
    network.facts.encodingSure = text.sure;
    return network;
}

} // namespace weavemap::exchange
