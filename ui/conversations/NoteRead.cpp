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

} // namespace

PersonChoice toChoice(const weaving::Who& who)
{
    const QString name = toQString(who.name);
    return who.id ? PersonChoice::known(who.id, name) : PersonChoice::added(name);
}

NoteRead readNote(const NoteToRead& note, const weaving::PeopleIndex& people)
{
    const Encoded encoded(note.text);
    weaving::NoteReading reading = weaving::readNote({encoded.bytes(), note.on}, {people, note.with, {}, note.settled});
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
    for (const weaving::Mention& mention : reading.mentions) {
        const TextPlace place = encoded.place(mention.words);
        if (mention.kind == weaving::MentionKind::mark)
            read.marks.push_back(signedWish(note.text, place, read.proposals));
        else
            inside.push_back({place, kindOf(mention.kind)});
    }
    read.marks.insert(read.marks.end(), inside.begin(), inside.end());
    return read;
}

} // namespace weavemap::ui
