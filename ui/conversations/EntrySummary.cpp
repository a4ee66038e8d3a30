// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntrySummary.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

EntrySummary::EntrySummary(const QString& iconName, ColorRole iconRole, QWidget* parent)
    : QAbstractButton(parent), m_icon(iconName), m_iconRole(iconRole)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty(kFocusRadiusProperty, radius::kButton);
}

void EntrySummary::setTexts(const QString& title, const QString& second)
{
    setText(title);
    m_second = second;
    setAccessibleName(second.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, second));
    setToolTip(title);
    update();
}

void EntrySummary::setStruck(bool struck)
{
    m_struck = struck;
    update();
}

void EntrySummary::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    if (isEnabled() && underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::text, 0.035));
        painter.drawRoundedRect(rect(), radius::kButton, radius::kButton);
    }
    paintIcon(&painter, m_icon, theme.color(m_iconRole), QRectF(0, 4, 18, 18));
    const double left = 28;
    const bool two = !m_second.isEmpty();
    const QRectF line(left, two ? 3 : 12, width() - left - 4, 20);
    const QColor ink = theme.color(m_struck ? ColorRole::muted : ColorRole::text);
    const double taken = paintText(&painter, line, text(), TextStyle::base, ink);
    if (m_struck) {
        painter.setPen(QPen(ink, 1));
        painter.drawLine(QPointF(left, line.center().y() + 1), QPointF(left + taken, line.center().y() + 1));
    }
    if (two)
        paintText(&painter, QRectF(left, 23, width() - left - 4, 16), m_second, TextStyle::caption,
                  theme.color(ColorRole::muted));
}

void EntrySummary::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeRequested();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        event->ignore(); // whoever holds the lines goes to the next one
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            click();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace weavemap::ui
