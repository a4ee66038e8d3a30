// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconButton.h"

#include <algorithm>

#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/IconButtonAccess.h"

namespace weavemap::ui {

IconButton::IconButton(const QString& iconName, const QString& name, QWidget* parent)
    : QToolButton(parent), m_icon(iconName)
{
    installIconButtonAccess();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty(kFocusRadiusProperty, radius::kButton);
    setPopupMode(QToolButton::InstantPopup);
    setName(name);
}

void IconButton::setIconName(const QString& iconName)
{
    m_icon = iconName;
    update();
}

void IconButton::setName(const QString& name, const QString& keyText)
{
    setAccessibleName(name);
    setToolTip(keyText.isEmpty() ? name : QStringLiteral("%1  %2").arg(name, keyText));
}

void IconButton::setSide(int side)
{
    m_side = std::clamp(side, size::kLeastTarget, 40);
    updateGeometry();
}

void IconButton::setEdge(Edge edge)
{
    m_edge = edge;
    update();
}

void IconButton::setIconRole(ColorRole role)
{
    m_role = role;
    update();
}

void IconButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const bool hovered = isEnabled() && underMouse();
    QRectF ground = rect();
    if (m_edge == Edge::line) {
        painter.setPen(QPen(theme.color(ColorRole::border), 1));
        painter.setBrush(theme.color(ColorRole::surface));
        ground.adjust(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(ground, radius::kButton, radius::kButton);
    }
    painter.setPen(Qt::NoPen);
    if (isChecked()) {
        painter.setBrush(theme.color(ColorRole::accentSoft));
        painter.drawRoundedRect(ground, radius::kButton, radius::kButton);
    } else if (hovered || isDown()) {
        painter.setBrush(theme.color(ColorRole::text, isDown() ? 0.1 : 0.06));
        painter.drawRoundedRect(ground, radius::kButton, radius::kButton);
    }
    constexpr double kIcon = 18;
    const ColorRole role = isChecked() ? ColorRole::accent : hovered ? ColorRole::text : m_role;
    const QPointF centre = QRectF(rect()).center();
    paintIcon(&painter, m_icon, theme.color(role),
              QRectF(centre.x() - kIcon / 2, centre.y() - kIcon / 2, kIcon, kIcon));
}

} // namespace weavemap::ui
