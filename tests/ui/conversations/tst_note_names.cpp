// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialog>
#include <QMenu>
#include <QTextBrowser>

#include "NoteTest.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::press;

/// Names that fit several people, names of other scripts, long notes, and the page that says how to write one.
class TestNoteNames : public conversationstest::NoteTest
{
    Q_OBJECT

    PersonId m_other;

    /// The menu with those who may be meant, opened by Enter on the chip that asks.
    QMenu* ask() const
    {
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_other = m_desk->add("Ben Lund");
    }
    void cleanup() { closeDesk(); }

    void twoOfOneFirstName_areAskedForAndSettledByKeys()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        QCOMPARE(titles(), QStringList{QStringLiteral("Which Ben?")});
        QMenu* menu = ask();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        while (menu->activeAction() && !menu->activeAction()->text().startsWith(QStringLiteral("Ben Lund")))
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        const QStringList settled{QStringLiteral("Ana Ruiz and Ben Lund"), QStringLiteral("Ben is Ben Lund")};
        QTRY_COMPARE(titles(), settled);
        QCOMPARE(note()->toPlainText(), QStringLiteral("Works with Ben."));
        note()->setFocus();
        write(QStringLiteral(" And more."));
        QCOMPARE(titles(), settled);
        QVERIFY(storeByKey());
        QVERIFY(records().ties.between(m_ana, m_other).value());
        QVERIFY(!records().ties.between(m_ana, m_ben).value());
    }

    void twoOfOneFullName_areSettledToo()
    {
        const PersonId twin = m_desk->add("Ben Okafor");
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben Okafor."));
        QCOMPARE(titles(), QStringList{QStringLiteral("Which Ben Okafor?")});
        QMenu* menu = ask();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().back()->trigger();
        menu->close();
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("Ana Ruiz and Ben Okafor"), QStringLiteral("Ben Okafor")}));
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(records().ties.between(m_ana, twin).value().has_value() ? 1 : 0,
                 records().ties.between(m_ana, m_ben).value().has_value() ? 0 : 1);
    }

    void settledByTheNote_isSaidInFullAndAnotherChosenByKeys()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben Lund. Ben needs a van."));
        const QString is = QStringLiteral("Ben is Ben Lund"), need = QStringLiteral("A van");
        QCOMPARE(titles(), (QStringList{need, QStringLiteral("Ana Ruiz and Ben Lund"), is}));
        QVERIFY(chip(is)->toolTip().contains(QStringLiteral("Ben Okafor")));
        QVERIFY(chip(need)->toolTip().contains(QStringLiteral("Ben Lund")));
        QMenu* menu = ask();
        QVERIFY(menu);
        QCOMPARE(menu->activeAction()->text().left(8), QStringLiteral("Ben Lund"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(chip(QStringLiteral("Ben is Ben Okafor")));
        QVERIFY(chip(need)->toolTip().contains(QStringLiteral("Ben Okafor")));
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(records().conversations.itemsOf(m_ben).value().size(), std::size_t{1});
        QVERIFY(records().ties.between(m_ana, m_other).value()); // who was named in full
    }

    void whoWasCalled_isNotTakenForTheirNamesakeUnseen()
    {
        m_place->logCall(m_ben);
        write(QStringLiteral("Ben needs a van."));
        QCOMPARE(titles(), (QStringList{QStringLiteral("A van"), QStringLiteral("Ben is Ben Okafor")}));
        QMenu* menu = ask();
        QVERIFY(menu);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(chip(QStringLiteral("Ben is Ben Lund")));
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(records().conversations.itemsOf(m_other).value().size(), std::size_t{1});
    }

    void oneProposalAlone_isGivenToSomebodyElseByKeys()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Needs a van."));
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("itemText"));
        while (QApplication::focusWidget()->objectName() != QLatin1String("itemAbout"))
            press(Qt::Key_Tab);
        write(QStringLiteral("ben o"));
        press(Qt::Key_Return);
        QVERIFY(storeByKey());
        QCOMPARE(records().conversations.itemsOf(m_ben).value().size(), std::size_t{1});
        QVERIFY(records().conversations.itemsOf(m_ana).value().empty());
    }

    void unsettled_storesNothingOfIt()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        QVERIFY(storeByKey());
        QCOMPARE(records().ties.count().value(), std::size_t{0});
    }

    void settled_outlivesARestart()
    {
        m_place->logCall(m_ana);
        write(QStringLiteral("Works with Ben."));
        QMenu* menu = ask();
        QVERIFY(menu);
        const QString chosen = menu->actions().front()->text();
        menu->actions().front()->trigger();
        menu->close();
        QTRY_VERIFY(!titles().front().startsWith(QStringLiteral("Which")));
        QTRY_VERIFY(!drafts().isEmpty());
        const QStringList before = titles();
        makePlace();
        m_place->logCall({});
        QTRY_COMPARE(titles(), before);
        for (const QString& title : before)
            QVERIFY2(title.endsWith(chosen.section(QStringLiteral(" \u00B7 "), 0, 0)), qPrintable(title));
    }

    void namesOfOtherScripts_areFoundWhereTheyStand()
    {
        const PersonId li = m_desk->add("\u674E\u5A1C Li");
        m_desk->add("Søren Åkerlund");
        m_place->logCall(m_ana);
        write(QStringLiteral("\U0001F469\u200D\U0001F3EB Works with @Soren Akerlund"));
        press(Qt::Key_Escape);
        write(QStringLiteral(". Ok."));
        QCOMPARE(titles(), QStringList{QStringLiteral("Ana Ruiz and Søren Åkerlund")});
        press(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(note()->extraSelections().front().cursor.selectedText().endsWith(QStringLiteral("@Soren Akerlund")));
        QVERIFY(li);
    }

    void halvesOfLetters_areBorne()
    {
        m_place->logCall(m_ana);
        note()->setPlainText(QString(QChar(0xD83D)) + QStringLiteral(" Works with Ben Lund. ") + QChar(0xDC69));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Ana Ruiz and Ben Lund")});
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(note()->extraSelections().front().cursor.selectedText().right(8), QStringLiteral("Ben Lund"));
    }

    void aMegabytePasted_isReadInAJob()
    {
        m_place->logCall(m_ana);
        QString text = QStringLiteral("Works with Ben Lund.\n");
        while (text.size() < 1'000'000)
            text += QStringLiteral("A line of a long letter that says nothing of anybody at all.\n");
        note()->setPlainText(text);
        QVERIFY(chips().isEmpty()); // the window goes on first
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Ana Ruiz and Ben Lund")},
                                  conversationstest::kPatienceMs);
        note()->setFocus();
        QVERIFY(storeByKey());
        QVERIFY(records().ties.between(m_ana, m_other).value());
    }

    void longNoteStoredBeforeItIsRead_isShownFirst()
    {
        m_place->logCall(m_ana);
        note()->setPlainText(QStringLiteral("Works with Ben Lund.\n") +
                             QStringLiteral("A line that says nothing of anybody.\n").repeated(4000));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->conversations().empty());
        QTRY_COMPARE_WITH_TIMEOUT(chips().size(), 1, conversationstest::kPatienceMs);
        QVERIFY(note()->isVisible()); // nobody has seen it yet
        QVERIFY(storeByKey());
    }

    void thousandsOfProposals_areNotAllShownNorStored()
    {
        m_place->logCall(m_ana);
        QString text;
        for (int i = 0; i < 3000; ++i)
            text += QStringLiteral("!need thing%1\n").arg(i);
        note()->setPlainText(text);
        QTRY_VERIFY_WITH_TIMEOUT(!chips().isEmpty(), conversationstest::kPatienceMs);
        const auto shown = static_cast<std::size_t>(chips().size());
        QVERIFY(shown <= 200);
        note()->setFocus();
        QVERIFY(storeByKey());
        QCOMPARE(records().conversations.itemsOf(m_ana).value().size(), shown);
    }

    void helpPage_opensFromTheNoteAndClosesByEscape()
    {
        m_place->logCall(m_ana);
        widget<QAbstractButton>("noteHelpLink")->click();
        auto* help = m_place->window()->findChild<QDialog*>(QStringLiteral("noteHelp"));
        QVERIFY(help && help->isVisible());
        QVERIFY(help->findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("Five marks")));
        widget<QAbstractButton>("noteHelpLink")->click();
        QCOMPARE(m_place->window()->findChildren<QDialog*>(QStringLiteral("noteHelp")).size(), 1);
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(!m_place->window()->findChild<QDialog*>(QStringLiteral("noteHelp")));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNoteNames test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_note_names.moc"
