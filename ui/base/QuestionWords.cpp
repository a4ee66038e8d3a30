// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/QuestionWords.h"

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

} // namespace

QString words(QuestionGroup group)
{
    switch (group) {
    case QuestionGroup::person:
        return T::tr("Person first");
    case QuestionGroup::work:
        return T::tr("Work now");
    case QuestionGroup::needs:
        return T::tr("Needs");
    case QuestionGroup::gifts:
        return T::tr("Gifts");
    case QuestionGroup::ties:
        return T::tr("Ties");
    case QuestionGroup::knowledge:
        return T::tr("Knowledge flow");
    case QuestionGroup::experience:
        return T::tr("Network experience");
    case QuestionGroup::emergence:
        return T::tr("Emergence");
    case QuestionGroup::missing:
        return T::tr("Who is missing");
    case QuestionGroup::close:
        return T::tr("Close");
    }
    return {};
}

QString words(QuestionFills fills)
{
    switch (fills) {
    case QuestionFills::nothing:
        return T::tr("Nothing that is counted");
    case QuestionFills::need:
        return T::tr("A need");
    case QuestionFills::offer:
        return T::tr("An offer");
    case QuestionFills::tie:
        return T::tr("A tie");
    case QuestionFills::barrier:
        return T::tr("A barrier");
    case QuestionFills::project:
        return T::tr("A project");
    case QuestionFills::introduction:
        return T::tr("An introduction");
    case QuestionFills::contactPreference:
        return T::tr("How to reach them");
    case QuestionFills::consent:
        return T::tr("Their consent");
    case QuestionFills::promise:
        return T::tr("A promise");
    case QuestionFills::about:
        return T::tr("About them");
    }
    return {};
}

QString suitsWords(EngagementLevel level)
{
    switch (level) {
    case EngagementLevel::unknown:
        return T::tr("Everybody");
    case EngagementLevel::core:
        return T::tr("Core members");
    case EngagementLevel::active:
        return T::tr("Active members");
    case EngagementLevel::occasional:
        return T::tr("Occasional members");
    case EngagementLevel::peripheral:
        return T::tr("Peripheral members");
    }
    return {};
}

QString namesText(const std::vector<std::string>& names)
{
    if (names.empty())
        return T::tr("somebody");
    const QString first = toQString(names.front());
    if (names.size() == 1)
        return first;
    if (names.size() == 2)
        return T::tr("%1 and %2").arg(first, toQString(names[1]));
    return T::tr("%1 and %Ln others", nullptr, static_cast<int>(names.size() - 1)).arg(first);
}

QString lastAskedText(const std::optional<actions::AskedIn>& last, Date today)
{
    if (!last)
        return T::tr("not asked yet");
    return T::tr("last asked: %1, of %2")
        .arg(formatDate(last->when.localDate(), DateStyle::dayShort, today), namesText(last->people));
}

QString timesText(std::size_t calls) { return T::tr("%Ln times", nullptr, static_cast<int>(calls)); }

QString faultSentence(actions::QuestionFault fault, const weavemap::Question* twin)
{
    switch (fault) {
    case actions::QuestionFault::empty:
        return T::tr("Write the question first.");
    case actions::QuestionFault::tooLong:
        return T::tr("This is too long to be asked on the phone: a question has at most %1 characters.")
            .arg(formatCount(actions::kLongestQuestion));
    case actions::QuestionFault::twice:
        break;
    }
    if (!twin)
        return T::tr("The bank asks this already.");
    return twin->retired
               ? T::tr("The bank asks this already under \u201C%1\u201D, as a retired question: bring that one back.")
                     .arg(words(twin->group))
               : T::tr("The bank asks this already under \u201C%1\u201D.").arg(words(twin->group));
}

} // namespace weavemap::ui
