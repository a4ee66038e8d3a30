// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include <QGraphicsItem>
#include <QGraphicsView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include "OfficeBox.h"
#include "ui/chartkit/ChartWidget.h"
#include "ui/charts/ChartsPlace.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OfficeBox;

namespace {

constexpr int kPatienceMs = 60'000; // figures of a crowd, also on a slow machine

/// The page of an empty file.
struct Page
{
    Page() : place(box.office())
    {
        place.resize(1180, 820);
        place.show();
        open(box.emptyFile());
    }
    void open(const QString& path)
    {
        box.open(path);
        place.enter();
        box.settle();
    }
    /// One who knows everybody, and a second one: so many that their figures do not come at once. The hubs' ids.
    std::vector<PersonId> addCrowd(int people)
    {
        std::vector<PersonId> hubs;
        const auto add = [&](store::Records& records) -> Result<> {
            for (int i = 0; i < people; ++i) {
                Person member;
                member.name = i == 1 ? kErased : "Member " + std::to_string(i);
                WEAVEMAP_ASSIGN(const PersonId id, records.people.insert(member));
                if (i < 2)
                    hubs.push_back(id);
                for (std::size_t hub = 0; hub < hubs.size() && i >= (hub == 0 ? 1 : people / 2); ++hub) {
                    Tie tie;
                    tie.a = hubs[hub];
                    tie.b = id;
                    tie.depth = TieDepth::exchange;
                    WEAVEMAP_TRY(records.ties.insert(tie));
                }
            }
            return {};
        };
        return box.change(QStringLiteral("Crowd"), add) ? hubs : std::vector<PersonId>();
    }
    /// Where a chart or its table names the one who is erased; empty: nowhere.
    QString whereErasedIsNamed() const
    {
        for (const ChartWidget* chart : place.findChildren<ChartWidget*>()) {
            for (const ChartPoint& point : chart->spec().points)
                if (point.name == QLatin1String(kErased))
                    return chart->objectName();
            const auto* const table = chart->findChild<QTableView*>()->model();
            if (!table->match(table->index(0, 0), Qt::DisplayRole, QLatin1String(kErased), 1).isEmpty())
                return chart->objectName() + QStringLiteral(" as a table");
        }
        return {};
    }
    ChartWidget* chart(int at) const { return place.findChild<ChartWidget*>(QStringLiteral("chart%1").arg(at)); }
    static constexpr const char* kErased = "Ana Rangel";
    QListWidget* list() const { return place.findChild<QListWidget*>(QStringLiteral("chartList")); }
    OfficeBox box;
    ChartsPlace place;
};

} // namespace

/// Charts of networks whose figures do not all come at once, and of whom they may still name.
class ChartsCrowdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crowd_showsWhatIsQuickAndSaysWhatIsComputed();
    void erasedFromACrowd_isNamedNoMore_whileFiguresAreComing();
    void erased_isNotDrawnFromFiguresOfBefore();
    void somebodyLeftACrowd_isNotLeftStanding();
    void chartThatWasNotShown_isNotTheOneOfLongAgo();
    void timeLine_isComputedOnceForARevision();
    void unreadableFile_endsTheBar();
};

void ChartsCrowdTest::crowd_showsWhatIsQuickAndSaysWhatIsComputed()
{
    Page page;
    QCOMPARE(page.addCrowd(8'000).size(), std::size_t{2});
    QTRY_VERIFY_WITH_TIMEOUT(page.box.figures().isFresh() && page.box.figures().result()->counts, kPatienceMs);
    const std::filesystem::path crowd = page.box.session().path();
    page.open(page.box.emptyFile(QStringLiteral("other.weavemap")));

    // As the first figures come, before the others are there.
    bool seen = false;
    QStringList headings;
    const auto* const degree = page.chart(1);
    const auto* const between = page.chart(2);
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        const auto result = page.box.figures().result();
        if (!result || result->isComplete() || seen)
            return;
        seen = true;
        QVERIFY(degree->isVisible() && between->isVisible());
        QVERIFY(!degree->spec().isEmpty() && !degree->spec().isComputing);
        QVERIFY(between->spec().isEmpty() && between->spec().isComputing);
        QCOMPARE(between->spec().title, QStringLiteral("Go-betweens"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(std::abs(between->height() - degree->height()) <= 1); // what is drawn takes no more room
        for (const TextLabel* label : between->findChildren<TextLabel*>())
            if (label->isVisible())
                headings << label->text();
    });
    page.box.session().open(crowd);
    QTRY_VERIFY_WITH_TIMEOUT(page.box.figures().isFresh() && page.box.figures().result()->counts, kPatienceMs);
    QVERIFY(seen);
    QVERIFY2(headings.contains(QStringLiteral("Computing\u2026")), qPrintable(headings.join(QLatin1Char('|'))));
    QVERIFY(!headings.contains(QStringLiteral("Not enough to draw")));
    QTRY_VERIFY_WITH_TIMEOUT(!between->spec().isEmpty() && !between->spec().isComputing, kPatienceMs);

    // After an edit the chart of before stands, dimmed and not drawn anew, until its figures are there.
    bool dimmed = false;
    const auto* const canvas = between->findChild<QGraphicsView*>(QStringLiteral("chartCanvas"));
    const QGraphicsItem* const drawn = canvas->scene()->items(Qt::AscendingOrder).value(0);
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        const auto result = page.box.figures().result();
        if (!result || result->isComplete())
            return;
        dimmed = between->spec().isComputing && between->spec().points.size() == 8'000 &&
                 canvas->scene()->items(Qt::AscendingOrder).value(0) == drawn && drawn->effectiveOpacity() < 1.0;
    });
    page.box.addPerson(QStringLiteral("Newcomer"));
    QTRY_COMPARE_WITH_TIMEOUT(between->spec().points.size(), std::size_t{8'001}, kPatienceMs);
    QVERIFY(dimmed);
    QVERIFY(!between->spec().isComputing);
}

void ChartsCrowdTest::erasedFromACrowd_isNamedNoMore_whileFiguresAreComing()
{
    Page page;
    const std::vector<PersonId> hubs = page.addCrowd(8'000);
    QCOMPARE(hubs.size(), std::size_t{2});
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(2)->spec().points.size() == 8'000, kPatienceMs);
    page.list()->setCurrentRow(page.list()->count() - 3); // nearness is drawn, too
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(3)->spec().points.size() == 8'000, kPatienceMs);
    page.list()->setCurrentRow(1);
    QVERIFY(!page.whereErasedIsNamed().isEmpty());
    QToolTip::showText(QPoint(5, 5), QLatin1String(Page::kErased), page.chart(2));

    // While the figures of an edit are coming, one of the two hubs is erased: nothing else is told in between.
    bool asked = false, erased = false, wasIncomplete = false;
    QStringList named;
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        if (erased)
            named << page.whereErasedIsNamed();
        if (std::exchange(asked, true))
            return;
        page.box.session().erase(hubs[1]);
        std::promise<void> written;
        page.box.session().post([&written](store::Workspace&) { written.set_value(); });
        written.get_future().wait();
    });
    connect(&page.box.session(), &Session::personErased, &page.place, [&] {
        erased = true;
        wasIncomplete = !page.box.figures().result()->isComplete() && page.box.figures().result()->indexOf(hubs[1]) > 0;
        named << page.whereErasedIsNamed();
    });
    connect(&page.box.people(), &PeopleModel::refreshed, &page.place, [&] {
        if (erased)
            named << page.whereErasedIsNamed();
    });
    page.box.addPerson(QStringLiteral("Newcomer"));
    QTRY_VERIFY_WITH_TIMEOUT(erased && page.box.figures().isFresh() && page.chart(2)->spec().points.size() == 8'000 &&
                                 !page.chart(2)->spec().isComputing,
                             kPatienceMs);
    QVERIFY(wasIncomplete);
    QVERIFY(named.size() >= 3); // at each step
    QVERIFY2(named.join(QString()).isEmpty(), qPrintable(named.join(QLatin1Char('|'))));
    QTRY_VERIFY(!QToolTip::isVisible() || !QToolTip::text().contains(QLatin1String(Page::kErased)));
}

void ChartsCrowdTest::erased_isNotDrawnFromFiguresOfBefore()
{
    Page page;
    const std::vector<PersonId> hubs = page.addCrowd(40); // all figures at once
    QTRY_VERIFY(page.chart(2)->spec().points.size() == 40);
    std::uint64_t erasedAt = 0;
    bool early = false;
    connect(&page.box.session(), &Session::personErased, &page.place, [&] { erasedAt = page.box.session().revision(); });
    page.box.session().erase(hubs[1]);
    QTRY_VERIFY([&] { // looked at in every turn of events
        early = early || (erasedAt != 0 && page.box.figures().result()->revision < erasedAt &&
                          !page.chart(2)->spec().points.empty());
        return erasedAt != 0 && page.chart(2)->spec().points.size() == 39;
    }());
    QVERIFY(!early);
    QCOMPARE(page.whereErasedIsNamed(), QString());
}

void ChartsCrowdTest::somebodyLeftACrowd_isNotLeftStanding()
{
    Page page;
    page.addCrowd(8'000);
    const PersonId newcomer = page.box.addPerson(QStringLiteral("Newcomer"));
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(2)->spec().points.size() == 8'001, kPatienceMs);
    bool stands = false;
    int told = 0;
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        const auto result = page.box.figures().result();
        if (!result || result->isComplete())
            return;
        ++told;
        stands = stands || page.chart(2)->spec().points.size() != 8'000 || !page.chart(2)->spec().isComputing;
    });
    QVERIFY(page.box.change(QStringLiteral("Left"), [&](store::Records& records) -> Result<> {
        WEAVEMAP_ASSIGN(auto person, records.people.find(newcomer));
        person->archived = page.box.session().today();
        return records.people.update(*person);
    }));
    QVERIFY(told > 0 && !stands);
}

void ChartsCrowdTest::chartThatWasNotShown_isNotTheOneOfLongAgo()
{
    Page page;
    page.addCrowd(8'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(2)->spec().points.size() == 8'000, kPatienceMs);
    page.list()->setCurrentRow(2); // figures only: the chart is drawn no more
    page.box.addPerson(QStringLiteral("Second"));
    QCOMPARE(page.chart(2)->spec().points.size(), std::size_t{8'000});
    bool shown = false;
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        if (!page.box.figures().result() || page.box.figures().result()->isComplete() || std::exchange(shown, true))
            return;
        page.list()->setCurrentRow(1);
        // Not the one of two edits ago, but what is known: the third has no figure yet.
        QCOMPARE(page.chart(2)->spec().points.size(), std::size_t{8'001});
        QVERIFY(page.chart(2)->spec().isComputing);
    });
    page.box.addPerson(QStringLiteral("Third"));
    QVERIFY(shown);
    QTRY_COMPARE_WITH_TIMEOUT(page.chart(2)->spec().points.size(), std::size_t{8'002}, kPatienceMs);
}

void ChartsCrowdTest::timeLine_isComputedOnceForARevision()
{
    Page page;
    page.addCrowd(8'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(2)->spec().points.size() == 8'000, kPatienceMs);
    QVERIFY(page.box.settle());
    page.place.enter();
    QVERIFY2(!page.box.jobs().isBusy(), "nothing is new");
    auto* const progress = page.place.findChild<ThinProgress*>(QStringLiteral("chartsProgress"));
    QTRY_VERIFY(!progress->isShowing());

    page.box.addPerson(QStringLiteral("Newcomer"));
    page.place.enter();
    QVERIFY(!page.box.jobs().isBusy());
    QTRY_VERIFY(!progress->isShowing());
}

void ChartsCrowdTest::unreadableFile_endsTheBar()
{
    Page page;
    page.addCrowd(8'000);
    QTRY_VERIFY_WITH_TIMEOUT(page.chart(2)->spec().points.size() == 8'000, kPatienceMs);
    const std::filesystem::path file = page.box.session().path(), away = file.parent_path() / "away.weavemap";
    QSignalSpy said(&page.place, &Place::said);
    connect(&page.box.figures(), &FiguresService::changed, &page.place, [&] {
        const auto result = page.box.figures().result();
        if (result && result->isComing("core_number"))
            std::filesystem::rename(file, away);
    });
    page.box.session().change(QStringLiteral("Newcomer"), [](store::Records& records) -> Result<> {
        Person person;
        person.name = "Newcomer";
        WEAVEMAP_TRY(records.people.insert(person));
        return {};
    });
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), kPatienceMs);
    QVERIFY(!page.chart(2)->spec().isComputing && page.chart(2)->spec().isEmpty());
    QTRY_VERIFY(!page.place.findChild<ThinProgress*>(QStringLiteral("chartsProgress"))->isShowing());
    std::filesystem::rename(away, file);
}

QTEST_MAIN(ChartsCrowdTest)
#include "tst_charts_crowd.moc"
