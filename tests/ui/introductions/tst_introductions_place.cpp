// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include "IntroductionsDesk.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::IntroductionsDesk;

/// Suggestions, what is done about them, and the panel with every field.
class TestIntroductionsPlace : public QObject
{
    Q_OBJECT

    /// Chooses a value as a user does with the keyboard.
    static void choose(QComboBox* combo, int value)
    {
        combo->setCurrentIndex(combo->findData(value));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    static QAction* menuAction(IntroductionsDesk& desk, const char* name)
    {
        auto* button = desk.find<QPushButton>("notTheseTwo");
        return button->menu()->findChild<QAction*>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void emptyFile_saysSo_andOffersOne()
    {
        IntroductionsDesk desk;
        desk.show();
        QVERIFY(desk.find("introductionsEmpty"));
        QVERIFY(desk.suggestions().empty());
        QVERIFY(!desk.find("introductionsBoard"));
        desk.place->findChild<QPushButton*>(QStringLiteral("newIntroduction"))->click();
        QVERIFY(desk.find("newIntroductionPanel"));
        QVERIFY(desk.place->stepBack());
        QVERIFY(!desk.find("newIntroductionPanel"));
        QVERIFY(!desk.place->stepBack());
    }
    void suggestions_quoteTheirReason()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        const auto cards = desk.suggestions();
        QCOMPARE(cards.size(), std::size_t{2});
        const auto* reason = cards[0]->findChild<QLabel*>(QStringLiteral("suggestionReason"));
        QVERIFY2(reason->text().contains(QStringLiteral("“A set of fraction tasks”")), qPrintable(reason->text()));
        QVERIFY(reason->text().contains(QStringLiteral("Luis Vega offers")));
        const auto* second = cards[1]->findChild<QLabel*>(QStringLiteral("suggestionReason"));
        QVERIFY2(second->text().contains(QStringLiteral("Bea Noor knows both well")), qPrintable(second->text()));
        QCOMPARE(cards[1]->host(), desk.bea);
        QVERIFY(!desk.find<QLabel>("suggestionSpread")->text().isEmpty());
    }
    void aNewNameOrConsent_isOnTheCardAtOnce()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto ana, records.people.find(desk.ana));
            ana->name = "Ána Søl";
            ana->consent = ShowConsent::byCode;
            return records.people.update(*ana);
        });
        desk.read();
        const auto cards = desk.suggestions();
        QCOMPARE(cards.size(), std::size_t{2});
        QVERIFY(cards[0]->accessibleName().contains(QStringLiteral("Ána Søl")));
        const auto* reason = cards[0]->findChild<QLabel*>(QStringLiteral("suggestionReason"));
        QVERIFY2(reason->text().contains(QStringLiteral("Ána Søl")), qPrintable(reason->text()));
        // Where nothing is new the cards stay.
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto ruth, records.people.find(desk.ruth));
            ruth->about = "Of the staff.";
            return records.people.update(*ruth);
        });
        desk.read();
        QCOMPARE(desk.suggestions(), cards);
    }
    void introducing_isOneStep_andUndoGivesTheSameDigest()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        const std::string before = desk.digest();
        desk.click("introduceThem");
        QCOMPARE(desk.stored().size(), std::size_t{1});
        QCOMPARE(desk.stored().front().reason, IntroductionReason::needMeetsOffer);
        QCOMPARE(desk.suggestions().size(), std::size_t{1});
        QCOMPARE(desk.column(IntroductionState::proposed)->count(), 1);
        desk.undo();
        desk.read();
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.suggestions().size(), std::size_t{2});
    }
    void theHostChosen_isStored()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.settings().set(setting::kMe, QStringLiteral("Ruth Adler"));
        desk.session().setMe(QStringLiteral("Ruth Adler"));
        desk.show();
        auto* host = desk.suggestions()[1]->findChild<QComboBox*>(QStringLiteral("suggestionHost"));
        host->setCurrentIndex(host->findData(static_cast<qlonglong>(desk.ruth.value)));
        desk.suggestions()[1]->findChild<QPushButton*>(QStringLiteral("introduceThem"))->click();
        desk.read();
        QCOMPARE(desk.stored().front().host, desk.ruth);
    }
    void notNow_putsThemAside_never_keepsThemApart()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        menuAction(desk, "notNow")->trigger();
        desk.read();
        QCOMPARE(desk.suggestions().size(), std::size_t{1});
        QCOMPARE(desk.stored().front().state, IntroductionState::lapsed);
        menuAction(desk, "neverTheseTwo")->trigger();
        desk.read();
        QVERIFY(desk.suggestions().empty());
        QCOMPARE(desk.records().introductions.apartPairs()->size(), std::size_t{1});
    }
    void aDraft_isShownAndCopied_andStoresNothing()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        QSignalSpy said(desk.place.get(), &Place::said);
        QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
        desk.click("draftMail");
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
        const QString text = desk.find<QPlainTextEdit>("mailText")->toPlainText();
        QVERIFY2(text.contains(u"Dear Ana Ruiz") && text.contains(u"fraction tasks"), qPrintable(text));
        desk.click("copyMail");
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        QVERIFY(said.count() == 1 && desk.stored().empty());
        desk.find("mailTo")->findChild<QAbstractButton*>(QStringLiteral("segment2"))->click();
        QVERIFY(desk.find<QPlainTextEdit>("mailText")->toPlainText().contains(QStringLiteral("dear Luis Vega")));
        desk.click("closeMail");
        QVERIFY(!desk.find("mailPanel"));
    }
    void whoIsNotToBeNamed_hasNoDraftToBoth()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto luis, records.people.find(desk.luis));
            luis->consent = ShowConsent::byCode;
            return records.people.update(*luis);
        });
        desk.show();
        desk.click("draftMail");
        QVERIFY(!desk.find<QPlainTextEdit>("mailText")->toPlainText().contains(QStringLiteral("Luis")));
        desk.find("mailTo")->findChild<QAbstractButton*>(QStringLiteral("segment2"))->click();
        QVERIFY(!desk.find("mailText"));
        QVERIFY(!desk.find<QPushButton>("copyMail")->isEnabled());
    }
    void theLinksOfACard_leadToPeople()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        QSignalSpy asked(desk.place.get(), &Place::personRequested);
        desk.click("suggestionA");
        QCOMPARE(asked.takeFirst().first().value<PersonId>(), desk.ana);
    }
    void everyField_isStored()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        const auto stored = [&desk] {
            desk.read();
            return desk.stored().front();
        };
        choose(desk.find<QComboBox>("panelConsentA"), static_cast<int>(IntroductionConsent::yes));
        QCOMPARE(stored().consentA, IntroductionConsent::yes);
        choose(desk.find<QComboBox>("panelConsentB"), static_cast<int>(IntroductionConsent::asked));
        QCOMPARE(stored().consentB, IntroductionConsent::asked);
        choose(desk.find<QComboBox>("panelStrength"), static_cast<int>(IntroductionStrength::byPhone));
        QCOMPARE(stored().strength, IntroductionStrength::byPhone);
        choose(desk.find<QComboBox>("panelFollowUp"), uitest::testDay().addDays(7).days());
        QCOMPARE(stored().followUp, std::optional(uitest::testDay().addDays(7)));
        for (const auto& [field, words] :
             {std::pair("panelTopic", "algebra"), std::pair("panelOutcome", "a plan for spring")}) {
            auto* line = desk.find<QLineEdit>(field);
            line->clear();
            line->setFocus(Qt::TabFocusReason);
            QTest::keyClicks(line, QString::fromLatin1(words));
            QTest::keyClick(line, Qt::Key_Return);
            desk.read();
        }
        auto* why = desk.find<QPlainTextEdit>("panelWhy");
        why->setFocus(Qt::TabFocusReason);
        why->insertPlainText(QStringLiteral("a good pair\nand patient"));
        QTest::keyClick(why, Qt::Key_Tab); // leaves it
        desk.read();
        QCOMPARE(stored().topic, std::string("algebra"));
        QCOMPARE(stored().why, std::string("a good pair\nand patient"));
        QCOMPARE(stored().outcome, std::string("a plan for spring"));
        auto* host = desk.find<QLineEdit>("panelHost");
        host->clear();
        host->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(host, QStringLiteral("bea"));
        QTest::keyClick(host, Qt::Key_Return);
        QCOMPARE(stored().host, desk.bea);
    }
    void whatIsBeingTyped_outlivesAChangeOfTheFile()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.click("introduceThem");
        const IntroductionId first = desk.stored().front().id;
        desk.place->showIntroduction(first);
        desk.read();
        auto* outcome = desk.find<QLineEdit>("panelOutcome");
        outcome->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(outcome, QStringLiteral("a plan"));
        desk.change(QStringLiteral("test"), [&](store::Records& records) {
            return actions::moveOn(records, first, IntroductionState::met, uitest::testDay());
        });
        desk.read();
        QCOMPARE(desk.find<QComboBox>("panelState")->currentData().toInt(), static_cast<int>(IntroductionState::met));
        QCOMPARE(outcome->text(), QStringLiteral("a plan"));
        QTest::keyClick(outcome, Qt::Key_Return);
        desk.read();
        QCOMPARE(desk.stored().front().outcome, std::string("a plan"));
        QCOMPARE(desk.stored().front().state, IntroductionState::met);
        desk.undo(); // stored, it follows the file again
        desk.read();
        QVERIFY(outcome->text().isEmpty());
        QTest::keyClicks(outcome, QStringLiteral("of the first"));
        desk.place->showIntroduction(desk.stored().back().id);
        desk.read();
        QVERIFY(outcome->text().isEmpty()); // another card
    }
    void whatCannotBe_isPutBack_andTheRestIsStored()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        const PersonId was = desk.stored().front().host;
        QSignalSpy said(desk.place.get(), &Place::said);
        auto* host = desk.find<QLineEdit>("panelHost");
        const QString shown = host->text();
        host->clear();
        host->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(host, QStringLiteral("luis"));
        QTest::keyClick(host, Qt::Key_Return); // one of the two
        desk.read();
        QCOMPARE(said.count(), 1);
        QVERIFY(!said.front().front().toString().isEmpty());
        QCOMPARE(host->text(), shown);
        QCOMPARE(desk.stored().front().host, was);
        choose(desk.find<QComboBox>("panelConsentA"), static_cast<int>(IntroductionConsent::yes));
        desk.read();
        QCOMPARE(desk.stored().front().consentA, IntroductionConsent::yes);
        QCOMPARE(said.count(), 1);
    }
    void whatIsOnlyMine_isNeitherNamedInTheHistoryNorLeftOnTheScreen()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.session().setMe(QStringLiteral("Ruth Adler"));
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            Introduction mine;
            mine.a = desk.cleo;
            mine.b = desk.ana;
            mine.host = desk.ruth;
            mine.proposed = uitest::testDay();
            mine.confidentiality = Confidentiality::onlyMe;
            WEAVEMAP_TRY(records.introductions.insert(mine));
            return {};
        });
        desk.show();
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        QVERIFY(desk.find("introductionPanel"));
        choose(desk.find<QComboBox>("panelState"), static_cast<int>(IntroductionState::made));
        desk.read();
        QCOMPARE(desk.stored().front().state, IntroductionState::made);
        QCOMPARE(desk.session().undoLabel(), QStringLiteral("Introduction"));
        desk.place->hide();
        desk.session().setMe(QString());
        QVERIFY(desk.place->findChild<QWidget*>(QStringLiteral("introductionSide"))->isHidden());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const QLabel* label : desk.place->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QStringLiteral("Cleo")), qPrintable(label->text()));
        desk.place->show();
        desk.place->enter();
        desk.read();
        QCOMPARE(desk.column(IntroductionState::made)->count(), 0);
    }
    void whoMet_isRecordedAsATie()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        QVERIFY(!desk.find("recordTie"));
        choose(desk.find<QComboBox>("panelState"), static_cast<int>(IntroductionState::met));
        desk.read();
        QVERIFY(!*desk.records().ties.between(desk.ana, desk.luis)); // nothing by itself
        desk.click("recordTie");
        QVERIFY((*desk.records().ties.between(desk.ana, desk.luis)).has_value());
        QVERIFY(!desk.find("recordTie"));
        QVERIFY(desk.find<QLabel>("introducedTie")->text().contains(QStringLiteral("know each other")));
        QCOMPARE(desk.find<QLabel>("introductionSteps")->text().count(QLatin1Char('\n')), 1);
    }
    void removed_itIsGone_andThePanelCloses()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        desk.click("removeIntroduction");
        QVERIFY(desk.stored().empty());
        QVERIFY(!desk.find("introductionPanel"));
    }
    void twoByHand_areIntroducedWithTheKeyboardAlone()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("newIntroduction");
        QTest::keyClicks(desk.find("newA"), QStringLiteral("ana"));
        QTest::keyClick(desk.find("newA"), Qt::Key_Return);
        QVERIFY(!desk.find<QPushButton>("storeIntroduction")->isEnabled());
        QTest::keyClicks(desk.find("newB"), QStringLiteral("ana"));
        QTest::keyClick(desk.find("newB"), Qt::Key_Return);
        desk.click("storeIntroduction");
        QVERIFY(!desk.find<QLabel>("newTrouble")->text().isEmpty()); // the same person
        desk.find<QLineEdit>("newB")->clear();
        QTest::keyClicks(desk.find("newB"), QStringLiteral("dan"));
        QTest::keyClick(desk.find("newB"), Qt::Key_Return);
        QTest::keyClick(desk.find("storeIntroduction"), Qt::Key_Return);
        desk.read();
        QCOMPARE(desk.stored().size(), std::size_t{1});
        QVERIFY(desk.stored().front().concerns(desk.ana) && desk.stored().front().concerns(desk.dan));
        QVERIFY(desk.find("introductionPanel")); // it opens
    }
    void whoIsKeptApart_cannotBeIntroducedByHand()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.change(QStringLiteral("test"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(records.introductions.insert(ApartPair{{}, desk.dan, desk.ana, {}}));
            return {};
        });
        desk.show();
        desk.click("newIntroduction");
        for (const auto& [field, name] : {std::pair("newA", "ana"), std::pair("newB", "dan")}) {
            QTest::keyClicks(desk.find(field), QString::fromLatin1(name));
            QTest::keyClick(desk.find(field), Qt::Key_Return);
        }
        desk.click("storeIntroduction");
        QVERIFY(desk.stored().empty() && desk.find<QLabel>("newTrouble")->text().contains(QStringLiteral("apart")));
    }
    void closingTheFile_keepsNoNames()
    {
        IntroductionsDesk desk;
        desk.fill();
        desk.show();
        desk.click("introduceThem");
        desk.place->showIntroduction(desk.stored().front().id);
        desk.read();
        desk.session().close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const QLabel* label : desk.place->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QStringLiteral("Ana")), qPrintable(label->objectName()));
        for (const QAbstractButton* button : desk.place->findChildren<QAbstractButton*>())
            QVERIFY2(!button->text().contains(QStringLiteral("Ana")), qPrintable(button->objectName()));
        QCOMPARE(desk.column(IntroductionState::proposed)->count(), 0);
    }
};

QTEST_MAIN(TestIntroductionsPlace)
#include "tst_introductions_place.moc"
