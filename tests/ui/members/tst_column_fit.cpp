// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QRandomGenerator>
#include <QTest>

#include "ui/members/ColumnFit.h"

using namespace weavemap::ui;

namespace {

int sum(const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

} // namespace

/// How the columns of the table share the width there is.
class TestColumnFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactRoom_givesWhatIsWanted()
    {
        QCOMPARE(fitColumns({{100, 50, 200}, {60, 40, 60}}, 160), std::vector<int>({100, 60}));
    }

    void moreRoom_goesToTheGladFirstAndThenToTheLast()
    {
        QCOMPARE(fitColumns({{100, 50, 150}, {60, 40, 60}}, 190), std::vector<int>({130, 60}));
        QCOMPARE(fitColumns({{100, 50, 150}, {60, 40, 60}}, 300), std::vector<int>({150, 150}));
    }

    void lessRoom_isTakenFromThoseThatCanGive()
    {
        // 30 are missing; the first can give 40, the second nothing, the third 20.
        QCOMPARE(fitColumns({{100, 60, 100}, {54, 54, 54}, {60, 40, 60}}, 184), std::vector<int>({80, 54, 50}));
    }

    void tooLittleRoom_leavesTheLeastWidths()
    {
        QCOMPARE(fitColumns({{100, 60, 100}, {54, 54, 54}}, 20), std::vector<int>({60, 54}));
        QCOMPARE(fitColumns({{100, 60, 100}, {54, 54, 54}}, 0), std::vector<int>({60, 54}));
        QCOMPARE(fitColumns({{100, 60, 100}}, -5), std::vector<int>({60}));
    }

    void noColumns_areNoWidths() { QVERIFY(fitColumns({}, 500).empty()); }

    void oddWishes_areBorneWith()
    {
        // A least width over the wanted one, a roomy one below it.
        QCOMPARE(fitColumns({{40, 90, 10}}, 30), std::vector<int>({40}));
        QCOMPARE(fitColumns({{40, 90, 10}}, 100), std::vector<int>({100}));
    }

    void anyRoom_isFilledToThePixel()
    {
        QRandomGenerator random(17);
        for (int round = 0; round < 2000; ++round) {
            std::vector<ColumnWish> wishes;
            int least = 0;
            for (int i = random.bounded(1, 14); i > 0; --i) {
                const int wanted = random.bounded(48, 400);
                wishes.push_back({wanted, random.bounded(20, wanted + 1), wanted + random.bounded(0, 100)});
                least += wishes.back().least;
            }
            const int room = random.bounded(0, 3000);
            const auto widths = fitColumns(wishes, room);
            QCOMPARE(widths.size(), wishes.size());
            QCOMPARE(sum(widths), std::max(room, least));
            for (std::size_t at = 0; at < widths.size(); ++at)
                QVERIFY(widths[at] >= wishes[at].least);
        }
    }
};

QTEST_APPLESS_MAIN(TestColumnFit)
#include "tst_column_fit.moc"
