// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Button.h"

#include <cmath>

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr double kIcon = 16, kIconGap = 8, kKeyGap = 7, kChevron = 14, kChevronGap = 8;

double padding(Button::Kind kind) { return kind == Button::Kind::link ? 6 : 13; }

struct Look
{
    QColor ground, edge, ink, key, icon;
};

Look lookOf(Button::Kind kind, bool down, bool hovered)
{
    const Theme& theme = currentTheme();
    const QColor text = theme.color(ColorRole::text), muted = theme.color(ColorRole::muted);
    const QColor surface = theme.color(ColorRole::surface), accent = theme.color(ColorRole::accent);
    const double press = down ? 0.09 : hovered ? 0.045 : 0;
    const QColor veil = press > 0 ? theme.color(ColorRole::text, press + 0.02) : QColor();
    switch (kind) {
    case Button::Kind::primary: {
        const QColor on = theme.color(ColorRole::onAccent);
        const double ink = down ? 0.22 : hovered ? 0.12 : 0;
        return {blend(accent, text, ink), {}, on, theme.color(ColorRole::onAccent, 0.78), on};
    }
    case Button::Kind::normal:
        return {blend(surface, text, press), theme.color(ColorRole::border), text, muted, text};
    case Button::Kind::quiet:
        return {veil, {}, hovered || down ? text : muted, muted, hovered || down ? text : muted};
    case Button::Kind::link:
        return {veil, {}, accent, muted, accent};
    case Button::Kind::danger: {
        const QColor danger = theme.color(ColorRole::danger);
        return {blend(surface, theme.color(ColorRole::dangerSoft), down || hovered ? 1 : 0),
                theme.color(ColorRole::border), danger, muted, danger};
    }
    }
    return {};
}

} // namespace

Button::Button(const QString& text, Kind kind, QWidget* parent) : QPushButton(text, parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setProperty(kFocusRadiusProperty, radius::kButton);
    setKind(kind);
}

void Button::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    setFont(ui::font(kind == Kind::primary ? TextStyle::controlBold : TextStyle::control));
    updateGeometry();
    update();
}

void Button::setHeight(Height height)
{
    m_height = height;
    updateGeometry();
}

void Button::setIconName(const QString& name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Button::setKeyText(const QString& keyText)
{
    m_keyText = keyText;
    updateGeometry();
    update();
}

int Button::heightPx() const { return m_height == Height::normal ? size::kButton : size::kButtonSmall; }

QSize Button::sizeHint() const
{
    double width = 2 * padding(m_kind);
    width += QFontMetricsF(font()).size(Qt::TextShowMnemonic, text()).width();
    if (!m_icon.isEmpty())
        width += kIcon + (text().isEmpty() ? 0 : kIconGap);
    if (!m_keyText.isEmpty())
        width += kKeyGap + QFontMetricsF(ui::font(TextStyle::control)).horizontalAdvance(m_keyText);
    if (menu())
        width += kChevronGap + kChevron;
    return {static_cast<int>(std::ceil(width)), heightPx()};
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const Look look = lookOf(m_kind, isDown() || isChecked(), isEnabled() && underMouse());
    if (look.ground.isValid() || look.edge.isValid()) {
        painter.setPen(look.edge.isValid() ? QPen(look.edge, 1) : QPen(Qt::NoPen));
        painter.setBrush(look.ground.isValid() ? QBrush(look.ground) : QBrush(Qt::NoBrush));
        const double inset = look.edge.isValid() ? 0.5 : 0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius::kButton,
                                radius::kButton);
    }
    // What a layout gives beyond the hint is shared out at both sides.
    const double spare = std::max(0, width() - sizeHint().width());
    QRectF content = QRectF(rect()).adjusted(padding(m_kind) + spare / 2, 0, -padding(m_kind) - spare / 2, 0);
    if (!m_icon.isEmpty()) {
        const QRectF square(content.left() - 1, content.center().y() - kIcon / 2, kIcon, kIcon);
        paintIcon(&painter, m_icon, look.icon, square);
        content.setLeft(square.right() + kIconGap + 1);
    }
    if (menu()) {
        const QRectF square(content.right() - kChevron + 2, content.center().y() - kChevron / 2, kChevron, kChevron);
        paintIcon(&painter, QStringLiteral("chevron-down"), look.key, square);
        content.setRight(square.left() - kChevronGap);
    }
    painter.setFont(font());
    painter.setPen(look.ink);
    const double words = QFontMetricsF(font()).size(Qt::TextShowMnemonic, text()).width();
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this);
    painter.drawText(content.adjusted(0, 0, 2, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
    if (!m_keyText.isEmpty()) {
        painter.setFont(ui::font(TextStyle::control));
        painter.setPen(look.key);
        painter.drawText(content.adjusted(words + kKeyGap, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft, m_keyText);
    }
}

} // namespace weavemap::ui
