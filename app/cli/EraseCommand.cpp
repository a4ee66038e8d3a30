// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <string>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/cli/Command.h"
#include "app/cli/OpenFile.h"
#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/FindPerson.h"
#include "core/store/ErasedName.h"
#include "core/store/ProjectRows.h"

namespace weavemap::cli {

namespace {

bool inputIsTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
}

/// The one plain question: by --yes, or asked where somebody sits at a terminal.
Done confirmed(const Arguments& arguments, const QString& question)
{
    if (arguments.has("--yes"))
        return {};
    if (inputIsTerminal()) {
        say(question + QLatin1Char(' ') + text("Type yes to do it."));
        std::string answer;
        std::getline(std::cin, answer);
        if (answer == "yes")
            return {};
        return notDone(text("Nothing was changed."));
    }
    return notDone(question + QLatin1Char(' ') + text("Nothing was changed; add --yes to do it."));
}

using Json = nlohmann::ordered_json;

/// The rows are gone, and the rest waits for the next opening.
Done halfDone()
{
    return notDone(text("It is gone from this file, but backups or unused pages still hold words of it. That is done "
                        "when the file is opened next."));
}

/// What went of the name where others wrote it, and what is not found.
QString nameSentence(store::ErasedName::Reach reach)
{
    using Reach = store::ErasedName::Reach;
    switch (reach) {
    case Reach::everywhere:
        return text("So is the full name where others wrote it. Not found are a first name alone or another part of "
                    "the name, a nickname, another spelling, the name all in small letters outside of conversations "
                    "that person took part in, and what shares a word with the name of somebody else in the file.");
    case Reach::asStored:
        return text("So is the full name in conversations they took part in. Elsewhere it is gone only where it is "
                    "spelled as in the file, since somebody else there has a name much like it. Not found are a first "
                    "name alone or another part of the name, a nickname, and another spelling.");
    case Reach::ownConversations:
        break;
    case Reach::nowhere:
        return text("The name has no letters and was not looked for in what others wrote.");
    }
    return text("So is the name in conversations they took part in. Elsewhere it stays, since it may mean somebody or "
                "something else. Not found are a first name alone or another part of the name, a nickname, and another "
                "spelling.");
}

Done erasePerson(store::Workspace& workspace, const std::string& name, const Arguments& arguments)
{
    CLI_ASSIGN(const Person person, actions::findPersonExactly(workspace.records(), name));
    QString question = text("%1 will be forgotten for good, in every backup too, and the history will end.")
                           .arg(inQuotes(person.name));
    CLI_ASSIGN(const auto projects, store::projectsGoingWith(workspace.records().database(), person.id));
    if (!projects.empty())
        question += QLatin1Char(' ') + counted("%Ln project that nobody else is in goes, too.",
                                               "%Ln projects that nobody else is in go, too.", projects.size());
    if (auto sure = confirmed(arguments, question); !sure)
        return sure;
    CLI_ASSIGN(const auto theirs, store::ErasedName::of(workspace.records().database(), person.id, person.name));
    CLI_ASSIGN(const auto erased, workspace.erasePerson(person.id));
    if (erased.unfinished)
        return halfDone();
    if (arguments.has("--json"))
        return printJson(Json{{"erased", Json{{"person", person.id.toString()}}}});
    say(text("Done. That person is gone from the file and its backups.") + QLatin1Char(' ') +
        nameSentence(theirs.reach()));
    return {};
}

Done eraseConversation(store::Workspace& workspace, const std::string& idText, const Arguments& arguments)
{
    const auto id = parseIdValue(idText);
    if (!id)
        return same(Error(ErrorCode::notFound, {"conversation", idText}));
    CLI_ASSIGN(const auto conversation, workspace.records().conversations.find(ConversationId{*id}));
    if (!conversation)
        return same(Error(ErrorCode::notFound, {"conversation", idText}));
    if (auto sure = confirmed(arguments, text("This conversation will be forgotten for good, in every backup too, and "
                                              "the history will end."));
        !sure)
        return sure;
    CLI_ASSIGN(const auto erased, workspace.eraseConversation(conversation->id));
    if (erased.unfinished)
        return halfDone();
    if (arguments.has("--json"))
        return printJson(Json{{"erased", Json{{"conversation", idText}}}});
    say(text("Done. Nothing of that conversation is left in the file or its backups."));
    return {};
}

Done runErase(const Arguments& arguments)
{
    const auto person = arguments.value("--person"), conversation = arguments.value("--conversation");
    if (person.has_value() == conversation.has_value())
        return wrongUsage(text("Say what to erase: --person or --conversation, one of the two."));
    CLI_ASSIGN(const auto workspace, openToWrite(arguments.words().front(), arguments.value("--me").value_or("")));
    return person ? erasePerson(*workspace, *person, arguments)
                  : eraseConversation(*workspace, *conversation, arguments);
}

constexpr OptionSpec kOptions[]{
    {"--person", Takes::value}, {"--conversation", Takes::value}, {"--yes"}, {"--me", Takes::value}, {"--json"}};

} // namespace

const Command kEraseCommand{
    "erase",
    QT_TRANSLATE_NOOP("Terminal", "Forgets a person or a conversation for good; cannot be undone."),
    "erase FILE (--person NAME | --conversation ID) [--yes] [--me NAME] [--json]",
    kOptions,
    1,
    1,
    runErase};

} // namespace weavemap::cli
