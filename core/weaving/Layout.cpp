// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/Layout.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/weaving/Labels.h"
#include "core/weaving/Lexicon.h"

namespace weavemap::weaving {

namespace {

struct Line
{
    std::size_t first = 0;
    std::size_t last = 0;
    bool afterBlank = false;
};

std::vector<Line> linesOf(std::string_view text, const std::vector<Token>& tokens)
{
    std::vector<Line> lines;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].startsLine || lines.empty()) {
            const std::size_t from = i == 0 ? 0 : tokens[i - 1].span.end;
            const std::string_view between = text.substr(from, tokens[i].span.begin - from);
            lines.push_back({i, i, std::count(between.begin(), between.end(), '\n') > 1});
        }
        lines.back().last = i + 1;
    }
    return lines;
}

class LayoutReader
{
public:
    LayoutReader(std::string_view text, const std::vector<Token>& tokens) : m_text(text), m_tokens(tokens) {}

    std::vector<Sentence> run()
    {
        const std::vector<Line> lines = linesOf(m_text, m_tokens);
        m_isChat = isTalk(lines);
        for (const Line& line : lines)
            readLine(line);
        return std::move(m_sentences);
    }

private:
    const Token& at(std::size_t i) const { return m_tokens[i]; }

    std::string wordsBetween(std::size_t first, std::size_t last) const
    {
        std::string words;
        for (std::size_t i = first; i < last; ++i)
            if (at(i).kind == TokenKind::word || at(i).kind == TokenKind::number)
                words.append(words.empty() ? "" : " ").append(at(i).word);
        return words;
    }

    /// Lines of "me: ..." and of "Raj: ...": a chat without times.
    bool isTalk(const std::vector<Line>& lines) const
    {
        bool hasMe = false, hasOther = false;
        for (const Line& line : lines) {
            const std::size_t colon = colonAfter(line.first, std::min(line.last, line.first + 4));
            if (colon >= line.last || colon == line.first || at(colon).kind != TokenKind::colon)
                continue;
            const bool isMe = colon == line.first + 1 && at(line.first).is("me");
            hasMe = hasMe || isMe;
            hasOther = hasOther || (!isMe && at(line.first).isCapital && wordsOnly(line.first, colon) &&
                                    labelOf(wordsBetween(line.first, colon)) == Label::none);
        }
        return hasMe && hasOther;
    }

    bool isHeader(const Line& line)
    {
        if (line.last - line.first < 2 || at(line.first + 1).kind != TokenKind::colon)
            return false;
        const std::string& key = at(line.first).word;
        const bool opens = key == "from" || key == "subject";
        const bool isKey =
            opens || key == "to" || key == "cc" || key == "bcc" || key == "date" || key == "sent" || key == "reply-to";
        if (!opens && !(isKey && m_isHeader))
            return false;
        if (key == "from") {
            m_speakerFirst = line.first + 2;
            m_speakerLast = std::min(line.last, m_speakerFirst + 6);
        }
        return true;
    }

    bool isClosing(const Line& line) const
    {
        static constexpr std::array<std::string_view, 14> kClosings{
            "best",   "thanks", "regards", "cheers",      "sincerely",    "kind regards", "many thanks",
            "warmly", "yours",  "love",    "best wishes", "best regards", "thank you",    "warm regards"};
        std::size_t last = line.last;
        while (last > line.first && (at(last - 1).kind == TokenKind::comma || at(last - 1).kind == TokenKind::stop))
            --last;
        const std::string words = last - line.first <= 3 ? wordsBetween(line.first, last) : std::string();
        return std::find(kClosings.begin(), kClosings.end(), words) != kClosings.end();
    }

    bool isLeftOut(const Line& line)
    {
        if (at(line.first).is(">"))
            return m_isLetter || m_isQuotedHistory; // what was written before; else a letter that was pasted
        if (isHeader(line)) {
            m_isHeader = true;
            m_isLetter = true;
            m_isOver = false;
            return true;
        }
        m_isHeader = false;
        if (!m_isLetter)
            return false;
        const bool isRule = line.last - line.first >= 2 && at(line.first).kind == TokenKind::dash &&
                            at(line.first + 1).kind == TokenKind::dash;
        const bool isHistory = at(line.first).is("on") && at(line.last - 1).kind == TokenKind::colon;
        m_isOver = m_isOver || isRule || isHistory || isClosing(line);
        return m_isOver;
    }

    /// Past bullets, numbers of a list and times of a chat.
    std::size_t afterBullet(const Line& line)
    {
        std::size_t i = line.first;
        if (i < line.last && at(i).kind == TokenKind::open) {
            std::size_t close = i;
            while (close < line.last && close - i < 12 && at(close).kind != TokenKind::close)
                ++close;
            const bool isTime = i + 1 < line.last && at(i + 1).kind == TokenKind::number;
            if (isTime && close < line.last && at(close).kind == TokenKind::close) {
                m_isChat = true;
                i = close + 1;
            }
        }
        while (i < line.last &&
               (at(i).kind == TokenKind::dash || (at(i).kind == TokenKind::other && at(i).is("\xC2\xB7"))))
            ++i;
        if (i + 1 < line.last && at(i).kind == TokenKind::number &&
            (at(i + 1).is(".") || at(i + 1).kind == TokenKind::close) && at(i).word.size() <= 2)
            i += 2;
        return i;
    }

    /// "Tom's need: ...", "His offer: ...", "Need from Tom: ...": the label, and whose it is as the speaker.
    Label ownedLabel(Sentence& sentence, std::size_t begin, std::size_t colon) const
    {
        for (std::size_t k = begin; k + 1 < colon; ++k) {
            const bool isHis = k == begin && (at(k).is("his") || at(k).is("her") || at(k).is("their"));
            if (isHis || at(k).is("'s"))
                if (const Label label = labelOf(wordsBetween(k + 1, colon)); label != Label::none) {
                    if (!isHis) {
                        sentence.speakerFirst = begin;
                        sentence.speakerLast = k;
                    }
                    return label;
                }
            if (k > begin && (at(k).is("from") || at(k).is("for")))
                if (const Label label = labelOf(wordsBetween(begin, k));
                    label == Label::need || label == Label::offer) {
                    sentence.speakerFirst = k + 1;
                    sentence.speakerLast = colon;
                    return label;
                }
        }
        return Label::none;
    }

    static constexpr std::size_t kMostLabel = 8;    ///< tokens before the colon of a label
    static constexpr std::size_t kMostTokens = 300; ///< of a sentence; what goes on without a stop is cut

    /// The colon of a label that begins at `i`; `last` where there is none.
    std::size_t colonAfter(std::size_t i, std::size_t last) const
    {
        const std::size_t most = std::min(last, i + kMostLabel);
        for (std::size_t k = i; k < most; ++k) {
            if (at(k).kind == TokenKind::colon)
                return k;
            if (at(k).kind == TokenKind::stop && !at(k).is("."))
                return last;
        }
        return last;
    }

    void readLine(const Line& line)
    {
        if (isLeftOut(line))
            return;
        std::size_t begin = afterBullet(line);
        const bool isPasted = at(line.first).is(">");
        while (isPasted && begin < line.last && at(begin).is(">"))
            ++begin;
        const bool isItem = begin > line.first && !isPasted;
        if (begin >= line.last)
            return;
        // "On Tuesday Ana wrote:"
        m_isQuotedHistory = at(begin).is("on") && at(line.last - 1).kind == TokenKind::colon &&
                            line.last >= begin + 3 && at(line.last - 2).is("wrote");
        Sentence sentence;
        sentence.voice = m_isLetter || isPasted ? Voice::letter : m_isChat ? Voice::chat : Voice::staff;
        if (m_isLetter) {
            sentence.speakerFirst = m_speakerFirst;
            sentence.speakerLast = m_speakerLast;
        }
        if (!isItem || line.afterBlank)
            m_heading = Label::none;
        if (!isItem && isHeading(begin, line.last))
            return;
        sentence.label = m_heading;
        split(begin, line.last, sentence, line.afterBlank);
    }

    /// A line that is nothing but a label: what comes under it is of that kind.
    bool isHeading(std::size_t begin, std::size_t last)
    {
        std::size_t end = last;
        while (end > begin && at(end - 1).kind == TokenKind::colon)
            --end;
        if (end - begin > kMostLabel)
            return false;
        m_heading = labelOf(wordsBetween(begin, end));
        return m_heading != Label::none && wordsOnly(begin, end);
    }

    bool wordsOnly(std::size_t begin, std::size_t end) const
    {
        for (std::size_t i = begin; i < end; ++i)
            if (at(i).kind != TokenKind::word || at(i).mark != '\0')
                return false;
        return true;
    }

    bool isStop(std::size_t i, std::size_t last) const
    {
        const Token& token = at(i);
        if (token.kind != TokenKind::stop)
            return false;
        if (!token.is("."))
            return token.word != "\xE2\x80\xA6";
        if (i + 1 < last) {
            const Token& next = at(i + 1);
            // "3.5", "a.b", "..." before a small letter; "Mr. Okafor"; "Ana O. on".
            if (next.span.begin == token.span.end && (next.kind == TokenKind::word || next.kind == TokenKind::number))
                return false;
            if (next.is(".") || (i > 0 && at(i - 1).is(".") && next.kind == TokenKind::word && !next.isCapital))
                return false;
            const bool shortened =
                i > 0 && at(i - 1).kind == TokenKind::word && at(i - 1).span.end == token.span.begin &&
                (isTitle(at(i - 1)) || (at(i - 1).isCapital && at(i - 1).span.end - at(i - 1).span.begin == 1));
            if (shortened && (isTitle(at(i - 1)) || next.kind != TokenKind::word || !next.isCapital ||
                              verbOf(next.word).has(VerbForm::past)))
                return false;
        }
        return true;
    }

    static bool isTitle(const Token& token)
    {
        return token.is("mr") || token.is("mrs") || token.is("ms") || token.is("dr") || token.is("prof") ||
               token.is("mx") || token.is("st") || token.is("approx") || token.is("sr") || token.is("sra");
    }

    void split(std::size_t begin, std::size_t last, Sentence sentence, bool startsParagraph)
    {
        bool startsLine = true;
        m_lineSpeakerFirst = m_lineSpeakerLast = 0;
        for (std::size_t first = begin; first < last;) {
            std::size_t end = first;
            while (end < last && end - first < kMostTokens && !isStop(end, last) && !isNumbered(end, first, last))
                ++end;
            const bool isQuestion = end < last && at(end).is("?");
            while (end < last &&
                   (at(end).kind == TokenKind::stop || at(end).kind == TokenKind::quote ||
                    at(end).kind == TokenKind::close) &&
                   (at(end).kind == TokenKind::stop || at(end).span.begin == at(end - 1).span.end))
                ++end;
            if (end == first)
                ++end;
            sentence.first = sentence.lead = first;
            sentence.last = end;
            sentence.isQuestion = isQuestion;
            sentence.startsLine = startsLine;
            sentence.startsParagraph = startsParagraph && startsLine;
            if (m_lineSpeakerFirst < m_lineSpeakerLast && sentence.voice == Voice::chat) {
                sentence.isSpeakerCarried = true;
                sentence.speakerFirst = m_lineSpeakerFirst;
                sentence.speakerLast = m_lineSpeakerLast;
            }
            emit(sentence);
            startsLine = false;
            first = end;
        }
    }

    /// "1) mail her the form 2) ask Marcus": a list on one line.
    bool isNumbered(std::size_t i, std::size_t first, std::size_t last) const
    {
        return i > first && i + 2 < last && at(i).kind == TokenKind::number && at(i).word.size() <= 2 &&
               at(i + 1).kind == TokenKind::close && at(i + 1).span.begin == at(i).span.end;
    }

    void emit(Sentence sentence)
    {
        std::size_t begin = sentence.first;
        const bool isNumber =
            begin + 2 < sentence.last && at(begin).kind == TokenKind::number && at(begin + 1).kind == TokenKind::close;
        if (isNumber)
            begin += 2;
        else if (sentence.label == m_listLabel && !sentence.startsLine)
            m_listLabel = Label::none;
        const std::size_t colon = colonAfter(begin, sentence.last);
        if (colon < sentence.last) {
            Label label = labelOf(wordsBetween(begin, colon));
            // "follow up friday: ask ...", "To do after the retreat: ...": the label, then when.
            for (std::size_t k = colon; label == Label::none && k > begin + 1; --k)
                if (const Label start = labelOf(wordsBetween(begin, k)); start == Label::todo && k > begin)
                    label = start;
            if (label == Label::none)
                label = ownedLabel(sentence, begin, colon);
            if (label != Label::none) {
                sentence.label = label;
                m_listLabel = label;
                sentence.first = colon + 1;
                if (sentence.first + 2 < sentence.last && at(sentence.first).kind == TokenKind::number &&
                    at(sentence.first + 1).kind == TokenKind::close)
                    sentence.first += 2;
                push(sentence);
                return;
            }
            if (colon > begin && colon - begin <= 5) {
                sentence.isSpeakerCarried = false;
                sentence.speakerFirst = m_lineSpeakerFirst = begin;
                sentence.speakerLast = m_lineSpeakerLast = colon;
                sentence.first = colon + 1;
                push(sentence);
                return;
            }
        }
        sentence.first = begin;
        if (isNumber && m_listLabel != Label::none)
            sentence.label = m_listLabel;
        if (sentence.isQuestion && sentence.startsLine && sentence.voice == Voice::staff) {
            m_question = labelOfQuestion(wordsBetween(sentence.first, sentence.last));
            m_isForm = m_isForm || m_question != Label::none;
            m_isAnswer = m_isForm;
        } else if (!sentence.startsLine && m_question != Label::none && sentence.label == Label::none) {
            sentence.label = std::exchange(m_question, Label::none);
            sentence.voice = Voice::letter;
        } else {
            m_question = Label::none;
            m_isAnswer = m_isAnswer && !sentence.startsLine;
            if (m_isAnswer)
                sentence.voice = Voice::letter;
        }
        push(sentence);
    }

    void push(const Sentence& sentence)
    {
        if (sentence.first < sentence.last)
            m_sentences.push_back(sentence);
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    std::vector<Sentence> m_sentences;
    Label m_heading = Label::none;
    Label m_listLabel = Label::none;
    Label m_question = Label::none;
    bool m_isForm = false, m_isAnswer = false;
    bool m_isQuotedHistory = false;
    bool m_isHeader = false, m_isLetter = false, m_isOver = false, m_isChat = false;
    std::size_t m_speakerFirst = 0, m_speakerLast = 0;
    std::size_t m_lineSpeakerFirst = 0, m_lineSpeakerLast = 0;
};

} // namespace

std::vector<Sentence> sentencesOf(std::string_view text, const std::vector<Token>& tokens)
{
    return LayoutReader(text, tokens).run();
}

} // namespace weavemap::weaving
