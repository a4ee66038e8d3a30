// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/conversations/CallInput.h"
#include "ui/conversations/ProposalDecisions.h"
#include "ui/conversations/ProposalEntries.h"

using namespace weavemap;
using namespace weavemap::ui;
using weaving::ProposalKind;

namespace {

NoteProposal proposal(ProposalKind kind, std::vector<weaving::Who> people, const char* text, const char* words)
{
    NoteProposal made;
    made.said.kind = kind;
    made.said.people = std::move(people);
    made.said.text = text;
    made.words = QString::fromUtf8(words);
    return made;
}

const weaving::Who kAna{PersonId{1}, "Ana"}, kBen{PersonId{2}, "Ben"};

NoteProposal need(const char* text, const char* words) { return proposal(ProposalKind::need, {kAna}, text, words); }

} // namespace

/// What the user said to a proposal stays with it while the note goes on.
class TestProposalDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDecided_saysNothing()
    {
        ProposalDecisions decisions;
        QVERIFY(decisions.follow({}).empty());
        QCOMPARE(decisions.follow({need("a van", "Needs a van")}).front(), std::nullopt);
    }

    void growingClause_keepsItsDecisionLetterByLetter()
    {
        ProposalDecisions decisions;
        decisions.decide(need("a v", "Needs a v"), Decision::refused);
        QString text = QStringLiteral("a v");
        for (const QChar letter : QStringLiteral("an for \u5B66\u6821 and the fair")) {
            text += letter;
            const auto now = need(qPrintable(text), qPrintable(QStringLiteral("Needs ") + text));
            QCOMPARE(decisions.follow({now}).front(), std::optional(Decision::refused));
        }
        QCOMPARE(decisions.kept().size(), std::size_t{1});
    }

    void twoNeedsOfOneClause_areToldApart()
    {
        ProposalDecisions decisions;
        const auto van = need("a van", "Needs a van and a mentor"), mentor = need("mentor", "Needs a van and a mentor");
        decisions.decide(mentor, Decision::refused);
        const auto decided = decisions.follow({van, mentor});
        QCOMPARE(decided[0], std::nullopt);
        QCOMPARE(decided[1], std::optional(Decision::refused));
    }

    void tie_isKnownByItsPeopleWhateverTheWords()
    {
        ProposalDecisions decisions;
        decisions.decide(proposal(ProposalKind::tie, {kAna, kBen}, "", "Met Ben"), Decision::refused);
        const auto turned = proposal(ProposalKind::tie, {kBen, kAna}, "", "Ben turns to her first");
        QCOMPARE(decisions.follow({turned}).front(), std::optional(Decision::refused));
        const auto other = proposal(ProposalKind::introduction, {kBen, kAna}, "", "Met Ben");
        QCOMPARE(decisions.follow({other}).front(), std::nullopt);
    }

    void samePhraseOfAnotherPerson_isAnotherProposal()
    {
        ProposalDecisions decisions;
        decisions.decide(need("a van", "Needs a van"), Decision::refused);
        const auto bens = proposal(ProposalKind::need, {kBen}, "a van", "Needs a van");
        QCOMPARE(decisions.follow({bens}).front(), std::nullopt);
    }

    void namesOfNewcomers_growWhileTheyAreTyped()
    {
        ProposalDecisions decisions;
        decisions.decide(proposal(ProposalKind::person, {{{}, "Kir"}}, "", "@Kir"), Decision::refused);
        const auto whole = proposal(ProposalKind::person, {{{}, "Kirsten Lund"}}, "", "@Kirsten Lund");
        QCOMPARE(decisions.follow({whole}).front(), std::optional(Decision::refused));
        const auto other = proposal(ProposalKind::person, {{{}, "Zora Quill"}}, "", "@Zora Quill");
        QCOMPARE(decisions.follow({other}).front(), std::nullopt);
    }

    void wordsTakenOutAndTypedAgain_findTheirDecision()
    {
        ProposalDecisions decisions;
        decisions.decide(need("a van", "Needs a van"), Decision::changed);
        QVERIFY(decisions.follow({}).empty());
        QCOMPARE(decisions.follow({need("a van", "Needs a van")}).front(), std::optional(Decision::changed));
    }

    void likestOfSeveral_getsTheDecision()
    {
        ProposalDecisions decisions;
        decisions.decide(need("a van for the fair", "Needs a van for the fair"), Decision::refused);
        const auto decided =
            decisions.follow({need("a van", "Needs a van"), need("a van for the fair", "Needs a van for the fair")});
        QCOMPARE(decided[0], std::nullopt);
        QCOMPARE(decided[1], std::optional(Decision::refused));
    }

    void changedMind_isOneDecision()
    {
        ProposalDecisions decisions;
        decisions.decide(need("a van", "Needs a van"), Decision::refused);
        decisions.decide(need("a van", "Needs a van"), Decision::taken);
        QCOMPARE(decisions.kept().size(), std::size_t{1});
        QCOMPARE(decisions.follow({need("a van", "Needs a van")}).front(), std::optional(Decision::taken));
    }

    void endlessDecisions_areNotAllKept()
    {
        ProposalDecisions decisions;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray text = QByteArray("thing") + QByteArray::number(i);
            decisions.decide(need(text.constData(), text.constData()), Decision::refused);
        }
        QVERIFY(decisions.kept().size() <= 1000);
        QCOMPARE(decisions.follow({need("thing2999", "thing2999")}).front(), std::optional(Decision::refused));
    }

    void stepOnThePage_standsForTheSameOfTheSamePersonAlone()
    {
        const auto said = proposal(ProposalKind::followUp, {kAna}, "call the school on Monday", "").said;
        CallInput page;
        page.participants = {PersonChoice::known(kAna.id, QStringLiteral("Ana"))};
        page.steps.resize(1);
        StepInput& step = page.steps.front();
        for (const char* same : {"call the school on Monday", "Call the school", "Then call the school on Monday"}) {
            step.text = QString::fromLatin1(same);
            QVERIFY2(isOnPage(said, page), same);
        }
        for (const char* other : {"call", "Call ", "school", "call the hall"}) {
            step.text = QString::fromLatin1(other);
            QVERIFY2(!isOnPage(said, page), other);
        }
        step.text = QStringLiteral("call the school on Monday");
        step.about = PersonChoice::known(kBen.id, QStringLiteral("Ben"));
        QVERIFY(!isOnPage(said, page));
    }
};

QTEST_GUILESS_MAIN(TestProposalDecisions)
#include "tst_proposal_decisions.moc"
