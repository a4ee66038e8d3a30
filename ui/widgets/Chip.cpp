// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Chip.h"

#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr double kPad = 13, kGap = 6, kIcon = 16, kEnd = 14, kEndGap = 5, kEndPad = 10;

double widthOf(const QString& text) { return QFontMetricsF(font(TextStyle::control)).horizontalAdvance(text); }

} // namespace

Chip::Chip(const QString& value, QWidget* parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty(kFocusRadiusProperty, size::kChip / 2.0);
    setFont(ui::font(TextStyle::control));
    setValue(value);
}

void Chip::setLabel(const QString& label)
{
    m_label = label;
    updateName();
}

void Chip::setAfter(const QString& after)
{
    m_after = after;
    updateName();
}

void Chip::setValue(const QString& value)
{
    setText(value);
    updateName();
}

void Chip::setIconName(const QString& name)
{
    m_icon = name;
    updateName();
}

void Chip::setEnd(End end)
{
    m_end = end;
    updateName();
}

void Chip::updateName()
{
    setAccessibleName(QStringList{m_label, text(), m_after}.join(QLatin1Char(' ')).simplified());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    double width = kPad + widthOf(text()) + (m_end == End::none ? kPad : kEndGap + kEnd + kEndPad);
    if (!m_icon.isEmpty())
        width += kIcon + kGap;
    if (!m_label.isEmpty())
        width += widthOf(m_label) + kGap;
    if (!m_after.isEmpty())
        width += widthOf(m_after) + kGap;
    return {static_cast<int>(std::ceil(width)), size::kChip};
}

QSize Chip::minimumSizeHint() const { return {std::min(sizeHint().width(), 72), size::kChip}; }

QRectF Chip::frame() const { return QRectF(0.5, (height() - size::kChip) / 2.0 + 0.5, width() - 1, size::kChip - 1); }

QRectF Chip::endArea() const
{
    // The whole end of the chip is the target: 29 px wide and as high as the chip.
    const double side = kEndGap + kEnd + kEndPad;
    return QRectF(width() - side, 0, side, height());
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const bool hovered = isEnabled() && underMouse();
    const QColor onAccent = theme.color(ColorRole::onAccent);
    const QColor ink = isChecked() ? onAccent : theme.color(ColorRole::text);
    const QColor quiet = isChecked() ? theme.color(ColorRole::onAccent, 0.78) : theme.color(ColorRole::muted);
    const QColor ground = isChecked() ? theme.color(ColorRole::accent) : theme.color(ColorRole::raised);
    const double press = isDown() ? 0.09 : hovered ? 0.045 : 0;
    painter.setPen(QPen(isChecked() ? ground : theme.color(ColorRole::border), 1));
    painter.setBrush(blend(ground, theme.color(ColorRole::text), press));
    painter.drawRoundedRect(frame(), frame().height() / 2, frame().height() / 2);

    QRectF content = frame().adjusted(kPad - 0.5, 0, m_end == End::none ? 1.5 - kPad : 1.5 - endArea().width(), 0);
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, m_icon, ink, QRectF(content.left() - 1, content.center().y() - kIcon / 2, kIcon, kIcon));
        content.setLeft(content.left() + kIcon + kGap);
    }
    if (!m_label.isEmpty())
        content.setLeft(content.left() + paintText(&painter, content, m_label, TextStyle::control, quiet) + kGap);
    content.setLeft(content.left() + paintText(&painter, content, text(), TextStyle::control, ink) + kGap);
    if (!m_after.isEmpty())
        paintText(&painter, content, m_after, TextStyle::control, quiet);
    if (m_end != End::none) {
        const QRectF square(width() - kEndPad - kEnd, frame().center().y() - kEnd / 2, kEnd, kEnd);
        paintIcon(&painter, m_end == End::close ? QStringLiteral("close") : QStringLiteral("chevron-down"),
                  m_pressedEnd ? ink : quiet, square);
    }
}

void Chip::mousePressEvent(QMouseEvent* event)
{
    m_pressedEnd = m_end == End::close && event->button() == Qt::LeftButton && endArea().contains(event->position());
    if (m_pressedEnd) {
        event->accept();
        update();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressedEnd) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_pressedEnd = false;
    update();
    if (endArea().contains(event->position()))
        Q_EMIT closeRequested();
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_end == End::close && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT closeRequested();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace weavemap::ui
