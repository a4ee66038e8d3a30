// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "CallDesk.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;
using conversationstest::press;
using conversationstest::type;

/// Going through the entries of a call by keys: one press from one to the next.
class TestCallKeys : public QObject
{
    Q_OBJECT

    std::unique_ptr<CallDesk> m_desk;
    std::unique_ptr<ConversationsPlace> m_place;
    PersonId m_ana;

    QPlainTextEdit* note() const { return m_place->findChild<QPlainTextEdit*>(QStringLiteral("callNote")); }
    void click(const char* button) const { m_place->findChild<Button*>(QString::fromLatin1(button))->click(); }
    /// What the keyboard is at: the words of a folded entry, else the name of the field or link.
    QString at() const
    {
        const QWidget* focus = QApplication::focusWidget();
        if (focus->objectName() != QLatin1String("entryLine"))
            return focus->objectName();
        return qobject_cast<const QAbstractButton*>(focus)->text();
    }
    /// Two ties, a need, a project and a next step, all folded, and the keyboard in the note.
    void fill()
    {
        m_place->logCall(m_ana);
        for (const char* other : {"be", "ju"}) {
            click("addTie");
            type(QString::fromLatin1(other));
            press(Qt::Key_Return);
        }
        click("addNeed");
        type(QStringLiteral("A host"));
        click("addProject");
        type(QStringLiteral("Seed library"));
        click("addStep");
        type(QStringLiteral("Send it"));
        press(Qt::Key_Return);
        press(Qt::Key_Return); // who does it stands there; the last field folds the row
        note()->setFocus();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<CallDesk>();
        QVERIFY(m_desk->open("network.weavemap"));
        m_desk->add("Ruth Meyer", PersonKind::staff);
        m_ana = m_desk->add("Ana Ruiz");
        m_desk->add("Ben Okafor");
        m_desk->add("Jun Takeda");
        m_desk->session.setMe(QStringLiteral("Ruth Meyer"));
        m_place = std::make_unique<ConversationsPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void arrows_goEntryByEntryInTheOrderOfThePage()
    {
        fill();
        const QStringList order{QStringLiteral("Ana Ruiz and Ben Okafor"), QStringLiteral("Ana Ruiz and Jun Takeda"),
                                QStringLiteral("A host"), QStringLiteral("Send it"), QStringLiteral("Seed library")};
        press(Qt::Key_Down, Qt::ControlModifier);
        for (const QString& entry : order) {
            QCOMPARE(at(), entry);
            press(Qt::Key_Down);
        }
        // Past the last one: the links that add one, and no further.
        const QStringList links{QStringLiteral("addProject"), QStringLiteral("addBarrier"),
                                QStringLiteral("addQuestion"), QStringLiteral("addIntroduction")};
        for (const QString& link : links) {
            QCOMPARE(at(), link);
            press(Qt::Key_Down);
        }
        QCOMPARE(at(), links.back());
        for (qsizetype i = 1; i < links.size(); ++i)
            press(Qt::Key_Up);
        QCOMPARE(at(), links.front());
        for (auto entry = order.rbegin(); entry != order.rend(); ++entry) {
            press(Qt::Key_Up);
            QCOMPARE(at(), *entry);
        }
        press(Qt::Key_Up);
        QCOMPARE(at(), order.front()); // nothing above it
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), note());
    }

    void entryThatIsOpen_isLeftByControlAndTheArrowAndFolds()
    {
        fill();
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Return); // opens it
        QCOMPARE(at(), QStringLiteral("tieB"));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(at(), QStringLiteral("A host"));
        QVERIFY(!m_place->findChild<QWidget*>(QStringLiteral("tieB"))->isVisible());
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(at(), QStringLiteral("Ana Ruiz and Jun Takeda"));
    }

    void arrowsInAFieldThatIsFilled_leaveNothing()
    {
        fill();
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return); // opens the need
        QCOMPARE(at(), QStringLiteral("itemText"));
        for (const Qt::Key arrow : {Qt::Key_Down, Qt::Key_Up}) {
            press(arrow);
            QCOMPARE(at(), QStringLiteral("itemText"));
            QVERIFY(QApplication::focusWidget()->isVisible());
        }
        // Emptied, there is nothing to be left.
        qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
        press(Qt::Key_Delete);
        press(Qt::Key_Down);
        QCOMPARE(at(), QStringLiteral("Send it"));
    }

    void entryWithNothingInIt_staysOpenAndIsAStop()
    {
        fill();
        click("addNeed");
        QCOMPARE(at(), QStringLiteral("itemText"));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(at(), QStringLiteral("Send it"));
        press(Qt::Key_Up);
        QCOMPARE(at(), QStringLiteral("itemText"));
    }

    void entryTakenOut_leavesTheKeyboardAtItsNeighbour()
    {
        fill();
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Delete);
        QCOMPARE(at(), QStringLiteral("Ana Ruiz and Ben Okafor"));
        press(Qt::Key_Down); // not to the one that is about to go
        QCOMPARE(at(), QStringLiteral("A host"));
    }

    void noEntry_arrowsGoFromLinkToLink()
    {
        m_place->logCall(m_ana);
        press(Qt::Key_Down, Qt::ControlModifier);
        for (const char* link : {"addTie", "addNeed", "addOffer", "addStep", "addProject", "addBarrier", "addQuestion",
                                 "addIntroduction"}) {
            QCOMPARE(at(), QString::fromLatin1(link));
            press(Qt::Key_Down);
        }
        press(Qt::Key_Up);
        QCOMPARE(at(), QStringLiteral("addQuestion"));
    }

    void manyEntries_theOneInHandIsInView()
    {
        m_place->logCall(m_ana);
        for (int i = 0; i < 40; ++i) {
            click("addNeed");
            type(QStringLiteral("Need"));
        }
        note()->setFocus();
        press(Qt::Key_Down, Qt::ControlModifier);
        for (int i = 0; i < 38; ++i)
            press(Qt::Key_Down);
        QCOMPARE(at(), QStringLiteral("Need"));
        QTRY_VERIFY(QApplication::focusWidget()->visibleRegion().boundingRect().height() >=
                    QApplication::focusWidget()->height());
    }

    void participants_areOneTabEach()
    {
        m_place->logCall(m_ana);
        m_place->findChild<QWidget*>(QStringLiteral("callParticipant"))->setFocus();
        type(QStringLiteral("be"));
        press(Qt::Key_Return);
        m_place->findChild<QWidget*>(QStringLiteral("callParticipant"))->setFocus();
        for (const char* name : {"Ben Okafor", "Ana Ruiz"}) {
            press(Qt::Key_Backtab);
            QCOMPARE(at(), QStringLiteral("callParticipantChip"));
            QCOMPARE(qobject_cast<QAbstractButton*>(QApplication::focusWidget())->text(), QString::fromLatin1(name));
        }
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestCallKeys test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_call_keys.moc"
