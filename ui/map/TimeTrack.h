// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "core/base/Date.h"

namespace weavemap::ui {

/// The line of the time bar: a handle on the date shown, a dot for each convening, and a second handle where two dates
/// are compared. Dragged or clicked it gives any day, near a dot the dot's; the arrows step, with Shift the second
/// handle. For screen readers it is a slider whose value is a date in words.
class TimeTrack : public QWidget
{
    Q_OBJECT

public:
    /// A day with something to say about it.
    struct Mark
    {
        Date on;
        QString words;
        bool operator==(const Mark&) const = default;
    };
    enum class Handle { shown, other };

    explicit TimeTrack(QWidget* parent = nullptr);

    /// `stops`: where steps lead, ascending.
    void setSpan(Date first, Date last, std::vector<Date> stops, std::vector<Mark> marks);
    /// The date shown, and the one it is compared with.
    void setDates(Date shown, std::optional<Date> other);

    Date first() const { return m_first; }
    Date last() const { return m_last; }
    Date shown() const { return m_shown; }
    std::optional<Date> other() const { return m_other; }
    const std::vector<Date>& stops() const { return m_stops; }
    /// The next stop from a date, forth (1) or back (-1); itself at the ends.
    Date stopFrom(Date date, int direction) const;
    /// What the slider's value is in words.
    QString valueText() const;
    QSize sizeHint() const override { return {200, 28}; }
    QSize minimumSizeHint() const override { return {60, 28}; }

Q_SIGNALS:
    /// The user wants to see this date, or to compare with it.
    void moved(weavemap::ui::TimeTrack::Handle handle, weavemap::Date to);
    /// Space: play, or stop.
    void playRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(Date date) const;
    Date dateAt(double x) const;
    const Mark* markAt(double x) const;
    void move(Handle handle, Date to);

    Date m_first, m_last, m_shown;
    std::optional<Date> m_other;
    std::vector<Date> m_stops;
    std::vector<Mark> m_marks;
    std::optional<Handle> m_dragged;
};

} // namespace weavemap::ui
