// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/CanvasLabel.h"

namespace weavemap::ui {

/// How many are hidden or dimmed. Where filters hide them the words are pressed, by a click, Space or Enter, to see
/// which filters those are; for screen readers they are a button then.
class RemarkLabel : public CanvasLabel
{
    Q_OBJECT

public:
    explicit RemarkLabel(TextStyle style, QWidget* parent = nullptr);

    /// `tip`: what a press does; empty: nothing, the words are only read.
    void setPressTip(const QString& tip);
    bool isPressable() const { return !toolTip().isEmpty(); }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace weavemap::ui
