// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TimeTrack.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAccessibleValueInterface>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr double kPad = 10; ///< from the edge to the line: the handle and its focus ring
constexpr double kLine = 3;
constexpr double kDot = 2.5;
constexpr double kHandle = 7;
constexpr double kSnap = 4; ///< px
constexpr double kFocusReach = 3;

/// The track for screen readers: a slider that counts days and says dates.
class TrackAccess : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit TrackAccess(TimeTrack* track) : QAccessibleWidget(track, QAccessible::Slider), m_track(track) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_track->valueText() : QAccessibleWidget::text(which);
    }
    QVariant currentValue() const override { return m_track->shown().days(); }
    void setCurrentValue(const QVariant& value) override
    {
        const int days = std::clamp(value.toInt(), m_track->first().days(), m_track->last().days());
        Q_EMIT m_track->moved(TimeTrack::Handle::shown, Date::fromDays(days));
    }
    QVariant maximumValue() const override { return m_track->last().days(); }
    QVariant minimumValue() const override { return m_track->first().days(); }
    QVariant minimumStepSize() const override { return 1; }

private:
    TimeTrack* m_track;
};

QAccessibleInterface* accessOf(const QString& className, QObject* object)
{
    auto* const track = qobject_cast<TimeTrack*>(object);
    return track != nullptr && className == QLatin1String(TimeTrack::staticMetaObject.className())
               ? new TrackAccess(track)
               : nullptr;
}

} // namespace

TimeTrack::TimeTrack(QWidget* parent) : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed)
    setObjectName(QStringLiteral("timeTrack"));
    setAccessibleName(tr("Date of the map"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void TimeTrack::setSpan(Date first, Date last, std::vector<Date> stops, std::vector<Mark> marks)
{
    if (first == m_first && last == m_last && stops == m_stops && marks == m_marks)
        return;
    m_first = first;
    m_last = last;
    m_stops = std::move(stops);
    m_marks = std::move(marks);
    update();
}

void TimeTrack::setDates(Date shown, std::optional<Date> other)
{
    if (shown == m_shown && other == m_other)
        return;
    m_shown = shown;
    m_other = other;
    update();
    QAccessibleValueChangeEvent change(this, m_shown.days());
    QAccessible::updateAccessibility(&change);
}

Date TimeTrack::stopFrom(Date date, int direction) const
{
    if (direction > 0) {
        const auto next = std::upper_bound(m_stops.begin(), m_stops.end(), date);
        return next == m_stops.end() ? std::max(date, m_last) : *next;
    }
    const auto before = std::lower_bound(m_stops.begin(), m_stops.end(), date);
    return before == m_stops.begin() ? std::min(date, m_first) : *std::prev(before);
}

QString TimeTrack::valueText() const
{
    const QString shown = m_shown == m_last ? tr("%1, today").arg(formatDate(m_shown, DateStyle::full))
                                            : formatDate(m_shown, DateStyle::full);
    return m_other ? tr("%1, compared with %2").arg(shown, formatDate(*m_other, DateStyle::full)) : shown;
}

double TimeTrack::xOf(Date date) const
{
    const double span = std::max(1, daysBetween(m_first, m_last));
    const double share = std::clamp(daysBetween(m_first, date) / span, 0.0, 1.0);
    return kPad + share * (width() - 2 * kPad);
}

Date TimeTrack::dateAt(double x) const
{
    if (const Mark* const mark = markAt(x))
        return mark->on;
    const double share = std::clamp((x - kPad) / std::max(1.0, width() - 2 * kPad), 0.0, 1.0);
    return m_first.addDays(static_cast<int>(std::lround(share * daysBetween(m_first, m_last))));
}

const TimeTrack::Mark* TimeTrack::markAt(double x) const
{
    const Mark* best = nullptr;
    for (const Mark& mark : m_marks)
        if (std::abs(xOf(mark.on) - x) <= kSnap &&
            (best == nullptr || std::abs(xOf(mark.on) - x) < std::abs(xOf(best->on) - x)))
            best = &mark;
    return best;
}

void TimeTrack::move(Handle handle, Date to)
{
    const Date is = handle == Handle::other && m_other ? *m_other : m_shown;
    if (to != is)
        Q_EMIT moved(handle, to);
}

void TimeTrack::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const bool nearOther = m_other && std::abs(xOf(*m_other) - x) < std::abs(xOf(m_shown) - x);
    m_dragged = nearOther ? Handle::other : Handle::shown;
    move(*m_dragged, dateAt(x));
}

void TimeTrack::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged && event->buttons().testFlag(Qt::LeftButton))
        move(*m_dragged, dateAt(event->position().x()));
}

void TimeTrack::mouseReleaseEvent(QMouseEvent*) { m_dragged.reset(); }

void TimeTrack::keyPressEvent(QKeyEvent* event)
{
    const bool other = event->modifiers().testFlag(Qt::ShiftModifier) && m_other;
    const Handle handle = other ? Handle::other : Handle::shown;
    const Date from = other ? *m_other : m_shown;
    const auto within = [this](Date date) { return std::clamp(date, m_first, m_last); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        move(handle, stopFrom(from, -1));
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        move(handle, stopFrom(from, 1));
        break;
    case Qt::Key_PageDown:
        move(handle, within(from.addYears(-1)));
        break;
    case Qt::Key_PageUp:
        move(handle, within(from.addYears(1)));
        break;
    case Qt::Key_Home:
        move(handle, m_first);
        break;
    case Qt::Key_End:
        move(handle, m_last);
        break;
    case Qt::Key_Space:
        Q_EMIT playRequested();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimeTrack::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const Mark* const mark = markAt(help->pos().x());
        QToolTip::showText(help->globalPos(),
                           mark != nullptr ? mark->words : formatDate(dateAt(help->pos().x()), DateStyle::full), this);
        return true;
    }
    return QWidget::event(event);
}

void TimeTrack::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const auto line = [&](double from, double to, const QColor& color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(from, y - kLine / 2, to - from, kLine), kLine / 2, kLine / 2);
    };
    const QColor accent = theme.color(ColorRole::accent);
    line(kPad, width() - kPad, theme.color(ColorRole::border));
    const double shown = xOf(m_shown), from = m_other ? xOf(*m_other) : kPad;
    line(std::min(from, shown), std::max(from, shown), theme.color(ColorRole::accent, 0.55));
    painter.setPen(Qt::NoPen);
    for (const Mark& mark : m_marks) {
        painter.setBrush(theme.color(ColorRole::muted));
        painter.drawEllipse(QPointF(xOf(mark.on), y), kDot, kDot);
    }
    const auto handle = [&](double x, double radius) {
        painter.setPen(QPen(accent, 2));
        painter.setBrush(theme.color(ColorRole::raised));
        painter.drawEllipse(QPointF(x, y), radius, radius);
    };
    if (m_other)
        handle(from, kHandle - 2);
    handle(shown, kHandle);
    if (hasFocus())
        paintFocusRing(
            &painter,
            QRectF(shown, y, 0, 0)
                .adjusted(-kHandle - kFocusReach, -kHandle - kFocusReach, kHandle + kFocusReach, kHandle + kFocusReach),
            kHandle + kFocusReach, theme);
}

} // namespace weavemap::ui
