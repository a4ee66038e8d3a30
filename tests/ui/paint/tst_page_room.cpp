// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "PageText.h"
#include "SampleMap.h"
#include "ui/base/Fonts.h"
#include "ui/base/Theme.h"
#include "ui/paint/PaintWords.h"

using namespace weavemap;
using namespace weavemap::ui;

/// Words that are many or long leave a page's map its room.
class PageRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QVERIFY(loadFonts());
    }

    /// Cut letter by letter, a title of this length would keep the test for an hour.
    void hostileTitle_isCutBetweenLetters()
    {
        const QString flag = QStringLiteral("\U0001F1F3\U0001F1FF"), family = QStringLiteral("e\u0301\u0323");
        for (const QString& letter : {QStringLiteral("W"), flag, family}) {
            MapPage wish;
            wish.title = letter.repeated(60'000);
            wish.headerLeft = wish.headerRight = letter.repeated(500);
            const auto page = laidOut(wish, sampleMap(40));
            QVERIFY(page);
            const double right = page->size.width() - wish.marginsPt.right() / 0.75 + 1;
            for (const PictureText& text : page->texts)
                QVERIFY2(text.box.right() <= right, qPrintable(text.text));
            for (std::size_t i = 0; i < 3; ++i) {
                const QString cut = page->texts[i].text;
                QVERIFY2(cut.endsWith(QChar(0x2026)) && cut.size() > letter.size(), qPrintable(cut));
                QCOMPARE(cut.chopped(1), letter.repeated((cut.size() - 1) / letter.size()));
            }
            QVERIFY(!page->texts[0].box.intersects(page->texts[1].box));
        }
    }

    void legendOfManyValues_leavesTheMapItsRoom()
    {
        for (const bool rings : {false, true}) {
            MapInput input = sampleMap(600);
            auto& groups = rings ? input.seconds : input.groups;
            input.secondTitle = QStringLiteral("club");
            groups.clear();
            for (int g = 0; g < 300; ++g)
                groups.push_back({QStringLiteral("Club number %1").arg(g), g < 7 ? g : -1, 2, 0, false, {}});
            groups[8].name = QString(900, QLatin1Char('W'));
            for (std::size_t i = 0; i < input.people.size(); ++i)
                (rings ? input.people[i].second : input.people[i].group) = static_cast<int>(i / 2);
            const auto page = laidOut(MapPage(), input);
            QVERIFY(page);
            QVERIFY(page->mapRect.height() > 0.4 * page->size.height());
            const QRectF sheet(QPointF(0, 0), page->size);
            for (const PictureText& text : page->texts)
                QVERIFY2(sheet.contains(text.box) && !text.box.intersects(page->mapRect), qPrintable(text.text));
            const QString words = wordsAround(*page);
            QVERIFY2(words.contains(QStringLiteral("Club number 6")) &&
                         words.contains(QStringLiteral("Club number 11")),
                     qPrintable(words));
            QVERIFY2(words.contains(PaintWords::otherValues(288)), qPrintable(words));
            QVERIFY(!words.contains(QStringLiteral("Club number 12")));
        }
        // One more is named rather than counted.
        MapInput input = sampleMap(60);
        input.groups.clear();
        for (int g = 0; g < 6; ++g)
            input.groups.push_back({QStringLiteral("Club number %1").arg(g), -1, 10, 0, false, {}});
        for (std::size_t i = 0; i < input.people.size(); ++i)
            input.people[i].group = static_cast<int>(i % 6);
        const auto page = laidOut(MapPage(), input);
        QVERIFY(page && wordsAround(*page).contains(QStringLiteral("Club number 5")));
    }
};

QTEST_MAIN(PageRoomTest)
#include "tst_page_room.moc"
