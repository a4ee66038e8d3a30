// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli/Failure.h"

namespace weavemap::cli {

/// What follows an option's name: nothing, one value, or every word up to the next option.
enum class Takes { nothing, value, words };

struct OptionSpec
{
    std::string_view name; ///< with its dashes
    Takes takes = Takes::nothing;
};

/// The words behind a command's name, checked against its table of options: nothing unknown, nothing missing, and a
/// value is never mistaken for an option. Words are bytes as the shell handed them over.
class Arguments
{
public:
    /// `usage` is the command's line: the words in it before any option and bracket are what has to be said first.
    static tl::expected<Arguments, Failure> parse(const std::vector<std::string>& words,
                                                  std::span<const OptionSpec> options, std::size_t least,
                                                  std::size_t most, std::string_view usage);

    const std::vector<std::string>& words() const { return m_words; } ///< what belongs to no option
    bool has(std::string_view option) const;
    /// The last value given; none where the option was not.
    std::optional<std::string> value(std::string_view option) const;
    /// All values of an option, in order.
    std::vector<std::string> values(std::string_view option) const;
    /// Every option with its value, in the order given.
    const std::vector<std::pair<std::string, std::string>>& inOrder() const { return m_options; }

private:
    std::vector<std::string> m_words;
    std::vector<std::pair<std::string, std::string>> m_options;
};

} // namespace weavemap::cli
