// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

#include "IntroductionsDesk.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::IntroductionsDesk;

/// Pairs that are not suggested: how they come to be, their list, and where the keyboard goes on.
class TestHeldPairs : public QObject
{
    Q_OBJECT

    static void trigger(SuggestionCard* card, const char* name)
    {
        auto* button = card->findChild<QPushButton*>(QStringLiteral("notTheseTwo"));
        button->setFocus(Qt::TabFocusReason);
        button->menu()->findChild<QAction*>(QString::fromLatin1(name))->trigger();
    }
    static QStringList namesOf(IntroductionsDesk& desk)
    {
        QStringList names;
        for (const auto* link : desk.place->findChildren<LinkLabel*>(QStringLiteral("heldPerson")))
            if (link->isVisible())
                names << link->text();
        return names;
    }
    static int rowsOf(IntroductionsDesk& desk) { return static_cast<int>(namesOf(desk).size()) / 2; }

private Q_SLOTS:
    void nobody_isSaid()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("heldBack");
        QVERIFY(desk.find("heldBackPanel"));
        QCOMPARE(rowsOf(desk), 0);
        QVERIFY(desk.find<QLineEdit>("apartA")->hasFocus());
        QVERIFY(desk.place->stepBack());
        QVERIFY(!desk.find("heldBackPanel"));
    }
    void whoActsOnACard_isToldHowToUndoIt_andGoesOnWithTheNext_data()
    {
        QTest::addColumn<QByteArray>("act");
        QTest::newRow("never") << QByteArray("neverTheseTwo");
        QTest::newRow("not now") << QByteArray("notNow");
        QTest::newRow("introduce") << QByteArray("introduceThem");
    }
    void whoActsOnACard_isToldHowToUndoIt_andGoesOnWithTheNext()
    {
        QFETCH(QByteArray, act);
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.place.get()));
        QSignalSpy said(desk.place.get(), &Place::said);
        const std::string before = desk.digest();
        const auto actOnFirst = [&] {
            SuggestionCard* card = desk.suggestions().front();
            if (act == "introduceThem") {
                card->findChild<QPushButton*>(QStringLiteral("introduceThem"))->setFocus(Qt::TabFocusReason);
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            } else {
                trigger(card, act.constData());
            }
            desk.read();
        };
        actOnFirst();
        QCOMPARE(said.count(), 1);
        QVERIFY(act == "introduceThem" || said.back().front().toString().contains(QStringLiteral("Ctrl+Z")));
        QCOMPARE(desk.suggestions().size(), std::size_t{1});
        QVERIFY(desk.suggestions().front()->isAncestorOf(QApplication::focusWidget()));
        actOnFirst();
        QVERIFY(desk.suggestions().empty());
        QVERIFY(QApplication::focusWidget() != nullptr);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) == nullptr); // where Ctrl+Z would be the text's
        desk.undo();
        desk.undo();
        QCOMPARE(desk.digest(), before);
    }
    void consents_areSaidWithWhoseTheyAre()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            Person luis = records.people.find(desk.luis)->value();
            luis.consent = ShowConsent::byCode;
            return records.people.update(luis);
        });
        desk.show();
        const auto said = [&desk] {
            return desk.suggestions().front()->findChild<QLabel*>(QStringLiteral("suggestionConsent"))->text();
        };
        QCOMPARE(said(), QStringLiteral("Shown to others: Ana not asked yet, Luis by code"));
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            Person luis = records.people.find(desk.luis)->value();
            luis.name = "Ana Vega";
            return records.people.update(luis);
        });
        desk.read();
        QCOMPARE(said(), QStringLiteral("Shown to others: Ana Ruiz not asked yet, Ana Vega by code"));
    }
    void list_tellsWhoAndWhy_andAllowsThemAgain()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        trigger(desk.suggestions().front(), "neverTheseTwo");
        desk.read();
        trigger(desk.suggestions().front(), "notNow");
        desk.read();
        QVERIFY(!desk.find("boardPart")); // neither was an introduction
        QVERIFY(desk.find<QPushButton>("heldBack")->text().contains(QLatin1Char('2')));
        desk.click("heldBack");
        QCOMPARE(rowsOf(desk), 2);
        QVERIFY(namesOf(desk).contains(QStringLiteral("Ana Ruiz")));
        const auto pairs = *desk.records().introductions.apartPairs();
        auto* why = desk.place->findChild<QLineEdit*>(QStringLiteral("heldWhy%1").arg(pairs.front().id.value));
        QVERIFY(why);
        why->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(why, QStringLiteral("a quarrel"));
        QTest::keyClick(why, Qt::Key_Return);
        desk.read();
        QCOMPARE(desk.records().introductions.apartPairs()->front().why, std::string("a quarrel"));
        QSignalSpy asked(desk.place.get(), &Place::personRequested);
        desk.click("heldPerson");
        QCOMPARE(asked.count(), 1);
        desk.click("allowAgain");
        QVERIFY(desk.records().introductions.apartPairs()->empty());
        QCOMPARE(rowsOf(desk), 1);
        QVERIFY(desk.find<QPushButton>("allowAgain")->hasFocus()); // the next pair's
        QCOMPARE(desk.suggestions().size(), std::size_t{1});
        desk.click("allowAgain");
        QCOMPARE(rowsOf(desk), 0);
        QCOMPARE(desk.suggestions().size(), std::size_t{2});
        QVERIFY(desk.stored().empty());
        desk.undo();
        desk.undo();
        desk.read();
        QCOMPARE(rowsOf(desk), 2);
    }
    void whatIsBeingTyped_outlivesAChangeOfTheFile()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        trigger(desk.suggestions().front(), "neverTheseTwo");
        desk.read();
        desk.click("heldBack");
        const QString name =
            QStringLiteral("heldWhy%1").arg(desk.records().introductions.apartPairs()->front().id.value);
        auto* why = desk.place->findChild<QLineEdit*>(name);
        why->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(why, QStringLiteral("half a sen"));
        desk.change(QStringLiteral("test"), [&](store::Records& records) {
            return actions::keepApart(records, desk.cleo, desk.ruth, {});
        });
        desk.read();
        QCOMPARE(rowsOf(desk), 2);
        why = desk.place->findChild<QLineEdit*>(name);
        QCOMPARE(why->text(), QStringLiteral("half a sen"));
        QVERIFY(why->hasFocus());
        QVERIFY(desk.records().introductions.apartPairs()->front().why.empty());
    }
    void twoOthers_canBeKeptApart_onceAndNotFromThemselves()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("heldBack");
        const auto choose = [&desk](const char* field, const QString& typed) {
            auto* line = desk.find<QLineEdit>(field);
            line->setFocus(Qt::TabFocusReason);
            line->clear();
            QTest::keyClicks(line, typed);
            QTest::keyClick(line, Qt::Key_Return);
        };
        QVERIFY(!desk.find<QPushButton>("keepApart")->isEnabled());
        choose("apartA", QStringLiteral("cleo"));
        choose("apartB", QStringLiteral("cleo"));
        desk.click("keepApart");
        QVERIFY(desk.find<QLabel>("apartTrouble"));
        choose("apartB", QStringLiteral("dan"));
        QVERIFY(!desk.find<QLabel>("apartTrouble"));
        QTest::keyClicks(desk.find<QLineEdit>("apartWhy"), QStringLiteral("One reports to the other"));
        desk.click("keepApart");
        const auto pairs = *desk.records().introductions.apartPairs();
        QCOMPARE(pairs.size(), std::size_t{1});
        QCOMPARE(pairs.front().why, std::string("One reports to the other"));
        QVERIFY(desk.find<QLineEdit>("apartA")->text().isEmpty());
        choose("apartA", QStringLiteral("dan"));
        choose("apartB", QStringLiteral("cleo"));
        desk.click("keepApart");
        QVERIFY(desk.find<QLabel>("apartTrouble"));
        QCOMPARE(desk.records().introductions.apartPairs()->size(), std::size_t{1});
    }
    void closingTheFile_keepsNoNames()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        trigger(desk.suggestions().front(), "neverTheseTwo");
        desk.read();
        desk.click("heldBack");
        desk.session().close();
        desk.read();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const auto* link : desk.place->findChildren<LinkLabel*>())
            QVERIFY2(!link->text().contains(QStringLiteral("Ana")), qPrintable(link->text()));
    }
};

QTEST_MAIN(TestHeldPairs)
#include "tst_held_pairs.moc"
