// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include <cstdio>
#include <string>

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

} // namespace

Done print(std::string_view bytes)
{
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
    const std::string line = ui::toUtf8(sentence) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

RunContext runContext(unsigned threads)
{
    if (!errorIsTerminal())
        return RunContext({}, {}, threads);
    return RunContext(
        {}, [](double done) { std::fprintf(stderr, done < 1 ? "\r%3.0f %%" : "\r     \r", done * 100); }, threads);
}

} // namespace weavemap::cli
