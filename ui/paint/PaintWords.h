// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/domain/Tie.h"
#include "ui/paint/ShownName.h"

namespace weavemap::ui {

/// Every word that maps and pages say by themselves.
namespace PaintWords {

QString smallGroups(int count);          ///< "Small groups on their own · 2"
QString steps(int count);                ///< "1 step", on a ring round somebody
QString noKnownTie(int count);           ///< "No known tie yet · 9"
QString tiedElsewhere(int count);        ///< "Tied only to people not shown · 7"
QString heardOf(int heard, int members); ///< "19 of 29 heard"
QString members(int count);              ///< "29 members"
QString notShown(int count);             ///< "2 people asked not to be shown"
QString onTheMap(int count);
QString lessToMore(const QString& measure);
QString heardFrom();
QString notHeard();
QString notHeardShort();
QString workTogether();
QString exchange();
QString exchangeShort();
QString aware();
QString stale();
QString staffGuess();
QString staff();
QString outside();
QString organization();
QString convening();
QString attended();
QString convenings(int count, int months); ///< "8 convenings in 12 months"
QString direction();
QString ringsSay(const QString& what);
QString labelledBySentence(const QString& what);
QString freshTie();
QString lostTie();
QString keptTie();
QString untied();
QString joined();
QString left();
QString otherValue();
QString otherValues(int count); ///< "53 other values", of two and more
QString onePerson();            ///< for a value that would say who it is
/// "The circle of A.R., 2 steps"; without names the people are counted.
QString circleOf(const QStringList& names, int people, int steps);
/// `ends`: the names of both; empty: they are not said.
QString pathBetween(const QStringList& ends, int steps);
QString hiddenName(int number); ///< "Hidden name 2": for a name that must not leave
/// "Only region Lakes, Uplands": beyond four values the others are counted.
QString onlyWith(const QString& field, const QStringList& values);
/// The sentence of a page about names; empty for names in full where nobody asked otherwise.
QString namesSentence(NamesPolicy names, bool someByCode);
/// The sentence of a page about those whose name was left out for want of room.
QString unnamedSentence(NamesPolicy names, int count);
QString sameSizeSentence();
QString asOnScreenSentence(const QString& measure);
QString shadedSentence(const QString& measure);
QString ringedSentence(const QString& measure);
QString sheetNumber(int number, int count, int row, int column); ///< "Sheet 2 of 4 · row 1, column 2"

} // namespace PaintWords

} // namespace weavemap::ui
