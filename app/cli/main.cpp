// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QCoreApplication>
#include <QGuiApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Fonts.h"
#include "ui/base/Translations.h"

namespace {

using namespace weavemap;
using namespace weavemap::cli;

constexpr int kDone = 0;
constexpr int kNotDone = 1;
constexpr int kWrongUsage = 2;

QString usageOf(const Command& command)
{
    return text("Usage: %1").arg(QStringLiteral("weavemap-cli ") + shown(command.usage));
}

QString help()
{
    QString lines = text("Usage: %1").arg(QStringLiteral("weavemap-cli COMMAND FILE ...")) + QLatin1Char('\n');
    for (const Command& command : commands())
        lines += QStringLiteral("\n  %1%2").arg(shown(command.name), -10).arg(text(command.summary));
    return lines + QStringLiteral("\n\n") +
           text("FILE is a .weavemap or, where nothing is written, any file that import reads. "
                "%1 says more about a command. Exit status: 0 done, 1 could not be done, 2 wrong usage.")
               .arg(QStringLiteral("weavemap-cli COMMAND --help")) +
           QLatin1Char('\n');
}

int wrongUse(const QString& line, const QString& usage)
{
    say(line);
    say(usage);
    return kWrongUsage;
}

/// Of a name that fits several people, or is only near to some: whom it may mean, for programs that ask the user.
/// Nothing for other errors.
std::optional<nlohmann::ordered_json> unresolved(const Error& error)
{
    using Json = nlohmann::ordered_json;
    // Candidates are "Name (id)" behind the words, see FindPerson.h.
    const std::size_t words = error.code == ErrorCode::ambiguousName ? 0 : 1;
    if ((error.code != ErrorCode::ambiguousName && error.code != ErrorCode::notFound) || error.args.size() < words + 2)
        return std::nullopt;
    Json candidates = Json::array();
    for (std::size_t i = words + 1; i < error.args.size(); ++i) {
        const std::string& label = error.args[i];
        const std::size_t open = label.rfind(" (");
        if (open == std::string::npos || !label.ends_with(')'))
            return std::nullopt;
        candidates.push_back(
            Json{{"id", label.substr(open + 2, label.size() - open - 3)}, {"name", label.substr(0, open)}});
    }
    return Json{{"unresolved", Json::array({Json{{"words", error.args[words]}, {"candidates", candidates}}})}};
}

enum class Form { words, json };

int report(const Failure& failure, const Command& command, Form form)
{
    if (failure.usage)
        return wrongUse(*failure.usage, usageOf(command));
    if (const auto json = failure.plain ? std::nullopt : unresolved(failure.error); json && form == Form::json)
        static_cast<void>(printJson(*json)); // what was not done is said below, whatever becomes of this
    say(failure.plain ? *failure.plain : ui::errorSentence(failure.error));
    return kNotDone;
}

int run(const Command& command, const std::vector<std::string>& words)
{
    const auto arguments =
        Arguments::parse(words, command.options, command.leastWords, command.mostWords, command.usage);
    if (!arguments)
        return report(arguments.error(), command, Form::words);
    const Done done = command.run(*arguments);
    if (done)
        return kDone;
    const bool asJson = command.answers == Answers::json || arguments->has("--json");
    return report(done.error(), command, asJson ? Form::json : Form::words);
}

bool asksForHelp(const std::string& word) { return word == "--help" || word == "-h"; }

int runWords(const std::vector<std::string>& words, const Command* command)
{
    if (words.empty())
        return wrongUse(text("Which command?"), help());
    if (asksForHelp(words.front()) || words.front() == "help") {
        return print(help().toStdString()) ? kDone : kNotDone;
    }
    if (words.front() == "--version")
        return print("weavemap-cli " WEAVEMAP_VERSION "\n") ? kDone : kNotDone;
    if (!command)
        return wrongUse(text("There is no command %1.").arg(inQuotes(words.front())), help());
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    const auto end = std::find(rest.begin(), rest.end(), "--");
    if (std::any_of(rest.begin(), end, asksForHelp)) {
        const QString lines = text(command->summary) + QLatin1Char('\n') + usageOf(*command) + QLatin1Char('\n');
        return print(lines.toStdString()) ? kDone : kNotDone;
    }
    return run(*command, rest);
}

/// Words as UTF-8; elsewhere than on Windows the very bytes that the shell handed over, so that any path can be named.
std::vector<std::string> wordsOf(int argc, char** argv)
{
#ifdef _WIN32
    std::vector<std::string> words;
    for (const QString& word : QCoreApplication::arguments().mid(1))
        words.push_back(word.toStdString());
    static_cast<void>(argc);
    static_cast<void>(argv);
    return words;
#else
    return std::vector<std::string>(argv + 1, argv + argc);
#endif
}

/// What Qt has to say is for the log of who develops this, not for who uses it.
void quiet(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg || qEnvironmentVariableIsSet("WEAVEMAP_VERBOSE"))
        say(message);
}

} // namespace

int main(int argc, char** argv)
{
    qInstallMessageHandler(quiet);
    const std::string name = argc > 1 ? argv[1] : "";
    const auto all = commands();
    const auto command =
        std::find_if(all.begin(), all.end(), [&name](const Command& candidate) { return candidate.name == name; });
    const Command* const chosen = command == all.end() ? nullptr : &*command;

    // Qt gets no words of ours: with a screen it takes "--style" for its own.
    int forQt = std::min(argc, 1);
    std::unique_ptr<QCoreApplication> application;
    if (chosen && chosen->needs == Needs::fonts) {
        // Never a window, never a display: whatever the desktop says.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(forQt, argv);
        ui::loadResources();
        ui::loadFonts();
    } else {
        application = std::make_unique<QCoreApplication>(forQt, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("weavemap"));
    ui::installTranslations();
    return runWords(wordsOf(argc, argv), chosen);
}
