// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalChip.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr double kIconLeft = 8, kLeft = 36, kCheck = 18, kRight = 8, kIcon = 18;
constexpr int kLine = 16;

/// As many whole words of `text` as fit into `room`; at least one.
QString beginning(const QString& text, const QFontMetricsF& metrics, double room)
{
    qsizetype end = text.indexOf(QLatin1Char(' '));
    for (qsizetype next = end; next >= 0; next = text.indexOf(QLatin1Char(' '), next + 1)) {
        if (metrics.horizontalAdvance(text.left(next)) > room)
            break;
        end = next;
    }
    return end < 0 ? text : text.left(end);
}

} // namespace

ProposalChip::ProposalChip(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("proposal"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty(kFocusRadiusProperty, radius::kMenu);
    setCheckable(true);
    // Pressed by assistive technology; keys and the pointer say more.
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_state == State::asking)
            Q_EMIT opened();
        else
            Q_EMIT turned();
    });
}

QSize ProposalChip::sizeHint() const { return {200, size::kProposal - 4 + (m_broken.isEmpty() ? 0 : kLine)}; }
QSize ProposalChip::minimumSizeHint() const { return {80, sizeHint().height()}; }

void ProposalChip::present(const ProposalFace& face, const QString& words, const QString& remark, State state)
{
    QStringList parts;
    if (state == State::refused)
        parts << tr("Left out");
    if (!remark.isEmpty())
        parts << remark;
    if (!face.facts.isEmpty())
        parts << face.facts;
    const QString facts = parts.join(QStringLiteral(" \u00B7 "));
    if (!words.isEmpty())
        parts << tr("\u201C%1\u201D").arg(words.simplified());
    const QString second = parts.join(QStringLiteral(" \u00B7 "));
    if (face.title == text() && second == m_second && state == m_state && face.icon == m_face.icon)
        return;
    m_face = face;
    m_facts = facts;
    m_second = second;
    m_state = state;
    fitLines();
    setText(face.title);
    setCheckable(state != State::asking);
    setChecked(state == State::taken);
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(face.kind, face.title, second));
    setToolTip(QStringLiteral("%1\n%2").arg(face.title, second));
    update();
}

double ProposalChip::textRight() const { return width() - kRight - kCheck - space::k8; }

void ProposalChip::fitLines()
{
    const QFontMetricsF metrics(ui::font(TextStyle::caption));
    const double room = textRight() - kLeft;
    const QString broken = metrics.horizontalAdvance(m_facts) > room ? beginning(m_facts, metrics, room) : QString();
    if (broken == m_broken)
        return;
    m_broken = broken;
    updateGeometry();
}

void ProposalChip::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    fitLines();
}

QRectF ProposalChip::checkArea() const { return {width() - kRight - kCheck, 4, kCheck, kCheck}; }

void ProposalChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    painter.setPen(Qt::NoPen);
    if (hasFocus()) {
        painter.setBrush(theme.color(ColorRole::surface));
        painter.drawRoundedRect(rect(), radius::kMenu, radius::kMenu);
    } else if (isEnabled() && underMouse()) {
        painter.setBrush(theme.color(ColorRole::text, 0.035));
        painter.drawRoundedRect(rect(), radius::kMenu, radius::kMenu);
    }
    const bool quiet = m_state == State::refused;
    paintIcon(&painter, m_face.icon, theme.color(quiet ? ColorRole::muted : m_face.iconRole),
              QRectF(kIconLeft, 5, kIcon, kIcon));
    const double right = textRight();
    const QColor ink = theme.color(quiet ? ColorRole::muted : ColorRole::text);
    const bool two = !m_second.isEmpty();
    const QRectF line(kLeft, two ? 3 : 12, right - kLeft, 20);
    const double taken = paintText(&painter, line, text(), TextStyle::base, ink);
    if (quiet) {
        painter.setPen(QPen(ink, 1));
        painter.drawLine(QPointF(kLeft, line.center().y() + 1), QPointF(kLeft + taken, line.center().y() + 1));
    }
    QRectF under(kLeft, 24, right - kLeft, kLine);
    if (!m_broken.isEmpty()) {
        paintText(&painter, under, m_broken, TextStyle::caption, theme.color(ColorRole::muted));
        under.translate(0, kLine);
    }
    if (two)
        paintText(&painter, under, m_second.mid(m_broken.size()).trimmed(), TextStyle::caption,
                  theme.color(ColorRole::muted));
    if (m_state == State::asking)
        paintIcon(&painter, QStringLiteral("chevron-down"), theme.color(ColorRole::muted),
                  checkArea().adjusted(1, 1, -1, -1));
    else
        paintCheck(&painter, theme);
}

void ProposalChip::paintCheck(QPainter* painter, const Theme& theme) const
{
    const QRectF box = checkArea().adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = m_state == State::taken;
    painter->setPen(QPen(theme.color(on ? ColorRole::accent : ColorRole::control), 1));
    painter->setBrush(theme.color(on ? ColorRole::accent : ColorRole::surface));
    painter->drawRoundedRect(box, radius::kCheck, radius::kCheck);
    if (on)
        paintIcon(painter, QStringLiteral("check"), theme.color(ColorRole::onAccent), box.adjusted(2, 2, -2, -2));
}

void ProposalChip::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Space:
        Q_EMIT turned();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT leftOut();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain) {
            Q_EMIT opened();
            return;
        }
        break;
    default:
        break;
    }
    event->ignore(); // the column goes to the next one
}

void ProposalChip::mouseReleaseEvent(QMouseEvent* event)
{
    // A target as high as the line for the check.
    const bool isCheck = m_state != State::asking && event->position().x() >= checkArea().left() - space::k8;
    const bool isIn = rect().contains(event->position().toPoint());
    setDown(false);
    event->accept();
    if (!isIn || event->button() != Qt::LeftButton)
        return;
    if (isCheck)
        Q_EMIT turned();
    else
        Q_EMIT opened();
}

void ProposalChip::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    update();
    Q_EMIT focused(true);
}

void ProposalChip::focusOutEvent(QFocusEvent* event)
{
    QAbstractButton::focusOutEvent(event);
    update();
    Q_EMIT focused(false);
}

} // namespace weavemap::ui
