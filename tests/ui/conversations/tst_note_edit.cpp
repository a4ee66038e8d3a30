// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractItemView>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include "core/weaving/PeopleIndex.h"
#include "ui/base/ThemeController.h"
#include "ui/conversations/NoteEdit.h"

using namespace weavemap;
using namespace weavemap::ui;

/// The box a note is typed in: people offered behind an @, colours, the lit words.
class TestNoteEdit : public QObject
{
    Q_OBJECT

    std::unique_ptr<NoteEdit> m_edit;

    QAbstractItemView* popup() const { return qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget()); }
    QStringList offered() const
    {
        QStringList names;
        if (const auto* list = popup())
            for (int row = 0; row < list->model()->rowCount(); ++row)
                names << list->model()->index(row, 0).data().toString();
        return names;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* to = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : m_edit.get();
        QTest::keyClick(to, key, modifiers);
    }
    void type(const QString& text) const
    {
        for (const QChar letter : text) {
            QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
            QWidget* to = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : m_edit.get();
            QApplication::sendEvent(to, &down);
        }
    }
    QList<QTextLayout::FormatRange> formats(int block = 0) const
    {
        return m_edit->document()->findBlockByNumber(block).layout()->formats();
    }

private Q_SLOTS:
    void init()
    {
        m_edit = std::make_unique<NoteEdit>();
        m_edit->setPeople(std::make_shared<const weaving::PeopleIndex>(std::vector<weaving::KnownName>{
            {PersonId{1}, "Ána Ruiz", {}},
            {PersonId{2}, "Ana Ortega", {}},
            {PersonId{3}, "Roberto Díaz Soto", {"Beto"}},
            {PersonId{4}, "Kirsten Lund", {}},
        }));
        m_edit->resize(500, 400);
        m_edit->show();
        m_edit->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
        m_edit->setFocus();
    }
    void cleanup() { m_edit.reset(); }

    void at_offersByBeginningsWithoutAccents()
    {
        type(QStringLiteral("Met @an"));
        QCOMPARE(offered().size(), 3);
        QVERIFY(offered().contains(QStringLiteral("Ána Ruiz")));
        QVERIFY(offered().contains(QStringLiteral("Ana Ortega")));
        QCOMPARE(offered().back(), QStringLiteral("New person \u201Can\u201D"));
        type(QStringLiteral("a r"));
        QCOMPARE(offered(), QStringList{QStringLiteral("Ána Ruiz")});
        press(Qt::Key_Return);
        QVERIFY(!popup());
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("Met @Ána Ruiz"));
        type(QStringLiteral(" at the fair"));
        QVERIFY(!popup());
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("Met @Ána Ruiz at the fair"));
    }

    void arrowsAndTab_choose()
    {
        type(QStringLiteral("@ana"));
        const QString second = offered().value(1);
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        QCOMPARE(m_edit->toPlainText(), QLatin1Char('@') + second);
        QCOMPARE(QApplication::focusWidget(), m_edit.get());
    }

    void escape_closesTheListAndLeavesTheWords()
    {
        type(QStringLiteral("@ana"));
        press(Qt::Key_Escape);
        QVERIFY(!popup());
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@ana"));
        press(Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@ana\n"));
    }

    void nickname_isOffered()
    {
        type(QStringLiteral("@beto"));
        QCOMPARE(offered().front(), QStringLiteral("Roberto Díaz Soto"));
        press(Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@Roberto Díaz Soto"));
    }

    void nearMiss_isChosenByTheArrowsOnly()
    {
        type(QStringLiteral("@Kristen"));
        QCOMPARE(offered(),
                 (QStringList{QStringLiteral("Kirsten Lund"), QStringLiteral("New person \u201CKristen\u201D")}));
        QVERIFY(!popup()->currentIndex().isValid());
        press(Qt::Key_Return); // the end of the line, not somebody else
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@Kristen\n"));
        type(QStringLiteral("@Kristen"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@Kristen\n@Kirsten Lund"));
    }

    void unknownFullName_isOfferedAsNew()
    {
        type(QStringLiteral("@Zora Qu"));
        QCOMPARE(offered(), QStringList{QStringLiteral("New person \u201CZora Qu\u201D")});
        type(QStringLiteral("ill met"));
        QVERIFY(!popup()); // "met" is no name
    }

    void addressesAndOtherWords_offerNobody()
    {
        for (const QString& text : {QStringLiteral("ana@an"), QStringLiteral("an"), QStringLiteral("@ an"),
                                    QStringLiteral("@ana. An"), QStringLiteral("@")}) {
            m_edit->clear();
            type(text);
            QVERIFY2(!popup(), qPrintable(text));
        }
    }

    void controlEnterWhileOffering_wantsToStore()
    {
        const QSignalSpy store(m_edit.get(), &NoteEdit::storeRequested);
        type(QStringLiteral("@ana"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(store.size(), 1);
        QVERIFY(!popup());
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("@ana"));
    }

    void somebodyChosen_isTold()
    {
        QString words;
        PersonChoice person;
        connect(m_edit.get(), &NoteEdit::personChosen, this, [&](const QString& w, const PersonChoice& p) {
            words = w;
            person = p;
        });
        type(QStringLiteral("@ana o"));
        press(Qt::Key_Return);
        QCOMPARE(words, QStringLiteral("Ana Ortega"));
        QCOMPARE(person.id, PersonId{2});
    }

    void marks_colourTheirWordsAndNoOthers()
    {
        m_edit->setPlainText(QStringLiteral("one \U0001F469 two\nthree"));
        const QSignalSpy edited(m_edit.get(), &NoteEdit::edited);
        m_edit->setMarks({{{7, 10}, NoteMark::Kind::person}, {{11, 16}, NoteMark::Kind::topic}});
        QCOMPARE(formats(0).size(), 1);
        QCOMPARE(formats(0).front().start, 7);
        QCOMPARE(formats(0).front().length, 3);
        QCOMPARE(formats(0).front().format.foreground().color(), currentTheme().color(ColorRole::accent));
        QCOMPARE(formats(1).size(), 1);
        m_edit->setMarks({});
        QVERIFY(formats(0).isEmpty() && formats(1).isEmpty());
        QCOMPARE(edited.size(), 0); // colours are no edits
    }

    void mentionInANeed_keepsItsOwnColour()
    {
        m_edit->setPlainText(QStringLiteral("!host like Ana"));
        m_edit->setMarks({{{0, 14}, NoteMark::Kind::need}, {{11, 14}, NoteMark::Kind::person}});
        QCOMPARE(formats().size(), 2);
        QCOMPARE(formats()[0].format.foreground().color(), currentTheme().color(ColorRole::warning));
        QCOMPARE(formats()[1].format.foreground().color(), currentTheme().color(ColorRole::accent));
    }

    void markOverALineEnd_coloursBothLines()
    {
        m_edit->setPlainText(QStringLiteral("!a host\nfor May"));
        m_edit->setMarks({{{0, 15}, NoteMark::Kind::need}});
        QCOMPARE(formats(0).front().length, 7);
        QCOMPARE(formats(1).front().length, 7);
    }

    void litWords_areShownAndWithinTheText()
    {
        m_edit->setPlainText(QStringLiteral("one two"));
        m_edit->setLit(TextPlace{4, 7});
        QCOMPARE(m_edit->extraSelections().size(), 1);
        QCOMPARE(m_edit->extraSelections().front().cursor.selectedText(), QStringLiteral("two"));
        m_edit->setLit(TextPlace{4, 700});
        QCOMPARE(m_edit->extraSelections().front().cursor.selectedText(), QStringLiteral("two"));
        m_edit->setLit(std::nullopt);
        QVERIFY(m_edit->extraSelections().isEmpty());
    }

    void litWordsOutOfView_comeIntoView()
    {
        m_edit->setPlainText(QStringLiteral("first\n") + QStringLiteral("line\n").repeated(200));
        m_edit->moveCursor(QTextCursor::End);
        const int before = m_edit->textCursor().position();
        m_edit->setLit(TextPlace{0, 5});
        QCOMPARE(m_edit->textCursor().position(), before);
        QCOMPARE(m_edit->cursorForPosition(QPoint(30, 30)).blockNumber(), 0);
    }

    void longNote_isColouredWholeWhileTheWindowGoesOn()
    {
        constexpr int kLines = 20'000;
        m_edit->setPlainText(QStringLiteral("Ana\n").repeated(kLines));
        std::vector<NoteMark> marks;
        for (int line = 0; line < kLines; ++line)
            marks.push_back({{line * 4, line * 4 + 3}, NoteMark::Kind::person});
        m_edit->setMarks(marks);
        QTRY_VERIFY_WITH_TIMEOUT(!formats(kLines - 1).isEmpty(), 30'000);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestNoteEdit test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_note_edit.moc"
