// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTableView>
#include <QTextBrowser>
#include <QTextEdit>

#include "ui/base/Icons.h"
#include "ui/base/StyleParts.h"
#include "ui/base/Type.h"
#include "ui/base/WeavemapStyle.h"

namespace weavemap::ui {

namespace {

StylePaint::Enabled enabled(const QStyleOption* option)
{
    return option->state & QStyle::State_Enabled ? StylePaint::Enabled::yes : StylePaint::Enabled::no;
}

void drawCheck(const QStyleOption* option, QPainter* painter)
{
    const StylePaint paint(painter, enabled(option));
    constexpr double kSide = 18;
    const QPointF centre = QRectF(option->rect).center();
    const QRectF box(centre.x() - kSide / 2, centre.y() - kSide / 2, kSide, kSide);
    const QColor accent = roleColor(ColorRole::accent);
    if (option->state & QStyle::State_On) {
        fillPlain(painter, box, radius::kCheck, accent);
        paintIcon(painter, QStringLiteral("check"), roleColor(ColorRole::onAccent), box.adjusted(1, 1, -1, -1));
        return;
    }
    const bool hovered = option->state & QStyle::State_MouseOver;
    fillEdged(painter, box, radius::kCheck, roleColor(ColorRole::surface),
              hovered ? accent : roleColor(ColorRole::control));
    if (option->state & QStyle::State_NoChange)
        fillPlain(painter, QRectF(centre.x() - 4.5, centre.y() - 1, 9, 2), 1, accent);
}

void drawRadio(const QStyleOption* option, QPainter* painter)
{
    const StylePaint paint(painter, enabled(option));
    constexpr double kRadius = 8.5;
    const QPointF centre = QRectF(option->rect).center();
    const bool on = option->state & QStyle::State_On;
    const bool hovered = option->state & QStyle::State_MouseOver;
    const QColor accent = roleColor(ColorRole::accent);
    painter->setPen(QPen(on || hovered ? accent : roleColor(ColorRole::control), 1));
    painter->setBrush(on ? accent : roleColor(ColorRole::surface));
    painter->drawEllipse(centre, kRadius, kRadius);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(roleColor(ColorRole::onAccent));
        painter->drawEllipse(centre, 3.5, 3.5);
    }
}

void drawField(const QStyleOption* option, QPainter* painter)
{
    const StylePaint paint(painter, enabled(option));
    const bool focused = option->state & QStyle::State_HasFocus;
    fillEdged(painter, option->rect, radius::kButton, roleColor(ColorRole::surface),
              roleColor(focused ? ColorRole::accent : ColorRole::border));
}

void drawArrow(const QStyleOption* option, QPainter* painter, const QString& name)
{
    const StylePaint paint(painter, enabled(option));
    paintIcon(painter, name, roleColor(ColorRole::muted), option->rect);
}

void drawRow(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const auto* const item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, roleColor(ColorRole::accentSoft));
    else if (option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled)
        painter->fillRect(option->rect, currentTheme().color(ColorRole::accentSoft, 0.45));
    // Tables have no grid: a hairline under each row.
    if (qobject_cast<const QTableView*>(widget))
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          roleColor(ColorRole::border));
}

/// Focus inside a list: the row itself carries the ring.
void drawRowFocus(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    if (!qobject_cast<const QAbstractItemView*>(widget) || !(option->state & QStyle::State_KeyboardFocusChange))
        return;
    const StylePaint paint(painter, StylePaint::Enabled::yes);
    painter->setPen(QPen(roleColor(ColorRole::focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace

bool isTextField(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) ||
           (qobject_cast<const QTextEdit*>(widget) && !qobject_cast<const QTextBrowser*>(widget));
}

void WeavemapStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_PanelLineEdit:
        // The field of a spin or combo box has its frame from the box.
        if (const auto* const frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        drawPushButton(option, painter);
        return;
    case PE_PanelButtonTool: {
        const bool on = option->state & (State_On | State_Sunken);
        const bool hovered = option->state & State_MouseOver && option->state & State_Enabled;
        if (on || hovered) {
            const StylePaint paint(painter, enabled(option));
            fillPlain(painter, option->rect, radius::kButton,
                      on ? roleColor(ColorRole::accentSoft) : currentTheme().color(ColorRole::text, 0.06));
        }
        return;
    }
    case PE_FrameFocusRect:
        drawRowFocus(option, painter, widget);
        return;
    case PE_PanelItemViewItem:
        drawRow(option, painter, widget);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelMenu: {
        const StylePaint paint(painter, StylePaint::Enabled::yes);
        fillEdged(painter, option->rect, radius::kMenu, roleColor(ColorRole::raised), roleColor(ColorRole::border));
        return;
    }
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_PanelStatusBar:
    case PE_FrameTabBarBase:
    case PE_FrameDockWidget:
        return;
    case PE_Frame: {
        if (isTextField(widget)) {
            const StylePaint paint(painter, enabled(option));
            const bool focused = widget->hasFocus();
            fillEdged(painter, option->rect, radius::kCard, roleColor(ColorRole::surface),
                      roleColor(focused ? ColorRole::accent : ColorRole::control));
            return;
        }
        const StylePaint paint(painter, StylePaint::Enabled::yes);
        painter->setPen(QPen(roleColor(ColorRole::border), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), radius::kButton, radius::kButton);
        return;
    }
    case PE_FrameGroupBox:
    case PE_FrameTabWidget: {
        const StylePaint paint(painter, StylePaint::Enabled::yes);
        fillEdged(painter, option->rect, radius::kCard, roleColor(ColorRole::surface), roleColor(ColorRole::border));
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorHeaderArrow:
        if (element == PE_IndicatorArrowDown) {
            drawArrow(option, painter, QStringLiteral("chevron-down"));
        } else if (const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option);
                   header && header->sortIndicator != QStyleOptionHeader::None) {
            // An arrow as in text: up is A to Z.
            const bool up = header->sortIndicator == QStyleOptionHeader::SortDown;
            painter->save();
            painter->setPen(roleColor(ColorRole::muted));
            painter->setFont(font(TextStyle::control));
            painter->drawText(option->rect, Qt::AlignCenter, up ? QStringLiteral("\u2191") : QStringLiteral("\u2193"));
            painter->restore();
        }
        return;
    case PE_IndicatorArrowRight:
        drawArrow(option, painter, QStringLiteral("chevron-right"));
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const bool open = option->state & State_Open;
            QStyleOption arrow = *option;
            const QPoint centre = option->rect.center();
            arrow.rect = QRect(centre.x() - 7, centre.y() - 7, 16, 16);
            drawArrow(&arrow, painter, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WeavemapStyle::drawPushButton(const QStyleOption* option, QPainter* painter) const
{
    const StylePaint paint(painter, enabled(option));
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool hovered = option->state & State_MouseOver;
    const bool down = option->state & (State_Sunken | State_On);
    if (button && button->features & QStyleOptionButton::DefaultButton) {
        const double ink = down ? 0.22 : hovered ? 0.12 : 0;
        fillPlain(painter, option->rect, radius::kButton,
                  blend(roleColor(ColorRole::accent), roleColor(ColorRole::text), ink));
        return;
    }
    const QColor ground = roleColor(ColorRole::surface);
    fillEdged(painter, option->rect, radius::kButton,
              blend(ground, roleColor(ColorRole::text),
                    down      ? 0.09
                    : hovered ? 0.045
                              : 0),
              roleColor(ColorRole::border));
}

} // namespace weavemap::ui
