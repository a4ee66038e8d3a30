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
    /// The size in one line.
    QSize sizeHint() const override;
    /// The size in no more than this width, in as many lines as that takes; parts set apart by " · " stay whole.
    QSize sizeWithin(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList linesWithin(int width) const;

    TextStyle m_style;
};

} // namespace weavemap::ui
