// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "NoteScore.h"

using namespace weavemap::test;

/// The floor that the reader of notes has reached over the corpus; `weavemap-note-score` prints the figures.
class TestNoteScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpus_isReadWell();
    void compare_seesWhatIsMissedAndWrong();
};

void TestNoteScore::corpus_isReadWell()
{
    Score outsider, later, other, sure;
    for (const CorpusNote& note : readCorpus(WEAVEMAP_TEST_DATA "/notes")) {
        const NoteResult result = compare(note, readingOf(note));
        for (const auto& [kind, score] : result.byKind)
            (isByOutsider(note) ? outsider : isLater(note) ? later : other) += score;
        sure += result.sure;
    }
    const auto isLeast = [](const Score& score, double precision, double recall) {
        return score.precision() >= precision && score.recall() >= recall;
    };
    QVERIFY2(isLeast(outsider, 0.97, 0.97), qPrintable(QString::number(outsider.recall())));
    QVERIFY2(isLeast(other, 0.97, 0.97), qPrintable(QString::number(other.recall())));
    QVERIFY2(isLeast(later, 0.93, 0.87), qPrintable(QString::number(later.recall())));
    QVERIFY2(isLeast(sure, 0.95, 0.85), qPrintable(QString::number(sure.precision())));
}

void TestNoteScore::compare_seesWhatIsMissedAndWrong()
{
    CorpusNote note;
    note.on = "2026-10-15";
    note.text = "Met Carla. Needs a mentor.";
    note.with = {"Ben Okafor"};
    note.people = {{"Ben Okafor", {}}, {"Carla Mendes", {}}};
    ExpectedProposal tie;
    tie.kind = "tie";
    tie.people = {"Carla Mendes", "Ben Okafor"};
    tie.depth = 2;
    tie.direction = "none";
    note.expected = {tie};
    const auto right = compare(note, readingOf(note));
    QCOMPARE(right.byKind.at("tie").right, 1);
    QCOMPARE(right.missed.size(), 0u);
    QCOMPARE(right.wrong.size(), 1u); // the need is not expected
    note.expected[0].depth = 3;
    const auto wrong = compare(note, readingOf(note));
    QCOMPARE(wrong.byKind.at("tie").right, 0);
    QCOMPARE(wrong.missed.size(), 1u);
    QCOMPARE(wrong.wrong.size(), 2u);
}

QTEST_GUILESS_MAIN(TestNoteScore)
#include "tst_note_score.moc"
