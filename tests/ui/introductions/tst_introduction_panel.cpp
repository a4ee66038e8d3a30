// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "IntroductionsDesk.h"
#include "ui/base/Words.h"
#include "ui/widgets/LevelChip.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::IntroductionsDesk;

/// Where an opened introduction leads, who may see it, and what can be done with one of two who are kept apart.
class TestIntroductionPanel : public QObject
{
    Q_OBJECT

    /// An introduction of Ana and Luis out of what they need and offer, opened at the side.
    struct Desk : IntroductionsDesk
    {
        IntroductionId id;

        explicit Desk(const QString& me = QStringLiteral("Ruth Adler"))
        {
            fill();
            session().setMe(me);
            show();
            click("introduceThem");
            id = stored().front().id;
            place->showIntroduction(id);
            read();
        }
        Introduction record()
        {
            read();
            return stored().front();
        }
        QAction* level(Confidentiality level)
        {
            return find<LevelChip>("panelLevel")
                ->findChild<QAction*>(QStringLiteral("level%1").arg(static_cast<int>(level)));
        }
        void choose(IntroductionState state)
        {
            auto* combo = find<QComboBox>("panelState");
            combo->setCurrentIndex(combo->findData(static_cast<int>(state)));
            Q_EMIT combo->activated(combo->currentIndex());
            read();
        }
        void keepApart()
        {
            change(QStringLiteral("test"), [this](store::Records& records) {
                return actions::keepApart(records, luis, ana, "a quarrel.");
            });
            read();
        }
    };

private Q_SLOTS:
    void links_leadToTheLinesThePeopleAndTheTie()
    {
        Desk desk;
        QSignalSpy people(desk.place.get(), &Place::personRequested);
        QSignalSpy calls(desk.place.get(), &Place::conversationRequested);
        QSignalSpy ties(desk.place.get(), &Place::tieRequested);
        desk.click("panelA");
        desk.click("panelB");
        QCOMPARE(people.takeFirst().front().value<PersonId>(), desk.ana);
        QCOMPARE(people.takeFirst().front().value<PersonId>(), desk.luis);
        desk.click("panelNeed");
        const NoteItem need = desk.records().conversations.itemsOf(desk.ana)->front();
        QCOMPARE(calls.takeFirst().front().value<ConversationId>(), need.conversation);
        QVERIFY(!desk.find("panelOffer")); // said in the same call
        QVERIFY(!desk.find("panelConversation"));
        QVERIFY(!desk.find("panelTie"));
        desk.choose(IntroductionState::met);
        desk.click("recordTie");
        desk.click("panelTie");
        const auto tie = desk.records().ties.between(desk.ana, desk.luis);
        QCOMPARE(ties.takeFirst().front().value<TieId>(), (*tie)->id);
    }
    void whatWasAskedFor_isLeftWithOneStep_whatWasOpenedHereIsClosedFirst()
    {
        Desk desk;
        QVERIFY(desk.find("introductionPanel"));
        QVERIFY(!desk.place->stepBack()); // the window goes back to who asked
        QVERIFY(!desk.find("introductionPanel"));
        auto* column = desk.column(IntroductionState::proposed);
        column->focusRow(0);
        QTest::keyClick(column, Qt::Key_Return);
        desk.read();
        QVERIFY(desk.find("introductionPanel"));
        QVERIFY(desk.place->stepBack());
        QVERIFY(!desk.find("introductionPanel"));
    }
    void whatWasAskedFor_isChosenOnTheBoard_alsoWhereItHasEnded()
    {
        Desk desk;
        desk.choose(IntroductionState::declined);
        desk.place->stepBack();
        QVERIFY(!desk.column(IntroductionState::declined)->isVisible());
        desk.place->showIntroduction(desk.id);
        desk.read();
        auto* column = desk.column(IntroductionState::declined);
        QVERIFY(column->isVisible());
        QCOMPARE(column->currentRow(), 0);
        QSignalSpy said(desk.place.get(), &Place::said);
        desk.place->showIntroduction(IntroductionId{5});
        desk.read();
        QCOMPARE(said.count(), 1); // it is not there
    }
    void oneCardOfTheBoard_isInHand()
    {
        Desk desk;
        desk.click("introduceThem"); // a second one
        QCOMPARE(desk.column(IntroductionState::proposed)->count(), 2);
        QTest::keyClick(desk.column(IntroductionState::proposed), Qt::Key_Right, Qt::ControlModifier);
        desk.read();
        const auto inHand = [&desk] {
            int chosen = 0;
            for (const BoardColumn* column : desk.place->findChildren<BoardColumn*>())
                chosen += static_cast<int>(column->selectionModel()->selectedIndexes().size());
            return chosen;
        };
        desk.column(IntroductionState::proposed)->setFocus(Qt::TabFocusReason);
        QCOMPARE(inHand(), 1);
        desk.column(IntroductionState::agreed)->setFocus(Qt::TabFocusReason);
        QCOMPARE(inHand(), 1);
        QCOMPARE(desk.column(IntroductionState::proposed)->currentRow(), -1);
    }
    void level_isStored_neverLooser_andUndone()
    {
        Desk desk;
        const std::string before = desk.digest();
        QCOMPARE(desk.find<LevelChip>("panelLevel")->value(), words(Confidentiality::staff));
        QVERIFY(desk.level(Confidentiality::shareable)->isEnabled()); // its call may be shared
        desk.level(Confidentiality::shareable)->trigger();
        QCOMPARE(desk.record().confidentiality, Confidentiality::shareable);
        desk.undo();
        desk.read();
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.find<LevelChip>("panelLevel")->value(), words(Confidentiality::staff));
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            NoteItem need = records.conversations.itemsOf(desk.ana)->front();
            need.confidentiality = Confidentiality::staff;
            return records.conversations.update(need);
        });
        desk.read();
        QVERIFY(!desk.level(Confidentiality::shareable)->isEnabled());
        QVERIFY(desk.find<LevelChip>("panelLevel")->toolTip().contains(words(Confidentiality::staff)));
        desk.level(Confidentiality::onlyMe)->trigger(); // she had the call
        QCOMPARE(desk.record().confidentiality, Confidentiality::onlyMe);
        QVERIFY(desk.find("introductionPanel"));
        desk.session().setMe(QStringLiteral("Somebody Else"));
        desk.read();
        QVERIFY(!desk.find("introductionPanel"));
        QCOMPARE(desk.column(IntroductionState::proposed)->count(), 0);
    }
    void whoDidNotHaveTheCall_cannotKeepItToThemselves()
    {
        Desk desk{QString()};
        QVERIFY(!desk.level(Confidentiality::onlyMe)->isEnabled());
        QVERIFY(desk.find<LevelChip>("panelLevel")->toolTip().contains(QStringLiteral("Settings")));
        const PersonId tom = desk.addPerson(QStringLiteral("Tom Hale"), PersonKind::staff);
        QVERIFY(tom.isValid());
        desk.session().setMe(QStringLiteral("Tom Hale"));
        desk.place->showIntroduction(desk.id);
        desk.read();
        QVERIFY(!desk.level(Confidentiality::onlyMe)->isEnabled());
    }
    void keptApartMeanwhile_itSaysSo_andCanBeEnded()
    {
        Desk desk;
        desk.keepApart();
        const auto* notice = desk.find<QLabel>("panelApartWords");
        QVERIFY(notice);
        QVERIFY2(notice->text().contains(QStringLiteral("a quarrel.")), qPrintable(notice->text()));
        QVERIFY(!notice->text().contains(QStringLiteral("..")));
        QVERIFY(desk.column(IntroductionState::proposed)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString()
                    .contains(QStringLiteral("kept apart")));
        QSignalSpy said(desk.place.get(), &Place::said);
        desk.choose(IntroductionState::agreed);
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.record().state, IntroductionState::proposed);
        QTest::keyClick(desk.column(IntroductionState::proposed), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(desk.record().state, IntroductionState::proposed);
        desk.click("panelLapse");
        QCOMPARE(desk.record().state, IntroductionState::lapsed);
        QVERIFY(!desk.find("panelApart"));
    }
    void keptApartMeanwhile_theyCanBeAllowedAgain()
    {
        Desk desk;
        desk.click("panelNever"); // from here, too
        QVERIFY(desk.find("panelApart"));
        QVERIFY(desk.find("panelLapse")->hasFocus()); // what was pressed is gone
        QCOMPARE(desk.records().introductions.apartPairs()->size(), std::size_t{1});
        desk.click("panelAllow");
        QVERIFY(!desk.find("panelApart"));
        QVERIFY(desk.find("panelState")->hasFocus());
        QVERIFY(desk.records().introductions.apartPairs()->empty());
        desk.undo();
        desk.read();
        QVERIFY(desk.find("panelApart"));
    }
};

QTEST_MAIN(TestIntroductionPanel)
#include "tst_introduction_panel.moc"
