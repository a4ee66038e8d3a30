// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PagePreview.h"

#include <algorithm>

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {
constexpr double kEdge = 24;
constexpr double kMark = 20, kMarkEdge = 6; ///< of a sheet's number
} // namespace

PagePreview::PagePreview(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("exportPreview"));
    setAccessibleName(tr("Preview of the page"));
    setMinimumSize(320, 320);
}

void PagePreview::setPage(const QImage& image, QSizeF pageSize, const std::vector<QRectF>& sheets)
{
    m_sheets = sheets;
    m_image = image;
    m_pageSize = pageSize;
    update();
}

double PagePreview::ratioFor(QSizeF pageSize) const
{
    const double across = (width() - 2 * kEdge) / pageSize.width();
    const double down = (height() - 2 * kEdge) / pageSize.height();
    return std::clamp(std::min(across, down) * devicePixelRatioF(), 0.2, 4.0);
}

void PagePreview::resizeEvent(QResizeEvent*) { Q_EMIT resized(); }

void PagePreview::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::sunken));
    if (m_image.isNull() || m_pageSize.isEmpty())
        return;
    const double scale = ratioFor(m_pageSize) / devicePixelRatioF();
    const QSizeF size = m_pageSize * scale;
    const QRectF page(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.drawImage(page, m_image);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::border), 1));
    painter.drawRect(page);
    if (m_sheets.size() > 1)
        paintSheets(painter, page, scale);
}

void PagePreview::paintSheets(QPainter& painter, const QRectF& page, double scale) const
{
    const Theme& theme = currentTheme();
    painter.setFont(ui::font(TextStyle::second));
    int number = 0;
    for (const QRectF& sheet : m_sheets) {
        const QRectF box(page.topLeft() + sheet.topLeft() * scale, sheet.size() * scale);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ColorRole::accent), 1, Qt::DashLine));
        painter.drawRect(box);
        // A number on a round ground, so that it shows over any part of the map.
        const QRectF mark(box.topLeft() + QPointF(kMarkEdge, kMarkEdge), QSizeF(kMark, kMark));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::accent));
        painter.drawEllipse(mark);
        painter.setPen(theme.color(ColorRole::surface));
        painter.drawText(mark, Qt::AlignCenter, QString::number(++number));
    }
}

} // namespace weavemap::ui
