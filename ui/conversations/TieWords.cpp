// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TieWords.h"

#include <QCoreApplication>

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(TieWords)
};

} // namespace

QString directionSentence(OverlayKind kind, const QString& from, const QString& to, const QString& topic)
{
    const QString who = from.isEmpty() ? T::tr("Somebody") : from;
    const QString whom = to.isEmpty() ? T::tr("somebody") : to;
    const QString about = mayHaveTopic(kind) ? plainTopic(topic) : QString();
    switch (kind) {
    case OverlayKind::names:
        return T::tr("%1 names %2").arg(who, whom);
    case OverlayKind::advice:
        return about.isEmpty() ? T::tr("%1 goes to %2 for advice").arg(who, whom)
                               : T::tr("%1 goes to %2 for advice on #%3").arg(who, whom, about);
    case OverlayKind::learnedFrom:
        return about.isEmpty() ? T::tr("%1 learned from %2").arg(who, whom)
                               : T::tr("%1 learned from %2 about #%3").arg(who, whom, about);
    case OverlayKind::introduced:
        return T::tr("%1 introduced %2 to others").arg(who, whom);
    case OverlayKind::sharedResource:
        return about.isEmpty() ? T::tr("%1 shared a resource with %2").arg(who, whom)
                               : T::tr("%1 shared a resource on #%3 with %2").arg(who, whom, about);
    }
    return {};
}

bool mayHaveTopic(OverlayKind kind)
{
    return kind == OverlayKind::advice || kind == OverlayKind::learnedFrom || kind == OverlayKind::sharedResource;
}

QString plainTopic(const QString& typed)
{
    QString topic = typed.trimmed();
    while (topic.startsWith(QLatin1Char('#')))
        topic = topic.mid(1).trimmed();
    return topic;
}

} // namespace weavemap::ui
