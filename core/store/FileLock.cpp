// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/FileLock.h"

#include <array>
#include <atomic>
#include <fstream>
#include <sstream>
#include <system_error>

#ifndef _WIN32
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include "core/store/FileSystem.h"

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

/// Four lines: host, user, process, its start; a fifth tells apart the locks of one process.
struct Holder
{
    std::string host, user, process, start;

    static Holder of(const std::string& content)
    {
        Holder holder;
        std::istringstream lines(content);
        std::getline(lines, holder.host);
        std::getline(lines, holder.user);
        std::getline(lines, holder.process);
        std::getline(lines, holder.start);
        return holder;
    }

    bool isThere() const
    {
        if (host.empty())
            return false; // an empty or half-written file: its maker died before it held anything
        if (host != hostName())
            return true;
        char* end = nullptr;
        const std::int64_t number = std::strtoll(process.c_str(), &end, 10);
        if (process.empty() || *end != '\0')
            return false;
        const std::string now = processStart(number);
        return !now.empty() && (now == start || now == "?" || start == "?");
    }

    std::string name() const { return user + '@' + host; }
};

std::string ownContent()
{
    static std::atomic<std::uint64_t> count{0};
    const std::int64_t process = processNumber();
    return hostName() + '\n' + userName() + '\n' + std::to_string(process) + '\n' + processStart(process) + '\n' +
           std::to_string(++count) + '\n';
}

#ifndef _WIN32

/// A disk without room, and a user's share of it that is used up.
ErrorCode codeOf(int number)
{
    return number == ENOSPC || number == EDQUOT ? ErrorCode::diskFull : ErrorCode::fileUnwritable;
}

/// The lock file, opened and guarded against others who look at it in the same moment.
class GuardedFile
{
public:
    /// Opens (and makes, where `create`) the file. `number()` is -1 and errno set where it cannot.
    GuardedFile(const fs::path& path, int flags)
    {
        for (;;) {
            m_number = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, S_IRUSR | S_IWUSR);
            if (m_number < 0)
                return;
            while (::flock(m_number, LOCK_EX) != 0 && errno == EINTR) {
            }
            // Its last holder may have removed the file while we waited: then this one has no name any more.
            struct stat mine = {}, named = {};
            if (::fstat(m_number, &mine) == 0 && ::stat(path.c_str(), &named) == 0 && mine.st_ino == named.st_ino &&
                mine.st_dev == named.st_dev)
                return;
            ::close(m_number);
        }
    }
    ~GuardedFile()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    GuardedFile(const GuardedFile&) = delete;
    GuardedFile& operator=(const GuardedFile&) = delete;

    int number() const { return m_number; }
    std::string content() const
    {
        std::array<char, 4096> buffer{};
        const auto size = ::pread(m_number, buffer.data(), buffer.size(), 0);
        return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string();
    }
    bool write(const std::string& content) const
    {
        return ::ftruncate(m_number, 0) == 0 &&
               ::pwrite(m_number, content.data(), content.size(), 0) == static_cast<ssize_t>(content.size()) &&
               ::fsync(m_number) == 0;
    }

private:
    int m_number = -1;
};

#endif

} // namespace

FileLock::FileLock(fs::path path, std::string content) : m_path(std::move(path)), m_content(std::move(content)) {}

fs::path FileLock::pathFor(const fs::path& workspace)
{
    fs::path path = workspace;
    path += ".lock";
    return path;
}

#ifndef _WIN32

Result<FileLock::Outcome> FileLock::acquire(const fs::path& workspace)
{
    const fs::path path = pathFor(workspace);
    const GuardedFile file(path, O_CREAT);
    if (file.number() < 0)
        return fail(codeOf(errno), {utf8Of(path)}, std::generic_category().message(errno));
    const Holder holder = Holder::of(file.content());
    if (holder.isThere())
        return Outcome{.lock = nullptr, .holder = holder.name()};
    std::string content = ownContent();
    if (!file.write(content)) {
        const int number = errno;
        ::unlink(path.c_str());
        return fail(codeOf(number), {utf8Of(path)}, std::generic_category().message(number));
    }
    return Outcome{.lock = std::unique_ptr<FileLock>(new FileLock(path, std::move(content))), .holder = {}};
}

FileLock::~FileLock()
{
    const GuardedFile file(m_path, 0);
    if (file.number() >= 0 && file.content() == m_content)
        ::unlink(m_path.c_str());
}

#else

Result<FileLock::Outcome> FileLock::acquire(const fs::path& workspace)
{
    const fs::path path = pathFor(workspace);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto made = createPrivateFile(path);
        if (made) {
            std::string content = ownContent();
            std::ofstream file(path, std::ios::binary);
            file << content;
            if (!file.flush())
                return fail(ErrorCode::fileUnwritable, {utf8Of(path)});
            return Outcome{.lock = std::unique_ptr<FileLock>(new FileLock(path, std::move(content))), .holder = {}};
        }
        std::error_code error;
        if (!fs::exists(path, error))
            return fail(made.error());
        const Holder holder = Holder::of(smallFileContent(path));
        if (holder.isThere())
            return Outcome{.lock = nullptr, .holder = holder.name()};
        fs::remove(path, error);
    }
    return fail(ErrorCode::fileUnwritable, {utf8Of(path)});
}

FileLock::~FileLock()
{
    std::error_code error;
    if (smallFileContent(m_path) == m_content)
        fs::remove(m_path, error);
}

#endif

std::optional<std::string> FileLock::holderOf(const fs::path& workspace)
{
    const Holder holder = Holder::of(smallFileContent(pathFor(workspace)));
    if (!holder.isThere())
        return std::nullopt;
    return holder.name();
}

} // namespace weavemap::store
