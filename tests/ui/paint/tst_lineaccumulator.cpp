// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "core/base/Random.h"
#include "ui/paint/BlendRow.h"
#include "ui/paint/LineAccumulator.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr int kSide = 200;

QImage blank()
{
    QImage image(kSide, kSide, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage accumulated(const std::vector<TieClass>& classes, const std::vector<TieSegment>& segments, int bands = 1)
{
    QImage image = blank();
    for (int band = 0; band < bands; ++band)
        LineAccumulator(reinterpret_cast<QRgb*>(image.bits()), kSide, kSide, kSide * band / bands,
                        kSide * (band + 1) / bands)
            .draw(classes, segments, 1);
    return image;
}

/// The same strips as filled outlines: the general rasteriser's exact coverage.
QImage painted(const std::vector<TieClass>& classes, const std::vector<TieSegment>& segments)
{
    QImage image = blank();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const TieClass& look : classes)
        for (std::uint32_t i = look.begin; i < look.end; ++i) {
            const QPointF a(static_cast<double>(segments[i].x0), static_cast<double>(segments[i].y0));
            const QPointF b(static_cast<double>(segments[i].x1), static_cast<double>(segments[i].y1));
            const double length = std::hypot((b - a).x(), (b - a).y());
            const QPointF side = QPointF(a.y() - b.y(), b.x() - a.x()) / length * static_cast<double>(look.width) / 2;
            QColor color = QColor::fromRgb(look.color);
            color.setAlphaF(look.alpha);
            painter.setBrush(color);
            painter.drawPolygon(QPolygonF({a + side, b + side, b - side, a - side}));
        }
    return image;
}

struct Difference
{
    double mean = 0;
    int worst = 0;
};

Difference between(const QImage& a, const QImage& b)
{
    Difference difference;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const int d = std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y)));
            difference.mean += d;
            difference.worst = std::max(difference.worst, d);
        }
    difference.mean /= kSide * kSide;
    return difference;
}

constexpr QRgb kInk = 0xFF203040;

} // namespace

class LineAccumulatorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void line_agreesWithTheGeneralRasteriser_data();
    void line_agreesWithTheGeneralRasteriser();
    void overlap_followsOneMinusAlphaToTheN();
    void chain_hasNoSeams();
    void bands_giveTheSameImageAsOne();
    void classes_areDrawnInTheirOrder();
    void hostile_numbersDrawNothingAndDoNotCrash();
    void blend_isTheSameBitsEightAtATime();
    void curve_ofManyPiecesIsNoDarkerAtItsJoints();
};

void LineAccumulatorTest::line_agreesWithTheGeneralRasteriser_data()
{
    QTest::addColumn<double>("width");
    for (const double width : {0.6, 0.8, 1.15, 2.1, 4.5})
        QTest::addRow("width %.2f", width) << width;
}

void LineAccumulatorTest::line_agreesWithTheGeneralRasteriser()
{
    QFETCH(double, width);
    Random random(42);
    for (int k = 0; k < 60; ++k) {
        std::vector<TieSegment> segments{
            {static_cast<float>(random.unit() * 240 - 20), static_cast<float>(random.unit() * 240 - 20),
             static_cast<float>(random.unit() * 240 - 20), static_cast<float>(random.unit() * 240 - 20)}};
        if (k == 0)
            segments[0] = {20, 50.5F, 180, 50.5F};
        if (k == 1)
            segments[0] = {50, 20, 50, 180};
        if (k == 2)
            segments[0] = {20, 20, 180, 180};
        const std::vector<TieClass> classes{{kInk, 1.0F, static_cast<float>(width), 0, 1}};
        const Difference difference = between(accumulated(classes, segments), painted(classes, segments));
        QVERIFY2(difference.mean < 0.1, qPrintable(QStringLiteral("line %1: mean %2").arg(k).arg(difference.mean)));
        QVERIFY2(difference.worst <= 14, qPrintable(QStringLiteral("line %1: worst %2").arg(k).arg(difference.worst)));
    }
}

void LineAccumulatorTest::overlap_followsOneMinusAlphaToTheN()
{
    for (const int n : {1, 2, 5, 12}) {
        std::vector<TieSegment> segments(static_cast<std::size_t>(n), TieSegment{10, 100, 190, 100});
        const std::vector<TieClass> classes{{0xFF000000, 0.3F, 6, 0, static_cast<std::uint32_t>(n)}};
        const QImage image = accumulated(classes, segments);
        const double expected = 255 * std::pow(0.7, n);
        QVERIFY(std::abs(qGreen(image.pixel(100, 100)) - expected) <= 1.5);
        QCOMPARE(qGreen(image.pixel(100, 50)), 255);
    }
}

void LineAccumulatorTest::chain_hasNoSeams()
{
    // One line in eight pieces looks like one line.
    std::vector<TieSegment> pieces;
    for (int i = 0; i < 8; ++i)
        pieces.push_back({static_cast<float>(10 + i * 22.3), static_cast<float>(40 + i * 9.1),
                          static_cast<float>(10 + (i + 1) * 22.3), static_cast<float>(40 + (i + 1) * 9.1)});
    const std::vector<TieSegment> whole{{10, 40, pieces.back().x1, pieces.back().y1}};
    const QImage a = accumulated({{kInk, 0.6F, 2.1F, 0, 8}}, pieces);
    const QImage b = accumulated({{kInk, 0.6F, 2.1F, 0, 1}}, whole);
    const Difference difference = between(a, b);
    QVERIFY2(difference.worst <= 20, qPrintable(QString::number(difference.worst)));
    QVERIFY(difference.mean < 0.02);
}

void LineAccumulatorTest::bands_giveTheSameImageAsOne()
{
    Random random(9);
    std::vector<TieSegment> segments;
    for (int i = 0; i < 3000; ++i)
        segments.push_back({static_cast<float>(random.unit() * 200), static_cast<float>(random.unit() * 200),
                            static_cast<float>(random.unit() * 200), static_cast<float>(random.unit() * 200)});
    const std::vector<TieClass> classes{{kInk, 0.05F, 1.15F, 0, 1500}, {0xFFA02020, 0.05F, 2.1F, 1500, 3000}};
    const QImage one = accumulated(classes, segments, 1);
    QCOMPARE(accumulated(classes, segments, 3), one);
    QCOMPARE(accumulated(classes, segments, 7), one);
}

void LineAccumulatorTest::classes_areDrawnInTheirOrder()
{
    const std::vector<TieSegment> segments{{10, 100, 190, 100}, {100, 10, 100, 190}};
    const QImage image = accumulated({{0xFFFF0000, 1, 6, 0, 1}, {0xFF0000FF, 1, 6, 1, 2}}, segments);
    QCOMPARE(image.pixel(100, 100), QRgb(0xFF0000FF));
    QCOMPARE(image.pixel(40, 100), QRgb(0xFFFF0000));
}

void LineAccumulatorTest::hostile_numbersDrawNothingAndDoNotCrash()
{
    const float nan = std::nanf(""), far = 1e30F;
    const std::vector<TieSegment> segments{{nan, 0, 10, 10},          {0, 0, far, far},       {-far, 5, far, 5},
                                           {50, 50, 50, 50},          {-9, -9, -5, -2},       {0, nan, 3, nan},
                                           {1e6F, 1e6F, -1e6F, 3e5F}, {100, -1e5F, 101, 1e5F}};
    const QImage image = accumulated({{kInk, 0.5F, 1, 0, static_cast<std::uint32_t>(segments.size())}}, segments);
    QCOMPARE(image.size(), QSize(kSide, kSide));
    QVERIFY2(qGreen(image.pixel(100, 150)) < 250, "a long line through the image is drawn");
    QCOMPARE(accumulated({}, {}), blank());
}

void LineAccumulatorTest::blend_isTheSameBitsEightAtATime()
{
    // Every share against every strength of a channel, and row lengths that end between eights.
    for (int below = 0; below < 256; below += 5) {
        std::vector<QRgb> fast(65536, qRgb(below, 255 - below, (below * 7) % 256)), plain = fast;
        std::vector<std::uint16_t> through(65536);
        for (std::size_t i = 0; i < through.size(); ++i)
            through[i] = static_cast<std::uint16_t>(i);
        std::vector<std::uint16_t> sharesFast = through, sharesPlain = through;
        const QRgb color = qRgb(255 - below, below, (below * 3) % 256);
        const int count = 65536 - below % 9;
        blendRow(fast.data(), sharesFast.data(), count, color);
        blendRowPlainly(plain.data(), sharesPlain.data(), count, color);
        QVERIFY(fast == plain);
        QVERIFY(sharesFast == sharesPlain);
        QCOMPARE(sharesFast[100], std::uint16_t{65535});
    }
}

void LineAccumulatorTest::curve_ofManyPiecesIsNoDarkerAtItsJoints()
{
    // A flat arc in many pieces: along its middle the ink is even.
    std::vector<TieSegment> pieces;
    const auto at = [](double i) { return static_cast<float>(100 - 30 * (i / 40.0) * (1 - i / 40.0) * 4); };
    for (int i = 0; i < 40; ++i)
        pieces.push_back(
            {static_cast<float>(20 + 4 * i), at(i), static_cast<float>(20 + 4 * (i + 1)), at(i + 1)});
    const QImage image = accumulated({{0xFF000000, 0.5F, 4, 0, 40}}, pieces);
    for (int x = 40; x < 160; ++x) {
        const auto y = static_cast<int>(at((x + 0.5 - 20) / 4));
        QVERIFY2(std::abs(qGreen(image.pixel(x, y)) - 127) <= 2, qPrintable(QString::number(x)));
    }
}

QTEST_GUILESS_MAIN(LineAccumulatorTest)
#include "tst_lineaccumulator.moc"
