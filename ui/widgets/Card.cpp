// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include <QVBoxLayout>

#include "ui/base/Type.h"

namespace weavemap::ui {

Card::Card(Kind kind, Padding padding, QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    setProperty("role", kind == Kind::floating ? QStringLiteral("float") : QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    if (padding == Padding::none)
        m_body->setContentsMargins(1, 1, 1, 1);
    else
        m_body->setContentsMargins(space::kCardPadX, space::kCardPadY, space::kCardPadX, space::kCardPadY);
    m_body->setSpacing(padding == Padding::none ? 0 : space::k8);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QFrame(parent)
{
    setProperty("role", QStringLiteral("hairline"));
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

} // namespace weavemap::ui
