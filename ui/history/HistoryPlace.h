// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Place.h"

class QListView;

namespace weavemap::ui {

class Button;
class EmptyState;
class HistoryModel;
class TextLabel;

/// Who changed what, when: one line a change, by day, the newest first; undo and redo from here, also back to a chosen
/// step at once.
class HistoryPlace : public Place
{
    Q_OBJECT

public:
    explicit HistoryPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;

private:
    enum class Way { back, forth };
    /// Undoes or redoes so many steps, one after the other; ends where one fails.
    void step(Way way, int count);
    /// How many steps the buttons go, by the chosen row.
    int stepsBack() const;
    int stepsForth() const;
    /// Whether so many steps back take the making of the sample network with them.
    bool takesSample(int count) const;
    bool mayTakeSample(); ///< asks
    void sync();

    Office m_office;
    HistoryModel* m_model;
    QListView* m_list;
    EmptyState* m_empty;
    TextLabel* m_subtitle;
    Button* m_undo;
    Button* m_redo;
    bool m_stepping = false;
};

} // namespace weavemap::ui
