// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartCanvas.h"

#include <QChart>
#include <QHelpEvent>
#include <QToolTip>

#include "ui/base/ThemeController.h"
#include "ui/chartkit/ChartScene.h"

namespace weavemap::ui {

namespace {
constexpr double kWhileComputing = 0.45;
} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setBackgroundBrush(Qt::NoBrush);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(120, 80);
    if (auto* const controller = ThemeController::instance())
        connect(controller, &ThemeController::themeChanged, this, &ChartCanvas::rebuild);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setSpec(const ChartSpec& spec)
{
    m_spec = spec;
    setAccessibleName(spec.title);
    setAccessibleDescription(spec.subtitle);
    rebuild();
}

void ChartCanvas::setComputing(bool computing)
{
    m_spec.isComputing = computing;
    chart()->setOpacity(computing ? kWhileComputing : 1.0);
}

void ChartCanvas::rebuild()
{
    auto next = std::make_unique<ChartScene>(m_spec, currentTheme());
    // The view keeps the old chart on to its end; it is ours from here.
    QChart* const old = chart();
    setChart(next->chart());
    m_content = std::move(next);
    delete old;
    setComputing(m_spec.isComputing);
    m_content->layOut(viewport()->size());
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    if (m_content)
        m_content->layOut(viewport()->size());
}

bool ChartCanvas::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_content) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString words = m_content->tipAt(mapToScene(help->pos()));
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), words, viewport());
        return true;
    }
    return QChartView::viewportEvent(event);
}

} // namespace weavemap::ui
