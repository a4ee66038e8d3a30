// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PopoverAccess.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include "ui/map/Popover.h"

namespace weavemap::ui {

namespace {

class PopoverAccess : public QAccessibleWidget
{
public:
    explicit PopoverAccess(Popover* popover) : QAccessibleWidget(popover, QAccessible::Dialog), m_popover(popover) {}

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        names.prepend(pressAction());
        return names;
    }
    void doAction(const QString& action) override
    {
        if (action == pressAction())
            m_popover->accept();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    Popover* m_popover;
};

QAccessibleInterface* accessOf(const QString& className, QObject* object)
{
    auto* const popover = qobject_cast<Popover*>(object);
    return popover != nullptr && className == QLatin1String(Popover::staticMetaObject.className())
               ? new PopoverAccess(popover)
               : nullptr;
}

} // namespace

void installPopoverAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace weavemap::ui
