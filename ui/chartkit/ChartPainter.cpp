// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartkit/ChartPainter.h"

#include <cmath>

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QPainter>

#include "ui/base/Type.h"
#include "ui/chartkit/ChartScene.h"

namespace weavemap::ui {

namespace {

constexpr double kTextGap = 8;

double paintLine(QPainter* painter, const QRectF& rect, const QString& words, TextStyle style, const QColor& color)
{
    if (words.isEmpty())
        return 0;
    const QFont face = font(style);
    painter->setFont(face);
    painter->setPen(color);
    const QRectF line(rect.left(), rect.top(), rect.width(), lineHeight(style));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(face).elidedText(words, Qt::ElideRight, rect.width()));
    return lineHeight(style);
}

} // namespace

void paintChart(QPainter* painter, const QRectF& rect, const ChartSpec& spec, const Theme& theme, ChartNames names)
{
    painter->save();
    QRectF rest = rect;
    rest.setTop(rest.top() + paintLine(painter, rest, spec.title, TextStyle::section, theme.color(ColorRole::text)));
    rest.setTop(rest.top() + paintLine(painter, rest, subtitleWithAge(spec, spec.subtitle), TextStyle::second, theme.color(ColorRole::muted)));
    rest.setTop(rest.top() + kTextGap);
    if (!spec.isEmpty() && rest.width() > 40 && rest.height() > 40) {
        ChartScene content(names == ChartNames::leave ? withoutNames(spec) : spec, theme);
        QGraphicsScene scene;
        scene.addItem(content.chart());
        const QRectF page(QPointF(0, 0), rest.size());
        scene.setSceneRect(page);
        content.layOut(page.size());
        painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        scene.render(painter, rest, page, Qt::IgnoreAspectRatio);
    }
    painter->restore();
}

QImage chartImage(const ChartSpec& spec, const QSize& size, double ratio)
{
    const Theme& theme = Theme::print();
    const auto pixels = [ratio](int px) { return static_cast<int>(std::lround(px * ratio)); };
    QImage image(pixels(size.width()), pixels(size.height()), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(ColorRole::canvas));
    QPainter painter(&image);
    constexpr double kMargin = 16;
    const QRectF page(0, 0, size.width(), size.height());
    paintChart(&painter, page.adjusted(kMargin, kMargin, -kMargin, -kMargin), spec, theme, ChartNames::leave);
    return image;
}

} // namespace weavemap::ui
