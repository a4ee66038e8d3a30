// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PeopleIndex.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "core/base/Text.h"
#include "core/weaving/ShortNames.h"

namespace weavemap::weaving {

namespace {

/// Parts of surnames that call nobody when they stand alone or at the end.
bool isParticle(const std::string& word)
{
    static const std::set<std::string, std::less<>> kParticles{"de",  "la", "del", "las", "los", "da",  "dos", "do",
                                                               "di",  "du", "van", "von", "der", "den", "el",  "al",
                                                               "bin", "y",  "e",   "of",  "the", "le",  "st",  "san"};
    return kParticles.contains(word) || word.size() < 2;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count)
{
    std::string phrase;
    for (std::size_t i = from; i < from + count; ++i)
        phrase.append(phrase.empty() ? "" : " ").append(words[i]);
    return phrase;
}

std::string without(std::string word, char dropped)
{
    std::erase(word, dropped);
    return word;
}

/// The words as written, and as people type them who leave out hyphens and apostrophes.
std::vector<std::vector<std::string>> spellings(const std::vector<std::string>& words)
{
    std::vector<std::vector<std::string>> all{words};
    std::vector<std::string> apart, plain;
    bool differs = false;
    for (const std::string& word : words) {
        differs = differs || word.find_first_of("-'") != std::string::npos;
        plain.push_back(without(without(word, '-'), '\''));
        std::string part;
        for (const char c : word + '-') {
            if (c != '-') {
                part += c;
            } else if (!part.empty()) {
                apart.push_back(std::move(part));
                part.clear();
            }
        }
    }
    if (differs) {
        all.push_back(std::move(plain));
        all.push_back(std::move(apart));
    }
    return all;
}

constexpr std::size_t kMostTyped = 64; ///< letters of a name that near misses are looked for by

/// How far a word is off another one: letters, or 1 where it sounds the same; more than it may be: -1.
int offBy(const std::string& typed, const std::string& sound, const std::string& word, const std::string& wordSound)
{
    constexpr int kMostLonger = 3;
    const int most = typed.size() < 4 ? 0 : typed.size() < 8 ? 1 : 2;
    const int off = editDistance(typed, word, most);
    if (off <= most)
        return off;
    const int longer = std::abs(static_cast<int>(typed.size()) - static_cast<int>(word.size()));
    return sound.size() > 1 && sound == wordSound && longer <= kMostLonger ? 1 : -1;
}

} // namespace

std::vector<KnownName> knownNames(const std::vector<Person>& people)
{
    std::vector<KnownName> names;
    names.reserve(people.size());
    for (const Person& person : people) {
        KnownName known{person.id, person.name, {}};
        const std::string_view all = person.nicknames;
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find(',', at), all.size());
            if (const auto one = trimmed(all.substr(at, end - at)); !one.empty())
                known.nicknames.emplace_back(one);
            at = end + 1;
        }
        names.push_back(std::move(known));
    }
    return names;
}

int standingOf(PersonKind kind, bool isHere)
{
    if (!isHere)
        return 3;
    return kind == PersonKind::member ? 0 : kind == PersonKind::staff ? 1 : 2;
}

std::string foldedName(std::string_view name)
{
    constexpr std::string_view kCurly = "\xE2\x80\x99";
    const std::string folded = foldForSearch(name);
    std::string plain;
    plain.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool isCurly = folded.compare(i, kCurly.size(), kCurly) == 0;
        plain += isCurly ? '\'' : folded[i];
        i += isCurly ? kCurly.size() - 1 : 0;
    }
    return plain;
}

std::vector<std::string> nameWords(std::string_view name)
{
    const std::string folded = foldedName(name);
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded + ' ') {
        const bool parts =
            c == ' ' || c == ',' || c == '.' || c == '(' || c == ')' || c == '"' || c == '\t' || c == '\n' || c == '\r';
        if (!parts) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::string soundOf(std::string_view folded)
{
    std::string key;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i], next = i + 1 < folded.size() ? folded[i + 1] : '\0';
        char sound = c;
        switch (c) {
        case 'c':
            sound = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
            break;
        case 'q':
            sound = 'k';
            break;
        case 'p':
            sound = next == 'h' ? 'f' : 'p';
            break;
        case 'x':
        case 'z':
            sound = 's';
            break;
        case 'v':
            sound = 'f';
            break;
        case 'j':
            sound = 'g';
            break;
        case 'd':
            sound = 't';
            break;
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u':
        case 'y':
            sound = key.empty() ? 'a' : '\0';
            break;
        case 'h':
        case 'w':
        case '\'':
        case '-':
        case ' ':
            sound = '\0';
            break;
        default:
            break;
        }
        if (sound != '\0' && (key.empty() || key.back() != sound))
            key += sound;
    }
    return key;
}

int editDistance(std::string_view a, std::string_view b, int most)
{
    const int lengths = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (std::abs(lengths) > most)
        return most + 1;
    std::vector<int> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], most + 1);
}

PeopleIndex::PeopleIndex(std::vector<KnownName> people) : m_people(std::move(people))
{
    const auto addPhrase = [this](const std::string& phrase, Place place) {
        auto& called = m_phrases[phrase];
        const bool isWord =
            called.empty() && phrase.size() > 2 && phrase.size() <= kMostTyped && phrase.find(' ') == std::string::npos;
        if (std::string sound = isWord ? soundOf(phrase) : std::string(); !sound.empty())
            m_bySound[sound[0]].push_back({phrase, std::move(sound)});
        if (called.empty() || called.back() != place)
            called.push_back(place);
    };
    const auto addRuns = [&](const std::vector<std::string>& words, Place place) {
        const std::size_t most = std::min(words.size(), kMostWords);
        for (std::size_t from = 0; from < most; ++from) {
            m_beginnings[words[from]] = true;
            for (std::size_t count = 1; from + count <= most; ++count)
                if (!isParticle(words[from + count - 1]))
                    addPhrase(joined(words, from, count), place);
        }
    };
    const auto addKey = [this](const std::string& words, Place place) {
        m_keys.push_back({{words.substr(0, kMostTyped), soundOf(words.substr(0, kMostTyped))}, place});
    };
    m_words.reserve(m_people.size());
    for (Place place = 0; place < m_people.size(); ++place) {
        const KnownName& person = m_people[place];
        m_places.emplace(person.id.value, place);
        m_words.push_back(nameWords(person.name));
        const std::vector<std::string>& words = m_words.back();
        for (const auto& spelling : spellings(words))
            addRuns(spelling, place);
        addKey(joined(words, 0, words.size()), place);
        for (std::size_t i = 1; i < words.size(); ++i)
            addKey(words[i], place);
        if (words.size() > 1)
            addKey(words[0], place);
        for (const std::string& nickname : person.nicknames) {
            std::vector<std::string> called = nameWords(nickname);
            if (called.empty())
                continue;
            addKey(joined(called, 0, called.size()), place);
            addPhrase(joined(called, 0, called.size()), place);
            m_beginnings[called[0]] = true;
            // "Beto Díaz": the nickname before the surnames.
            for (std::size_t from = 1; from < words.size(); ++from)
                for (std::size_t count = 1; from + count <= words.size() && count <= kMostWords; ++count)
                    if (!isParticle(words[from + count - 1]))
                        addPhrase(joined(called, 0, called.size()) + ' ' + joined(words, from, count), place);
        }
    }
}

PeopleIndex::Place PeopleIndex::placeOf(PersonId id) const
{
    const auto found = m_places.find(id.value);
    return found == m_places.end() ? static_cast<Place>(m_people.size()) : found->second;
}

const std::vector<PeopleIndex::Place>& PeopleIndex::called(const std::string& words) const
{
    static const std::vector<Place> kNobody;
    const auto found = m_phrases.find(words);
    return found == m_phrases.end() ? kNobody : found->second;
}

bool PeopleIndex::beginsName(const std::string& word) const { return m_beginnings.contains(word); }

std::vector<PeopleIndex::Place> PeopleIndex::withInitial(const std::vector<Place>& among, char initial) const
{
    std::vector<Place> fitting;
    std::copy_if(among.begin(), among.end(), std::back_inserter(fitting), [&](Place place) {
        const auto& words = m_words[place];
        return std::any_of(words.begin() + (words.empty() ? 0 : 1), words.end(),
                           [initial](const std::string& word) { return word[0] == initial; });
    });
    return fitting;
}

std::vector<PeopleIndex::Place> PeopleIndex::byOtherForm(const std::vector<std::string>& words) const
{
    std::vector<Place> fitting;
    if (words.empty())
        return fitting;
    for (const std::string_view form : otherFormsOf(words[0])) {
        std::string phrase(form);
        for (std::size_t i = 1; i < words.size(); ++i)
            phrase.append(" ").append(words[i]);
        for (const Place place : called(phrase))
            if (firstWordOf(place) == form || isNicknameOf(place, form))
                fitting.push_back(place);
    }
    std::sort(fitting.begin(), fitting.end());
    fitting.erase(std::unique(fitting.begin(), fitting.end()), fitting.end());
    return fitting;
}

bool PeopleIndex::isNicknameOf(Place place, std::string_view word) const
{
    return std::any_of(m_people[place].nicknames.begin(), m_people[place].nicknames.end(),
                       [word](const std::string& nickname) { return foldedName(nickname) == word; });
}

std::vector<std::pair<PeopleIndex::Place, int>> PeopleIndex::nearWord(const std::string& word) const
{
    std::vector<std::pair<Place, int>> found;
    const auto add = [&](const std::string& like, int off) {
        for (const Place place : called(like))
            found.emplace_back(place, off);
    };
    add(word, 0);
    const std::string sound = word.size() > 2 && word.size() <= kMostTyped ? soundOf(word) : std::string();
    if (const auto alike = sound.empty() ? m_bySound.end() : m_bySound.find(sound[0]); alike != m_bySound.end())
        for (const Key& key : alike->second)
            if (const int off = offBy(word, sound, key.words, key.sound); off > 0)
                add(key.words, off);
    std::sort(found.begin(), found.end());
    const auto isSame = [](const auto& one, const auto& other) { return one.first == other.first; };
    found.erase(std::unique(found.begin(), found.end(), isSame), found.end());
    return found;
}

std::vector<PeopleIndex::Place> PeopleIndex::near(const std::vector<std::string>& words, std::size_t limit) const
{
    if (words.empty())
        return {};
    std::vector<std::pair<Place, int>> fitting = nearWord(words[0]);
    for (std::size_t i = 1; i < words.size() && !fitting.empty(); ++i) {
        const auto more = nearWord(words[i]);
        std::vector<std::pair<Place, int>> both;
        auto other = more.begin();
        for (const auto& [place, off] : fitting) {
            while (other != more.end() && other->first < place)
                ++other;
            if (other != more.end() && other->first == place)
                both.emplace_back(place, off + other->second);
        }
        fitting = std::move(both);
    }
    std::erase_if(fitting, [](const auto& one) { return one.second == 0; });
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto& one, const auto& other) { return one.second < other.second; });
    std::vector<Place> nearest;
    for (std::size_t i = 0; i < fitting.size() && i < limit; ++i)
        nearest.push_back(fitting[i].first);
    return nearest;
}

std::vector<Completion> PeopleIndex::complete(std::string_view typed, std::size_t limit) const
{
    const auto typedWords = nameWords(typed.substr(0, kMostTyped));
    const std::string words = joined(typedWords, 0, typedWords.size());
    if (words.empty() || limit == 0)
        return {};
    const std::string sound = soundOf(words);
    const int most = std::max(1, static_cast<int>(words.size()) / 4);
    constexpr int kFar = 1000, kBegins = 0, kWordBegins = 1, kNear = 10, kSounds = 20;
    std::vector<int> best(m_people.size(), kFar);
    for (const auto& [key, place] : m_keys) {
        int distance = kFar;
        if (key.words.starts_with(words))
            distance = key.words.find(' ') != std::string::npos || m_words[place].size() == 1 ? kBegins : kWordBegins;
        else if (words.size() >= 3) {
            // What is typed may be the beginning of a longer name.
            const std::string_view begun = std::string_view(key.words).substr(0, words.size());
            const int off = std::min(editDistance(words, key.words, most), editDistance(words, begun, most));
            if (off <= most)
                distance = kNear + off;
            else if (sound.size() >= 2 && key.sound == sound)
                distance = kSounds;
        }
        best[place] = std::min(best[place], distance);
    }
    std::vector<std::tuple<int, int, std::string_view, Place>> order;
    for (Place place = 0; place < best.size(); ++place)
        if (best[place] < kFar)
            order.emplace_back(best[place], m_people[place].standing, m_people[place].name, place);
    const std::size_t count = std::min(limit, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
    std::vector<Completion> completions;
    for (std::size_t i = 0; i < count; ++i)
        completions.push_back({m_people[std::get<Place>(order[i])].id, std::get<0>(order[i])});
    return completions;
}

} // namespace weavemap::weaving
