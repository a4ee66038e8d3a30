// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapCanvas.h"
#include "ui/widgets/Card.h"

class QHBoxLayout;

namespace weavemap::ui {

class IconButton;
class TextLabel;

/// What to do now with the tool in hand, beside the tools: where it begins, and that Escape stops it.
class ToolHint : public Card
{
    Q_OBJECT

public:
    explicit ToolHint(QWidget* parent = nullptr);

    /// `from`: the name of who is chosen, where a tie begins with them; empty: nobody is. Nothing is shown of the tool
    /// that chooses and moves.
    void setTool(MapCanvas::Tool tool, const QString& from);

Q_SIGNALS:
    void closeRequested();

private:
    QHBoxLayout* m_head;
    TextLabel* m_title;
    TextLabel* m_sentence;
    TextLabel* m_stop;
    IconButton* m_close;
};

} // namespace weavemap::ui
