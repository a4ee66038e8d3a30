// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/base/Type.h"

namespace weavemap::ui {

/// Quiet words on the map at its right edge, on a veil in the canvas' colour so that they can be read over the network.
class CanvasLabel : public QLabel
{
    Q_OBJECT

public:
    explicit CanvasLabel(TextStyle style, QWidget* parent = nullptr);

    void setTextStyle(TextStyle style);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextStyle m_style;
};

} // namespace weavemap::ui
