// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/ReasonText.h"

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

using weaving::CallReason;
using weaving::QueueReason;

QString tr(const char* text) { return QCoreApplication::translate("ReasonText", text); }
QString tr(const char* text, std::size_t n)
{
    return QCoreApplication::translate("ReasonText", text, nullptr, static_cast<int>(n));
}

int monthsSince(Date day, Date today)
{
    int months = (today.year() - day.year()) * 12 + today.month() - day.month();
    if (day.addMonths(months) > today)
        --months;
    return months;
}

QString textOf(const QueueReason& reason, Date today)
{
    switch (reason.code) {
    case CallReason::promiseLate:
        return reason.count > 1 ? tr("%Ln promises late", reason.count)
                                : tr("Promise late by %Ln days",
                                     static_cast<std::size_t>(daysBetween(reason.on.value_or(today), today)));
    case CallReason::promiseDue:
        return reason.count > 1 ? tr("%Ln promises due today", reason.count) : tr("Promise due today");
    case CallReason::introductionUnanswered:
        return tr("Introduction unanswered");
    case CallReason::neverReached:
        return reason.count == 0 ? tr("Never called") : tr("Tried %Ln times", reason.count);
    case CallReason::silentYear:
        return tr("%Ln months since a talk", static_cast<std::size_t>(monthsSince(reason.on.value_or(today), today)));
    case CallReason::overdue:
        return tr("Due since %1").arg(formatDate(reason.on.value_or(today), DateStyle::dayShort, today));
    case CallReason::noTie:
        return tr("No known tie");
    case CallReason::oneTie:
        return tr("One known tie");
    case CallReason::goBetween:
        return tr("Links %Ln others to the rest", reason.count);
    case CallReason::thinSegment:
        return tr("%1: %L2 of %L3 heard from").arg(toQString(reason.segment)).arg(reason.count).arg(reason.of);
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
        return tr("A promise is late");
    case CallReason::promiseDue:
        return tr("A promise is due today");
    case CallReason::introductionUnanswered:
        return tr("An introduction is unanswered");
    case CallReason::neverReached:
        return tr("Never reached");
    case CallReason::silentYear:
        return tr("Not heard from in a year");
    case CallReason::overdue:
        return tr("Due by their level");
    case CallReason::noTie:
        return tr("No known tie");
    case CallReason::oneTie:
        return tr("One known tie");
    case CallReason::goBetween:
        return tr("The only link of others");
    case CallReason::thinSegment:
        return tr("Few of their region heard from");
    }
    return {};
}

QString waitText(weaving::IntroductionWait wait, Date since, Date today)
{
    const QString day = formatDate(since, DateStyle::day, today);
    switch (wait) {
    case weaving::IntroductionWait::consent:
        return tr("asked %1, no answer yet").arg(day);
    case weaving::IntroductionWait::making:
        return tr("agreed %1, not yet made").arg(day);
    case weaving::IntroductionWait::answer:
        return tr("made %1").arg(day);
    case weaving::IntroductionWait::checkBack:
        return tr("time to ask how it went");
    case weaving::IntroductionWait::nothing:
        break;
    }
    return {};
}

} // namespace weavemap::ui
