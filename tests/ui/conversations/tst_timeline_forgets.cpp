// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>

#include "PlaceTest.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Chip.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// What narrows the timeline, when somebody is forgotten for good.
class TestTimelineForgets : public conversationstest::PlaceTest
{
    Q_OBJECT

    PersonId m_tom;

    int shown() const { return widget<QListView>("timeline")->model()->rowCount(); }

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_tom = m_desk->add("Tom Hale", PersonKind::staff);
    }
    void cleanup() { closeDesk(); }

    void erasedPerson_isSoughtNoMore()
    {
        m_desk->talk(CallDesk::conversation(m_ruth, m_ana, "Reading club grows"));
        m_desk->talk(CallDesk::conversation(m_tom, m_ben, "Short of help", 40));
        QTRY_COMPARE(shown(), 2);
        widget<Chip>("timelineStaff")->click();
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* const action : menu->actions())
            if (action->text() == QStringLiteral("Tom Hale"))
                action->trigger();
        menu->close();
        widget<Chip>("timelinePerson")->click();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        m_place->focusFilter();
        type(QStringLiteral("okaf"));
        QTRY_COMPARE(shown(), 1);
        m_desk->session.erase(m_ben);
        QTRY_COMPARE(widget<Chip>("timelinePerson")->value(), QStringLiteral("Anyone"));
        QCOMPARE(widget<QLineEdit>("timelinePersonField")->text(), QString());
        QCOMPARE(widget<QLineEdit>("timelineWords")->text(), QString());
        QCOMPARE(widget<Chip>("timelineStaff")->value(), QStringLiteral("Tom Hale")); // he is still here
        m_desk->session.erase(m_tom);
        QTRY_COMPARE(widget<Chip>("timelineStaff")->value(), QStringLiteral("Any staff"));
        for (const QAction* const action : m_place->findChildren<QAction*>())
            QVERIFY(action->text() != QStringLiteral("Tom Hale"));
        QTRY_COMPARE(shown(), 1);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestTimelineForgets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_timeline_forgets.moc"
