// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Office.h"
#include "core/actions/Introductions.h"
#include "core/actions/LogCall.h"
#include "core/store/Audience.h"

using namespace actionstest;

/// Lines of a call that are only their writer's: who that can be, and what becomes of them when others go at the call.
class TestPrivateLines : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Office office;
        PersonId ana = office.add("Ana"), luis = office.add("Luis"), ruth = office.add("Ruth", PersonKind::staff),
                 tom = office.add("Tom", PersonKind::staff);

        actions::CallDraft draft(PersonId staff) const
        {
            actions::CallDraft draft;
            draft.conversation.when = moment(kToday);
            draft.conversation.participants = {ana};
            draft.conversation.staff = staff;
            draft.conversation.text = "We talked.";
            draft.conversation.confidentiality = Confidentiality::shareable;
            return draft;
        }
        Result<actions::StoredCall> put(const actions::CallDraft& draft, PersonId me)
        {
            actions::StoredCall stored;
            const auto changed = office.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(stored, draft.conversation.id ? actions::changeCall(records, draft, me)
                                                              : actions::logCall(records, draft));
                return {};
            });
            if (!changed)
                return fail(changed.error());
            return stored;
        }
        std::size_t hidden(ConversationId call, PersonId me)
        {
            return got(actions::countHidden(office.records(), call, me));
        }
    };
    static NoteItem item(Confidentiality level)
    {
        NoteItem item;
        item.text = "A line";
        item.confidentiality = level;
        return item;
    }
    static FollowUp step(Confidentiality level)
    {
        FollowUp step;
        step.text = "A step";
        step.confidentiality = level;
        return step;
    }
    static bool isRefused(const Result<actions::StoredCall>& result)
    {
        return !result && result.error().args == std::vector<std::string>{"conversation", "onlyMe"};
    }

private Q_SLOTS:
    void ofACallThatNobodyHad_theyWouldBeNobodys()
    {
        Desk desk;
        const std::string before = desk.office.digest();
        auto withLine = desk.draft({}), withStep = desk.draft({}), whole = desk.draft({}), plain = desk.draft({});
        withLine.items.push_back(item(Confidentiality::onlyMe));
        withStep.followUps.push_back(step(Confidentiality::onlyMe));
        whole.conversation.confidentiality = Confidentiality::onlyMe;
        for (const auto* draft : {&withLine, &withStep, &whole})
            QVERIFY(isRefused(desk.put(*draft, desk.ruth)));
        QCOMPARE(desk.office.digest(), before);
        plain.items.push_back(item(Confidentiality::staff));
        got(desk.put(plain, {}));
        withLine.conversation.staff = desk.ruth;
        got(desk.put(withLine, desk.ruth));
    }
    void ofAnothersCall_theyWouldBeThatOnes()
    {
        Desk desk;
        auto draft = desk.draft(desk.ruth);
        draft.conversation.id = got(desk.put(draft, desk.ruth)).conversation;
        draft.items.push_back(item(Confidentiality::onlyMe));
        QVERIFY(isRefused(desk.put(draft, desk.tom)));
        QVERIFY(isRefused(desk.put(draft, {})));
        got(desk.put(draft, desk.ruth));
        // Given away with them they would be read by whom they were not for.
        draft.items = got(desk.office.records().conversations.items(draft.conversation.id));
        draft.conversation.staff = desk.tom;
        QVERIFY(isRefused(desk.put(draft, desk.ruth)));
        draft.conversation.staff = {};
        QVERIFY(isRefused(desk.put(draft, desk.ruth)));
        draft.conversation.staff = desk.tom;
        draft.items.front().confidentiality = Confidentiality::staff;
        got(desk.put(draft, desk.ruth));
        QCOMPARE(got(desk.office.records().conversations.items(draft.conversation.id)), draft.items);
    }
    void changedLevels_areRead_andUndoGivesTheSameDigest()
    {
        Desk desk;
        const auto found = [&desk](const char* words, const store::Audience& audience) {
            return got(desk.office.records().search.find(words, audience)).size();
        };
        const auto leavers = store::Audience::leaving(), tomHimself = store::Audience::office(desk.tom);
        auto draft = desk.draft(desk.ruth);
        draft.items.push_back(item(Confidentiality::shareable));
        draft.followUps.push_back(step(Confidentiality::shareable));
        const auto stored = got(desk.put(draft, desk.ruth));
        draft.conversation.id = stored.conversation;
        draft.items = got(desk.office.records().conversations.items(stored.conversation));
        draft.followUps = got(desk.office.records().conversations.followUps(stored.conversation));
        const std::string before = desk.office.digest();
        const store::AudienceRecords leaving(desk.office.records(), store::Audience::leaving());
        QCOMPARE(got(leaving.items(stored.conversation)).size(), std::size_t{1});
        QCOMPARE(found("line", leavers) + found("step", leavers), std::size_t{2});
        draft.items.front().confidentiality = Confidentiality::staff;
        draft.followUps.front().confidentiality = Confidentiality::onlyMe;
        got(desk.put(draft, desk.ruth));
        QVERIFY(got(leaving.items(stored.conversation)).empty());
        QCOMPARE(found("line", leavers) + found("step", leavers), std::size_t{0});
        QCOMPARE(found("line", tomHimself), std::size_t{1});
        QCOMPARE(found("step", tomHimself), std::size_t{0});
        QCOMPARE(found("step", store::Audience::office(desk.ruth)), std::size_t{1});
        const store::AudienceRecords toms(desk.office.records(), store::Audience::office(desk.tom));
        QCOMPARE(got(toms.items(stored.conversation)).size(), std::size_t{1});
        QVERIFY(got(toms.followUps(stored.conversation)).empty());
        got(desk.office.workspace().undo());
        QCOMPARE(desk.office.digest(), before);
    }
    void linesThatWouldGoUnseen_areCounted()
    {
        Desk desk;
        auto draft = desk.draft(desk.ruth);
        draft.items = {item(Confidentiality::onlyMe), item(Confidentiality::staff)};
        draft.followUps = {step(Confidentiality::onlyMe)};
        const ConversationId call = got(desk.put(draft, desk.ruth)).conversation;
        QCOMPARE(desk.hidden(call, desk.tom), std::size_t{2});
        QCOMPARE(desk.hidden(call, {}), std::size_t{2});
        QCOMPARE(desk.hidden(call, desk.ruth), std::size_t{0});
        Introduction introduction;
        introduction.a = desk.ana;
        introduction.b = desk.luis;
        introduction.proposed = kToday;
        introduction.conversation = call;
        introduction.confidentiality = Confidentiality::onlyMe;
        got(desk.office.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::propose(records, introduction));
            return {};
        }));
        QCOMPARE(desk.hidden(call, desk.tom), std::size_t{3});
        QCOMPARE(desk.hidden(call, desk.ruth), std::size_t{0});
        QCOMPARE(desk.hidden(ConversationId{3}, desk.tom), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestPrivateLines)
#include "tst_private_lines.moc"
