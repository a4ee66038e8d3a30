// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QTest>

#include "Office.h"
#include "core/actions/IntroductionMail.h"

using namespace actionstest;
using actions::MailPart;
using actions::MailTo;

/// What may stand in an e-mail that leaves the office.
class TestIntroductionMail : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Office office;
        Person ana, luis;
        PersonId ruth = office.add("Ruth Adler", PersonKind::staff);
        Introduction introduction;
        NoteItem need, offer;

        Desk()
        {
            ana.name = "Ana Ruiz";
            ana.email = "ana@example.org";
            ana.role = "Coach";
            ana.consent = luis.consent = ShowConsent::byName;
            ana.id = office.add(ana);
            luis.name = "Luis Vega";
            luis.role = "Principal";
            luis.region = "North";
            luis.id = office.add(luis);
            got(office.change([&](store::Records& records) -> Result<> {
                Conversation call;
                call.when = moment(kToday);
                call.staff = ruth;
                call.participants = {ana.id};
                call.text = "A talk.";
                call.confidentiality = Confidentiality::shareable;
                WEAVEMAP_ASSIGN(const ConversationId talk, records.conversations.insert(call));
                need.conversation = offer.conversation = talk;
                need.person = ana.id;
                need.text = "NEEDWORDS";
                need.topic = "TOPICWORD";
                WEAVEMAP_ASSIGN(need.id, records.conversations.insert(need));
                offer.person = luis.id;
                offer.kind = NoteItemKind::offer;
                offer.state = NoteItemState::standing;
                offer.text = "OFFERWORDS";
                offer.topic = "TOPICWORD";
                WEAVEMAP_ASSIGN(offer.id, records.conversations.insert(offer));
                return {};
            }));
            introduction.a = ana.id;
            introduction.b = luis.id;
            introduction.proposed = kToday;
            introduction.need = need.id;
            introduction.offer = offer.id;
            introduction.topic = "TOPICWORD";
            introduction.why = "PRIVATEWHY";
            introduction.outcome = "PRIVATEOUTCOME";
        }
        void setLevel(NoteItem& item, Confidentiality level)
        {
            item.confidentiality = level;
            got(office.change([&](store::Records& records) { return records.conversations.update(item); }));
        }
        void setConsent(Person& person, ShowConsent consent)
        {
            person.consent = consent;
            got(office.change([&](store::Records& records) { return records.people.update(person); }));
        }
        Result<actions::MailDraft> draft(MailTo to)
        {
            return actions::draftMail(office.records(), introduction, to, ruth);
        }
        static bool has(const actions::MailDraft& draft, MailPart part)
        {
            return std::any_of(draft.pieces.begin(), draft.pieces.end(),
                               [part](const actions::MailPiece& piece) { return piece.part == part; });
        }
        static bool says(const actions::MailDraft& draft, const std::string& word)
        {
            return std::any_of(draft.pieces.begin(), draft.pieces.end(), [&word](const actions::MailPiece& piece) {
                return std::any_of(piece.args.begin(), piece.args.end(),
                                   [&word](const std::string& arg) { return arg.find(word) != std::string::npos; });
            });
        }
    };

private Q_SLOTS:
    void bothAreNamedAndQuoted_whereTheirLinesMayLeave()
    {
        Desk desk;
        const auto draft = got(desk.draft(MailTo::both));
        QCOMPARE(draft.addresses, std::vector<std::string>{"ana@example.org"});
        QCOMPARE(draft.pieces.front(), (actions::MailPiece{MailPart::greetBoth, {"Ana Ruiz", "Luis Vega"}}));
        QCOMPARE(draft.pieces.back(), (actions::MailPiece{MailPart::sign, {"Ruth Adler"}}));
        QVERIFY(Desk::says(draft, "NEEDWORDS") && Desk::says(draft, "OFFERWORDS"));
        QVERIFY(!Desk::says(draft, "PRIVATE"));
    }
    void aSideThatIsAsked_readsItsOwnLineAsItsOwn()
    {
        Desk desk;
        const auto draft = got(desk.draft(MailTo::a));
        const actions::MailPiece own{MailPart::isLookingFor, {"", "NEEDWORDS"}};
        const actions::MailPiece theirs{MailPart::canOffer, {"Luis Vega", "OFFERWORDS"}};
        QVERIFY(std::count(draft.pieces.begin(), draft.pieces.end(), own) == 1);
        QVERIFY(std::count(draft.pieces.begin(), draft.pieces.end(), theirs) == 1);
        QVERIFY(got(desk.draft(MailTo::b)).addresses.empty());
    }
    void linesOfTheOffice_areNeverQuoted_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("staff") << static_cast<int>(Confidentiality::staff);
        QTest::newRow("only me") << static_cast<int>(Confidentiality::onlyMe);
    }
    void linesOfTheOffice_areNeverQuoted()
    {
        QFETCH(int, level);
        Desk desk;
        desk.setLevel(desk.need, static_cast<Confidentiality>(level));
        desk.setLevel(desk.offer, static_cast<Confidentiality>(level));
        for (const MailTo to : {MailTo::a, MailTo::b, MailTo::both}) {
            const auto draft = got(desk.draft(to));
            for (const char* const word : {"NEEDWORDS", "OFFERWORDS", "TOPICWORD", "PRIVATE"})
                QVERIFY2(!Desk::says(draft, word), word);
            QVERIFY(Desk::has(draft, MailPart::worthMeeting));
        }
    }
    void thatOneOfThemAsked_isSaidWithoutTheirWords_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("said");
        QTest::newRow("shareable") << static_cast<int>(Confidentiality::shareable) << true;
        QTest::newRow("staff") << static_cast<int>(Confidentiality::staff) << true;
        QTest::newRow("only me") << static_cast<int>(Confidentiality::onlyMe) << false;
    }
    void thatOneOfThemAsked_isSaidWithoutTheirWords()
    {
        QFETCH(int, level);
        QFETCH(bool, said);
        Desk desk;
        desk.need.kind = NoteItemKind::introduction;
        desk.need.state = NoteItemState::asked;
        desk.need.other = desk.luis.id;
        desk.setLevel(desk.need, static_cast<Confidentiality>(level));
        QCOMPARE(Desk::has(got(desk.draft(MailTo::a)), MailPart::youAsked), said);
        QVERIFY(!Desk::has(got(desk.draft(MailTo::a)), MailPart::hasAsked));
        const actions::MailPiece named{MailPart::hasAsked, {"Ana Ruiz"}}, unnamed{MailPart::hasAsked, {""}};
        for (const MailTo to : {MailTo::b, MailTo::both}) {
            const auto draft = got(desk.draft(to));
            QCOMPARE(std::count(draft.pieces.begin(), draft.pieces.end(), named) == 1, said);
            QVERIFY(!Desk::says(draft, "NEEDWORDS"));
        }
        desk.setConsent(desk.ana, ShowConsent::byCode); // asked, but not to be named yet
        const auto draft = got(desk.draft(MailTo::b));
        QCOMPARE(std::count(draft.pieces.begin(), draft.pieces.end(), unnamed) == 1, said);
        QVERIFY(!Desk::says(draft, "Ana"));
    }
    void whoAskedInACallWithoutALine_isSaid_whereItIsOneOfTheTwo()
    {
        Desk desk;
        const auto hasAsked = [&desk] { return Desk::has(got(desk.draft(MailTo::both)), MailPart::hasAsked); };
        desk.introduction.need = {};
        desk.introduction.conversation = desk.need.conversation; // with Ana
        QVERIFY(!hasAsked());
        desk.introduction.reason = IntroductionReason::memberAsked;
        QVERIFY(Desk::has(got(desk.draft(MailTo::a)), MailPart::youAsked));
        QVERIFY(hasAsked());
        Conversation talk = *got(desk.office.records().conversations.find(desk.need.conversation));
        const auto store = [&] {
            got(desk.office.change([&](store::Records& records) { return records.conversations.update(talk); }));
        };
        talk.participants = {desk.ana.id, desk.luis.id}; // either
        store();
        QVERIFY(!hasAsked());
        talk.participants = {desk.luis.id};
        talk.confidentiality = Confidentiality::onlyMe;
        store();
        QVERIFY(!hasAsked());
        talk.confidentiality = Confidentiality::staff;
        store();
        QVERIFY(Desk::has(got(desk.draft(MailTo::b)), MailPart::youAsked));
        desk.introduction.confidentiality = Confidentiality::onlyMe;
        QVERIFY(!hasAsked());
    }
    void aWishThatIsNotTheReason_isNotSaid()
    {
        Desk desk; // a need is no wish to be introduced
        for (const MailTo to : {MailTo::a, MailTo::b, MailTo::both}) {
            QVERIFY(!Desk::has(got(desk.draft(to)), MailPart::hasAsked));
            QVERIFY(!Desk::has(got(desk.draft(to)), MailPart::youAsked));
        }
    }
    void whoIsShownByCode_isNotNamedBeforeTheySaidYes_data()
    {
        QTest::addColumn<int>("consent");
        QTest::newRow("by code") << static_cast<int>(ShowConsent::byCode);
        QTest::newRow("not shown") << static_cast<int>(ShowConsent::notShown);
    }
    void whoIsShownByCode_isNotNamedBeforeTheySaidYes()
    {
        QFETCH(int, consent);
        Desk desk;
        desk.setConsent(desk.luis, static_cast<ShowConsent>(consent));
        const auto asked = got(desk.draft(MailTo::a));
        QVERIFY(!Desk::says(asked, "Luis") && !Desk::says(asked, "OFFERWORDS"));
        QVERIFY(Desk::has(asked, MailPart::askToMeetPeer));
        QCOMPARE(desk.draft(MailTo::both).error().code, ErrorCode::invalidArgument);
        desk.introduction.consentB = IntroductionConsent::yes;
        QVERIFY(Desk::says(got(desk.draft(MailTo::a)), "Luis Vega"));
        QVERIFY(desk.draft(MailTo::both));
    }
    void whoWasNotAsked_isQuotedToNobodyElse()
    {
        Desk desk;
        desk.setConsent(desk.luis, ShowConsent::unset);
        for (const MailTo to : {MailTo::a, MailTo::both}) {
            const auto draft = got(desk.draft(to));
            QVERIFY(Desk::says(draft, "Luis Vega") && !Desk::says(draft, "OFFERWORDS"));
            QVERIFY(Desk::says(draft, "NEEDWORDS")); // hers, who agreed
        }
        QVERIFY(Desk::says(got(desk.draft(MailTo::b)), "OFFERWORDS")); // to himself
        desk.introduction.consentB = IntroductionConsent::asked;
        QVERIFY(!Desk::says(got(desk.draft(MailTo::both)), "OFFERWORDS"));
        desk.introduction.consentB = IntroductionConsent::yes;
        QVERIFY(Desk::says(got(desk.draft(MailTo::both)), "OFFERWORDS"));
        desk.introduction.consentB = IntroductionConsent::no;
        desk.setConsent(desk.luis, ShowConsent::byName);
        QVERIFY(!Desk::says(got(desk.draft(MailTo::a)), "OFFERWORDS"));
    }
    void whoSaidNo_isNamedToNobody()
    {
        Desk desk;
        desk.introduction.consentB = IntroductionConsent::no;
        QVERIFY(!Desk::says(got(desk.draft(MailTo::a)), "Luis"));
        QVERIFY(!desk.draft(MailTo::both));
    }
    void hosts_areNamedWhereTheyMayBe()
    {
        Desk desk;
        Person host;
        host.name = "Hana Host";
        host.id = desk.office.add(host);
        desk.introduction.host = host.id;
        QVERIFY(Desk::says(got(desk.draft(MailTo::both)), "Hana Host"));
        desk.setConsent(host, ShowConsent::byCode);
        QVERIFY(!Desk::says(got(desk.draft(MailTo::both)), "Hana Host"));
        desk.introduction.host = desk.ruth; // who writes it
        QVERIFY(!Desk::has(got(desk.draft(MailTo::both)), MailPart::sharedContact));
    }
    void withoutLines_aSharedRoleIsSaid_orNothing()
    {
        Desk desk;
        desk.introduction.need = desk.introduction.offer = {};
        QVERIFY(Desk::has(got(desk.draft(MailTo::both)), MailPart::worthMeeting));
        desk.luis.role = "Coach";
        desk.setConsent(desk.luis, ShowConsent::byName);
        for (const char* const region : {"", "North", " north ", "South"}) {
            desk.ana.region = region;
            desk.setConsent(desk.ana, ShowConsent::byName);
            const auto draft = got(desk.draft(MailTo::both));
            const bool isElsewhere = std::string(region) == "South"; // Luis is of the North
            QCOMPARE(Desk::has(draft, MailPart::sameRoleElsewhere), isElsewhere);
            QCOMPARE(Desk::has(draft, MailPart::sameRole), !isElsewhere);
        }
    }
    void nobody_isAnError()
    {
        Desk desk;
        desk.introduction.b = PersonId{4};
        QCOMPARE(desk.draft(MailTo::a).error().code, ErrorCode::notFound);
    }
};

QTEST_APPLESS_MAIN(TestIntroductionMail)
#include "tst_introduction_mail.moc"
