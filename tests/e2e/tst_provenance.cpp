// SPDX-License-Identifier: GPL-3.0-or-later
// From a member's page to the introduction, on to its call and its tie, and the whole way back.
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/Introductions.h"
#include "core/actions/LogCall.h"
#include "ui/members/TimelineRow.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class ProvenanceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowBox> m_box;
    PersonId m_ana, m_luis, m_ruth;

    /// Ruth talked with Ana, introduced her to Luis, and the two have met.
    Result<> fill(store::Records& records)
    {
        Person person;
        person.name = "Ana Ruiz";
        WEAVEMAP_ASSIGN(m_ana, actions::addPerson(records, person));
        person.name = "Luis Vega";
        WEAVEMAP_ASSIGN(m_luis, actions::addPerson(records, person));
        person.name = "Ruth Adler";
        person.kind = PersonKind::staff;
        WEAVEMAP_ASSIGN(m_ruth, actions::addPerson(records, person));
        actions::CallDraft draft;
        draft.conversation.when = Instant::atLocal(uitest::testDay().addDays(-9), 9, 0, 0);
        draft.conversation.staff = m_ruth;
        draft.conversation.participants = {m_ana};
        draft.conversation.text = "Ana would like to meet a principal.";
        WEAVEMAP_ASSIGN(const actions::StoredCall call, actions::logCall(records, draft));
        Introduction introduction;
        introduction.a = m_ana;
        introduction.b = m_luis;
        introduction.host = m_ruth;
        introduction.proposed = uitest::testDay().addDays(-8);
        introduction.conversation = call.conversation;
        introduction.state = IntroductionState::met;
        introduction.strength = IntroductionStrength::inPerson;
        introduction.why = "Both run a greenhouse.";
        WEAVEMAP_ASSIGN(const IntroductionId id, actions::propose(records, introduction));
        WEAVEMAP_TRY(actions::recordTie(records, id, uitest::testDay().addDays(-1)));
        return {};
    }
    PlaceId current() { return m_box->window().places().current(); }
    void escape()
    {
        m_box->press(Qt::Key_Escape);
        QVERIFY(m_box->settle());
    }
    void click(const char* name)
    {
        m_box->click(name);
        QVERIFY(m_box->settle());
    }
    TimelineRow* introductionRow()
    {
        for (TimelineRow* row : m_box->window().findChildren<TimelineRow*>())
            if (row->isVisible() && row->accessibleName().startsWith(QStringLiteral("Introduction")))
                return row;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_box = std::make_unique<WindowBox>();
        m_box->open(m_box->emptyFile());
        bool stored = false;
        m_box->window().session().change(
            QStringLiteral("test"), [this](store::Records& records) { return fill(records); },
            [&](const Result<store::ChangeSet>& result) { stored = result.has_value(); });
        QVERIFY(uitest::waitUntil([&] { return stored; }));
        QVERIFY(m_box->settle());
        m_box->window().places().showPerson(m_ana);
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::members);
    }
    void cleanup() { m_box.reset(); }

    void timeline_opensTheIntroduction_andEscapeLeadsBack()
    {
        TimelineRow* row = introductionRow();
        QVERIFY(row);
        row->setFocus(Qt::TabFocusReason);
        m_box->press(Qt::Key_Return);
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::introductions);
        QVERIFY(m_box->visible("introductionPanel"));
        QCOMPARE(m_box->focus(), m_box->visible("boardColumn4")); // it is chosen on the board
        escape();
        QCOMPARE(current(), PlaceId::members);
        QVERIFY(m_box->visible("personPage"));
        QVERIFY(introductionRow()); // still hers
    }
    void wayFromATieToItsCall_canBeGoneBackStepByStep()
    {
        click("tieIntroduction");
        QCOMPARE(current(), PlaceId::introductions);
        click("panelConversation");
        QCOMPARE(current(), PlaceId::conversations);
        QVERIFY(m_box->visible("conversationRecord"));
        escape();
        QCOMPARE(current(), PlaceId::introductions);
        QVERIFY(m_box->visible("introductionPanel")); // as it was left
        escape();
        QCOMPARE(current(), PlaceId::members);
    }
    void record_ofTheCall_opensWhatRestsOnIt()
    {
        click("tieIntroduction");
        click("panelConversation");
        click("recordIntroduction"); // no line of the call names it
        QCOMPARE(current(), PlaceId::introductions);
        QVERIFY(m_box->visible("introductionPanel"));
        escape();
        QCOMPARE(current(), PlaceId::conversations);
        QVERIFY(m_box->visible("conversationRecord"));
    }
    void search_opensTheIntroductionThatItFinds()
    {
        m_box->press(Qt::Key_K, Qt::ControlModifier);
        m_box->type(QStringLiteral("greenhouse"));
        QTRY_VERIFY(m_box->visible("searchResults"));
        m_box->press(Qt::Key_Return);
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::introductions);
        QVERIFY(m_box->visible("introductionPanel"));
    }
    void tieOnTheMap_leadsToItsIntroduction_andThatToTheTie()
    {
        click("tieIntroduction");
        click("panelTie");
        QCOMPARE(current(), PlaceId::map);
        QVERIFY(m_box->visible("tiePanel"));
        click("evidenceIntroduction");
        QCOMPARE(current(), PlaceId::introductions);
        QVERIFY(m_box->visible("introductionPanel"));
        escape();
        QCOMPARE(current(), PlaceId::map);
    }
    void placeThatWasChosen_isNotLeftByEscape()
    {
        click("tieIntroduction");
        m_box->press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(m_box->settle());
        QCOMPARE(current(), PlaceId::members);
        for (int i = 0; i < 3; ++i)
            escape();
        QCOMPARE(current(), PlaceId::members);
    }
    void introductionOfAnother_isNamedNowhere()
    {
        bool stored = false;
        m_box->window().session().change(
            QStringLiteral("test"),
            [](store::Records& records) -> Result<> {
                Introduction mine = records.introductions.all()->front();
                mine.confidentiality = Confidentiality::onlyMe;
                return records.introductions.update(mine, uitest::testDay());
            },
            [&](const Result<store::ChangeSet>& result) { stored = result.has_value(); });
        QVERIFY(uitest::waitUntil([&] { return stored; }));
        QVERIFY(m_box->settle());
        QVERIFY(!introductionRow());
        QVERIFY(!m_box->visible("tieIntroduction"));
    }
};

QTEST_MAIN(ProvenanceTest)
#include "tst_provenance.moc"
