// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OpenFile.h"

#include <array>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/PlannedNetwork.h"
#include "core/base/Id.h"
#include "core/exchange/Reader.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& bytes)
{
#ifdef _WIN32
    return fs::path(std::u8string(bytes.begin(), bytes.end()));
#else
    return fs::path(bytes);
#endif
}

Date today() { return SystemClock().today(); }

bool isDatabase(const fs::path& path)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return false; // reading from a pipe would wait for somebody to write
    std::array<char, 16> head{};
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), head.size()) && std::string_view(head.data(), head.size()) == magic;
}

Error errorOf(const store::ReadOnlyReason& reason, const std::string& path)
{
    using Kind = store::ReadOnlyReason::Kind;
    switch (reason.kind) {
    case Kind::lockedByOther:
        return Error(ErrorCode::workspaceLocked, {path, reason.holder});
    case Kind::newerVersion:
        return Error(ErrorCode::workspaceNewer, {path, "readable"});
    case Kind::foreignSchema:
        return Error(ErrorCode::workspaceForeign, {path});
    case Kind::diskFull:
        return Error(ErrorCode::diskFull, {path});
    case Kind::asked:
    case Kind::fileReadOnly:
        break;
    }
    return Error(ErrorCode::workspaceReadOnly, {path});
}

namespace {

/// What importing a file into an empty network would store.
Result<actions::ImportPlan> planForNow(const fs::path& source, exchange::TieDirection direction, IdMint& ids)
{
    exchange::ReadOptions options;
    options.direction = direction;
    WEAVEMAP_ASSIGN(const exchange::ImportedNetwork network, exchange::readFile(source, options, runContext()));
    actions::ImportBasis basis;
    actions::ImportOptions import;
    import.fileName = ui::toUtf8(ui::pathText(source.filename()));
    import.on = today();
    return actions::planImport(basis, network, import, ids);
}

/// In memory: what is in the file is confidential, and a folder for the moment would stay if the program were killed.
Result<std::unique_ptr<store::Workspace>> importForNow(const fs::path& source, exchange::TieDirection direction)
{
    WEAVEMAP_ASSIGN(auto workspace, store::Workspace::createInMemory());
    WEAVEMAP_ASSIGN(const actions::ImportPlan plan, planForNow(source, direction, workspace->ids()));
    // A change and not an unrecorded write: what is searched for must be indexed.
    WEAVEMAP_TRY(workspace->change(ui::toUtf8(ui::pathText(source.filename())),
                                   [&plan](store::Records& records) { return actions::commitImport(records, plan); }));
    return workspace;
}

bool isOwnFile(const fs::path& file) { return isDatabase(file) || file.extension() == ".weavemap"; }

} // namespace

Got<ReadableFile> openToRead(const std::string& path, exchange::TieDirection direction)
{
    const fs::path file = pathOf(path);
    ReadableFile result;
    std::error_code error;
    if (!fs::exists(file, error))
        return same(Error(ErrorCode::fileNotFound, {path}));
    if (isOwnFile(file)) {
        store::OpenOptions options;
        options.access = store::Access::readOnly;
        options.backup = store::OpenOptions::Backup::none;
        CLI_ASSIGN(result.m_workspace, store::Workspace::open(file, options));
        return result;
    }
    CLI_ASSIGN(result.m_workspace, importForNow(file, direction));
    result.m_isForeign = true;
    return result;
}

Got<actions::NetworkData> openNetwork(const std::string& path, Date on, exchange::TieDirection direction)
{
    const fs::path file = pathOf(path);
    std::error_code error;
    if (fs::exists(file, error) && !isOwnFile(file)) {
        IdMint ids;
        CLI_ASSIGN(actions::ImportPlan plan, planForNow(file, direction, ids));
        CLI_ASSIGN(actions::NetworkData data, actions::plannedNetwork(std::move(plan)));
        return data;
    }
    CLI_ASSIGN(ReadableFile stored, openToRead(path, direction));
    CLI_ASSIGN(actions::NetworkData data, actions::readNetwork(stored.records(), on));
    return data;
}

Got<std::unique_ptr<store::Workspace>> openToWrite(const std::string& path, const std::string& author)
{
    const fs::path file = pathOf(path);
    std::error_code error;
    if (!fs::exists(file, error))
        return same(Error(ErrorCode::fileNotFound, {path}));
    store::OpenOptions options;
    options.author = author;
    CLI_ASSIGN(auto workspace, store::Workspace::open(file, options));
    if (const auto& reason = workspace->readOnly())
        return same(errorOf(*reason, path));
    return workspace;
}

} // namespace weavemap::cli
