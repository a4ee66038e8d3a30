// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Pill.h"

#include <QPainter>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

Pill::Pill(const PillText& pill, QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPill(pill);
}

void Pill::setPill(const PillText& pill)
{
    m_pill = pill;
    // The label's own text is what assistive software reads.
    setText(pill.suffix.isEmpty() ? pill.text : QStringLiteral("%1 %2").arg(pill.text, pill.suffix));
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const { return pillSize(m_pill).toSize(); }

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    paintPill(&painter, QPointF(0, (height() - size::kPill) / 2.0), m_pill, currentTheme());
}

} // namespace weavemap::ui
