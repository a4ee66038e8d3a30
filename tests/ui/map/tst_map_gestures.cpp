// SPDX-License-Identifier: GPL-3.0-or-later
// What hands on the map do: choose, move, draw, add, and undo it all.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include "MapHost.h"
#include "core/domain/Tie.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/NamePopover.h"
#include "ui/map/TieChooser.h"
#include "ui/map/ViewEdits.h"

using namespace weavemap;
using namespace weavemap::ui;

class TstMapGestures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void click_choosesThePersonAndTheInspectorNamesThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        QTest::mouseClick(&host.place->canvas(), Qt::LeftButton, Qt::NoModifier, host.at(3));
        const MapPerson& person = host.place->model().input().people[3];
        QCOMPARE(host.place->canvas().selectedPeople(), std::vector<PersonId>{person.id});
        const auto* name = host.place->findChild<QLabel*>(QStringLiteral("inspectorName"));
        QVERIFY(name);
        QCOMPARE(name->text(), person.name);
    }

    void inspector_isNeverWiderThanItsPanel()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        auto* inspector = host.place->findChild<QWidget*>(QStringLiteral("mapInspector"));
        for (const MapPerson& person : host.place->model().input().people) {
            host.place->canvas().selectPeople({person.id});
            const auto* panel = inspector->findChild<QWidget*>(QStringLiteral("personPanel"));
            QVERIFY2(panel->minimumSizeHint().width() <= inspector->width() - 50, qPrintable(person.name));
        }
        host.place->canvas().showTie(host.place->model().input().ties.front().id);
        const auto* tie = inspector->findChild<QWidget*>(QStringLiteral("tiePanel"));
        QVERIFY(tie->isVisible());
        QVERIFY(tie->minimumSizeHint().width() <= inspector->width() - 50);
    }

    void tieInTheInspector_eachChoiceIsOneChange()
    {
        MapHost host;
        QVERIFY(host.settle());
        const TieId tie = host.place->model().input().ties.front().id;
        host.place->canvas().showTie(tie);
        auto* contact = host.place->findChild<QComboBox*>(QStringLiteral("tieContact"));
        QVERIFY(contact && contact->isVisible());
        const int weekly = contact->findData(static_cast<int>(TieContact::weekly));
        contact->setCurrentIndex(weekly);
        QVERIFY(host.afterChange([&] { Q_EMIT contact->activated(weekly); }));
        const auto stored = host.session().records().ties.find(tie);
        QVERIFY(stored && *stored);
        QCOMPARE((*stored)->contact, TieContact::weekly);
        QVERIFY(host.session().undoLabel().startsWith(QStringLiteral("Tie between ")));
        QCOMPARE(contact->currentIndex(), weekly);
    }

    void drag_movesAndPins_undoPutsBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const QPointF before = host.place->model().input().people[3].at;
        const QPoint from = host.at(3);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&canvas, from + QPoint(20, 10));
        QTest::mouseMove(&canvas, from + QPoint(60, 40));
        QVERIFY(host.afterChange(
            [&] { QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, from + QPoint(60, 40)); }));
        QVERIFY(host.session().undoLabel().startsWith(QStringLiteral("Move ")));
        const MapPerson& moved = host.place->model().input().people[3];
        QVERIFY(moved.pinned);
        QVERIFY((moved.at - before).manhattanLength() > 10);
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QCOMPARE(host.place->model().input().people[3].at, before);
        QVERIFY(!host.place->model().input().people[3].pinned);
    }

    void drawnTie_isSeenBesideItsChooser()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto [a, b] = host.strangers();
        const auto& people = host.place->model().input().people;
        MapCanvas& canvas = host.place->canvas();
        const auto* chooser = host.place->findChild<TieChooser*>();
        for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a), std::pair(0, 9), std::pair(20, 4)}) {
            Q_EMIT canvas.tieDrawn(people[static_cast<std::size_t>(from)].id, people[static_cast<std::size_t>(to)].id,
                                   canvas.mapToGlobal(host.at(to)));
            QVERIFY(chooser->isVisible());
            QVERIFY(host.place->rect().contains(chooser->geometry()));
            for (int i = 0; i <= 20; ++i) {
                const QPointF on = QLineF(host.at(from), host.at(to)).pointAt(i / 20.0);
                QVERIFY(!chooser->geometry().adjusted(-8, -8, 8, 8).contains(on.toPoint()));
            }
        }
    }

    void drawTie_storesWhatTheChooserSays_andNobodyMoves()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto [a, b] = host.strangers();
        QVERIFY(a >= 0);
        MapCanvas& canvas = host.place->canvas();
        const MapInput before = host.place->model().input();
        canvas.setTool(MapCanvas::Tool::drawTie);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(a));
        QTest::mouseMove(&canvas, (host.at(a) + host.at(b)) / 2);
        QTest::mouseMove(&canvas, host.at(b));
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(b));
        auto* chooser = host.place->findChild<TieChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        auto* depths = chooser->findChild<QListWidget*>();
        depths->setCurrentRow(3);
        QSignalSpy said(host.place, &Place::said);
        QVERIFY(host.afterChange([&] { QTest::keyClick(depths, Qt::Key_Return); }));
        QVERIFY(!chooser->isVisible());
        const auto tie = host.session().records().ties.between(before.people[static_cast<std::size_t>(a)].id,
                                                               before.people[static_cast<std::size_t>(b)].id);
        QVERIFY(tie && tie->has_value());
        QCOMPARE((*tie)->depth, TieDepth::rely);
        QCOMPARE(said.count(), 1);
        const QString sentence = said.at(0).at(0).toString();
        QVERIFY(sentence.contains(before.people[static_cast<std::size_t>(a)].name) &&
                sentence.contains(before.people[static_cast<std::size_t>(b)].name));
        const MapInput& after = host.place->model().input();
        QCOMPARE(after.ties.size(), before.ties.size() + 1);
        for (std::size_t i = 0; i < after.people.size(); ++i)
            QCOMPARE(after.people[i].at, before.people[i].at);
        QVERIFY(host.session().undoLabel().startsWith(QStringLiteral("Tie between ")));
    }

    void drawTie_escapeStoresNothing()
    {
        MapHost host;
        QVERIFY(host.settle());
        const QString before = host.session().undoLabel();
        const auto [a, b] = host.strangers();
        MapCanvas& canvas = host.place->canvas();
        canvas.setTool(MapCanvas::Tool::drawTie);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(a));
        QTest::mouseMove(&canvas, host.at(b));
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, host.at(b));
        auto* chooser = host.place->findChild<TieChooser*>();
        QVERIFY(chooser->isVisible());
        QTest::keyClick(chooser->findChild<QListWidget*>(), Qt::Key_Escape);
        QVERIFY(!chooser->isVisible());
        QVERIFY(!host.session().isSaving());
        QCOMPARE(host.session().undoLabel(), before);
    }

    void tieByKeyboard_beginsAtWhoIsChosen_andEndsAtWhoEnterIsPressedOn()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto [a, b] = host.strangers();
        const MapPerson from = host.place->model().input().people[static_cast<std::size_t>(a)];
        canvas.selectPeople({from.id});
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_T);
        QCOMPARE(canvas.tool(), MapCanvas::Tool::drawTie);
        const auto* chooser = host.place->findChild<TieChooser*>();
        QTest::keyClick(&canvas, Qt::Key_Return);
        QVERIFY2(!chooser->isVisible(), "nobody is tied to themselves");
        QTest::keyClick(&canvas, Qt::Key_Tab);
        QCOMPARE(canvas.selectedPeople().size(), std::size_t{1});
        const PersonId to = canvas.selectedPeople().front();
        QVERIFY(to != from.id);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QVERIFY(chooser->isVisible());
        QCOMPARE(chooser->a(), from.id);
        QCOMPARE(chooser->b(), to);
        // With another tool Enter means the inspector again.
        QTest::keyClick(chooser->findChild<QListWidget*>(), Qt::Key_Escape);
        canvas.setFocus();
        QVERIFY(host.place->stepBack());
        QSignalSpy asked(&canvas, &MapCanvas::inspectorRequested);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(!chooser->isVisible());
    }

    void nudge_keepsTheKeyboardOnThePerson()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Tab);
        const int person = canvas.keyboardPerson();
        QVERIFY(person >= 0);
        QVERIFY(host.afterChange([&] { QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier); }));
        QCOMPARE(canvas.keyboardPerson(), person);
    }

    void doubleClickOnTheGround_addsAPersonThere()
    {
        MapHost host(-1);
        QVERIFY(host.settle());
        const QPoint spot(420, 300);
        QTest::mouseDClick(&host.place->canvas(), Qt::LeftButton, Qt::NoModifier, spot);
        auto* popover = host.place->findChild<NamePopover*>();
        QVERIFY(popover && popover->isVisible());
        auto* field = popover->findChild<QLineEdit*>();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(popover->isVisible(), "a person needs a name");
        const QPointF wanted = popover->spot();
        QTest::keyClicks(field, QStringLiteral("Nora Lindt"));
        QVERIFY(host.afterChange([&] { QTest::keyClick(field, Qt::Key_Return); }));
        QCOMPARE(host.indexNamed(QStringLiteral("Nora Lindt")), 0);
        const MapPerson& nora = host.place->model().input().people.front();
        QCOMPARE(nora.at, wanted);
        QCOMPARE(host.place->canvas().selectedPeople(), std::vector<PersonId>{nora.id});
        QCOMPARE(host.session().undoLabel(), QStringLiteral("Add Nora Lindt"));
        QVERIFY(!host.place->findChild<QWidget*>(QStringLiteral("mapNobody"))->isVisible());
        QVERIFY2(host.place->findChild<QWidget*>(QStringLiteral("mapNoTies"))->isVisible(), "one person has no tie");
    }

    void lettersInTheNameField_areNoCommands()
    {
        MapHost host;
        QVERIFY(host.settle());
        QTest::mouseClick(&host.place->canvas(), Qt::LeftButton, Qt::NoModifier, host.at(3));
        QTest::keyClick(&host.place->canvas(), Qt::Key_N);
        auto* popover = host.place->findChild<NamePopover*>();
        QVERIFY(popover->isVisible());
        auto* field = popover->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("tcfnp"));
        QCOMPARE(field->text(), QStringLiteral("tcfnp"));
        QCOMPARE(host.place->canvas().tool(), MapCanvas::Tool::select);
        QCOMPARE(host.place->canvas().circleSteps(), 0);
    }

    void deleteOnATie_removesIt_undoBringsItBack()
    {
        MapHost host;
        QVERIFY(host.settle());
        const TieId tie = host.place->model().input().ties.front().id;
        host.place->canvas().showTie(tie);
        QCOMPARE(host.place->canvas().selectedTie(), tie);
        host.place->canvas().setFocus();
        QVERIFY(host.afterChange([&] { QTest::keyClick(&host.place->canvas(), Qt::Key_Delete); }));
        QCOMPARE(host.place->model().indexOfTie(tie), -1);
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QVERIFY(host.place->model().indexOfTie(tie) >= 0);
    }

    void deleteOnAPerson_asksFirst_keepKeepsThem()
    {
        MapHost host;
        QVERIFY(host.settle());
        const MapPerson person = host.place->model().input().people[5];
        host.place->canvas().selectPeople({person.id});
        host.place->canvas().setFocus();
        QTest::keyClick(&host.place->canvas(), Qt::Key_Delete);
        QCOMPARE(host.dialogs().questions().size(), std::size_t{1});
        QVERIFY(!host.session().isSaving());
        QVERIFY(host.place->model().indexOf(person.id) >= 0);
        host.dialogs().willAnswer(0);
        QVERIFY(host.afterChange([&] { QTest::keyClick(&host.place->canvas(), Qt::Key_Delete); }));
        QCOMPARE(host.place->model().indexOf(person.id), -1);
        QCOMPARE(host.session().undoLabel(), QStringLiteral("Archive %1").arg(person.name));
        // They are off the map: there is nobody to ask about any more, and an undo finds them chosen still.
        QTest::keyClick(&host.place->canvas(), Qt::Key_Delete);
        QCOMPARE(host.dialogs().questions().size(), std::size_t{2});
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QCOMPARE(host.place->canvas().selection().size(), std::size_t{1});
    }

    void saveView_asksForNoName_whereNothingCanBeStored()
    {
        MapHost host;
        QVERIFY(host.settle());
        ViewEdits views(host.office(), host.place->model(), nullptr);
        host.session().close();
        views.save();
        QVERIFY(host.dialogs().shown().isEmpty());
    }

    void selectionSurvivesAChangeOfTheFile()
    {
        MapHost host;
        QVERIFY(host.settle());
        const PersonId chosen = host.place->model().input().people[10].id;
        host.place->canvas().selectPeople({chosen});
        const PersonId first = host.place->model().input().people.front().id;
        host.session().change(QStringLiteral("Remove"),
                              [first](store::Records& records) { return records.people.remove(first); });
        QVERIFY(QTest::qWaitFor([&] { return host.place->model().indexOf(first) < 0; }));
        QVERIFY(host.settle());
        QCOMPARE(host.place->canvas().selectedPeople(), std::vector<PersonId>{chosen});
        const auto& selection = host.place->canvas().selection();
        QCOMPARE(selection.size(), std::size_t{1});
        QCOMPARE(host.place->model().input().people[selection.front()].id, chosen);
    }
};

QTEST_MAIN(TstMapGestures)
#include "tst_map_gestures.moc"
