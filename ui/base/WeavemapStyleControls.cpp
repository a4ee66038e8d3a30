// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFocusFrame>
#include <QStyleOption>

#include "ui/base/FocusRing.h"
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

void drawFocusFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const auto* const frame = qobject_cast<const QFocusFrame*>(widget);
    const QWidget* const focused = frame ? frame->widget() : nullptr;
    const double corners = focused ? focused->property(kFocusRadiusProperty).toDouble() : radius::kButton;
    const StylePaint paint(painter, StylePaint::Enabled::yes);
    painter->setPen(QPen(roleColor(ColorRole::focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), corners + 3, corners + 3);
}

void drawSplitter(const QStyleOption* option, QPainter* painter)
{
    // A line of 1 px in a grip of 8.
    const QRect r = option->rect;
    const bool upright = option->state & QStyle::State_Horizontal;
    const QRect line =
        upright ? QRect(r.center().x(), r.top(), 1, r.height()) : QRect(r.left(), r.center().y(), r.width(), 1);
    const bool hovered = option->state & QStyle::State_MouseOver;
    painter->fillRect(line, roleColor(hovered ? ColorRole::accent : ColorRole::border));
}

/// How a frame with the property `role` is drawn: ground, then a hairline around it or along one edge.
struct RoleFrame
{
    const char* name;
    ColorRole ground;
    Qt::Edges lines;
    double radius;
};

constexpr Qt::Edges kAllEdges = Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge;
constexpr RoleFrame kRoleFrames[]{
    {"card", ColorRole::surface, kAllEdges, radius::kCard},
    {"float", ColorRole::raised, kAllEdges, radius::kCard},
    {"note", ColorRole::sunken, {}, radius::kMenu},
    {"bar", ColorRole::window, Qt::BottomEdge, 0},
    {"rail", ColorRole::window, Qt::RightEdge, 0},
    {"side", ColorRole::surface, Qt::LeftEdge, 0},
    {"foot", ColorRole::window, Qt::TopEdge, 0},
    {"hairline", ColorRole::border, {}, 0},
};

bool drawRoleFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const QByteArray role = widget ? widget->property("role").toByteArray() : QByteArray();
    if (role.isEmpty())
        return false;
    for (const RoleFrame& frame : kRoleFrames) {
        if (role != frame.name)
            continue;
        const QRect r = option->rect;
        const QColor border = roleColor(ColorRole::border);
        const StylePaint paint(painter, StylePaint::Enabled::yes);
        if (frame.lines == kAllEdges) {
            fillEdged(painter, r, frame.radius, roleColor(frame.ground), border);
            return true;
        }
        fillPlain(painter, r, frame.radius, roleColor(frame.ground));
        if (frame.lines & Qt::TopEdge)
            painter->fillRect(QRect(r.left(), r.top(), r.width(), 1), border);
        if (frame.lines & Qt::BottomEdge)
            painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), border);
        if (frame.lines & Qt::LeftEdge)
            painter->fillRect(QRect(r.left(), r.top(), 1, r.height()), border);
        if (frame.lines & Qt::RightEdge)
            painter->fillRect(QRect(r.right(), r.top(), 1, r.height()), border);
        return true;
    }
    return false;
}

QRectF troughOf(const QRect& rect) { return QRectF(rect.left(), QRectF(rect).center().y() - 3, rect.width(), 6); }

void drawDone(const QStyleOption* option, QPainter* painter)
{
    const auto* const bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (!bar)
        return;
    const StylePaint paint(painter, enabled(option));
    const QRectF trough = troughOf(bar->rect);
    const int range = bar->maximum - bar->minimum;
    if (range <= 0)
        return;
    QRectF done = trough;
    done.setWidth(trough.width() * (bar->progress - bar->minimum) / range);
    fillPlain(painter, done, 3, roleColor(ColorRole::accent));
}

} // namespace

void WeavemapStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    switch (element) {
    case CE_ShapedFrame:
        if (drawRoleFrame(option, painter, widget))
            return;
        break;
    case CE_FocusFrame:
        drawFocusFrame(option, painter, widget);
        return;
    case CE_Splitter:
        drawSplitter(option, painter);
        return;
    case CE_ProgressBarGroove: {
        const StylePaint paint(painter, enabled(option));
        fillPlain(painter, troughOf(option->rect), 3, roleColor(ColorRole::sunken));
        return;
    }
    case CE_ProgressBarContents:
        drawDone(option, painter);
        return;
    case CE_ProgressBarLabel:
        return; // the figure stands in words beside the bar
    case CE_MenuItem:
        drawMenuItem(option, painter);
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(option, painter);
        return;
    case CE_MenuBarEmptyArea:
    case CE_MenuEmptyArea:
        return;
    case CE_Header: {
        // Put together here: Qt's own would ask Fusion, not this style, where words and arrow go.
        drawHeaderSection(option, painter);
        const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header)
            return;
        QStyleOptionHeader part = *header;
        part.rect = subElementRect(SE_HeaderLabel, option, widget);
        drawControl(CE_HeaderLabel, &part, painter, widget);
        part.rect = subElementRect(SE_HeaderArrow, option, widget);
        drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_HeaderLabel:
        if (const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.palette.setColor(QPalette::ButtonText, roleColor(ColorRole::muted));
            quiet.palette.setColor(QPalette::WindowText, roleColor(ColorRole::muted));
            quiet.state &= ~State_On; // a chosen column does not turn its head bold
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_PushButtonLabel:
        if (const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && button->features & QStyleOptionButton::DefaultButton) {
            QStyleOptionButton filled = *button;
            filled.palette.setColor(QPalette::ButtonText, roleColor(ColorRole::onAccent));
            const QFont before = painter->font();
            painter->setFont(font(TextStyle::controlBold));
            QProxyStyle::drawControl(element, &filled, painter, widget);
            painter->setFont(before);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void WeavemapStyle::drawMenuItem(const QStyleOption* option, QPainter* painter) const
{
    const auto* const item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (!item)
        return;
    const QRect r = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + 6, r.center().y(), r.width() - 12, 1), roleColor(ColorRole::border));
        return;
    }
    const StylePaint paint(painter, enabled(option));
    if (item->state & State_Selected && item->state & State_Enabled)
        fillPlain(painter, r, radius::kButton, roleColor(ColorRole::accentSoft));

    const QRect mark = visualRect(item->direction, r, QRect(r.left() + 8, r.center().y() - 7, 16, 16));
    if (item->checked)
        paintIcon(painter, QStringLiteral("check"), roleColor(ColorRole::accent), mark);
    else if (!item->icon.isNull())
        item->icon.paint(painter, mark, Qt::AlignCenter, QIcon::Normal);

    const QRect words = visualRect(item->direction, r, r.adjusted(34, 0, -26, 0));
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    painter->setFont(item->font);
    painter->setPen(roleColor(ColorRole::text));
    const int flags =
        Qt::AlignVCenter | Qt::TextSingleLine |
        (styleHint(SH_UnderlineShortcut, option, nullptr, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const bool leftward = item->direction == Qt::RightToLeft;
    painter->drawText(words, flags | (leftward ? Qt::AlignRight : Qt::AlignLeft), parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(roleColor(ColorRole::muted));
        painter->drawText(words, flags | (leftward ? Qt::AlignLeft : Qt::AlignRight), parts.value(1));
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow = visualRect(item->direction, r, QRect(r.right() - 22, r.center().y() - 7, 16, 16));
        paintIcon(painter, QStringLiteral("chevron-right"), roleColor(ColorRole::muted), arrow);
    }
}

void WeavemapStyle::drawMenuBarItem(const QStyleOption* option, QPainter* painter) const
{
    const auto* const item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (!item)
        return;
    const StylePaint paint(painter, enabled(option));
    const bool open = item->state & State_Sunken;
    if (open || item->state & State_Selected)
        fillPlain(painter, item->rect, radius::kButton,
                  open ? roleColor(ColorRole::accentSoft) : currentTheme().color(ColorRole::text, 0.06));
    painter->setFont(item->font);
    painter->setPen(roleColor(ColorRole::text));
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, option, nullptr, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(item->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->text);
}

void WeavemapStyle::drawHeaderSection(const QStyleOption* option, QPainter* painter) const
{
    const QRect r = option->rect;
    const bool hovered = option->state & State_MouseOver && option->state & State_Enabled;
    painter->fillRect(r, hovered ? blend(roleColor(ColorRole::window), roleColor(ColorRole::text), 0.04)
                                 : roleColor(ColorRole::window));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), roleColor(ColorRole::border));
}

void WeavemapStyle::drawTab(const QStyleOption* option, QPainter* painter) const
{
    const StylePaint paint(painter, enabled(option));
    const QRectF r = option->rect;
    if (option->state & State_Selected)
        fillPlain(painter, QRectF(r.left() + 8, r.bottom() - 2, r.width() - 16, 2), 1, roleColor(ColorRole::accent));
    else if (option->state & State_MouseOver)
        fillPlain(painter, r.adjusted(2, 2, -2, -4), radius::kButton, currentTheme().color(ColorRole::text, 0.06));
}

void WeavemapStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ComboBox:
        drawCombo(option, painter);
        return;
    case CC_SpinBox:
        drawSpin(option, painter, widget);
        return;
    case CC_Slider:
        drawSlider(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void WeavemapStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* const bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const StylePaint paint(painter, enabled(option));
    const QRectF handle =
        QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget)).adjusted(2, 2, -2, -2);
    const bool held = option->state & State_Sunken;
    const bool hovered = option->state & State_MouseOver;
    fillPlain(painter, handle, std::min(handle.width(), handle.height()) / 2,
              currentTheme().color(ColorRole::control, held      ? 0.9
                                                       : hovered ? 0.7
                                                                 : 0.45));
}

void WeavemapStyle::drawCombo(const QStyleOptionComplex* option, QPainter* painter) const
{
    const StylePaint paint(painter, enabled(option));
    const bool hovered = option->state & State_MouseOver;
    const bool open = option->state & State_On;
    const auto* const combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const bool typedInto = combo && combo->editable && option->state & State_HasFocus;
    fillEdged(painter, option->rect, radius::kButton,
              blend(roleColor(ColorRole::surface), roleColor(ColorRole::text), hovered ? 0.045 : 0),
              roleColor(open || typedInto ? ColorRole::accent : ColorRole::border));
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, nullptr);
    const QPoint centre = arrow.center();
    paintIcon(painter, QStringLiteral("chevron-down"), roleColor(ColorRole::muted),
              QRectF(centre.x() - 7, centre.y() - 7, 16, 16));
}

void WeavemapStyle::drawSpin(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const StylePaint paint(painter, enabled(option));
    const auto* const spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const bool focused = option->state & State_HasFocus;
    if (!spin || spin->frame)
        fillEdged(painter, option->rect, radius::kButton, roleColor(ColorRole::surface),
                  roleColor(focused ? ColorRole::accent : ColorRole::border));
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto draw = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, double turn) {
        const QRectF r = subControlRect(CC_SpinBox, option, part, widget);
        painter->save();
        if (!(spin->stepEnabled & step))
            painter->setOpacity(painter->opacity() * 0.45);
        painter->translate(r.center());
        painter->rotate(turn);
        paintIcon(painter, QStringLiteral("chevron-down"), roleColor(ColorRole::muted), QRectF(-6, -6, 12, 12));
        painter->restore();
    };
    draw(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, 180);
    draw(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, 0);
}

void WeavemapStyle::drawSlider(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* const slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider)
        return;
    const StylePaint paint(painter, enabled(option));
    const QPointF knob = QRectF(subControlRect(CC_Slider, option, SC_SliderHandle, widget)).center();
    QRectF before = option->rect, whole = option->rect;
    constexpr double kTrack = 3;
    if (slider->orientation == Qt::Horizontal) {
        whole = QRectF(whole.left() + 2, knob.y() - kTrack / 2, whole.width() - 4, kTrack);
        before = whole;
        if (slider->upsideDown)
            before.setLeft(knob.x());
        else
            before.setRight(knob.x());
    } else {
        whole = QRectF(knob.x() - kTrack / 2, whole.top() + 2, kTrack, whole.height() - 4);
        before = whole;
        if (slider->upsideDown)
            before.setTop(knob.y());
        else
            before.setBottom(knob.y());
    }
    fillPlain(painter, whole, kTrack / 2, roleColor(ColorRole::border));
    fillPlain(painter, before, kTrack / 2, currentTheme().color(ColorRole::accent, 0.6));
    painter->setPen(QPen(roleColor(ColorRole::accent), 2));
    painter->setBrush(roleColor(ColorRole::surface));
    painter->drawEllipse(knob, 7, 7);
}

} // namespace weavemap::ui
