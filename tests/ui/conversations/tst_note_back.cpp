// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include "NoteTest.h"
#include "ui/widgets/Button.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::press;

/// One step back at a time: from an open entry to its chip, from the chips to the text, from the text away; and what
/// was left out is put back before anything else is done with it.
class TestNoteBack : public conversationstest::NoteTest
{
    Q_OBJECT

    const QString m_tie = QStringLiteral("Ana Ruiz and Ben Okafor");
    const QString m_mentor = QStringLiteral("A mentor for maths");

    static QString at() { return QApplication::focusWidget()->objectName(); }

private Q_SLOTS:
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void openEntry_foldsToItsChipThenToTheTextThenAway()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("tieB"));
        QVERIFY(m_place->stepBack());
        QCOMPARE(chips().size(), 2);
        QCOMPARE(QApplication::focusWidget(), chip(m_tie));
        QCOMPARE(chip(m_tie)->state(), State::taken);
        QVERIFY(!widget<QWidget>("tieB") || !widget<QWidget>("tieB")->isVisible());
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
        QVERIFY(note()->isVisible());
        QVERIFY(m_place->stepBack());
        QVERIFY(!note()->isVisible());
        QVERIFY(!drafts().isEmpty());
        m_place->logCall({});
        QVERIFY(note()->isVisible());
        QCOMPARE(chips().size(), 2);
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(records().ties.between(m_ana, m_ben).value());
    }

    void enterInTheLastField_closesToTheChip()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben. Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        widget<QWidget>("tieEnded")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(chip(m_tie));
        QCOMPARE(QApplication::focusWidget(), chip(m_tie));
        QCOMPARE(chip(m_tie)->state(), State::taken);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("itemText"));
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("itemTopic"));
        press(Qt::Key_Return);
        QCOMPARE(chips().size(), 2);
        QVERIFY(qobject_cast<ProposalChip*>(QApplication::focusWidget()));
        // What was changed has a line of its own.
        press(Qt::Key_Return);
        write(QStringLiteral(" and music"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QCOMPARE(at(), QStringLiteral("entryLine"));
        QCOMPARE(chips().size(), 1);
    }

    void doubtfulChip_foldsBackToWhatItWas()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Maybe she works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QVERIFY(!chip(m_tie));
        QVERIFY(m_place->stepBack());
        QCOMPARE(chip(m_tie)->state(), State::left);
    }

    void changedEntry_foldsToItsLine()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Needs a mentor for maths."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        write(QStringLiteral(" and music"));
        QVERIFY(m_place->stepBack());
        QCOMPARE(at(), QStringLiteral("entryLine"));
        QVERIFY(chips().isEmpty());
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
        QVERIFY(storeByKey());
        const auto items = records().conversations.itemsOf(m_ana).value();
        QCOMPARE(items.size(), std::size_t{1});
        QVERIFY(items.front().text.ends_with("music"));
    }

    void entryLeftOpen_isFoldedFromTheText()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        note()->setFocus();
        QVERIFY(m_place->stepBack());
        QVERIFY(note()->isVisible());
        QCOMPARE(QApplication::focusWidget(), note());
        QCOMPARE(titles(), QStringList{m_tie});
        QVERIFY(m_place->stepBack());
        QVERIFY(!note()->isVisible());
    }

    void entryWhoseWordsAreGone_keepsItsLine()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        note()->setPlainText({});
        QVERIFY(m_place->stepBack());
        QVERIFY(chips().isEmpty());
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(records().ties.between(m_ana, m_ben).value());
    }

    void emptyEntry_goesAndItsLinkHasTheKeyboard()
    {
        m_place->logCall(m_ana);
        widget<Button>("addNeed")->click();
        QCOMPARE(at(), QStringLiteral("itemText"));
        QVERIFY(m_place->stepBack());
        QCOMPARE(at(), QStringLiteral("addNeed"));
        QVERIFY(!widget<QWidget>("itemEntry") || !widget<QWidget>("itemEntry")->isVisible());
        QVERIFY(m_place->stepBack());
        QCOMPARE(QApplication::focusWidget(), note());
    }

    void leftOut_isPutBackByEnterAndByDelete()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Delete}) {
            press(Qt::Key_Delete);
            QCOMPARE(chip(m_tie)->state(), State::refused);
            press(key);
            QVERIFY2(chip(m_tie), "it stays a chip");
            QCOMPARE(chip(m_tie)->state(), State::taken);
            QCOMPARE(QApplication::focusWidget(), chip(m_tie));
        }
        press(Qt::Key_Return); // seen again, it is changed as any other
        QCOMPARE(at(), QStringLiteral("tieB"));
    }

    void leftOutAndDoubtful_isPutBackUntaken()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Maybe she works with Ben."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Delete);
        press(Qt::Key_Return);
        QCOMPARE(chip(m_tie)->state(), State::left);
        QVERIFY(storeByKey());
        QVERIFY(!records().ties.between(m_ana, m_ben).value());
    }

    void newcomerLeftOut_isPutBackByEnter()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Met @Kirsten Oyelaran."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Delete);
        press(Qt::Key_Return);
        QCOMPARE(chip(QStringLiteral("Kirsten Oyelaran"))->state(), State::taken);
        QCOMPARE(chip(QStringLiteral("Ana Ruiz and Kirsten Oyelaran"))->state(), State::taken);
    }

    void promise_saysWhoOwesItToWhomAndWhen()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("I'll send her the list by next Friday. She will send us the draft on 3 November."));
        const QString ours = QStringLiteral("Send her the list"), theirs = QStringLiteral("Send us the draft");
        QCOMPARE(titles(), (QStringList{ours, theirs}));
        QVERIFY2(chip(ours)->toolTip().contains(QStringLiteral("By Friday 23 October \u00B7 you owe it to Ana Ruiz")),
                 qPrintable(chip(ours)->toolTip()));
        QVERIFY2(
            chip(theirs)->toolTip().contains(QStringLiteral("By Tuesday 3 November \u00B7 Ana Ruiz owes it to you")),
            qPrintable(chip(theirs)->toolTip()));
        QVERIFY(storeByKey());
        const auto steps = records().conversations.followUps().value();
        QCOMPARE(steps.size(), std::size_t{2});
        QCOMPARE(steps[0].text, std::string("send her the list"));
        QCOMPARE(steps[0].due, std::optional(conversationstest::day(2026, 10, 23)));
        const auto said = [this](const char* words) {
            const auto labels = m_place->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [words](const QLabel* label) {
                return label->isVisible() && label->text().contains(QString::fromUtf8(words));
            });
        };
        QTRY_VERIFY(said("you owe it to Ana Ruiz"));
        QVERIFY(said("Ana Ruiz owes it to you"));
    }

    void longFacts_takeAnotherLineInsteadOfBeingCut()
    {
        const PersonId sky = m_desk->add("Maximiliana Wilhelmina Featherstonehaugh-Cholmondeley");
        m_place->logCall(sky);
        write(QStringLiteral("Needs a van. I'll send her the list by next Friday."));
        const auto* plain = chip(QStringLiteral("A van"));
        const auto* longer = chip(QStringLiteral("Send her the list"));
        QVERIFY(plain && longer);
        QTRY_VERIFY(longer->height() > plain->height());
        QVERIFY(plain->height() <= 50);
    }

    void twoThingsAskedFor_areBothReadable()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Needs a van for the fair and somebody who drives it on Thursdays. Needs a mentor."));
        const auto* longer = chip(QStringLiteral("A van for the fair and somebody who drives it on Thursdays"));
        const auto* plain = chip(QStringLiteral("A mentor"));
        QVERIFY2(longer && plain, qPrintable(titles().join(QLatin1Char('\n'))));
        QTRY_VERIFY(longer->height() >= plain->height() + 20);
    }

    void storedAndUndone_isSaidSo()
    {
        QSignalSpy said(m_place.get(), &Place::said);
        const auto last = [&said] { return said.isEmpty() ? QString() : said.last().front().toString(); };
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        QVERIFY(storeByKey());
        QTRY_VERIFY(last().startsWith(QStringLiteral("Stored.")));
        QVERIFY(m_desk->step(&Session::undo));
        QCOMPARE(last(), QStringLiteral("Undone: Call with Ana Ruiz."));
        QVERIFY(m_desk->step(&Session::redo));
        QCOMPARE(last(), QStringLiteral("Stored again: Call with Ana Ruiz."));
        m_desk->add("Cora Lind");
        const auto count = said.size();
        QVERIFY(m_desk->step(&Session::undo)); // of something else
        QCOMPARE(said.size(), count);
    }

    void storedCall_showsNewMembersAndTopics()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Met @Kirsten Oyelaran. Saw @Imani Okoye. #robotics and #Robotics and #maths"));
        QVERIFY(storeByKey());
        const auto names = [this] {
            QStringList all;
            for (const auto* link : m_place->findChildren<QWidget*>(QStringLiteral("recordNewMember")))
                all << link->accessibleName();
            all.sort();
            return all;
        };
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("Open the page of Imani Okoye"),
                                           QStringLiteral("Open the page of Kirsten Oyelaran")}));
        const auto labels = m_place->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel* label) { return label->text() == QLatin1String("#robotics  #maths"); }));
    }

    void projectOfTheFile_isKnownByItsName()
    {
        Project project;
        project.name = "Seed Library";
        QVERIFY(m_desk->change(
            [&project](store::Records& records) { return records.projects.insert(project).map([](ProjectId) {}); }));
        m_place->logCall(m_ana);
        write(QStringLiteral("She joined the seed library."));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Seed library")});
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNoteBack test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_note_back.moc"
