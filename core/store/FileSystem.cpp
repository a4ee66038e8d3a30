// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/FileSystem.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

Error errorOf(int number, const fs::path& path)
{
    const std::string words = std::generic_category().message(number);
    switch (number) {
    case EEXIST:
        return {ErrorCode::fileExists, {utf8Of(path)}, words};
    case ENOENT:
        return {ErrorCode::fileNotFound, {utf8Of(path)}, words};
    case ENOSPC:
        return {ErrorCode::diskFull, {utf8Of(path)}, words};
    default:
        return {ErrorCode::fileUnwritable, {utf8Of(path)}, words};
    }
}

} // namespace

std::string utf8Of(const fs::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

fs::path pathOf(std::string_view utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

Result<> createPrivateFile(const fs::path& path)
{
#ifdef _WIN32
    const int file = _wopen(path.c_str(), _O_CREAT | _O_EXCL | _O_RDWR | _O_BINARY, _S_IREAD | _S_IWRITE);
    if (file < 0)
        return fail(errorOf(errno, path));
    _close(file);
#else
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(errorOf(errno, path));
    ::close(file);
#endif
    return {};
}

Result<> createPrivateFolder(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return {};
    if (!fs::create_directory(path, error) && error)
        return fail(errorOf(error.value(), path));
    fs::permissions(path, fs::perms::owner_all, error);
    return {};
}

Result<> syncFile(const fs::path& path)
{
#ifndef _WIN32
    for (const fs::path& one : {path, path.parent_path()}) {
        const int file = ::open(one.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            return fail(errorOf(errno, one));
        const int code = ::fsync(file);
        const int number = errno;
        ::close(file);
        // Some file systems cannot sync a folder; the file itself must be.
        if (code != 0 && number != EINVAL)
            return fail(errorOf(number, one));
    }
#else
    const int file = _wopen(path.c_str(), _O_RDWR | _O_BINARY);
    if (file < 0)
        return fail(errorOf(errno, path));
    const int code = _commit(file);
    const int number = errno;
    _close(file);
    if (code != 0)
        return fail(errorOf(number, path));
#endif
    return {};
}

bool isWritable(const fs::path& path)
{
#ifdef _WIN32
    return _waccess(path.c_str(), 2) == 0;
#else
    // The effective user counts, not the real one.
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
#endif
}

Result<> renameDurably(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return fail(errorOf(error.value(), to));
    return syncFile(to);
}

Result<> nameDurably(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_hard_link(from, to, error);
    if (!error) {
        fs::remove(from, error);
        return syncFile(to);
    }
    std::error_code ignored;
    if (error == std::errc::file_exists || fs::exists(to, ignored))
        return fail(ErrorCode::fileExists, {utf8Of(to)});
    return renameDurably(from, to); // a file system without links
}

std::string smallFileContent(const fs::path& path)
{
    // Not by iterators: they throw where a read fails, as of a folder or a process that has just ended.
    std::array<char, 4096> buffer{};
    std::ifstream file(path, std::ios::binary);
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    return {buffer.data(), static_cast<std::size_t>(file.gcount())};
}

std::string fileStamp(const Instant& when)
{
    const std::int64_t localSeconds = when.unixMs / 1000 + std::int64_t{60} * when.zoneMinutes;
    const int seconds = static_cast<int>(((localSeconds % 60) + 60) % 60);
    const int minutes = when.localMinuteOfDay();
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "%02d%02d%02d", minutes / 60, minutes % 60, seconds);
    return when.localDate().toIso() + ' ' + time.data();
}

std::string hostName()
{
    std::array<char, 256> name{};
#ifdef _WIN32
    DWORD size = static_cast<DWORD>(name.size());
    if (GetComputerNameA(name.data(), &size) == 0)
        return "?";
#else
    if (::gethostname(name.data(), name.size() - 1) != 0)
        return "?";
#endif
    return name.data();
}

std::string userName()
{
#ifdef _WIN32
    const char* name = std::getenv("USERNAME");
    return name != nullptr ? name : "?";
#else
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return found->pw_name;
    return std::to_string(::geteuid());
#endif
}

std::int64_t processNumber()
{
#ifdef _WIN32
    return static_cast<std::int64_t>(GetCurrentProcessId());
#else
    return ::getpid();
#endif
}

std::string processStart(std::int64_t process)
{
#ifdef _WIN32
    const HANDLE handle = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(process));
    if (handle == nullptr)
        return GetLastError() == ERROR_INVALID_PARAMETER ? "" : "?";
    FILETIME start, end, kernel, user;
    DWORD exitCode = 0;
    const bool known = GetProcessTimes(handle, &start, &end, &kernel, &user) != 0;
    const bool alive = GetExitCodeProcess(handle, &exitCode) != 0 && exitCode == STILL_ACTIVE;
    CloseHandle(handle);
    if (!alive)
        return "";
    return known ? std::to_string(start.dwHighDateTime) + "." + std::to_string(start.dwLowDateTime) : "?";
#else
    if (process <= 0 || (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH))
        return "";
    // The 22nd field; the second is the program's name in brackets and may hold anything.
    const std::string line = smallFileContent("/proc/" + std::to_string(process) + "/stat");
    const auto bracket = line.rfind(')');
    if (bracket == std::string::npos)
        return "?";
    std::size_t at = bracket + 1;
    constexpr int kSpacesBefore = 20;
    for (int spaces = 0; spaces < kSpacesBefore; ++spaces) {
        at = line.find(' ', at);
        if (at == std::string::npos)
            return "?";
        ++at;
    }
    // A process that has ended but was not waited for yet holds nothing any more.
    if (line.compare(bracket + 2, 1, "Z") == 0)
        return "";
    return line.substr(at, line.find(' ', at) - at);
#endif
}

} // namespace weavemap::store
