// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ReadingText.h"

#include <algorithm>
#include <cmath>

#include <QResizeEvent>
#include <QTextBlock>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {
constexpr int kHighest = 1600;
}

ReadingText::ReadingText(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(ui::font(TextStyle::note));
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
}

void ReadingText::setText(const QString& text)
{
    setPlainText(text);
    fit();
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
