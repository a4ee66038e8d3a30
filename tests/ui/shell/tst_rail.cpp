// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "Stage.h"
#include "ui/shell/Rail.h"

using namespace weavemap;
using namespace weavemap::ui;

class RailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<uitest::Stage>();
        m_rail = std::make_unique<Rail>();
        m_rail->setPlaces({PlaceId::today, PlaceId::map, PlaceId::members}, {PlaceId::history, PlaceId::settings});
        m_rail->resize(192, 800);
        m_rail->show();
    }
    void cleanup()
    {
        m_rail.reset();
        m_stage.reset();
    }
    void places_areChosenByClickAndByEnter();
    void current_isChosenInOneListOnly();
    void nothingIsChosen_whileAPageOutsideIsInFront();
    void keysThatWentAstray_comeBackToThePlaceInFront();
    void view_staysChosenOnTheMapOnly();
    void count_isSpokenWithThePlace();
    void views_showOnlyWhereThereAreAny();
    void folded_isNarrowAndKeepsItsPlaces();
    void longNames_stayInside();

private:
    QListView* list(const char* name) const { return m_rail->findChild<QListView*>(QString::fromLatin1(name)); }
    std::unique_ptr<uitest::Stage> m_stage;
    std::unique_ptr<Rail> m_rail;
};

void RailTest::places_areChosenByClickAndByEnter()
{
    QSignalSpy chosen(m_rail.get(), &Rail::placeChosen);
    QListView* places = list("railPlaces");
    QTest::mouseClick(places->viewport(), Qt::LeftButton, {},
                      places->visualRect(places->model()->index(1, 0)).center());
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.last().first().value<PlaceId>(), PlaceId::map);
    places->setFocus();
    QTest::keyClick(places, Qt::Key_Down);
    QTest::keyClick(places, Qt::Key_Return);
    QCOMPARE(chosen.last().first().value<PlaceId>(), PlaceId::members);
}

void RailTest::current_isChosenInOneListOnly()
{
    m_rail->setCurrent(PlaceId::map);
    QCOMPARE(list("railPlaces")->selectionModel()->selectedIndexes().size(), 1);
    QVERIFY(list("railFoot")->selectionModel()->selectedIndexes().isEmpty());
    m_rail->setCurrent(PlaceId::settings);
    QVERIFY(list("railPlaces")->selectionModel()->selectedIndexes().isEmpty());
    QCOMPARE(list("railFoot")->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(m_rail->current(), std::optional(PlaceId::settings));
}

void RailTest::nothingIsChosen_whileAPageOutsideIsInFront()
{
    m_rail->setCurrent(PlaceId::map);
    m_rail->setCurrent({});
    QVERIFY(list("railPlaces")->selectionModel()->selectedIndexes().isEmpty());
    QVERIFY(list("railFoot")->selectionModel()->selectedIndexes().isEmpty());
    QVERIFY(!list("railPlaces")->currentIndex().isValid());
    m_rail->setCurrent(PlaceId::map);
    QCOMPARE(list("railPlaces")->currentIndex().row(), 1);
}

void RailTest::keysThatWentAstray_comeBackToThePlaceInFront()
{
    m_rail->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_rail.get()));
    m_rail->setCurrent(PlaceId::today);
    QListView* places = list("railPlaces");
    places->setFocus();
    QTest::keyClick(places, Qt::Key_Down);
    QCOMPARE(places->currentIndex().row(), 1);
    list("railFoot")->setFocus();
    QCOMPARE(places->currentIndex().row(), 0);
    QVERIFY(places->selectionModel()->isSelected(places->model()->index(0, 0)));
}

void RailTest::view_staysChosenOnTheMapOnly()
{
    m_rail->setViews({{ViewId{5}, QStringLiteral("Board view")}});
    m_rail->setCurrent(PlaceId::map);
    QListView* views = list("railViews");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {}, views->visualRect(views->model()->index(0, 0)).center());
    QCOMPARE(views->selectionModel()->selectedIndexes().size(), 1);
    m_rail->setCurrent(PlaceId::map);
    QCOMPARE(views->selectionModel()->selectedIndexes().size(), 1);
    m_rail->setCurrent(PlaceId::members);
    QVERIFY(views->selectionModel()->selectedIndexes().isEmpty());
}

void RailTest::count_isSpokenWithThePlace()
{
    m_rail->setCount(PlaceId::today, QStringLiteral("7"));
    QCOMPARE(list("railPlaces")->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Today, 7"));
    m_rail->setCount(PlaceId::today, {});
    QCOMPARE(list("railPlaces")->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Today"));
}

void RailTest::views_showOnlyWhereThereAreAny()
{
    QVERIFY(!list("railViews")->isVisible());
    m_rail->setViews({{ViewId{5}, QStringLiteral("Board view")}});
    QVERIFY(list("railViews")->isVisible());
    QSignalSpy chosen(m_rail.get(), &Rail::viewChosen);
    QListView* views = list("railViews");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {}, views->visualRect(views->model()->index(0, 0)).center());
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.last().first().value<ViewId>(), ViewId{5});
    m_rail->setViews({});
    QVERIFY(!list("railViews")->isVisible());
}

void RailTest::folded_isNarrowAndKeepsItsPlaces()
{
    m_rail->setViews({{ViewId{5}, QStringLiteral("Board view")}});
    m_rail->setFolded(true);
    QCOMPARE(m_rail->width(), 56);
    QVERIFY(!list("railViews")->isVisible());
    QCOMPARE(list("railPlaces")->model()->rowCount(), 3);
    QCOMPARE(list("railPlaces")->model()->index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("Map"));
    m_rail->setFolded(false);
    QCOMPARE(m_rail->width(), 192);
    QVERIFY(list("railViews")->isVisible());
}

void RailTest::longNames_stayInside()
{
    m_rail->setNetwork(
        QStringLiteral("Association of Cooperative Schools and Educators of the Northern Lakes and Uplands"),
        QStringLiteral("12,345 members"));
    QCOMPARE(m_rail->width(), 192);
    for (const char* name : {"railPlaces", "railFoot"})
        QVERIFY(m_rail->rect().contains(list(name)->geometry()));
}

QTEST_MAIN(RailTest)
#include "tst_rail.moc"
