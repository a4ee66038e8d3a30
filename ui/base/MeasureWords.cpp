// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/MeasureWords.h"

#include <QCoreApplication>

namespace weavemap::ui {

namespace {

/// Gives the texts of this file their place among the translations.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(MeasureWords)
};

struct MeasureText
{
    QString title;
    QString sentence;
    QString caution;
};

/// Names all topics and has no default: a new one must get its words before it compiles.
MeasureText textOf(sna::Topic topic)
{
    using sna::Topic;
    switch (topic) {
    case Topic::tieCount:
        return {T::tr("Ties"), T::tr("How many ties there are between people."),
                T::tr("A log of calls shows only a part of the ties.")};
    case Topic::density:
        return {
            T::tr("Density"), T::tr("Of all pairs who could know each other, how many do."),
            T::tr(
                "Falls as membership grows even when everyone gains ties. Never compare networks of different size.")};
    case Topic::tiesPerMember:
        return {T::tr("Ties per member"), T::tr("How many others each member is in touch with, on average."), {}};
    case Topic::isolates:
        return {T::tr("Without a known tie"), T::tr("How many members have no known tie."),
                T::tr("May only mean that they were not called yet.")};
    case Topic::degree:
        return {T::tr("In touch with"), T::tr("How many people someone is in touch with."),
                T::tr("Busy is not the same as important.")};
    case Topic::strength:
        return {T::tr("Strength of ties"), T::tr("The weights of someone's ties, added up."),
                T::tr("Means little where weights were not recorded alike.")};
    case Topic::degreeCentralization:
        return {T::tr("One person's lead in ties"),
                T::tr("How far one person dominates by number of ties: 0 is even, 1 a perfect star."),
                {}};
    case Topic::pieces:
        return {T::tr("Pieces"), T::tr("Who can reach each other by some chain of ties."),
                T::tr("Ties that nobody told us about can make one piece look like two.")};
    case Topic::cutPoints:
        return {T::tr("Holds pieces together"), T::tr("If this person left, others would lose their link."),
                T::tr("One tie that was missed can make the difference.")};
    case Topic::bridges:
        return {T::tr("Only links"), T::tr("Ties that are the only link between two parts."),
                T::tr("One tie that was missed can make the difference.")};
    case Topic::blocks:
        return {T::tr("Well-held groups"), T::tr("Groups that stay together whoever leaves."), {}};
    case Topic::core:
        return {T::tr("In the core"), T::tr("Who belongs to the well-knit centre."),
                T::tr("There is more than one idea of a core; compare with the core/periphery fit.")};
    case Topic::coreFit:
        return {T::tr("Core and rim"),
                T::tr("How much the network looks like a shared core with a loose rim: 1 is a perfect fit."),
                T::tr("Read it with the densities in the core, between, and in the rim.")};
    case Topic::betweenness:
        return {T::tr("Go-between"), T::tr("How often someone is on the shortest path between others."),
                T::tr("Very sensitive to missing ties. A go-between may also be a bottleneck.")};
    case Topic::betweennessEstimate:
        return {T::tr("Go-between, estimated"),
                T::tr("How often someone is on the shortest path between others, estimated from a sample of people."),
                T::tr("An estimate: every value may be off by the bound that stands beside it.")};
    case Topic::betweennessCentralization:
        return {T::tr("One person's lead as go-between"), T::tr("How much the flow depends on one person."),
                T::tr("0.5 also where two halves hang on one bridge.")};
    case Topic::edgeBetweenness:
        return {T::tr("Load of a tie"), T::tr("How many shortest paths between people run over a tie."),
                T::tr("Very sensitive to missing ties.")};
    case Topic::closeness:
        return {T::tr("Closeness"), T::tr("How few steps someone is from the people in reach."),
                T::tr("In small pieces everybody seems close. Where there are several pieces, read nearness instead.")};
    case Topic::harmonic:
        return {T::tr("Near to everyone"), T::tr("How few steps someone is from everyone; hears news early."), {}};
    case Topic::reach:
        return {T::tr("Reach"), T::tr("How many people someone reaches by some chain."), {}};
    case Topic::distances:
        return {T::tr("Handshakes"), T::tr("How many handshakes lie between two people."),
                T::tr("Only pairs with a chain between them count: read it with the share in the largest piece.")};
    case Topic::connectedness:
        return {T::tr("Connected pairs"), T::tr("Which share of all pairs is joined by some chain."), {}};
    case Topic::eigenvector:
        return {T::tr("Knows the well-connected"), T::tr("Who is connected to well-connected people."),
                T::tr("Means little where the network is in pieces.")};
    case Topic::pageRank:
        return {T::tr("Standing"), T::tr("Where a message handed on at random would be found most often."), {}};
    case Topic::hubsAndAuthorities:
        return {T::tr("Points to and pointed at"),
                T::tr("Who names those that many name, and who is named by those that name many."),
                T::tr("Means little where the network is in pieces.")};
    case Topic::twoStepReach:
        return {T::tr("Friends of friends"), T::tr("How much of the network someone reaches in two steps."), {}};
    case Topic::openTriads:
        return {T::tr("Triangles to close"), T::tr("Pairs who share a contact and do not know each other yet."),
                T::tr("Not every pair wants an introduction.")};
    case Topic::clustering:
        return {T::tr("Contacts who know each other"), T::tr("How often two contacts of one person know each other."),
                T::tr("High together with low reach means closed circles.")};
    case Topic::triangles:
        return {T::tr("Triangles"), T::tr("Three people who all know each other."), {}};
    case Topic::smallWorld:
        return {T::tr("Small world"), T::tr("Tight groups and yet short paths: far above 1."),
                T::tr("Only for pieces of 50 people and more.")};
    case Topic::cliques:
        return {T::tr("Closed circles"), T::tr("Circles in which everyone knows everyone."), {}};
    case Topic::constraint:
        return {T::tr("Circles of contacts"),
                T::tr("Low: contacts come from separate circles. High: all from one circle."),
                T::tr("Not defined for people without ties.")};
    case Topic::effectiveSize:
        return {T::tr("Separate circles"), T::tr("How many separate circles someone touches."),
                T::tr("Not defined for people without ties.")};
    case Topic::reciprocity:
        return {T::tr("Named back"), T::tr("Of those who were named, how many named back."),
                T::tr("Only where both could answer.")};
    case Topic::census:
        return {T::tr("Kinds of pairs and threes"), T::tr("How often each pattern of two or three people occurs."), {}};
    case Topic::assortativity:
        return {T::tr("Like with like"),
                T::tr("Whether people are tied to people like themselves: 1 only, 0 as by chance."),
                T::tr("People whose value is not known are left out.")};
    case Topic::mixing:
        return {T::tr("Across groups"), T::tr("Do ties cross groups, more or less than chance would give?"),
                T::tr("The bare value depends on group sizes: read the difference from what was expected.")};
    case Topic::modularity:
        return {T::tr("Groups"), T::tr("How much people talk within their group rather than beyond it."), {}};
    case Topic::communities:
        return {T::tr("Who talks with whom most"),
                T::tr("The group whose people someone is tied with most, found from the ties alone."),
                T::tr("Other divisions can be about as good: read it as a suggestion.")};
    case Topic::hubDependence:
        return {T::tr("Hangs on staff"), T::tr("How much know-how would stop moving if staff stepped out."),
                T::tr("A definition of this program's own.")};
    }
    return {};
}

} // namespace

QString measureTitle(sna::Topic topic) { return textOf(topic).title; }

QString measureSentence(sna::Topic topic) { return textOf(topic).sentence; }

QString measureCaution(sna::Topic topic) { return textOf(topic).caution; }

} // namespace weavemap::ui
