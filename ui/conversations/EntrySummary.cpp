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

namespace {
constexpr int kTitleLine = 20, kLine = 16;
constexpr double kLeft = 28, kRight = 4;
} // namespace

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
    m_title.setText(title);
    m_second.setText(second);
    fitLines();
    setAccessibleName(second.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, second));
    setToolTip(second.isEmpty() ? title : QStringLiteral("%1\n%2").arg(title, second));
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
    const bool two = !m_second.text().isEmpty();
    const QRectF line(kLeft, two ? 3 : 12, width() - kLeft - kRight, kTitleLine);
    m_title.paint(&painter, line, theme.color(m_struck ? ColorRole::muted : ColorRole::text),
                  m_struck ? TwoLines::Struck::yes : TwoLines::Struck::no);
    const double under = m_title.isBroken() ? line.bottom() + kTitleLine : line.bottom();
    m_second.paint(&painter, QRectF(kLeft, under, width() - kLeft - kRight, kLine), theme.color(ColorRole::muted));
}

void EntrySummary::fitLines()
{
    const double room = width() - kLeft - kRight;
    const bool isOther = m_title.fit(room);
    if (m_second.fit(room) || isOther)
        updateGeometry();
}

QSize EntrySummary::sizeHint() const
{
    return {200, 44 + (m_title.isBroken() ? kTitleLine : 0) + (m_second.isBroken() ? kLine : 0)};
}

void EntrySummary::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    fitLines();
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
