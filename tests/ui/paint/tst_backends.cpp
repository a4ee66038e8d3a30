// SPDX-License-Identifier: GPL-3.0-or-later
// Export equals screen: the vector back end, through QPainter and through a PDF renderer, against the raster one.
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
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
    void vectorPage_equalsTheScreensPicture_data();
    void vectorPage_equalsTheScreensPicture();
    void pdf_renderedEqualsTheScreensPicture();
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

void BackendsTest::vectorPage_equalsTheScreensPicture_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("people");
    QTest::newRow("board") << 0 << 142;
    QTest::newRow("as on screen") << 1 << 142;
    QTest::newRow("six hundred") << 1 << 600;
}

void BackendsTest::vectorPage_equalsTheScreensPicture()
{
    QFETCH(int, view);
    QFETCH(int, people);
    m_page.view = static_cast<MapPageView>(view);
    const auto page = *layOutMapPage(m_page, sampleMap(people), mapColors(Theme::print()));
    QImage raster = *renderMapPage(*page, kRatio);
    raster.setDevicePixelRatio(1);
    QImage vector(raster.size(), QImage::Format_RGB32);
    vector.fill(Qt::white);
    QPainter painter(&vector);
    painter.scale(kRatio, kRatio);
    paintMapPage(painter, *page);
    painter.end();
    const Difference difference = between(raster, vector, *page);
    qInfo("mean %.3f of 255, calm blocks %.3f %%", difference.mean, 100 * difference.calmShare);
    QVERIFY(difference.mean <= 2.0);
    QVERIFY(difference.calmShare >= 0.99);
}

void BackendsTest::pdf_renderedEqualsTheScreensPicture()
{
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty(),
             "poppler-utils is missing: ./dev deps test installs it.");
    QTemporaryDir dir;
    m_page.view = MapPageView::board;
    const MapInput input = sampleMap();
    QVERIFY(exportMap(m_page, input, mapColors(Theme::print()), dir.filePath(QStringLiteral("page.pdf"))));
    QProcess process;
    process.start(QStringLiteral("pdftoppm"),
                  {QStringLiteral("-r"), QStringLiteral("144"), QStringLiteral("-png"), QStringLiteral("-singlefile"),
                   dir.filePath(QStringLiteral("page.pdf")), dir.filePath(QStringLiteral("page"))});
    QVERIFY(process.waitForFinished());
    const auto page = *layOutMapPage(m_page, input, mapColors(Theme::print()));
    QImage raster = *renderMapPage(*page, kRatio);
    raster.setDevicePixelRatio(1);
    QImage rendered = QImage(dir.filePath(QStringLiteral("page.png"))).convertToFormat(QImage::Format_RGB32);
    QVERIFY(std::abs(rendered.width() - raster.width()) <= 2 && std::abs(rendered.height() - raster.height()) <= 2);
    rendered = rendered.copy(0, 0, raster.width(), raster.height());
    const Difference difference = between(raster, rendered, *page);
    qInfo("mean %.3f of 255, calm blocks %.3f %%", difference.mean, 100 * difference.calmShare);
    QVERIFY(difference.mean <= 2.0);
    QVERIFY(difference.calmShare >= 0.99);
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
