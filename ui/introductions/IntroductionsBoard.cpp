// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/IntroductionsBoard.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/introductions/BoardColumn.h"
#include "ui/introductions/BoardModel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kLeastColumn = 176;
constexpr int kWidestColumn = 260;

constexpr IntroductionState kStates[]{
    IntroductionState::proposed, IntroductionState::agreed,   IntroductionState::made,
    IntroductionState::replied,  IntroductionState::met,      IntroductionState::inTouch,
    IntroductionState::working,  IntroductionState::declined, IntroductionState::lapsed};

bool isEnded(IntroductionState state) { return state > IntroductionState::working; }

} // namespace

IntroductionsBoard::IntroductionsBoard(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("introductionsBoard"));
    setAccessibleName(tr("Introductions by state"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    auto* row = new QHBoxLayout(inner);
    row->setContentsMargins(0, 0, 0, space::k12);
    row->setSpacing(space::k8);
    for (const IntroductionState state : kStates) {
        m_columns.push_back(makeColumn(state));
        row->addWidget(m_columns.back().box, 1);
    }
    row->addStretch(0);
    setWidget(inner);
    setEndedShown(false);
}

IntroductionsBoard::Column IntroductionsBoard::makeColumn(IntroductionState state)
{
    Column column;
    column.box = new QFrame;
    column.box->setProperty("role", QStringLiteral("sunken"));
    column.box->setMinimumWidth(kLeastColumn);
    column.box->setMaximumWidth(kWidestColumn);
    column.head = new TextLabel({}, TextStyle::second, ColorRole::muted);
    column.list = new BoardColumn(state, words(state));
    auto* layout = new QVBoxLayout(column.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::k4);
    column.head->setContentsMargins(4, 0, 0, 0);
    layout->addWidget(column.head);
    layout->addWidget(column.list, 1);
    const std::size_t at = m_columns.size();
    connect(column.list, &BoardColumn::opened, this, &IntroductionsBoard::opened);
    connect(column.list, &BoardColumn::moved, this, &IntroductionsBoard::moved);
    connect(column.list, &BoardColumn::walkRequested, this, [this, at](int step) { walk(at, step); });
    connect(column.list, &BoardColumn::stepRequested, this, [this, at](IntroductionId id, int step) {
        // Step by step goes as far as working together: that one is over is said in the menu or by the mouse.
        const auto next = static_cast<std::ptrdiff_t>(at) + step;
        if (next < 0 || next >= static_cast<std::ptrdiff_t>(m_columns.size()) || isEnded(kStates[at]) ||
            isEnded(kStates[next]))
            return;
        Q_EMIT moved(id, kStates[next]);
    });
    // One card is in hand on the whole board.
    connect(column.list, &BoardColumn::chose, this, [this, at] {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (i != at)
                m_columns[i].list->clearChoice();
    });
    connect(column.list, &BoardColumn::menuRequested, this,
            [this, list = column.list](IntroductionId id, const QPoint& pos) { showMenu(*list, id, pos); });
    return column;
}

void IntroductionsBoard::setCards(const std::vector<actions::IntroductionCard>& cards, Date today)
{
    // What was just put here first, then what waits for somebody; the longest in its state before the others.
    const auto rank = [this](const actions::IntroductionCard& card) {
        const auto forward = std::find(m_forward.begin(), m_forward.end(), card.introduction.id) - m_forward.begin();
        return std::pair(forward, !BoardModel::isWaiting(card));
    };
    for (Column& column : m_columns) {
        std::vector<actions::IntroductionCard> own;
        for (const actions::IntroductionCard& card : cards)
            if (card.introduction.state == column.list->state())
                own.push_back(card);
        std::stable_sort(own.begin(), own.end(),
                         [&rank](const auto& one, const auto& other) { return rank(one) < rank(other); });
        const bool hasNew = m_toShow && !own.empty() && own.front().introduction.id == m_toShow;
        const auto count = static_cast<qint64>(own.size());
        column.head->setText(count == 0 ? words(column.list->state())
                                        : tr("%1 · %2").arg(words(column.list->state()), formatCount(count)));
        column.list->setCards(std::move(own), today);
        if (hasNew) {
            m_toShow = {};
            column.list->scrollToTop();
            ensureWidgetVisible(column.box, 0, 0);
        }
    }
}

void IntroductionsBoard::setEditable(bool editable)
{
    for (Column& column : m_columns)
        column.list->setEditable(editable);
}

void IntroductionsBoard::setEndedShown(bool shown)
{
    m_endedShown = shown;
    for (Column& column : m_columns)
        if (isEnded(column.list->state()))
            column.box->setVisible(shown);
}

void IntroductionsBoard::focusCard(IntroductionId id)
{
    for (Column& column : m_columns)
        if (id && !column.box->isHidden() && column.list->focusCard(id)) {
            ensureWidgetVisible(column.box, 0, 0);
            return;
        }
    for (Column& column : m_columns)
        if (!column.box->isHidden() && column.list->count() > 0) {
            column.list->setFocus(Qt::OtherFocusReason);
            return;
        }
}

void IntroductionsBoard::clearChoice()
{
    for (Column& column : m_columns)
        column.list->clearChoice();
}

void IntroductionsBoard::bringForward(IntroductionId id)
{
    m_toShow = id;
    if (id)
        m_forward.insert(m_forward.begin(), id);
    else
        m_forward.clear();
}

void IntroductionsBoard::walk(std::size_t from, int step)
{
    for (auto at = static_cast<std::ptrdiff_t>(from) + step;
         at >= 0 && at < static_cast<std::ptrdiff_t>(m_columns.size()); at += step) {
        const Column& column = m_columns[static_cast<std::size_t>(at)];
        if (column.box->isHidden() || column.list->count() == 0)
            continue;
        column.list->focusRow(m_columns[from].list->currentRow());
        ensureWidgetVisible(column.box, 0, 0);
        return;
    }
}

void IntroductionsBoard::showMenu(const BoardColumn& column, IntroductionId id, const QPoint& globalPos)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moveMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, id] { Q_EMIT opened(id); });
    menu->addSeparator();
    for (const IntroductionState state : kStates) {
        if (state == column.state())
            continue;
        QAction* action =
            menu->addAction(tr("Move to “%1”").arg(words(state)), this, [this, id, state] { Q_EMIT moved(id, state); });
        action->setObjectName(QStringLiteral("moveTo%1").arg(static_cast<int>(state)));
    }
    menu->popup(globalPos);
}

} // namespace weavemap::ui
