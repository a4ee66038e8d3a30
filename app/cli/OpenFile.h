// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/cli/Failure.h"
#include "core/actions/Import.h"
#include "core/actions/NetworkData.h"
#include "core/exchange/ReadOptions.h"
#include "core/store/Workspace.h"

namespace weavemap::cli {

/// A path as the shell handed it over.
std::filesystem::path pathOf(const std::string& bytes);
/// The day of today where this computer is.
Date today();

/// What a reading command works on: a workspace opened to be read, or one made in memory from another program's file.
class ReadableFile
{
public:
    store::Workspace& workspace() { return *m_workspace; }
    store::Records& records() { return m_workspace->records(); }
    /// Whether FILE was imported for the moment: ids are made up then, source ids are the file's own.
    bool isForeign() const { return m_isForeign; }

private:
    friend Got<ReadableFile> openToRead(const std::string& path, exchange::TieDirection direction);
    std::unique_ptr<store::Workspace> m_workspace;
    bool m_isForeign = false;
};

Got<ReadableFile> openToRead(const std::string& path,
                             exchange::TieDirection direction = exchange::TieDirection::asTheFileSays);

/// Only the network of a file, as of a date. What is in another program's file is not stored anywhere on the way, not
/// in memory either: that takes several times as long as reading it.
Got<actions::NetworkData> openNetwork(const std::string& path, Date on, exchange::TieDirection direction);

/// Opens a workspace to change it; an error that says why where that cannot be.
Got<std::unique_ptr<store::Workspace>> openToWrite(const std::string& path, const std::string& author = {});

/// The error that stands for being read-only.
Error errorOf(const store::ReadOnlyReason& reason, const std::string& path);

/// Whether a file is there and holds a database, so that it is opened and not imported.
bool isDatabase(const std::filesystem::path& path);

} // namespace weavemap::cli
