// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/RefusedText.h"

#include <QCoreApplication>

namespace weavemap::ui {

namespace {

struct Refusal
{
    const char* what;
    const char* why; ///< null: an id
    const char* sentence;
};

constexpr Refusal kRefusals[] = {
    {"conversation", "onlyMe",
     QT_TRANSLATE_NOOP("Errors",
                       "This call stays with the staff person who wrote it down, so nothing in it can be for you "
                       "alone. Nothing was changed; write what is private in a call of your own.")},
    {"project", "onlyMe",
     QT_TRANSLATE_NOOP("Errors", "Only who wrote a project down can keep it to themselves. Nothing was changed.")},
    {"project", "told",
     QT_TRANSLATE_NOOP("Errors", "A colleague's call tells of this project, too, so it cannot be for you alone. "
                                 "Nothing was changed.")},
    {"convening", "onlyMe",
     QT_TRANSLATE_NOOP("Errors", "Only who wrote a convening down can keep it to themselves. Nothing was changed.")},
    {"about", "onlyMe",
     QT_TRANSLATE_NOOP("Errors", "Only who wrote a note about somebody can keep it to themselves. Nothing was "
                                 "changed.")},
    {"merge", "about",
     QT_TRANSLATE_NOOP("Errors",
                       "The note about one of the two is only for who wrote it, so the two cannot become one. "
                       "Nothing was changed; they can be merged once its writer lets the office read it, or "
                       "takes it out.")},
    {"merge", "writer",
     QT_TRANSLATE_NOOP("Errors", "The one who would go keeps notes to themselves, which nobody else may take over. "
                                 "Nothing was changed; choose in Settings that it is them who works here and merge "
                                 "again, or let the office read those notes first.")},
    {"question", "tooLong", QT_TRANSLATE_NOOP("Errors", "A question has at most 300 characters. Nothing was stored.")},
    {"question", "twice", QT_TRANSLATE_NOOP("Errors", "The question bank asks this already. Nothing was stored.")},
    {"level", nullptr,
     QT_TRANSLATE_NOOP("Errors", "An introduction is at least as confidential as the call that it comes from. Nothing "
                                 "was changed.")},
    {"onlyMe", nullptr,
     QT_TRANSLATE_NOOP("Errors", "Only who makes an introduction can keep it to themselves. Nothing was changed.")},
    {"apart", nullptr,
     QT_TRANSLATE_NOOP("Errors", "These two are kept apart, so no introduction of them is stored. Nothing was "
                                 "changed.")},
    {"host", nullptr,
     QT_TRANSLATE_NOOP("Errors", "Who is introduced cannot be the one who introduces. Nothing was changed; choose "
                                 "somebody else.")},
    {"met", nullptr,
     QT_TRANSLATE_NOOP("Errors", "A tie comes of an introduction once the two have met. Nothing was changed.")},
    {"consent", nullptr,
     QT_TRANSLATE_NOOP("Errors", "The mail to both can be written once both agreed. Nothing was changed.")},
};

} // namespace

QString refusedSentence(const std::vector<std::string>& args)
{
    if (args.size() == 2)
        for (const auto& [what, why, sentence] : kRefusals)
            if (args[0] == what && (why == nullptr || args[1] == why))
                return QCoreApplication::translate("Errors", sentence);
    return {};
}

} // namespace weavemap::ui
