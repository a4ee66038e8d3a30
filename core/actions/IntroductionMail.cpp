// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/IntroductionMail.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/Text.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

/// One of the two, and whether they may be named to the other.
struct Side
{
    Person person;
    std::string organization;
    IntroductionConsent consent = IntroductionConsent::notAsked;

    bool mayBeNamed() const
    {
        if (consent == IntroductionConsent::no)
            return false;
        return consent == IntroductionConsent::yes || person.consent == ShowConsent::byName ||
               person.consent == ShowConsent::unset;
    }
    /// Whether their words may be told to the other: they agreed to be shown, or to this introduction.
    bool mayBeQuoted() const
    {
        return consent == IntroductionConsent::yes ||
               (consent != IntroductionConsent::no && person.consent == ShowConsent::byName);
    }
};

class Drafting
{
public:
    Drafting(store::Records& records, const Introduction& introduction, PersonId me)
        : m_records(records), m_leaving(records, store::Audience::leaving()), m_introduction(introduction), m_me(me)
    {}

    Result<MailDraft> draft(MailTo to)
    {
        WEAVEMAP_ASSIGN(m_a, side(m_introduction.a, m_introduction.consentA));
        WEAVEMAP_ASSIGN(m_b, side(m_introduction.b, m_introduction.consentB));
        WEAVEMAP_TRY(readLines());
        WEAVEMAP_TRY(readAsker());
        if (to == MailTo::both) {
            if (!m_a.mayBeNamed() || !m_b.mayBeNamed())
                return fail(ErrorCode::invalidArgument, {"consent", m_introduction.id.toString()});
            WEAVEMAP_TRY(writeToBoth());
        } else {
            WEAVEMAP_TRY(ask(to == MailTo::a ? m_a : m_b, to == MailTo::a ? m_b : m_a));
        }
        std::string me;
        if (m_me) {
            WEAVEMAP_ASSIGN(const auto person, m_records.people.find(m_me));
            me = person ? person->name : std::string();
        }
        add(MailPart::sign, {me});
        return std::move(m_draft);
    }

private:
    const Side& sideOf(PersonId person) const { return person == m_a.person.id ? m_a : m_b; }

    void add(MailPart part, std::vector<std::string> args = {}) { m_draft.pieces.push_back({part, std::move(args)}); }

    Result<Side> side(PersonId id, IntroductionConsent consent)
    {
        WEAVEMAP_ASSIGN(auto person, m_leaving.find(id));
        if (!person)
            return fail(ErrorCode::notFound, {"person", id.toString()});
        Side side{std::move(*person), {}, consent};
        WEAVEMAP_ASSIGN(const auto organizations, m_records.people.organizations());
        for (const Organization& organization : organizations)
            if (organization.id == side.person.organization)
                side.organization = organization.name;
        return side;
    }

    /// The lines it rests on, as far as they may be quoted.
    Result<> readLines()
    {
        for (const PersonId person : {m_introduction.a, m_introduction.b}) {
            WEAVEMAP_ASSIGN(const std::vector<NoteItem> items, m_leaving.itemsOf(person));
            for (const NoteItem& item : items) {
                if (item.id == m_introduction.need && item.kind == NoteItemKind::need)
                    m_need = item;
                else if (item.id == m_introduction.offer)
                    m_offer = item;
            }
        }
        return {};
    }

    /// Who asked for it, where a line of the office says so.
    Result<> readAsker()
    {
        if (m_introduction.confidentiality == Confidentiality::onlyMe)
            return {};
        if (!m_introduction.need)
            return readCaller();
        for (const PersonId person : {m_introduction.a, m_introduction.b}) {
            WEAVEMAP_ASSIGN(const std::vector<NoteItem> items, m_records.conversations.itemsOf(person));
            for (const NoteItem& item : items) {
                if (item.id != m_introduction.need || item.kind != NoteItemKind::introduction)
                    continue;
                WEAVEMAP_ASSIGN(const auto note, m_leaving.noteOf(item.conversation));
                if (std::max(item.confidentiality, note.level) != Confidentiality::onlyMe)
                    m_asker = person;
            }
        }
        return {};
    }

    /// Without a line: a member asked in the conversation it came from, and one of the two took part in it.
    Result<> readCaller()
    {
        if (m_introduction.reason != IntroductionReason::memberAsked || !m_introduction.conversation)
            return {};
        WEAVEMAP_ASSIGN(const auto talk, m_records.conversations.find(m_introduction.conversation));
        if (!talk || talk->confidentiality == Confidentiality::onlyMe)
            return {};
        const auto tookPart = [&talk](PersonId person) {
            return std::find(talk->participants.begin(), talk->participants.end(), person) != talk->participants.end();
        };
        if (tookPart(m_introduction.a) != tookPart(m_introduction.b))
            m_asker = tookPart(m_introduction.a) ? m_introduction.a : m_introduction.b;
        return {};
    }

    void whoTheyAre(const Side& side)
    {
        const Person& person = side.person;
        if (!person.role.empty() || !person.region.empty() || !side.organization.empty())
            add(MailPart::whoTheyAre, {person.name, person.role, side.organization, person.region});
    }

    /// What may be quoted; `reader` is addressed as "you". Whose name may not be told has no reason told but the topic.
    Result<> addReasons(const Side* reader, bool areNamed)
    {
        const std::size_t before = m_draft.pieces.size();
        if (m_asker && reader != nullptr && reader->person.id == m_asker)
            add(MailPart::youAsked);
        else if (m_asker)
            add(MailPart::hasAsked, {areNamed ? sideOf(m_asker).person.name : std::string()});
        const std::size_t unquoted = m_draft.pieces.size();
        const auto quote = [&](MailPart part, const std::optional<NoteItem>& line) {
            if (!line || trimmed(line->text).empty())
                return;
            const bool isReader = reader != nullptr && line->person == reader->person.id;
            if (!isReader && !(areNamed && sideOf(line->person).mayBeQuoted()))
                return;
            add(part, {isReader ? std::string() : sideOf(line->person).person.name, line->text});
        };
        quote(MailPart::isLookingFor, m_need);
        quote(MailPart::canOffer, m_offer);
        if (m_draft.pieces.size() == unquoted) {
            if (const std::string topic = sharedTopic(); !topic.empty())
                add(MailPart::sharedTopic, {topic});
            else if (!m_a.person.role.empty() && m_a.person.role == m_b.person.role)
                add(areOfTwoRegions() ? MailPart::sameRoleElsewhere : MailPart::sameRole, {m_a.person.role});
        }
        if (areNamed && m_introduction.host && m_introduction.host != m_me) {
            WEAVEMAP_ASSIGN(const auto host, m_leaving.find(m_introduction.host));
            if (host && (host->consent == ShowConsent::byName || host->consent == ShowConsent::unset))
                add(MailPart::sharedContact, {host->name});
        }
        if (m_draft.pieces.size() == before)
            add(MailPart::worthMeeting);
        return {};
    }

    bool areOfTwoRegions() const
    {
        const std::string one = foldForSearch(trimmed(m_a.person.region)),
                          two = foldForSearch(trimmed(m_b.person.region));
        return !one.empty() && !two.empty() && one != two;
    }

    /// The topic that both have to do with, where it stands in a line that may be quoted, or in a record that may
    /// leave.
    std::string sharedTopic() const
    {
        if (m_introduction.confidentiality == Confidentiality::shareable)
            return m_introduction.topic;
        if (m_need && m_offer && foldForSearch(m_need->topic) == foldForSearch(m_offer->topic))
            return m_need->topic;
        return {};
    }

    Result<> ask(const Side& reader, const Side& other)
    {
        if (!reader.person.email.empty())
            m_draft.addresses.push_back(reader.person.email);
        add(MailPart::greetOne, {reader.person.name});
        if (other.mayBeNamed()) {
            add(MailPart::askToMeet, {other.person.name});
            whoTheyAre(other);
        } else {
            add(MailPart::askToMeetPeer);
            if (!other.person.role.empty() || !other.person.region.empty())
                add(MailPart::whoPeerIs, {other.person.role, other.person.region});
        }
        WEAVEMAP_TRY(addReasons(&reader, other.mayBeNamed()));
        add(MailPart::mayI);
        return {};
    }

    Result<> writeToBoth()
    {
        for (const Side* side : {&m_a, &m_b})
            if (!side->person.email.empty())
                m_draft.addresses.push_back(side->person.email);
        add(MailPart::greetBoth, {m_a.person.name, m_b.person.name});
        add(MailPart::introduceBoth, {m_a.person.name, m_b.person.name});
        whoTheyAre(m_a);
        whoTheyAre(m_b);
        WEAVEMAP_TRY(addReasons(nullptr, true));
        add(MailPart::overToYou);
        return {};
    }

    store::Records& m_records;
    store::AudienceRecords m_leaving;
    const Introduction& m_introduction;
    PersonId m_me;
    Side m_a, m_b;
    PersonId m_asker;
    std::optional<NoteItem> m_need, m_offer;
    MailDraft m_draft;
};

} // namespace

Result<MailDraft> draftMail(store::Records& records, const Introduction& introduction, MailTo to, PersonId me)
{
    return Drafting(records, introduction, me).draft(to);
}

} // namespace weavemap::actions
