// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchField.h"

#include <cmath>

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {
constexpr double kIconLeft = 10, kIcon = 15, kTextLeft = 33, kCapPad = 6, kCapHeight = 18, kCapRight = 7;
constexpr int kOwnMargin = 10; ///< what the field keeps before its text anyway
} // namespace

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent), m_icon(QStringLiteral("search"))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setFont(ui::font(TextStyle::control));
    m_clear = addAction(ui::icon(QStringLiteral("close")), QLineEdit::TrailingPosition);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clear  Esc"));
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, &SearchField::updateMargins);
    updateMargins();
}

void SearchField::setIconName(const QString& name)
{
    m_icon = name;
    update();
}

void SearchField::setKeyHint(const QString& hint)
{
    m_keyHint = hint;
    updateMargins();
    update();
}

QSize SearchField::sizeHint() const { return {240, size::kField}; }

void SearchField::updateMargins()
{
    const bool hasText = !text().isEmpty();
    m_clear->setVisible(hasText);
    const double cap = QFontMetricsF(ui::font(TextStyle::caption)).horizontalAdvance(m_keyHint) + 2 * kCapPad;
    const int right = hasText || m_keyHint.isEmpty() ? 0 : static_cast<int>(std::ceil(cap + kCapRight));
    setTextMargins(static_cast<int>(kTextLeft) - kOwnMargin, 0, right, 0);
}

bool SearchField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = currentTheme();
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const double middle = height() / 2.0;
    paintIcon(&painter, m_icon, theme.color(ColorRole::muted), QRectF(kIconLeft, middle - kIcon / 2, kIcon, kIcon));
    if (m_keyHint.isEmpty() || !text().isEmpty())
        return;
    const double cap = QFontMetricsF(ui::font(TextStyle::caption)).horizontalAdvance(m_keyHint) + 2 * kCapPad;
    const QRectF key(width() - kCapRight - cap, middle - kCapHeight / 2, cap, kCapHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ColorRole::border), 1));
    painter.setBrush(theme.color(ColorRole::window));
    painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintText(&painter, key, m_keyHint, TextStyle::caption, theme.color(ColorRole::muted), Qt::AlignHCenter);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown) {
        Q_EMIT wentDown();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace weavemap::ui
