// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/ErrandRules.h"

#include <algorithm>
#include <utility>

namespace weavemap::weaving {

namespace {

class ErrandReader
{
public:
    explicit ErrandReader(const Reading& reading) : m_in(reading), m_clauses(reading.clauses) {}

    void run(bool isWithoutVerb)
    {
        if (isWithoutVerb)
            readWithoutVerb();
        readDoIt();
    }

private:
    bool is(std::size_t i, std::string_view word) const { return m_in.is(i, word); }
    bool isLabelled() const { return m_in.sentence.label == Label::todo || m_in.sentence.label == Label::todoTheirs; }

    /// "new promise: names of two coaches, by Monday", "next call in January".
    void readWithoutVerb()
    {
        const std::size_t first = m_clauses.first;
        const bool isNext =
            (is(first, "next") || is(first, "another")) &&
            (is(first + 1, "call") || is(first + 1, "talk") || is(first + 1, "check-in") || is(first + 1, "visit"));
        const bool isLabel = isLabelled() && m_in.sentence.lead < first;
        if ((!isNext && !isLabel && !isErrand()) || m_in.memory.with.empty())
            return;
        for (const VerbUse& use : m_clauses.verbs)
            if (use.isNegated || (use.subjectKind == EntityKind::people && !use.isElided))
                return;
        if (isLabel && readListed())
            return;
        addErrand(first, m_clauses.last);
    }

    /// "Three things from me: the rubric tomorrow, the list by Monday": one each where several have a day.
    bool readListed()
    {
        std::vector<std::size_t> cuts{m_clauses.first};
        for (std::size_t i = m_clauses.first; i < m_clauses.last; ++i)
            if (m_in.at(i).kind == TokenKind::comma)
                cuts.push_back(i + 1);
        cuts.push_back(m_clauses.last);
        std::size_t dated = 0;
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k)
            dated += m_in.dateIn(cuts[k], cuts[k + 1]) != nullptr ? 1 : 0;
        if (dated < 2)
            return false;
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k)
            addErrand(is(cuts[k], "and") ? cuts[k] + 1 : cuts[k], cuts[k + 1]);
        return true;
    }

    void addErrand(std::size_t first, std::size_t last)
    {
        People people;
        for (const Entity& entity : m_clauses.entities)
            if (people.empty() && entity.first >= first && entity.last <= last && entity.kind == EntityKind::people &&
                !entity.isPossessive)
                people = m_in.objectOf(entity, {});
        ItemFound item;
        item.kind = ProposalKind::followUp;
        item.people = people.empty() ? m_in.memory.with : people;
        item.by = m_in.sentence.label == Label::todoTheirs ? Promiser::them : Promiser::us;
        item.text = m_in.text(first, last);
        if (const DatePhrase* date = m_in.dateIn(first == m_clauses.first ? m_in.sentence.lead : first, last))
            item.due = date->day;
        item.words = m_in.words();
        if (!item.text.empty())
            m_in.findings.addItem(std::move(item));
    }

    /// "Thank-you note to Basil by Thursday", "Back to him on the 20th": something for somebody by a day.
    bool isErrand() const
    {
        const DatePhrase* date = m_in.dateIn(m_in.sentence.lead, m_clauses.last);
        if (m_in.sentence.voice != Voice::staff || date == nullptr ||
            std::any_of(m_clauses.verbs.begin(), m_clauses.verbs.end(),
                        [date](const VerbUse& use) { return use.token < date->first; }))
            return false;
        for (std::size_t i = m_clauses.first + 1; i + 1 < m_clauses.last; ++i)
            if ((is(i, "to") || is(i, "for")) && i < date->first)
                if (const Entity* entity = m_clauses.entityAt(i + 1); entity != nullptr && !entity->isPossessive)
                    return entity->kind == EntityKind::people;
        return false;
    }

    /// "Do it tomorrow", "will do tonight": the day of the promise before.
    void readDoIt()
    {
        for (const VerbUse& use : m_clauses.verbs) {
            const bool isIt =
                use.verb.lemma == "do" && !use.isNegated &&
                (is(use.token + 1, "it") || is(use.token + 1, "that") || (use.isFuture && startsDate(use.token + 1)));
            if (!isIt)
                continue;
            const DatePhrase* date = m_in.dateIn(use.token, m_clauses.last);
            auto& items = m_in.findings.items();
            if (date != nullptr && !items.empty() && items.back().kind == ProposalKind::followUp && !items.back().due)
                items.back().due = date->day;
        }
    }

    bool startsDate(std::size_t token) const
    {
        return std::any_of(m_in.dates.begin(), m_in.dates.end(),
                           [token](const DatePhrase& date) { return date.first == token; });
    }

    const Reading& m_in;
    const Clauses& m_clauses;
};

} // namespace

void findErrands(const Reading& reading, bool isWithoutVerb) { ErrandReader(reading).run(isWithoutVerb); }

} // namespace weavemap::weaving
