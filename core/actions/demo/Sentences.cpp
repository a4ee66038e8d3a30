// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/demo/Sentences.h"

namespace weavemap::actions::demo {

namespace {

constexpr std::string_view kTopics[] = {
    "fraction lessons", "story hours",      "reading logs",        "lesson study",           "bilingual reading",
    "lab safety",       "number talks",     "project days",        "parent meetings",        "attendance",
    "peer coaching",    "school gardens",   "coding clubs",        "exam preparation",       "writing workshops",
    "lunchtime music",  "outdoor lessons",  "mixed-age classes",   "mentoring new teachers", "timetables",
    "lighter marking",  "library mornings", "science fairs",       "local history",          "robotics",
    "maths games",      "support plans",    "letters to families", "homework clubs",         "art across subjects"};
constexpr std::string_view kOpenings[] = {"Spends most of this term on {topic}.",
                                          "Has started with {topic} in two classes.",
                                          "Is trying to move the whole school on {topic}.",
                                          "Second year of {topic}, going better than the first.",
                                          "Stuck with {topic} since the autumn.",
                                          "The team agreed on {topic} as this year’s goal.",
                                          "Tried {topic} with the youngest, to good effect.",
                                          "Leads a small group on {topic}.",
                                          "Has a student teacher who took over {topic}.",
                                          "New timetable leaves one free hour for {topic}.",
                                          "Wrote a short guide on {topic} for colleagues.",
                                          "Visited another school to see {topic} done well.",
                                          "Had hoped for more time for {topic}.",
                                          "Took {topic} to the parents’ evening.",
                                          "Meets twelve colleagues on Thursdays over {topic}.",
                                          "The head asked for a plan on {topic} by summer.",
                                          "Dropped the old approach to {topic} and is glad of it.",
                                          "Two new colleagues know no one here yet.",
                                          "Changed classrooms in August and is settling in.",
                                          "Covers for a colleague on leave, little time."};
constexpr std::string_view kClosings[] = {"Tired, but glad of the group.",
                                          "Likes to be called in the morning.",
                                          "Found the last convening worth the trip.",
                                          "Would come to a regional evening if it were nearer.",
                                          "Enjoyed the talk and wants to stay in touch.",
                                          "Cannot travel before the holidays.",
                                          "Thinks the newsletter is too long.",
                                          "Reads everything we send, rarely answers.",
                                          "Feels less alone with this than last year.",
                                          "Short of time; ten minutes were enough.",
                                          "Asked who else works like this.",
                                          "Wants to hear how the others get on.",
                                          "Said the network is the one place to ask plain questions.",
                                          "Costs of travel are what keeps colleagues away.",
                                          "In good spirits.",
                                          "Would rather write than talk on the phone.",
                                          "May bring a colleague next time.",
                                          "Has no wish for more meetings, and said so kindly."};
constexpr std::string_view kAware[] = {"Has heard of {other} but they have not met.",
                                       "Knows {other} by name from the newsletter.",
                                       "Read what {other} wrote on {topic}.", "Saw {other} speak on {topic} once."};
constexpr std::string_view kTalked[] = {
    "Talked with {other} at a convening about {topic}.", "Met {other} on the train and talked about {topic}.",
    "Has spoken with {other} once or twice.", "Wrote to {other} about {topic} and got a short answer."};
constexpr std::string_view kExchange[] = {"Swaps material on {topic} with {other}.",
                                          "{other} sent a set of tasks for {topic}, now in use.",
                                          "Calls {other} with every hard question on {topic}.",
                                          "Visited {other} to learn about {topic}.",
                                          "Lent {other} a box of material on {topic}.",
                                          "Got a good idea on {topic} from {other}.",
                                          "Shares a lift and ideas with {other}.",
                                          "Compares notes with {other} after each round of {topic}.",
                                          "{other} helped with {topic} in spring.",
                                          "Passed material on {topic} to {other}."};
constexpr std::string_view kRely[] = {
    "Sits down with {other} every week to plan {topic}.", "{other} is the first to be asked about anything hard.",
    "Works on {topic} side by side with {other}.", "Could not do {topic} without {other}.",
    "Started on {topic} with {other} when nobody else would."};
constexpr std::string_view kNeeds[] = {"a partner school for {topic}",
                                       "someone to watch {topic} with",
                                       "a second opinion on {topic}",
                                       "a short reading list on {topic}",
                                       "money for {topic}",
                                       "a listener on a hard year",
                                       "examples of {topic} that worked",
                                       "a visitor who knows {topic}",
                                       "a colleague from another region to plan {topic} with",
                                       "help with the first month of {topic}",
                                       "a quiet way to start {topic}",
                                       "a template for {topic}"};
constexpr std::string_view kNeedSentences[] = {"Is looking for {thing}.", "Would be glad of {thing}.",
                                               "What would help most: {thing}.", "Asked whether we know of {thing}."};
constexpr std::string_view kOffers[] = {"notes on {topic}",
                                        "an open door for {topic} on Fridays",
                                        "a box of material for {topic}",
                                        "an hour to talk {topic} through",
                                        "a talk on {topic} for newcomers",
                                        "two years of plans for {topic}",
                                        "a place for visitors to {topic}",
                                        "sitting in on a first try of {topic}",
                                        "a calendar for {topic}",
                                        "a film on {topic} in a small school"};
constexpr std::string_view kOfferSentences[] = {"Offers {thing}.", "Happy to share {thing}.",
                                                "Has {thing} that others could use.",
                                                "Would give {thing} to whoever asks."};
constexpr std::string_view kPromises[] = {"Send {other} the template for {topic}",
                                          "Send {other} the grant calendar",
                                          "Ask {other} for notes on {topic}",
                                          "Tell {other} who else works on {topic}",
                                          "Send {other} the dates of the next convening",
                                          "Introduce {other} to someone with {topic} well under way",
                                          "Call {other} back about {topic}",
                                          "Find {other} a visitor for {topic}",
                                          "Send {other} last year’s report",
                                          "Ask whether {other} will speak on {topic}"};
constexpr std::string_view kMissed[] = {
    "No answer; left a message.", "No answer.",       "In class, asked to be called another day.",
    "Wrong number on file.",      "Line busy twice.", "Away this week, says the office."};
constexpr std::string_view kTables[] = {
    "Table on {topic}. Lively; three want to go on.", "Table on {topic}. Everyone brought an example.",
    "Table on {topic}. Quiet start, then a long list of ideas.", "Sat together on {topic} and agreed to write.",
    "Walk and talk on {topic}, back with two plans."};
constexpr std::string_view kQuotes[] = {"I stopped closing my classroom door.",
                                        "Somebody here had already made the mistake I was about to make.",
                                        "I ask here first now.",
                                        "It is good to hear a no that is meant kindly.",
                                        "Two phone calls saved us a year.",
                                        "My class has friends in another valley."};
constexpr std::string_view kConfidences[] = {
    "Thinks of leaving the school at the end of the year; not to be passed on.",
    "Hard time at home; call again gently in a month.", "Trouble with the head over the timetable, told in confidence.",
    "Applied for another post and has told nobody."};
constexpr std::string_view kLeaveReasons[] = {"moved away", "retired", "left teaching", "new post",
                                              "no time",    "fees",    "no longer says"};
constexpr std::string_view kContactPreferences[] = {"called, weekday mornings",
                                                    "called, after four",
                                                    "by e-mail",
                                                    "called, Fridays",
                                                    "video, evenings",
                                                    "in person when possible",
                                                    "by e-mail first, then called",
                                                    "called, once a term"};
constexpr std::string_view kNeedWhys[] = {"Looks for help with {topic}, and {other} offers it.",
                                          "{other} has what is missing for {topic}."};
constexpr std::string_view kAskedWhys[] = {"Asked to meet {other}.", "Wants to hear from {other} about {topic}."};
constexpr std::string_view kBridgeWhys[] = {"Two regions that hardly know of each other, both busy with {topic}.",
                                            "{other} would open a way into another region."};
constexpr std::string_view kTopicWhys[] = {"Both work on {topic}.", "{other} began {topic} a year before."};
constexpr std::string_view kOutcomes[] = {"They met and agreed to go on with {topic}.",
                                          "A first visit took place; both were glad of it.",
                                          "They wrote to each other and set a date.", "Exchanged material on {topic}."};
constexpr std::string_view kRefusals[] = {"No time this term.", "Would rather wait until the new year."};
constexpr std::string_view kQuarrels[] = {"Fell out over a shared post; do not seat them together.",
                                          "A complaint between their schools is not settled."};
constexpr std::string_view kAbsences[] = {"On leave.", "Asked to be called after the exams.", "Moving house."};

} // namespace

Sentences whys(IntroductionReason reason)
{
    switch (reason) {
    case IntroductionReason::needMeetsOffer:
        return kNeedWhys;
    case IntroductionReason::memberAsked:
        return kAskedWhys;
    case IntroductionReason::bridgesGroups:
        return kBridgeWhys;
    case IntroductionReason::other:
    case IntroductionReason::sharedTopic:
    case IntroductionReason::sameRole:
    case IntroductionReason::closesTriangle:
    case IntroductionReason::reachesIsolate:
        return kTopicWhys;
    }
    return kTopicWhys;
}
Sentences outcomes() { return kOutcomes; }
Sentences refusals() { return kRefusals; }
Sentences quarrels() { return kQuarrels; }
Sentences absences() { return kAbsences; }

Sentences topics() { return kTopics; }
Sentences openings() { return kOpenings; }
Sentences closings() { return kClosings; }
Sentences needs() { return kNeeds; }
Sentences needSentences() { return kNeedSentences; }
Sentences offers() { return kOffers; }
Sentences offerSentences() { return kOfferSentences; }
Sentences promises() { return kPromises; }
Sentences missed() { return kMissed; }
Sentences tables() { return kTables; }
Sentences quotes() { return kQuotes; }
Sentences confidences() { return kConfidences; }
Sentences leaveReasons() { return kLeaveReasons; }
Sentences contactPreferences() { return kContactPreferences; }

Sentences mentions(TieDepth depth)
{
    switch (depth) {
    case TieDepth::unknown:
    case TieDepth::aware:
        return kAware;
    case TieDepth::talked:
        return kTalked;
    case TieDepth::exchange:
        return kExchange;
    case TieDepth::rely:
        return kRely;
    }
    return kAware;
}

std::string filled(std::string_view sentence, std::string_view topic, std::string_view other, std::string_view thing)
{
    std::string result;
    for (std::size_t at = 0; at < sentence.size();) {
        const auto open = sentence.find('{', at);
        result += sentence.substr(at, open - at);
        if (open == std::string_view::npos)
            break;
        const auto close = sentence.find('}', open);
        const auto word = sentence.substr(open + 1, close - open - 1);
        // What is looked for or offered speaks of a topic itself.
        result += word == "topic"   ? std::string(topic)
                  : word == "other" ? std::string(other)
                                    : filled(thing, topic, {}, {});
        at = close + 1;
    }
    return result;
}

std::string capitalized(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace weavemap::actions::demo
