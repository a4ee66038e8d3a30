// SPDX-License-Identifier: GPL-3.0-or-later
// Posters: what each sheet shows, where it is cut, and what a file of them holds.
#include <stop_token>

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/LaidOutPage.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/MapSheets.h"
#include "ui/paint/PageChoices.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

MapPage poster(int across, int down)
{
    MapPage page;
    page.title = QStringLiteral("Who exchanges help and ideas");
    page.poster = {across, down};
    return page;
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

} // namespace

class MapSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    void sheets_coverThePageOnce_data()
    {
        QTest::addColumn<int>("across");
        QTest::addColumn<int>("down");
        for (const auto& [across, down] : {std::pair(1, 1), {2, 1}, {1, 3}, {2, 2}, {kMostSheets, kMostSheets}})
            QTest::addRow("%d x %d", across, down) << across << down;
    }
    void sheets_coverThePageOnce()
    {
        QFETCH(int, across);
        QFETCH(int, down);
        const MapPage page = poster(across, down);
        const std::vector<MapSheet> sheets = sheetsOf(page);
        QCOMPARE(sheets.size(), static_cast<std::size_t>(across * down));
        const QRectF whole(QPointF(0, 0), pageSizePx(page));
        const QSizeF paper = paperSizePx(page);
        double cut = 0;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            QCOMPARE(sheets[i].number, static_cast<int>(i) + 1);
            QVERIFY(whole.adjusted(-0.01, -0.01, 0.01, 0.01).contains(sheets[i].part));
            QVERIFY(sheets[i].part.adjusted(-0.01, -0.01, 0.01, 0.01).contains(sheets[i].cut));
            QVERIFY(sheets[i].at.x() + sheets[i].part.width() <= paper.width() + 0.01);
            cut += sheets[i].cut.width() * sheets[i].cut.height();
            if (i > 0 && sheets[i].row == sheets[i - 1].row) {
                QVERIFY(sheets[i].part.left() < sheets[i - 1].part.right() - 20); // both show the seam
                QVERIFY(std::abs(sheets[i].cut.left() - sheets[i - 1].cut.right()) < 0.01);
            }
        }
        QVERIFY(std::abs(cut - whole.width() * whole.height()) < 1);
    }

    void pdf_hasASheetAPage_eachWithItsNumber()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("poster.pdf"));
        const MapPage page = poster(2, 3);
        QVERIFY(exportMap(page, sampleMap(), mapColors(Theme::print()), path));
        const QString info = outputOf(QStringLiteral("pdfinfo"), {path});
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Pages: +6\\b"))), qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Page size: +595\\.\\d+ x 841\\.\\d+"))),
                 qPrintable(info));
        for (int sheet = 1; sheet <= 6; ++sheet) {
            const QString number = QString::number(sheet);
            const QString text =
                outputOf(QStringLiteral("pdftotext"),
                         {QStringLiteral("-f"), number, QStringLiteral("-l"), number, path, QStringLiteral("-")});
            QVERIFY2(text.contains(QStringLiteral("Sheet %1 of 6").arg(sheet)), qPrintable(text));
        }
        // A sheet holds what it shows, not the whole map.
        const QString one = dir.filePath(QStringLiteral("one.pdf"));
        QVERIFY(exportMap(poster(1, 1), sampleMap(), mapColors(Theme::print()), one));
        QVERIFY(QFile(path).size() < 2 * QFile(one).size());
    }

    void sheets_showTheirPartOfThePage()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("poster.pdf"));
        const MapPage page = poster(2, 2);
        const MapInput input = sampleMap();
        const MapColors print = mapColors(Theme::print());
        QVERIFY(exportMap(page, input, print, path));
        const auto laidOut = *layOutMapPage(page, input, print);
        QImage whole = *renderMapPage(*laidOut, 1);
        whole.setDevicePixelRatio(1);
        for (const MapSheet& sheet : sheetsOf(page)) {
            const QString number = QString::number(sheet.number), file = dir.filePath(QStringLiteral("sheet"));
            outputOf(QStringLiteral("pdftoppm"),
                     {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"), QStringLiteral("-singlefile"),
                      QStringLiteral("-f"), number, path, file});
            const QImage image(file + QStringLiteral(".png"));
            QVERIFY(!image.isNull());
            const QSize size = sheet.part.size().toSize() - QSize(2, 2);
            const QImage shown = image.copy(QRect(sheet.at.toPoint(), size))
                                     .scaled(40, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            const QImage expected = whole.copy(QRect(sheet.part.topLeft().toPoint(), size))
                                        .scaled(40, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            double off = 0;
            for (int y = 0; y < 40; ++y)
                for (int x = 0; x < 40; ++x)
                    off += std::abs(qGray(shown.pixel(x, y)) - qGray(expected.pixel(x, y)));
            QVERIFY2(off / 1600 < 3, qPrintable(QString::number(off / 1600)));
            // Marks stand where the sheet may be cut, outside of what it shows.
            const QPointF corner = sheet.cut.topLeft() - sheet.part.topLeft() + sheet.at;
            int darkest = 255;
            for (int dx = -1; dx <= 1; ++dx)
                darkest = std::min(darkest, qGray(image.pixel(static_cast<int>(corner.x()) + dx, 12)));
            QVERIFY2(darkest < 200, "no mark above the cut");
        }
    }

    void longWork_tellsHowFarItIs_andStops()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("poster.pdf"));
        std::vector<double> shares;
        std::stop_source stop;
        const RunContext telling(stop.get_token(), [&](double share) { shares.push_back(share); });
        QVERIFY(exportMap(poster(3, 3), sampleMap(30), mapColors(Theme::print()), path, telling));
        QVERIFY(shares.size() >= 10 && std::is_sorted(shares.begin(), shares.end()));
        QCOMPARE(shares.back(), 1.0);
        QFile::remove(path);
        const RunContext stopping(stop.get_token(), [&](double share) {
            if (share > 0.5)
                stop.request_stop();
        });
        const Result<> stopped = exportMap(poster(3, 3), sampleMap(30), mapColors(Theme::print()), path, stopping);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QVERIFY(!QFile::exists(path));
    }

    void choices_areReadAndWritten()
    {
        using namespace pagechoices;
        for (const Paper& paper : papers())
            for (const PaperTurn turn : {PaperTurn::portrait, PaperTurn::landscape})
                QCOMPARE(paperOf(keyOf(paper.size, turn)), std::pair(paper.size, turn));
        for (const char* none : {"", "A4", "A4-", "a4-landscape", "A4-landscape-x", "A9-portrait", "-landscape"})
            QVERIFY2(!paperOf(QString::fromLatin1(none)), none);
        QCOMPARE(posterOf(QStringLiteral("2x3")), (MapPoster{2, 3}));
        QCOMPARE(keyOf(MapPoster{2, 3}), QStringLiteral("2x3"));
        for (const char* none : {"", "2", "x", "0x2", "2x", "2x7", "7x1", "2x2x2", "-1x2", "2X2", "\u0662x2"})
            QVERIFY2(!posterOf(QString::fromUtf8(none)), none);
        QVERIFY(marginsOf(QStringLiteral("wide"))->left() > marginsOf(QStringLiteral("normal"))->left());
        for (const char* key : {"normal", "narrow", "wide", "0", "12.5", "80"})
            QCOMPARE(keyOf(*marginsOf(QString::fromLatin1(key))), QString::fromLatin1(key));
        for (const char* none : {"big", "-1", "81", "nan", "inf", "5 mm"})
            QVERIFY2(!marginsOf(QString::fromLatin1(none)), none);
        QCOMPARE(keyOf(QMarginsF(1, 2, 3, 4)), QStringLiteral("normal"));
        MapPage tight = poster(1, 1);
        QVERIFY(leavesRoom(tight));
        tight.marginsPt = *marginsOf(QStringLiteral("80"));
        QVERIFY(!leavesRoom(tight));
        tight.poster = {2, 2};
        QVERIFY(leavesRoom(tight));
        QVERIFY(!marginsOf(QString()) && !namesOf(QStringLiteral("Full")));
    }
};

QTEST_MAIN(MapSheetsTest)
#include "tst_map_sheets.moc"
