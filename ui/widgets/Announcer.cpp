// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace weavemap::ui {

namespace {

QAccessibleInterface* accessOf(const QString& className, QObject* object)
{
    auto* const announcer = qobject_cast<Announcer*>(object);
    return announcer != nullptr && className == QLatin1String(Announcer::staticMetaObject.className())
               ? new QAccessibleWidget(announcer, QAccessible::Notification)
               : nullptr;
}

Announcer* announcerOf(const QWidget& from)
{
    return from.window()->findChild<Announcer*>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

Announcer::Announcer(QWidget* window) : QWidget(window)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed)
    setObjectName(QStringLiteral("announcer"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(0, 0, 1, 1); // what is not shown is not listened to
    show();
}

void Announcer::say(const QWidget& from, const QString& sentence)
{
    if (!QAccessible::isActive() || sentence.isEmpty())
        return;
    Announcer* announcer = announcerOf(from);
    if (announcer == nullptr)
        announcer = new Announcer(from.window());
    announcer->setAccessibleName(sentence);
    for (const QAccessible::Event what : {QAccessible::Alert, QAccessible::ObjectShow}) {
        QAccessibleEvent event(announcer, what);
        QAccessible::updateAccessibility(&event);
    }
}

void Announcer::forget(const QWidget& from)
{
    if (Announcer* const announcer = announcerOf(from))
        announcer->setAccessibleName({});
}

} // namespace weavemap::ui
