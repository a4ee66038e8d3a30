// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/ShapedText.h"

#include <algorithm>

#include <QGlyphRun>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include "ui/paint/VectorDevice.h"

namespace weavemap::ui {

namespace {

std::vector<ShapedGlyph> glyphsOf(const QTextLine& line, int from, int length, double scale)
{
    std::vector<ShapedGlyph> glyphs;
    const double ascent = line.ascent();
    for (const QGlyphRun& run : line.glyphRuns(from, length)) {
        const QList<quint32> ids = run.glyphIndexes();
        const QList<QPointF> places = run.positions();
        for (qsizetype i = 0; i < std::min(ids.size(), places.size()); ++i)
            glyphs.push_back({run.rawFont(), ids[i], (places[i] - QPointF(0, ascent)) * scale});
    }
    return glyphs;
}

bool isSame(const std::vector<ShapedGlyph>& a, const std::vector<ShapedGlyph>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ShapedGlyph& one, const ShapedGlyph& other) {
        return one.glyph == other.glyph && one.at == other.at;
    });
}

double leftOf(const ShapedCluster& cluster)
{
    double left = cluster.glyphs.front().at.x();
    for (const ShapedGlyph& glyph : cluster.glyphs)
        left = std::min(left, glyph.at.x());
    return left;
}

} // namespace

std::vector<ShapedCluster> shaped(const VectorText& text)
{
    QFont font = text.font;
    const double scale = text.px / kShapedPx;
    font.setLetterSpacing(QFont::AbsoluteSpacing, font.letterSpacing() * kShapedPx / std::max(1, font.pixelSize()));
    font.setPixelSize(kShapedPx);
    QTextLayout layout(text.text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    std::vector<ShapedCluster> clusters;
    if (!line.isValid())
        return clusters;
    std::vector<ShapedGlyph> last;
    // A letter goes with its marks.
    QTextBoundaryFinder letter(QTextBoundaryFinder::Grapheme, text.text);
    for (int from = 0; from < text.text.size();) {
        const auto next = static_cast<int>(letter.toNextBoundary());
        const int length = (next > from ? next : static_cast<int>(text.text.size())) - from;
        std::vector<ShapedGlyph> glyphs = glyphsOf(line, from, length, scale);
        const QString letters = text.text.mid(from, length);
        from += length;
        // Letters that are drawn together give the same glyphs each, or none.
        if (!clusters.empty() && (glyphs.empty() || isSame(glyphs, last)))
            clusters.back().text += letters;
        else if (!glyphs.empty())
            clusters.push_back({letters, glyphs});
        if (!glyphs.empty())
            last = std::move(glyphs);
    }
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const ShapedCluster& a, const ShapedCluster& b) { return leftOf(a) < leftOf(b); });
    return clusters;
}

} // namespace weavemap::ui
