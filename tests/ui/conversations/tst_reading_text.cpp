// SPDX-License-Identifier: GPL-3.0-or-later
// A note is shown whole, however long it or one of its lines is.
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QTextCursor>
#include <QTimer>

#include "ui/conversations/ReadingText.h"

using namespace weavemap::ui;

class TstReadingText : public QObject
{
    Q_OBJECT

private:
    static QString joined(QString text) { return text.remove(u'\n'); }

private Q_SLOTS:
    void shortText_isShownAsItIs()
    {
        ReadingText shown;
        for (const QString& text :
             {QString(), QStringLiteral("Ilse met Óscar."), QStringLiteral("\n\nzwei\n\n 𝄞 \n")}) {
            shown.setText(text);
            QCOMPARE(shown.toPlainText(), text);
            QVERIFY(!shown.isFilling());
        }
    }

    void longText_comesInWhole()
    {
        QString text;
        for (int line = 0; text.size() < 900'000; ++line)
            text += QStringLiteral("Line %1: words of a note that somebody brought from an e-mail.\n").arg(line);
        ReadingText shown;
        shown.setText(text);
        QVERIFY(shown.isFilling());
        QVERIFY(shown.toPlainText().size() < 100'000);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isFilling(), 20000);
        QCOMPARE(shown.toPlainText(), text);
    }

    void longLine_isBrokenWithoutLosingALetter_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::newRow("words") << QStringLiteral("weave ");
        QTest::newRow("no space") << QStringLiteral("x");
        QTest::newRow("letters of two units") << QStringLiteral("𝄞");
        QTest::newRow("odd, so that a cut falls between units") << QStringLiteral("𝄞a");
    }
    void longLine_isBrokenWithoutLosingALetter()
    {
        QFETCH(const QString, unit);
        const QString text = unit.repeated(1'000'000 / static_cast<int>(unit.size()));
        ReadingText shown;
        shown.resize(600, 400);
        shown.setText(text);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isFilling(), 20000);
        QCOMPARE(joined(shown.toPlainText()), text);
        for (const QString& line : shown.toPlainText().split(u'\n'))
            QVERIFY(line.size() <= 4'000 && !(line.size() > 0 && line.front().isLowSurrogate()));
    }

    void copied_isTheTextAsItWasWritten_data()
    {
        QTest::addColumn<QString>("text");
        const QString words = QStringLiteral("weave ").repeated(2'000), letters = QString(9'001, QLatin1Char('x'));
        QTest::newRow("short") << QStringLiteral("one\n\ntwo\n");
        QTest::newRow("one long line") << words;
        QTest::newRow("long lines without a space, between others")
            << QStringLiteral("first\n%1\n\n%1\nlast").arg(letters);
        QTest::newRow("a line that is just as long as goes")
            << QString(4'000, QLatin1Char('y')) + QStringLiteral("\nz");
        QTest::newRow("more than is shown at once")
            << QStringLiteral("%1\n%2\n").arg(words.repeated(9), QStringLiteral("short\n").repeated(9'000)) + letters;
    }
    void copied_isTheTextAsItWasWritten()
    {
        QFETCH(const QString, text);
        ReadingText shown;
        shown.resize(600, 400);
        shown.setText(text);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isFilling(), 20000);
        shown.selectAll();
        shown.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        // Of a part, too, that begins and ends within lines.
        QTextCursor part(shown.document());
        part.setPosition(2);
        part.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        part.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        shown.setTextCursor(part);
        shown.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), text.mid(2, text.size() - 3));
    }

    void anotherText_endsTheFillingOfTheFirst()
    {
        ReadingText shown;
        shown.setText(QStringLiteral("first ").repeated(100'000));
        QVERIFY(shown.isFilling());
        shown.setText(QStringLiteral("second"));
        QVERIFY(!shown.isFilling());
        bool turned = false;
        QTimer::singleShot(0, &shown, [&turned] { turned = true; });
        QTRY_VERIFY(turned); // what was to come of the first would have come by now
        QCOMPARE(shown.toPlainText(), QStringLiteral("second"));
    }
};

QTEST_MAIN(TstReadingText)
#include "tst_reading_text.moc"
