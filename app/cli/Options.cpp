// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "app/cli/OpenFile.h"
#include "app/cli/Words.h"

namespace weavemap::cli {

tl::unexpected<Failure> badValue(std::string_view option, std::string_view value, const QString& allowed)
{
    return wrongUsage(text("%1 cannot be %2. Possible: %3.").arg(shown(option), inQuotes(value), allowed));
}

Got<long long> wholeNumber(const Arguments& arguments, std::string_view option, long long fallback, long long least,
                           long long most)
{
    const auto value = arguments.value(option);
    if (!value)
        return fallback;
    long long number = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (error != std::errc() || end != value->data() + value->size() || number < least || number > most)
        return badValue(option, *value, text("%1 to %2").arg(least).arg(most));
    return number;
}

Got<Date> dateOption(const Arguments& arguments, std::string_view option, Date fallback)
{
    const auto value = arguments.value(option);
    if (!value)
        return fallback;
    const auto date = Date::parseIso(*value);
    if (!date)
        return badValue(option, *value, text("a day such as 2026-10-15"));
    return *date;
}

namespace {
constexpr std::pair<std::string_view, TieSet> kTieSets[]{{"awareness", TieSet::awareness},
                                                         {"exchange", TieSet::exchange},
                                                         {"collaboration", TieSet::collaboration},
                                                         {"all", TieSet::all}};
} // namespace

Got<TieSet> tieSetOption(const Arguments& arguments, TieSet fallback)
{
    return oneOf(arguments, "--ties", kTieSets, fallback);
}

std::string_view tieSetCode(TieSet set)
{
    for (const auto& [code, one] : kTieSets)
        if (one == set)
            return code;
    return {};
}

Got<actions::IdsAs> idsOption(const Arguments& arguments, actions::IdsAs fallback)
{
    using actions::IdsAs;
    static constexpr std::pair<std::string_view, IdsAs> kIds[]{
        {"id", IdsAs::id}, {"name", IdsAs::name}, {"source", IdsAs::source}};
    return oneOf(arguments, "--ids", kIds, fallback);
}

Got<graph::NetworkOptions> networkOptions(const Arguments& arguments)
{
    graph::NetworkOptions network;
    CLI_ASSIGN(network.set, tieSetOption(arguments, TieSet::exchange));
    CLI_ASSIGN(network.on, dateOption(arguments, "--on", today()));
    if (arguments.has("--with-staff"))
        network.population = graph::Population::membersAndStaff;
    return network;
}

Got<unsigned> threadsOption(const Arguments& arguments)
{
    const auto own = static_cast<long long>(std::max(1U, std::thread::hardware_concurrency()));
    CLI_ASSIGN(const long long threads, wholeNumber(arguments, "--threads", own, 1, 256));
    return static_cast<unsigned>(threads);
}

std::vector<std::string> splitAtCommas(std::string_view list)
{
    std::vector<std::string> parts;
    while (true) {
        const auto comma = list.find(',');
        parts.emplace_back(list.substr(0, comma));
        if (comma == std::string_view::npos)
            return parts;
        list.remove_prefix(comma + 1);
    }
}

} // namespace weavemap::cli
