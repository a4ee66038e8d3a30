// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/ReasonText.h"

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

using weaving::CallReason;
using weaving::QueueReason;

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

int monthsSince(Date day, Date today)
{
    int months = (today.year() - day.year()) * 12 + today.month() - day.month();
    if (day.addMonths(months) > today)
        --months;
    return months;
}

QString textOf(const QueueReason& reason, Date today)
{
    const auto count = static_cast<int>(reason.count);
    switch (reason.code) {
    case CallReason::promiseLate:
        return reason.count > 1 ? Text::tr("%Ln promises late", nullptr, count)
                                : Text::tr("Promise %1").arg(formatDue(reason.on.value_or(today), today));
    case CallReason::promiseDue:
        return reason.count > 1 ? Text::tr("%Ln promises due today", nullptr, count) : Text::tr("Promise due today");
    case CallReason::introductionUnanswered:
        return Text::tr("Introduction unanswered");
    case CallReason::neverReached:
        return reason.count == 0 ? Text::tr("Never called") : Text::tr("Tried %Ln times", nullptr, count);
    case CallReason::silentYear:
        return Text::tr("%Ln months since a talk", nullptr, monthsSince(reason.on.value_or(today), today));
    case CallReason::overdue:
        return Text::tr("Due since %1").arg(formatDate(reason.on.value_or(today), DateStyle::dayShort, today));
    case CallReason::noTie:
        return Text::tr("No known tie");
    case CallReason::oneTie:
        return Text::tr("One known tie");
    case CallReason::goBetween:
        return Text::tr("Links %Ln others to the rest", nullptr, count);
    case CallReason::thinSegment:
        return Text::tr("%1: %L2 of %L3 heard from").arg(toQString(reason.segment)).arg(reason.count).arg(reason.of);
    }
    return {};
}

Tone toneOf(CallReason reason)
{
    switch (reason) {
    case CallReason::promiseLate:
        return Tone::danger;
    case CallReason::promiseDue:
    case CallReason::thinSegment:
        return Tone::warning;
    case CallReason::introductionUnanswered:
        return Tone::accent;
    default:
        return Tone::neutral;
    }
}

} // namespace

PillText reasonPill(const QueueReason& reason, Date today)
{
    PillText pill;
    pill.text = textOf(reason, today);
    pill.suffix = QStringLiteral("+%1").arg(reason.points);
    pill.tone = toneOf(reason.code);
    return pill;
}

QString reasonName(CallReason reason)
{
    switch (reason) {
    case CallReason::promiseLate:
        return Text::tr("A promise is late");
    case CallReason::promiseDue:
        return Text::tr("A promise is due today");
    case CallReason::introductionUnanswered:
        return Text::tr("An introduction is unanswered");
    case CallReason::neverReached:
        return Text::tr("Never reached");
    case CallReason::silentYear:
        return Text::tr("Not heard from in a year");
    case CallReason::overdue:
        return Text::tr("Due by their level");
    case CallReason::noTie:
        return Text::tr("No known tie");
    case CallReason::oneTie:
        return Text::tr("One known tie");
    case CallReason::goBetween:
        return Text::tr("The only link of others");
    case CallReason::thinSegment:
        return Text::tr("Few of their region heard from");
    }
    return {};
}

QString waitText(weaving::IntroductionWait wait, Date since, Date today)
{
    const QString day = formatDate(since, DateStyle::day, today);
    switch (wait) {
    case weaving::IntroductionWait::consent:
        return Text::tr("asked %1, no answer yet").arg(day);
    case weaving::IntroductionWait::making:
        return Text::tr("agreed %1, not yet made").arg(day);
    case weaving::IntroductionWait::answer:
        return Text::tr("made %1").arg(day);
    case weaving::IntroductionWait::checkBack:
        return Text::tr("time to ask how it went");
    case weaving::IntroductionWait::nothing:
        break;
    }
    return {};
}

} // namespace weavemap::ui
