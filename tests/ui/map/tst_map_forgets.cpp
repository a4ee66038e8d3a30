// SPDX-License-Identifier: GPL-3.0-or-later
// What the map's panels keep of people who are not shown any more: nothing.
#include <algorithm>

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

#include "MapHost.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Whether a widget below `top` shows, says or explains `words`.
QString heldBy(const QWidget& top, const QString& words)
{
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
        QStringList texts{widget->accessibleName(), widget->accessibleDescription(), widget->toolTip()};
        for (const char* name : {"text", "value"})
            texts.append(widget->property(name).toString());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts.append(label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts.append(button->text());
        if (texts.join(QLatin1Char(' ')).contains(words))
            return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return {};
}

} // namespace

class TstMapForgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erased_areInNoPanelOfTheHiddenMap()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto data = host.place->model().data();
        const auto most = std::max_element(data->people.begin(), data->people.end(),
                                           [](const auto& a, const auto& b) { return a.ties < b.ties; });
        const PersonId person = most->id;
        const QString name = host.people().nameOf(person);
        const auto ties = host.records().ties.of(person);
        QVERIFY(ties && !ties->empty());
        const PersonId other = ties->front().other(person);
        canvas.selectPeople({person, other});
        canvas.showTie(ties->front().id);
        host.place->showCircle(person);
        Q_EMIT canvas.tieDrawn(person, other, {});
        QVERIFY(host.settle());
        QVERIFY(!heldBy(*host.place, name).isEmpty());
        // Chosen, in a circle, and hidden: as another page of the window leaves it.
        host.place->stepBack();
        host.place->hide();
        bool gone = false;
        host.session().erase(person, [&](const Result<>& done) { gone = static_cast<bool>(done); });
        QVERIFY(QTest::qWaitFor([&] { return gone; }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(heldBy(*host.place, name), QString());
        QVERIFY(canvas.selectedPeople().empty());
        QCOMPARE(canvas.circleSteps(), 0);
    }

    void erased_areInNoFilter_andInNothingThatIsShown()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapModel& model = host.place->model();
        const auto people = model.data()->people;
        const PersonId person = people[5].id;
        const std::string name = people[5].name;
        QVERIFY(host.change(QStringLiteral("Mentors"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const AttributeId mentor, records.people.insert(Attribute{{}, "Mentor"}));
            for (std::size_t i = 0; i < 5; ++i)
                WEAVEMAP_TRY(records.people.setAttribute(people[i].id, mentor, i < 3 ? "Coach " + name : "Nobody yet"));
            return records.people.setAttribute(person, mentor, "Theirs alone");
        }));
        QVERIFY(host.settle());
        auto question = model.question();
        question.colourBy = "attribute:Mentor";
        question.filters = {{"attribute:Mentor", {"Coach " + name, "Nobody yet", "Theirs alone", ""}}};
        model.ask(question);
        QVERIFY(host.settle());
        QVERIFY(!heldBy(*host.place, QStringLiteral("Coach")).isEmpty());
        question.filters.push_back({"region", {people[5].value, people[0].value, people[1].value}});
        question.filters.push_back({"attribute:Mentor", {"Coach " + name}});
        model.ask(question); // an answer of before is on its way
        const auto holdsName = [&] {
            const MapInput& input = model.input();
            const QString text = QString::fromStdString(name);
            return std::any_of(input.people.begin(), input.people.end(),
                               [&](const MapPerson& other) { return other.name == text; }) ||
                   std::any_of(input.groups.begin(), input.groups.end(),
                               [&](const MapGroup& group) { return group.name.contains(text); }) ||
                   std::any_of(model.data()->people.begin(), model.data()->people.end(),
                               [&](const actions::MapPerson& other) {
                                   return other.name == name || other.value.find(name) != std::string::npos;
                               });
        };
        QVERIFY(holdsName());
        bool gone = false, heldThen = true;
        std::vector<actions::MapFilter> filtersThen;
        host.session().erase(person, [&](const Result<>& done) {
            gone = static_cast<bool>(done);
            heldThen = holdsName();
            filtersThen = model.question().filters;
        });
        QVERIFY(QTest::qWaitFor([&] { return gone; }));
        QVERIFY(!heldThen);
        QCOMPARE(filtersThen.size(), 2u);
        QCOMPARE(filtersThen[0], (actions::MapFilter{"attribute:Mentor", {"Nobody yet", ""}}));
        QCOMPARE(filtersThen[1].field, std::string("region"));
        QVERIFY(host.settle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!holdsName());
        QCOMPARE(model.data()->filters, filtersThen);
        QCOMPARE(heldBy(*host.place, QString::fromStdString(name)), QString());
        QCOMPARE(heldBy(*host.place, QStringLiteral("Theirs alone")), QString());
        QVERIFY(!heldBy(*host.place, QStringLiteral("Nobody yet")).isEmpty());
    }

    void anotherPage_keepsNoWordOfThePersonBefore()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto people = host.place->model().input().people;
        host.place->canvas().selectPeople({people[3].id});
        QVERIFY(!heldBy(*host.place, people[3].name).isEmpty());
        host.place->canvas().selectPeople({});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(heldBy(*host.place, people[3].name), QString());
    }

    void whoeverAFilterHides_isLetGoByTheInspector()
    {
        MapHost host;
        QVERIFY(host.settle());
        const auto people = host.place->model().data()->people;
        const auto other = std::find_if(people.begin(), people.end(),
                                        [&](const auto& person) { return person.value != people[0].value; });
        QVERIFY(other != people.end());
        host.place->canvas().selectPeople({people[0].id, other->id});
        auto question = host.place->model().question();
        question.filters = {{"region", {people[0].value}}};
        host.place->model().ask(question);
        QVERIFY(QTest::qWaitFor([&] { return host.place->model().data()->hiddenByFilter > 0; }));
        QCOMPARE(host.place->canvas().selectedPeople(), (std::vector<PersonId>{people[0].id}));
        question.filters = {{"region", {other->value}}};
        host.place->model().ask(question);
        QVERIFY(QTest::qWaitFor([&] { return host.place->canvas().selectedPeople().empty(); }));
        QVERIFY(host.settle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(heldBy(*host.place, QString::fromStdString(people[0].name)), QString());
    }
};

QTEST_MAIN(TstMapForgets)
#include "tst_map_forgets.moc"
