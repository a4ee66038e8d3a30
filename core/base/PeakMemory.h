// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace weavemap {

/// The most memory that this process has held at once, in megabytes (2^20 bytes); 0 where the system does not tell.
double peakMemoryMb();

} // namespace weavemap
