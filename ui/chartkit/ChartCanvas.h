// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QChartView>

#include "ui/chartkit/ChartSpec.h"

namespace weavemap::ui {

class ChartScene;

/// The drawn part of a chart on screen: no frame, no animation, follows theme and size, tells figures under the
/// pointer.
class ChartCanvas : public QChartView
{
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);
    ~ChartCanvas() override;

    void setSpec(const ChartSpec& spec);
    void setComputing(bool computing);
    /// Not that of what was drawn last: charts beside each other share the room, whatever each has to draw.
    QSize sizeHint() const override { return minimumSize(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void rebuild();

    ChartSpec m_spec;
    std::unique_ptr<ChartScene> m_content;
};

} // namespace weavemap::ui
