// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QApplication>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/Timeline.h"

using namespace weavemap;
using namespace weavemap::ui;
using memberstest::day;

/// What a person's page says happened, and what it keeps to whom it belongs.
class TestTimeline : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    PersonId m_ana, m_ben, m_ruth, m_tom;

    ConversationId call(std::vector<PersonId> with, const std::string& text, Confidentiality who,
                        Date on = day(2026, 10, 8), const std::string& need = {}, PersonId of = {})
    {
        ConversationId made;
        m_desk->change([&](store::Records& records) -> Result<> {
            Conversation conversation;
            conversation.when = Instant::atLocal(on, 10, 0, 0);
            conversation.staff = m_ruth;
            conversation.participants = with;
            conversation.text = text;
            conversation.minutes = 11;
            conversation.confidentiality = who;
            WEAVEMAP_ASSIGN(made, records.conversations.insert(conversation));
            if (!need.empty()) {
                NoteItem item;
                item.conversation = made;
                item.person = of;
                item.text = need;
                WEAVEMAP_TRY(records.conversations.insert(item));
            }
            return {};
        });
        return made;
    }
    std::vector<TimelineEntry> entriesOf(PersonId person, PersonId me)
    {
        const auto page = readPersonPage(m_desk->session.records(), person, day(2026, 10, 15), me);
        return page ? timelineOf(*page, m_desk->people, day(2026, 10, 15)) : std::vector<TimelineEntry>{};
    }
    static QString allText(const std::vector<TimelineEntry>& entries)
    {
        QString all;
        for (const TimelineEntry& entry : entries) {
            all += entry.title + QLatin1Char('\n') + entry.text + QLatin1Char('\n');
            for (const PillText& pill : entry.pills)
                all += pill.text + QLatin1Char('\n');
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        QVERIFY(m_desk->open("a.weavemap"));
        m_ana = m_desk->add("Ana Ruiz");
        m_ben = m_desk->add("Ben Okafor");
        m_ruth = m_desk->add("Ruth", PersonKind::staff);
        m_tom = m_desk->add("Tom", PersonKind::staff);
    }
    void cleanup() { m_desk.reset(); }

    void nothingHappened_isEmpty() { QVERIFY(entriesOf(m_ana, m_ruth).empty()); }

    void unknownPerson_isNotFound()
    {
        const auto page = readPersonPage(m_desk->session.records(), PersonId{12345}, day(2026, 10, 15), m_ruth);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::notFound);
    }

    void call_hasTitleTextPillsAndOthers()
    {
        const auto id = call({m_ana, m_ben}, "Story  hours\nfor two years.", Confidentiality::staff, day(2026, 10, 8),
                             "Watch a lesson study", m_ana);
        const auto entries = entriesOf(m_ana, m_ruth);
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries[0].title.startsWith(QStringLiteral("Phone, 11")));
        QCOMPARE(entries[0].text, QStringLiteral("With Ben Okafor. Story hours for two years."));
        QCOMPARE(entries[0].pills.size(), 1U);
        QCOMPARE(entries[0].pills[0].text, QStringLiteral("Watch a lesson study"));
        QCOMPARE(entries[0].conversation, id);
        // The need is Ana's: Ben's page has the call without it.
        QVERIFY(entriesOf(m_ben, m_ruth)[0].pills.empty());
    }

    void order_isNewestFirstWithJoiningLast()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto person, records.people.find(m_ana));
            person->joined = day(2023, 8, 28);
            return records.people.update(*person);
        }));
        call({m_ana}, "old", Confidentiality::staff, day(2025, 11, 12));
        call({m_ana}, "new", Confidentiality::staff, day(2026, 10, 8));
        const auto entries = entriesOf(m_ana, m_ruth);
        QCOMPARE(entries.size(), 3U);
        QCOMPARE(entries[0].text, QStringLiteral("new"));
        QCOMPARE(entries[1].text, QStringLiteral("old"));
        QCOMPARE(entries[2].title, QStringLiteral("Joined"));
    }

    void onlyMe_isSeenByItsAuthorAlone()
    {
        call({m_ana}, "a secret", Confidentiality::onlyMe, day(2026, 10, 8), "a secret need", m_ana);
        QVERIFY(allText(entriesOf(m_ana, m_ruth)).contains(QStringLiteral("a secret need")));
        QVERIFY(entriesOf(m_ana, m_tom).empty());
        QVERIFY(entriesOf(m_ana, PersonId{}).empty());
    }

    void onlyMeNoteOfAnotherCall_keepsItsItemsFromOthers()
    {
        // Ana was not in the call, but something about her came up in it.
        call({m_ben}, "a secret", Confidentiality::onlyMe, day(2026, 10, 8), "a secret need", m_ana);
        QVERIFY(allText(entriesOf(m_ana, m_ruth)).contains(QStringLiteral("a secret need")));
        QVERIFY(!allText(entriesOf(m_ana, m_tom)).contains(QStringLiteral("secret")));
        QVERIFY(!allText(entriesOf(m_ana, PersonId{})).contains(QStringLiteral("secret")));
    }

    void itemOfAnotherCall_comesWithItsDateButNotItsText()
    {
        call({m_ben}, "Ben's own words", Confidentiality::staff, day(2026, 9, 1), "Needs a mentor", m_ana);
        const auto entries = entriesOf(m_ana, m_tom);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].on, std::optional(day(2026, 9, 1)));
        QVERIFY(!allText(entries).contains(QStringLiteral("own words")));
    }

    void missedCall_saysSo()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            Conversation conversation;
            conversation.when = Instant::atLocal(day(2026, 10, 9), 10, 0, 0);
            conversation.participants = {m_ana};
            conversation.reached = false;
            WEAVEMAP_TRY(records.conversations.insert(conversation));
            return {};
        }));
        QCOMPARE(entriesOf(m_ana, m_ruth)[0].title, QStringLiteral("Phone, not reached"));
    }

    void keptPromise_isALineAndAnOpenOneIsNot()
    {
        QVERIFY(m_desk->change([this](store::Records& records) -> Result<> {
            FollowUp open;
            open.person = m_ana;
            open.owner = m_ruth;
            open.text = "Send the notes";
            WEAVEMAP_TRY(records.conversations.insert(open));
            FollowUp kept = open;
            kept.text = "Call again";
            kept.done = day(2026, 10, 1);
            WEAVEMAP_TRY(records.conversations.insert(kept));
            return {};
        }));
        const auto entries = entriesOf(m_ana, m_ruth);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].text, QStringLiteral("Ruth: Call again"));
    }

    void introductions_standOnThePagesOfAllThree_butNotWhatIsAnothersAlone()
    {
        Introduction introduction;
        introduction.a = m_ana;
        introduction.b = m_ben;
        introduction.host = m_ruth;
        introduction.proposed = day(2026, 10, 3);
        introduction.state = IntroductionState::met;
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            return {};
        }));
        const auto anas = entriesOf(m_ana, m_tom);
        QCOMPARE(anas.size(), 1U);
        QCOMPARE(anas[0].text, QStringLiteral("To Ben Okafor by Ruth; met."));
        QCOMPARE(anas[0].on, std::optional(day(2026, 10, 3)));
        QCOMPARE(entriesOf(m_ben, m_tom)[0].text, QStringLiteral("To Ana Ruiz by Ruth; met."));
        QCOMPARE(entriesOf(m_ruth, m_tom)[0].text, QStringLiteral("Of Ana Ruiz and Ben Okafor; met."));
        introduction.confidentiality = Confidentiality::onlyMe;
        QVERIFY(m_desk->change([&](store::Records& records) {
            return records.introductions.update(introduction, introduction.proposed);
        }));
        QVERIFY(entriesOf(m_ana, m_tom).empty());
        QVERIFY(entriesOf(m_ruth, m_tom).empty());
        QCOMPARE(entriesOf(m_ana, m_ruth).size(), 1U); // who hosts it
    }

    void introduction_opensItself()
    {
        Introduction introduction;
        introduction.a = m_ana;
        introduction.b = m_ben;
        introduction.proposed = day(2026, 10, 3);
        introduction.conversation = call({m_ben}, "They should meet", Confidentiality::staff);
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            return {};
        }));
        const auto entries = entriesOf(m_ana, m_ruth);
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries[0].introduction == introduction.id && !entries[0].conversation);
    }

    void tieToldOfElsewhere_isAMention_forWhomThatCallIs()
    {
        const auto told = call({m_ben}, "Works with Ana", Confidentiality::staff, day(2026, 9, 1));
        const auto own = call({m_ben}, "And again", Confidentiality::onlyMe, day(2026, 9, 2));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            Tie tie;
            tie.a = m_ana;
            tie.b = m_ben;
            WEAVEMAP_ASSIGN(tie.id, records.ties.insert(ordered(tie)));
            for (const ConversationId id : {told, own}) {
                Evidence evidence;
                evidence.tie = tie.id;
                evidence.conversation = id;
                WEAVEMAP_TRY(records.ties.insert(evidence));
            }
            return {};
        }));
        const auto entries = entriesOf(m_ana, m_tom);
        QCOMPARE(entries.size(), 1U);
        QVERIFY(entries[0].kind == TimelineEntry::Kind::mention && entries[0].conversation == told);
        QCOMPARE(entries[0].text, QStringLiteral("Tie with Ben Okafor."));
        QCOMPARE(entriesOf(m_ana, m_ruth).size(), 2U);
        QCOMPARE(entriesOf(m_ben, m_tom).size(), 1U); // who took part has the call itself
    }

    void convenings_sayWhatCameOfThem_butNotWhatIsAnothersAlone()
    {
        const auto put = [this](const char* title, Date on, bool registered, bool came, Confidentiality level) {
            ConveningId id;
            m_desk->change([&](store::Records& records) -> Result<> {
                Convening convening;
                convening.title = title;
                convening.on = on;
                convening.kind = ConveningKind::workingGroup;
                convening.place = "Riverside";
                convening.confidentiality = level;
                convening.writer = m_ruth;
                WEAVEMAP_ASSIGN(id, records.convenings.insert(convening));
                return records.convenings.put({{}, id, m_ana, true, registered, came});
            });
            return id;
        };
        const auto registered = put("A", day(2026, 4, 1), true, false, Confidentiality::staff);
        const auto unticked = put("B", day(2026, 5, 1), false, false, Confidentiality::shareable);
        const auto came = put("C", day(2026, 6, 1), false, true, Confidentiality::staff);
        put("D", day(2026, 12, 1), true, false, Confidentiality::staff);
        put("E", day(2026, 3, 1), true, true, Confidentiality::onlyMe);
        const auto titlesFor = [this](PersonId person) {
            QStringList titles;
            for (const TimelineEntry& entry : entriesOf(person, m_tom))
                titles.append(entry.title);
            return titles;
        };
        // Where nobody is ticked yet, nobody is said to have stayed away.
        QCOMPARE(titlesFor(m_ana), (QStringList{QStringLiteral("Registered for D"), QStringLiteral("Came to C"),
                                                QStringLiteral("Invited to B"), QStringLiteral("Registered for A")}));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(records.convenings.put({{}, registered, m_tom, false, false, true}));
            return records.convenings.put({{}, unticked, m_tom, true, false, true});
        }));
        const auto entries = entriesOf(m_ana, m_tom);
        QCOMPARE(titlesFor(m_ana), (QStringList{QStringLiteral("Registered for D"), QStringLiteral("Came to C"),
                                                QStringLiteral("Invited to B and did not come"),
                                                QStringLiteral("Registered for A and did not come")}));
        QVERIFY(entries[1].convening == came && !entries[1].conversation);
        QCOMPARE(entries[1].text, QStringLiteral("Working group · Riverside"));
        QCOMPARE(entriesOf(m_ana, m_ruth).size(), 5U);
        QVERIFY(entriesOf(m_ben, m_ruth).empty());
    }

    void project_isAsPrivateAsTheCallItWasHeardOfIn()
    {
        Project unit;
        unit.name = "Unit";
        unit.people = {m_ana};
        unit.started = day(2026, 9, 2);
        unit.conversation = call({m_ben}, "Between us", Confidentiality::onlyMe);
        QVERIFY(m_desk->change(
            [&](store::Records& records) { return records.projects.insert(unit).map([](ProjectId) {}); }));
        const auto entries = entriesOf(m_ana, m_ruth);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].confidentiality, Confidentiality::onlyMe);
        QCOMPARE(entries[0].on, unit.started);
        QVERIFY(entriesOf(m_ana, m_tom).empty());
    }

    void projects_sayWithWhomAndHowTheyStand_butNotWhatIsAnothersAlone()
    {
        Project unit;
        unit.name = "Shared fractions unit";
        unit.people = {m_ben, m_ana};
        unit.conversation = call({m_ben}, "They began", Confidentiality::staff, day(2026, 9, 1));
        Project own;
        own.name = "Alone";
        own.started = day(2026, 8, 1);
        own.status = ProjectStatus::paused;
        own.people = {m_ana};
        own.confidentiality = Confidentiality::onlyMe;
        own.writer = m_ruth;
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(unit.id, records.projects.insert(unit));
            return records.projects.insert(own).map([](ProjectId) {});
        }));
        const auto entries = entriesOf(m_ana, m_tom);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].title, QStringLiteral("Project: Shared fractions unit"));
        QCOMPARE(entries[0].text, QStringLiteral("With Ben Okafor; under way."));
        QCOMPARE(entries[0].on, std::optional(day(2026, 9, 1))); // heard of on that day
        QCOMPARE(entries[0].project, unit.id);
        const auto ruths = entriesOf(m_ana, m_ruth);
        QCOMPARE(ruths.size(), 2U);
        QCOMPARE(ruths[1].text, QStringLiteral("Paused"));
    }

    void kinds_canBeShownAlone()
    {
        using Kind = TimelineEntry::Kind;
        const std::pair<TimelineShow, std::vector<Kind>> kShown[] = {
            {TimelineShow::conversations, {Kind::conversation, Kind::mention}},
            {TimelineShow::promises, {Kind::promise}},
            {TimelineShow::introductions, {Kind::introduction}},
            {TimelineShow::convenings, {Kind::attendance}},
            {TimelineShow::projects, {Kind::project}},
            {TimelineShow::withItems, {}},
        };
        for (const Kind kind : {Kind::conversation, Kind::mention, Kind::promise, Kind::introduction, Kind::attendance,
                                Kind::project, Kind::membership}) {
            TimelineEntry entry;
            entry.kind = kind;
            QVERIFY(isOf(TimelineShow::everything, entry));
            for (const auto& [show, kinds] : kShown)
                QCOMPARE(isOf(show, entry), std::find(kinds.begin(), kinds.end(), kind) != kinds.end());
            entry.pills.resize(1);
            QVERIFY(isOf(TimelineShow::withItems, entry));
        }
    }

    void longNote_isCutAtAWord()
    {
        std::string text;
        for (int i = 0; i < 400; ++i)
            text += "wörter ";
        call({m_ana}, text, Confidentiality::shareable);
        const QString shown = entriesOf(m_ana, m_ruth)[0].text;
        QVERIFY(shown.size() < 300);
        QVERIFY(shown.endsWith(QStringLiteral("wörter…")));
    }
};

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
