// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/weaving/NoteDates.h"

using namespace weavemap;
using namespace weavemap::weaving;

class TestNoteDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_areReadFromEnglish_data();
    void days_areReadFromEnglish();
    void phrases_coverTheirWords();
    void severalDates_comeInOrder();
    void absurdDates_areNone();
};

void TestNoteDates::days_areReadFromEnglish_data()
{
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day"); // empty: a time without a day; "none": no date
    const auto row = [](const char* on, const char* text, const char* day) {
        QTest::newRow(qPrintable(QString::fromLatin1(on) + QLatin1Char(' ') + QString::fromLatin1(text)))
            << QString::fromLatin1(on) << QString::fromLatin1(text) << QString::fromLatin1(day);
    };
    row("2026-10-15", "today", "2026-10-15");
    row("2026-10-15", "tmrw", "2026-10-16");
    row("2026-12-31", "tomorrow", "2027-01-01");
    row("2026-10-15", "the day after tomorrow", "2026-10-17");
    row("2026-10-15", "Friday", "2026-10-16");
    row("2026-10-16", "Friday", "2026-10-23");
    row("2026-10-15", "by wed", "2026-10-21");
    row("2026-10-15", "this Thursday", "2026-10-22");
    row("2026-10-15", "next Tuesday", "2026-10-20");
    row("2026-10-18", "next Monday", "2026-10-19"); // a Sunday: the following week begins tomorrow
    row("2026-10-19", "next Sunday", "2026-11-01");
    row("2026-10-15", "last Friday", "");
    row("2026-10-16", "Monday week", "2026-10-26");
    row("2026-10-15", "in two weeks", "2026-10-29");
    row("2026-10-15", "in a fortnight", "2026-10-29");
    row("2026-10-15", "in a couple of weeks", "2026-10-29");
    row("2026-10-15", "a week from today", "2026-10-22");
    row("2026-10-15", "a week from Friday", "2026-10-23");
    row("2026-10-31", "in one month", "2026-11-30");
    row("2026-10-15", "within 3 days", "2026-10-18");
    row("2026-10-15", "by 3 March", "2027-03-03");
    row("2026-10-15", "on March 3rd", "2027-03-03");
    row("2026-10-15", "Nov 20", "2026-11-20");
    row("2026-10-15", "Oct 15", "2026-10-15");
    row("2026-10-15", "3 March 2028", "2028-03-03");
    row("2026-10-15", "Fri, Nov 13", "2026-11-13");
    row("2026-10-15", "the 13th", "2026-11-13");
    row("2026-10-15", "by the 15th", "2026-10-15");
    row("2027-01-31", "the 30th", "2027-03-30"); // February has none
    row("2026-10-15", "11/5", "2026-11-05");
    row("2026-10-15", "31/12", "2026-12-31");
    row("2026-10-15", "2026-11-05", "2026-11-05");
    row("2026-10-15", "end of the month", "2026-10-31");
    row("2027-02-09", "by the end of the month", "2027-02-28");
    row("2026-10-15", "the end of next month", "2026-11-30");
    row("2026-10-15", "end of the week", "2026-10-16");
    row("2026-10-15", "the end of October", "2026-10-31");
    row("2026-11-15", "the end of October", "2027-10-31");
    row("2026-10-15", "next month", "");
    row("2026-10-15", "this week", "");
    row("2026-10-15", "in January", "");
    row("2026-10-15", "Feb 29", "2028-02-29");
    row("2026-10-15", "Feb 30", "");
    row("2026-10-15", "twenty chairs", "none");
    row("2026-10-15", "may come", "none");
    row("2026-10-15", "two teachers", "none");
    row("2026-10-15", "", "none");
}

void TestNoteDates::days_areReadFromEnglish()
{
    QFETCH(QString, on);
    QFETCH(QString, text);
    QFETCH(QString, day);
    const auto tokens = tokensOf(text.toStdString());
    const auto phrases = datesIn(tokens, 0, tokens.size(), *Date::parseIso(on.toStdString()));
    if (day == QStringLiteral("none")) {
        QVERIFY(phrases.empty());
        return;
    }
    QCOMPARE(phrases.size(), 1u);
    QCOMPARE(QString::fromStdString(phrases[0].day ? phrases[0].day->toIso() : std::string()), day);
}

void TestNoteDates::phrases_coverTheirWords()
{
    const auto tokens = tokensOf("send it by next Tuesday please");
    const auto phrases = datesIn(tokens, 0, tokens.size(), *Date::fromYmd(2026, 10, 15));
    QCOMPARE(phrases.size(), 1u);
    QCOMPARE(phrases[0].first, 2u);
    QCOMPARE(phrases[0].last, 5u);
}

void TestNoteDates::severalDates_comeInOrder()
{
    const auto tokens = tokensOf("by April 3... no, by April 30");
    const auto phrases = datesIn(tokens, 0, tokens.size(), *Date::fromYmd(2027, 3, 25));
    QCOMPARE(phrases.size(), 2u);
    QCOMPARE(phrases[1].day->toIso(), std::string("2027-04-30"));
}

void TestNoteDates::absurdDates_areNone()
{
    for (const char* text :
         {"99/99", "0/0", "9999-99-99", "13/13", "99999999999999999999/3", "in 99999 weeks", "March 99"}) {
        const auto tokens = tokensOf(text);
        for (const DatePhrase& phrase : datesIn(tokens, 0, tokens.size(), *Date::fromYmd(2026, 10, 15)))
            QVERIFY2(!phrase.day, text);
    }
}

QTEST_GUILESS_MAIN(TestNoteDates)
#include "tst_note_dates.moc"
