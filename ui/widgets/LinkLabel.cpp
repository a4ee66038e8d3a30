// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LinkLabel.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr int kLongestWord = 200; // px: shorter ones are never cut
}

LinkLabel::LinkLabel(const QString& text, QWidget* parent, TextStyle style) : QAbstractButton(parent), m_style(style)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setProperty(kFocusRadiusProperty, 4.0);
}

QSize LinkLabel::sizeHint() const
{
    // As high as a click needs, however small the words.
    const double words = QFontMetricsF(ui::font(m_style)).horizontalAdvance(text());
    return {static_cast<int>(std::ceil(words)) + 1, std::max(size::kLeastTarget, lineHeight(m_style))};
}

QSize LinkLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), kLongestWord), whole.height()};
}

void LinkLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    QFont face = ui::font(m_style);
    face.setUnderline(isEnabled() && underMouse());
    painter.setFont(face);
    painter.setPen(currentTheme().color(ColorRole::accent));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(face).elidedText(text(), Qt::ElideRight, width()));
}

void LinkLabel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace weavemap::ui
