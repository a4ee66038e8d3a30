// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

/// One line of the legend: the sample as the map draws it, its words, and a count. Values can be clicked to filter;
/// `others`, which stands for several values, and other lines only say what they show.
class LegendRow : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { value, others, line };
    /// `hidden`: the value is filtered away now; `stale`: what the line says is being computed anew.
    enum class State { shown, hidden, stale };

    LegendRow(LegendEntry entry, MapColors colors, Kind kind, State state, QWidget* parent = nullptr);

    const LegendEntry& entry() const { return m_entry; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    LegendEntry m_entry;
    MapColors m_colors;
    Kind m_kind;
    State m_state;
};

} // namespace weavemap::ui
