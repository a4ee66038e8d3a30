// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/FoldedName.h"

#include <vector>

#include "core/base/Text.h"
#include "core/store/Redaction.h"
#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

bool isGap(char32_t letter) { return QChar::isSpace(letter) || QChar::category(letter) == QChar::Punctuation_Dash; }

bool isWordLetter(char32_t letter) { return QChar::isLetterOrNumber(letter) || letter == U'_'; }

QString foldedLetter(char32_t letter)
{
    if (letter < 0x80)
        return QString(QChar(static_cast<char16_t>(letter)).toLower());
    return toQString(foldForSearch(toUtf8(QString::fromUcs4(&letter, 1))));
}

/// A text folded, with one space for every gap, and for each of its units where in the text it comes from.
struct FoldedText
{
    QString text;
    std::vector<qsizetype> from; ///< one more than units: the end of the text

    explicit FoldedText(const QString& source)
    {
        text.reserve(source.size());
        from.reserve(static_cast<std::size_t>(source.size()) + 1);
        const auto add = [this](const QString& units, qsizetype at) {
            text += units;
            from.insert(from.end(), static_cast<std::size_t>(units.size()), at);
        };
        for (qsizetype at = 0; at < source.size();) {
            const bool pair = source[at].isHighSurrogate() && at + 1 < source.size() && source[at + 1].isLowSurrogate();
            const char32_t letter =
                pair ? QChar::surrogateToUcs4(source[at], source[at + 1]) : char32_t{source[at].unicode()};
            if (!isGap(letter))
                add(foldedLetter(letter), at);
            else if (!text.endsWith(QLatin1Char(' ')))
                add(QStringLiteral(" "), at);
            at += pair ? 2 : 1;
        }
        from.push_back(source.size());
    }

    char32_t before(qsizetype at) const
    {
        if (at == 0)
            return 0;
        const QChar unit = text[at - 1];
        return unit.isLowSurrogate() && at > 1 ? QChar::surrogateToUcs4(text[at - 2], unit) : char32_t{unit.unicode()};
    }
    char32_t after(qsizetype at) const
    {
        if (at >= text.size())
            return 0;
        const QChar unit = text[at];
        return unit.isHighSurrogate() && at + 1 < text.size() ? QChar::surrogateToUcs4(unit, text[at + 1])
                                                              : char32_t{unit.unicode()};
    }
};

} // namespace

FoldedName::FoldedName(const QString& name) : m_name(name), m_folded(FoldedText(name).text.trimmed()) {}

bool FoldedName::is(const QString& other) const
{
    return !m_folded.isEmpty() && FoldedText(other).text.trimmed() == m_folded;
}

QString FoldedName::takenOutOf(const QString& text) const
{
    if (m_folded.isEmpty() || text.isEmpty())
        return text;
    if (!m_folded.contains(QLatin1Char(' ')))
        return toQString(store::withoutName(toUtf8(text), toUtf8(m_name)));
    const FoldedText folded(text);
    QString left;
    qsizetype copied = 0;
    for (qsizetype at = folded.text.indexOf(m_folded); at >= 0; at = folded.text.indexOf(m_folded, at)) {
        const qsizetype end = at + m_folded.size();
        const bool stands = !isWordLetter(folded.before(at)) && !isWordLetter(folded.after(end));
        if (stands) {
            // Marks that fold to nothing stand between the last letter and the next unit: they go, too.
            const qsizetype first = folded.from[static_cast<std::size_t>(at)];
            left += QStringView(text).mid(copied, first - copied);
            left += QChar(0x2026);
            copied = folded.from[static_cast<std::size_t>(end)];
        }
        at = stands ? end : at + 1;
    }
    left += QStringView(text).mid(copied);
    return left;
}

} // namespace weavemap::ui
