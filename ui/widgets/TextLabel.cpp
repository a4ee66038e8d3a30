// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextLabel.h"

#include <algorithm>

#include <QPainter>
#include <QPalette>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

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
    return m_lines == Lines::elided ? QSize(24, least.height()) : least;
}

int TextLabel::heightForWidth(int width) const { return QLabel::heightForWidth(std::min(width, maximumWidth())); }

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
    if (m_lines != Lines::elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, elidedText());
}

} // namespace weavemap::ui
