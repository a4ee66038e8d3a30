// SPDX-License-Identifier: GPL-3.0-or-later
// From one entry to the next by the arrows, and back by Escape.
#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/conversations/EntryColumn.h"
#include "ui/conversations/EntryRow.h"
#include "ui/conversations/ItemEntry.h"
#include "ui/conversations/ProposalBoard.h"
#include "ui/widgets/Button.h"

namespace weavemap::ui {

std::vector<EntryColumn::Stop> EntryColumn::stops() const
{
    std::vector<Stop> all;
    for (std::size_t group = 0; group < kEntryGroups; ++group) {
        const EntrySection& section = m_sections->all()[group];
        for (ProposalChip* chip : m_board->chips(static_cast<EntryGroup>(group)))
            all.push_back({chip, nullptr, false});
        for (int at = 0; at < section.rows->count(); ++at)
            if (auto* row = qobject_cast<EntryRow*>(section.rows->itemAt(at)->widget()); row && !row->isHidden())
                all.push_back({row, row, false});
        for (Button* adder : section.adders)
            all.push_back({adder, nullptr, true});
    }
    return all;
}

bool EntryColumn::walk(Way way)
{
    std::vector<Stop> all = stops();
    if (way == Way::up)
        std::reverse(all.begin(), all.end());
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::find_if(all.begin(), all.end(), [focus](const Stop& stop) {
        return stop.widget == focus || (stop.row && stop.row->isAncestorOf(focus));
    });
    const auto isEntry = [](const Stop& stop) { return !stop.isAdder; };
    const bool inside = here != all.end();
    const auto from = inside ? here + 1 : all.begin();
    // From a link to whatever is next; from an entry, and from outside, to an entry if there is one.
    auto next = inside && here->isAdder ? from : std::find_if(from, all.end(), isEntry);
    if (next == all.end())
        next = from;
    if (next == all.end())
        return false;
    if (inside && here->row)
        here->row->fold();
    stopAt(*next);
    return true;
}

void EntryColumn::stopAt(const Stop& stop)
{
    if (stop.row)
        stop.row->takeFocus(Qt::TabFocusReason);
    else
        stop.widget->setFocus(Qt::TabFocusReason);
    Q_EMIT rowsChanged();
    showWhole(stop.widget);
}

void EntryColumn::showWhole(QWidget* widget)
{
    // After the layout knows its place, with what folded above it.
    QMetaObject::invokeMethod(
        widget, [this, widget] { ensureWidgetVisible(widget, 0, space::k24); }, Qt::QueuedConnection);
}

void EntryColumn::askAnother()
{
    if (m_another && m_another->isBlank()) {
        openRow(m_another);
        m_another->takeFocus(Qt::TabFocusReason);
        return;
    }
    m_sections->of(EntryGroup::asked).adders.front()->click();
    m_another = m_items.back();
    connect(qApp, &QApplication::focusChanged, m_another, [this, row = m_another.data()](QWidget*, QWidget* now) {
        // A window that comes in front leaves nothing.
        if (!now || m_another != row || now->window() != window() || row->isAncestorOf(now))
            return;
        m_another.clear();
        if (!row->isBlank())
            return;
        drop(row);
        presentPage();
        updateCount();
        Q_EMIT rowsChanged();
        Q_EMIT changed();
    });
}

bool EntryColumn::foldToChip(EntryRow* row, bool hasKeys)
{
    const auto found = m_origins.find(row);
    if (found == m_origins.end() || !m_board->isSaid(found->second.proposal) || entryOf(row) != found->second.given)
        return false;
    const Origin origin = found->second;
    drop(row);
    presentPage();
    m_board->foldBack(origin.proposal, origin.was, hasKeys ? ProposalBoard::Keys::take : ProposalBoard::Keys::leave);
    return true;
}

void EntryColumn::close(EntryRow* row)
{
    // What was not taken before is by now: its line stays.
    const auto found = m_origins.find(row);
    const bool wasTaken = found != m_origins.end() && found->second.was == Decision::taken;
    if (!wasTaken || !foldToChip(row, true)) {
        row->fold();
        row->takeFocus(Qt::TabFocusReason);
    }
    updateCount();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
}

bool EntryColumn::isFillingIn() const
{
    const QWidget* focus = QApplication::focusWidget();
    const auto all = rows();
    return std::any_of(all.begin(), all.end(), [focus](const EntryRow* row) {
        return row->isOpen() && !row->isBlank() && row->isAncestorOf(focus);
    });
}

void EntryColumn::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        // A field lets the arrows through: from one that is being filled in, nothing is to be left and folded by them.
        if (!isFillingIn())
            walk(event->key() == Qt::Key_Up ? Way::up : Way::down);
        return;
    }
    QScrollArea::keyPressEvent(event);
}

bool EntryColumn::eventFilter(QObject* watched, QEvent* event)
{
    // A button would take the arrows for Tab.
    if (event->type() == QEvent::KeyPress && qobject_cast<Button*>(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            keyPressEvent(key);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

bool EntryColumn::foldBack()
{
    const QWidget* focus = QApplication::focusWidget();
    std::vector<EntryRow*> open = rows();
    std::erase_if(open, [](const EntryRow* row) { return !row->isOpen(); });
    if (open.empty())
        return false;
    const auto inHand =
        std::find_if(open.begin(), open.end(), [focus](const EntryRow* row) { return row->isAncestorOf(focus); });
    const bool hasKeys = inHand != open.end();
    EntryRow* row = hasKeys ? *inHand : open.front();
    if (foldToChip(row, hasKeys)) {
        // Its chip stands there again.
    } else if (row->isBlank() && !row->putBack()) {
        Button* adder = adderOf(row);
        drop(row);
        if (hasKeys)
            adder->setFocus(Qt::TabFocusReason);
        presentPage();
    } else {
        row->fold();
        if (hasKeys)
            row->takeFocus(Qt::TabFocusReason);
    }
    updateCount();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
    return true;
}

} // namespace weavemap::ui
