// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteRead.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "core/actions/TakeProposal.h"
#include "core/weaving/NoteReader.h"
#include "core/weaving/PeopleIndex.h"
#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

/// Of a name that half the town has, no more are offered.
constexpr std::size_t kMostNamesakes = 20;
/// A pasted book says a name thousands of times; beyond so many mentions nobody is told apart by hand.
constexpr std::size_t kMostMentions = 500;

/// The text in UTF-8, and for each byte the character it belongs to.
class Encoded
{
public:
    explicit Encoded(const QString& text)
    {
        m_bytes.reserve(static_cast<std::size_t>(text.size()));
        m_places.reserve(static_cast<std::size_t>(text.size()) + 1);
        for (qsizetype i = 0; i < text.size(); ++i) {
            char32_t letter = text[i].unicode();
            const auto place = static_cast<int>(i);
            if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
                letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
                ++i;
            } else if (text[i].isSurrogate()) {
                letter = QChar::ReplacementCharacter;
            }
            put(letter, place);
        }
        m_places.push_back(static_cast<int>(text.size()));
    }

    const std::string& bytes() const { return m_bytes; }
    TextPlace place(const weaving::TextSpan& span) const { return {at(span.begin), at(span.end)}; }

private:
    int at(std::size_t byte) const { return m_places[std::min(byte, m_places.size() - 1)]; }

    void put(char32_t letter, int place)
    {
        const auto add = [&](char32_t byte) {
            m_bytes.push_back(static_cast<char>(byte));
            m_places.push_back(place);
        };
        if (letter < 0x80) {
            add(letter);
            return;
        }
        const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
        static constexpr char32_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
        add(kLead[more] | (letter >> (6 * more)));
        for (int left = more - 1; left >= 0; --left)
            add(0x80 | ((letter >> (6 * left)) & 0x3F));
    }

    std::string m_bytes;
    std::vector<int> m_places;
};

/// Somebody who is to be added has no id outside of the index.
void forgetRef(weaving::Who& who)
{
    if (!who.id)
        who.id = {};
}

NoteMark::Kind kindOf(weaving::MentionKind kind)
{
    switch (kind) {
    case weaving::MentionKind::newPerson:
        return NoteMark::Kind::newPerson;
    case weaving::MentionKind::ambiguous:
        return NoteMark::Kind::openName;
    case weaving::MentionKind::topic:
        return NoteMark::Kind::topic;
    case weaving::MentionKind::date:
        return NoteMark::Kind::date;
    default:
        return NoteMark::Kind::person;
    }
}

/// A need or an offer with a sign before it is coloured as far as its clause goes.
NoteMark signedWish(const QString& text, TextPlace word, const std::vector<NoteProposal>& proposals)
{
    NoteMark mark{word, NoteMark::Kind::need};
    const auto isSign = [&text](int at) {
        return at >= 0 && at < text.size() && (text[at] == QLatin1Char('!') || text[at] == QLatin1Char('+'));
    };
    if (!isSign(mark.place.begin) && isSign(mark.place.begin - 1))
        --mark.place.begin;
    if (isSign(mark.place.begin) && text[mark.place.begin] == QLatin1Char('+'))
        mark.kind = NoteMark::Kind::offer;
    const auto wanted = mark.kind == NoteMark::Kind::need ? weaving::ProposalKind::need : weaving::ProposalKind::offer;
    for (const NoteProposal& proposal : proposals)
        if (proposal.said.kind == wanted && proposal.place.begin <= word.begin && word.end <= proposal.place.end)
            mark.place.end = std::max(mark.place.end, proposal.place.end);
    return mark;
}

/// The one of `called` whom a proposal from these words is about, or who told it; nobody where none or several are.
std::optional<weaving::Who> meantBy(const NoteRead& read, const weaving::PeopleIndex& people,
                                    const std::vector<weaving::PeopleIndex::Place>& called, TextPlace place)
{
    std::optional<weaving::Who> meant;
    for (const NoteProposal& proposal : read.proposals) {
        if (proposal.place.begin > place.begin || proposal.place.end < place.end)
            continue;
        std::vector<weaving::Who> named = proposal.said.people;
        if (proposal.said.heardFrom)
            named.push_back(*proposal.said.heardFrom);
        for (const weaving::Who& who : named) {
            const bool isCalled = who.id && std::any_of(called.begin(), called.end(),
                                                        [&](const auto at) { return people.at(at).id == who.id; });
            if (isCalled && meant && meant->id != who.id)
                return std::nullopt;
            if (isCalled)
                meant = who;
        }
    }
    return meant;
}

/// Adds a name that several are called by where the note settles who is meant.
void addSettled(NoteRead& read, const weaving::PeopleIndex& people, TextPlace place, const QString& words)
{
    const QString name = words.startsWith(QLatin1Char('@')) ? words.mid(1) : words;
    const auto& called = people.called(weaving::foldedName(toUtf8(name)));
    const auto isSame = [&name](const OpenName& one) { return one.words.compare(name, Qt::CaseInsensitive) == 0; };
    const auto isOpen = [&](const OpenName& one) { return one.place == place; };
    if (called.size() < 2 || std::any_of(read.settledNames.begin(), read.settledNames.end(), isSame) ||
        std::any_of(read.openNames.begin(), read.openNames.end(), isOpen))
        return;
    const auto who = meantBy(read, people, called, place);
    if (!who)
        return;
    const PersonChoice meant = toChoice(*who);
    OpenName settled{place, name, {meant}, meant};
    for (const auto at : called) {
        const weaving::KnownName& person = people.at(at);
        if (person.id != meant.id && person.id && settled.candidates.size() < kMostNamesakes)
            settled.candidates.push_back(PersonChoice::known(person.id, toQString(person.name)));
    }
    if (settled.candidates.size() > 1)
        read.settledNames.push_back(std::move(settled));
}

} // namespace

PersonChoice toChoice(const weaving::Who& who)
{
    const QString name = toQString(who.name);
    return who.id ? PersonChoice::known(who.id, name) : PersonChoice::added(name);
}

NoteRead readNote(const NoteToRead& note, const weaving::PeopleIndex& people)
{
    const Encoded encoded(note.text);
    weaving::NoteReading reading =
        weaving::readNote({encoded.bytes(), note.on}, {people, note.with, note.projects, note.settled});
    const auto isNewcomer = [&note](const std::string& name) {
        return std::any_of(note.newcomers.begin(), note.newcomers.end(), [&name](const std::string& one) {
            return weaving::foldedName(one) == weaving::foldedName(name);
        });
    };
    NoteRead read;
    const auto wordsOf = [&note](TextPlace place) { return note.text.mid(place.begin, place.end - place.begin); };
    for (weaving::Proposal& said : reading.proposals) {
        // Who took part needs no proposal to be added.
        const bool isAdded =
            said.kind == weaving::ProposalKind::person && !said.people.empty() && said.people.front().id.value < 0;
        if (isAdded || !actions::hasRecord(said))
            continue;
        std::for_each(said.people.begin(), said.people.end(), forgetRef);
        if (said.heardFrom)
            forgetRef(*said.heardFrom);
        const bool isSettled = std::any_of(said.people.begin(), said.people.end(),
                                           [&](const weaving::Who& who) { return !who.id && isNewcomer(who.name); });
        if (isSettled && said.doubt == weaving::Doubt::nameGuessed)
            said.doubt = weaving::Doubt::none;
        if (said.kind == weaving::ProposalKind::followUp)
            said.text = actions::promiseText(said);
        const TextPlace place = encoded.place(said.words);
        read.proposals.push_back({std::move(said), place, wordsOf(place)});
    }
    for (const weaving::Unresolved& open : reading.unresolved) {
        OpenName name{encoded.place(open.words), {}, {}};
        name.words = wordsOf(name.place);
        if (isNewcomer(toUtf8(name.words)))
            continue;
        for (const weaving::Who& who : open.candidates)
            name.candidates.push_back(toChoice(who));
        read.openNames.push_back(std::move(name));
    }
    std::vector<NoteMark> inside;
    std::size_t named = 0;
    for (const weaving::Mention& mention : reading.mentions) {
        const TextPlace place = encoded.place(mention.words);
        if (mention.kind == weaving::MentionKind::mark)
            read.marks.push_back(signedWish(note.text, place, read.proposals));
        else
            inside.push_back({place, kindOf(mention.kind)});
        const bool isName =
            mention.kind == weaving::MentionKind::person || mention.kind == weaving::MentionKind::ambiguous;
        if (isName && ++named <= kMostMentions)
            addSettled(read, people, place, wordsOf(place));
    }
    read.marks.insert(read.marks.end(), inside.begin(), inside.end());
    return read;
}

} // namespace weavemap::ui
