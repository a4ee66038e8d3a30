// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TextMeasure.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <mutex>
#include <vector>

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QTextBoundaryFinder>
#include <QTransform>

#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

namespace {

/// Text is measured and outlined at this size and scaled: Qt's advances at small sizes change by 1/64 px once a glyph
/// has been drawn, and a picture must not depend on what was drawn before it.
constexpr int kMeasurePx = 200;
/// Any letter spacing at all turns ligatures off: "Griffin" must be found in a PDF as it is written.
constexpr double kLeastSpacing = 1.0 / 64;

int wholePx(float px) { return std::max(1, static_cast<int>(std::lround(px))); }

QFont fontOf(const QString& family, int px, bool bold, double spacing)
{
    QFont font(family);
    font.setPixelSize(px);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, spacing);
    return font;
}

QFont drawFont(const QString& family, float px, bool bold) { return fontOf(family, wholePx(px), bold, kLeastSpacing); }

QFont measureFont(const QString& family, float px, bool bold)
{
    return fontOf(family, kMeasurePx, bold, kLeastSpacing * kMeasurePx / wholePx(px));
}

/// Widths of recent texts: most labels of a map are those of the picture before.
class Widths
{
public:
    double of(const QString& text, const QString& family, float px, bool bold)
    {
        const Key key{text, family, wholePx(px), bold};
        {
            const std::scoped_lock lock(m_mutex);
            if (const auto found = m_widths.constFind(key); found != m_widths.constEnd())
                return *found;
        }
        const double width = QFontMetricsF(measureFont(family, px, bold)).horizontalAdvance(text);
        const std::scoped_lock lock(m_mutex);
        if (m_widths.size() >= kMost)
            m_widths.clear();
        m_widths.insert(key, width);
        return width;
    }

private:
    struct Key
    {
        QString text, family;
        int px;
        bool bold;
        bool operator==(const Key&) const = default;
        friend std::size_t qHash(const Key& key, std::size_t seed)
        {
            return qHashMulti(seed, key.text, key.family, key.px, key.bold);
        }
    };
    static constexpr qsizetype kMost = 4'000;
    std::mutex m_mutex;
    QHash<Key, double> m_widths;
};

double measureScale(float px) { return static_cast<double>(px) / kMeasurePx; }

} // namespace

double textWidth(const QString& text, const QString& family, float px, bool bold)
{
    static Widths widths;
    return widths.of(text, family, px, bold) * measureScale(px);
}

QString cutToWidth(const QString& text, const QString& family, float px, bool bold, double width)
{
    // No page holds more in one line, and measuring costs time with the length.
    constexpr qsizetype kLongest = 4000;
    QString line = text.left(kLongest);
    if (line.size() == text.size() && textWidth(text, family, px, bold) <= width)
        return text;
    std::vector<qsizetype> cuts;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, line);
    for (qsizetype at = 0; at >= 0; at = letters.toNextBoundary())
        cuts.push_back(at);
    const auto cutAt = [&line](qsizetype at) { return QString(line.left(at).trimmed() + QChar(0x2026)); };
    // Longer texts are wider: the first that is too wide is found by halving.
    const auto tooWide = std::partition_point(cuts.begin(), cuts.end(), [&](qsizetype at) {
        return textWidth(cutAt(at), family, px, bold) <= width;
    });
    return cutAt(tooWide == cuts.begin() ? 0 : *std::prev(tooWide));
}

QStringList wrapText(const QString& text, const QString& family, float px, double width)
{
    const QFontMetricsF metrics(measureFont(family, px, false));
    const double most = width / measureScale(px);
    QStringList lines;
    QString line;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > most) {
            lines.append(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty())
        lines.append(line);
    return lines;
}

PictureText makeText(const QString& text, QPointF baseline, const QString& family, float px, bool bold)
{
    PictureText out;
    out.text = text;
    out.baseline = baseline;
    out.px = px;
    out.bold = bold;
    const double size = static_cast<double>(px);
    out.box = QRectF(baseline.x(), baseline.y() - kAscent * size, textWidth(text, family, px, bold),
                     (kAscent + kDescent) * size);
    return out;
}

void paintText(QPainter& painter, const PictureText& text, const QString& family, TextInk ink)
{
    if (text.text.isEmpty())
        return;
    const bool hasHalo = text.haloWidth > 0 && text.halo.alpha() > 0;
    QPainterPath outline;
    if (hasHalo || ink == TextInk::outline) {
        outline.addText(QPointF(0, 0), measureFont(family, text.px, text.bold), text.text);
        outline = QTransform::fromScale(measureScale(text.px), measureScale(text.px)).map(outline);
        outline.setFillRule(Qt::WindingFill);
    }
    painter.save();
    painter.translate(text.baseline);
    if (hasHalo)
        painter.strokePath(
            outline, QPen(text.halo, static_cast<double>(text.haloWidth), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (ink == TextInk::outline) {
        painter.fillPath(outline, text.color);
    } else {
        const double scale = static_cast<double>(text.px) / wholePx(text.px);
        if (scale != 1.0)
            painter.scale(scale, scale);
        painter.setFont(drawFont(family, text.px, text.bold));
        painter.setPen(text.color);
        painter.drawText(QPointF(0, 0), text.text);
    }
    painter.restore();
}

} // namespace weavemap::ui
