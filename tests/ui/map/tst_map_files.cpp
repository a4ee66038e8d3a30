// SPDX-License-Identifier: GPL-3.0-or-later
// The map as its file becomes another: fitted again or left alone, coloured, and looked at as before.
#include <algorithm>
#include <filesystem>
#include <string>

#include <QMenu>
#include <QTest>

#include "MapHost.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/MapData.h"
#include "ui/base/Settings.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

using namespace weavemap;
using namespace weavemap::ui;

class TstMapFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mostlyOtherPeople_areFittedAgain_aFewMoreMoveNothing()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto allInView = [&] {
            bool all = !canvas.isPartial();
            for (int i = 0; i < static_cast<int>(host.place->model().input().people.size()); ++i)
                all = all && canvas.rect().contains(host.at(i));
            return all;
        };
        canvas.zoomBy(5);
        QVERIFY(host.settle());
        QVERIFY(canvas.isPartial());
        QPointF before = canvas.toPx({0, 0});
        QVERIFY(static_cast<bool>(host.addPerson(QStringLiteral("One more"))));
        QVERIFY(host.settle());
        QCOMPARE(canvas.toPx({0, 0}), before);
        const auto bring = [](store::Records& records) -> Result<> {
            std::vector<PersonId> people;
            for (int i = 0; i < 200; ++i) {
                Person person;
                person.name = "Nouvelle " + std::to_string(i);
                WEAVEMAP_ASSIGN(const PersonId id, actions::addPerson(records, person));
                people.push_back(id);
            }
            return {};
        };
        QVERIFY(host.change(QStringLiteral("Bring a list"), bring));
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.size() > 200);
        QVERIFY(allInView());
        canvas.zoomBy(5);
        QVERIFY(host.settle());
        QVERIFY(host.afterChange([&] { host.session().undo(); }));
        QVERIFY(host.place->model().input().people.size() < 100);
        QVERIFY(allInView());
        // A filter shows other people, too, but the network is the same.
        canvas.zoomBy(5);
        QVERIFY(host.settle());
        before = canvas.toPx({0, 0});
        auto question = host.place->model().question();
        question.filters = {{"region", {""}}};
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QVERIFY(host.place->model().input().people.size() < 10);
        QCOMPARE(canvas.toPx({0, 0}), before);
    }

    void choices_areKeptInTheFile_withoutFilters_andAreNoStep()
    {
        MapHost host;
        QVERIFY(host.settle());
        const QString undo = host.session().undoLabel();
        auto question = host.place->model().question();
        question.colourBy = "role";
        question.sizeBy = "degree";
        question.network.set = TieSet::all;
        question.filters = {{"region", {"Lakes"}}};
        host.place->model().ask(question);
        // As another start of the program reads it, without this one having ended.
        const auto kept = [&] { return host.session().records().views.mapChoices().value(); };
        QTRY_VERIFY(kept().find("degree") != std::string::npos);
        QVERIFY2(kept().find("Lakes") == std::string::npos, "a map never opens with people left out");
        QCOMPARE(host.session().undoLabel(), undo);
        QVERIFY(host.settle());
        const std::filesystem::path first = host.session().path();
        host.session().open(host.path(QStringLiteral("other.weavemap")).toStdString(), Session::OpenMode::create);
        QVERIFY(QTest::qWaitFor([&] { return host.session().isOpen() && host.session().path() != first; }));
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().colourBy, std::string("region"));
        QCOMPARE(host.place->model().question().sizeBy, std::string("betweenness"));
        host.session().open(first);
        QVERIFY(QTest::qWaitFor([&] { return host.session().isOpen() && host.session().path() == first; }));
        QVERIFY(host.settle());
        QCOMPARE(host.place->model().question().colourBy, std::string("role"));
        QCOMPARE(host.place->model().data()->colourBy, std::string("role"));
        QCOMPARE(host.place->model().question().sizeBy, std::string("degree"));
        QCOMPARE(host.place->model().question().network.set, TieSet::all);
        QVERIFY(host.place->model().question().filters.empty());
    }

    void fileWithoutRegions_isColouredByAColumnOfGroups()
    {
        MapHost host(-1);
        QVERIFY(host.change(QStringLiteral("Bring a list"), [](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const AttributeId label, records.people.insert(Attribute{{}, "label"}));
            WEAVEMAP_ASSIGN(const AttributeId team, records.people.insert(Attribute{{}, "team"}));
            for (int i = 0; i < 12; ++i) {
                Person person;
                person.name = "Person " + std::to_string(i);
                WEAVEMAP_ASSIGN(const PersonId id, actions::addPerson(records, person));
                WEAVEMAP_TRY(records.people.setAttribute(id, label, std::to_string(i)));
                WEAVEMAP_TRY(records.people.setAttribute(id, team, i % 2 == 0 ? "Büro" : "Feld"));
            }
            return {};
        }));
        QVERIFY(host.settle());
        QTRY_COMPARE(host.place->model().question().colourBy, std::string("attribute:team"));
        QCOMPARE(host.place->model().data()->legend.size(), 2u);
        auto* menu = host.place->findChild<QMenu*>(QStringLiteral("colourMenu"));
        Q_EMIT menu->aboutToShow();
        QStringList offered;
        for (const QAction* action : menu->actions())
            offered.append(action->text());
        QVERIFY(offered.contains(QStringLiteral("team"), Qt::CaseInsensitive));
        QVERIFY(!offered.contains(QStringLiteral("label"), Qt::CaseInsensitive));
    }

    void foundPerson_isFlownTo_withTheInspectorOpen()
    {
        MapHost host;
        QVERIFY(host.settle());
        host.settings().set(setting::kInspector, Fold::folded);
        MapCanvas& canvas = host.place->canvas();
        canvas.zoomBy(5);
        const PersonId person = host.place->model().input().people[9].id;
        QVERIFY(host.place->findPerson(person));
        QVERIFY(host.settle());
        QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{person});
        for (const auto& [at, steps] : actions::circleOf(*host.place->model().data(), person, 1))
            QVERIFY2(canvas.rect().contains(host.at(static_cast<int>(at))), "they are seen with their contacts");
        QCOMPARE(host.settings().value(setting::kInspector), Fold::open);
        QVERIFY2(!host.place->findPerson(PersonId{1}), "who is not on the map cannot be flown to");
        QCOMPARE(canvas.selectedPeople(), std::vector<PersonId>{person});
    }
};

QTEST_MAIN(TstMapFiles)
#include "tst_map_files.moc"
