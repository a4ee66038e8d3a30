// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QListView>

#include "core/actions/Introductions.h"

namespace weavemap::ui {

class BoardModel;

/// The introductions that are in one state. Left and Right walk to the next column, with Ctrl they move the card; Enter
/// opens it, the menu key or a right click shows where it can go, and a card can be dragged here from another column.
class BoardColumn : public QListView
{
    Q_OBJECT

public:
    BoardColumn(IntroductionState state, const QString& name, QWidget* parent = nullptr);

    IntroductionState state() const { return m_state; }
    void setCards(std::vector<actions::IntroductionCard> cards, Date today);
    int count() const;
    /// Whether cards may be moved here and from here.
    void setEditable(bool editable);
    /// Chooses a card and gives it the keyboard; false where it is not here.
    bool focusCard(IntroductionId id);
    /// The same for the card at a place from the top, or the last.
    void focusRow(int row);
    int currentRow() const;
    void clearChoice();
    /// The height at which every card is seen.
    int wholeHeight() const;

Q_SIGNALS:
    void opened(weavemap::IntroductionId id);
    void moved(weavemap::IntroductionId id, weavemap::IntroductionState state);
    /// The next card's column to the left (-1) or right (+1) is wanted: to walk to, or to move the card there.
    void walkRequested(int step);
    void stepRequested(weavemap::IntroductionId id, int step);
    /// A card here is the one in hand.
    void chose();
    void menuRequested(weavemap::IntroductionId id, const QPoint& globalPos);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    IntroductionId current() const;
    bool canTake(const QDropEvent& event) const;

    IntroductionState m_state;
    BoardModel* m_model;
    bool m_editable = true;
};

} // namespace weavemap::ui
