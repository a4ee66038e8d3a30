// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Date.h"

namespace weavemap {

/// Where "now" comes from. Handed in, so that tests and the sample network have a day of their own. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Date today() const { return now().localDate(); }
};

/// The computer's clock and its zone.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

/// Stands still.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant instant) : m_now(instant) {}
    Instant now() const override { return m_now; }

private:
    Instant m_now;
};

/// The minutes that local time is ahead of UTC at `unixMs`.
int localZoneMinutes(std::int64_t unixMs);

} // namespace weavemap
