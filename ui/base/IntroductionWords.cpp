// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/IntroductionWords.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Introductions)
};

/// A note's line without what ends a sentence, for a sentence that goes on.
QString quoted(const std::string& utf8)
{
    QString text = toQString(utf8).simplified();
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return T::tr("“%1”").arg(text);
}

QString nameOf(const actions::SuggestionPage& page, PersonId id)
{
    const auto found = page.people.find(id);
    return found == page.people.end() ? QString() : toQString(found->second.name);
}

/// The words of a line, or its topic where it has none.
QString lineOf(const actions::SuggestionPage& page, NoteItemId id)
{
    const auto found = page.lines.find(id);
    if (found == page.lines.end())
        return {};
    const NoteItem& item = found->second.item;
    return quoted(item.text.empty() ? item.topic : item.text);
}

QString dayOf(const actions::SuggestionPage& page, NoteItemId id, Date today)
{
    const auto found = page.lines.find(id);
    return found == page.lines.end() ? QString() : formatDate(found->second.on, DateStyle::dayShort, today);
}

/// What two have in common beside the lens's own reason; empty: nothing known.
QString common(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page)
{
    QStringList parts;
    const auto person = page.people.find(suggestion.a);
    if (suggestion.sameRole && person != page.people.end())
        parts << toQString(person->second.role);
    if (suggestion.sameRegion && person != page.people.end())
        parts << toQString(person->second.region);
    if (!suggestion.topic.empty() && !suggestion.shared.empty())
        parts << toQString(suggestion.topic);
    return parts.isEmpty() ? QString() : T::tr("In common: %1.").arg(parts.join(QStringLiteral(", ")));
}

QString paragraphOf(const actions::MailPiece& piece)
{
    const auto arg = [&piece](std::size_t i) {
        return i < piece.args.size() ? toQString(piece.args[i]).simplified() : QString();
    };
    using actions::MailPart;
    switch (piece.part) {
    case MailPart::greetOne:
        return T::tr("Dear %1,").arg(arg(0));
    case MailPart::greetBoth:
        return T::tr("Dear %1, dear %2,").arg(arg(0), arg(1));
    case MailPart::askToMeet:
        return T::tr("I would like to introduce you to %1.").arg(arg(0));
    case MailPart::askToMeetPeer:
        return T::tr("There is another member I would like to introduce you to.");
    case MailPart::whoTheyAre: {
        QStringList facts;
        for (std::size_t i = 1; i < 4; ++i)
            if (!arg(i).isEmpty())
                facts << arg(i);
        return T::tr("%1: %2.").arg(arg(0), facts.join(QStringLiteral(", ")));
    }
    case MailPart::whoPeerIs:
        if (arg(0).isEmpty())
            return T::tr("They are in %1.").arg(arg(1));
        return arg(1).isEmpty() ? T::tr("Their role: %1.").arg(arg(0))
                                : T::tr("Their role: %1, in %2.").arg(arg(0), arg(1));
    case MailPart::introduceBoth:
        return T::tr("%1, meet %2. I think you should know each other.").arg(arg(0), arg(1));
    case MailPart::hasAsked:
        return arg(0).isEmpty() ? T::tr("They asked for this introduction.")
                                : T::tr("%1 asked for this introduction.").arg(arg(0));
    case MailPart::youAsked:
        return T::tr("You asked for this introduction.");
    case MailPart::isLookingFor:
        return arg(0).isEmpty() ? T::tr("You told us what would help: %1.").arg(quoted(piece.args[1]))
                                : T::tr("What would help %1: %2.").arg(arg(0), quoted(piece.args[1]));
    case MailPart::canOffer:
        return arg(0).isEmpty() ? T::tr("You told us what you could offer: %1.").arg(quoted(piece.args[1]))
                                : T::tr("What %1 could offer: %2.").arg(arg(0), quoted(piece.args[1]));
    case MailPart::sharedTopic:
        return T::tr("You both have to do with %1.").arg(arg(0));
    case MailPart::sameRole:
        return T::tr("You have the same role, %1.").arg(arg(0));
    case MailPart::sameRoleElsewhere:
        return T::tr("You have the same role, %1, in different places.").arg(arg(0));
    case MailPart::sharedContact:
        return T::tr("%1 knows you both.").arg(arg(0));
    case MailPart::worthMeeting:
        return T::tr("I think a talk would be worth your time.");
    case MailPart::mayI:
        return T::tr("May I put you in touch? A short yes or no is enough.");
    case MailPart::overToYou:
        return T::tr("I leave it to you to find a time to talk, and will ask in two weeks how it went.");
    case MailPart::sign:
        return arg(0).isEmpty() ? T::tr("Kind regards") : T::tr("Kind regards\n%1").arg(arg(0));
    }
    return {};
}

} // namespace

// Every switch names all its values and has no default: a new value must get its words before it compiles.

QString words(IntroductionState state)
{
    switch (state) {
    case IntroductionState::proposed:
        return T::tr("Proposed");
    case IntroductionState::agreed:
        return T::tr("Agreed");
    case IntroductionState::made:
        return T::tr("Made");
    case IntroductionState::replied:
        return T::tr("Replied");
    case IntroductionState::met:
        return T::tr("Met");
    case IntroductionState::inTouch:
        return T::tr("Still in touch");
    case IntroductionState::working:
        return T::tr("Work together");
    case IntroductionState::declined:
        return T::tr("Declined");
    case IntroductionState::lapsed:
        return T::tr("Lapsed");
    }
    return {};
}

QString words(IntroductionReason reason)
{
    switch (reason) {
    case IntroductionReason::other:
        return T::tr("Another reason");
    case IntroductionReason::needMeetsOffer:
        return T::tr("A need meets an offer");
    case IntroductionReason::sharedTopic:
        return T::tr("A shared topic");
    case IntroductionReason::sameRole:
        return T::tr("The same role elsewhere");
    case IntroductionReason::bridgesGroups:
        return T::tr("Joins two groups");
    case IntroductionReason::closesTriangle:
        return T::tr("Both know the same person");
    case IntroductionReason::reachesIsolate:
        return T::tr("No known tie yet");
    case IntroductionReason::memberAsked:
        return T::tr("A member asked for it");
    }
    return {};
}

QString words(IntroductionConsent consent)
{
    switch (consent) {
    case IntroductionConsent::notAsked:
        return T::tr("Not asked yet");
    case IntroductionConsent::asked:
        return T::tr("Asked");
    case IntroductionConsent::yes:
        return T::tr("Said yes");
    case IntroductionConsent::no:
        return T::tr("Said no");
    }
    return {};
}

QString words(IntroductionStrength strength)
{
    switch (strength) {
    case IntroductionStrength::none:
        return T::tr("Not made yet");
    case IntroductionStrength::toldOneSide:
        return T::tr("Told one to look the other up");
    case IntroductionStrength::alertedOther:
        return T::tr("Told both to look out");
    case IntroductionStrength::wroteToBoth:
        return T::tr("Wrote to both");
    case IntroductionStrength::byPhone:
        return T::tr("Brought together by phone or video");
    case IntroductionStrength::inPerson:
        return T::tr("Brought together in person");
    case IntroductionStrength::checkedBack:
        return T::tr("In person, and asked later");
    case IntroductionStrength::withFirstTask:
        return T::tr("In person, with a first task to share");
    }
    return {};
}

QString words(weaving::Lens lens)
{
    switch (lens) {
    case weaving::Lens::memberAsked:
        return T::tr("Asked for it");
    case weaving::Lens::needMeetsOffer:
        return T::tr("A need meets an offer");
    case weaving::Lens::reachIsolate:
        return T::tr("No known tie yet");
    case weaving::Lens::closeTriangle:
        return T::tr("A triangle to close");
    case weaving::Lens::bridgeGroups:
        return T::tr("Two groups to join");
    }
    return {};
}

QString reasonSentence(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page, Date today)
{
    const QString a = nameOf(page, suggestion.a), b = nameOf(page, suggestion.b);
    QStringList sentences;
    switch (suggestion.lens) {
    case weaving::Lens::memberAsked:
        sentences << T::tr("%1 asked to meet %2 (%3).").arg(a, b, dayOf(page, suggestion.need, today));
        break;
    case weaving::Lens::needMeetsOffer:
        sentences
            << T::tr("%1 needs %2 (%3).").arg(a, lineOf(page, suggestion.need), dayOf(page, suggestion.need, today))
            << T::tr("%1 offers %2 (%3).").arg(b, lineOf(page, suggestion.offer), dayOf(page, suggestion.offer, today));
        break;
    case weaving::Lens::reachIsolate: {
        const auto talk = page.talks.find(suggestion.conversation);
        sentences << (talk == page.talks.end() ? T::tr("%1 has no known tie.").arg(a)
                                               : T::tr("%1 has no known tie; you last talked on %2.")
                                                     .arg(a, formatDate(talk->second, DateStyle::dayShort, today)));
        break;
    }
    case weaving::Lens::closeTriangle: {
        const QString host = suggestion.hosts.empty() ? QString() : nameOf(page, suggestion.hosts.front());
        const int more = static_cast<int>(suggestion.sharedContacts) - 1;
        sentences << (more <= 0 ? T::tr("%1 knows both well.").arg(host)
                                : T::tr("%1 and %Ln others know both well.", "", more).arg(host));
        break;
    }
    case weaving::Lens::bridgeGroups:
        sentences << (suggestion.groupTies == 0
                          ? T::tr("They stand in two groups, of %1 and %2 people, without a known tie between them.")
                          : T::tr("They stand in two groups, of %1 and %2 people, with %Ln ties between them.", "",
                                  static_cast<int>(suggestion.groupTies)))
                         .arg(formatCount(static_cast<qint64>(suggestion.groupSizeA)),
                              formatCount(static_cast<qint64>(suggestion.groupSizeB)));
        break;
    }
    if (const QString more = common(suggestion, page); !more.isEmpty())
        sentences << more;
    return sentences.join(QLatin1Char(' '));
}

QString spreadSentence(const weaving::SuggestionSpread& spread)
{
    if (spread.people == 0)
        return {};
    const QString people = T::tr("%Ln people are in these suggestions", "", static_cast<int>(spread.people));
    const QString central =
        T::tr("%Ln of them are among the best connected quarter", "", static_cast<int>(spread.byQuarter[3]));
    if (spread.regionsInAll < 2)
        return T::tr("%1; %2.").arg(people, central);
    return T::tr("%1, from %2 of %3 regions; %4.")
        .arg(people, formatCount(static_cast<qint64>(spread.regions)),
             formatCount(static_cast<qint64>(spread.regionsInAll)), central);
}

QString mailText(const actions::MailDraft& draft)
{
    QStringList paragraphs;
    for (const actions::MailPiece& piece : draft.pieces)
        paragraphs << paragraphOf(piece);
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace weavemap::ui
