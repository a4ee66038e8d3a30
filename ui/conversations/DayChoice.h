// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/base/Date.h"

class QDateEdit;
class QMenu;

namespace weavemap::ui {

class FilterChip;

/// By when: no date, tomorrow, next week, in two weeks, or a day of the calendar.
class DayChoice : public QWidget
{
    Q_OBJECT

public:
    explicit DayChoice(Date today, QWidget* parent = nullptr);
    ~DayChoice() override;

    std::optional<Date> day() const { return m_day; }
    /// Nothing is emitted.
    void setDay(std::optional<Date> day);

Q_SIGNALS:
    void chosen();

private:
    void choose(std::optional<Date> day);
    void present();

    Date m_today;
    std::optional<Date> m_day;
    QMenu* m_menu;
    FilterChip* m_chip;
    QDateEdit* m_edit;
};

} // namespace weavemap::ui
