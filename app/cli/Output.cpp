// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include <cstdio>
#include <string>
#include <utility>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include <nlohmann/json.hpp>

#include "app/cli/Words.h"
#include "ui/base/Convert.h"

namespace weavemap::cli {

namespace {

bool errorIsTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

/// Whether a share of the work stands on the terminal's last line.
bool progressStands = false;

void clearProgress()
{
    if (std::exchange(progressStands, false))
        std::fputs("\r     \r", stderr);
}

void showProgress(double done)
{
    if (done >= 1)
        return clearProgress();
    progressStands = true;
    std::fprintf(stderr, "\r%3.0f %%", done * 100);
}

} // namespace

Done print(std::string_view bytes)
{
    clearProgress();
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
        return notDone(text("The result could not be written to standard output."));
    return {};
}

Done printJson(const nlohmann::ordered_json& json)
{
    using Json = nlohmann::ordered_json;
    return print(json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

void say(const QString& sentence)
{
    clearProgress();
    // Foreign text never steers the terminal.
    QString words = sentence;
    for (QChar& c : words)
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QLatin1Char(' ');
    const std::string line = ui::toUtf8(words) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

RunContext runContext(unsigned threads)
{
    if (!errorIsTerminal())
        return RunContext({}, {}, threads);
    return RunContext({}, showProgress, threads);
}

} // namespace weavemap::cli
