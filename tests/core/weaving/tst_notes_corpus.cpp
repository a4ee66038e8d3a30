// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>

#include <QTest>

#include "NotesCorpus.h"
#include "core/base/Date.h"

using namespace weavemap;
using namespace weavemap::test;

/// The corpus keeps to its own rules (tests/data/notes/README.md): what the reader is measured by is itself sound.
class TestNotesCorpus : public QObject
{
    Q_OBJECT

private:
    std::vector<CorpusNote> m_notes;
    QStringList m_wrong;

    void expect(bool holds, const CorpusNote& note, const std::string& what)
    {
        if (!holds)
            m_wrong.append(QString::fromStdString(note.file + "/" + note.name + ": " + what));
    }

private Q_SLOTS:
    void initTestCase() { m_notes = readCorpus(WEAVEMAP_TEST_DATA "/notes"); }
    void init() { m_wrong.clear(); }
    void corpus_isLargeAndAThirdIsHard();
    void corpus_aThirdIsByAnOutsider();
    void notes_areNamedOnceAndDated();
    void proposals_comeFromTheText();
    void proposals_nameKnownOrNewPeople();
    void proposals_haveTheFieldsOfTheirKind();
    void doubts_haveSeveralKnownCandidates();
};

void TestNotesCorpus::corpus_isLargeAndAThirdIsHard()
{
    QVERIFY(m_notes.size() >= 120);
    const auto hard =
        std::count_if(m_notes.begin(), m_notes.end(), [](const auto& note) { return !note.hard.empty(); });
    QVERIFY(3 * hard >= static_cast<std::ptrdiff_t>(m_notes.size()));
}

void TestNotesCorpus::corpus_aThirdIsByAnOutsider()
{
    // Of what stood before the reader.
    const auto later = std::count_if(m_notes.begin(), m_notes.end(), isLater);
    const auto outside = std::count_if(m_notes.begin(), m_notes.end(), isByOutsider);
    QVERIFY(3 * outside >= static_cast<std::ptrdiff_t>(m_notes.size()) - later);
}

void TestNotesCorpus::notes_areNamedOnceAndDated()
{
    std::set<std::string> names;
    for (const CorpusNote& note : m_notes) {
        expect(names.insert(note.file + "/" + note.name).second, note, "a second note of that name");
        expect(Date::parseIso(note.on).has_value(), note, "no day");
        expect(!note.text.empty(), note, "no text");
        std::set<std::string> known;
        for (const KnownPerson& person : note.people)
            expect(known.insert(person.name).second, note, person.name + " stands twice");
        for (const std::string& called : note.with)
            expect(known.contains(called), note, called + " is called and not known");
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

void TestNotesCorpus::proposals_comeFromTheText()
{
    for (const CorpusNote& note : m_notes)
        for (const ExpectedProposal& proposal : note.expected)
            expect(!proposal.words.empty() && note.text.find(proposal.words) != std::string::npos, note,
                   "not in the text: " + proposal.words);
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

void TestNotesCorpus::proposals_nameKnownOrNewPeople()
{
    for (const CorpusNote& note : m_notes) {
        std::set<std::string> known;
        for (const KnownPerson& person : note.people)
            known.insert(person.name);
        for (const ExpectedProposal& proposal : note.expected)
            if (proposal.isNew)
                for (const std::string& name : proposal.people) {
                    expect(!known.contains(name), note, name + " is not new");
                    expect(note.text.find(name) != std::string::npos, note, name + " is not in the text");
                }
        for (const ExpectedProposal& proposal : note.expected)
            if (proposal.isNew)
                known.insert(proposal.people.begin(), proposal.people.end());
        for (const ExpectedProposal& proposal : note.expected) {
            for (const std::string& name : proposal.people)
                expect(known.contains(name), note, name + " is nobody");
            expect(proposal.heardFrom.empty() || known.contains(proposal.heardFrom), note, "heard from nobody");
        }
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

void TestNotesCorpus::proposals_haveTheFieldsOfTheirKind()
{
    static const std::set<std::string> kinds{"tie",          "person",  "need",    "offer", "follow_up",
                                             "introduction", "project", "barrier", "topic"};
    for (const CorpusNote& note : m_notes)
        for (const ExpectedProposal& proposal : note.expected) {
            expect(kinds.contains(proposal.kind), note, "no kind: " + proposal.kind);
            const bool isTie = proposal.kind == "tie", isFollowUp = proposal.kind == "follow_up";
            expect(isTie == proposal.depth.has_value(), note, "depth of " + proposal.words);
            expect(proposal.depth.value_or(0) >= 0 && proposal.depth.value_or(0) <= 4, note, "depth out of range");
            expect(isTie == !proposal.direction.empty(), note, "direction of " + proposal.words);
            expect((isTie || proposal.kind == "introduction") ? proposal.people.size() == 2 : true, note,
                   "not between two: " + proposal.words);
            expect((proposal.kind == "topic") == proposal.people.empty(), note, "people of " + proposal.words);
            expect(isFollowUp == !proposal.by.empty(), note, "by of " + proposal.words);
            expect(proposal.due.empty() || (isFollowUp && Date::parseIso(proposal.due).has_value() &&
                                            *Date::parseIso(proposal.due) >= *Date::parseIso(note.on)),
                   note, "due of " + proposal.words);
        }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

void TestNotesCorpus::doubts_haveSeveralKnownCandidates()
{
    for (const CorpusNote& note : m_notes)
        for (const ExpectedDoubt& doubt : note.unresolved) {
            expect(note.text.find(doubt.words) != std::string::npos, note, "not in the text: " + doubt.words);
            expect(doubt.candidates.size() >= 2, note, "no doubt: " + doubt.words);
            for (const std::string& name : doubt.candidates)
                expect(std::any_of(note.people.begin(), note.people.end(),
                                   [&name](const KnownPerson& person) { return person.name == name; }),
                       note, name + " is nobody");
        }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestNotesCorpus)
#include "tst_notes_corpus.moc"
