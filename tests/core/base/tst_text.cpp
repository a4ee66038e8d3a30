// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QTest>

#include "core/base/Text.h"

using namespace weavemap;
using namespace std::string_literals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folding_dropsCaseAndAccents_data();
    void folding_dropsCaseAndAccents();
    void folding_keepsOtherScriptsApart();
    void folding_isStable();
    void utf8_isCheckedStrictly();
    void trimming_knowsUnicodeSpaces();
    void initials_areOfFirstAndLastWord_data();
    void initials_areOfFirstAndLastWord();
};

void TestText::folding_dropsCaseAndAccents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("folded");
    const auto row = [](const char* text, const char* folded) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(folded);
    };
    row("", "");
    row("Lucía Ōtepoti", "lucia otepoti");
    row("e\xCC\x81", "e");
    row("STRASSE", "strasse");
    row("Straße", "strasse");
    row("Düş", "dus");
    row("ﬁne", "fine");
    row("Ａｎｎ", "ann");
    row("Łukasz Sørensen", "lukasz sorensen");
    row("Ægir Đorđe", "aegir dorde");
    row("O'Brien-Smith", "o'brien-smith");
    row("ΣΊΣΥΦΟΣ", "σισυφοσ");
    row("Σίσυφος", "σισυφοσ");
}

void TestText::folding_dropsCaseAndAccents()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, folded);
    QCOMPARE(QByteArray::fromStdString(foldForSearch(text.toStdString())), folded);
}

void TestText::folding_keepsOtherScriptsApart()
{
    QCOMPARE(foldForSearch("田中 花子"), std::string("田中 花子"));
    QCOMPARE(foldForSearch("Иван"), std::string("иван"));
    QVERIFY(foldForSearch("👩‍🏫") != foldForSearch("🦉"));
    QVERIFY(foldForSearch("a\xFF") == "a\xEF\xBF\xBD");
}

void TestText::folding_isStable()
{
    for (const char* text : {"Lucía", "İstanbul", "ǅ", "ΐ", "ẞ", "Ⅷ", "ﷺ", "각"})
        QCOMPARE(foldForSearch(foldForSearch(text)), foldForSearch(text));
}

void TestText::utf8_isCheckedStrictly()
{
    for (const std::string& good : {""s, "a"s, "é"s, "田"s, "🦉"s, "\0"s, "\xEF\xBF\xBD"s, "\xF4\x8F\xBF\xBF"s})
        QVERIFY(isValidUtf8(good));
    for (const std::string& bad : {"\xFF"s, "\xC3"s, "\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s,
                                   "\xF8\x88\x80\x80\x80"s, "a\x80"s, "\xE2\x82"s, "\xC3("s})
        QVERIFY(!isValidUtf8(bad));
}

void TestText::trimming_knowsUnicodeSpaces()
{
    QCOMPARE(std::string(trimmed("  a b \t\r\n")), std::string("a b"));
    QCOMPARE(std::string(trimmed("\xC2\xA0Noor\xE2\x80\x89")), std::string("Noor"));
    QCOMPARE(std::string(trimmed(" \xC2\xA0\xE3\x80\x80")), std::string());
    QCOMPARE(std::string(trimmed("")), std::string());
    QCOMPARE(std::string(trimmed(" \xFF ")), std::string("\xFF"));
    QCOMPARE(std::string(trimmed("é")), std::string("é"));
}

void TestText::initials_areOfFirstAndLastWord_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("initials");
    const auto row = [](const char* name, const char* initials) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(initials);
    };
    row("Ana María Ruiz", "AR");
    row("Ana", "A");
    row("", "");
    row("  ", "");
    row("ana ruiz", "AR");
    row("élodie ødegård", "ÉØ");
    row("(Nena) Fairweather", "NF");
    row("Ana 2", "A2");
    row("田中 花子", "田花");
    row("🦉 Owl", "O");
    row("!!!", "");
    row("Ana\xC2\xA0Ruiz", "AR");
}

void TestText::initials_areOfFirstAndLastWord()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, initials);
    QCOMPARE(QByteArray::fromStdString(initialsOf(name.toStdString())), initials);
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
