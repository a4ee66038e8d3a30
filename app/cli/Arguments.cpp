// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include <algorithm>

#include <QStringList>

#include "app/cli/Words.h"

namespace weavemap::cli {

namespace {

/// `--text` and the like; a single dash is standard input, and `-3` is a number or a name.
bool looksLikeOption(std::string_view word) { return word.size() > 2 && word.starts_with("--"); }

/// What stands behind the command's name in its usage, up to the first option or bracket: "FILE", "NAME".
QStringList placesIn(std::string_view usage)
{
    QStringList places = shown(usage).split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(1);
    const auto end = std::find_if(places.begin(), places.end(), [](const QString& place) {
        return place.startsWith(QLatin1Char('[')) || place.startsWith(QLatin1Char('(')) ||
               place.startsWith(QLatin1String("--"));
    });
    places.erase(end, places.end());
    for (QString& place : places)
        if (place.endsWith(QLatin1String("...")))
            place.chop(3);
    return places;
}

/// The sentence for places that no word was given for.
QString missingSentence(std::string_view usage, std::size_t given, std::size_t least)
{
    const QStringList missing =
        placesIn(usage).mid(static_cast<qsizetype>(given), static_cast<qsizetype>(least - given));
    return missing.size() == 1 ? text("%1 is missing.").arg(missing.front())
                               : text("%1 are missing.").arg(missing.join(text(" and ")));
}

} // namespace

Got<Arguments> Arguments::parse(const std::vector<std::string>& words, std::span<const OptionSpec> options,
                                std::size_t least, std::size_t most, std::string_view usage)
{
    Arguments arguments;
    bool onlyWords = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (onlyWords || !looksLikeOption(word)) {
            if (!onlyWords && word == "--")
                onlyWords = true;
            else
                arguments.m_words.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto spec = std::find_if(options.begin(), options.end(),
                                       [&name](const OptionSpec& option) { return option.name == name; });
        if (spec == options.end())
            return wrongUsage(text("There is no option %1.").arg(shown(name)));
        if (spec->takes == Takes::nothing) {
            if (equals != std::string::npos)
                return wrongUsage(text("%1 takes no value.").arg(shown(name)));
            arguments.m_options.emplace_back(name, std::string());
        } else if (equals != std::string::npos) {
            arguments.m_options.emplace_back(name, word.substr(equals + 1));
        } else if (i + 1 == words.size() || words[i + 1] == "--") {
            return wrongUsage(text("%1 needs a value.").arg(shown(name)));
        } else if (spec->takes == Takes::value) {
            arguments.m_options.emplace_back(name, words[++i]);
        } else {
            if (looksLikeOption(words[i + 1]))
                return wrongUsage(text("%1 needs a value.").arg(shown(name)));
            while (i + 1 < words.size() && !looksLikeOption(words[i + 1]) && words[i + 1] != "--")
                arguments.m_options.emplace_back(name, words[++i]);
        }
    }
    if (arguments.m_words.size() < least)
        return wrongUsage(missingSentence(usage, arguments.m_words.size(), least));
    if (arguments.m_words.size() > most)
        return wrongUsage(text("%1 is one too many.").arg(shown(arguments.m_words[most])));
    return arguments;
}

bool Arguments::has(std::string_view option) const
{
    return std::any_of(m_options.begin(), m_options.end(),
                       [option](const auto& given) { return given.first == option; });
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    std::optional<std::string> last;
    for (const auto& [name, value] : m_options)
        if (name == option)
            last = value;
    return last;
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    std::vector<std::string> all;
    for (const auto& [name, value] : m_options)
        if (name == option)
            all.push_back(value);
    return all;
}

} // namespace weavemap::cli
