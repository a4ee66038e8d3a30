// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QSocketNotifier>

namespace weavemap::app {

/// The end of a login, `kill` and Ctrl+C in a terminal: calls `end` once, in the event loop, so that the program closes
/// its file as it always does. Where the system has no such signals this does nothing. One at a time; UI thread.
class EndSignals
{
public:
    explicit EndSignals(std::function<void()> end);

private:
    std::function<void()> m_end;
    QSocketNotifier m_notifier;
};

} // namespace weavemap::app
