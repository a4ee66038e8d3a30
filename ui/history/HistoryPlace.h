// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Place.h"

class QListView;

namespace weavemap::ui {

class Button;
class EmptyState;
class HistoryModel;
class TextLabel;

/// Who changed what, when: one line a change, by day, the newest first; undo and redo from here.
class HistoryPlace : public Place
{
    Q_OBJECT

public:
    explicit HistoryPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;

private:
    void sync();

    Office m_office;
    HistoryModel* m_model;
    QListView* m_list;
    EmptyState* m_empty;
    TextLabel* m_subtitle;
    Button* m_undo;
    Button* m_redo;
};

} // namespace weavemap::ui
