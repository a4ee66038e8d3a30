// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QSignalSpy>

#include "IntroductionsDesk.h"
#include "ui/base/Convert.h"
#include "ui/introductions/BoardModel.h"
#include "ui/introductions/IntroductionsBoard.h"

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
    void twoWhoHaveATie_areToldSo_untilTheyAnswered()
    {
        BoardModel model;
        auto card = cardOf(1, IntroductionState::proposed);
        const auto remark = [&] {
            model.setCards({card}, uitest::testDay());
            return model.index(0).data(BoardModel::kRemarkRole).toString();
        };
        QVERIFY(remark().isEmpty());
        card.tie.tie = TieId{3};
        QVERIFY(remark().contains(QStringLiteral("tie already")));
        QVERIFY(!BoardModel::isWaiting(card));
        card.introduction.state = IntroductionState::replied;
        QVERIFY(remark().isEmpty());
    }
    void whatWaits_standsFirst_andWhatWasJustPutThereBeforeIt()
    {
        IntroductionsBoard board;
        board.resize(1240, 300);
        board.show();
        std::vector<actions::IntroductionCard> cards;
        for (int id = 1; id <= 30; ++id)
            cards.push_back(cardOf(id, IntroductionState::made));
        cards[27].isDue = cards[28].isDue = true;
        board.setCards(cards, uitest::testDay());
        auto* made = board.findChild<BoardColumn*>(
            QStringLiteral("boardColumn%1").arg(static_cast<int>(IntroductionState::made)));
        const auto idAt = [made](int row) { return made->model()->index(row, 0).data(BoardModel::kIdRole).toInt(); };
        QCOMPARE(idAt(0), 28);
        QCOMPARE(idAt(1), 29);
        QCOMPARE(idAt(2), 1);
        made->scrollToBottom();
        QVERIFY(made->indexAt(QPoint(5, 5)).row() > 0);
        board.bringForward(IntroductionId{31}); // not read yet
        board.setCards(cards, uitest::testDay());
        QVERIFY(made->indexAt(QPoint(5, 5)).row() > 0);
        cards.push_back(cardOf(31, IntroductionState::made));
        board.setCards(cards, uitest::testDay());
        QCOMPARE(idAt(0), 31);
        QCOMPARE(idAt(1), 28);
        QCOMPARE(made->indexAt(QPoint(5, 5)).row(), 0);
        board.bringForward({});
        board.setCards(cards, uitest::testDay());
        QCOMPARE(idAt(0), 28);
    }
    void whatWasAccepted_standsOnTop_andATieIsTold()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            Tie tie;
            tie.a = desk.ana;
            tie.b = desk.dan;
            WEAVEMAP_TRY(records.ties.insert(ordered(tie)));
            Introduction older;
            older.a = desk.bea;
            older.b = desk.luis;
            older.proposed = uitest::testDay().addDays(-3);
            return records.introductions.insert(older).map([](IntroductionId) {});
        });
        desk.show();
        QSignalSpy said(desk.place.get(), &Place::said);
        desk.click("introduceThem");
        auto* proposed = desk.column(IntroductionState::proposed);
        QCOMPARE(proposed->count(), 2);
        QCOMPARE(proposed->model()->index(0, 0).data(BoardModel::kSinceRole).toString(),
                 formatAge(uitest::testDay(), uitest::testDay()));
        QCOMPARE(said.count(), 1);
        QVERIFY(!said.back().front().toString().contains(QStringLiteral("tie already")));
        desk.click("newIntroduction");
        for (const auto& [field, name] : {std::pair("newA", "ana"), std::pair("newB", "dan")}) {
            QTest::keyClicks(desk.find(field), QString::fromLatin1(name));
            QTest::keyClick(desk.find(field), Qt::Key_Return);
        }
        desk.click("storeIntroduction");
        QCOMPARE(desk.stored().size(), std::size_t{3});
        QVERIFY(said.back().front().toString().contains(QStringLiteral("tie already")));
        const auto top = proposed->model()->index(0, 0);
        QVERIFY(top.data(BoardModel::kRemarkRole).toString().contains(QStringLiteral("tie already")));
    }
    void suggestions_areAsHighAsTheTallestCard()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto items, records.conversations.itemsOf(desk.luis));
            for (int i = 0; i < 12; ++i)
                items.front().text += " and many more words that a card has to have lines for";
            return records.conversations.update(items.front());
        });
        desk.show();
        const auto cards = desk.suggestions();
        QVERIFY(!cards.empty());
        auto* area = desk.place->findChild<QScrollArea*>(QStringLiteral("suggestions"));
        for (SuggestionCard* card : cards) {
            QVERIFY(card->height() >= card->heightForWidth(card->width()));
            const int foot = card->mapTo(area->viewport(), QPoint(0, card->height())).y();
            QVERIFY2(foot <= area->viewport()->height(), qPrintable(QString::number(foot)));
        }
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
