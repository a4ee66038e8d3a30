// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Avatar.h"

#include <QPainter>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"

namespace weavemap::ui {

Avatar::Avatar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("avatar"));
}

void Avatar::setPerson(const QString& name, int group, Heard heard)
{
    m_initials = toQString(initialsOf(toUtf8(name)));
    m_group = group;
    m_heard = heard;
    setAccessibleName(name);
    update();
}

void Avatar::setDiameter(int diameter)
{
    m_diameter = diameter;
    updateGeometry();
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    paintAvatar(&painter, rect(), m_initials, m_group, m_heard, currentTheme());
}

} // namespace weavemap::ui
