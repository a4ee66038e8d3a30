// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/MapCanvas.h"
#include "ui/widgets/Card.h"

class QButtonGroup;

namespace weavemap::ui {

/// The tools of the map, one above the other: choose, draw a tie, add a person, the lasso, a path.
class ToolCard : public Card
{
    Q_OBJECT

public:
    explicit ToolCard(QWidget* parent = nullptr);

    void setTool(MapCanvas::Tool tool);
    /// Without editing drawing and adding are left out.
    void setEditable(bool editable);

Q_SIGNALS:
    void toolChosen(weavemap::ui::MapCanvas::Tool tool);

private:
    QButtonGroup* m_group;
};

} // namespace weavemap::ui
