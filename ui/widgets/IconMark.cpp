// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/IconMark.h"

#include <algorithm>

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
    setSide(kSide);
}

void IconMark::setSide(int side) { setFixedSize(side, side); }

void IconMark::setIconName(const QString& iconName)
{
    m_icon = iconName;
    update();
}

void IconMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintIcon(&painter, m_icon, currentTheme().color(m_role),
              QRect((width() - side) / 2, (height() - side) / 2, side, side));
}

} // namespace weavemap::ui
