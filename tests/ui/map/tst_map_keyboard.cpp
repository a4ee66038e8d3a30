// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keyboard is after something on the map came, went or became another.
#include <QAction>
#include <QApplication>
#include <QTest>

#include "MapHost.h"
#include "ui/map/LegendRow.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapModel.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }

LegendRow* focusedRow() { return qobject_cast<LegendRow*>(QApplication::focusWidget()); }

LegendRow* lastValue(const MapHost& host)
{
    LegendRow* last = nullptr;
    for (LegendRow* row : host.place->findChildren<LegendRow*>(QStringLiteral("legendValue")))
        if (row->isVisible())
            last = row;
    return last;
}

template <class T>
T* shown(const MapHost& host, const char* name)
{
    auto* found = host.place->findChild<T*>(QLatin1String(name));
    return found != nullptr && found->isVisible() ? found : nullptr;
}

} // namespace

class TstMapKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueTickedByTheKeyboard_keepsIt()
    {
        MapHost host(142);
        QVERIFY(host.settle());
        LegendRow* row = lastValue(host);
        QVERIFY(row != nullptr);
        const QString value = row->text();
        row->setFocus(Qt::TabFocusReason);
        QVERIFY(focusedRow() == row);
        QTest::keyClick(row, Qt::Key_Space);
        QVERIFY(host.settle());
        QVERIFY(!host.place->model().question().filters.empty());
        QVERIFY2(focusedRow() != nullptr, qPrintable(focused()));
        QCOMPARE(focusedRow()->text(), value);
        QVERIFY(focusedRow() != row); // the legend is another, the value is the same
        QTest::keyClick(focusedRow(), Qt::Key_Backtab);
        QVERIFY(focusedRow() != nullptr);
        QVERIFY(focusedRow()->text() != value);
        // Another field's values: the legend keeps the keyboard.
        actions::MapQuestion question = host.place->model().question();
        question.filters.clear();
        question.colourBy = "type";
        host.place->model().ask(question);
        QVERIFY(host.settle());
        QCOMPARE(focused(), QStringLiteral("foldLegend"));
    }

    void whoHasNoValue_isFilteredFromTheLegend()
    {
        MapHost host;
        QVERIFY(host.settle());
        QVERIFY(host.afterChange([&] {
            host.office().session.change(QStringLiteral("Forget regions"), [](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(const std::vector<Person> people, records.people.all());
                for (std::size_t i = 0; i < 7; ++i) {
                    Person person = people[i];
                    person.region.clear();
                    WEAVEMAP_TRY(records.people.update(person));
                }
                return {};
            });
        }));
        LegendRow* row = lastValue(host);
        QVERIFY(row != nullptr);
        QCOMPARE(row->text(), QStringLiteral("No value"));
        row->click();
        QVERIFY(host.settle());
        const MapInput& input = host.place->model().input();
        QVERIFY(!input.people.empty() && input.people.size() <= 7);
        for (const MapPerson& person : input.people)
            QCOMPARE(person.group, -1);
    }

    void circleThatWasNot_takesNoKeyboard()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        QWidget* chip = shown<QWidget>(host, "colourChip");
        QVERIFY(chip != nullptr);
        chip->setFocus(Qt::TabFocusReason);
        canvas.setCircle({}, 0);
        QCOMPARE(focused(), QStringLiteral("colourChip"));
        // Nor does one that goes while the keyboard is on another chip.
        canvas.setCircle(host.place->model().input().people[3].id, 1);
        canvas.setCircle({}, 0);
        QCOMPARE(focused(), QStringLiteral("colourChip"));
        canvas.setCircle(host.place->model().input().people[3].id, 1);
        QWidget* circle = shown<QWidget>(host, "circleChip");
        QVERIFY(circle != nullptr);
        circle->setFocus(Qt::TabFocusReason);
        canvas.setCircle({}, 0);
        QCOMPARE(focused(), QStringLiteral("mapCanvas"));
    }

    void pathThatGoes_givesTheMapTheKeyboard()
    {
        MapHost host;
        QVERIFY(host.settle());
        MapCanvas& canvas = host.place->canvas();
        const auto& people = host.place->model().input().people;
        canvas.setFocus(Qt::OtherFocusReason);
        auto* path = host.place->findChild<QAction*>(QStringLiteral("mapPath"));
        auto* find = host.place->findChild<QAction*>(QStringLiteral("mapFind"));
        QVERIFY(path && find);
        find->trigger();
        QCOMPARE(focused(), QStringLiteral("pickerName"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(focused(), QStringLiteral("mapCanvas"));
        canvas.selectPeople({people[2].id, people[20].id});
        path->trigger();
        canvas.selectPeople({});
        QVERIFY(host.settle());
        QCOMPARE(focused(), QStringLiteral("mapCanvas"));
        QWidget* end = shown<QWidget>(host, "otherPathEnd");
        QVERIFY(end != nullptr);
        end->setFocus(Qt::TabFocusReason);
        canvas.setCircle(people[3].id, 1);
        QVERIFY(!end->isVisible());
        QCOMPARE(focused(), QStringLiteral("mapCanvas"));
    }
};

QTEST_MAIN(TstMapKeyboard)
#include "tst_map_keyboard.moc"
