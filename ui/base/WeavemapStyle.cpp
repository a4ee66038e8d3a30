// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/WeavemapStyle.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>

#include "ui/base/FocusRing.h"
#include "ui/base/StyleParts.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr int kMark = 18;     ///< side of a checkbox or radio button
constexpr int kMenuItem = 30; ///< height of a line in a menu
constexpr int kRing = 4;      ///< 2 px gap and 2 px ring
constexpr int kHeaderPad = 10, kHeaderArrow = 12;
constexpr int kCellPad = 5; ///< makes 10 with Qt's own 5 before the text of a cell

/// Corners that the focus ring follows; negative: no ring.
double focusRadius(const QWidget& widget)
{
    if (qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget))
        return radius::kButton;
    if (qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget))
        return radius::kButton;
    return -1;
}

} // namespace

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole color) { palette.setColor(role, theme.color(color)); };
    set(QPalette::Window, ColorRole::window);
    set(QPalette::WindowText, ColorRole::text);
    set(QPalette::Base, ColorRole::surface);
    set(QPalette::AlternateBase, ColorRole::surface);
    set(QPalette::Text, ColorRole::text);
    set(QPalette::PlaceholderText, ColorRole::muted);
    set(QPalette::Button, ColorRole::surface);
    set(QPalette::ButtonText, ColorRole::text);
    set(QPalette::BrightText, ColorRole::danger);
    set(QPalette::Light, ColorRole::surface);
    set(QPalette::Midlight, ColorRole::border);
    set(QPalette::Mid, ColorRole::border);
    set(QPalette::Dark, ColorRole::control);
    set(QPalette::Shadow, ColorRole::control);
    set(QPalette::Highlight, ColorRole::accentSoft);
    set(QPalette::HighlightedText, ColorRole::text);
    set(QPalette::Link, ColorRole::accent);
    set(QPalette::LinkVisited, ColorRole::accent);
    set(QPalette::ToolTipBase, ColorRole::raised);
    set(QPalette::ToolTipText, ColorRole::text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link}) {
        const QColor faded = blend(theme.color(ColorRole::window), palette.color(QPalette::Active, role), 0.45);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

WeavemapStyle::WeavemapStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void WeavemapStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    const double corners = focusRadius(*widget);
    if (corners >= 0 && !widget->property(kFocusRadiusProperty).isValid())
        widget->setProperty(kFocusRadiusProperty, corners);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QHeaderView*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* const menu = qobject_cast<QMenu*>(widget)) {
        // Round corners need a window that lets the ground through.
        menu->setAttribute(Qt::WA_TranslucentBackground);
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
    if (auto* const table = qobject_cast<QTableView*>(widget))
        table->setShowGrid(false);
    // Words begin where the words below them begin; a header that was told otherwise keeps its way.
    if (auto* const header = qobject_cast<QHeaderView*>(widget);
        header && header->orientation() == Qt::Horizontal && header->defaultAlignment() == Qt::AlignCenter)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The frame of a text field carries its ground, so that the corners stay round.
    if (isTextField(widget))
        qobject_cast<QAbstractScrollArea*>(widget)->viewport()->setAutoFillBackground(false);
}

int WeavemapStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 8;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kMark;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 10;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ButtonMargin:
        return 24;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kRing;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 5;
    case PM_MenuBarHMargin:
        return 4;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return 18;
    case PM_SliderThickness:
    case PM_SliderLength:
        return 18;
    case PM_HeaderMarkSize:
        return 12;
    case PM_HeaderMargin:
        return 10;
    case PM_HeaderDefaultSectionSizeVertical:
        return size::kRow;
    case PM_LineEditIconSize:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::k8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WeavemapStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_MessageBox_CenterButtons:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_FocusFrame_Mask: // cuts the widget's rectangle out, and with it the round corners of the ring
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_Scrollable:
        return 1;
    case SH_Widget_Animation_Duration:
        return ThemeController::instance() ? ThemeController::instance()->duration(motion::kHover) : 0;
    case SH_UnderlineShortcut:
        return QGuiApplication::keyboardModifiers() & Qt::AltModifier ? 1 : 0;
    case SH_Menu_SubMenuPopupDelay:
        return motion::kPanel;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Table_GridLineColor:
        return static_cast<int>(roleColor(ColorRole::border).rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize WeavemapStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                      const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(size::kButton);
        // Filled, its word is bold: one width for both, whichever of them has the focus.
        if (const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option))
            result.rwidth() += QFontMetrics(font(TextStyle::controlBold)).horizontalAdvance(button->text) -
                               QFontMetrics(font(TextStyle::control)).horizontalAdvance(button->text);
        break;
    case CT_LineEdit:
        result.setHeight(std::max(size::kField, contents.height() + 8));
        break;
    case CT_SpinBox:
        result = QSize(contents.width() + 24 + 22, size::kField);
        break;
    case CT_ComboBox:
        // A field, whether it is typed into or not: it stands in forms, beside other fields.
        result.setHeight(size::kField);
        result.rwidth() += 16;
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(size::kLeastTarget, result.height()));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(size::kHeader, result.height()));
        break;
    case CT_ItemViewItem:
        if (qobject_cast<const QTableView*>(widget))
            result.rwidth() += 2 * kCellPad;
        result.setHeight(std::max(size::kRowDense, result.height()));
        break;
    case CT_MenuBarItem:
        result = QSize(contents.width() + 18, size::kLeastTarget);
        break;
    case CT_TabBarTab:
        result = QSize(contents.width() + 24, size::kHeader);
        break;
    case CT_MenuItem: {
        const auto* const item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator) {
            result.setHeight(9);
        } else if (item) {
            // Column of marks and icons at the left, words, room, the key at the right.
            const int keyGap = item->text.contains(QLatin1Char('\t')) ? 28 : 0;
            result = QSize(contents.width() + 34 + 28 + keyGap, kMenuItem);
        }
        break;
    }
    default:
        break;
    }
    return result;
}

QRect WeavemapStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                    const QWidget* widget) const
{
    const QRect whole = option->rect;
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField) {
            // Words begin where they begin in a field without a list: the field inside brings its own indent of 10, a
            // label one of 1.
            const auto* const combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            return visualRect(option->direction, whole, whole.adjusted(combo && combo->editable ? 0 : 9, 1, -30, -1));
        }
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, whole, QRect(whole.right() - 27, whole.top(), 20, whole.height()));
    }
    if (control == CC_SpinBox) {
        const QRect steps(whole.right() - 22, whole.top() + 1, 20, whole.height() - 2);
        const int half = steps.height() / 2;
        switch (part) {
        case SC_SpinBoxEditField:
            return visualRect(option->direction, whole, whole.adjusted(1, 1, -24, -1));
        case SC_SpinBoxUp:
            return visualRect(option->direction, whole, QRect(steps.left(), steps.top(), steps.width(), half));
        case SC_SpinBoxDown:
            return visualRect(option->direction, whole,
                              QRect(steps.left(), steps.top() + half, steps.width(), steps.height() - half));
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        // No buttons at the ends: the groove is the whole bar.
        const auto* const bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const bool across = bar && bar->orientation == Qt::Horizontal;
        switch (part) {
        case SC_ScrollBarAddLine:
        case SC_ScrollBarSubLine:
            return {};
        case SC_ScrollBarGroove:
            return whole;
        case SC_ScrollBarSlider:
        case SC_ScrollBarAddPage:
        case SC_ScrollBarSubPage:
            if (bar) {
                const int length = across ? whole.width() : whole.height();
                const int range = bar->maximum - bar->minimum;
                const int least = pixelMetric(PM_ScrollBarSliderMin, option, widget);
                int handle = length;
                if (range > 0)
                    handle = static_cast<int>(qint64{bar->pageStep} * length / (range + bar->pageStep));
                handle = std::clamp(handle, std::min(least, length), length);
                const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                          length - handle, bar->upsideDown);
                int from = start, to = start + handle;
                if (part == SC_ScrollBarSubPage)
                    from = 0, to = start;
                else if (part == SC_ScrollBarAddPage)
                    from = start + handle, to = length;
                return across ? QRect(whole.left() + from, whole.top(), to - from, whole.height())
                              : QRect(whole.left(), whole.top() + from, whole.width(), to - from);
            }
            break;
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect WeavemapStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(8, 1, -8, -1);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    if (element == SE_CheckBoxClickRect || element == SE_RadioButtonClickRect)
        return option->rect;
    if (const auto* const item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        item && qobject_cast<const QTableView*>(widget)) {
        QStyleOptionViewItem padded = *item;
        padded.rect.adjust(kCellPad, 0, -kCellPad, 0);
        return QProxyStyle::subElementRect(element, &padded, widget);
    }
    if (element == SE_HeaderLabel)
        return option->rect.adjusted(kHeaderPad, 0, -kHeaderPad, 0);
    if (const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        header && element == SE_HeaderArrow) {
        // Beside the word, on the side where there is room.
        const QRect label = option->rect.adjusted(kHeaderPad, 0, -kHeaderPad, 0);
        const int words = header->fontMetrics.horizontalAdvance(header->text);
        const bool atRight = header->textAlignment & Qt::AlignRight;
        const bool centred = header->textAlignment & Qt::AlignHCenter;
        int x = label.left() + words + 4;
        if (atRight)
            x = label.right() - words - 4 - kHeaderArrow;
        else if (centred)
            x = label.center().x() + words / 2 + 4;
        return visualRect(option->direction, option->rect, QRect(x, label.top(), kHeaderArrow, label.height()));
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace weavemap::ui
