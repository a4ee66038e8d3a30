// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalChip.h"

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
constexpr int kTitleLine = 20, kLine = 16;

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

QSize ProposalChip::sizeHint() const
{
    return {200, size::kProposal - 4 + (m_title.isBroken() ? kTitleLine : 0) + (m_second.isBroken() ? kLine : 0)};
}
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
    if (face.title == text() && second == m_second.text() && state == m_state && face.icon == m_face.icon)
        return;
    m_face = face;
    m_title.setText(face.title);
    m_second.setText(second, facts.size());
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
    const double room = textRight() - kLeft;
    const bool isOther = m_title.fit(room);
    if (m_second.fit(room) || isOther)
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
    const bool two = !m_second.text().isEmpty();
    const QRectF line(kLeft, two ? 3 : 12, right - kLeft, kTitleLine);
    m_title.paint(&painter, line, theme.color(quiet ? ColorRole::muted : ColorRole::text),
                  quiet ? TwoLines::Struck::yes : TwoLines::Struck::no);
    const double under = m_title.isBroken() ? line.bottom() + kTitleLine : line.bottom();
    m_second.paint(&painter, QRectF(kLeft, under + 1, right - kLeft, kLine), theme.color(ColorRole::muted));
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
