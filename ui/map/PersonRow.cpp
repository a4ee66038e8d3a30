// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PersonRow.h"

#include <QPainter>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr double kDisc = 28;
constexpr double kTextLeft = 39;
constexpr double kIcon = 15;
constexpr int kShortRow = 36;
} // namespace

PersonRow::PersonRow(const QString& name, const QString& second, int group, Heard heard, QWidget* parent)
    : QAbstractButton(parent), m_second(second), m_initials(toQString(initialsOf(toUtf8(name)))), m_group(group),
      m_heard(heard)
{
    setText(name);
    setAccessibleName(second.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, second));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize PersonRow::sizeHint() const { return {240, m_second.isEmpty() ? kShortRow : size::kTieRow}; }

void PersonRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(rect());
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::text, isDown() ? 0.09 : 0.045));
        painter.drawRoundedRect(whole.adjusted(-4, 1, 4, -1), radius::kButton, radius::kButton);
    }
    paintAvatar(&painter, QRectF(0, (height() - kDisc) / 2, kDisc, kDisc), m_initials, m_group, m_heard, theme);
    const QRectF icon(whole.right() - kIcon, whole.center().y() - kIcon / 2, kIcon, kIcon);
    paintIcon(&painter, QStringLiteral("chevron-right"), theme.color(ColorRole::muted), icon);
    const QRectF words(kTextLeft, 0, icon.left() - 8 - kTextLeft, height());
    if (m_second.isEmpty()) {
        paintText(&painter, words, text(), TextStyle::base, theme.color(ColorRole::text));
    } else {
        paintText(&painter, words.adjusted(0, 4, 0, -height() / 2.0 + 1), text(), TextStyle::base,
                  theme.color(ColorRole::text));
        paintText(&painter, words.adjusted(0, height() / 2.0, 0, -4), m_second, TextStyle::second,
                  theme.color(ColorRole::muted));
    }
}

} // namespace weavemap::ui
