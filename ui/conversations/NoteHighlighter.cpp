// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteHighlighter.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocument>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {

constexpr int kSliceMs = 8;

/// The marks of a line, counted from its beginning.
struct LineMarks : QTextBlockUserData
{
    std::vector<NoteMark> marks;
};

bool isWish(NoteMark::Kind kind) { return kind == NoteMark::Kind::need || kind == NoteMark::Kind::offer; }

} // namespace

NoteHighlighter::NoteHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, &NoteHighlighter::colourSome);
}

void NoteHighlighter::setMarks(const std::vector<NoteMark>& marks)
{
    m_marks = marks;
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const NoteMark& one, const NoteMark& other) { return one.place.begin < other.place.begin; });
    m_longest = 0;
    for (const NoteMark& mark : m_marks)
        m_longest = std::max(m_longest, mark.place.end - mark.place.begin);
    m_nextBlock = 0;
    colourSome();
}

void NoteHighlighter::recolour()
{
    const QScopedValueRollback<bool> colouring(m_colouring, true);
    rehighlight();
}

void NoteHighlighter::colourSome()
{
    const QScopedValueRollback<bool> colouring(m_colouring, true);
    QElapsedTimer spent;
    spent.start();
    QTextBlock block = document()->findBlockByNumber(m_nextBlock);
    for (; block.isValid() && spent.elapsed() < kSliceMs; block = block.next(), ++m_nextBlock) {
        const int begin = block.position(), end = begin + block.length() - 1;
        std::vector<NoteMark> marks;
        auto mark = std::lower_bound(m_marks.begin(), m_marks.end(), begin - m_longest,
                                     [](const NoteMark& one, int from) { return one.place.begin < from; });
        for (; mark != m_marks.end() && mark->place.begin < end; ++mark)
            if (mark->place.end > begin)
                marks.push_back(
                    {{std::max(mark->place.begin, begin) - begin, std::min(mark->place.end, end) - begin}, mark->kind});
        const auto* known = static_cast<const LineMarks*>(block.userData());
        if (known ? known->marks == marks : marks.empty())
            continue;
        auto* now = new LineMarks; // the block owns it
        now->marks = std::move(marks);
        block.setUserData(now);
        rehighlightBlock(block);
    }
    if (block.isValid())
        m_rest.start();
}

void NoteHighlighter::highlightBlock(const QString& text)
{
    const auto* line = static_cast<const LineMarks*>(currentBlockUserData());
    if (!line)
        return;
    // People and dates stand in needs and offers.
    for (const bool wishes : {true, false})
        for (const NoteMark& mark : line->marks)
            if (isWish(mark.kind) == wishes && mark.place.begin < text.size())
                setFormat(mark.place.begin, mark.place.end - mark.place.begin, formatOf(mark.kind));
}

QTextCharFormat NoteHighlighter::formatOf(NoteMark::Kind kind) const
{
    const Theme& theme = currentTheme();
    const auto on = [&theme](ColorRole ink, ColorRole ground) {
        QTextCharFormat format;
        format.setForeground(theme.color(ink));
        format.setBackground(theme.color(ground));
        return format;
    };
    switch (kind) {
    case NoteMark::Kind::need:
        return on(ColorRole::warning, ColorRole::warningSoft);
    case NoteMark::Kind::offer:
        return on(ColorRole::good, ColorRole::goodSoft);
    case NoteMark::Kind::topic:
        return on(ColorRole::text, ColorRole::sunken);
    case NoteMark::Kind::date: {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.color(ColorRole::muted));
        return format;
    }
    case NoteMark::Kind::newPerson:
    case NoteMark::Kind::openName: {
        // Not colour alone: somebody who is not known, or not settled, is underlined.
        QTextCharFormat format = on(ColorRole::accent, ColorRole::accentSoft);
        format.setUnderlineStyle(kind == NoteMark::Kind::newPerson ? QTextCharFormat::DashUnderline
                                                                   : QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.color(ColorRole::accent));
        return format;
    }
    case NoteMark::Kind::person:
        break;
    }
    return on(ColorRole::accent, ColorRole::accentSoft);
}

} // namespace weavemap::ui
