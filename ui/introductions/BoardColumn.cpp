// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/BoardColumn.h"

#include <algorithm>
#include <utility>

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

#include "ui/introductions/BoardDelegate.h"
#include "ui/introductions/BoardModel.h"

namespace weavemap::ui {

BoardColumn::BoardColumn(IntroductionState state, const QString& name, QWidget* parent)
    : QListView(parent), m_state(state), m_model(new BoardModel(this))
{
    setObjectName(QStringLiteral("boardColumn%1").arg(static_cast<int>(state)));
    setAccessibleName(name);
    setModel(m_model);
    setItemDelegate(new BoardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(false);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            Q_EMIT chose();
    });
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model->idAt(index.row())); });
}

void BoardColumn::setCards(std::vector<actions::IntroductionCard> cards, Date today)
{
    // The card that had the keyboard keeps it, wherever it stands now.
    const IntroductionId was = current();
    m_model->setCards(std::move(cards), today);
    if (const int row = m_model->rowOf(was); was && row >= 0 && currentIndex().row() != row)
        setCurrentIndex(m_model->index(row));
}

int BoardColumn::count() const { return m_model->rowCount(); }

int BoardColumn::wholeHeight() const { return count() * (BoardDelegate::kCardHeight + BoardDelegate::kGap) + 4; }

void BoardColumn::setEditable(bool editable)
{
    m_editable = editable;
    setDragEnabled(editable);
    setAcceptDrops(editable);
}

IntroductionId BoardColumn::current() const { return m_model->idAt(currentIndex().row()); }

bool BoardColumn::focusCard(IntroductionId id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return false;
    setCurrentIndex(m_model->index(row));
    setFocus(Qt::OtherFocusReason);
    return true;
}

void BoardColumn::focusRow(int row)
{
    if (count() > 0)
        setCurrentIndex(m_model->index(std::clamp(row, 0, count() - 1)));
    setFocus(Qt::OtherFocusReason);
}

int BoardColumn::currentRow() const { return currentIndex().row(); }

void BoardColumn::clearChoice() { selectionModel()->clear(); }

void BoardColumn::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (isSideways && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (const IntroductionId id = current(); id && m_editable)
            Q_EMIT stepRequested(id, key == Qt::Key_Left ? -1 : 1);
    } else if (isSideways && event->modifiers() == Qt::NoModifier) {
        Q_EMIT walkRequested(key == Qt::Key_Left ? -1 : 1);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (const IntroductionId id = current())
            Q_EMIT opened(id);
    } else {
        QListView::keyPressEvent(event);
    }
}

void BoardColumn::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex at = event->reason() == QContextMenuEvent::Mouse
                               ? indexAt(viewport()->mapFromGlobal(event->globalPos()))
                               : currentIndex();
    const IntroductionId id = m_model->idAt(at.isValid() ? at.row() : -1);
    if (!id || !m_editable)
        return;
    setCurrentIndex(at);
    Q_EMIT menuRequested(id, viewport()->mapToGlobal(visualRect(at).center()));
}

bool BoardColumn::canTake(const QDropEvent& event) const
{
    const IntroductionId id = BoardModel::dragged(*event.mimeData());
    return m_editable && id && m_model->rowOf(id) < 0;
}

void BoardColumn::dragEnterEvent(QDragEnterEvent* event)
{
    if (BoardModel::dragged(*event->mimeData()))
        event->acceptProposedAction();
}

void BoardColumn::dragMoveEvent(QDragMoveEvent* event)
{
    if (canTake(*event))
        event->acceptProposedAction();
    else
        event->ignore();
}

void BoardColumn::dropEvent(QDropEvent* event)
{
    if (!canTake(*event)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    Q_EMIT moved(BoardModel::dragged(*event->mimeData()), m_state);
}

void BoardColumn::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    // What has the keyboard is chosen, too.
    if (count() > 0)
        setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_model->index(0));
}

} // namespace weavemap::ui
