// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Notes.h"
#include "core/weaving/WordPattern.h"

using namespace weavemap;
using namespace weavemap::test;
using namespace weavemap::weaving;

/// Turns of phrase, and how near they come to saying something else; on a call with Ben Okafor.
class TestNotePhrases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phrases_propose_data();
    void phrases_propose();
    void patterns_areRead();
    void pastedQuotes_areTheSendersWords();
    void quotedHistory_isLeftOut();
    void listsOfErrands_areOneEach();
    void topics_goToTheTiesOfTheirSentence();
    void offers_areTheThingOffered();
    void longNotes_areReadInOneGo();
};

void TestNotePhrases::phrases_propose_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("Is good friends with Carla.", "tie Ben Okafor, Carla Mendes 2");
    row("Carla and Beto go way back.", "tie Carla Mendes, Roberto Díaz Soto 2");
    row("Is not friends with Carla.", "");
    row("It's Carla he plans with.", "tie Ben Okafor, Carla Mendes 3 now");
    row("Carla, whom he met once, is ill.", "tie Ben Okafor, Carla Mendes 2");
    row("Carla is someone he has only heard of.", "tie Ben Okafor, Carla Mendes 1");
    row("Would be lost without Carla.", "tie Ben Okafor, Carla Mendes 4 >");
    row("He'd have quit without Carla.", "tie Ben Okafor, Carla Mendes 4 >");
    row("Carla was shadowed by Beto.", "tie Roberto Díaz Soto, Carla Mendes 3 >");
    row("Carla and Beto haven't spoken in years.", "tie Carla Mendes, Roberto Díaz Soto 0 ended");
    row("Carla and Beto haven't spoken yet.", "");
    row("Rings Carla before anybody else.", "tie Ben Okafor, Carla Mendes 4 >");
    row("Carla borrows his slides.", "tie Carla Mendes, Ben Okafor 3 >");
    row("Carla borrows her own slides.", "");
    row("No idea how to run a lesson study.", "need Ben Okafor");
    row("No idea who that is.", "");
    row("Isn't in need of a room.", "");
    row("Could have used a mentor then.", "");
    row("His biggest need is a sub.", "need Ben Okafor");
    row("Carla's chart is free for anyone to copy.", "offer Carla Mendes");
    row("Has 20 chairs nobody uses.", "offer Ben Okafor");
    row("Had said he would send photos and they came.", "");
    row("Volunteered to score portfolios.", "offer Ben Okafor");
    row("The district won't pay for the trip.", "barrier Ben Okafor");
    row("Carla won't let him borrow her van.", "");
    row("Couldn't get through the year without Carla.", "tie Ben Okafor, Carla Mendes 4 >");
    row("Could we put Carla in touch with Beto?", "introduction Carla Mendes, Roberto Díaz Soto");
    row("Get Carla and Beto together.", "introduction Carla Mendes, Roberto Díaz Soto");
    row("Carla and Beto ought to meet.", "introduction Carla Mendes, Roberto Díaz Soto");
    row("Nobody has introduced him to Carla.", "");
    row("Never met Carla, would love to.", "introduction Ben Okafor, Carla Mendes");
    row("Sending him the list on Friday.", "follow_up Ben Okafor us 2026-10-16");
    row("Thank-you note to Carla by Friday.", "follow_up Carla Mendes us 2026-10-16");
    row("Was going to send him the list but he has it.", "");
    row("Pencilled in a visit for 20 October.", "follow_up Ben Okafor us 2026-10-20");
    row("Carla will share her log in two weeks.", "follow_up Carla Mendes them 2026-10-29");
    row("Carla will attend the retreat in two weeks.", "");
    row("Carla + Beto writing title iv grant.",
        "project Carla Mendes, Roberto Díaz Soto\ntie Carla Mendes, Roberto Díaz Soto 3 now");
    row("Carla and Beto run the grade 9 team jointly.", "tie Carla Mendes, Roberto Díaz Soto 3 now");
}

void TestNotePhrases::phrases_propose()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(proposed(read(text.toStdString()))), expected);
}

void TestNotePhrases::patterns_areRead()
{
    using Part = PatternElement::Part;
    const WordPattern pattern = wordPattern("=have|get ?a ~ with|to O P N");
    QCOMPARE(pattern.size(), 7u);
    const std::vector<Part> parts{Part::lemma,  Part::optional, Part::gap,   Part::words,
                                  Part::person, Part::owner,    Part::number};
    for (std::size_t i = 0; i < parts.size(); ++i)
        QCOMPARE(pattern[i].part, parts[i]);
    QCOMPARE(pattern[0].words, (std::vector<std::string>{"have", "get"}));
    QCOMPARE(pattern[3].words, (std::vector<std::string>{"with", "to"}));
    QVERIFY(wordPattern("").empty());
}

void TestNotePhrases::pastedQuotes_areTheSendersWords()
{
    const NoteReading reading = read("Ben's mail of this morning:\n\n> Hello,\n> Carla and I are writing a grant.\n"
                                     "> I need a speaker on housing.\n> Regards, Ben");
    QCOMPARE(proposed(reading),
             "need Ben Okafor\nproject Carla Mendes, Ben Okafor\ntie Carla Mendes, Ben Okafor 3 now");
}

void TestNotePhrases::quotedHistory_isLeftOut()
{
    QCOMPARE(proposed(read("From: Ben Okafor\n\nI need a van.\n\nOn Tuesday Ana wrote:\n> Carla needs a mentor.")),
             "need Ben Okafor");
    QCOMPARE(proposed(read("Needs a van.\nOn Tuesday Ana wrote:\n> Carla needs a mentor.")), "need Ben Okafor");
}

void TestNotePhrases::listsOfErrands_areOneEach()
{
    QCOMPARE(proposed(read("From me: rubric tomorrow, list by Monday, and a word with Carla on the 24th")),
             "follow_up Ben Okafor us 2026-10-16\nfollow_up Ben Okafor us 2026-10-19\nfollow_up Carla Mendes us "
             "2026-10-24");
    QCOMPARE(proposed(read("From him: a quote in ten days")), "follow_up Ben Okafor them 2026-10-25");
}

void TestNotePhrases::topics_goToTheTiesOfTheirSentence()
{
    const NoteReading reading = read("Carla shared her template with him #SIP. Mostly about #attendance.");
    QCOMPARE(reading.proposals.size(), 2u);
    QCOMPARE(reading.proposals[0].topic, "SIP");
    QCOMPARE(reading.proposals[1].kind, ProposalKind::topic);
}

void TestNotePhrases::offers_areTheThingOffered()
{
    for (const char* const text : {"Could offer his phonics games.", "Offered his phonics games."}) {
        const NoteReading reading = read(text);
        QCOMPARE(reading.proposals.size(), 1u);
        QCOMPARE(reading.proposals[0].text, "his phonics games");
    }
}

void TestNotePhrases::longNotes_areReadInOneGo()
{
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "Is keen to see how others do it, happy to share notes if anyone needs them. ";
    const NoteReading reading = read(text);
    QCOMPARE(reading.proposals.size(), 6000u);
}

QTEST_GUILESS_MAIN(TestNotePhrases)
#include "tst_note_phrases.moc"
