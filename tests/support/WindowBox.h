// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>
#include <QString>
#include <QWidget>

#include "Stage.h"
#include "core/store/Records.h"
#include "ui/shell/MainWindow.h"

class QAction;

namespace weavemap::uitest {

/// The real main window on a stage, used as a person would: by keys and the mouse. Starting it twice is a restart.
class WindowBox : public Stage
{
public:
    WindowBox() = default;
    ~WindowBox();

    /// Makes the window and shows it; a settings file and data that an earlier start left behind are found again.
    void start(QSize size = {1440, 900});
    /// Closes it as the user does.
    void stop();
    /// Starts where needed, opens the file, and waits until all of it is on the screen.
    void open(const QString& path);
    /// Waits until nothing is being opened, stored, read, computed or drawn.
    bool settle();

    ui::MainWindow& window() { return *m_window; }
    store::Records& records() { return m_window->session().records(); }

    /// The visible widget of this name; the test program ends where there is none.
    template <class T = QWidget>
    T* shown(const char* name)
    {
        T* found = visible<T>(name);
        if (found == nullptr)
            qFatal("no visible widget is named %s", name);
        return found;
    }
    /// The same, or null.
    template <class T = QWidget>
    T* visible(const char* name)
    {
        for (T* widget : m_window->findChildren<T*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    QAction* action(const char* name);
    /// What stands in the line over the content; empty where nothing does.
    QString banner();
    /// What stands under the buttons of the welcome page; empty where nothing does.
    QString welcomeTrouble();

    /// A key to whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers, int times);
    /// Text to whatever has the focus.
    void type(const QString& text);
    void click(const char* name);
    void click(QWidget* widget);
    /// The widget that keys go to.
    QWidget* focus();

private:
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace weavemap::uitest
