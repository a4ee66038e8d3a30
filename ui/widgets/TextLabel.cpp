// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextLabel.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPalette>
#include <QTextLayout>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr int kLeastElided = 24;
constexpr int kLongestWord = 96; // px: a longer one, a web address, may be broken where there is no room

/// Puts the lines below each other, between words where that goes, else within one.
void breakLines(QTextLayout& layout, double width, Qt::Alignment alignment)
{
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

} // namespace

TextLabel::TextLabel(const QString& text, TextStyle style, ColorRole role, Lines lines, QWidget* parent)
    : QLabel(text, parent), m_style(style), m_role(role), m_lines(lines)
{
    setTextFormat(Qt::PlainText);
    setFont(ui::font(style));
    // On a surface (background role Base) a label would take the colour of that role instead of its own.
    setForegroundRole(QPalette::WindowText);
    if (lines == Lines::many)
        setWordWrap(true);
    if (lines == Lines::elided)
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    updatePalette();
    if (auto* const controller = ThemeController::instance())
        connect(controller, &ThemeController::themeChanged, this, &TextLabel::updatePalette);
}

void TextLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    setFont(ui::font(style));
}

void TextLabel::setColorRole(ColorRole role)
{
    m_role = role;
    updatePalette();
}

void TextLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
    update();
}

void TextLabel::updatePalette()
{
    const Theme& theme = currentTheme();
    QPalette own = palette();
    const QColor ink = theme.color(m_role);
    own.setColor(QPalette::WindowText, ink);
    own.setColor(QPalette::Disabled, QPalette::WindowText, blend(theme.color(ColorRole::window), ink, 0.45));
    own.setColor(QPalette::Link, theme.color(ColorRole::accent));
    setPalette(own);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    switch (m_lines) {
    case Lines::one:
        break;
    case Lines::many:
        return {std::min(least.width(), kLongestWord), least.height()};
    case Lines::elided:
        return {kLeastElided, least.height()};
    }
    return least;
}

bool TextLabel::breaksWords(int width) const
{
    return m_lines == Lines::many && textFormat() == Qt::PlainText && width < QLabel::minimumSizeHint().width();
}

int TextLabel::heightForWidth(int width) const
{
    const int wide = std::min(width, maximumWidth());
    if (!ownLines(wide))
        return QLabel::heightForWidth(wide);
    const QMargins margins = contentsMargins();
    QTextLayout lines(inLines(), font());
    breakLines(lines, std::max(0, wide - margins.left() - margins.right()), alignment());
    if (lines.lineCount() == 0)
        return 0;
    const QTextLine last = lines.lineAt(linesShown(lines) - 1);
    return margins.top() + static_cast<int>(std::ceil(last.y() + last.height())) + margins.bottom();
}

int TextLabel::linesShown(const QTextLayout& lines) const
{
    return m_mostLines > 0 ? std::min(m_mostLines, lines.lineCount()) : lines.lineCount();
}

void TextLabel::paintLines(QPainter* painter) const
{
    QTextLayout lines(inLines(), font());
    const QRect room = contentsRect();
    breakLines(lines, room.width(), alignment());
    const int shown = linesShown(lines);
    for (int i = 0; i < shown; ++i) {
        const QTextLine line = lines.lineAt(i);
        if (i + 1 < shown || shown == lines.lineCount()) {
            line.draw(painter, room.topLeft());
            continue;
        }
        const QString rest = lines.text().mid(line.textStart()).simplified();
        painter->drawText(room.topLeft() + QPointF(line.x(), line.y() + line.ascent()),
                          fontMetrics().elidedText(rest, Qt::ElideRight, room.width()));
    }
}

QString TextLabel::inLines() const { return text().replace(QLatin1Char('\n'), QChar::LineSeparator); }

QString TextLabel::elidedText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void TextLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (m_lines == Lines::elided)
        setToolTip(elidedText() == text() ? QString() : text());
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    const bool broken = ownLines(width());
    if (m_lines != Lines::elided && !broken) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    if (broken) {
        paintLines(&painter);
    } else {
        painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, elidedText());
    }
}

} // namespace weavemap::ui
