// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Icons.h"

#include <cmath>

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/base/Fonts.h"
#include "ui/base/ThemeController.h"
#include "ui/base/TintIconEngine.h"

namespace weavemap::ui {

namespace {

constexpr double kGrid = 24.0;
constexpr auto kLine = "stroke-width=\"1.75\"";
constexpr auto kStrongLine = "stroke-width=\"2\"";

/// The file of an icon, or no bytes.
const QByteArray& source(const QString& name)
{
    static QHash<QString, QByteArray> files;
    const auto known = files.constFind(name);
    if (known != files.constEnd())
        return *known;
    loadResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    return *files.insert(name, bytes);
}

/// The icon in one colour; light lines on a filled ground look thinner, so they are drawn stronger.
void render(QPainter* painter, const QString& name, const QColor& color, const QRectF& rect)
{
    QByteArray bytes = source(name);
    if (bytes.isEmpty())
        return;
    bytes.replace("#000", color.name(QColor::HexRgb).toLatin1());
    if (color.rgb() == currentTheme().color(ColorRole::onAccent).rgb())
        bytes.replace(kLine, kStrongLine);
    QSvgRenderer renderer(bytes);
    const double opacity = painter->opacity();
    painter->setOpacity(opacity * color.alphaF());
    renderer.render(painter, rect);
    painter->setOpacity(opacity);
}

/// Device pixels for each px of the painter where a cached picture may be drawn, 0 where lines have to be drawn anew:
/// on pages, and under a turn or a stretch.
double pictureRatio(const QPainter& painter)
{
    const QPaintEngine* const engine = painter.paintEngine();
    const QTransform t = painter.deviceTransform();
    const bool even = t.type() <= QTransform::TxScale && t.m11() > 0 && qFuzzyCompare(t.m11(), t.m22());
    return engine && engine->type() == QPaintEngine::Raster && even ? t.m11() : 0;
}

class MarkEngine final : public QIconEngine
{
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintAppMark(painter, rect, currentTheme());
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }
    QIconEngine* clone() const override { return new MarkEngine; }
};

} // namespace

QIcon icon(const QString& name, ColorRole role) { return icon(name, role, role); }

QIcon icon(const QString& name, ColorRole role, ColorRole onRole)
{
    if (source(name).isEmpty())
        return {};
    return QIcon(new TintIconEngine(name, role, onRole));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int side, double ratio)
{
    const int pixels = static_cast<int>(std::lround(side * ratio));
    if (pixels <= 0 || source(name).isEmpty())
        return {};
    const QString key = QStringLiteral("weavemap/%1/%2/%3").arg(name, color.name(QColor::HexArgb)).arg(pixels);
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        result = QPixmap(pixels, pixels);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::Antialiasing);
        render(&painter, name, color, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, result);
    }
    result.setDevicePixelRatio(ratio);
    return result;
}

void paintIcon(QPainter* painter, const QString& name, const QColor& color, const QRectF& rect)
{
    const double side = std::min(rect.width(), rect.height());
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    if (const double ratio = pictureRatio(*painter); ratio > 0) {
        // On whole device pixels, so that lines stay as crisp as they were rendered.
        const QTransform t = painter->deviceTransform();
        const QPointF onDevice = t.map(square.topLeft());
        const QPointF aligned(std::round(onDevice.x()), std::round(onDevice.y()));
        const QPixmap picture = iconPixmap(name, color, static_cast<int>(std::lround(side)), ratio);
        painter->drawPixmap(t.inverted().map(aligned), picture);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    render(painter, name, color, square);
    painter->restore();
}

QIcon appMark() { return QIcon(new MarkEngine); }

void paintAppMark(QPainter* painter, const QRectF& rect, const Theme& theme)
{
    const double side = std::min(rect.width(), rect.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.center());
    painter->scale(side / kGrid, side / kGrid);
    const auto strand = [](double y) {
        QPainterPath path(QPointF(-9, -y));
        path.cubicTo(QPointF(-3.5, -y), QPointF(-3.5, y), QPointF(2, y));
        path.lineTo(QPointF(9, y));
        return path;
    };
    constexpr double kHeight = 5.0, kWidth = 2.2, kDisc = 2.2;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.color(ColorRole::accent), kWidth, Qt::SolidLine, Qt::RoundCap));
    painter->drawPath(strand(kHeight));
    painter->setPen(QPen(theme.color(ColorRole::muted), kWidth, Qt::SolidLine, Qt::RoundCap));
    painter->drawPath(strand(-kHeight));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(ColorRole::accent));
    painter->drawEllipse(QPointF(-9, -kHeight), kDisc, kDisc);
    painter->drawEllipse(QPointF(9, kHeight), kDisc, kDisc);
    painter->restore();
}

QStringList iconNames()
{
    loadResources();
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace weavemap::ui
