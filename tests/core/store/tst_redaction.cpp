// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <string>
#include <unordered_set>

#include <QTest>

#include "core/store/Redaction.h"

using weavemap::store::withoutName;
using weavemap::store::WrittenName;

namespace {

using Others = std::unordered_set<std::string>;

std::string repeated(const std::string& text, std::size_t times)
{
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

std::int64_t millisecondsOf(const auto& act)
{
    const auto begin = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

class tst_Redaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_isFoundHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("left");
        const auto row = [](const char* what, const char* name, const char* text, const char* left) {
            QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(text) << QString::fromUtf8(left);
        };
        row("as it stands", "Zora Quexley", "Ask Zora Quexley.", "Ask ….");
        row("capitals", "Zora Quexley", "ZORA QUEXLEY called", "… called");
        row("small letters", "Zora Quexley", "saw zora quexley", "saw …");
        row("two spaces", "Zora Quexley", "Zora  Quexley", "…");
        row("line break", "Zora Quexley", "met Zora\r\n  Quexley today", "met … today");
        row("no-break space", "Zora Quexley", "Zora\u00A0Quexley", "…");
        row("zero width space", "Zora Quexley", "Zora\u200BQuexley", "…");
        row("soft hyphen", "Zora Quexley", "Zora Quex\u00ADley", "…");
        row("last name first", "Zora Quexley", "Quexley, Zora: away", "…: away");
        row("last name first, bare", "Zora Quexley", "(QUEXLEY,zora)", "(…)");
        row("last name first over a line", "Zora Quexley", "Quexley,\n Zora", "…");
        row("two last names", "Ana María Ruiz Soto", "Ruiz Soto, Ana Maria; Soto, Ana María Ruiz", "…; …");
        row("stored last name first", "Quexley, Zora", "Zora Quexley, Quexley, Zora", "…, …");
        row("file name", "Zora Quexley", "zora_quexley.csv", "….csv");
        row("address", "Zora Quexley", "zora.quexley@example.org", "…@example.org");
        row("possessive", "Zora Quexley", "Zora Quexley’s and Zora Quexley's", "…’s and …'s");
        row("twice", "Zora Quexley", "Zora Quexley Zora Quexley", "… …");
        row("one after a part", "Ana Ana Ruiz", "Ana Ana Ana Ruiz", "Ana …");
        row("without accents", "Lucía Ōtepoti", "LUCIA OTEPOTI", "…");
        row("with accents", "Lucia Otepoti", "Lucía Ōtepoti", "…");
        row("combining marks", "Lucía Ruiz", "Luci\u0301a Ruiz and Lucía Ruiz", "… and …");
        row("mark on the last letter", "Ana Ruiz", "Ana Ruiz\u0301", "…");
        row("Turkish i", "İsmail Işık", "ISMAIL IŞIK, ismail ışık, İSMAİL IŞIK", "…, …, …");
        row("sharp s", "Ida Groß", "IDA GROSS, Ida Groß, IDA GROẞ", "…, …, …");
        row("letters that are not taken apart", "Søren Łukasz", "SØREN LUKASZ, Soren Łukasz", "…, …");
        row("final sigma", "Νίκος Παππάς", "ΝΙΚΟΣ ΠΑΠΠΑΣ", "…");
        row("Cyrillic", "Анна Ёлкина", "АННА ЕЛКИНА", "…");
        row("Greek letters beside", "Ana Ruiz", "Ana Ruizα αAna Ruiz", "Ana Ruizα αAna Ruiz");
        row("hyphen and space", "Anne-Marie O'Brien", "ANNE MARIE O’BRIEN, Anne–Marie O'Brien", "…, …");
        row("initials", "J. R. Smith", "J R Smith, j.r. smith, Smith, J. R.", "…, …, ….");
        row("no space between words", "田中太郎", "昨日田中太郎は来た", "昨日…は来た");
        row("a space in the name only", "田中 太郎", "田中太郎と", "…と");
        row("Hangul and its particle", "김민수", "김민수가 왔다", "…가 왔다");
        row("vowel signs", "रमा देवी", "कल रमा देवी आई", "कल … आई");
        row("vowel signs that differ", "रमा देवी", "रमी देवी", "रमी देवी");
        row("Thai", "สมชาย ใจดี", "พบสมชาย ใจดีแล้ว", "พบ…แล้ว");
        row("addition", "Ana Ruiz (Lakes)", "Saw Ana Ruiz (Lakes) there", "Saw … there");
        row("signs only", "★★", "a ★★ b", "a … b");
        row("a longer word", "Ana Ruiz", "Ana Ruizzo, Joana Ruiz, Ana Ruiz2", "Ana Ruizzo, Joana Ruiz, Ana Ruiz2");
        row("two in a list", "Ana Ruiz", "Ben Ruiz, Ana Lopez", "Ben Ruiz, Ana Lopez");
        row("last name first in a sentence", "Ana Ruiz", "Call Ruiz, Ana today", "Call … today");
        row("last name first in capitals", "Ana Ruiz", "CALL RUIZ, ANA TODAY", "CALL … TODAY");
        row("last names first in a list", "Ana Ruiz", "Lopez, Ben; Ruiz, Ana; Diaz, Cleo", "Lopez, Ben; …; Diaz, Cleo");
        row("a part alone", "Zora Quexley", "Zora and the Quexley school", "Zora and the Quexley school");
        row("words apart", "Zora Quexley", "Zora met Quexley", "Zora met Quexley");
        row("two sentences", "Zora Quexley", "I met Zora. Quexley is a town.", "I met Zora. Quexley is a town.");
        row("other marks between", "Zora Quexley", "Zora; Quexley", "Zora; Quexley");
        row("one word", "May", "May, MAY and may; Mayor", "…, … and may; Mayor");
        row("one small word", "may", "May and may", "… and …");
        row("no text", "Zora Quexley", "", "");
        row("no name", "", "Zora Quexley", "Zora Quexley");
        row("space for a name", "  ", "a  b", "a  b");
    }
    void name_isFoundHoweverItIsWritten()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QString, left);
        QCOMPARE(QString::fromStdString(withoutName(text.toStdString(), name.toStdString())), left);
    }

    void othersNames_stayWhole()
    {
        const WrittenName name("Ana Ruiz");
        const Others others{WrittenName("Ana Ruiz Soto").key(), WrittenName("Ben Ruiz").key(),
                            WrittenName("Lopez, Ana").key(), WrittenName("Ana").key()};
        QCOMPARE(name.takenOutOf("ANA  RUIZ Soto and Ana Ruiz", others), std::string("ANA  RUIZ Soto and …"));
        QCOMPARE(name.takenOutOf("Ben Ruiz, Ana Lopez", others), std::string("Ben Ruiz, Ana Lopez"));
        QCOMPARE(name.takenOutOf("Ben Ruiz, Ana Ruiz", others), std::string("Ben Ruiz, …"));
        QCOMPARE(name.takenOutOf("Ruiz, Ana", others), std::string("…"));
        QCOMPARE(name.takenOutOf("Ana Ruiz, Soto", others), std::string("…, Soto"));
        // The window around an occurrence is cut in the middle of a letter, and far words do not count.
        const std::string far = repeated("é", 400);
        QCOMPARE(name.takenOutOf(far + " Ana Ruiz " + far, others), far + " … " + far);
    }

    void exactLikeness_countsCaseAndAccents()
    {
        const WrittenName name("Ana Ruiz", WrittenName::Likeness::exact);
        QCOMPARE(name.takenOutOf("Ana Ruiz, Aña Ruiz, ANA RUIZ, Ana  Ruiz, Ruiz, Ana"),
                 std::string("…, Aña Ruiz, ANA RUIZ, …, …"));
    }

    void key_isThatOfNamesWrittenAlike()
    {
        const std::string key = WrittenName("Lucía  Ruiz").key();
        for (const char* const alike : {"LUCIA RUIZ", "Ruiz, Lucía", "lucia-ruiz", " Lucia\nRuiz "})
            QCOMPARE(WrittenName(alike).key(), key);
        QVERIFY(WrittenName("Ruiz Lucía").key() != key);
        QVERIFY(WrittenName("★").key().empty());
    }

    void isOneWord_whereTheNameMayMeanSomethingElse()
    {
        for (const char* const one : {"May", " May ", "Jean-Luc", "林", "李明", ""})
            QVERIFY2(WrittenName(one).isOneWord(), one);
        for (const char* const more : {"Ana Ruiz", "Ruiz, Ana", "田中太郎", "김민수"})
            QVERIFY2(!WrittenName(more).isOneWord(), more);
    }

    void bytesThatAreNoText_stay()
    {
        QCOMPARE(withoutName("\xFF\xC3 Ana Ruiz \xE2\x80", "Ana Ruiz"), std::string("\xFF\xC3 … \xE2\x80"));
        QCOMPARE(withoutName("Ana\xFFRuiz", "Ana Ruiz"), std::string("Ana\xFFRuiz"));
        const std::string zeros("Ana\0Ruiz Ana Ruiz", 17);
        QCOMPARE(withoutName(zeros, "Ana Ruiz"), std::string("Ana\0Ruiz …", 12));
    }

    void largeAndHostileTexts_areGoneThroughOnce()
    {
        constexpr std::int64_t kLongestMs = 20'000; // some 100 times what they take; a square would take hours
        const std::string words = repeated("Quite ordinary words of a long note, wörter dazu. ", 320'000); // 16 MB
        const std::string again = repeated("ana ana ana, ", 400'000);
        const std::string gaps = "Ana" + std::string(8'000'000, ' ') + "Ruiz";
        std::string left;
        QVERIFY(millisecondsOf([&] { left = withoutName(words + "ANA RUIZ", "Ana Ruiz"); }) < kLongestMs);
        QCOMPARE(left.size(), words.size() + 3);
        const std::string longName = repeated("Ana ", 3'000) + "Ruiz";
        QVERIFY(millisecondsOf([&] { left = withoutName(again, longName); }) < kLongestMs);
        QCOMPARE(left, again);
        QVERIFY(millisecondsOf([&] { left = withoutName(again, "Ana Ana Ana Ana Ana Ana Ana Ana Ana Ana Ana Ruiz"); }) <
                kLongestMs);
        QCOMPARE(left, again);
        QVERIFY(millisecondsOf([&] { left = withoutName(gaps, "Ana Ruiz"); }) < kLongestMs);
        QCOMPARE(left, std::string("…"));
        const Others others{WrittenName("Ana Ruiz Soto").key()};
        const std::string many = repeated("Ana Ruiz ", 200'000);
        QVERIFY(millisecondsOf([&] { left = WrittenName("Ana Ruiz").takenOutOf(many, others); }) < kLongestMs);
        QCOMPARE(left, repeated("… ", 200'000));
        const std::string list = repeated("Ben Ruiz, Ana Lopez, ", 100'000);
        QVERIFY(millisecondsOf([&] { left = WrittenName("Ana Ruiz").takenOutOf(list, others); }) < kLongestMs);
        QCOMPARE(left, list);
    }
};

QTEST_GUILESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
