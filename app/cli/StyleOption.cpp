// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StyleOption.h"

#include <string_view>
#include <utility>

#include "app/cli/Options.h"
#include "app/cli/Words.h"
#include "core/actions/FindPerson.h"

namespace weavemap::cli {

Done takeStyle(const Arguments& arguments, store::Records& records, actions::MapQuestion& question)
{
    using layout::Style;
    static constexpr std::pair<std::string_view, Style> kStyles[]{{"clusters", Style::clusters},
                                                                  {"distances", Style::distances},
                                                                  {"around", Style::rings},
                                                                  {"groups", Style::areas},
                                                                  {"circle", Style::circle}};
    CLI_ASSIGN(question.style, oneOf(arguments, "--style", kStyles, question.style));
    if (const auto name = arguments.value("--around")) {
        if (arguments.has("--style") && question.style != Style::rings)
            return wrongUsage(text("--around goes with --style around only."));
        CLI_ASSIGN(const Person person, actions::findPerson(records, *name));
        question.style = Style::rings;
        question.around = person.id;
    } else if (arguments.has("--style") && question.style == Style::rings && !question.around) {
        return wrongUsage(text("--style around needs --around with somebody's name."));
    }
    return {};
}

} // namespace weavemap::cli
