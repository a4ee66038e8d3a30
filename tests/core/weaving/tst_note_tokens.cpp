// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/weaving/Layout.h"
#include "core/weaving/Lexicon.h"
#include "core/weaving/Tokens.h"

using namespace weavemap::weaving;

namespace {

std::string wordsOf(std::string_view text)
{
    std::string words;
    for (const Token& token : tokensOf(text)) {
        words.append(words.empty() ? "" : " ");
        if (token.mark != '\0')
            words.push_back(token.mark);
        words.append(token.word);
    }
    return words;
}

/// The sentences, parted by "|".
std::string sentencesIn(std::string_view text)
{
    const auto tokens = tokensOf(text);
    std::string all;
    for (const Sentence& sentence : sentencesOf(text, tokens)) {
        all += all.empty() ? "" : "|";
        const std::size_t begin = tokens[sentence.first].span.begin;
        all += text.substr(begin, tokens[sentence.last - 1].span.end - begin);
    }
    return all;
}

} // namespace

class TestNoteTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contractions_areTwoWords();
    void abbreviations_areSpelledOut();
    void marks_standBeforeWords();
    void addresses_areNoMentions();
    void spans_lieInTheText();
    void verbs_areKnownInAllForms();
    void sentences_endAtStops();
    void sentences_areNotCutAtTitlesAndInitials();
    void letters_loseHeadersSignaturesAndQuotes();
    void headings_labelWhatIsUnderThem();
    void endlessSentences_areCut();
};

void TestNoteTokens::contractions_areTwoWords()
{
    QCOMPARE(wordsOf("she'll"), "she 'll");
    QCOMPARE(wordsOf("Couldn't can't won\xE2\x80\x99t"), "could not can not will not");
    QCOMPARE(wordsOf("Ana's O'Dwyer"), "ana 's o'dwyer");
    QCOMPARE(wordsOf("' '' 's"), "' ' ' ' s");
}

void TestNoteTokens::abbreviations_areSpelledOut()
{
    QCOMPARE(wordsOf("w/ Ben w Tom abt tmrw"), "with ben with tom about tomorrow");
    QCOMPARE(wordsOf("ill text her"), "i 'll text her");
    QCOMPARE(wordsOf("she is ill today"), "she is ill today");
}

void TestNoteTokens::marks_standBeforeWords()
{
    QCOMPARE(wordsOf("@Ana !need +offer #new-topic"), "@ana !need +offer new-topic");
    QCOMPARE(wordsOf("great! 5+3 # @"), "great ! 5 + 3 # @");
    QCOMPARE(tokensOf("#Fractions").front().kind, TokenKind::topic);
    QCOMPARE(tokensOf("#Fractions").front().word, "Fractions");
}

void TestNoteTokens::addresses_areNoMentions()
{
    QCOMPARE(wordsOf("From ana.ruiz@school.example now"), "from ana . address now");
}

void TestNoteTokens::spans_lieInTheText()
{
    static constexpr char kText[] = "\xFF"
                                    "Zo\xC3\xAB can't\0 \xE2\x80\x9Cx\xE2\x80\x9D #\xC3\xA9t\xC3\xA9 w/";
    const std::string text(kText, sizeof kText - 1);
    std::size_t before = 0;
    for (const Token& token : tokensOf(text)) {
        QVERIFY(token.span.begin >= before && token.span.begin <= token.span.end && token.span.end <= text.size());
        before = token.span.begin;
    }
    QCOMPARE(tokensOf("").size(), 0u);
}

void TestNoteTokens::verbs_areKnownInAllForms()
{
    QCOMPARE(verbOf("swapping").lemma, "swap");
    QVERIFY(verbOf("swapping").has(VerbForm::ing));
    QCOMPARE(verbOf("tries").lemma, "try");
    QVERIFY(verbOf("relied").has(VerbForm::past));
    QVERIFY(verbOf("met").has(VerbForm::past) && !verbOf("met").has(VerbForm::base));
    QVERIFY(verbOf("put").has(VerbForm::base) && verbOf("put").has(VerbForm::past));
    QVERIFY(!verbOf("table"));
    QVERIFY(!verbOf(""));
}

void TestNoteTokens::sentences_endAtStops()
{
    QCOMPARE(sentencesIn("Met Ben. Needs a mentor! And now?"), "Met Ben.|Needs a mentor!|And now?");
    QCOMPARE(sentencesIn("one\ntwo"), "one|two");
    QCOMPARE(sentencesIn("by April 3... no, by April 30"), "by April 3... no, by April 30");
    QCOMPARE(sentencesIn("we send it; he pays"), "we send it;|he pays");
    QCOMPARE(sentencesIn("version 3.5 is out"), "version 3.5 is out");
    QCOMPARE(sentencesIn("..."), "...");
    QCOMPARE(sentencesIn(""), "");
}

void TestNoteTokens::sentences_areNotCutAtTitlesAndInitials()
{
    QCOMPARE(sentencesIn("Dr. Patil helped Ms. Whitaker."), "Dr. Patil helped Ms. Whitaker.");
    QCOMPARE(sentencesIn("works with Ana O. on hours"), "works with Ana O. on hours");
}

void TestNoteTokens::letters_loseHeadersSignaturesAndQuotes()
{
    QCOMPARE(sentencesIn("From: Ana Ruiz <ana@x.example>\nTo: us\nSubject: hello\n\nI met Ben.\nBest,\nAna\n\n> Do you "
                         "need a mentor?"),
             "I met Ben.");
    QCOMPARE(sentencesIn("Subject: hello\nI met Ben.\n--\nAna Ruiz\nCoach"), "I met Ben.");
    QCOMPARE(sentencesIn("Thanks,\nMet Ben."), "Thanks,|Met Ben."); // no letter
}

void TestNoteTokens::headings_labelWhatIsUnderThem()
{
    const std::string text = "NEEDS\n- laptop cart\n- a van\nOFFERS\n- a room\nMet Ben";
    const auto tokens = tokensOf(text);
    const auto sentences = sentencesOf(text, tokens);
    QCOMPARE(sentences.size(), 4u);
    QCOMPARE(sentences[0].label, Label::need);
    QCOMPARE(sentences[1].label, Label::need);
    QCOMPARE(sentences[2].label, Label::offer);
    QCOMPARE(sentences[3].label, Label::none);
}

void TestNoteTokens::endlessSentences_areCut()
{
    std::string text;
    for (int i = 0; i < 10000; ++i)
        text += "word ";
    const auto tokens = tokensOf(text);
    for (const Sentence& sentence : sentencesOf(text, tokens))
        QVERIFY(sentence.last - sentence.first <= 301);
}

QTEST_GUILESS_MAIN(TestNoteTokens)
#include "tst_note_tokens.moc"
