// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard on the map: walking from person to person, nudging, choosing.
#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>

#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::ui {

namespace {

constexpr double kNudgePx = 8;

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

double dot(QPointF a, QPointF b) { return a.x() * b.x() + a.y() * b.y(); }

} // namespace

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    const QPointF direction = directionOf(event->key());
    if (!direction.isNull() && event->modifiers().testFlag(Qt::ShiftModifier)) {
        nudge(direction * kNudgePx);
    } else if (!direction.isNull()) {
        walk(direction, event->modifiers().testFlag(Qt::ControlModifier) ? Keep::yes : Keep::no);
    } else if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = true;
        syncCursor();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               (!m_focus.selected.empty() || m_selectedTie)) {
        if (!tieByKeyboard())
            Q_EMIT inspectorRequested();
    } else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        // The menu key comes as such an event everywhere, this one not on every system.
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, rect().center(), mapToGlobal(rect().center()));
        contextMenuEvent(&menu);
    } else {
        QWidget::keyPressEvent(event);
    }
}

int MapCanvas::walker() const
{
    if (m_focus.keyboard >= 0)
        return m_focus.keyboard;
    return m_focus.selected.empty() ? -1 : static_cast<int>(m_focus.selected.front());
}

void MapCanvas::walk(QPointF direction, Keep keep)
{
    const auto& people = m_model.input().people;
    if (people.empty())
        return;
    if (walker() < 0) {
        walkBySize(1);
        return;
    }
    const auto from = static_cast<std::uint32_t>(walker());
    // Contacts first: the one that lies most in the direction; where none does, the nearest person that way.
    const auto best = [&](const std::vector<std::uint32_t>& among) {
        int chosen = -1;
        double least = 0;
        for (const std::uint32_t at : among) {
            const QPointF way = people[at].at - people[from].at;
            const double length = std::hypot(way.x(), way.y());
            const double along = length > 0 ? dot(way, direction) / length : 0;
            if (at == from || along < 0.5)
                continue;
            const double cost = length / (along * along);
            if (chosen < 0 || cost < least) {
                chosen = static_cast<int>(at);
                least = cost;
            }
        }
        return chosen;
    };
    std::vector<std::uint32_t> contacts;
    for (const MapTie& tie : m_model.input().ties) {
        if (tie.a == from)
            contacts.push_back(tie.b);
        else if (tie.b == from)
            contacts.push_back(tie.a);
    }
    int next = best(contacts);
    if (next < 0) {
        std::vector<std::uint32_t> everybody(people.size());
        for (std::size_t i = 0; i < people.size(); ++i)
            everybody[i] = static_cast<std::uint32_t>(i);
        next = best(everybody);
    }
    if (next < 0)
        return;
    walkTo(static_cast<std::uint32_t>(next), keep);
}

void MapCanvas::walkBySize(int step)
{
    const auto& people = m_model.input().people;
    std::vector<std::uint32_t> order(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        order[i] = static_cast<std::uint32_t>(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return people[a].size > people[b].size; });
    const auto count = static_cast<int>(order.size());
    int at = step > 0 ? -1 : count;
    if (walker() >= 0)
        at = static_cast<int>(std::find(order.begin(), order.end(), static_cast<std::uint32_t>(walker())) -
                              order.begin());
    const std::uint32_t next = order[static_cast<std::size_t>((at + step + count) % count)];
    walkTo(next);
}

void MapCanvas::walkTo(std::uint32_t person, Keep keep)
{
    std::vector<std::uint32_t> chosen;
    if (keep == Keep::yes)
        chosen = m_focus.selected;
    if (std::find(chosen.begin(), chosen.end(), person) == chosen.end())
        chosen.push_back(person);
    select(std::move(chosen));
    m_walkedTo = m_model.input().people[person].id;
    m_focus.keyboard = static_cast<int>(person);
    requestPicture();
    // Somebody out of view is no use to who sees; near the middle nothing moves.
    reveal(m_walkedTo);
    Q_EMIT walked(m_focus.keyboard);
}

int MapCanvas::onlySelected() const
{
    return m_focus.selected.size() == 1 ? static_cast<int>(m_focus.selected.front()) : -1;
}

void MapCanvas::walkTies()
{
    const auto& ties = m_model.input().ties;
    const int before = m_selectedTie ? m_model.indexOfTie(m_selectedTie) : -1;
    int person = before >= 0 ? m_model.indexOf(m_tiesOf) : walker();
    if (before >= 0) {
        const MapTie& tie = ties[static_cast<std::size_t>(before)];
        if (person != static_cast<int>(tie.a) && person != static_cast<int>(tie.b))
            person = static_cast<int>(tie.a);
    }
    if (person < 0)
        return;
    const PersonId id = m_model.input().people[static_cast<std::size_t>(person)].id;
    const auto count = static_cast<int>(ties.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (before + step) % count;
        const MapTie& tie = ties[static_cast<std::size_t>(at)];
        // Lines to convenings, and those that stand for many ties, are no tie that could be chosen.
        if ((static_cast<int>(tie.a) != person && static_cast<int>(tie.b) != person) || tie.attended || tie.count > 0)
            continue;
        selectTie(at);
        m_tiesOf = id;
        return;
    }
}

/// With the tool for ties the first Enter says where one begins, the second where it ends.
bool MapCanvas::tieByKeyboard()
{
    const int to = onlySelected();
    if (m_tool != Tool::drawTie || to < 0 || !canEdit())
        return false;
    const int from = m_tieFrom ? m_model.indexOf(m_tieFrom) : -1;
    if (from < 0 || from == to) {
        m_tieFrom = m_model.input().people[static_cast<std::size_t>(to)].id;
        update();
    } else {
        drawTie(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                personAtPx(static_cast<std::uint32_t>(to)));
    }
    return true;
}

void MapCanvas::press(PersonId person)
{
    const int at = m_model.indexOf(person);
    if (at < 0)
        return;
    if (m_tool == Tool::select) {
        selectPeople({person});
    } else if (m_tool == Tool::drawTie) {
        select({static_cast<std::uint32_t>(at)});
        tieByKeyboard();
    } else {
        const QPointF px = personAtPx(static_cast<std::uint32_t>(at));
        const MapPointer here{px, toMap(px), at, -1, {}};
        active().press(*this, here);
        active().release(*this, here);
    }
}

void MapCanvas::focusOn(PersonId person)
{
    const int at = m_model.indexOf(person);
    if (at < 0)
        return;
    setFocus(Qt::OtherFocusReason);
    walkTo(static_cast<std::uint32_t>(at));
}

void MapCanvas::nudge(QPointF px)
{
    if (m_focus.selected.empty() || !canEdit())
        return;
    // No button is down that would end a drag: each step is a drop of its own.
    m_model.moveOnScreen(m_focus.selected, px / view().scale);
    dropDrag();
}

} // namespace weavemap::ui
