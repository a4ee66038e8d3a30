// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconButtonAccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QMenu>

#include "ui/widgets/IconButton.h"

namespace weavemap::ui {

namespace {

class IconButtonAccess : public QAccessibleWidget
{
public:
    explicit IconButtonAccess(IconButton* button) : QAccessibleWidget(button, QAccessible::Button), m_button(button)
    {
        addControllingSignal(QStringLiteral("clicked(bool)"));
    }

    QAccessible::Role role() const override
    {
        if (m_button->menu() != nullptr)
            return QAccessible::ButtonMenu;
        if (!m_button->isCheckable())
            return QAccessible::Button;
        return m_button->group() != nullptr && m_button->group()->exclusive() ? QAccessible::RadioButton
                                                                              : QAccessible::CheckBox;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = m_button->isCheckable();
        state.checked = m_button->isChecked();
        state.pressed = m_button->isDown();
        state.hasPopup = m_button->menu() != nullptr;
        return state;
    }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_button->isEnabled())
            names.prepend(mainAction());
        return names;
    }
    void doAction(const QString& action) override
    {
        if (action != mainAction()) {
            QAccessibleWidget::doAction(action);
        } else if (m_button->isEnabled()) {
            if (m_button->menu() != nullptr) // it waits for the menu to close, and who asked must not
                QMetaObject::invokeMethod(m_button, &QToolButton::showMenu, Qt::QueuedConnection);
            else
                m_button->click();
        }
    }

private:
    QString mainAction() const
    {
        return m_button->menu() != nullptr ? showMenuAction()
               : m_button->isCheckable()   ? toggleAction()
                                           : pressAction();
    }

    IconButton* m_button;
};

QAccessibleInterface* accessOf(const QString& className, QObject* object)
{
    auto* const button = qobject_cast<IconButton*>(object);
    return button != nullptr && className == QLatin1String(IconButton::staticMetaObject.className())
               ? new IconButtonAccess(button)
               : nullptr;
}

} // namespace

void installIconButtonAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace weavemap::ui
