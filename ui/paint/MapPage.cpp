// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/MapPage.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <QImage>
#include <QPainter>
#include <QPen>

#include "ui/base/Convert.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/LeavingWords.h"
#include "ui/paint/LegendSample.h"
#include "ui/paint/MapPictureBuilder.h"
#include "ui/paint/PageInput.h"
#include "ui/paint/PageLegend.h"
#include "ui/paint/PagePlaces.h"
#include "ui/paint/PersonLook.h"
#include "ui/paint/RasterPainter.h"
#include "ui/paint/TextMeasure.h"
#include "ui/paint/VectorPainter.h"

namespace weavemap::ui {

namespace {

constexpr double kPx = 1 / 0.75; ///< px a point
constexpr double kFewOnAPoster = 200;
constexpr double kLargestUnscaled = 1340; ///< px: a side of the square as large as A3 and somewhat more
constexpr double kTitleDrop = 45 * kPx, kSubtitleDrop = 21 * kPx;
constexpr double kBodyLine = 15.5 * kPx, kSmallLine = 11 * kPx, kLegendLine = 18.5 * kPx;
constexpr double kMapSideways = 12; ///< hulls may reach a little into the margins
constexpr double kLeastMap = 80;
constexpr double kFootnoteShare = 0.84;
constexpr double kBetweenHeaders = 18;
constexpr double kColumnGap = 18, kLeastColumn = 180;
constexpr double kMostColumn = 0.3;    ///< of the width between the margins
constexpr double kWorthAColumn = 1.05; ///< how much larger the map must become for the legend to leave its foot
constexpr qsizetype kCaptionLines = 4;
constexpr double kSeenEdge = 9;    ///< points around the words below what is seen of a map
constexpr double kSeenFoot = 4000; ///< px: more than those words ever take

/// Pages larger than A3 are read from farther away: what is on them grows, as much as the paper does for few people, by
/// half of that for so many that they need the room.
double scaleOf(const MapPage& page, std::size_t people)
{
    const QSizeF size = pageSizePx(page);
    const double larger = std::sqrt(size.width() * size.height()) / kLargestUnscaled;
    const double share = std::clamp(
        1 - 0.4 * std::log10(static_cast<double>(std::max<std::size_t>(people, 1)) / kFewOnAPoster), 0.5, 1.0);
    return std::max(1.0, std::pow(larger, share));
}

/// Fills a page from the top and from the bottom; what is left between is the map's.
class PageFiller
{
public:
    PageFiller(LaidOutPage& out, const MapPage& page, const QString& family)
        : m_out(out), m_page(page), m_family(family), m_left(page.marginsPt.left() * kPx),
          m_right(out.size.width() - page.marginsPt.right() * kPx), m_top(page.marginsPt.top() * kPx),
          m_bottom(out.size.height() - page.marginsPt.bottom() * kPx), m_mapRight(m_right)
    {}

    void putHead()
    {
        double y = m_top;
        if (!m_page.headerLeft.isEmpty() || !m_page.headerRight.isEmpty()) {
            y += textpx::kSmall;
            const double half = (m_right - m_left) / 2;
            const QString right = fitted(m_page.headerRight, textpx::kSmall, false, half);
            const double taken =
                right.isEmpty() ? 0 : textWidth(right, m_family, textpx::kSmall, false) + kBetweenHeaders;
            putText(fitted(m_page.headerLeft, textpx::kSmall, false, taken), {m_left, y}, textpx::kSmall, false,
                    m_out.colors.muted);
            putRight(right, y);
        }
        if (!m_page.title.isEmpty()) {
            y += m_page.headerLeft.isEmpty() && m_page.headerRight.isEmpty() ? 20 * kPx : kTitleDrop;
            putText(fitted(m_page.title, textpx::kHeading, true), {m_left, y}, textpx::kHeading, true,
                    m_out.colors.text);
        }
        QStringList caption = wrapText(m_page.caption.text, m_family, textpx::kBase, m_right - m_left);
        if (caption.size() > kCaptionLines)
            caption =
                caption.mid(0, kCaptionLines - 1) + QStringList{caption.mid(kCaptionLines - 1).join(QLatin1Char(' '))};
        for (qsizetype line = 0; line < caption.size(); ++line) {
            y += line == 0 ? kSubtitleDrop : kBodyLine;
            putText(fitted(caption[line], textpx::kBase, false), {m_left, y}, textpx::kBase, false, m_out.colors.text);
        }
        if (!m_page.subtitle.isEmpty()) {
            y += kSubtitleDrop;
            putText(fitted(m_page.subtitle, textpx::kBase, false), {m_left, y}, textpx::kBase, false,
                    m_out.colors.muted);
        }
        m_top = y + 12 * kPx;
    }

    /// Keeps the room of the footnote, whose words the finished map has a share in: `longest` is all it can say.
    void keepFootnote(const QString& longest)
    {
        const auto count =
            static_cast<double>(std::max<qsizetype>(footLines(longest).size(), m_page.pageLabel.isEmpty() ? 0 : 1));
        if (count < 1)
            return;
        m_foot = m_bottom - (count - 1) * kSmallLine;
        m_bottom = m_foot - 17 * kPx;
        putRule(m_bottom);
        m_bottom -= 14 * kPx;
    }

    void putFootnote(const QString& footnote)
    {
        double y = m_foot;
        putRight(m_page.pageLabel, y);
        for (const QString& line : footLines(footnote)) {
            putText(line, {m_left, y}, textpx::kSmall, false, m_out.colors.muted);
            y += kSmallLine;
        }
    }

    void putSentence()
    {
        const QStringList lines = wrapText(m_page.sentence, m_family, textpx::kBase, m_right - m_left);
        if (lines.isEmpty())
            return;
        double y = m_bottom - static_cast<double>(lines.size() - 1) * kBodyLine - 6 * kPx;
        m_bottom = y - 27 * kPx;
        for (const QString& line : lines) {
            putText(line, {m_left, y}, textpx::kBase, false, m_out.colors.text);
            y += kBodyLine;
        }
    }

    void putLegend(const MapLegend& legend)
    {
        std::vector<std::vector<Entry>> rows;
        addRows(rows, legend.values);
        addRows(rows, legend.rows);
        if (rows.empty())
            return;
        double y = m_bottom - static_cast<double>(rows.size() - 1) * kLegendLine;
        m_bottom = y - 20 * kPx;
        for (const std::vector<Entry>& row : rows) {
            for (const Entry& entry : row)
                putEntry(entry, y);
            y += kLegendLine;
        }
        putRule(m_bottom);
        m_bottom -= 8 * kPx;
    }

    /// Legend and sentence below each other in a column at the right edge; false, and nothing put, where there is not
    /// enough room for them.
    bool putColumn(const MapLegend& legend)
    {
        std::vector<Entry> entries;
        double width = 0, height = 0, sample = 0;
        // Discs stand below discs and words below words, through both blocks.
        for (const auto* block : {&legend.values, &legend.rows})
            for (const LegendEntry& entry : *block)
                sample = std::max(sample, legendSampleWidth(entry));
        const auto add = [&](const std::vector<LegendEntry>& block) {
            for (const LegendEntry& entry : block) {
                entries.push_back(measured(entry));
                entries.back().sample = sample;
                width = std::max(width, entries.back().sample + 10 + entries.back().text);
            }
            height += static_cast<double>(block.size()) * kLegendLine;
        };
        add(legend.values);
        const std::size_t values = entries.size();
        add(legend.rows);
        width = std::max(width, kLeastColumn);
        const QStringList lines = wrapText(m_page.sentence, m_family, textpx::kBase, width);
        const double gap = values > 0 && values < entries.size() ? kColumnGap : 0;
        height += gap + (lines.isEmpty() ? 0 : kColumnGap + static_cast<double>(lines.size()) * kBodyLine);
        if (entries.empty() || width > kMostColumn * (m_right - m_left) || height > m_bottom - m_top)
            return false;
        const double left = m_right - width;
        double y = m_top + kLegendLine;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i == values)
                y += gap;
            entries[i].x = left;
            putEntry(entries[i], y);
            y += kLegendLine;
        }
        y += kColumnGap;
        for (const QString& line : lines) {
            putText(line, {left, y}, textpx::kBase, false, m_out.colors.text);
            y += kBodyLine;
        }
        m_mapRight = left - kColumnGap;
        return true;
    }

    /// Below it everything is taken.
    double bottom() const { return m_bottom; }

    QRectF mapRect() const
    {
        const auto even = [](double x) { return std::round(x / 2) * 2; };
        const double height = std::max(kLeastMap, m_bottom - m_top);
        return {even(m_left - kMapSideways), even(m_top), even(m_mapRight - m_left + 2 * kMapSideways), even(height)};
    }

private:
    struct Entry
    {
        LegendEntry entry;
        double x = 0, sample = 0, text = 0;
    };

    QStringList footLines(const QString& footnote) const
    {
        return wrapText(footnote, m_family, textpx::kSmall, (m_right - m_left) * kFootnoteShare);
    }

    void putText(const QString& words, QPointF baseline, float px, bool bold, const QColor& color)
    {
        if (words.isEmpty())
            return;
        PictureText text = makeText(words, baseline, m_family, px, bold);
        text.color = color;
        m_out.texts.push_back(std::move(text));
    }
    void putRight(const QString& words, double y)
    {
        putText(words, {m_right - textWidth(words, m_family, textpx::kSmall, false), y}, textpx::kSmall, false,
                m_out.colors.muted);
    }
    void putRule(double y) { m_out.rules.emplace_back(m_left, y, m_right, y); }

    /// The text, cut where the page is too narrow for it.
    QString fitted(const QString& text, float px, bool bold, double taken = 0) const
    {
        return cutToWidth(text, m_family, px, bold, m_right - m_left - taken);
    }

    Entry measured(const LegendEntry& legendEntry) const
    {
        Entry entry{legendEntry, 0, legendSampleWidth(legendEntry), 0};
        if (!entry.entry.shortText.isEmpty())
            entry.entry.text = entry.entry.shortText;
        const double count =
            entry.entry.count < 0 ? 0 : 5 + textWidth(formatCount(entry.entry.count), m_family, kLegendPx, false);
        entry.entry.text = fitted(entry.entry.text, kLegendPx, false, entry.sample + 10 + count);
        entry.text = textWidth(entry.entry.text, m_family, kLegendPx, false) + count;
        return entry;
    }

    void addRows(std::vector<std::vector<Entry>>& rows, const std::vector<LegendEntry>& entries) const
    {
        double x = m_left;
        bool isFirst = true;
        for (const LegendEntry& legendEntry : entries) {
            Entry entry = measured(legendEntry);
            const double width = entry.sample + 10 + entry.text;
            if (isFirst || x + width > m_right) {
                rows.emplace_back();
                x = m_left;
                isFirst = false;
            }
            entry.x = x;
            x += width + 22;
            rows.back().push_back(std::move(entry));
        }
    }

    void putEntry(const Entry& entry, double y)
    {
        m_out.samples.push_back({QRectF(entry.x, y - 12, entry.sample, 15), entry.entry});
        const double x = entry.x + entry.sample + 10;
        putText(entry.entry.text, {x, y}, kLegendPx, false, m_out.colors.text);
        if (entry.entry.count >= 0)
            putText(formatCount(entry.entry.count),
                    {x + textWidth(entry.entry.text, m_family, kLegendPx, false) + 5, y}, kLegendPx, false,
                    m_out.colors.muted);
    }

    static constexpr float kLegendPx = 9.5F / 0.75F;

    LaidOutPage& m_out;
    const MapPage& m_page;
    QString m_family;
    double m_left, m_right, m_top, m_bottom, m_mapRight;
    double m_foot = 0; ///< baseline of the footnote's first line
};

void paintFrame(QPainter& painter, const LaidOutPage& page, TextInk ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(page.colors.border, 1, Qt::SolidLine, Qt::FlatCap));
    for (const QLineF& rule : page.rules)
        painter.drawLine(rule);
    for (const LaidOutPage::Sample& sample : page.samples)
        paintLegendSample(painter, sample.box, sample.entry, page.colors);
    for (const PictureText& text : page.texts)
        paintText(painter, text, page.picture->fontFamily, ink);
    painter.restore();
}

/// The page with what it says of the view that it shows: caption and path or circle, as they may leave.
MapPage withWords(MapPage page, const MapInput& leaving)
{
    // A sentence with somebody's name cut out may still tell who is meant: it stands there whole or not at all.
    const bool mayStand = LeavingWords(page.names, leaving.style.purpose).shown(page.caption) == page.caption.text;
    page.caption = {mayStand ? page.caption.text.simplified() : QString()};
    QStringList subtitle{page.subtitle, litWords(leaving)};
    // A part of the network must not be taken for all of it: what is left out of a line that is too long stands below.
    constexpr qsizetype kLongestFilter = 60;
    if (const QString only = filterWords(leaving); only.size() <= kLongestFilter)
        subtitle.insert(1, only);
    subtitle.removeAll(QString());
    page.subtitle = subtitle.join(QStringLiteral(" · "));
    return page;
}

} // namespace

Result<std::shared_ptr<const LaidOutPage>> layOutMapPage(const MapPage& asked, const MapInput& input,
                                                         const MapColors& print, const RunContext& run)
{
    auto out = std::make_shared<LaidOutPage>();
    const MapInput leaving = inputOnPage(asked, input, print);
    const MapPage page = withWords(asked, leaving);
    out->scale = scaleOf(page, looksOf(leaving, 1).drawn);
    out->size = pageSizePx(page) / out->scale;
    out->transparent = page.transparent;
    out->colors = print;
    out->title = page.title;

    // The legend and the footnote say what the picture holds, and take room from it: a picture without texts tells
    // first.
    MapInput bare = leaving;
    bare.style.labels = MapLabels::none;
    bare.style.hulls = false;
    WEAVEMAP_ASSIGN(const auto contents, buildMapPicture(bare, MapViewport{}, run));

    const MapLegend legend = legendOnPage(contents->legend, leaving);

    // A wide page leaves its sides empty where the network is tall: legend and sentence go there if the map gains.
    LaidOutPage below = *out, beside = *out;
    const int most = page.names == NamesPolicy::hidden ? 0 : static_cast<int>(leaving.people.size());
    const bool saysAll = leaving.style.labels == MapLabels::everyone && page.names != NamesPolicy::full;
    const QString footnote = footnoteOf(page, leaving, *contents, saysAll ? 0 : most);
    PageFiller foot(below, page, leaving.style.fontFamily);
    foot.putHead();
    foot.keepFootnote(footnote);
    foot.putSentence();
    if (page.legend)
        foot.putLegend(legend);
    below.mapRect = foot.mapRect();
    PageFiller side(beside, page, leaving.style.fontFamily);
    side.putHead();
    side.keepFootnote(footnote);
    const bool fits = page.legend && side.putColumn(legend);
    beside.mapRect = side.mapRect();
    WEAVEMAP_ASSIGN(PagePlaces placed, placedOnPage(leaving, below.mapRect.size(), run));
    bool column = false;
    if (fits) {
        WEAVEMAP_ASSIGN(PagePlaces wide, placedOnPage(leaving, beside.mapRect.size(), run));
        column = wide.view.scale > kWorthAColumn * placed.view.scale;
        if (column)
            placed = std::move(wide);
    }
    WEAVEMAP_ASSIGN(const auto picture, buildMapPicture(placed.input, placed.view, run));
    (column ? side : foot).putFootnote(footnoteOf(page, leaving, *contents, picture->unnamed));
    *out = column ? std::move(beside) : std::move(below);
    out->picture = picture;
    return out;
}

Result<std::shared_ptr<const LaidOutPage>> layOutSeenMap(const MapPage& asked, const MapInput& input,
                                                         const MapViewport& view, const MapColors& print,
                                                         const RunContext& run)
{
    MapInput leaving = inputOnPage(asked, input, print);
    leaving.style.labels = input.style.labels;
    leaving.style.arrows = input.style.arrows;
    keepLit(leaving, input.focus);
    closeRows(leaving);
    MapViewport clear = view;
    clear.obstacles.clear(); // what floats on the screen stays there
    WEAVEMAP_ASSIGN(const auto picture, buildMapPicture(leaving, clear, run));

    MapPage page = asked;
    page.subtitle.clear();
    page = withWords(std::move(page), leaving);
    QStringList words{page.caption.text, page.subtitle};
    words.removeAll(QString());
    for (QString& sentence : words)
        if (!sentence.endsWith(QLatin1Char('.')))
            sentence += QLatin1Char('.');
    page.footnote = words.join(QLatin1Char(' '));
    page.marginsPt = QMarginsF(kSeenEdge, 0, kSeenEdge, kSeenEdge);
    const QString footnote = footnoteOf(page, leaving, *picture, picture->unnamed);
    const MapLegend legend = legendOnPage(picture->legend, leaving);

    LaidOutPage made;
    made.mapRect = QRectF(QPointF(0, 0), view.size);
    made.picture = picture;
    made.colors = print;
    const auto lay = [&](double height) {
        auto out = std::make_shared<LaidOutPage>(made);
        out->size = QSizeF(view.size.width(), height);
        PageFiller foot(*out, page, leaving.style.fontFamily);
        foot.keepFootnote(footnote);
        foot.putFootnote(footnote);
        foot.putLegend(legend);
        return std::pair(out, foot.bottom());
    };
    // The words are put from the bottom up: how high they are tells how large the whole is.
    const double free = lay(view.size.height() + kSeenFoot).second;
    return lay(std::ceil(2 * view.size.height() + kSeenFoot - free)).first;
}

void paintMapPage(QPainter& painter, const LaidOutPage& page)
{
    painter.save();
    painter.scale(page.scale, page.scale);
    if (!page.transparent)
        painter.fillRect(QRectF(QPointF(0, 0), page.size), page.colors.canvas);
    painter.save();
    painter.translate(page.mapRect.topLeft());
    VectorPainter::paint(painter, *page.picture, VectorPainter::Canvas::leave);
    painter.restore();
    paintFrame(painter, page, TextInk::text);
    painter.restore();
}

Result<QImage> renderMapPage(const LaidOutPage& page, double devicePixelRatio, const RunContext& run)
{
    const double ratio = devicePixelRatio * page.scale;
    const QSize size = (page.size * ratio).toSize();
    if (size.width() > kLargestPicture || size.height() > kLargestPicture)
        return fail(ErrorCode::internal, {"image"});
    QImage image(size, page.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::internal, {"image"});
    image.fill(page.transparent ? QColor(Qt::transparent) : page.colors.canvas);
    QPainter painter;
    if (page.transparent) {
        // The screen's back end is opaque; this one is slower.
        painter.begin(&image);
        painter.scale(ratio, ratio);
        painter.save();
        painter.translate(page.mapRect.topLeft());
        VectorPainter::paint(painter, *page.picture, VectorPainter::Canvas::leave, TextInk::outline);
        painter.restore();
    } else {
        WEAVEMAP_ASSIGN(QImage map, RasterPainter::render(*page.picture, ratio, run));
        map.setDevicePixelRatio(1);
        painter.begin(&image);
        painter.drawImage((page.mapRect.topLeft() * ratio).toPoint(), map);
        painter.scale(ratio, ratio);
    }
    paintFrame(painter, page, TextInk::outline);
    painter.end();
    if (run.cancelled())
        return fail(ErrorCode::cancelled);
    image.setDevicePixelRatio(devicePixelRatio);
    return image;
}

} // namespace weavemap::ui
