// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/demo/Sentences.h"
#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

/// Writes what each call was about, and takes down needs, offers and promises from it.
class Writer
{
public:
    explicit Writer(Story& story) : m_story(story), m_random(story.random(6)) {}

    void write()
    {
        for (std::uint32_t i = 0; i < m_story.calls.size(); ++i)
            write(i);
        promisesOfTheseDays();
    }

private:
    const std::string& name(std::uint32_t who) const { return m_story.people[who].person.name; }
    std::string fill(std::string_view sentence, std::string_view topic, std::string_view other = {},
                     std::string_view thing = {}) const
    {
        return filled(sentence, topic, other, thing);
    }
    void say(Call& call, const std::string& sentence)
    {
        if (!call.record.text.empty())
            call.record.text += ' ';
        call.record.text += sentence;
    }
    bool isOlderThan(const Call& call, int months) const { return call.date < m_story.on.addMonths(-months); }

    void write(std::uint32_t at)
    {
        Call& call = m_story.calls[at];
        if (!call.record.reached) {
            if (m_random.chance(0.7))
                say(call, std::string(oneOf(m_random, missed())));
            return;
        }
        if (call.with.size() > 1) {
            say(call, fill(oneOf(m_random, tables()), call.topic));
            return;
        }
        if (m_random.chance(0.05)) {
            call.record.confidentiality = Confidentiality::onlyMe;
            say(call, std::string(oneOf(m_random, confidences())));
        } else if (m_random.chance(0.3)) {
            call.record.confidentiality = Confidentiality::shareable;
        }
        std::size_t sentences = 0;
        if (call.mentions.size() < 2 || m_random.chance(0.4)) {
            say(call, fill(oneOf(m_random, openings()), call.topic));
            ++sentences;
        }
        for (const auto& mention : call.mentions) {
            if (++sentences > 4)
                break;
            const auto& topic = oneOf(m_random, m_story.people[call.with.front()].topics);
            say(call, fill(oneOf(m_random, mentions(mention.depth)), topic, name(mention.other)));
        }
        items(at, call, sentences);
        if (sentences < 3 && m_random.chance(0.45))
            say(call, std::string(oneOf(m_random, closings())));
        if (call.record.confidentiality == Confidentiality::shareable && m_random.chance(0.25)) {
            call.record.quote = oneOf(m_random, quotes());
            call.record.quoteConsent = m_random.chance(0.5) ? QuoteConsent::named : QuoteConsent::anonymous;
        }
        if (m_random.chance(0.2))
            promise(at, call.date.addDays(m_random.between(7, 35)));
    }

    void items(std::uint32_t at, Call& call, std::size_t& sentences)
    {
        const auto add = [&](NoteItemKind kind, NoteItemState state, const std::string& text, std::int64_t other = -1) {
            Item item;
            item.call = at;
            item.person = call.with.front();
            item.other = other;
            item.record.kind = kind;
            item.record.state = state;
            item.record.text = capitalized(text);
            item.record.topic = call.topic;
            m_story.items.push_back(std::move(item));
            ++sentences;
        };
        if (sentences < 4 && m_random.chance(0.3)) {
            const auto thing = fill(oneOf(m_random, needs()), call.topic);
            say(call, fill(oneOf(m_random, needSentences()), call.topic, {}, thing));
            const bool met = m_random.chance(isOlderThan(call, 9) ? 0.75 : 0.25);
            const auto helper = met && !call.mentions.empty() ? std::int64_t{call.mentions.front().other} : -1;
            add(NoteItemKind::need, met ? NoteItemState::met : NoteItemState::open, thing, helper);
        }
        if (sentences < 4 && m_random.chance(0.22)) {
            const auto thing = fill(oneOf(m_random, offers()), call.topic);
            say(call, fill(oneOf(m_random, offerSentences()), call.topic, {}, thing));
            add(NoteItemKind::offer, m_random.chance(0.7) ? NoteItemState::standing : NoteItemState::oneTime, thing);
        }
        if (sentences < 4 && m_random.chance(0.04) && m_story.members > 1) {
            const auto other = static_cast<std::uint32_t>(m_random.below(m_story.members));
            if (other != call.with.front()) {
                const bool made = isOlderThan(call, 1) && m_random.chance(0.8);
                say(call, "Would like to meet " + name(other) + ".");
                add(NoteItemKind::introduction, made ? NoteItemState::made : NoteItemState::asked, {}, other);
            }
        }
        if (sentences < 4 && m_random.chance(0.03)) {
            say(call, "Two schools have begun to work on " + std::string(call.topic) + " together.");
            add(NoteItemKind::project, NoteItemState::open, std::string(call.topic) + " across two schools");
        }
        if (sentences < 4 && m_random.chance(0.03)) {
            say(call, "The journey is too long on a school night.");
            add(NoteItemKind::barrier, NoteItemState::open, "distance on school nights");
        }
    }

    void promise(std::uint32_t at, Date due)
    {
        const Call& call = m_story.calls[at];
        const auto who = call.with.front();
        Promise promise;
        promise.call = at;
        promise.person = who;
        promise.owner = call.caller;
        promise.record.text = fill(oneOf(m_random, promises()), call.topic, name(who));
        promise.record.due = due;
        // Kept as a rule; of the last weeks some are still open.
        const int age = daysBetween(due, m_story.on);
        if (age > 40 || (age >= 0 && m_random.chance(0.85))) {
            const Date done = due.addDays(m_random.between(-5, 6));
            promise.record.done = std::max(call.date, std::min(done, m_story.on.addDays(-1)));
        }
        m_story.promises.push_back(std::move(promise));
    }

    /// So that the day of the sample has something to do: one promise late, two due today, two this week.
    void promisesOfTheseDays()
    {
        constexpr int kDue[] = {-2, 0, 0, 3, 6};
        std::size_t given = 0;
        for (std::size_t i = m_story.calls.size(); i-- > 0 && given < std::size(kDue);) {
            const Call& call = m_story.calls[i];
            if (!call.record.reached || call.with.size() != 1 || call.with.front() >= m_story.members)
                continue;
            if (call.date >= m_story.on.addDays(kDue[given]))
                continue;
            promise(static_cast<std::uint32_t>(i), m_story.on.addDays(kDue[given]));
            m_story.promises.back().record.done.reset();
            ++given;
        }
    }

    Story& m_story;
    Random m_random;
};

} // namespace

void addWords(Story& story) { Writer(story).write(); }

} // namespace weavemap::actions::demo
