// SPDX-License-Identifier: GPL-3.0-or-later
// What the map does not change: people and ties while another day is shown, and discs that are no people. What comes
// late changes nothing that the hand did meanwhile.
#include <algorithm>

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/store/Convenings.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPath.h"
#include "ui/map/Popover.h"
#include "ui/map/TiePanel.h"
#include "ui/map/TimeBar.h"
#include "ui/map/TimeTrack.h"
#include "ui/map/ViewEdits.h"
#include "ui/session/Session.h"
#include "ui/widgets/TextLabel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

struct Desk : MapHost
{
    explicit Desk(int members = 60) : MapHost(members)
    {
        if (!settle())
            qFatal("the map was not drawn");
    }
    MapCanvas& canvas() { return place->canvas(); }
    MapModel& model() { return place->model(); }
    const MapInput& input() { return place->model().input(); }
    MapEdits& edits() { return *place->findChild<MapEdits*>(); }
    QAction* action(const char* name) { return place->findChild<QAction*>(QLatin1String(name)); }
    /// The stop before today.
    bool goBack()
    {
        place->timeBar().goTo(place->findChild<TimeTrack*>()->stopFrom(session().today(), -1));
        return settle() && !model().isToday();
    }
    bool anythingAsks()
    {
        const auto popovers = place->findChildren<Popover*>();
        const auto dialogs = place->findChildren<QDialog*>();
        const auto isOpen = [](const QWidget* one) { return one->isVisible(); };
        return std::any_of(popovers.begin(), popovers.end(), isOpen) ||
               std::any_of(dialogs.begin(), dialogs.end(), isOpen) || !this->dialogs().questions().empty();
    }
    /// A convening of today that two people came to, on the map; the id of its disc.
    PersonId showConvening(PersonId one, PersonId other)
    {
        ConveningId held;
        (void)change(QStringLiteral("Store a convening"), [&](store::Records& records) -> Result<> {
            Convening convening;
            convening.title = "Autumn day";
            convening.on = session().today();
            WEAVEMAP_ASSIGN(held, records.convenings.insert(convening));
            for (const PersonId person : {one, other})
                WEAVEMAP_TRY(records.convenings.put({{}, held, person, false, false, true}));
            return {};
        });
        auto asked = model().question();
        asked.conveningMonths = 12;
        model().ask(asked);
        (void)settle();
        return PersonId{held.value};
    }
};

} // namespace

class TestMapRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atAnotherDay_commandsAskNothing_andSayWhy_data()
    {
        QTest::addColumn<int>("chosen"); // people; -1: a tie
        for (const char* command : {"mapRename", "mapDuplicate", "mapChange", "mapMerge", "mapArchive", "mapCut",
                                    "mapRemove", "mapPaste", "mapAddPerson", "mapDrawTie"})
            QTest::newRow(command) << 1;
        for (const char* command : {"mapTieAll", "mapChange", "mapMerge"})
            QTest::addRow("%s of two", command) << 2;
        for (const char* command : {"mapEndTie", "mapRemove"})
            QTest::addRow("%s of a tie", command) << -1;
    }
    void atAnotherDay_commandsAskNothing_andSayWhy()
    {
        QFETCH(int, chosen);
        Desk desk;
        QVERIFY(desk.goBack());
        if (chosen < 0)
            desk.canvas().showTie(desk.input().ties.front().id);
        else
            desk.canvas().selectPeople({desk.input().people[0].id});
        if (chosen > 1)
            desk.canvas().selectPeople({desk.input().people[0].id, desk.input().people[1].id});
        QGuiApplication::clipboard()->setText(QStringLiteral("Zo\u00EB Quell"));
        const std::string before = desk.digest();
        const auto* command = desk.action(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0).toLatin1());
        QVERIFY(command && command->isEnabled());
        QSignalSpy said(desk.place, &Place::said);
        const_cast<QAction*>(command)->trigger();
        QCOMPARE(said.count(), 1);
        QVERIFY2(said[0][0].toString().contains(QStringLiteral("Go to today")), qPrintable(said[0][0].toString()));
        QVERIFY(!desk.anythingAsks());
        QCOMPARE(desk.digest(), before);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Zo\u00EB Quell"));
    }

    void atAnotherDay_noEditIsStored_whoeverAsksForIt()
    {
        Desk desk;
        const PersonId one = desk.input().people[0].id, other = desk.input().people[1].id;
        const TieId tie = desk.input().ties.front().id;
        QVERIFY(desk.goBack());
        const std::string before = desk.digest();
        MapEdits& edits = desk.edits();
        QSignalSpy said(&edits, &MapEdits::said);
        Tie changed = **desk.records().ties.find(tie);
        changed.depth = changed.depth == TieDepth::rely ? TieDepth::talked : TieDepth::rely;
        actions::PeopleMerge merge;
        merge.keep = one;
        merge.gone = other;
        actions::PastedPeople pasted;
        pasted.people = {{"Zo\u00EB", ""}};
        edits.drawTie(one, other, TieDepth::rely, TieContact::unknown, Collaboration::never);
        edits.addPerson(QStringLiteral("Zo\u00EB"), {});
        edits.updateTie(changed);
        edits.endTie(tie);
        edits.removeTie(tie);
        edits.archive({one});
        edits.rename(one, QStringLiteral("Zo\u00EB"));
        edits.duplicate(one, QStringLiteral("Zo\u00EB"), {});
        edits.giveValue({one}, "region", "Nowhere", QStringLiteral("Region"));
        edits.tieAll({one, other});
        edits.merge(merge);
        edits.paste(pasted, {});
        edits.cut({one});
        edits.bringBack({one});
        edits.askAndRemove({one}, desk.place);
        QCOMPARE(said.count(), 15);
        QCOMPARE(desk.digest(), before);
        QVERIFY(!desk.session().isSaving());
        // Places are the same at every date, so they may be changed.
        QVERIFY(desk.afterChange([&] { desk.model().setPinned({0}, true); }));
    }

    void atAnotherDay_theTiePanelSaysAgainWhatIsStored()
    {
        Desk desk;
        QVERIFY(desk.goBack());
        const TieId tie = desk.input().ties.front().id;
        desk.canvas().showTie(tie);
        const std::string before = desk.digest();
        auto* depth = desk.place->findChild<TiePanel*>()->findChild<QComboBox*>();
        QVERIFY(depth);
        const int stored = depth->currentIndex(), other = stored == 0 ? 1 : 0;
        depth->setCurrentIndex(other);
        QSignalSpy said(desk.place, &Place::said);
        Q_EMIT depth->activated(other);
        QCOMPARE(said.count(), 1);
        QCOMPARE(depth->currentIndex(), stored);
        QCOMPARE(desk.digest(), before);
    }

    void whileALayoutIsUnderWay_nothingIsPutOnTheMap_orTakenFromIt()
    {
        Desk desk(200);
        desk.settings().set(setting::kMotion, Motion::full);
        const PersonId one = desk.input().people[0].id;
        desk.canvas().selectPeople({one});
        QGuiApplication::clipboard()->setText(QStringLiteral("Zo\u00EB Quell"));
        const QString last = desk.session().undoLabel();
        QStringList silent;
        bool isTried = false;
        connect(&desk.model(), &MapModel::frameShown, this, [&] {
            if (std::exchange(isTried, true))
                return;
            QVERIFY(desk.model().isLayoutShown());
            for (const char* name : {"mapAddPerson", "mapPaste", "mapDuplicate", "mapPin", "mapTidyUp", "mapTable",
                                     "mapCopyPicture", "mapExport", "mapDrawTie", "mapSaveView"}) {
                QSignalSpy said(desk.place, &Place::said);
                desk.action(name)->trigger();
                if (said.count() != 1 || !said[0][0].toString().contains(QStringLiteral("still being laid out")))
                    silent.append(QLatin1String(name));
            }
            desk.edits().addPerson(QStringLiteral("Zo\u00EB"), {});
            desk.edits().paste({{{"Zo\u00EB", ""}}, {}, {}}, {});
            desk.edits().duplicate(one, QStringLiteral("Zo\u00EB"), {});
        });
        desk.model().setPatience(std::chrono::milliseconds(0));
        desk.model().setStyle(layout::Style::rings, one);
        QVERIFY(desk.settle());
        QVERIFY2(isTried, "a frame was shown");
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char(' '))));
        QVERIFY(!desk.anythingAsks());
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Zo\u00EB Quell"));
        QCOMPARE(desk.session().undoLabel(), last);
        // Then all of it is there again.
        QVERIFY(desk.afterChange([&] { desk.action("mapPin")->trigger(); }));
    }

    void convenings_areNobodyToBeChanged_norOnAPath()
    {
        Desk desk;
        const auto [a, b] = desk.strangers();
        const PersonId one = desk.input().people[static_cast<std::size_t>(a)].id,
                       other = desk.input().people[static_cast<std::size_t>(b)].id;
        const PersonId held = desk.showConvening(one, other);
        QVERIFY(desk.model().indexOf(held) >= 0 && !desk.model().isPerson(held));
        desk.canvas().selectPeople({held});
        for (const char* name : {"mapOpenPage", "mapLogCall", "mapRename", "mapDuplicate", "mapChange", "mapMerge",
                                 "mapTieAll", "mapArchive", "mapCopy", "mapCut"})
            QVERIFY2(!desk.action(name)->isEnabled(), name);
        // Of two and a convening the two are changed.
        desk.canvas().selectPeople({one, held, other});
        QVERIFY(desk.action("mapMerge")->isEnabled());
        QVERIFY(desk.afterChange([&] { desk.action("mapTieAll")->trigger(); }));
        QVERIFY(*desk.records().ties.between(one, other));
        desk.session().undo();
        QVERIFY(desk.settle());
        // Lines to it are no ties: no path leads over it, and keys do not choose them.
        desk.canvas().selectPeople({one, other});
        desk.action("mapPath")->trigger();
        const auto path = desk.canvas().path();
        QVERIFY(std::find(path.begin(), path.end(), held) == path.end());
        desk.canvas().selectPeople({one});
        const auto isTie = [&](TieId tie) {
            const auto found = desk.records().ties.find(tie);
            return found && *found;
        };
        for (std::size_t step = 0; step <= desk.input().ties.size() && step < 30; ++step) {
            desk.canvas().walkTies();
            QVERIFY(!desk.canvas().selectedTie() || isTie(desk.canvas().selectedTie()));
        }
    }

    void aViewIsSaved_alsoOfWhatIsNoPerson()
    {
        Desk desk;
        (void)desk.showConvening(desk.input().people[0].id, desk.input().people[1].id);
        auto* views = desk.place->findChild<ViewEdits*>();
        const std::size_t before = views->views().size();
        desk.dialogs().willEnter(QStringLiteral("With convenings"));
        QVERIFY(desk.afterChange([&] { views->save(); }));
        QCOMPARE(views->views().size(), before + 1);
        auto asked = desk.model().question();
        asked.nodes = actions::MapQuestion::Nodes::organizations;
        desk.model().ask(asked);
        QVERIFY(desk.settle());
        desk.dialogs().willEnter(QStringLiteral("Organizations"));
        QVERIFY(desk.afterChange([&] { views->save(); }));
        QCOMPARE(views->views().size(), before + 2);
    }

    void tidyingUp_leavesWhomTheHandMovedMeanwhile()
    {
        Desk desk;
        MapModel& model = desk.model();
        // Somebody far off and loose again: there is something to tidy.
        QVERIFY(desk.afterChange([&] {
            model.moveOnScreen({2, 3}, {900, 700});
            model.storeMove({2, 3});
        }));
        QVERIFY(desk.afterChange([&] { model.setPinned({2, 3}, false); }));
        const PersonId first = desk.input().people[2].id, second = desk.input().people[3].id;
        const QPointF far = desk.input().people[3].at;
        const auto revision = desk.session().revision();
        model.tidyUp(); // answers only once events are handled
        model.moveOnScreen({2}, {-40, 60});
        model.storeMove({2});
        const QPointF dropped = desk.input().people[2].at;
        QVERIFY(uitest::waitUntil([&] { return desk.session().revision() >= revision + 2; }) && desk.settle());
        const auto at = [&](PersonId person) {
            return desk.input().people[static_cast<std::size_t>(model.indexOf(person))].at;
        };
        QVERIFY2(at(second) != far, "there was something to tidy");
        QCOMPARE(at(first), dropped);
        QVERIFY(desk.input().people[static_cast<std::size_t>(model.indexOf(first))].pinned);
    }
};

QTEST_MAIN(TestMapRefusals)
#include "tst_map_refusals.moc"
