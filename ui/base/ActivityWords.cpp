// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ActivityWords.h"

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(ActivityWords)
};

} // namespace

QString words(ConveningKind kind)
{
    switch (kind) {
    case ConveningKind::convening:
        return T::tr("Convening");
    case ConveningKind::workingGroup:
        return T::tr("Working group");
    case ConveningKind::webinar:
        return T::tr("Webinar");
    case ConveningKind::officeHour:
        return T::tr("Office hour");
    case ConveningKind::newsletter:
        return T::tr("Newsletter");
    case ConveningKind::mentoring:
        return T::tr("Mentoring");
    }
    return {};
}

QString words(ConveningForm form)
{
    switch (form) {
    case ConveningForm::unknown:
        return T::tr("Not said");
    case ConveningForm::inPerson:
        return T::tr("In person");
    case ConveningForm::online:
        return T::tr("Online");
    case ConveningForm::both:
        return T::tr("In person and online");
    }
    return {};
}

QString words(ProjectStatus status)
{
    switch (status) {
    case ProjectStatus::idea:
        return T::tr("Idea");
    case ProjectStatus::underWay:
        return T::tr("Under way");
    case ProjectStatus::done:
        return T::tr("Done");
    case ProjectStatus::paused:
        return T::tr("Paused");
    }
    return {};
}

QString words(ProjectHeard heard)
{
    switch (heard) {
    case ProjectHeard::unknown:
        return T::tr("Not said");
    case ProjectHeard::call:
        return T::tr("In a call");
    case ProjectHeard::survey:
        return T::tr("In a survey");
    case ProjectHeard::convening:
        return T::tr("At a convening");
    }
    return {};
}

QString words(ProjectOrigin origin)
{
    switch (origin) {
    case ProjectOrigin::unknown:
        return T::tr("Not known");
    case ProjectOrigin::introduction:
        return T::tr("An introduction");
    case ProjectOrigin::convening:
        return T::tr("A convening");
    case ProjectOrigin::resource:
        return T::tr("A shared resource");
    }
    return {};
}

QString attendanceSentence(const Attendance& attendance, const Convening& convening, bool isKnownWhoCame, Date today)
{
    const QString title = toQString(convening.title);
    if (attendance.came)
        return T::tr("Came to %1").arg(title);
    const bool isAbsent = isKnownWhoCame && convening.on < today;
    if (attendance.registered)
        return isAbsent ? T::tr("Registered for %1 and did not come").arg(title)
                        : T::tr("Registered for %1").arg(title);
    return isAbsent ? T::tr("Invited to %1 and did not come").arg(title) : T::tr("Invited to %1").arg(title);
}

} // namespace weavemap::ui
