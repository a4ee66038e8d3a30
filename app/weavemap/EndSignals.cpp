// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weavemap/EndSignals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace weavemap::app {

namespace {

#ifdef Q_OS_UNIX

/// [0] is read by the event loop, [1] written by the handler: a handler may do hardly more than write.
std::array<int, 2> ends{-1, -1};

constexpr std::array kEnds{SIGTERM, SIGINT, SIGHUP};

extern "C" void onEnd(int)
{
    const int before = errno;
    for (const int number : kEnds)
        std::signal(number, SIG_DFL); // asked a second time, the program ends as it stands
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
    errno = before;
}

int openEnds()
{
    if (::pipe(ends.data()) != 0)
        ends = {-1, -1};
    for (const int end : ends)
        if (end >= 0)
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
    return ends[0];
}

void listen()
{
    if (ends[1] < 0)
        return;
    struct sigaction action = {};
    action.sa_handler = onEnd;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : kEnds) {
        struct sigaction inherited = {};
        // What is ignored stays so: `nohup weavemap &` outlives its terminal.
        if (sigaction(number, nullptr, &inherited) == 0 && inherited.sa_handler != SIG_IGN)
            sigaction(number, &action, nullptr);
    }
}

#else

int openEnds() { return -1; }
void listen() {}

#endif

} // namespace

EndSignals::EndSignals(std::function<void()> end) : m_end(std::move(end)), m_notifier(QSocketNotifier::Read)
{
    if (const int socket = openEnds(); socket >= 0)
        m_notifier.setSocket(socket);
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] {
        m_notifier.setEnabled(false);
        m_end();
    });
    m_notifier.setEnabled(m_notifier.isValid());
    listen();
}

} // namespace weavemap::app
