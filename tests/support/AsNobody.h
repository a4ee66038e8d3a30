// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __linux__
#include <cstdlib>

#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace weavemap::uitest {

/// As somebody who is not root while it lives, where the tests run as root, whom no file mode stops. Folders that are
/// needed meanwhile are made meanwhile.
class AsNobody
{
public:
#ifdef __linux__
    AsNobody() : m_changed(::geteuid() == 0 && ::setresuid(kNobody, kNobody, 0) == 0) {}
    ~AsNobody()
    {
        if (!m_changed)
            return;
        if (::setresuid(0, 0, 0) != 0)
            std::abort();
        ::prctl(PR_SET_DUMPABLE, 1); // the leak sanitizer looks into the process at its end
    }
#else
    AsNobody() = default;
    ~AsNobody() {}
#endif
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
#ifdef __linux__
    static constexpr uid_t kNobody = 65534;
    bool m_changed = false;
#endif
};

} // namespace weavemap::uitest
