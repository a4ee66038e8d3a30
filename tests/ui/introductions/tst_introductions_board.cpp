// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

#include "IntroductionsDesk.h"
#include "ui/introductions/BoardModel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::IntroductionsDesk;

/// The board: cards walk, move and are dragged from state to state.
class TestIntroductionsBoard : public QObject
{
    Q_OBJECT

    static actions::IntroductionCard cardOf(int id, IntroductionState state)
    {
        actions::IntroductionCard card;
        card.introduction.id = IntroductionId{id};
        card.introduction.state = state;
        card.a.name = "Ána Ruiz";
        card.b.name = "学校 Vega";
        card.since = uitest::testDay().addDays(-3);
        return card;
    }
    /// What the window system says of a drag that ends over a column.
    static void dropOn(BoardColumn* column, QMimeData* data)
    {
        QDragEnterEvent enter(QPoint(10, 10), Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(column->viewport(), &enter);
        QDragMoveEvent move(QPoint(12, 12), Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(column->viewport(), &move);
        QDropEvent drop(QPointF(12, 12), Qt::MoveAction, data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(column->viewport(), &drop);
    }

private Q_SLOTS:
    void model_followsTheCards()
    {
        BoardModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.idAt(0), IntroductionId{});
        model.setCards({cardOf(1, IntroductionState::made), cardOf(2, IntroductionState::made)}, uitest::testDay());
        QSignalSpy resets(&model, &BoardModel::modelReset);
        auto due = cardOf(1, IntroductionState::made);
        due.isDue = true;
        model.setCards({due, cardOf(2, IntroductionState::made)}, uitest::testDay());
        QCOMPARE(resets.count(), 0); // the same ones
        QVERIFY(!model.index(0).data(BoardModel::kRemarkRole).toString().isEmpty());
        QVERIFY(model.index(1).data(BoardModel::kRemarkRole).toString().isEmpty());
        const QString read = model.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(read.contains(QStringLiteral("Ána Ruiz")) && read.contains(QStringLiteral("学校 Vega")));
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1)}));
        QCOMPARE(BoardModel::dragged(*data), IntroductionId{2});
        QMimeData foreign;
        foreign.setText(QStringLiteral("2"));
        QCOMPARE(BoardModel::dragged(foreign), IntroductionId{});
        model.setCards({}, uitest::testDay());
        QCOMPARE(model.rowCount(), 0);
    }
    void metWithoutATie_asksForIt()
    {
        BoardModel model;
        auto card = cardOf(1, IntroductionState::met);
        model.setCards({card}, uitest::testDay());
        QVERIFY(!model.index(0).data(BoardModel::kRemarkRole).toString().isEmpty());
        card.tie = {TieId{3}, true};
        model.setCards({card}, uitest::testDay());
        QVERIFY(model.index(0).data(BoardModel::kRemarkRole).toString().isEmpty());
    }
    void keys_moveTheCard_andTheKeyboardGoesWithIt()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        const std::string before = desk.digest();
        auto* proposed = desk.column(IntroductionState::proposed);
        proposed->setFocus(Qt::TabFocusReason);
        QTest::keyClick(proposed, Qt::Key_Left, Qt::ControlModifier); // nothing before it
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::proposed);
        QTest::keyClick(proposed, Qt::Key_Right, Qt::ControlModifier);
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::agreed);
        auto* agreed = desk.column(IntroductionState::agreed);
        QCOMPARE(agreed->count(), 1);
        QCOMPARE(desk.place->focusWidget(), agreed);
        desk.undo();
        desk.read();
        QCOMPARE(desk.digest(), before);
    }
    void keys_walkOverEmptyColumns_andEnterOpens()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.click("introduceThem");
        auto* proposed = desk.column(IntroductionState::proposed);
        QCOMPARE(proposed->count(), 2);
        proposed->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(desk.place->focusWidget(), Qt::Key_Right, Qt::ControlModifier);
            desk.read();
        }
        auto* working = desk.column(IntroductionState::working);
        QCOMPARE(working->count(), 1);
        QTest::keyClick(working, Qt::Key_Right, Qt::ControlModifier); // what comes next is no next step
        desk.read();
        QCOMPARE(working->count(), 1);
        QTest::keyClick(working, Qt::Key_Left);
        QCOMPARE(desk.place->focusWidget(), proposed);
        QTest::keyClick(proposed, Qt::Key_Right);
        QCOMPARE(desk.place->focusWidget(), working);
        QTest::keyClick(working, Qt::Key_Right); // nowhere to go
        QCOMPARE(desk.place->focusWidget(), working);
        QVERIFY(!desk.find("introductionPanel"));
        QTest::keyClick(working, Qt::Key_Return);
        QVERIFY(desk.find("introductionPanel"));
        QVERIFY(desk.place->stepBack());
        QVERIFY(!desk.find("introductionPanel"));
    }
    void mouse_dragsTheCard()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        auto* proposed = desk.column(IntroductionState::proposed);
        const std::unique_ptr<QMimeData> data(proposed->model()->mimeData({proposed->model()->index(0, 0)}));
        dropOn(proposed, data.get()); // where it is
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::proposed);
        dropOn(desk.column(IntroductionState::replied), data.get());
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::replied);
        QCOMPARE(desk.column(IntroductionState::replied)->count(), 1);
    }
    void declined_areFoldedAway_untilAskedFor()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.change(QStringLiteral("test"), [&](store::Records& records) {
            return actions::moveOn(records, desk.stored().front().id, IntroductionState::declined, uitest::testDay());
        });
        desk.read();
        QVERIFY(!desk.column(IntroductionState::declined)->isVisible());
        desk.click("endedLink");
        QVERIFY(desk.column(IntroductionState::declined)->isVisible());
        auto* declined = desk.column(IntroductionState::declined);
        QCOMPARE(declined->count(), 1);
        declined->setFocus(Qt::TabFocusReason);
        QTest::keyClick(declined, Qt::Key_Left, Qt::ControlModifier); // no way back by accident
        desk.read();
        QCOMPARE(declined->count(), 1);
        desk.click("endedLink");
        QVERIFY(!desk.column(IntroductionState::declined)->isVisible());
    }
    void menu_movesTheCardAnywhere()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        auto* proposed = desk.column(IntroductionState::proposed);
        proposed->setFocus(Qt::TabFocusReason);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QCoreApplication::sendEvent(proposed, &event);
        auto* menu = desk.place->findChild<QMenu*>(QStringLiteral("moveMenu"));
        QVERIFY(menu != nullptr);
        menu->findChild<QAction*>(QStringLiteral("moveTo6"))->trigger();
        menu->close();
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::working);
    }
};

QTEST_MAIN(TestIntroductionsBoard)
#include "tst_introductions_board.moc"
