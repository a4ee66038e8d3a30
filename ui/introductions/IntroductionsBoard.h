// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "core/actions/Introductions.h"

namespace weavemap::ui {

class BoardColumn;
class TextLabel;

/// The states from proposed to working together, a column each, and on demand those that ended before.
class IntroductionsBoard : public QScrollArea
{
    Q_OBJECT

public:
    explicit IntroductionsBoard(QWidget* parent = nullptr);

    void setCards(const std::vector<actions::IntroductionCard>& cards, Date today);
    void setEditable(bool editable);
    /// Whether declined and lapsed ones are shown, behind the others.
    void setEndedShown(bool shown);
    bool isEndedShown() const { return m_endedShown; }
    /// Gives a card the keyboard, or where there is none any, the first card.
    void focusCard(IntroductionId id);
    void clearChoice();
    /// A card that was just put on the board stands at the top of its column, and is scrolled to once it is there; 0
    /// forgets all of those.
    void bringForward(IntroductionId id);

Q_SIGNALS:
    void opened(weavemap::IntroductionId id);
    void moved(weavemap::IntroductionId id, weavemap::IntroductionState state);

private:
    struct Column
    {
        QWidget* box;
        TextLabel* head;
        BoardColumn* list;
    };
    Column makeColumn(IntroductionState state);
    void walk(std::size_t from, int step);
    void showMenu(const BoardColumn& column, IntroductionId id, const QPoint& globalPos);

    std::vector<Column> m_columns;
    std::vector<IntroductionId> m_forward; ///< the last one first
    IntroductionId m_toShow;
    bool m_endedShown = false;
};

} // namespace weavemap::ui
