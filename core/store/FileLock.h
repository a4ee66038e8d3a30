// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/Result.h"

namespace weavemap::store {

/// The right to write one workspace: `FILE.lock` beside it, with host, user, process and the process's start. Given
/// back when it is destroyed. A lock whose process of this host has ended is stale and is taken over; one of another
/// host is never, since nobody here can tell. Any thread.
class FileLock
{
public:
    /// What became of asking for it.
    struct Outcome
    {
        std::unique_ptr<FileLock> lock; ///< empty where somebody else has it
        std::string holder;             ///< "user@host" of who has it
    };

    /// fileUnwritable or diskFull where no lock file can be made.
    static Result<Outcome> acquire(const std::filesystem::path& workspace);
    /// Who has it now, stale locks left out.
    static std::optional<std::string> holderOf(const std::filesystem::path& workspace);
    static std::filesystem::path pathFor(const std::filesystem::path& workspace);

    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    FileLock(std::filesystem::path path, std::string content);
    std::filesystem::path m_path;
    std::string m_content;
};

} // namespace weavemap::store
