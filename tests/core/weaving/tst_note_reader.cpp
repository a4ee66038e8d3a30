// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Notes.h"

using namespace weavemap;
using namespace weavemap::test;
using namespace weavemap::weaving;

/// What the reader makes of notes on a call with Ben Okafor.
class TestNoteReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_propose_data();
    void sentences_propose();
    void twoOfOneName_areUnresolvedUntilSettled();
    void nobodyCalled_proposesNothingForNobody();
    void severalCalled_areThey();
    void knownProjects_areFoundByName();
    void mentions_areColoured();
    void words_areTheClause();
    void oddTexts_areBorne();
};

void TestNoteReader::sentences_propose_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("Met Carla.", "tie Ben Okafor, Carla Mendes 2");
    row("has heard of Carla", "tie Ben Okafor, Carla Mendes 1");
    row("works w/ carla on labs", "tie Ben Okafor, Carla Mendes 3 now");
    row("Used to work with Carla.", "tie Ben Okafor, Carla Mendes 3 past");
    row("Goes to Carla for grading.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Carla helped him with grading.", "tie Ben Okafor, Carla Mendes 3 >");
    row("He helps Carla with grading.", "tie Carla Mendes, Ben Okafor 3 >");
    row("Turns to Carla first.", "tie Ben Okafor, Carla Mendes 4 >");
    row("Couldn't do it without Carla.", "tie Ben Okafor, Carla Mendes 4 >");
    row("No longer in touch with Carla.", "tie Ben Okafor, Carla Mendes 0 ended");
    row("Met Carla but they have never worked together.", "tie Ben Okafor, Carla Mendes 2 never");
    row("Has never worked with Carla.", "");
    row("Hasn't met Carla.", "");
    row("Might work with Carla.", "");
    row("If he had met Carla he would know.", "");
    row("Has he met Carla?", "");
    row("Doesn't think Carla works with Will.", "");
    row("I met Carla.", "");
    row("Wants to meet Carla.", "introduction Ben Okafor, Carla Mendes");
    row("Doesn't want to meet Carla.", "");
    row("Introduce Carla to Beto.", "introduction Carla Mendes, Roberto Díaz Soto");
    row("Carla introduced him to Beto.", "tie Ben Okafor, Roberto Díaz Soto 2");
    row("Needs a mentor.", "need Ben Okafor");
    row("Needs nothing.", "");
    row("Needs help.", "");
    row("Doesn't need a mentor.", "");
    row("Carla needs a mentor.", "need Carla Mendes");
    row("Her friend Kim needs a mentor.", "");
    row("His school needs a mentor.", "");
    row("Could share his rubric.", "offer Ben Okafor");
    row("Can't share his rubric.", "");
    row("!need a van\n+offer a room", "need Ben Okafor\noffer Ben Okafor");
    row("!somebody with a van\n+the meeting room, Thursdays", "need Ben Okafor\noffer Ben Okafor");
    row("Called Ben +Carla", "");
    row("I'll send him the list tomorrow.", "follow_up Ben Okafor us 2026-10-16");
    row("He will send us the list tomorrow.", "follow_up Ben Okafor them 2026-10-16");
    row("I had promised the list and sent it.", "");
    row("Promised nothing.", "");
    row("Ask Carla about the van.", "follow_up Carla Mendes us");
    row("Can't come to evening meetings.", "barrier Ben Okafor");
    row("Nothing keeps him from coming.", "");
    row("He and Carla are writing a grant together.",
        "project Ben Okafor, Carla Mendes\ntie Ben Okafor, Carla Mendes 3 now");
    row("#burnout again", "topic");
    row("Met @Kofi Mensah.", "person Kofi Mensah\ntie Ben Okafor, Kofi Mensah 2");
    row("Met Kofi Mensah.", "person Kofi Mensah\ntie Ben Okafor, Kofi Mensah 2");
    row("Met Kofi.", "");
    row("Will met May in May.", "tie Will Sato, May Chenoweth 2");
    row("He will come in may if it may be.", "");
    row("Grew up in Carla.", "");
    row("Mei Ling talked to O'Dwyer", "tie Mei-Ling Tsao, Siobhan O'Dwyer 2");
    row("María Elena works with Díaz Soto", "tie María Elena de la Cruz, Roberto Díaz Soto 3 now");
    row("From: Ben Okafor\nSubject: hi\n\nI met Carla. I need a van.",
        "need Ben Okafor\ntie Ben Okafor, Carla Mendes 2");
    row("Carla let him borrow her van.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Carla won't let him borrow her van.", "");
    row("Borrowed Carla's van.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Might borrow Carla's van.", "");
    row("Without Carla he'd have quit.", "tie Ben Okafor, Carla Mendes 4 >");
    row("Without Carla he came by bus.", "");
    row("Is being coached by Carla.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Was never helped by Carla.", "");
    row("Carla gave him great advice.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Carla's been a huge help.", "tie Ben Okafor, Carla Mendes 3 >");
    row("Carla has been no help.", "");
    row("Carla has been a great support to Will.", "tie Will Sato, Carla Mendes 3 >");
    row("Will and Carla visit each other's classrooms.", "tie Will Sato, Carla Mendes 3");
    row("He wants Carla and Will to meet.", "introduction Carla Mendes, Will Sato");
    row("He doesn't want Carla and Will to meet.", "");
    row("He would like Carla to meet Will.", "introduction Carla Mendes, Will Sato");
    row("He asked whether I could introduce him to Carla.", "introduction Ben Okafor, Carla Mendes");
    row("He asked whether Carla could introduce him to Will.", "");
    row("Put Carla in touch with Will.", "introduction Carla Mendes, Will Sato");
    row("Put Carla in touch with Will last week.", "tie Carla Mendes, Will Sato 2");
    row("Carla introduced him to Will and they have met since.", "tie Ben Okafor, Will Sato 2");
    row("She has met Will. Beto knows of him.", "tie Ben Okafor, Will Sato 2\ntie Roberto Díaz Soto, Will Sato 1");
    row("On the library committee with Carla.", "tie Ben Okafor, Carla Mendes 3 now");
    row("Is not on the committee with Carla.", "");
    row("Saw Carla and Beto deep in conversation.", "tie Carla Mendes, Roberto Díaz Soto 2");
    row("Got in touch with Carla.", "tie Ben Okafor, Carla Mendes 2");
    row("Wants to get in touch with Carla.", "introduction Ben Okafor, Carla Mendes");
    row("Met Carla. They work together.", "tie Ben Okafor, Carla Mendes 3 now");
    row("Carla M. needs a van.", "need Carla Mendes");
    row("May C. needs a van.", "need May Chenoweth");
    row("Has no free weekend till March.", "barrier Ben Okafor");
    row("I said I'd mail him the form; mailed it Friday.", "");
    row("He's going to forward me the form.", "follow_up Ben Okafor them");
    row("Is desperate for a mentor.", "need Ben Okafor");
    row("Is on the lookout for a van.", "need Ben Okafor");
    row("Says anyone can use his slides.", "offer Ben Okafor");
    row("Has a spare kiln.", "offer Ben Okafor");
    row("Too busy until January.", "barrier Ben Okafor");
    row("I owed him a list.", "");
    row("I still owe him a list.", "follow_up Ben Okafor us");
    row("Whom have you heard of but not met? Carla", "tie Ben Okafor, Carla Mendes 1");
    row("Ben: could you introduce me to Carla?\nme: sure\nBen: I need a van", "introduction Ben Okafor, Carla "
                                                                              "Mendes\nneed Ben Okafor");
    row("Met @Kofi Mensah. Kofi and Carla work together.",
        "person Kofi Mensah\ntie Ben Okafor, Kofi Mensah 2\ntie Kofi Mensah, Carla Mendes 3 now");
    row("\"I rely on Carla,\" he said.", "tie Ben Okafor, Carla Mendes 4 >");
}

void TestNoteReader::sentences_propose()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(proposed(read(text.toStdString()))), expected);
}

void TestNoteReader::twoOfOneName_areUnresolvedUntilSettled()
{
    const NoteReading open = read("Met Ana.");
    QCOMPARE(open.proposals.size(), 0u);
    QCOMPARE(open.unresolved.size(), 1u);
    QCOMPARE(open.unresolved[0].candidates.size(), 2u);
    QCOMPARE(open.unresolved[0].words, (TextSpan{4, 7}));
    QCOMPARE(proposed(read("Met Ana O. Ana helped him with labs.")), "tie Ben Okafor, Ana Ortega 3 >");
    QCOMPARE(proposed(read("Ana met Carla.", {PersonId{1}})), "tie Ana Ruiz, Carla Mendes 2");
    QCOMPARE(proposed(read("Ana met Carla and Ana.", {PersonId{1}})),
             "tie Ana Ruiz, Ana Ortega 2\ntie Ana Ruiz, Carla Mendes 2");
}

void TestNoteReader::nobodyCalled_proposesNothingForNobody()
{
    QCOMPARE(proposed(read("Need more chairs. Met Carla. Send the list.", {})), "");
    QCOMPARE(proposed(read("Carla met Will.", {})), "tie Carla Mendes, Will Sato 2");
    QCOMPARE(proposed(read("Met Carla.", {PersonId{999}})), "");
}

void TestNoteReader::severalCalled_areThey()
{
    const std::vector<PersonId> both{PersonId{3}, PersonId{4}};
    QCOMPARE(proposed(read("They co-teach science.", both)), "tie Ben Okafor, Carla Mendes 3 now");
    QCOMPARE(proposed(read("Both met Will.", both)), "tie Ben Okafor, Will Sato 2\ntie Carla Mendes, Will Sato 2");
}

void TestNoteReader::knownProjects_areFoundByName()
{
    const std::vector<std::string> projects{"Reading Circle"};
    QCOMPARE(proposed(read("Carla joined the reading circle.", {PersonId{3}}, projects)), "project Carla Mendes");
    QCOMPARE(proposed(read("The Reading Circle is over.", {PersonId{3}}, projects)), "");
}

void TestNoteReader::mentions_areColoured()
{
    const NoteReading reading = read("@Carla met Ana and @Kofi #labs !need van by 3 March");
    QCOMPARE(reading.mentions.size(), 6u);
    QCOMPARE(reading.mentions[0].kind, MentionKind::person);
    QCOMPARE(reading.mentions[0].words, (TextSpan{0, 6}));
    QCOMPARE(reading.mentions[1].kind, MentionKind::ambiguous);
    QCOMPARE(reading.mentions[2].kind, MentionKind::newPerson);
    QCOMPARE(reading.mentions[3].kind, MentionKind::topic);
    QCOMPARE(reading.mentions[4].kind, MentionKind::mark);
    QCOMPARE(reading.mentions[5].kind, MentionKind::date);
    QCOMPARE(reading.mentions[5].words, (TextSpan{41, 51}));
}

void TestNoteReader::words_areTheClause()
{
    const std::string text = "Hello. Met Carla at the fair.";
    const NoteReading reading = read(text);
    QCOMPARE(reading.proposals.size(), 1u);
    const TextSpan words = reading.proposals[0].words;
    QCOMPARE(text.substr(words.begin, words.end - words.begin), "Met Carla at the fair");
}

void TestNoteReader::oddTexts_areBorne()
{
    for (const char* text : {"",
                             " ",
                             "\n\n\n",
                             ".",
                             "@",
                             "#",
                             "!",
                             "+",
                             "@@@",
                             "Ben",
                             ":",
                             "From:",
                             "From:\n",
                             "\"",
                             "((((",
                             "'s",
                             "1)",
                             "-> <-",
                             "and and and",
                             "to to to",
                             "Ben and",
                             "with",
                             "@ @Ben",
                             "not",
                             "\xEF\xBB\xBF",
                             "\xE2\x80\x8B"})
        QVERIFY2(read(text).proposals.empty(), text);
    std::string huge;
    while (huge.size() < (std::size_t{10} << 20))
        huge += "Met Carla and they talked to @Nobody Inparticular about (\"\xFF things ";
    QVERIFY(!read(huge).proposals.empty());
    QVERIFY(read(std::string(std::size_t{10} << 20, '(')).proposals.empty());
    QVERIFY(read(std::string(std::size_t{10} << 20, '\0')).proposals.empty());
    QVERIFY(read(std::string(std::size_t{10} << 20, 'a')).proposals.empty());
    QVERIFY(read(std::string(std::size_t{1} << 20, '\xF0')).proposals.empty());
}

QTEST_GUILESS_MAIN(TestNoteReader)
#include "tst_note_reader.moc"
