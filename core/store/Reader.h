// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/store/Records.h"

namespace weavemap::store {

/// A connection that only reads, for one thread; made by `Workspace::openReader`. Sees each committed change as soon as
/// it is committed. May outlive the Workspace.
class Reader
{
public:
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Records& records();
    /// Runs several reads on one state of the data.
    Result<> snapshot(const std::function<Result<>(Records&)>& fn);
    /// The revision the data has now.
    Result<std::uint64_t> revision();
    /// Looks through every page and row for damage, as opening does where it must (`Workspace::isChecked`): for a job.
    /// workspaceDamaged with the newest sound backup; cancelled. Reads the whole file.
    Result<> verify(const RunContext& run = {});

private:
    friend class Workspace;
    struct Private;
    explicit Reader(std::unique_ptr<Private> p);
    /// `immutable`: the file is in a folder where nothing can be written. `memory`: `path` is a name in memory.
    enum class Place { ordinary, immutable, memory };
    static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path, Place place);
    static Result<std::uint64_t> revisionIn(Database& database);
    std::unique_ptr<Private> d;
};

} // namespace weavemap::store
