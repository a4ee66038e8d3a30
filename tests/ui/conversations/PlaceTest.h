// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "CallDesk.h"
#include "ui/conversations/ConversationsPlace.h"

namespace conversationstest {

/// What the tests of the place for conversations begin with: a file with one of the staff, who works here, and two
/// members, and the place over it in a window that has the keyboard.
class PlaceTest : public QObject
{
protected:
    std::unique_ptr<CallDesk> m_desk;
    std::unique_ptr<ui::ConversationsPlace> m_place;
    PersonId m_ruth, m_ana, m_ben;

    void openDesk()
    {
        m_desk = std::make_unique<CallDesk>();
        QVERIFY(m_desk->open("network.weavemap"));
        m_ruth = m_desk->add("Ruth Meyer", PersonKind::staff);
        m_ana = m_desk->add("Ana Ruiz");
        m_ben = m_desk->add("Ben Okafor");
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        makePlace();
    }
    void closeDesk()
    {
        m_place.reset();
        m_desk.reset();
    }
    /// Another one, as after another start.
    void makePlace()
    {
        m_place.reset();
        m_place = std::make_unique<ui::ConversationsPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
    }

    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }
    QPlainTextEdit* note() const { return widget<QPlainTextEdit>("callNote"); }
    QLineEdit* participant() const { return widget<QLineEdit>("callParticipant"); }
    /// Ctrl+Enter, and until it is stored.
    bool storeByKey()
    {
        const std::size_t before = m_desk->conversations().size();
        press(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return m_desk->conversations().size() == before + 1 && !note()->isVisible(); });
    }
    QStringList drafts() const
    {
        return QDir(m_desk->folder.filePath(QStringLiteral("config/drafts"))).entryList(QDir::Files);
    }
};

} // namespace conversationstest
