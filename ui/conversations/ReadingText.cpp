// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ReadingText.h"

#include <algorithm>
#include <cmath>

#include <QMimeData>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextCursor>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr int kHighest = 1600;
/// More than fills the height: what is shown at once, and what is added at a time.
constexpr qsizetype kAtOnce = 40'000;
constexpr qsizetype kLongestLine = 4'000;

/// The state of a block that goes on with the line of the one above.
constexpr int kGoesOn = 1;

/// The text with its long lines broken, at a space where there is one near; `breaks` are the line ends that this adds.
QString inLines(const QString& text, std::vector<qsizetype>& breaks)
{
    breaks.clear();
    QString lines;
    lines.reserve(text.size());
    qsizetype begin = 0; // of the line
    const auto take = [&](qsizetype end) {
        while (end - begin > kLongestLine) {
            qsizetype cut = begin + kLongestLine;
            const qsizetype space = text.lastIndexOf(u' ', cut - 1);
            if (space > begin + kLongestLine / 2)
                cut = space + 1;
            else if (text[cut].isLowSurrogate())
                --cut;
            lines += QStringView(text).mid(begin, cut - begin);
            breaks.push_back(lines.size());
            lines += u'\n';
            begin = cut;
        }
        lines += QStringView(text).mid(begin, end - begin);
        begin = end;
    };
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', end + 1))
        take(end);
    take(text.size());
    return lines;
}

/// Where the next bit ends: behind a line's end, so that no line is laid out twice.
qsizetype bitEnd(const QString& lines, qsizetype from)
{
    if (lines.size() - from <= kAtOnce)
        return lines.size();
    const qsizetype end = lines.lastIndexOf(u'\n', from + kAtOnce);
    return end >= from ? end + 1 : lines.size();
}

} // namespace

ReadingText::ReadingText(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setFont(ui::font(TextStyle::note));
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &ReadingText::appendNext);
}

void ReadingText::setText(const QString& text)
{
    m_text = inLines(text, m_breaks);
    m_at = 0;
    m_nextBreak = 0;
    clear();
    append(bitEnd(m_text, 0));
    moveCursor(QTextCursor::Start);
    fit();
    if (isFilling())
        m_next.start();
    else
        m_next.stop();
}

void ReadingText::append(qsizetype end)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    for (; m_nextBreak < m_breaks.size() && m_breaks[m_nextBreak] < end; ++m_nextBreak) {
        cursor.insertText(m_text.mid(m_at, m_breaks[m_nextBreak] - m_at));
        cursor.insertBlock();
        cursor.block().setUserState(kGoesOn);
        m_at = m_breaks[m_nextBreak] + 1;
    }
    cursor.insertText(m_text.mid(m_at, end - m_at));
    cursor.endEditBlock();
    m_at = end;
}

QMimeData* ReadingText::createMimeDataFromSelection() const
{
    const int from = textCursor().selectionStart(), to = textCursor().selectionEnd();
    QString copied;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        if (block.position() > from && block.userState() != kGoesOn)
            copied += u'\n';
        const int begin = std::max(0, from - block.position());
        const QString line = block.text();
        copied += QStringView(line).mid(begin, to - block.position() - begin);
    }
    auto* mime = new QMimeData;
    mime->setText(copied.replace(QChar::LineSeparator, u'\n'));
    return mime;
}

void ReadingText::appendNext()
{
    append(bitEnd(m_text, m_at));
    if (isFilling())
        return;
    m_next.stop();
    m_text.clear();
    m_breaks.clear();
    m_nextBreak = 0;
    m_at = 0;
}

void ReadingText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void ReadingText::fit()
{
    double height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height < kHighest; block = block.next())
        height += blockBoundingRect(block).height();
    const int margins = contentsMargins().top() + contentsMargins().bottom() + 6;
    setFixedHeight(static_cast<int>(std::ceil(std::min(height, double{kHighest}))) + margins);
    setVerticalScrollBarPolicy(height < kHighest ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

} // namespace weavemap::ui
