// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PaintWords.h"

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::ui::PaintWords {

namespace {
struct Map
{
    Q_DECLARE_TR_FUNCTIONS(Map)
};
} // namespace

QString smallGroups(int count) { return Map::tr("Small groups on their own · %L1").arg(count); }
QString steps(int count) { return count == 1 ? Map::tr("1 step") : Map::tr("%Ln steps", nullptr, count); }
QString noKnownTie(int count) { return Map::tr("No known tie yet · %L1").arg(count); }
QString tiedElsewhere(int count) { return Map::tr("Tied only to people not shown · %L1").arg(count); }
QString heardOf(int heard, int members) { return Map::tr("%L1 of %L2 heard").arg(heard).arg(members); }
QString members(int count) { return count == 1 ? Map::tr("1 member") : Map::tr("%Ln members", nullptr, count); }
QString notShown(int count)
{
    return count == 1 ? Map::tr("1 person asked not to be shown")
                      : Map::tr("%Ln people asked not to be shown", nullptr, count);
}
QString onTheMap(int count) { return Map::tr("%L1 on the map").arg(count); }
QString lessToMore(const QString& measure) { return Map::tr("%1, less to more").arg(measure); }
QString heardFrom() { return Map::tr("Heard from"); }
QString notHeard() { return Map::tr("Not heard from in a year"); }
QString notHeardShort() { return Map::tr("Not in a year"); }
QString workTogether() { return Map::tr("Work together"); }
QString exchange() { return Map::tr("Exchange help or ideas"); }
QString exchangeShort() { return Map::tr("Exchange"); }
QString aware() { return Map::tr("Know of each other"); }
QString stale() { return Map::tr("Not confirmed in 18 months"); }
QString staffGuess() { return Map::tr("Guessed by staff"); }
QString staff() { return Map::tr("Staff"); }
QString outside() { return Map::tr("Outside the network"); }
QString organization() { return Map::tr("Organization"); }
QString convening() { return Map::tr("Convening"); }
QString attended() { return Map::tr("Was there"); }
QString convenings(int count, int months)
{
    return (count == 1 ? Map::tr("1 convening in %L1 months") : Map::tr("%Ln convenings in %L1 months", nullptr, count))
        .arg(months);
}
QString direction() { return Map::tr("From the thick end to the thin"); }
QString ringsSay(const QString& what) { return Map::tr("Ring: %1").arg(what); }
QString labelledBySentence(const QString& what)
{
    return Map::tr("Labels say the %1 of people, not their names.").arg(what);
}
QString freshTie() { return Map::tr("New tie"); }
QString lostTie() { return Map::tr("Tie that ended"); }
QString keptTie() { return Map::tr("Tie that stayed"); }
QString untied() { return Map::tr("No known tie then"); }
QString joined() { return Map::tr("Joined"); }
QString left() { return Map::tr("Left"); }
QString otherValue() { return Map::tr("No value"); }
QString otherValues(int count) { return Map::tr("%Ln other values", nullptr, count); }
QString onePerson() { return Map::tr("One person"); }
QString circleOf(const QStringList& names, int people, int steps)
{
    const QString who = !names.isEmpty() ? names.join(QStringLiteral(", "))
                        : people == 1    ? Map::tr("one person")
                                         : Map::tr("%Ln people", nullptr, people);
    return steps == 1 ? Map::tr("The circle of %1, 1 step").arg(who)
                      : Map::tr("The circle of %1, %Ln steps", nullptr, steps).arg(who);
}
QString pathBetween(const QStringList& ends, int steps)
{
    if (ends.size() != 2)
        return Map::tr("A shortest path between two people, %Ln steps", nullptr, steps);
    return Map::tr("A shortest path from %1 to %2, %Ln steps", nullptr, steps).arg(ends[0], ends[1]);
}
QString hiddenName(int number) { return Map::tr("Hidden name %1").arg(number); }
QString onlyWith(const QString& field, const QStringList& values)
{
    constexpr qsizetype kMostValues = 4;
    // One more is named rather than counted.
    const qsizetype named = values.size() <= kMostValues + 1 ? values.size() : kMostValues;
    const QString list = values.mid(0, named).join(QStringLiteral(", "));
    if (named == values.size())
        return Map::tr("Only %1 %2", "field, values").arg(field, list);
    return Map::tr("Only %1 %2 and %3 more", "field, values, number")
        .arg(field, list, formatCount(values.size() - named));
}

QString namesSentence(NamesPolicy names, bool someByCode)
{
    switch (names) {
    case NamesPolicy::full:
        return someByCode ? Map::tr("Names in full; people who asked for it stand as codes or initials.") : QString();
    case NamesPolicy::initials:
        return someByCode ? Map::tr("Names as initials; people who asked for it stand as codes.")
                          : Map::tr("Names as initials.");
    case NamesPolicy::codes:
        return Map::tr("Names as codes.");
    case NamesPolicy::hidden:
        return Map::tr("Without names.");
    }
    return {};
}
QString unnamedSentence(NamesPolicy names, int count)
{
    if (names == NamesPolicy::full)
        return count == 1 ? Map::tr("To keep the map readable, 1 person stands without a name.")
                          : Map::tr("To keep the map readable, %Ln people stand without a name.", nullptr, count);
    if (names == NamesPolicy::codes)
        return count == 1 ? Map::tr("To keep the map readable, 1 person stands without a code.")
                          : Map::tr("To keep the map readable, %Ln people stand without a code.", nullptr, count);
    return count == 1 ? Map::tr("To keep the map readable, 1 person stands without initials.")
                      : Map::tr("To keep the map readable, %Ln people stand without initials.", nullptr, count);
}
QString sameSizeSentence()
{
    return Map::tr("All discs are the same size: the map shows a network, it does not rank people.");
}
QString asOnScreenSentence(const QString& measure)
{
    return Map::tr("Discs grow with the measure %1: it describes places in the network, not merit.").arg(measure);
}
QString shadedSentence(const QString& measure)
{
    return Map::tr("Colours tell the measure %1: it describes places in the network, not merit.").arg(measure);
}
QString ringedSentence(const QString& measure)
{
    return Map::tr("Rings tell the measure %1: it describes places in the network, not merit.").arg(measure);
}
QString sheetNumber(int number, int count, int row, int column)
{
    return Map::tr("Sheet %L1 of %L2 · row %L3, column %L4").arg(number).arg(count).arg(row).arg(column);
}

} // namespace weavemap::ui::PaintWords
