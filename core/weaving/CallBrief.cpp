// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/CallBrief.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/base/Text.h"
#include "core/weaving/MeaningfulWords.h"

namespace weavemap::weaving {

namespace {

constexpr std::array<std::string_view, 6> kNearCodes{
    "offers_what_they_need", "needs_what_they_offer", "same_topic", "shared_contact", "same_role", "same_region"};
constexpr int kNeedPoints = 5, kTopicPoints = 3, kContactPoints = 1, kLikePoints = 1;
constexpr std::size_t kContactsCounted = 3;

bool isOpenNeed(const NoteItem& item) { return item.kind == NoteItemKind::need && item.state != NoteItemState::met; }

bool isStandingOffer(const NoteItem& item)
{
    return item.kind == NoteItemKind::offer && item.state != NoteItemState::met && item.state != NoteItemState::made;
}

using DayOf = std::unordered_map<ConversationId, Date>;

DayOf daysOf(const BriefFacts& facts)
{
    DayOf days;
    for (const Conversation& conversation : facts.conversations)
        days.emplace(conversation.id, conversation.when.localDate());
    return days;
}

std::optional<Date> dayOf(const DayOf& days, ConversationId conversation)
{
    const auto found = days.find(conversation);
    return found == days.end() ? std::nullopt : std::optional(found->second);
}

/// Finds who is near, one current member after the other.
class Neighbourhood
{
public:
    explicit Neighbourhood(const BriefFacts& facts) : m_facts(facts), m_id(facts.person.id)
    {
        for (const Tie& tie : facts.ties)
            if (tie.isOpenOn(facts.today) && (tie.a == m_id || tie.b == m_id)) {
                m_tied.insert(tie.other(m_id));
                if (tie.depth >= TieDepth::exchange)
                    m_close.emplace(tie.other(m_id), tie.id);
            }
        for (const Tie& tie : facts.ties) {
            if (!tie.isOpenOn(facts.today) || tie.depth < TieDepth::exchange || tie.a == m_id || tie.b == m_id)
                continue;
            for (const auto& [host, other] : {std::pair(tie.a, tie.b), std::pair(tie.b, tie.a)})
                if (m_close.contains(host))
                    m_hosts[other].emplace_back(host, tie.id);
        }
        for (const ApartPair& pair : facts.apart)
            if (pair.a == m_id || pair.b == m_id)
                m_tied.insert(pair.a == m_id ? pair.b : pair.a);
        for (const QueueIntroduction& row : facts.introductions)
            m_tied.insert(row.introduction.other(m_id));
        for (const Person& person : facts.people)
            m_names.emplace(person.id, &person.name);
        readTopics();
    }

    std::vector<NearPerson> find() const
    {
        std::vector<std::pair<std::string, NearPerson>> found;
        for (const Person& person : m_facts.people) {
            if (person.id == m_id || !person.isCurrentMemberOn(m_facts.today) || m_tied.contains(person.id))
                continue;
            NearPerson near;
            near.person = person.id;
            addTopics(near);
            addContacts(near);
            addLikeness(near, person);
            if (near.reasons.empty())
                continue;
            near.name = person.name;
            found.emplace_back(std::string(), std::move(near));
        }
        for (auto& [folded, near] : found)
            folded = foldForSearch(near.name);
        const auto rank = [](const auto& row) {
            return std::tuple(-row.second.points, std::string_view(row.first), row.second.person);
        };
        std::sort(found.begin(), found.end(),
                  [&rank](const auto& left, const auto& right) { return rank(left) < rank(right); });
        std::vector<NearPerson> nearest;
        for (std::size_t i = 0; i < std::min(CallBrief::kNear, found.size()); ++i)
            nearest.push_back(std::move(found[i].second));
        return nearest;
    }

private:
    /// The lines of others that have to do with a topic of theirs.
    void readTopics()
    {
        std::unordered_map<std::string, const NoteItem*> needs, offers;
        for (const NoteItem& item : m_facts.items)
            if (const std::string topic = topicKey(item.topic); !topic.empty()) {
                if (isOpenNeed(item))
                    needs.emplace(topic, &item);
                else if (isStandingOffer(item))
                    offers.emplace(topic, &item);
            }
        if (needs.empty() && offers.empty())
            return;
        for (const NoteItem& item : m_facts.othersItems) {
            const bool need = isOpenNeed(item), offer = isStandingOffer(item);
            const std::string topic = need || offer ? topicKey(item.topic) : std::string();
            if (topic.empty() || !item.person || item.person == m_id)
                continue;
            const auto ourNeed = needs.find(topic), ourOffer = offers.find(topic);
            if (offer && ourNeed != needs.end())
                m_topics[item.person].push_back({NearReason::offersWhatTheyNeed, ourNeed->second, &item});
            else if (need && ourOffer != offers.end())
                m_topics[item.person].push_back({NearReason::needsWhatTheyOffer, ourOffer->second, &item});
            else if (ourNeed != needs.end() || ourOffer != offers.end())
                m_topics[item.person].push_back(
                    {NearReason::sameTopic, ourNeed != needs.end() ? ourNeed->second : ourOffer->second, &item});
        }
    }

    void addTopics(NearPerson& near) const
    {
        const auto found = m_topics.find(near.person);
        if (found == m_topics.end())
            return;
        // The best match of theirs, and of equal ones the first.
        const auto best =
            std::min_element(found->second.begin(), found->second.end(), [](const Match& left, const Match& right) {
                return std::tuple(left.code, left.ours->id, left.other->id) <
                       std::tuple(right.code, right.ours->id, right.other->id);
            });
        NearWhy& why = near.reasons.emplace_back();
        why.code = best->code;
        why.words = best->ours->topic;
        why.records = {{RecordRef::Kind::noteItem, best->ours->id.value},
                       {RecordRef::Kind::noteItem, best->other->id.value}};
        near.points += best->code == NearReason::sameTopic ? kTopicPoints : kNeedPoints;
    }

    void addContacts(NearPerson& near) const
    {
        const auto found = m_hosts.find(near.person);
        if (found == m_hosts.end())
            return;
        auto hosts = found->second;
        std::sort(hosts.begin(), hosts.end(), [this](const auto& left, const auto& right) {
            return std::tuple(nameOf(left.first), left.first) < std::tuple(nameOf(right.first), right.first);
        });
        NearWhy& why = near.reasons.emplace_back();
        why.code = NearReason::sharedContact;
        why.count = hosts.size();
        hosts.resize(std::min(hosts.size(), kContactsCounted));
        for (const auto& [host, tie] : hosts) {
            why.through.push_back(host);
            why.records.push_back({RecordRef::Kind::tie, m_close.at(host).value});
            why.records.push_back({RecordRef::Kind::tie, tie.value});
        }
        near.points += kContactPoints * (1 + static_cast<int>(hosts.size()));
    }

    /// The same role and region add to what makes somebody near; both together do so by themselves.
    void addLikeness(NearPerson& near, const Person& other) const
    {
        const Person& person = m_facts.person;
        const bool role = !person.role.empty() && person.role == other.role;
        const bool region = !person.region.empty() && person.region == other.region;
        if (near.reasons.empty() && !(role && region))
            return;
        const auto add = [&](NearReason code, const std::string& words) {
            NearWhy& why = near.reasons.emplace_back();
            why.code = code;
            why.words = words;
            why.records = {{RecordRef::Kind::person, other.id.value}};
            near.points += kLikePoints;
        };
        if (role)
            add(NearReason::sameRole, person.role);
        if (region)
            add(NearReason::sameRegion, person.region);
    }

    std::string_view nameOf(PersonId id) const
    {
        const auto found = m_names.find(id);
        return found == m_names.end() ? std::string_view() : std::string_view(*found->second);
    }

    struct Match
    {
        NearReason code;
        const NoteItem* ours;
        const NoteItem* other;
    };

    const BriefFacts& m_facts;
    PersonId m_id;
    std::unordered_set<PersonId> m_tied; ///< and those who are not to be tied
    std::unordered_map<PersonId, TieId> m_close;
    std::unordered_map<PersonId, std::vector<std::pair<PersonId, TieId>>> m_hosts;
    std::unordered_map<PersonId, std::vector<Match>> m_topics;
    std::unordered_map<PersonId, const std::string*> m_names;
};

void addPromises(CallBrief& brief, const BriefFacts& facts)
{
    for (const FollowUp& promise : facts.followUps)
        if (!promise.done)
            (promise.owner == facts.person.id ? brief.theirs : brief.ours).push_back(promise);
    const auto rank = [](const FollowUp& promise) {
        return std::pair(promise.due.value_or(Date::fromDays(std::numeric_limits<std::int32_t>::max())), promise.id);
    };
    for (auto* list : {&brief.ours, &brief.theirs})
        std::sort(list->begin(), list->end(),
                  [&rank](const FollowUp& left, const FollowUp& right) { return rank(left) < rank(right); });
}

void addItems(CallBrief& brief, const BriefFacts& facts)
{
    const DayOf days = daysOf(facts);
    for (const NoteItem& item : facts.items) {
        if (isOpenNeed(item))
            brief.needs.push_back({item, dayOf(days, item.conversation)});
        else if (isStandingOffer(item))
            brief.offers.push_back({item, dayOf(days, item.conversation)});
    }
    for (auto* list : {&brief.needs, &brief.offers})
        std::sort(list->begin(), list->end(), [](const BriefItem& left, const BriefItem& right) {
            return std::pair(left.on, left.item.id) > std::pair(right.on, right.item.id);
        });
}

void addTies(CallBrief& brief, const BriefFacts& facts)
{
    std::unordered_map<PersonId, const std::string*> names;
    for (const Person& person : facts.people)
        names.emplace(person.id, &person.name);
    for (const Tie& tie : facts.ties) {
        if (!tie.isOpenOn(facts.today) || (tie.a != facts.person.id && tie.b != facts.person.id))
            continue;
        BriefTie row;
        row.tie = tie.id;
        row.other = tie.other(facts.person.id);
        if (const auto name = names.find(row.other); name != names.end())
            row.name = *name->second;
        row.depth = tie.depth;
        row.collaboration = tie.collaboration;
        row.lastConfirmed = tie.lastConfirmed;
        row.isStale = tie.isStaleOn(facts.today);
        brief.ties.push_back(std::move(row));
    }
    std::sort(brief.ties.begin(), brief.ties.end(), [](const BriefTie& left, const BriefTie& right) {
        if (left.depth != right.depth)
            return left.depth > right.depth;
        return std::tie(left.name, left.other) < std::tie(right.name, right.other);
    });
}

void addIntroductions(CallBrief& brief, const BriefFacts& facts)
{
    const PersonId id = facts.person.id;
    // Of two who are kept apart nothing is asked, as in the queue.
    const auto areApart = [&](const Introduction& one) {
        return std::any_of(facts.apart.begin(), facts.apart.end(), [&one](const ApartPair& pair) {
            return std::minmax(pair.a, pair.b) == std::minmax(one.a, one.b);
        });
    };
    auto& rows = brief.introductions;
    for (const QueueIntroduction& row : facts.introductions)
        if (row.introduction.isOpen())
            rows.push_back({row.introduction, row.since,
                            owesAnswer(row.introduction, row.since, facts.today, id) && !areApart(row.introduction)});
    std::sort(rows.begin(), rows.end(), [](const BriefIntroduction& left, const BriefIntroduction& right) {
        if (left.isUnanswered != right.isUnanswered)
            return left.isUnanswered;
        if (left.isUnanswered)
            return std::pair(left.since, left.introduction.id) < std::pair(right.since, right.introduction.id);
        return std::pair(left.introduction.proposed, left.introduction.id) >
               std::pair(right.introduction.proposed, right.introduction.id);
    });
    const auto unanswered = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const BriefIntroduction& row) { return row.isUnanswered; }));
    rows.resize(std::min(std::max(CallBrief::kIntroductions, unanswered), rows.size()));
}

} // namespace

std::string_view codeOf(NearReason reason) { return kNearCodes[static_cast<std::size_t>(reason)]; }

KnowledgeOf knowledgeOf(const BriefFacts& facts, bool mayIntroduce)
{
    KnowledgeOf knowledge;
    const auto known = [&knowledge](QuestionFills fills, std::optional<Date> since) {
        Knowledge& what = knowledge[static_cast<std::size_t>(fills)];
        what.since = what.state == Knowledge::State::known ? std::max(what.since, since) : since;
        what.state = Knowledge::State::known;
    };
    const DayOf days = daysOf(facts);
    for (const NoteItem& item : facts.items) {
        const std::optional<Date> on = dayOf(days, item.conversation);
        if (item.kind == NoteItemKind::need)
            known(QuestionFills::need, on);
        else if (item.kind == NoteItemKind::offer)
            known(QuestionFills::offer, on);
        else if (item.kind == NoteItemKind::barrier)
            known(QuestionFills::barrier, on);
        else if (item.kind == NoteItemKind::project)
            known(QuestionFills::project, on);
    }
    const PersonId id = facts.person.id;
    for (const Tie& tie : facts.ties)
        if (tie.isOpenOn(facts.today) && (tie.a == id || tie.b == id))
            known(QuestionFills::tie, tie.lastConfirmed ? tie.lastConfirmed : tie.firstSeen);
    for (const QueueIntroduction& row : facts.introductions)
        known(QuestionFills::introduction, row.introduction.proposed);
    if (!mayIntroduce)
        knowledge[static_cast<std::size_t>(QuestionFills::introduction)].state = Knowledge::State::beside;
    if (!facts.person.contactPreference.empty())
        known(QuestionFills::contactPreference, std::nullopt);
    if (facts.person.consent != ShowConsent::unset)
        known(QuestionFills::consent, std::nullopt);
    if (!facts.person.about.empty())
        known(QuestionFills::about, std::nullopt);
    // What was promised is asked of those who were talked with.
    if (std::any_of(facts.conversations.begin(), facts.conversations.end(),
                    [](const Conversation& talk) { return talk.reached; }))
        known(QuestionFills::promise, std::nullopt);
    else
        knowledge[static_cast<std::size_t>(QuestionFills::promise)].state = Knowledge::State::beside;
    return knowledge;
}

CallBrief callBrief(const BriefFacts& facts)
{
    CallBrief brief;
    brief.person = facts.person;
    brief.organization = facts.organization;
    for (const Conversation& talk : facts.conversations) {
        if (!talk.reached || talk.when.localDate() > facts.today)
            continue;
        if (++brief.talkCount <= CallBrief::kTalks)
            brief.talks.push_back(talk);
    }
    addPromises(brief, facts);
    addItems(brief, facts);
    addTies(brief, facts);
    brief.near = Neighbourhood(facts).find();
    addIntroductions(brief, facts);
    const bool mayIntroduce = !brief.near.empty() || !brief.introductions.empty();
    brief.questions = chooseQuestions(facts.bank, facts.asked, knowledgeOf(facts, mayIntroduce), facts.person.level,
                                      facts.today, CallBrief::kQuestions);
    return brief;
}

} // namespace weavemap::weaving
