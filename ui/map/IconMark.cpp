// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/IconMark.h"

#include <QPainter>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr int kSide = 16;
} // namespace

IconMark::IconMark(const QString& iconName, ColorRole role, QWidget* parent)
    : QWidget(parent), m_icon(iconName), m_role(role)
{
    setFixedSize(kSide, kSide);
}

void IconMark::setIconName(const QString& iconName)
{
    m_icon = iconName;
    update();
}

void IconMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(&painter, m_icon, currentTheme().color(m_role), rect());
}

} // namespace weavemap::ui
