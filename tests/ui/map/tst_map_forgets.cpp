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
