// SPDX-License-Identifier: GPL-3.0-or-later
// Export equals screen: the vector back end, through QPainter, a PDF renderer and an SVG one, against the raster one.
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/MapPage.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

constexpr double kRatio = 1.5; ///< 144 dpi

struct Difference
{
    double mean = 0;      ///< of 255, over all pixels outside text boxes
    double calmShare = 1; ///< of 8 x 8 blocks that differ by at most 16
};

/// Compares two renderings of a page; what text covers is left to the tests of text.
Difference between(const QImage& a, const QImage& b, const LaidOutPage& page)
{
    QImage mask(a.size(), QImage::Format_Grayscale8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.scale(kRatio, kRatio);
        for (const PictureText& text : page.texts)
            painter.fillRect(text.box.adjusted(-3, -3, 3, 3), Qt::white);
        painter.translate(page.mapRect.topLeft());
        for (const PictureText& text : page.picture->texts)
            painter.fillRect(text.box.adjusted(-3, -3, 3, 3), Qt::white);
    }
    Difference difference;
    double sum = 0, counted = 0, blocks = 0, calm = 0;
    for (int top = 0; top < a.height(); top += 8)
        for (int left = 0; left < a.width(); left += 8) {
            double blockSum = 0, blockCounted = 0;
            for (int y = top; y < std::min(top + 8, a.height()); ++y)
                for (int x = left; x < std::min(left + 8, a.width()); ++x) {
                    if (qGray(mask.pixel(x, y)) != 0)
                        continue;
                    const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                    blockSum += (std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) +
                                 std::abs(qBlue(p) - qBlue(q))) /
                                3.0;
                    blockCounted += 1;
                }
            sum += blockSum;
            counted += blockCounted;
            if (blockCounted > 0) {
                blocks += 1;
                calm += blockSum / blockCounted <= 16 ? 1 : 0;
            }
        }
    difference.mean = sum / std::max(1.0, counted);
    difference.calmShare = calm / std::max(1.0, blocks);
    return difference;
}

} // namespace

class BackendsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void page_equalsTheScreensPicture_data();
    void page_equalsTheScreensPicture();
    void picturesWithoutGround_areTheSameOnWhite();
    void comparison_wouldSeeAMissingTieOrFog();

private:
    MapPage m_page;
};

void BackendsTest::initTestCase()
{
    loadResources();
    QVERIFY(loadFonts());
    m_page.title = QStringLiteral("Who exchanges help and ideas");
}

namespace {

/// The six views that pages are compared on.
MapInput inputOf(const QString& view)
{
    MapInput input = sampleMap(view == QLatin1String("large") ? 5'000 : 142);
    if (view == QLatin1String("circle")) {
        std::vector<bool> isNear(input.people.size(), false);
        isNear[3] = true;
        for (const MapTie& tie : input.ties)
            if (tie.a == 3 || tie.b == 3)
                isNear[tie.a] = isNear[tie.b] = true;
        for (std::size_t i = 0; i < input.people.size(); ++i)
            input.people[i].hidden = !isNear[i];
    } else if (view == QLatin1String("filtered")) {
        for (MapPerson& person : input.people)
            person.hidden = person.group == 1 || person.group == 2;
    } else if (view == QLatin1String("compared")) {
        for (std::size_t i = 0; i < input.ties.size(); ++i)
            input.ties[i].change = i % 5 == 0   ? MapTieChange::fresh
                                   : i % 7 == 0 ? MapTieChange::lost
                                                : MapTieChange::kept;
    }
    return input;
}

QImage withoutRatio(QImage image)
{
    image.setDevicePixelRatio(1);
    return image;
}

void verifySame(const QImage& raster, QImage other, const LaidOutPage& page, const char* what)
{
    QVERIFY2(std::abs(other.width() - raster.width()) <= 2 && std::abs(other.height() - raster.height()) <= 2, what);
    other = other.convertToFormat(QImage::Format_RGB32).copy(0, 0, raster.width(), raster.height());
    const Difference difference = between(raster, other, page);
    qInfo("%s: mean %.3f of 255, calm blocks %.3f %%", what, difference.mean, 100 * difference.calmShare);
    QVERIFY2(difference.mean <= 2.0, what);
    QVERIFY2(difference.calmShare >= 0.99, what);
}

} // namespace

void BackendsTest::page_equalsTheScreensPicture_data()
{
    QTest::addColumn<QString>("view");
    for (const char* view : {"board", "whole", "circle", "filtered", "compared", "large"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

void BackendsTest::page_equalsTheScreensPicture()
{
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty(),
             "poppler-utils is missing: ./dev deps test installs it.");
    QFETCH(QString, view);
    const MapInput input = inputOf(view);
    m_page.view = view == QLatin1String("board") ? MapPageView::board : MapPageView::asOnScreen;
    const MapColors print = mapColors(Theme::print());
    const auto page = *layOutMapPage(m_page, input, print);
    const QImage raster = withoutRatio(*renderMapPage(*page, kRatio));

    QImage painted(raster.size(), QImage::Format_RGB32);
    painted.fill(Qt::white);
    QPainter painter(&painted);
    painter.scale(kRatio, kRatio);
    paintMapPage(painter, *page);
    painter.end();
    verifySame(raster, painted, *page, "QPainter");

    QTemporaryDir dir;
    const QString pdf = dir.filePath(QStringLiteral("page.pdf")), svg = dir.filePath(QStringLiteral("page.svg"));
    QVERIFY(exportMap(m_page, input, print, pdf));
    QVERIFY(exportMap(m_page, input, print, svg));
    QProcess process;
    process.start(QStringLiteral("pdftoppm"),
                  {QStringLiteral("-r"), QStringLiteral("144"), QStringLiteral("-png"), QStringLiteral("-singlefile"),
                   pdf, dir.filePath(QStringLiteral("page"))});
    QVERIFY(process.waitForFinished(60'000));
    verifySame(raster, QImage(dir.filePath(QStringLiteral("page.png"))), *page, "PDF");

    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QImage drawn(raster.size(), QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter onto(&drawn);
    onto.setRenderHint(QPainter::Antialiasing);
    renderer.render(&onto, QRectF(QPointF(0, 0), page->size * kRatio));
    onto.end();
    verifySame(raster, drawn, *page, "SVG");
}

void BackendsTest::picturesWithoutGround_areTheSameOnWhite()
{
    MapInput input = sampleMap();
    const MapColors print = mapColors(Theme::print());
    m_page.view = MapPageView::board;
    const auto page = *layOutMapPage(m_page, input, print);
    MapPage clear = m_page;
    clear.transparent = true;
    const auto without = *layOutMapPage(clear, input, print);
    const QImage picture = withoutRatio(*renderMapPage(*without, kRatio));
    QVERIFY(picture.hasAlphaChannel());
    QCOMPARE(qAlpha(picture.pixel(2, 2)), 0);
    QImage white(picture.size(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter painter(&white);
    painter.drawImage(0, 0, picture);
    painter.end();
    verifySame(withoutRatio(*renderMapPage(*page, kRatio)), white, *page, "without ground");
}

void BackendsTest::comparison_wouldSeeAMissingTieOrFog()
{
    m_page.view = MapPageView::board;
    MapInput input = sampleMap();
    const auto page = *layOutMapPage(m_page, input, mapColors(Theme::print()));
    input.ties.clear();
    input.style.hulls = false;
    const auto bare = *layOutMapPage(m_page, input, mapColors(Theme::print()));
    QImage a = *renderMapPage(*page, kRatio), b = *renderMapPage(*bare, kRatio);
    a.setDevicePixelRatio(1);
    b.setDevicePixelRatio(1);
    QVERIFY(between(a, b, *page).calmShare < 0.99);
}

QTEST_MAIN(BackendsTest)
#include "tst_backends.moc"
