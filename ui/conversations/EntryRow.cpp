// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntryRow.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/EntrySummary.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

EntryRow::EntryRow(const QString& iconName, ColorRole iconRole, QWidget* parent)
    : QFrame(parent), m_summary(new EntrySummary(iconName, iconRole)), m_fields(new QWidget),
      m_body(new QVBoxLayout(m_fields)),
      m_problem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many)),
      m_remove(new IconButton(QStringLiteral("close"), tr("Leave out")))
{
    m_summary->setObjectName(QStringLiteral("entryLine"));
    m_problem->setObjectName(QStringLiteral("entryProblem"));
    m_problem->hide();
    m_remove->setObjectName(QStringLiteral("entryRemove"));
    m_remove->setSide(28);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::k8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::k4);
    texts->addWidget(m_summary);
    texts->addWidget(m_fields);
    texts->addWidget(m_problem);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(space::k4);
    row->addLayout(texts, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_summary, &EntrySummary::clicked, this, &EntryRow::openRequested);
    connect(m_summary, &EntrySummary::removeRequested, this, &EntryRow::removeRequested);
    connect(m_remove, &IconButton::clicked, this, &EntryRow::removeRequested);
    m_summary->hide();
    present();
}

void EntryRow::setOpen()
{
    m_open = true;
    present();
}

void EntryRow::fold()
{
    if (isBlank())
        return;
    m_open = false;
    present();
}

void EntryRow::takeFocus(Qt::FocusReason reason)
{
    QWidget* target = m_open ? firstField() : m_summary;
    target->setFocus(reason);
}

void EntryRow::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void EntryRow::edited()
{
    m_summary->setTexts(title(), secondLine());
    setProblem({});
    Q_EMIT changed();
}

void EntryRow::present()
{
    layout()->setContentsMargins(m_open ? QMargins(12, 10, 6, 12) : QMargins(0, 0, 0, 0));
    if (m_fields->layout()->count() > 0)
        m_summary->setTexts(title(), secondLine());
    m_summary->setStruck(isLeftOut());
    m_remove->setIconName(isLeftOut() ? QStringLiteral("undo") : QStringLiteral("close"));
    m_remove->setName(isLeftOut() ? tr("Put back") : tr("Leave out"));
    m_fields->setVisible(m_open);
    m_summary->setVisible(!m_open);
    update();
}

void EntryRow::paintEvent(QPaintEvent*)
{
    if (!m_open)
        return;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ColorRole::border), 1));
    painter.setBrush(theme.color(ColorRole::surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::kMenu, radius::kMenu);
}

} // namespace weavemap::ui
