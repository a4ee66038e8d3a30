// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli/Arguments.h"
#include "app/cli/Failure.h"
#include "core/actions/Figures.h"
#include "core/base/Date.h"
#include "core/domain/Tie.h"
#include "core/graph/NetworkSnapshot.h"

namespace weavemap::cli {

/// Readers of option values that several commands share. A value that is not one of those meant is wrong usage.

Got<long long> wholeNumber(const Arguments& arguments, std::string_view option, long long fallback, long long least,
                           long long most);
Got<Date> dateOption(const Arguments& arguments, std::string_view option, Date fallback);
Got<TieSet> tieSetOption(const Arguments& arguments, TieSet fallback);
/// As `--ties` has it.
std::string_view tieSetCode(TieSet set);
Got<actions::IdsAs> idsOption(const Arguments& arguments, actions::IdsAs fallback);
/// `--ties`, `--on`, `--with-staff`.
Got<graph::NetworkOptions> networkOptions(const Arguments& arguments);
/// `--threads`; as many as the computer has where it is not given.
Got<unsigned> threadsOption(const Arguments& arguments);
std::vector<std::string> splitAtCommas(std::string_view list);

/// One of the words of a table, or wrong usage that lists them.
template <class T, std::size_t N>
Got<T> oneOf(const Arguments& arguments, std::string_view option, const std::pair<std::string_view, T> (&table)[N],
             T fallback);

/// The sentence for a value that an option cannot have.
tl::unexpected<Failure> badValue(std::string_view option, std::string_view value, const QString& allowed);

template <class T, std::size_t N>
Got<T> oneOf(const Arguments& arguments, std::string_view option, const std::pair<std::string_view, T> (&table)[N],
             T fallback)
{
    const auto value = arguments.value(option);
    if (!value)
        return fallback;
    QString allowed;
    for (const auto& [name, meaning] : table) {
        if (name == *value)
            return meaning;
        allowed += (allowed.isEmpty() ? QString() : QStringLiteral(", ")) +
                   QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return badValue(option, *value, allowed);
}

} // namespace weavemap::cli
