// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TimeBar.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "core/actions/MapDates.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPlayback.h"
#include "ui/models/MapInputs.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kHeight = 44;
constexpr int kMostWidth = 720;
constexpr int kWithStart = 400;   ///< from this width on the bar says where time begins
constexpr int kWithCompare = 500; ///< and its button says "Compare"
constexpr std::size_t kMostEvents = 8;

/// Room for any date, so that nothing moves while it changes.
int widthOfDates(TextStyle style)
{
    double widest = 0;
    for (int month = 0; month < 12; ++month)
        widest =
            std::max(widest, QFontMetricsF(font(style))
                                 .horizontalAdvance(formatDate(Date::fromDays(28).addMonths(month), DateStyle::table)));
    return static_cast<int>(widest) + 2;
}

} // namespace

TimeBar::TimeBar(Office& office, MapModel& model, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_office(office), m_model(model),
      m_playback(new MapPlayback(office, model, this)), m_play(new IconButton(QStringLiteral("play"), {})),
      m_start(new TextLabel({}, TextStyle::caption, ColorRole::muted)), m_track(new TimeTrack),
      m_date(new TextLabel({}, TextStyle::controlBold, ColorRole::text)),
      m_compare(new Button({}, Button::Kind::quiet)), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("timeBar"));
    setAccessibleName(tr("Time"));
    setFixedHeight(kHeight);
    m_play->setObjectName(QStringLiteral("playTime"));
    m_play->setSide(size::kButtonSmall);
    m_play->setIconRole(ColorRole::text);
    m_play->setFocusPolicy(Qt::TabFocus);
    m_date->setObjectName(QStringLiteral("timeDate"));
    m_date->setMinimumWidth(widthOfDates(TextStyle::controlBold));
    m_compare->setObjectName(QStringLiteral("compareDates"));
    m_compare->setIconName(QStringLiteral("time"));
    m_compare->setHeight(Button::Height::small);
    m_compare->setAccessibleName(tr("Compare with another date"));
    m_compare->setToolTip(tr("Compare with another date"));
    m_menu->setObjectName(QStringLiteral("compareMenu"));
    m_compare->setMenu(m_menu);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addWidget(m_play);
    row->addWidget(m_start);
    row->addWidget(m_track, 1);
    row->addWidget(m_date);
    row->addWidget(m_compare);
    body()->setContentsMargins(space::k8, 0, space::k8, 0);
    body()->addLayout(row);
    setTabOrder(m_play, m_track);
    setTabOrder(m_track, m_compare);
    connect(m_play, &IconButton::clicked, this, &TimeBar::togglePlay);
    connect(m_track, &TimeTrack::playRequested, this, &TimeBar::togglePlay);
    connect(m_track, &TimeTrack::moved, this, [this](TimeTrack::Handle handle, Date to) {
        if (handle == TimeTrack::Handle::shown)
            goTo(to);
        else
            compareWith(to);
    });
    connect(m_menu, &QMenu::aboutToShow, this, &TimeBar::fillCompare);
    connect(m_playback, &MapPlayback::playingChanged, this, &TimeBar::syncPlay);
    connect(&model, &MapModel::changed, this, &TimeBar::sync);
    connect(&office.session, &Session::closing, this, [this] { m_menu->clear(); });
    syncPlay();
    hide();
}

Date TimeBar::shown() const { return m_model.question().date.value_or(m_track->last()); }

void TimeBar::sync()
{
    const auto map = m_model.data();
    const bool has = map && map->time && m_office.session.isOpen();
    if (has) {
        const actions::TimeSpan& time = *map->time;
        std::vector<Date> days;
        std::vector<TimeTrack::Mark> marks;
        for (const actions::DatedEvent& event : map->events) {
            days.push_back(event.on);
            marks.push_back({event.on, QStringLiteral("%1, %2").arg(formatDate(event.on, DateStyle::table),
                                                                    toQString(event.title))});
        }
        m_track->setSpan(time.first, time.last, actions::timeStops(time, days), std::move(marks));
        m_start->setText(formatDate(time.first, DateStyle::month));
    } else {
        m_track->setSpan({}, {}, {}, {});
    }
    syncWords();
    if (std::exchange(m_hasTime, has) != has)
        Q_EMIT appeared();
}

void TimeBar::syncWords()
{
    m_track->setDates(shown(), m_model.question().compare);
    m_date->setText(formatDate(shown(), DateStyle::table));
}

void TimeBar::syncPlay()
{
    const bool playing = m_playback->isPlaying();
    m_play->setIconName(playing ? QStringLiteral("pause") : QStringLiteral("play"));
    m_play->setName(playing ? tr("Stop") : tr("Play how the network came to be"));
}

void TimeBar::fitInto(int width)
{
    resize(std::min(width, kMostWidth), kHeight);
    m_start->setVisible(width >= kWithStart);
    const QString words = width >= kWithCompare ? tr("Compare") : QString();
    if (m_compare->text() != words)
        m_compare->setText(words);
}

void TimeBar::ask(std::optional<Date> date, std::optional<Date> compare)
{
    auto question = m_model.question();
    question.date = date;
    question.compare = compare;
    m_model.ask(std::move(question));
    syncWords();
}

void TimeBar::goTo(Date date)
{
    m_playback->stop();
    if (!m_hasTime)
        return;
    const Date to = std::clamp(date, m_track->first(), m_track->last());
    ask(to == m_track->last() ? std::nullopt : std::optional(to), m_model.question().compare);
}

void TimeBar::step(int direction) { goTo(m_track->stopFrom(shown(), direction)); }

void TimeBar::togglePlay()
{
    if (m_playback->isPlaying()) {
        m_playback->stop();
        return;
    }
    if (!m_hasTime)
        return;
    // From the end it begins anew.
    const Date from = shown() >= m_track->last() ? m_track->first().addDays(-1) : shown();
    const auto& stops = m_track->stops();
    m_playback->start({std::upper_bound(stops.begin(), stops.end(), from), stops.end()});
}

void TimeBar::compareWith(Date date)
{
    m_playback->stop();
    if (m_hasTime)
        ask(m_model.question().date, std::clamp(date, m_track->first(), m_track->last()));
}

void TimeBar::backToToday()
{
    m_playback->stop();
    ask({}, {});
}

bool TimeBar::stepBack()
{
    if (m_playback->isPlaying())
        m_playback->stop();
    else if (m_model.question().compare)
        ask(m_model.question().date, {});
    else if (m_model.question().date)
        backToToday();
    else
        return false;
    return true;
}

QString TimeBar::eventWords() const
{
    const auto map = m_model.data();
    const auto source = m_model.source();
    QStringList titles;
    if (map && source && !map->compared)
        for (const actions::DatedEvent& event : map->events)
            if (event.on == map->network.on)
                titles.append(toQString(event.title));
    if (titles.isEmpty())
        return {};
    const auto& ties = source->data.ties;
    const auto isNew = [&map](const Tie& tie) {
        return tie.firstSeen == map->network.on && graph::isInNetwork(tie, map->network);
    };
    const auto fresh = static_cast<int>(std::count_if(ties.begin(), ties.end(), isNew));
    return tr("%1: %2", "convening: what came of it that day")
        .arg(titles.join(QStringLiteral(", ")), tr("%Ln new ties", nullptr, fresh));
}

void TimeBar::fillCompare()
{
    // The dates offered are about the day shown: it stays while they are read.
    m_playback->stop();
    m_menu->clear();
    const auto map = m_model.data();
    if (!map || !map->time)
        return;
    const auto add = [this](const QString& words, Date date) {
        if (date == shown() || date < m_track->first() || date > m_track->last())
            return;
        QAction* const action = m_menu->addAction(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_model.question().compare == date);
        connect(action, &QAction::triggered, this, [this, date] { compareWith(date); });
    };
    if (m_model.question().compare) {
        QAction* const end = m_menu->addAction(tr("End the comparison"));
        end->setObjectName(QStringLiteral("endComparison"));
        connect(end, &QAction::triggered, this, [this] { ask(m_model.question().date, {}); });
        m_menu->addSeparator();
    }
    const auto dated = [](const QString& words, Date date) {
        return QStringLiteral("%1\t%2").arg(words, formatDate(date, DateStyle::table));
    };
    if (m_model.question().date)
        add(dated(tr("Today"), m_track->last()), m_track->last());
    add(dated(tr("Half a year before"), shown().addMonths(-6)), shown().addMonths(-6));
    add(dated(tr("A year before"), shown().addYears(-1)), shown().addYears(-1));
    add(dated(tr("The beginning"), m_track->first()), m_track->first());
    m_menu->addSeparator();
    const std::size_t skipped = map->events.size() > kMostEvents ? map->events.size() - kMostEvents : 0;
    for (std::size_t i = map->events.size(); i > skipped; --i)
        add(dated(toQString(map->events[i - 1].title), map->events[i - 1].on), map->events[i - 1].on);
}

void TimeBar::hideEvent(QHideEvent* event)
{
    m_playback->stop();
    Card::hideEvent(event);
}

} // namespace weavemap::ui
