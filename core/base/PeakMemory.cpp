// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PeakMemory.h"

#ifdef _WIN32
// windows.h first: psapi.h needs it.
#include <windows.h>

#include <psapi.h>
#else
#include <sys/resource.h>
#endif

namespace weavemap {

double peakMemoryMb()
{
#ifdef _WIN32
    PROCESS_MEMORY_COUNTERS counters{};
    if (!K32GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters))
        return 0.0;
    return static_cast<double>(counters.PeakWorkingSetSize) / 1048576.0;
#else
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0.0;
#ifdef __APPLE__
    return static_cast<double>(usage.ru_maxrss) / 1048576.0; // bytes there
#else
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
#endif
#endif
}

} // namespace weavemap
