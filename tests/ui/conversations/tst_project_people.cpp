// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/conversations/CallDraftFile.h"
#include "ui/conversations/DraftErasing.h"
#include "ui/conversations/ProposalEntries.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

const PersonId kAna{1}, kBen{2}, kCleo{3}, kDara{4};

QString nameOf(PersonId person)
{
    return person == kAna    ? QStringLiteral("Ana Ruiz")
           : person == kBen  ? QStringLiteral("Ben Okafor")
           : person == kCleo ? QStringLiteral("Cleo Marin")
                             : QStringLiteral("Dara Lind");
}

/// A call with Ana and what its note proposes of a project, opened to be changed.
CallInput withEntry()
{
    CallInput call;
    call.participants = {PersonChoice::known(kAna, nameOf(kAna))};
    NoteProposal proposal;
    proposal.said.kind = weaving::ProposalKind::project;
    proposal.said.text = "Garden";
    proposal.said.people = {{kBen, {}}, {kCleo, {}}, {kDara, {}}, {{}, "Zed Young"}};
    const ProposalEntry entry = entryFor(proposal, call, nameOf);
    call.items = {std::get<ItemInput>(entry)};
    return call;
}

} // namespace

/// A proposal that names more people than a line has fields for loses none of them on the page.
class TestProjectPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entryOfTheProposal_storesEverybody()
    {
        CallInput call = withEntry();
        QCOMPARE(call.items[0].inIt.size(), std::size_t{2});
        QCOMPARE(call.items[0].inIt[1].name, QStringLiteral("Zed Young"));
        call.items[0].text = QStringLiteral(" Shared garden "); // as it is called by now
        const auto draft = toDraft(call);
        QCOMPARE(draft.newPeople.size(), std::size_t{1});
        QCOMPARE(draft.projects,
                 (std::vector<actions::ProjectPeople>{{"Shared garden", {kDara, actions::newPersonRef(0)}}}));
        QVERIFY(draft.items[0].person == kBen && draft.items[0].other == kCleo);
    }

    void draft_keepsThem()
    {
        const CallInput call = withEntry();
        const auto back = callFromJson(toJson(call));
        QVERIFY(back && back->items.size() == 1);
        QCOMPARE(back->items[0].inIt, call.items[0].inIt);
    }

    void forgottenAndGone_areNotInIt()
    {
        CallInput call = withEntry();
        forgetPerson(call, kDara, store::ErasedName("Dara Lind", {}));
        QCOMPARE(call.items[0].inIt.size(), std::size_t{1});
        CallInput other = withEntry();
        letGoOf(other, [](PersonId person) { return person == kDara; });
        QCOMPARE(other.items[0].inIt, call.items[0].inIt);
    }
};

QTEST_GUILESS_MAIN(TestProjectPeople)
#include "tst_project_people.moc"
