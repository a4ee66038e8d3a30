// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapExport.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/base/SaveFile.h"
#include "ui/paint/LaidOutPage.h"

namespace weavemap::ui {

namespace {

constexpr int kDpi = 96; ///< one painter unit is one px of the page
constexpr double kPngRatio = 1.5;

QString creator() { return QStringLiteral("Weavemap"); }

bool writePdf(QBuffer& buffer, const LaidOutPage& page)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(page.title);
    writer.setCreator(creator());
    writer.setResolution(kDpi);
    writer.setPageSize(QPageSize(page.size * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paintMapPage(painter, page);
    return painter.end();
}

bool writeSvg(QBuffer& buffer, const LaidOutPage& page)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(page.title);
    generator.setDescription(creator());
    generator.setResolution(kDpi);
    generator.setSize(page.size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), page.size));
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    paintMapPage(painter, page);
    return painter.end();
}

bool writePng(QBuffer& buffer, const QImage& image)
{
    QImageWriter writer(&buffer, "png");
    return writer.write(image);
}

} // namespace

Result<> exportMap(const MapPage& page, const MapInput& input, const MapColors& print, const QString& path,
                   const RunContext& run)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool isPdf = suffix == QLatin1String("pdf"), isSvg = suffix == QLatin1String("svg");
    if (!isPdf && !isSvg && suffix != QLatin1String("png"))
        return fail(ErrorCode::unknownFormat, {path.toStdString()});
    WEAVEMAP_ASSIGN(const auto laidOut, layOutMapPage(page, input, print, run));
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    bool isWhole = false;
    if (isPdf) {
        isWhole = writePdf(buffer, *laidOut);
    } else if (isSvg) {
        isWhole = writeSvg(buffer, *laidOut);
    } else {
        WEAVEMAP_ASSIGN(QImage image, renderMapPage(*laidOut, kPngRatio, run));
        image.setDevicePixelRatio(1);
        image.setDotsPerMeterX(qRound(kDpi * kPngRatio / 0.0254));
        image.setDotsPerMeterY(qRound(kDpi * kPngRatio / 0.0254));
        isWhole = writePng(buffer, image);
    }
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    if (!isWhole || buffer.data().isEmpty())
        return fail(ErrorCode::exportFailed, {path.toStdString()});
    // Who may read the office's map is for the office to decide: nobody else until then.
    return saveFile(path, buffer.data(), Readers::owner);
}

} // namespace weavemap::ui
