// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <string>
#include <system_error>

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/store/Backups.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string textOf(const fs::path& path) { return ui::toUtf8(ui::pathText(path)); }

Done runCheck(const Arguments& arguments)
{
    CLI_ASSIGN(ReadableFile file, openToRead(arguments.words().front()));
    CLI_ASSIGN(const store::CheckReport report, file.workspace().check(runContext()));
    if (arguments.has("--json")) {
        Json json{{"ok", report.ok},
                  {"digest", report.digest},
                  {"people", report.people},
                  {"ties", report.ties},
                  {"conversations", report.conversations},
                  {"steps", report.steps},
                  {"last_backup", nullptr},
                  {"problems", report.problems}};
        if (report.lastBackup)
            json["last_backup"] = report.lastBackup->toIsoLocal();
        if (auto printed = printJson(json); !printed)
            return printed;
    }
    if (!report.ok)
        return notDone(text("%1 is damaged. Nothing was changed; restore puts a backup in its place.")
                           .arg(inQuotes(arguments.words().front())));
    if (!arguments.has("--json"))
        say(text("%1 is sound: %2, %3, %4.")
                .arg(inQuotes(arguments.words().front()), counted("%Ln person", "%Ln people", report.people),
                     counted("%Ln tie", "%Ln ties", report.ties),
                     counted("%Ln conversation", "%Ln conversations", report.conversations)));
    return {};
}

Done listBackups(const Arguments& arguments)
{
    const auto backups = store::Backups(fs::absolute(pathOf(arguments.words().front()))).list();
    Json list = Json::array();
    std::string lines;
    for (const fs::path& path : backups) {
        list.push_back(textOf(path));
        lines += textOf(path) + "\n";
    }
    return arguments.has("--json") ? printJson(Json{{"backups", std::move(list)}}) : print(lines);
}

Done runBackup(const Arguments& arguments)
{
    if (arguments.has("--list"))
        return listBackups(arguments);
    const std::string& path = arguments.words().front();
    if (!isDatabase(pathOf(path)))
        return same(Error(fs::exists(pathOf(path)) ? ErrorCode::notAWorkspace : ErrorCode::fileNotFound, {path}));
    CLI_ASSIGN(ReadableFile file, openToRead(path));
    const fs::path to = arguments.words().size() > 1 ? fs::absolute(pathOf(arguments.words()[1])) : fs::path();
    CLI_ASSIGN(const fs::path written, file.workspace().backup(to, runContext()));
    if (arguments.has("--json"))
        return printJson(Json{{"backup", textOf(written)}});
    say(text("A checked copy is at %1.").arg(inQuotes(textOf(written))));
    return {};
}

Done runRestore(const Arguments& arguments)
{
    const std::string& path = arguments.words().front();
    const fs::path file = pathOf(path);
    const fs::path backup =
        arguments.words().size() > 1 ? pathOf(arguments.words()[1]) : store::Backups(fs::absolute(file)).newestSound();
    if (backup.empty())
        return same(Error(ErrorCode::noBackup, {path}));
    std::error_code error;
    if (!fs::exists(backup, error))
        return same(Error(ErrorCode::fileNotFound, {textOf(backup)}));
    CLI_ASSIGN(const fs::path aside, store::restoreBackup(backup, file));
    if (arguments.has("--json"))
        return printJson(
            Json{{"restored", textOf(backup)}, {"set_aside", aside.empty() ? Json(nullptr) : Json(textOf(aside))}});
    say(text("%1 is in the place of %2.").arg(inQuotes(textOf(backup)), inQuotes(path)));
    if (!aside.empty())
        say(text("The file as it was is kept at %1.").arg(inQuotes(textOf(aside))));
    return {};
}

constexpr OptionSpec kJsonOption[]{{"--json"}};
constexpr OptionSpec kBackupOptions[]{{"--list"}, {"--json"}};

} // namespace

const Command kCheckCommand{"check",
                            QT_TRANSLATE_NOOP("Terminal", "Says whether a file is sound, and the digest of its data."),
                            "check FILE [--json]",
                            kJsonOption,
                            1,
                            1,
                            runCheck};
const Command kBackupCommand{"backup",
                             QT_TRANSLATE_NOOP("Terminal", "Writes a checked copy, beside the file or to OUT."),
                             "backup FILE [OUT] [--list] [--json]",
                             kBackupOptions,
                             1,
                             2,
                             runBackup};
const Command kRestoreCommand{
    "restore",
    QT_TRANSLATE_NOOP("Terminal", "Puts a backup, the newest sound one by itself, in the place of FILE."),
    "restore FILE [BACKUP] [--json]",
    kJsonOption,
    1,
    2,
    runRestore};

} // namespace weavemap::cli
