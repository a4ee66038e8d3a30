// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <QStringList>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/Import.h"
#include "core/exchange/Reader.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Words.h"

namespace weavemap::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostRowsSaid = 20;

struct Source
{
    std::string name; ///< without folders
    exchange::ImportedNetwork network;
    actions::ImportPlan plan;
};

Got<exchange::ReadOptions> readOptions(const Arguments& arguments)
{
    using exchange::ReadAs;
    static constexpr std::pair<std::string_view, ReadAs> kKinds[]{
        {"auto", ReadAs::detect}, {"members", ReadAs::members}, {"ties", ReadAs::ties}, {"matrix", ReadAs::matrix}};
    exchange::ReadOptions options;
    CLI_ASSIGN(options.as, oneOf(arguments, "--as", kKinds, ReadAs::detect));
    if (arguments.has("--directed"))
        options.direction = exchange::TieDirection::directed;
    for (const std::string& pair : arguments.values("--map")) {
        const auto equals = pair.find('=');
        const auto field = exchange::fieldFromName(std::string_view(pair).substr(0, equals));
        if (equals == std::string::npos || !field)
            return badValue(
                "--map", pair,
                text("FIELD=COLUMN with a field such as id, name, firstName, lastName, email, phone, role, school, "
                     "region, level, joined, left, contactPreference, source, target, weight, contact, since"));
        options.columns.insert_or_assign(*field, pair.substr(equals + 1));
    }
    return options;
}

QString rowSentence(const actions::ImportRow& row)
{
    const QString why = row.reason ? ui::rowSentence(*row.reason, row.fate == actions::RowFate::rejected) : QString();
    return text("Line %1: %2").arg(row.line).arg(why);
}

Json resultJson(const std::vector<Source>& sources, bool dryRun)
{
    std::size_t people = 0, ties = 0, merged = 0, loops = 0, newPeople = 0, newTies = 0, newArcs = 0, matchedPeople = 0,
                matchedTies = 0;
    Json rejected = Json::array(), doubtful = Json::array(), notices = Json::array(), leftOut = Json::array();
    for (const Source& source : sources) {
        const actions::ImportPlan& plan = source.plan;
        people += plan.statedPeople;
        ties += plan.statedTies;
        merged += plan.merged;
        loops += plan.selfLoops;
        newPeople += plan.newPeople;
        newTies += plan.newTies;
        newArcs += plan.newArcs;
        matchedPeople += plan.matchedPeople;
        matchedTies += plan.matchedTies;
        const auto entry = [&](std::size_t line, const Error& reason, bool isLeftOut) {
            Json row{{"line", line}, {"reason", ui::toUtf8(ui::rowSentence(reason, isLeftOut))}};
            if (sources.size() > 1)
                row["source"] = source.name;
            return row;
        };
        for (const actions::ImportRow& row : plan.rows) {
            for (const auto& [written, name] : row.takenFor) {
                Json taken{{"line", row.line}, {"reason", ui::toUtf8(ui::takenForSentence(written, name))}};
                if (sources.size() > 1)
                    taken["source"] = source.name;
                notices.push_back(std::move(taken));
            }
            if (!row.reason)
                continue;
            if (row.fate == actions::RowFate::rejected)
                rejected.push_back(entry(row.line, *row.reason, true));
            else if (row.fate == actions::RowFate::doubtful)
                doubtful.push_back(entry(row.line, *row.reason, false));
        }
        for (const std::string& column : plan.leftOutColumns)
            if (std::find(leftOut.begin(), leftOut.end(), column) == leftOut.end())
                leftOut.push_back(column);
        for (const exchange::RowIssue& notice : plan.notices)
            notices.push_back(entry(notice.line, notice.reason, false));
    }
    return Json{{"people", people},
                {"ties", ties},
                {"stored", Json{{"people", newPeople}, {"ties", newTies}, {"arcs", newArcs}}},
                {"matched", Json{{"people", matchedPeople}, {"ties", matchedTies}}},
                {"merged", merged},
                {"self_loops", loops},
                {"rejected", std::move(rejected)},
                {"doubtful", std::move(doubtful)},
                {"notices", std::move(notices)},
                {"left_out_columns", std::move(leftOut)},
                {"dry_run", dryRun}};
}

/// Whether a month or a year was taken for its first day.
bool isRoundedDate(const exchange::RowIssue& notice)
{
    return notice.reason.code == ErrorCode::badDate && notice.reason.args.size() > 1;
}

/// By line, but rounded dates behind everything else: a column of years would leave no place for what is rare.
void sayNotices(std::vector<exchange::RowIssue> notices)
{
    std::stable_partition(notices.begin(), notices.end(),
                          [](const exchange::RowIssue& notice) { return !isRoundedDate(notice); });
    const std::size_t most = std::min(notices.size(), kMostRowsSaid);
    for (std::size_t i = 0; i < most; ++i) {
        const QString sentence = ui::rowSentence(notices[i].reason, false);
        say(notices[i].line == 0 ? sentence : text("Line %1: %2").arg(notices[i].line).arg(sentence));
    }
    if (notices.size() > most)
        say(counted("%Ln more thing was noticed in this file; --json lists them all.",
                    "%Ln more things were noticed in this file; --json lists them all.", notices.size() - most));
}

void sayResult(const Source& source, bool dryRun)
{
    const actions::ImportPlan& plan = source.plan;
    const QString people = ui::peopleCount(static_cast<int>(plan.newPeople));
    const QString ties = counted("%Ln tie", "%Ln ties", plan.newTies);
    say((dryRun ? text("%1 would add %2 and %3.") : text("%1 added %2 and %3."))
            .arg(inQuotes(source.name), people, ties));
    if (plan.sameFileAgain)
        say(text("The same ties were imported before; they were not added up again."));
    if (plan.selfLoops > 0)
        say(counted("%Ln tie of a person with themselves was left out.",
                    "%Ln ties of a person with themselves were left out.", plan.selfLoops));
    if (!plan.leftOutColumns.empty()) {
        QStringList columns;
        for (const std::string& column : plan.leftOutColumns)
            columns << inQuotes(column);
        say(text("Not stored, since a tie has no place for it: %1.").arg(columns.join(QStringLiteral(", "))));
    }
    std::size_t said = 0;
    for (const actions::ImportRow& row : plan.rows) {
        if (row.fate != actions::RowFate::rejected || ++said > kMostRowsSaid)
            continue;
        say(rowSentence(row));
    }
    std::size_t taken = 0;
    for (const actions::ImportRow& row : plan.rows)
        for (const auto& [written, name] : row.takenFor)
            if (++taken <= kMostRowsSaid)
                say(text("Line %1: %2").arg(row.line).arg(ui::takenForSentence(written, name)));
    if (taken > kMostRowsSaid)
        say(counted("%Ln more name was taken for somebody's; --json lists them all.",
                    "%Ln more names were taken for somebody's; --json lists them all.", taken - kMostRowsSaid));
    sayNotices(plan.notices);
    if (said > kMostRowsSaid)
        say(counted("%Ln more row was left out; --json lists them all.",
                    "%Ln more rows were left out; --json lists them all.", said - kMostRowsSaid));
}

Got<std::vector<Source>> readSources(const Arguments& arguments, const exchange::ReadOptions& options)
{
    std::vector<Source> sources;
    for (std::size_t i = 1; i < arguments.words().size(); ++i) {
        const fs::path path = pathOf(arguments.words()[i]);
        Source source;
        source.name = ui::toUtf8(ui::pathText(path.filename()));
        CLI_ASSIGN(source.network, exchange::readFile(path, options, runContext()));
        sources.push_back(std::move(source));
    }
    return sources;
}

Done planAll(std::vector<Source>& sources, const Arguments& arguments, actions::ImportBasis basis, IdMint& ids)
{
    actions::ImportOptions options;
    options.on = today();
    if (arguments.has("--depth")) {
        CLI_ASSIGN(const long long depth, wholeNumber(arguments, "--depth", 3, 0, 4));
        options.depth = static_cast<TieDepth>(depth);
    }
    for (Source& source : sources) {
        options.fileName = source.name;
        CLI_ASSIGN(source.plan, actions::planImport(basis, source.network, options, ids));
    }
    return {};
}

Done finish(const std::vector<Source>& sources, const Arguments& arguments)
{
    const bool dryRun = arguments.has("--dry-run");
    if (arguments.has("--json"))
        return printJson(resultJson(sources, dryRun));
    for (const Source& source : sources)
        sayResult(source, dryRun);
    return {};
}

Result<> store(store::Workspace& workspace, const std::vector<Source>& sources)
{
    const QString first = shown(sources.front().name);
    const QString label =
        sources.size() == 1
            ? text("Import %1").arg(first)
            : counted("Import %1 and %Ln more", "Import %1 and %Ln more", sources.size() - 1).arg(first);
    return workspace
        .change(ui::toUtf8(label),
                [&sources](store::Records& records) -> Result<> {
                    for (const Source& source : sources)
                        WEAVEMAP_TRY(actions::commitImport(records, source.plan));
                    return {};
                })
        .map([](const store::ChangeSet&) {});
}

Done importIntoNew(const fs::path& file, std::vector<Source>& sources, const Arguments& arguments)
{
    if (arguments.has("--dry-run")) {
        IdMint ids;
        if (auto planned = planAll(sources, arguments, {}, ids); !planned)
            return planned;
        return finish(sources, arguments);
    }
    Done done;
    {
        store::OpenOptions options;
        options.author = arguments.value("--me").value_or("");
        options.backup = store::OpenOptions::Backup::none;
        CLI_ASSIGN(const auto workspace, store::Workspace::create(file, options));
        done = planAll(sources, arguments, {}, workspace->ids());
        if (done)
            if (auto stored = store(*workspace, sources); !stored)
                done = same(stored.error());
    }
    if (done)
        return finish(sources, arguments);
    // What could not be filled must not stay behind as an empty file.
    std::error_code ignored;
    for (const char* const suffix : {"", "-wal", "-shm", ".lock"}) {
        fs::path beside = file;
        fs::remove(beside += suffix, ignored);
    }
    return done;
}

Done runImport(const Arguments& arguments)
{
    CLI_ASSIGN(const exchange::ReadOptions options, readOptions(arguments));
    const fs::path file = pathOf(arguments.words().front());
    // Read before anything is opened or made: a source that cannot be read changes nothing.
    CLI_ASSIGN(std::vector<Source> sources, readSources(arguments, options));
    std::error_code error;
    if (!fs::exists(file, error))
        return importIntoNew(file, sources, arguments);

    if (arguments.has("--dry-run")) {
        store::OpenOptions open;
        open.access = store::Access::readOnly;
        open.backup = store::OpenOptions::Backup::none;
        CLI_ASSIGN(const auto workspace, store::Workspace::open(file, open));
        CLI_ASSIGN(actions::ImportBasis basis, actions::readImportBasis(workspace->records()));
        if (auto planned = planAll(sources, arguments, std::move(basis), workspace->ids()); !planned)
            return planned;
        return finish(sources, arguments);
    }
    CLI_ASSIGN(const auto workspace, openToWrite(arguments.words().front(), arguments.value("--me").value_or("")));
    CLI_ASSIGN(actions::ImportBasis basis, actions::readImportBasis(workspace->records()));
    if (auto planned = planAll(sources, arguments, std::move(basis), workspace->ids()); !planned)
        return planned;
    if (auto stored = store(*workspace, sources); !stored)
        return same(stored.error());
    return finish(sources, arguments);
}

constexpr OptionSpec kOptions[]{{"--as", Takes::value},         {"--map", Takes::value},
                                {"--directed", Takes::nothing}, {"--depth", Takes::value},
                                {"--dry-run", Takes::nothing},  {"--json", Takes::nothing},
                                {"--me", Takes::value}};

} // namespace

const Command kImportCommand{
    "import",
    QT_TRANSLATE_NOOP("Terminal", "Brings people and ties from other programs' files; makes FILE where it is missing."),
    "import FILE SOURCE... [--as auto|members|ties|matrix] [--map FIELD=COLUMN]... [--directed] [--depth 0..4] "
    "[--dry-run] [--me NAME] [--json]",
    kOptions,
    2,
    100000,
    runImport};

} // namespace weavemap::cli
