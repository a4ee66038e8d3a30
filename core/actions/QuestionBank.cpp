// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/QuestionBank.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/Text.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

namespace {

icu::UnicodeString unicode(std::string_view utf8)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
}

/// What is left of a text where everything that `isKept` does not keep is one space between what it keeps.
template <class IsKept>
std::string spaced(std::string_view utf8, IsKept isKept)
{
    const icu::UnicodeString text = unicode(utf8);
    icu::UnicodeString kept;
    bool isGap = false;
    for (int at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 letter = text.char32At(at);
        if (!isKept(letter)) {
            isGap = !kept.isEmpty();
            continue;
        }
        if (std::exchange(isGap, false))
            kept.append(static_cast<UChar32>(' '));
        kept.append(letter);
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

/// Equal for wordings that ask the same.
std::string keyOf(std::string_view text)
{
    const std::string letters = spaced(foldForSearch(text), [](UChar32 letter) { return u_isalnum(letter) != 0; });
    return letters.empty() ? plainWording(text) : letters;
}

Result<> refused(QuestionFault fault)
{
    switch (fault) {
    case QuestionFault::empty:
        return fail(ErrorCode::missingName, {"question"});
    case QuestionFault::tooLong:
        return fail(ErrorCode::invalidArgument, {"question", "tooLong"});
    case QuestionFault::twice:
        break;
    }
    return fail(ErrorCode::invalidArgument, {"question", "twice"});
}

Result<> checkWording(const store::Records& records, const Question& question)
{
    WEAVEMAP_ASSIGN(const auto bank, records.questions.all());
    if (const auto fault = faultOf(question.text, bank, question.id))
        return refused(*fault);
    return {};
}

Result<Question> known(const store::Records& records, QuestionId id)
{
    WEAVEMAP_ASSIGN(const auto question, records.questions.find(id));
    if (!question)
        return fail(ErrorCode::notFound, {"question", id.toString()});
    return *question;
}

Result<std::vector<Question>> groupOf(const store::Records& records, QuestionGroup group)
{
    WEAVEMAP_ASSIGN(auto questions, records.questions.all());
    std::erase_if(questions, [group](const Question& question) { return question.group != group; });
    return questions;
}

Result<int> orderAtEnd(const store::Records& records, QuestionGroup group)
{
    WEAVEMAP_ASSIGN(const auto questions, groupOf(records, group));
    return questions.empty() ? 1 : questions.back().order + 1;
}

using Names = std::unordered_map<PersonId, std::string>;

Result<Names> namesIn(const store::Records& records)
{
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    Names names;
    for (const Person& person : people)
        names.emplace(person.id, person.name);
    return names;
}

const std::string& nameOf(const Names& names, PersonId person)
{
    static const std::string kNobody;
    const auto found = names.find(person);
    return found == names.end() ? kNobody : found->second;
}

} // namespace

std::string plainWording(std::string_view text)
{
    return spaced(text, [](UChar32 letter) { return u_isUWhiteSpace(letter) == 0 && u_iscntrl(letter) == 0; });
}

const Question* findWording(std::span<const Question> bank, std::string_view text)
{
    const std::string key = keyOf(text);
    if (key.empty())
        return nullptr;
    const auto same = std::find_if(bank.begin(), bank.end(),
                                   [&key](const Question& question) { return keyOf(question.text) == key; });
    return same == bank.end() ? nullptr : &*same;
}

std::optional<QuestionFault> faultOf(std::string_view text, std::span<const Question> bank, QuestionId self)
{
    const std::string plain = plainWording(text);
    if (plain.empty())
        return QuestionFault::empty;
    if (static_cast<std::size_t>(unicode(plain).countChar32()) > kLongestQuestion)
        return QuestionFault::tooLong;
    const std::string key = keyOf(plain);
    const bool isTwice = std::any_of(
        bank.begin(), bank.end(), [&](const Question& other) { return other.id != self && keyOf(other.text) == key; });
    return isTwice ? std::optional(QuestionFault::twice) : std::nullopt;
}

Result<std::vector<BankQuestion>> readQuestionBank(store::Records& records, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const auto questions, records.questions.all());
    WEAVEMAP_ASSIGN(const auto askings, readable.askings());
    WEAVEMAP_ASSIGN(const Names names, namesIn(records));
    std::vector<BankQuestion> bank;
    std::unordered_map<QuestionId, std::size_t> at;
    for (const Question& question : questions) {
        at.emplace(question.id, bank.size());
        bank.push_back({question, 0, {}});
    }
    std::vector<std::unordered_set<ConversationId>> calls(bank.size());
    for (const store::Asking& asking : askings) {
        const auto line = at.find(asking.asked.question);
        if (line == at.end())
            continue;
        calls[line->second].insert(asking.asked.conversation);
        std::optional<AskedIn>& last = bank[line->second].last;
        if (!last)
            last = AskedIn{asking.asked.conversation, asking.when, {}};
        if (last->conversation == asking.asked.conversation)
            last->people.push_back(nameOf(names, asking.asked.person));
    }
    for (std::size_t i = 0; i < bank.size(); ++i)
        bank[i].calls = calls[i].size();
    return bank;
}

Result<std::vector<AskedIn>> readAskings(store::Records& records, QuestionId question, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    WEAVEMAP_ASSIGN(const auto askings, readable.askings(question));
    WEAVEMAP_ASSIGN(const Names names, namesIn(records));
    std::vector<AskedIn> calls;
    std::unordered_map<ConversationId, std::size_t> at;
    for (const store::Asking& asking : askings) {
        const auto [call, isNew] = at.emplace(asking.asked.conversation, calls.size());
        if (isNew)
            calls.push_back({asking.asked.conversation, asking.when, {}});
        calls[call->second].people.push_back(nameOf(names, asking.asked.person));
    }
    return calls;
}

Result<QuestionId> addQuestion(store::Records& records, Question question)
{
    question.id = {};
    question.text = plainWording(question.text);
    WEAVEMAP_TRY(checkWording(records, question));
    WEAVEMAP_ASSIGN(question.order, orderAtEnd(records, question.group));
    question.retired = false;
    return records.questions.insert(std::move(question));
}

Result<> changeQuestion(store::Records& records, const Question& question)
{
    WEAVEMAP_ASSIGN(Question changed, known(records, question.id));
    if (const std::string text = plainWording(question.text); text != changed.text) {
        changed.text = text;
        WEAVEMAP_TRY(checkWording(records, changed));
    }
    if (question.group != changed.group) {
        changed.group = question.group;
        WEAVEMAP_ASSIGN(changed.order, orderAtEnd(records, question.group));
    }
    changed.fills = question.fills;
    changed.level = question.level;
    return records.questions.update(changed);
}

Result<> retireQuestion(store::Records& records, QuestionId id, Retired retired)
{
    WEAVEMAP_ASSIGN(Question question, known(records, id));
    question.retired = retired == Retired::yes;
    return records.questions.update(question);
}

Result<> moveQuestion(store::Records& records, QuestionId id, QuestionId before)
{
    if (id == before)
        return {};
    WEAVEMAP_ASSIGN(const Question moved, known(records, id));
    WEAVEMAP_ASSIGN(std::vector<Question> group, groupOf(records, moved.group));
    std::vector<int> places;
    for (const Question& question : group)
        places.push_back(places.empty() ? question.order : std::max(question.order, places.back() + 1));
    std::erase_if(group, [id](const Question& question) { return question.id == id; });
    auto to = group.end();
    if (before) {
        WEAVEMAP_TRY(known(records, before));
        to = std::find_if(group.begin(), group.end(), [before](const Question& q) { return q.id == before; });
        if (to == group.end())
            return fail(ErrorCode::invalidArgument, {"question", before.toString()});
    }
    group.insert(to, moved);
    // The places stay those of the group, each given to whoever stands there now; what is equal is not written.
    for (std::size_t i = 0; i < group.size(); ++i) {
        group[i].order = places[i];
        WEAVEMAP_TRY(records.questions.update(group[i]));
    }
    return {};
}

Result<std::vector<QuestionId>> takeBankQuestions(store::Records& records, const Conversation& call,
                                                  std::vector<NoteItem>& items)
{
    std::vector<QuestionId> taken;
    const auto mayBe = [&call](const NoteItem& item) {
        return item.kind == NoteItemKind::question && !item.id && !item.other && item.topic.empty() &&
               item.confidentiality <= call.confidentiality;
    };
    if (call.participants.empty() || std::none_of(items.begin(), items.end(), mayBe))
        return taken;
    WEAVEMAP_ASSIGN(const auto bank, records.questions.all());
    std::erase_if(items, [&](const NoteItem& item) {
        const Question* question = mayBe(item) ? findWording(bank, item.text) : nullptr;
        if (question)
            taken.push_back(question->id);
        return question != nullptr;
    });
    return taken;
}

Result<> putAsked(store::Records& records, const Conversation& call, std::span<const QuestionId> questions)
{
    WEAVEMAP_ASSIGN(const auto before, records.questions.asked(call.id));
    std::unordered_set<QuestionId> onRecord;
    for (const AskedQuestion& asked : before) {
        const bool isAsked = std::find(questions.begin(), questions.end(), asked.question) != questions.end();
        const bool isThere =
            std::find(call.participants.begin(), call.participants.end(), asked.person) != call.participants.end();
        if (isAsked && isThere)
            onRecord.insert(asked.question);
        else
            WEAVEMAP_TRY(records.questions.remove(asked.id));
    }
    for (const QuestionId question : questions) {
        if (onRecord.contains(question))
            continue;
        for (const PersonId person : call.participants)
            WEAVEMAP_TRY(records.questions.insert(AskedQuestion{{}, question, call.id, person}));
    }
    return {};
}

} // namespace weavemap::actions
