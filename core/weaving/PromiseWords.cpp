// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weaving/PromiseWords.h"

#include "core/weaving/OneOf.h"

namespace weavemap::weaving {

bool isAction(std::string_view lemma)
{
    static constexpr std::string_view kActions[]{
        "send",    "email",      "text",    "mail",     "call",      "phone",       "ring",      "ask",      "check",
        "remind",  "thank",      "invite",  "follow",   "get",       "put",         "introduce", "connect",  "hook",
        "add",     "find",       "look",    "try",      "forward",   "book",        "write",     "post",     "schedule",
        "set",     "share",      "give",    "bring",    "tell",      "meet",        "order",     "print",    "prepare",
        "arrange", "talk",       "speak",   "let",      "drop",      "update",      "confirm",   "register", "reply",
        "answer",  "return",     "message", "ping",     "contact",   "nudge",       "chase",     "pass",     "copy",
        "loop",    "touch",      "visit",   "help",     "see",       "lend",        "hand",      "mention",  "search",
        "sign",    "ship",       "draft",   "credit",   "circle",    "submit",      "fill",      "complete", "pay",
        "cancel",  "reschedule", "edit",    "reach",    "dig",       "investigate", "figure",    "upload",   "type",
        "refund",  "renew",      "process", "nominate", "recommend", "assign",      "research",  "organize", "organise",
        "plan",    "report",     "review",  "touch",    "sort",      "make",        "work",      "deliver",  "collect",
        "pick",    "leave"};
    return isOneOf(lemma, kActions);
}

bool isState(std::string_view lemma)
{
    static constexpr std::string_view kStates[]{"be",     "do",   "have",  "think",  "know",     "like", "love",
                                                "want",   "need", "hope",  "feel",   "seem",     "wish", "guess",
                                                "miss",   "say",  "mean",  "expect", "stay",     "live", "die",
                                                "retire", "move", "leave", "admit",  "struggle", "wait", "believe"};
    return isOneOf(lemma, kStates);
}

bool isSending(std::string_view lemma)
{
    static constexpr std::string_view kSendings[]{"send", "email",   "mail",   "forward", "bring",
                                                  "drop", "deliver", "submit", "return",  "confirm"};
    return isOneOf(lemma, kSendings);
}

bool isOurs(std::string_view lemma)
{
    static constexpr std::string_view kOurs[]{"circle",  "touch", "get",    "call",  "phone",   "ring",
                                              "check",   "ask",   "follow", "look",  "remind",  "introduce",
                                              "connect", "put",   "try",    "add",   "find",    "invite",
                                              "thank",   "book",  "chase",  "nudge", "contact", "reach"};
    return isOneOf(lemma, kOurs);
}

bool isEvent(std::string_view lemma)
{
    static constexpr std::string_view kEvents[]{
        "attend", "come",   "join",   "go",   "travel", "visit", "host",      "present", "speak", "teach",
        "start",  "begin",  "run",    "lead", "meet",   "take",  "work",      "open",    "close", "leave",
        "talk",   "launch", "finish", "see",  "get",    "hold",  "introduce", "connect", "help",  "cover"};
    return isOneOf(lemma, kEvents);
}

bool isBooking(std::string_view lemma)
{
    static constexpr std::string_view kBooking[]{"book", "schedule", "pencil", "arrange", "set", "reserve"};
    return isOneOf(lemma, kBooking);
}

} // namespace weavemap::weaving
