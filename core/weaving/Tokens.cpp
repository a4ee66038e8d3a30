// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Tokens.h"

#include <cstdint>
#include <map>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/weaving/Lexicon.h"
#include "core/weaving/PeopleIndex.h"

// ICU's U8_ macros expand to old-style casts and narrowing that cannot be written otherwise.
#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#endif

namespace weavemap::weaving {

namespace {

constexpr UChar32 kCurlyApostrophe = 0x2019;

UChar32 letterAt(std::string_view text, std::size_t& at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        ++at;
        return byte;
    }
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    auto position = static_cast<std::int32_t>(at);
    UChar32 letter = 0;
    U8_NEXT(bytes, position, length, letter);
    at = static_cast<std::size_t>(position);
    return letter;
}

bool isWordLetter(UChar32 letter)
{
    if (letter < 0)
        return false;
    if (letter < 0x80)
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_';
    return u_isalnum(letter) != 0 || (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
}

bool isApostrophe(UChar32 letter) { return letter == '\'' || letter == kCurlyApostrophe; }

std::string foldedWord(std::string_view word)
{
    std::string folded;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return foldedName(word);
        folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}

/// What people write on the phone, and what it stands for (one or two words).
const std::pair<std::string_view, std::string_view>* spelledOut(const std::string& word)
{
    static const std::map<std::string_view, std::pair<std::string_view, std::string_view>> kShort{
        {"w", {"with", ""}},
        {"wd", {"would", ""}},
        {"abt", {"about", ""}},
        {"tmrw", {"tomorrow", ""}},
        {"tmw", {"tomorrow", ""}},
        {"tmr", {"tomorrow", ""}},
        {"thru", {"through", ""}},
        {"nxt", {"next", ""}},
        {"wk", {"week", ""}},
        {"wks", {"weeks", ""}},
        {"yr", {"year", ""}},
        {"yrs", {"years", ""}},
        {"hr", {"hour", ""}},
        {"hrs", {"hours", ""}},
        {"u", {"you", ""}},
        {"ppl", {"people", ""}},
        {"gr", {"grade", ""}},
        {"mtg", {"meeting", ""}},
        {"pls", {"please", ""}},
        {"bc", {"because", ""}},
        {"cant", {"can", "not"}},
        {"cannot", {"can", "not"}},
        {"dont", {"do", "not"}},
        {"doesnt", {"does", "not"}},
        {"didnt", {"did", "not"}},
        {"isnt", {"is", "not"}},
        {"wasnt", {"was", "not"}},
        {"arent", {"are", "not"}},
        {"werent", {"were", "not"}},
        {"hasnt", {"has", "not"}},
        {"havent", {"have", "not"}},
        {"hadnt", {"had", "not"}},
        {"wont", {"will", "not"}},
        {"wouldnt", {"would", "not"}},
        {"couldnt", {"could", "not"}},
        {"shouldnt", {"should", "not"}},
        {"shes", {"she", "'s"}},
        {"hes", {"he", "'s"}},
        {"thats", {"that", "'s"}},
        {"im", {"i", "'m"}},
        {"ive", {"i", "'ve"}},
        {"theyre", {"they", "'re"}},
        {"theyve", {"they", "'ve"}},
        {"theyll", {"they", "'ll"}},
        {"youll", {"you", "'ll"}},
        {"weve", {"we", "'ve"}},
        {"whos", {"who", "'s"}},
        {"anymore", {"any", "more"}},
        {"shan't", {"shall", "not"}},
        {"thx", {"thanks", ""}},
        {"cb", {"call", "back"}},
        {"mtgs", {"meetings", ""}},
        {"esp", {"especially", ""}},
        {"tho", {"though", ""}},
        {"b4", {"before", ""}},
        {"cuz", {"because", ""}},
        {"cos", {"because", ""}},
        {"gonna", {"going", "to"}},
        {"wanna", {"want", "to"}},
        {"gotta", {"got", "to"}},
        {"sched", {"schedule", ""}},
        {"appt", {"appointment", ""}},
        {"wld", {"would", ""}},
        {"coz", {"because", ""}},
        {"prob", {"probably", ""}},
        {"def", {"definitely", ""}},
        {"msg", {"message", ""}},
        {"theyd", {"they", "'d"}},
        {"til", {"until", ""}},
        {"e-mail", {"email", ""}},
        {"e-mails", {"emails", ""}},
        {"e-mailed", {"emailed", ""}},
        {"e-mailing", {"emailing", ""}},
        {"hed", {"he", "'d"}},
        {"shd", {"should", ""}},
        {"weds", {"wednesday", ""}},
        {"thur", {"thursday", ""}},
        {"plz", {"please", ""}},
        {"mos", {"months", ""}}};
    const auto found = kShort.find(word);
    return found == kShort.end() ? nullptr : &found->second;
}

class Tokenizer
{
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    std::vector<Token> run()
    {
        while (m_at < m_text.size())
            step();
        spellOutFutures();
        return std::move(m_tokens);
    }

private:
    void step()
    {
        const std::size_t begin = m_at;
        std::size_t next = m_at;
        const UChar32 letter = letterAt(m_text, next);
        if (isWordLetter(letter)) {
            word(begin);
            return;
        }
        m_at = next;
        if (letter == '\n') {
            m_lineStarts = true;
            m_isQuoted = false;
        } else if (letter >= 0 && letter != '\r' && !u_isUWhiteSpace(letter)) {
            sign(letter, begin);
        } else {
            m_afterSpace = true;
            return;
        }
        m_afterSpace = letter == '\n';
    }

    bool wordFollows() const
    {
        std::size_t next = m_at;
        return m_at < m_text.size() && isWordLetter(letterAt(m_text, next));
    }

    void sign(UChar32 letter, std::size_t begin)
    {
        const bool standsApart = m_afterSpace || m_lineStarts || m_tokens.empty() ||
                                 m_tokens.back().kind == TokenKind::open || m_tokens.back().kind == TokenKind::quote;
        if ((letter == '@' || letter == '!' || letter == '+') && standsApart && wordFollows()) {
            m_mark = static_cast<char>(letter);
            m_markAt = begin;
            return;
        }
        if (letter == '#' && standsApart && wordFollows()) {
            topic(begin);
            return;
        }
        // "luke = his go-to for tech"
        if (letter == '=' && m_afterSpace) {
            add(TokenKind::word, begin, m_at, "is");
            return;
        }
        add(kindOf(letter), begin, m_at, std::string(m_text.substr(begin, m_at - begin)));
        if (letter == '"')
            m_isQuoted = !m_isQuoted;
        else if (letter == 0x201C || letter == 0x201D)
            m_isQuoted = letter == 0x201C;
    }

    static TokenKind kindOf(UChar32 letter)
    {
        switch (letter) {
        case ',':
            return TokenKind::comma;
        case '.':
        case '!':
        case '?':
        case ';':
        case 0x2026:
            return TokenKind::stop;
        case ':':
            return TokenKind::colon;
        case '-':
        case 0x2013:
        case 0x2014:
        case '*':
        case 0x2022:
            return TokenKind::dash;
        case '(':
        case '[':
            return TokenKind::open;
        case ')':
        case ']':
            return TokenKind::close;
        case '"':
        case 0x201C:
        case 0x201D:
            return TokenKind::quote;
        case '&':
        case '+':
        case '/':
            return TokenKind::joiner;
        default:
            return TokenKind::other;
        }
    }

    /// The end of the letters from `at` on; hyphens and apostrophes between letters belong to the word.
    std::size_t endOfWord(std::size_t at, bool& hasDigitFirst) const
    {
        hasDigitFirst = m_text[at] >= '0' && m_text[at] <= '9';
        std::size_t end = at;
        while (at < m_text.size()) {
            std::size_t next = at;
            const UChar32 letter = letterAt(m_text, next);
            if (isWordLetter(letter)) {
                end = at = next;
                continue;
            }
            const bool joins = isApostrophe(letter) || (letter == '-' && !hasDigitFirst);
            std::size_t after = next;
            if (!joins || end != at || next >= m_text.size() || !isWordLetter(letterAt(m_text, after)))
                break;
            at = next;
            end = next;
        }
        return end;
    }

    void topic(std::size_t begin)
    {
        bool isNumber = false;
        const std::size_t from = m_at;
        m_at = endOfWord(m_at, isNumber);
        add(TokenKind::topic, begin, m_at, std::string(m_text.substr(from, m_at - from)));
    }

    /// "Rosa W.": no abbreviation of a word.
    bool isInitial(const std::string& folded, bool isCapital) const
    {
        return isCapital && folded.size() == 1 && m_at < m_text.size() && m_text[m_at] == '.';
    }

    void word(std::size_t begin)
    {
        bool isNumber = false;
        std::size_t end = endOfWord(begin, isNumber);
        // An e-mail address is one sign, and no mention.
        if (end < m_text.size() && m_text[end] == '@' && end + 1 < m_text.size() && m_text[end + 1] > ' ') {
            while (end < m_text.size() && static_cast<unsigned char>(m_text[end]) > ' ' && m_text[end] != '>')
                ++end;
            m_at = end;
            add(TokenKind::other, begin, end, "address");
            return;
        }
        m_at = end;
        const std::string_view written = m_text.substr(begin, end - begin);
        std::string folded = foldedWord(written);
        std::size_t first = begin;
        const bool isCapital = u_isupper(letterAt(m_text, first)) != 0;
        if (folded == "w" && m_at < m_text.size() && m_text[m_at] == '/') {
            ++m_at;
            if (m_at < m_text.size() && m_text[m_at] == 'o' && (m_at + 1 == m_text.size() || m_text[m_at + 1] == ' ')) {
                ++m_at;
                folded = "without";
            }
            end = m_at;
        }
        if (isNumber) {
            add(TokenKind::number, begin, end, std::move(folded));
        } else if (const auto* words = m_mark == '@' || isInitial(folded, isCapital) ? nullptr : spelledOut(folded)) {
            addPair(begin, end, end, std::string(words->first), std::string(words->second), isCapital);
        } else if (!addContraction(begin, end, folded, isCapital)) {
            add(TokenKind::word, begin, end, std::move(folded), isCapital);
        }
    }

    bool addContraction(std::size_t begin, std::size_t end, const std::string& folded, bool isCapital)
    {
        const std::size_t at = folded.rfind('\'');
        if (at == std::string::npos || at == 0)
            return false;
        const std::string tail = folded.substr(at);
        std::size_t cut = end;
        while (cut > begin && m_text[cut - 1] != '\'' && static_cast<unsigned char>(m_text[cut - 1]) < 0x80)
            --cut;
        if (tail == "'t" && folded.size() > 3 && folded[at - 1] == 'n') {
            std::string verb = folded.substr(0, at - 1);
            if (verb == "ca" || verb == "wo")
                verb = std::string(verb == "ca" ? "can" : "will");
            addPair(begin, end, end, std::move(verb), "not", isCapital);
            return true;
        }
        if (tail != "'s" && tail != "'ll" && tail != "'d" && tail != "'ve" && tail != "'re" && tail != "'m")
            return false;
        const std::size_t apostrophe = m_text[cut - 1] == '\'' ? 1 : 3;
        addPair(begin, cut > begin + apostrophe ? cut - apostrophe : begin, end, folded.substr(0, at), tail, isCapital);
        return true;
    }

    void addPair(std::size_t begin, std::size_t cut, std::size_t end, std::string head, std::string tail,
                 bool isCapital)
    {
        add(TokenKind::word, begin, cut, std::move(head), isCapital);
        if (tail.empty())
            return;
        add(TokenKind::word, cut < end ? cut : begin, end, std::move(tail));
        m_tokens.back().isTail = true;
    }

    void add(TokenKind kind, std::size_t begin, std::size_t end, std::string word, bool isCapital = false)
    {
        Token token;
        token.span = {m_mark != '\0' ? m_markAt : begin, end};
        token.word = std::move(word);
        token.kind = kind;
        token.mark = std::exchange(m_mark, '\0');
        token.isCapital = isCapital;
        token.startsLine = std::exchange(m_lineStarts, false);
        token.isQuoted = m_isQuoted && kind != TokenKind::quote;
        m_tokens.push_back(std::move(token));
        m_afterSpace = false;
    }

    /// "ill text her", "id hook them up": a pronoun and will, where a verb follows.
    void spellOutFutures()
    {
        std::vector<Token> tokens;
        tokens.reserve(m_tokens.size());
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            Token& token = m_tokens[i];
            if (token.is("herd") && i + 1 < m_tokens.size() && m_tokens[i + 1].is("of"))
                token.word = std::string("heard");
            // "wants 2 meet"
            const bool isTo = token.kind == TokenKind::number && token.is("2") && i > 0 && i + 1 < m_tokens.size() &&
                              verbOf(m_tokens[i + 1].word).has(VerbForm::base);
            if (const std::string_view before = isTo ? verbOf(tokens.back().word).lemma : std::string_view();
                before == "want" || before == "like" || before == "love" || before == "need" || before == "hope" ||
                before == "go" || before == "try") {
                token.kind = TokenKind::word;
                token.word = std::string("to");
            }
            const bool isShort =
                token.kind == TokenKind::word && token.mark == '\0' && (token.word == "ill" || token.word == "id");
            const bool verbFollows = i + 1 < m_tokens.size() && verbOf(m_tokens[i + 1].word).has(VerbForm::base);
            const bool isIll = token.word == "ill";
            tokens.push_back(std::move(token));
            if (!isShort || !verbFollows)
                continue;
            tokens.back().word = std::string("i");
            Token tail = tokens.back();
            tail.word = std::string(isIll ? "'ll" : "'d");
            tail.startsLine = false;
            tail.isCapital = false;
            tail.isTail = true;
            tokens.push_back(std::move(tail));
        }
        m_tokens = std::move(tokens);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
    char m_mark = '\0';
    std::size_t m_markAt = 0;
    bool m_lineStarts = true;
    bool m_afterSpace = true;
    bool m_isQuoted = false;
};

} // namespace

std::vector<Token> tokensOf(std::string_view text) { return Tokenizer(text).run(); }

} // namespace weavemap::weaving
