// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PastedText.h"

#include <QRegularExpression>
#include <QStringList>

namespace weavemap::ui {

namespace {

constexpr int kLongestName = 120;

QString withoutBullet(const QString& text)
{
    static const QRegularExpression kBullet(QStringLiteral("^(?:[-*\\x{2022}\\x{2013}]\\s+|\\d{1,4}[.)]\\s+)"));
    return QString(text).remove(kBullet);
}

/// A person as one cell tells of them.
PastedLine personIn(const QString& cell)
{
    static const QRegularExpression kAddress(QStringLiteral("^(.*?)\\s*<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>$"));
    if (const auto found = kAddress.match(cell); found.hasMatch() && !found.captured(1).isEmpty())
        return {found.captured(1).remove(QLatin1Char('"')).simplified(), found.captured(2), {}};
    return {cell, {}, {}};
}

} // namespace

PastedText readPasted(const QString& text)
{
    static const QRegularExpression kLineEnds(QStringLiteral("\\r\\n|[\\r\\n\\x{2028}\\x{2029}]"));
    PastedText read;
    for (const QString& row : text.split(kLineEnds)) {
        QStringList cells;
        for (const QString& cell : row.split(QLatin1Char('\t')))
            if (const QString words = cell.simplified(); !words.isEmpty())
                cells.append(words);
        if (cells.isEmpty())
            continue;
        PastedLine line = personIn(withoutBullet(cells.front()));
        if (cells.size() == 2 && !cells[0].contains(QLatin1Char('@')) && !cells[1].contains(QLatin1Char('@')))
            line.other = cells[1];
        for (qsizetype i = 1; i < cells.size() && line.email.isEmpty(); ++i)
            if (cells[i].contains(QLatin1Char('@')) && !cells[i].contains(QLatin1Char(' ')))
                line.email = cells[i];
        const bool isName = !line.name.isEmpty() && line.name.size() <= kLongestName &&
                            line.other.size() <= kLongestName && !line.name.contains(QLatin1Char('@'));
        if (isName && read.lines.size() < static_cast<std::size_t>(kMostPastedLines))
            read.lines.push_back(line);
        else
            ++read.unread;
    }
    return read;
}

} // namespace weavemap::ui
