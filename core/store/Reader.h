// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "core/base/Result.h"
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

private:
    friend class Workspace;
    struct Private;
    explicit Reader(std::unique_ptr<Private> p);
    /// `immutable`: the file is in a folder where nothing can be written.
    enum class Place { ordinary, immutable };
    static Result<std::unique_ptr<Reader>> open(const std::filesystem::path& path, Place place);
    static Result<std::uint64_t> revisionIn(Database& database);
    std::unique_ptr<Private> d;
};

} // namespace weavemap::store
