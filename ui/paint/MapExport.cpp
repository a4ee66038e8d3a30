// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapExport.h"

#include <algorithm>
#include <vector>

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>

#include "ui/base/SaveFile.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapSheets.h"
#include "ui/paint/PdfWriter.h"
#include "ui/paint/SvgWriter.h"

namespace weavemap::ui {

namespace {

constexpr double kDpi = 96;             ///< one unit of a page is one px
constexpr double kPoints = 0.75;        ///< a px
constexpr const char* kLanguage = "en"; ///< of the program's own words
constexpr double kClipboardRatio = 2;
constexpr double kLaidOut = 0.4, kPainted = 0.9; ///< shares of the work

QByteArray pdfOf(const MapPage& page, const LaidOutPage& laidOut, const RunContext& run)
{
    PdfWriter writer(laidOut.title, kLanguage);
    const QSizeF paper = paperSizePx(page);
    const std::vector<MapSheet> sheets = sheetsOf(page);
    for (const MapSheet& sheet : sheets) {
        if (run.cancelled())
            return {};
        run.progress(kLaidOut + (kPainted - kLaidOut) * sheet.number / static_cast<double>(sheets.size()));
        const QPointF move = (sheet.at - sheet.part.topLeft()) * kPoints;
        PdfWriter::Layer map{pageSizePx(page), QTransform(kPoints, 0, 0, kPoints, move.x(), move.y()), std::nullopt,
                             [&](QPainter& painter) { paintMapPage(painter, laidOut); }};
        if (page.poster.isOneSheet()) {
            writer.addPage(paper * kPoints, {map});
            continue;
        }
        map.window = QRectF(sheet.at * kPoints, sheet.part.size() * kPoints);
        writer.addPage(paper * kPoints,
                       {map, {paper, QTransform::fromScale(kPoints, kPoints), std::nullopt, [&](QPainter& painter) {
                                  paintSheetMarks(painter, page, sheet, laidOut.colors);
                              }}});
    }
    return writer.file();
}

QByteArray svgOf(const LaidOutPage& laidOut)
{
    const QSizeF px = laidOut.size * laidOut.scale;
    SvgWriter writer(laidOut.title, laidOut.picture->fontFamily, px);
    VectorDevice device(writer, px);
    QPainter painter(&device);
    paintMapPage(painter, laidOut);
    painter.end();
    return writer.file();
}

Result<QByteArray> pngOf(const LaidOutPage& laidOut, int dpi, const RunContext& run)
{
    WEAVEMAP_ASSIGN(QImage image, renderMapPage(laidOut, dpi / kDpi, run));
    run.progress(kPainted);
    image.setDevicePixelRatio(1);
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        return fail(ErrorCode::internal, {"image"});
    return buffer.data();
}

} // namespace

QSize pictureSize(const MapPage& page, int dpi) { return (pageSizePx(page) * (dpi / kDpi)).toSize(); }

Result<> exportMap(const MapPage& page, const MapInput& input, const MapColors& print, const QString& path,
                   const RunContext& run, int dpi)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool isPdf = suffix == QLatin1String("pdf"), isSvg = suffix == QLatin1String("svg");
    if (!isPdf && !isSvg && suffix != QLatin1String("png"))
        return fail(ErrorCode::unknownFormat, {path.toStdString()});
    WEAVEMAP_ASSIGN(const auto laidOut, layOutMapPage(page, input, print, run));
    run.progress(kLaidOut);
    QByteArray bytes;
    if (isPdf) {
        bytes = pdfOf(page, *laidOut, run);
    } else if (isSvg) {
        bytes = svgOf(*laidOut);
    } else {
        WEAVEMAP_ASSIGN(bytes, pngOf(*laidOut, std::clamp(dpi, kLeastDpi, kMostDpi), run));
    }
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    if (bytes.isEmpty())
        return fail(ErrorCode::exportFailed, {path.toStdString()});
    // Who may read the office's map is for the office to decide: nobody else until then.
    WEAVEMAP_TRY(saveFile(path, bytes, Readers::owner));
    run.progress(1);
    return {};
}

Result<QImage> pictureOfSeen(const MapPage& page, const MapInput& input, const MapViewport& view,
                             const MapColors& print, const RunContext& run)
{
    WEAVEMAP_ASSIGN(const auto laidOut, layOutSeenMap(page, input, view, print, run));
    WEAVEMAP_ASSIGN(QImage image, renderMapPage(*laidOut, kClipboardRatio, run));
    image.setDevicePixelRatio(1);
    return image;
}

Result<> printMap(QPagedPaintDevice& device, const MapPage& page, const MapInput& input, const MapColors& print,
                  const QString& where, int first, int last, const std::function<void()>& abandon,
                  const RunContext& run)
{
    WEAVEMAP_ASSIGN(const auto laidOut, layOutMapPage(page, input, print, run));
    run.progress(kLaidOut);
    std::vector<MapSheet> sheets = sheetsOf(page);
    std::erase_if(sheets, [&](const MapSheet& sheet) { return sheet.number < first || sheet.number > last; });
    if (sheets.empty())
        sheets = sheetsOf(page);
    QPainter painter;
    if (!painter.begin(&device))
        return fail(ErrorCode::exportFailed, {where.toStdString()});
    const QSizeF paper = paperSizePx(page);
    const QSizeF room(device.width(), device.height());
    const double fit = std::min(room.width() / paper.width(), room.height() / paper.height());
    int done = 0;
    for (const MapSheet& sheet : sheets) {
        if (run.cancelled()) {
            abandon();
            painter.end();
            return fail(ErrorCode::cancelled);
        }
        if (done > 0 && !device.newPage())
            return fail(ErrorCode::exportFailed, {where.toStdString()});
        painter.save();
        painter.translate((room.width() - paper.width() * fit) / 2, (room.height() - paper.height() * fit) / 2);
        painter.scale(fit, fit);
        painter.save();
        painter.setClipRect(QRectF(sheet.at, sheet.part.size()));
        painter.translate(sheet.at - sheet.part.topLeft());
        paintMapPage(painter, *laidOut);
        painter.restore();
        paintSheetMarks(painter, page, sheet, laidOut->colors);
        painter.restore();
        run.progress(kLaidOut + (1 - kLaidOut) * ++done / static_cast<double>(sheets.size()));
    }
    if (!painter.end())
        return fail(ErrorCode::exportFailed, {where.toStdString()});
    return {};
}

} // namespace weavemap::ui
