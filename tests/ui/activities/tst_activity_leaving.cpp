// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QSignalSpy>

#include "ActivityDesk.h"
#include "ui/activities/ConveningDialog.h"
#include "ui/activities/ProjectDialog.h"

using namespace activitytest;

/// Leaving the windows of convenings and projects, and storing what is in them once.
class TestActivityLeaving : public QObject
{
    Q_OBJECT

    std::unique_ptr<ActivityDesk> m_desk;
    QPointer<QDialog> m_window;

    /// The window of a new convening or a new project.
    void open(bool isConvening)
    {
        if (isConvening)
            m_window = new ui::ConveningDialog(m_desk->office(), {});
        else
            m_window = new ui::ProjectDialog(m_desk->office(), {});
        m_window->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    void openProject(ProjectId id)
    {
        m_window = new ui::ProjectDialog(m_desk->office(), id);
        m_window->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
    }
    template <class Widget>
    Widget* find(const char* name)
    {
        return ActivityDesk::find<Widget>(*m_window, name);
    }
    QLineEdit* name(bool isConvening) { return find<QLineEdit>(isConvening ? "conveningTitle" : "projectName"); }
    bool isGone()
    {
        return waitUntil([this] { return m_window.isNull(); });
    }
    std::size_t asked() { return m_desk->dialogs().questions().size(); }
    std::size_t stored(bool isConvening)
    {
        return isConvening ? m_desk->records().convenings.all().value().size()
                           : m_desk->records().projects.all().value().size();
    }
    ProjectId putProject(ConversationId call = {})
    {
        Project project;
        project.name = "Unit";
        project.conversation = call;
        m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(project.id, records.projects.insert(project));
            return {};
        });
        return project.id;
    }
    static void bothWindows()
    {
        QTest::addColumn<bool>("isConvening");
        QTest::newRow("convening") << true;
        QTest::newRow("project") << false;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ActivityDesk>(); }
    void cleanup()
    {
        delete m_window.data();
        m_desk.reset();
    }

    void escape_asksWhereSomethingIsTyped_data() { bothWindows(); }
    void escape_asksWhereSomethingIsTyped()
    {
        QFETCH(const bool, isConvening);
        open(isConvening);
        name(isConvening)->setText(QStringLiteral("Spring"));
        QTest::keyClick(m_window, Qt::Key_Escape); // answered like Escape: stays
        QCOMPARE(asked(), 1U);
        QVERIFY(m_window && m_window->isVisible());
        QCOMPARE(name(isConvening)->text(), QStringLiteral("Spring"));
        find<QAbstractButton>("activityCancel")->click();
        QCOMPARE(asked(), 2U);
        QVERIFY(m_window && m_window->isVisible());
        m_window->close(); // the cross of the window
        QCOMPARE(asked(), 3U);
        QVERIFY(m_window && m_window->isVisible());
        m_desk->dialogs().willAnswer(0);
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY(isGone());
        QCOMPARE(asked(), 4U); // once
        QCOMPARE(stored(isConvening), 0U);
    }

    void ticks_countAsTyped_data() { bothWindows(); }
    void ticks_countAsTyped()
    {
        QFETCH(const bool, isConvening);
        open(isConvening);
        auto* filter = find<QLineEdit>("ticksFilter");
        filter->setText(QStringLiteral("ana"));
        QTest::keyClick(filter, Qt::Key_Return);
        m_window->close();
        QCOMPARE(asked(), 1U);
        QVERIFY(m_window && m_window->isVisible());
    }

    void nothingChanged_nothingIsAsked_data() { bothWindows(); }
    void nothingChanged_nothingIsAsked()
    {
        QFETCH(const bool, isConvening);
        open(isConvening);
        name(isConvening)->setText(QStringLiteral("Spring"));
        name(isConvening)->setText({});
        find<QLineEdit>("ticksFilter")->setText(QStringLiteral("ana")); // narrows alone
        QTest::keyClick(name(isConvening), Qt::Key_Escape);
        QVERIFY(isGone());
        QCOMPARE(asked(), 0U);
    }

    void link_isFollowedWhereItMayLeave()
    {
        Conversation call;
        call.when = Instant::atLocal(day(2026, 10, 3), 10, 0, 0);
        call.participants = {m_desk->ana};
        call.staff = m_desk->ruth;
        QVERIFY(m_desk->change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            return {};
        }));
        openProject(putProject(call.id));
        QSignalSpy followed(qobject_cast<ui::ProjectDialog*>(m_window), &ui::ProjectDialog::conversationRequested);
        name(false)->setText(QStringLiteral("Shared unit"));
        find<QAbstractButton>("projectToCall")->click();
        QCOMPARE(asked(), 1U);
        QVERIFY(m_window && m_window->isVisible());
        QCOMPARE(followed.size(), 0);
        m_desk->dialogs().willAnswer(0);
        find<QAbstractButton>("projectToCall")->click();
        QCOMPARE(followed.size(), 1);
        QVERIFY(isGone());
    }

    void storedTwice_isStoredOnce_data() { bothWindows(); }
    void storedTwice_isStoredOnce()
    {
        QFETCH(const bool, isConvening);
        open(isConvening);
        name(isConvening)->setText(QStringLiteral("Spring"));
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_window); // the answer is still to come
        QVERIFY(!find<QAbstractButton>("activityStore")->isEnabled());
        QVERIFY(!find<QAbstractButton>("activityDelete")->isEnabled());
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(m_window, Qt::Key_Escape); // nothing is lost: nothing is asked
        QVERIFY(isGone());
        QVERIFY(m_desk->settle());
        QCOMPARE(asked(), 0U);
        QCOMPARE(stored(isConvening), 1U);
    }

    void whatCouldNotBeStored_canBeStoredAgain()
    {
        const ProjectId id = putProject();
        openProject(id);
        name(false)->setText(QStringLiteral("Shared unit"));
        QVERIFY(m_desk->change(QStringLiteral("Gone"),
                               [id](store::Records& records) { return records.projects.remove(id); }));
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitUntil([this] { return find<QLabel>("activityTrouble")->isVisible(); }));
        QVERIFY(find<QAbstractButton>("activityStore")->isEnabled());
        m_desk->undo();
        QVERIFY(ActivityDesk::stored(m_window));
        QCOMPARE(m_desk->records().projects.find(id).value()->name, std::string("Shared unit"));
    }

    void fileCloses_nothingStaysAndNothingIsAsked()
    {
        open(true);
        name(true)->setText(QStringLiteral("Canary"));
        m_desk->session().close();
        QVERIFY(isGone());
        QCOMPARE(asked(), 0U);
    }
};

QTEST_MAIN(TestActivityLeaving)
#include "tst_activity_leaving.moc"
