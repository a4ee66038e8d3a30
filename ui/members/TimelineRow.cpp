// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/TimelineRow.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/FocusRing.h"
#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr double kDisc = 30, kIcon = 16;
constexpr int kTextLeft = 42, kBelow = 16, kLock = 14;
} // namespace

TimelineRow::TimelineRow(const TimelineEntry& entry, Date today, Thread thread, QWidget* parent)
    : QWidget(parent), m_icon(entry.icon), m_conversation(entry.conversation), m_introduction(entry.introduction),
      m_convening(entry.convening), m_project(entry.project), m_thread(thread)
{
    setObjectName(QStringLiteral("timelineRow"));
    const QString date = entry.on ? formatDate(*entry.on, DateStyle::day, today) : tr("date not known");
    setAccessibleName(tr("%1, %2").arg(entry.title, date));
    setAccessibleDescription(entry.text);
    auto* title = new TextLabel(entry.title, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::elided);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(title, 1);
    using Kind = TimelineEntry::Kind;
    const bool hasLevel = entry.kind == Kind::conversation || entry.kind == Kind::mention ||
                          entry.confidentiality == Confidentiality::onlyMe;
    if (hasLevel && entry.confidentiality != Confidentiality::shareable) {
        const bool mine = entry.confidentiality == Confidentiality::onlyMe;
        auto* lock = new IconMark(mine ? QStringLiteral("lock") : QStringLiteral("staff"));
        lock->setSide(kLock);
        lock->setToolTip(words(entry.confidentiality));
        lock->setAccessibleName(words(entry.confidentiality));
        lock->setObjectName(mine ? QStringLiteral("onlyMeMark") : QStringLiteral("staffMark"));
        head->addWidget(lock);
    }
    head->addWidget(new TextLabel(date, TextStyle::second, ColorRole::muted));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kTextLeft, 4, 0, kBelow);
    column->setSpacing(1);
    column->addLayout(head);
    if (!entry.text.isEmpty()) {
        auto* text = new TextLabel(entry.text, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
        text->setTextFormat(Qt::PlainText);
        column->addWidget(text);
    }
    if (!entry.pills.empty()) {
        auto* pills = new QWidget;
        auto* flow = new FlowLayout(pills, 6, 6);
        flow->setContentsMargins(0, 5, 0, 0);
        for (const PillText& each : entry.pills)
            flow->addWidget(new Pill(each));
        column->addWidget(pills);
    }
    if (canOpen()) {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setProperty(kFocusRadiusProperty, radius::kButton);
    }
}

bool TimelineRow::canOpen() const { return m_conversation || m_introduction || m_convening || m_project; }

void TimelineRow::open()
{
    if (m_project)
        Q_EMIT projectRequested(m_project);
    else if (m_convening)
        Q_EMIT conveningRequested(m_convening);
    else if (m_introduction)
        Q_EMIT introductionRequested(m_introduction);
    else if (m_conversation)
        Q_EMIT conversationRequested(m_conversation);
}

void TimelineRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        open();
}

void TimelineRow::keyPressEvent(QKeyEvent* event)
{
    if (canOpen() &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        open();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TimelineRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_thread == Thread::goesOn)
        painter.fillRect(QRectF(kDisc / 2 - 1, kDisc, 2, height() - kDisc), theme.color(ColorRole::border));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::sunken));
    painter.drawEllipse(QRectF(0, 0, kDisc, kDisc));
    paintIcon(&painter, m_icon, theme.color(ColorRole::muted),
              QRectF((kDisc - kIcon) / 2, (kDisc - kIcon) / 2, kIcon, kIcon));
}

} // namespace weavemap::ui
