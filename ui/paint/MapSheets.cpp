// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapSheets.h"

#include <algorithm>

#include <QPainter>
#include <QPen>

#include "ui/paint/MapPicture.h"
#include "ui/paint/PaintWords.h"
#include "ui/paint/TextMeasure.h"

namespace weavemap::ui {

namespace {

constexpr double kPx = 1 / 0.75;   ///< px a point
constexpr double kEdge = 24 * kPx; ///< of a sheet, that a printer may leave white; marks stand there
constexpr double kMarkLength = 14 * kPx, kMarkGap = 3 * kPx;
constexpr double kLabelDrop = 15 * kPx;

QSizeF pointsOf(PaperSize paper)
{
    switch (paper) {
    case PaperSize::a5:
        return {419.528, 595.276};
    case PaperSize::a4:
        return {595.276, 841.89};
    case PaperSize::a3:
        return {841.89, 1190.55};
    case PaperSize::a2:
        return {1190.55, 1683.78};
    case PaperSize::a1:
        return {1683.78, 2383.94};
    case PaperSize::a0:
        return {2383.94, 3370.39};
    case PaperSize::letter:
        return {612, 792};
    case PaperSize::legal:
        return {612, 1008};
    case PaperSize::tabloid:
        return {792, 1224};
    }
    return {595.276, 841.89};
}

/// An overlap leaves most of a sheet to what only it shows.
double overlapOf(const MapPage& page)
{
    const QSizeF paper = paperSizePx(page);
    return std::clamp(page.poster.overlapPt * kPx, 0.0, std::min(paper.width(), paper.height()) / 4);
}

/// What a sheet of a poster shows.
QSizeF partSize(const MapPage& page) { return paperSizePx(page) - QSizeF(2 * kEdge, 2 * kEdge); }

} // namespace

QSizeF paperSizePx(const MapPage& page)
{
    const QSizeF points = pointsOf(page.paper);
    return (page.turn == PaperTurn::landscape ? points.transposed() : points) * kPx;
}

QSizeF pageSizePx(const MapPage& page)
{
    if (page.poster.isOneSheet())
        return paperSizePx(page);
    const QSizeF part = partSize(page);
    const double overlap = overlapOf(page);
    return {part.width() * page.poster.across - overlap * (page.poster.across - 1),
            part.height() * page.poster.down - overlap * (page.poster.down - 1)};
}

std::vector<MapSheet> sheetsOf(const MapPage& page)
{
    if (page.poster.isOneSheet()) {
        const QRectF all(QPointF(0, 0), paperSizePx(page));
        return {{1, 1, 1, all, all, {}}};
    }
    const QSizeF part = partSize(page);
    const double overlap = overlapOf(page);
    const QRectF all(QPointF(0, 0), pageSizePx(page));
    std::vector<MapSheet> sheets;
    for (int row = 0; row < page.poster.down; ++row)
        for (int column = 0; column < page.poster.across; ++column) {
            MapSheet sheet;
            sheet.number = static_cast<int>(sheets.size()) + 1;
            sheet.row = row + 1;
            sheet.column = column + 1;
            sheet.part = QRectF(QPointF(column * (part.width() - overlap), row * (part.height() - overlap)), part);
            sheet.cut = sheet.part.adjusted(column > 0 ? overlap / 2 : 0, row > 0 ? overlap / 2 : 0,
                                            column + 1 < page.poster.across ? -overlap / 2 : 0,
                                            row + 1 < page.poster.down ? -overlap / 2 : 0);
            sheet.at = QPointF(kEdge, kEdge);
            sheets.push_back(sheet);
        }
    return sheets;
}

void paintSheetMarks(QPainter& painter, const MapPage& page, const MapSheet& sheet, const MapColors& colors)
{
    if (page.poster.isOneSheet())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.text, 0.6, Qt::SolidLine, Qt::FlatCap));
    const QRectF cut = sheet.cut.translated(sheet.at - sheet.part.topLeft());
    const QRectF part(sheet.at, sheet.part.size());
    for (const double x : {cut.left(), cut.right()}) {
        painter.drawLine(QPointF(x, part.top() - kMarkGap), QPointF(x, part.top() - kMarkGap - kMarkLength));
        painter.drawLine(QPointF(x, part.bottom() + kMarkGap), QPointF(x, part.bottom() + kMarkGap + kMarkLength));
    }
    for (const double y : {cut.top(), cut.bottom()}) {
        painter.drawLine(QPointF(part.left() - kMarkGap, y), QPointF(part.left() - kMarkGap - kMarkLength, y));
        painter.drawLine(QPointF(part.right() + kMarkGap, y), QPointF(part.right() + kMarkGap + kMarkLength, y));
    }
    const QString family = MapStyle().fontFamily;
    const QString words =
        PaintWords::sheetNumber(sheet.number, page.poster.across * page.poster.down, sheet.row, sheet.column);
    PictureText text = makeText(words, {}, family, textpx::kSmall, false);
    text.baseline = QPointF(part.center().x() - text.box.width() / 2, part.bottom() + kLabelDrop);
    text.color = colors.muted;
    paintText(painter, text, family, TextInk::text);
    painter.restore();
}

} // namespace weavemap::ui
