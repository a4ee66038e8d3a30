// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/CsvReader.h"

#include <algorithm>
#include <array>
#include <vector>

namespace weavemap::exchange {

namespace {

constexpr std::size_t kSniffBytes = 64 * 1024;
constexpr std::size_t kSniffRows = 200;
constexpr std::size_t kPollRows = 2048;

/// The state machine: hands out one cell after the other.
class Scanner
{
public:
    enum class Step { cell, lastOfRow, unclosed };

    Scanner(std::string_view text, char delimiter, std::size_t line = 1)
        : m_text(text), m_delimiter(delimiter), m_line(line)
    {}

    bool atEnd() const { return m_at >= m_text.size(); }
    std::size_t at() const { return m_at; }
    std::size_t line() const { return m_line; }
    /// Whether the last cell had text behind its closing quote.
    bool wasStray() const { return m_stray; }
    const std::array<std::size_t, 3>& lineEnds() const { return m_lineEnds; }

    Step next(std::string_view& cell)
    {
        m_stray = false;
        if (atEnd() || m_text[m_at] != '"') {
            cell = plainText();
            return terminator();
        }
        const std::size_t opened = m_line;
        if (!quoted(cell))
            return Step::unclosed;
        const std::string_view tail = plainText();
        if (!tail.empty()) {
            // A quote that opened some lines above and "closes" in the middle of a cell never was one: it would have
            // swallowed the rows between.
            if (m_line != opened) {
                m_line = opened;
                return Step::unclosed;
            }
            if (cell.data() != m_scratch.data())
                m_scratch.assign(cell);
            m_scratch.append(tail);
            cell = m_scratch;
            m_stray = true;
        }
        return terminator();
    }

private:
    std::string_view plainText()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n' && m_text[m_at] != '\r')
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    bool quoted(std::string_view& cell)
    {
        const std::size_t begin = m_at + 1;
        std::size_t from = begin;
        bool doubled = false;
        for (;;) {
            const std::size_t quote = m_text.find('"', from);
            if (quote == std::string_view::npos)
                return false;
            const bool isDoubled = quote + 1 < m_text.size() && m_text[quote + 1] == '"';
            if (isDoubled || doubled) {
                if (!doubled)
                    m_scratch.clear();
                m_scratch.append(m_text.substr(from, quote - from + (isDoubled ? 1 : 0)));
                doubled = true;
            }
            if (isDoubled) {
                from = quote + 2;
                continue;
            }
            cell = doubled ? std::string_view(m_scratch) : m_text.substr(begin, quote - begin);
            for (std::size_t i = begin; i < quote; ++i)
                if (m_text[i] == '\n' || (m_text[i] == '\r' && m_text[i + 1] != '\n'))
                    ++m_line;
            m_at = quote + 1;
            return true;
        }
    }

    Step terminator()
    {
        if (atEnd())
            return Step::lastOfRow;
        const char end = m_text[m_at++];
        if (end == m_delimiter)
            return Step::cell;
        ++m_line;
        if (end == '\r' && !atEnd() && m_text[m_at] == '\n') {
            ++m_at;
            ++m_lineEnds[static_cast<std::size_t>(LineEnd::crLf)];
        } else {
            ++m_lineEnds[static_cast<std::size_t>(end == '\r' ? LineEnd::cr : LineEnd::lf)];
        }
        return Step::lastOfRow;
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
    std::size_t m_line;
    bool m_stray = false;
    std::string m_scratch;
    std::array<std::size_t, 3> m_lineEnds{};
};

/// How well the first rows agree on a number of cells under one delimiter: share of rows, and that number.
struct Agreement
{
    double share = 0;
    std::size_t cells = 0;
};

Agreement agreementOf(std::string_view sample, char delimiter)
{
    Scanner scanner(sample, delimiter);
    std::vector<std::size_t> counts;
    while (!scanner.atEnd() && counts.size() < kSniffRows) {
        std::size_t cells = 0;
        bool anyText = false;
        std::string_view cell;
        Scanner::Step step;
        do {
            step = scanner.next(cell);
            ++cells;
            anyText = anyText || !cell.empty();
        } while (step == Scanner::Step::cell);
        if (step == Scanner::Step::unclosed)
            break;
        if (anyText)
            counts.push_back(cells);
    }
    Agreement best;
    for (const std::size_t candidate : counts) {
        if (candidate < 2)
            continue;
        const auto same = static_cast<double>(std::count(counts.begin(), counts.end(), candidate));
        const double share = same / static_cast<double>(counts.size());
        if (share > best.share || (share == best.share && candidate > best.cells))
            best = {share, candidate};
    }
    return best;
}

/// A first line such as `sep=;`, which spreadsheets write to name the delimiter: its length with the line end, or 0.
std::size_t sepLine(std::string_view text, char& delimiter)
{
    std::string_view rest = text;
    const bool isQuoted = rest.starts_with('"');
    if (isQuoted)
        rest.remove_prefix(1);
    if (!rest.starts_with("sep=") && !rest.starts_with("SEP=") && !rest.starts_with("Sep="))
        return 0;
    rest.remove_prefix(4);
    if (rest.empty() || rest[0] == '\r' || rest[0] == '\n' || rest[0] == '"')
        return 0;
    const char named = rest[0];
    rest.remove_prefix(1);
    if (isQuoted && rest.starts_with('"'))
        rest.remove_prefix(1);
    if (rest.starts_with("\r\n"))
        rest.remove_prefix(2);
    else if (rest.starts_with('\n') || rest.starts_with('\r'))
        rest.remove_prefix(1);
    else if (!rest.empty())
        return 0;
    delimiter = named;
    return text.size() - rest.size();
}

/// `unit`: what there is too much of.
tl::unexpected<Error> tooLarge(const std::string& path, std::size_t limit, const char* unit)
{
    return fail(ErrorCode::fileTooLarge, {path, std::to_string(limit), unit});
}

} // namespace

char sniffDelimiter(std::string_view utf8)
{
    const std::string_view sample = utf8.substr(0, kSniffBytes);
    char best = ',';
    Agreement bestAgreement;
    for (const char candidate : {',', ';', '\t'}) {
        const Agreement agreement = agreementOf(sample, candidate);
        if (agreement.share > bestAgreement.share ||
            (agreement.share == bestAgreement.share && agreement.cells > bestAgreement.cells)) {
            best = candidate;
            bestAgreement = agreement;
        }
    }
    return best;
}

Result<Sheet> readCsv(std::string_view utf8, const ReadOptions& options, const std::string& path, const RunContext& run)
{
    const ReadLimits& limits = options.limits;
    char named = '\0';
    const std::size_t skipped = sepLine(utf8, named);
    const std::string_view text = utf8.substr(skipped);

    Sheet sheet;
    sheet.facts.format = "csv";
    sheet.facts.delimiter = options.delimiter != '\0' ? options.delimiter
                            : named != '\0'           ? named
                                                      : sniffDelimiter(text);
    Scanner scanner(text, sheet.facts.delimiter, skipped == 0 ? 1 : 2);
    const std::size_t reportStep = text.size() / 50 + 1;
    std::size_t nextReport = reportStep;
    while (!scanner.atEnd()) {
        if (sheet.rowCount() % kPollRows == 0 && run.cancelled())
            return fail(ErrorCode::cancelled);
        if (scanner.at() >= nextReport) {
            run.progress(static_cast<double>(scanner.at()) / static_cast<double>(text.size()));
            nextReport += reportStep;
        }
        if (sheet.rowCount() >= limits.rows)
            return tooLarge(path, limits.rows, "rows");
        const std::size_t line = scanner.line();
        sheet.beginRow(line);
        Scanner::Step step;
        std::size_t columns = 0;
        do {
            std::string_view cell;
            step = scanner.next(cell);
            if (step == Scanner::Step::unclosed)
                return fail(ErrorCode::unclosedQuote, {path, std::to_string(scanner.line())});
            if (cell.size() > limits.cellBytes)
                return tooLarge(path, limits.cellBytes, "cellBytes");
            if (++columns > limits.columns)
                return tooLarge(path, limits.columns, "columns");
            if (sheet.totalCells() >= limits.cells)
                return tooLarge(path, limits.cells, "cells");
            sheet.addCell(cell);
            if (scanner.wasStray())
                sheet.issues.push_back({line, Error(ErrorCode::strayQuote)});
        } while (step == Scanner::Step::cell);
    }
    const auto& ends = scanner.lineEnds();
    const auto mostly = std::max_element(ends.begin(), ends.end()) - ends.begin();
    sheet.facts.lineEnd = static_cast<LineEnd>(mostly);
    run.progress(1.0);
    return sheet;
}

} // namespace weavemap::exchange
