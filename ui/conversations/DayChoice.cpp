// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/DayChoice.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/FilterChip.h"

namespace weavemap::ui {

DayChoice::DayChoice(Date today, QWidget* parent)
    : QWidget(parent), m_today(today), m_menu(new QMenu(this)), m_chip(new FilterChip({}, {}, Chip::End::chevron)),
      m_edit(new QDateEdit)
{
    m_chip->setObjectName(QStringLiteral("stepDue"));
    m_chip->setIconName(QStringLiteral("calendar"));
    m_chip->setMenu(m_menu);
    setFocusProxy(m_chip);
    m_edit->setObjectName(QStringLiteral("stepDay"));
    m_edit->setAccessibleName(tr("By which day"));
    m_edit->setCalendarPopup(true);
    m_edit->hide();
    const auto add = [this](const QString& text, std::optional<Date> day) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, day] {
            m_edit->hide();
            choose(day);
        });
    };
    add(tr("Tomorrow"), today.addDays(1));
    add(tr("Next week"), today.addDays(7));
    add(tr("In two weeks"), today.addDays(14));
    connect(m_menu->addAction(tr("Another day")), &QAction::triggered, this, [this] {
        if (!m_day)
            choose(m_today);
        m_edit->show();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    m_menu->addSeparator();
    add(tr("No date"), std::nullopt);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_chip);
    row->addWidget(m_edit);
    row->addStretch();
    connect(m_edit, &QDateEdit::dateChanged, this, [this](QDate date) { choose(toDate(date)); });
    present();
}

DayChoice::~DayChoice() = default;

void DayChoice::setDay(std::optional<Date> day)
{
    m_day = day;
    present();
}

void DayChoice::choose(std::optional<Date> day)
{
    setDay(day);
    Q_EMIT chosen();
}

void DayChoice::present()
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setDate(toQDate(m_day.value_or(m_today)));
    m_chip->setValue(m_day ? formatDate(*m_day, DateStyle::weekday) : tr("By when"));
    m_chip->setAccessibleName(m_day ? tr("By %1").arg(m_chip->value()) : tr("By when"));
}

} // namespace weavemap::ui
