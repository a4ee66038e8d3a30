// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowBox.h"

#include <QAction>
#include <QApplication>
#include <QTest>

#include "ui/base/Convert.h"

namespace weavemap::uitest {

WindowBox::~WindowBox() { stop(); }

void WindowBox::start(QSize size)
{
    m_window = std::make_unique<ui::MainWindow>(settings(), dialogs(), theme(), &clock());
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window did not become active");
}

void WindowBox::stop()
{
    if (!m_window)
        return;
    m_window->close();
    m_window.reset();
}

void WindowBox::open(const QString& path)
{
    if (!m_window)
        start();
    m_window->openFile(path);
    if (!waitUntil([this] { return m_window->session().isOpen() && m_window->people().isLoaded(); }) || !settle())
        qFatal("%s was not opened: %s", qPrintable(path), qPrintable(welcomeTrouble()));
}

bool WindowBox::settle()
{
    const bool still = waitUntil([this] {
        const ui::Session& session = m_window->session();
        if (session.isOpening() || session.isSaving() || m_window->jobs().isBusy())
            return false;
        return !session.isOpen() || (m_window->people().isLoaded() && m_window->figures().isFresh());
    });
    // What came last is laid out and painted, too.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    return still;
}

QAction* WindowBox::action(const char* name)
{
    auto* found = m_window->findChild<QAction*>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("no command is named %s", name);
    return found;
}

namespace {

QString textOf(QWidget* label) { return label != nullptr ? label->property("text").toString() : QString(); }

} // namespace

QString WindowBox::banner() { return textOf(visible<QWidget>("bannerSentence")); }

QString WindowBox::welcomeTrouble() { return textOf(visible<QWidget>("welcomeTrouble")); }

QWidget* WindowBox::focus()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup; // menus and lists of names take the keys while they are open
    const QWidget* active = QApplication::activeWindow();
    if (active == nullptr || !active->isVisible()) {
        // Without a window manager nobody hands the keyboard back when such a list has closed.
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window did not become active again");
    }
    QWidget* widget = QApplication::focusWidget();
    return widget != nullptr ? widget : m_window.get();
}

void WindowBox::press(Qt::Key key, Qt::KeyboardModifiers modifiers) { QTest::keyClick(focus(), key, modifiers); }

void WindowBox::press(Qt::Key key, Qt::KeyboardModifiers modifiers, int times)
{
    for (int i = 0; i < times; ++i)
        press(key, modifiers);
}

void WindowBox::type(const QString& text)
{
    for (const QChar letter : text) {
        // Letters beyond ASCII have no key of their own in QTest.
        if (letter.unicode() < 128)
            QTest::keyClick(focus(), letter.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
}

void WindowBox::click(const char* name) { click(shown<QWidget>(name)); }

void WindowBox::click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center()); }

} // namespace weavemap::uitest
