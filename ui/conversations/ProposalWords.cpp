// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalWords.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/actions/TakeProposal.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Words.h"
#include "ui/conversations/PromiseWords.h"
#include "ui/conversations/TieWords.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

namespace {

using weaving::Proposal;
using weaving::ProposalKind;

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Proposal)
};

QString nameAt(const Proposal& proposal, std::size_t at)
{
    return at < proposal.people.size() ? toQString(proposal.people[at].name) : QString();
}

/// Whose it is, where that is somebody else than the one the call is about.
QString whose(const Proposal& proposal, const PersonChoice& about)
{
    const QString name = nameAt(proposal, 0);
    return name == about.name ? QString() : name;
}

QString join(const QStringList& parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QStringLiteral(" \u00B7 "));
}

QString tieFacts(const NoteProposal& noted)
{
    const Proposal& proposal = noted.said;
    QStringList facts;
    if (proposal.isEnded)
        facts << T::tr("No longer in touch");
    else if (proposal.collaboration == Collaboration::now)
        facts << words(Collaboration::now);
    else if (proposal.collaboration == Collaboration::past)
        facts << words(Collaboration::past);
    else
        facts << words(proposal.depth);
    if (const auto direction = actions::directionOf(proposal, toUtf8(noted.words)))
        facts << directionSentence(*direction, nameAt(proposal, 0), nameAt(proposal, 1), toQString(proposal.topic));
    // A topic without a direction is no part of the record of a tie.
    if (proposal.heardFrom)
        facts << T::tr("heard from %1").arg(toQString(proposal.heardFrom->name));
    return join(facts);
}

QString topicFact(const Proposal& proposal)
{
    return proposal.topic.empty() ? QString() : T::tr("topic: %1").arg(toQString(proposal.topic));
}

} // namespace

ProposalFace faceOf(const NoteProposal& noted, const PersonChoice& about, const BoardSays& board)
{
    const Proposal& proposal = noted.said;
    const QString text = sentenceCase(toQString(proposal.text));
    const NoteItemKind item = actions::itemKindOf(proposal.kind).value_or(NoteItemKind::need);
    switch (proposal.kind) {
    case ProposalKind::tie:
        return {QStringLiteral("tie"), ColorRole::muted, T::tr("Tie"),
                T::tr("%1 and %2").arg(nameAt(proposal, 0), nameAt(proposal, 1)), tieFacts(noted)};
    case ProposalKind::person:
        return {QStringLiteral("person-add"), ColorRole::accent, T::tr("New person"), nameAt(proposal, 0),
                T::tr("New member")};
    case ProposalKind::need:
        return {itemIcon(item), itemRole(item), words(item), text,
                join({T::tr("Open need"), whose(proposal, about), topicFact(proposal)})};
    case ProposalKind::offer:
        return {itemIcon(item), itemRole(item), words(item), text,
                join({T::tr("Standing offer"), whose(proposal, about), topicFact(proposal)})};
    case ProposalKind::introduction:
        return {itemIcon(item), ColorRole::accent, words(item),
                T::tr("Introduce %1 to %2").arg(nameAt(proposal, 0), nameAt(proposal, 1)),
                join({board.isApart    ? T::tr("They are kept apart")
                      : board.underWay ? T::tr("On the board already: %1").arg(words(*board.underWay).toLower())
                                       : T::tr("Introduction"),
                      text, topicFact(proposal)})};
    case ProposalKind::followUp: {
        const QString named = nameAt(proposal, 0), who = named.isEmpty() ? about.name : named;
        const bool isOurs = proposal.by == weaving::Promiser::us;
        const Debt debt = isOurs ? Debt{{}, who, true, false} : Debt{who, {}, false, true};
        return {QStringLiteral("promise"), ColorRole::muted, T::tr("Next step"), text,
                promiseFacts(proposal.due, debt)};
    }
    case ProposalKind::project: {
        QStringList people;
        for (std::size_t i = 0; i < proposal.people.size(); ++i)
            if (nameAt(proposal, i) != about.name)
                people << nameAt(proposal, i);
        return {itemIcon(item), ColorRole::good, words(item), text,
                people.isEmpty() ? T::tr("Under way")
                                 : T::tr("Under way with %1").arg(people.join(QStringLiteral(", ")))};
    }
    case ProposalKind::barrier:
        return {itemIcon(item), itemRole(item), words(item), text,
                join({words(item), whose(proposal, about), topicFact(proposal)})};
    case ProposalKind::topic:
        break;
    }
    return {QStringLiteral("topic"), ColorRole::muted, T::tr("Topic"), toQString(proposal.topic), {}};
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString apartSentence(const QString& a, const QString& b)
{
    return T::tr("%1 and %2 are kept apart: an introduction of the two is not recorded.").arg(a, b);
}

QString doubtWords(weaving::Doubt doubt)
{
    switch (doubt) {
    case weaving::Doubt::nameGuessed:
        return T::tr("The name is a guess");
    case weaving::Doubt::pronounGuessed:
        return T::tr("Who is meant is a guess");
    case weaving::Doubt::nameIsWord:
        return T::tr("The name may be a word");
    case weaving::Doubt::hearsay:
        return T::tr("Told by somebody else");
    case weaving::Doubt::hedged:
        return T::tr("Said with a doubt");
    case weaving::Doubt::fragment:
        return T::tr("A few words only");
    case weaving::Doubt::none:
        break;
    }
    return {};
}

} // namespace weavemap::ui
