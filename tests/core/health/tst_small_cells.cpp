// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <vector>

#include <QTest>

#include "core/health/SmallCells.h"

using namespace weavemap;
using Counts = std::vector<std::size_t>;
using Hidden = std::vector<std::uint8_t>;

namespace {

Hidden hidden(const Counts& counts, const Hidden& also = {}) { return health::hiddenCells(counts, also); }

} // namespace

class TestSmallCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsOfFiveAndMore_areShown()
    {
        QCOMPARE(hidden({5, 12, 40}), (Hidden{0, 0, 0}));
        QCOMPARE(hidden({5, 0, 40}), (Hidden{0, 0, 0}));
        QCOMPARE(hidden({}), Hidden{});
        QCOMPARE(hidden({0, 0}), (Hidden{0, 0}));
    }

    void aSmallCell_takesTheSmallestOtherWithIt()
    {
        QCOMPARE(hidden({4, 12, 9, 40}), (Hidden{1, 0, 1, 0}));
        QCOMPARE(hidden({20, 3}), (Hidden{1, 1}));
        QCOMPARE(hidden({20, 3, 0}), (Hidden{1, 1, 0}));
        QCOMPARE(hidden({9, 9, 2}), (Hidden{1, 0, 1}));
    }

    void twoSmallCells_areEnoughWhereTheyAreFiveTogether()
    {
        QCOMPARE(hidden({2, 3, 12}), (Hidden{1, 1, 0}));
        QCOMPARE(hidden({2, 2, 12, 30}), (Hidden{1, 1, 1, 0}));
        QCOMPARE(hidden({1, 1, 1, 1, 30}), (Hidden{1, 1, 1, 1, 1}));
    }

    void aSmallTotal_hidesEverything() { QCOMPARE(hidden({3, 0, 1}), (Hidden{1, 1, 1})); }

    void whatIsHiddenAnyway_isProtectedToo()
    {
        QCOMPARE(hidden({20, 30, 40}, {0, 0, 1}), (Hidden{1, 0, 1}));
        QCOMPARE(hidden({0, 30, 40}, {1, 0, 0}), (Hidden{1, 1, 1}));
        QCOMPARE(hidden({6, 30, 40}, {0, 0, 0}), (Hidden{0, 0, 0}));
    }

    /// Whoever knows the total, what is shown, and that a hidden row has a cell of one to four, finds at least two
    /// values for every hidden cell. All rows of four cells up to a total of 24.
    void noHiddenCell_canBeWorkedOut()
    {
        constexpr std::size_t kMost = 24;
        std::size_t rows = 0;
        for (std::size_t a = 0; a <= kMost; ++a) {
            for (std::size_t b = 0; a + b <= kMost; ++b) {
                for (std::size_t c = 0; a + b + c <= kMost; ++c) {
                    for (std::size_t d = 0; a + b + c + d <= kMost; ++d) {
                        const Counts counts{a, b, c, d};
                        const Hidden mask = hidden(counts);
                        std::size_t cells = 0, people = 0;
                        for (std::size_t i = 0; i < 4; ++i) {
                            cells += mask[i];
                            people += mask[i] != 0 ? counts[i] : 0;
                            QVERIFY(mask[i] != 0 || counts[i] == 0 || counts[i] >= health::kLeastCell);
                        }
                        rows += cells > 0 ? 1U : 0U;
                        if (cells > 0 && a + b + c + d >= health::kLeastCell)
                            QVERIFY(ways(cells, people) >= 2);
                    }
                }
            }
        }
        QVERIFY(rows > 10000);
    }

private:
    /// How many values the first of `cells` hidden cells may have that hold `people` together, one of them being small.
    static std::size_t ways(std::size_t cells, std::size_t people)
    {
        std::size_t values = 0;
        for (std::size_t value = 0; value <= people; ++value) {
            const std::size_t rest = people - value;
            const bool isSmall = value > 0 && value < health::kLeastCell;
            // The others: all in one, or one apart from it, tell whether a small one is possible among them.
            const bool possible = cells == 1   ? rest == 0 && isSmall
                                  : cells == 2 ? isSmall || (rest > 0 && rest < health::kLeastCell)
                                               : isSmall || rest > 0;
            values += possible ? 1U : 0U;
        }
        return values;
    }
};

QTEST_GUILESS_MAIN(TestSmallCells)
#include "tst_small_cells.moc"
