// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/Date.h"
#include "core/base/Result.h"

namespace weavemap::store {

/// What the store needs of the operating system beyond <filesystem>. Any thread.

std::string utf8Of(const std::filesystem::path& path);
std::filesystem::path pathOf(std::string_view utf8);

/// Makes an empty file that only its owner may read. fileExists, fileUnwritable, diskFull.
Result<> createPrivateFile(const std::filesystem::path& path);
/// Makes a folder that only its owner may enter, where it is not there yet.
Result<> createPrivateFolder(const std::filesystem::path& path);
/// Waits until the bytes of a file (and its name, in its folder) are on the disk.
Result<> syncFile(const std::filesystem::path& path);
/// Whether this process may write the file.
bool isWritable(const std::filesystem::path& path);
/// Gives `from` the name `to`, replacing what is there, and waits until that is on the disk.
Result<> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same for a name that must be free: fileExists where it is taken, also in the very moment.
Result<> nameDurably(const std::filesystem::path& from, const std::filesystem::path& to);
/// What a small file holds, at most 4096 bytes; empty where it cannot be read.
std::string smallFileContent(const std::filesystem::path& path);

/// Names in the file system: "2026-10-15 154012", local time.
std::string fileStamp(const Instant& when);

std::string hostName();
std::string userName();
std::int64_t processNumber();
/// When a process of this computer started, in the system's own count: tells a process from a later one with its
/// number. Empty where there is no such process, "?" where the system does not say.
std::string processStart(std::int64_t process);

} // namespace weavemap::store
