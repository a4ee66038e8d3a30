// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <utility>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/MembersPlace.h"
#include "ui/members/PeopleFilterBar.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/members/PersonPage.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FilterChip.h"

using namespace weavemap;
using namespace weavemap::ui;

/// The row of filters over the table: one line whatever is set, so that the rows below stay where they are. Run once
/// more with letters half as large again.
class TestFilterRow : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;

    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }
    PeopleTable* table() const { return m_place->findChild<PeopleTable*>(); }
    PeopleFilterBar* bar() const { return m_place->findChild<PeopleFilterBar*>(); }
    PeopleFilterModel* filtered() const { return m_place->findChild<PeopleFilterModel*>(); }
    FilterChip* more() const { return widget<FilterChip>("moreFilters"); }
    QMenu* moreMenu() const { return widget<QMenu>("moreFiltersMenu"); }
    static void layOut() { QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); }
    /// The first `count` of the filters that can be set, all of which leave Ana in the table.
    void setFilters(int count) const
    {
        const QList<std::pair<QString, QString>> values{{QStringLiteral("region"), QStringLiteral("Coast")},
                                                        {QStringLiteral("role"), QStringLiteral("Coach")},
                                                        {QStringLiteral("level"), QString()},
                                                        {QStringLiteral("organization"), QString()}};
        PeopleFilter filter;
        if (count < 1)
            filter.status = StatusFilter::everyone;
        if (count < 2)
            filter.kind.reset();
        for (int i = 2; i < count; ++i)
            filter.values.insert(values[i - 2].first, values[i - 2].second);
        filtered()->setFilter(filter);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        layOut();
    }
    QList<FilterChip*> chips(bool areShown) const
    {
        QList<FilterChip*> found;
        for (auto* chip : bar()->findChildren<FilterChip*>())
            if (chip != more() && chip->isVisible() == areShown)
                found.append(chip);
        return found;
    }
    int firstRowY() const
    {
        const QRect row = table()->visualRect(filtered()->index(0, 0));
        return table()->viewport()->mapTo(m_place.get(), row.topLeft()).y();
    }
    static QAction* entry(const QMenu* menu, const QString& text)
    {
        for (QAction* action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    static QStringList entries(const QMenu* menu)
    {
        QStringList texts;
        for (const QAction* action : menu->actions())
            if (!action->isSeparator())
                texts.append(action->text());
        return texts;
    }
    /// As narrow as the list becomes.
    void makeNarrow()
    {
        m_place->resize(820, 700);
        m_place->showPerson(filtered()->personAt(0));
        QTRY_VERIFY(bar()->width() < 420);
        layOut();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        m_place = std::make_unique<MembersPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
        QVERIFY(m_desk->open("a.weavemap"));
        for (const char* name : {"Ana Ruiz", "Ben Okafor", "Cleo Moss"}) {
            Person person;
            person.name = name;
            person.region = "Coast";
            person.role = "Coach";
            m_desk->add(person);
        }
        m_desk->add("Dee Hill", "Lakes & Fells");
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void rows_stayWhenAPersonIsChosen_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<int>("filters");
        for (const QSize window : {QSize(1440, 900), QSize(1280, 800), QSize(1024, 700)})
            for (int filters = 0; filters <= 6; ++filters)
                QTest::addRow("%d, %d filters", window.width(), filters) << window << filters;
    }
    void rows_stayWhenAPersonIsChosen()
    {
        QFETCH(const QSize, window);
        QFETCH(const int, filters);
        m_place->resize(window - QSize(192, 44)); // without rail and top bar
        setFilters(filters);
        const int y = firstRowY(), width = bar()->width();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(filtered()->index(0, 0)).center());
        QTRY_VERIFY(m_place->findChild<PersonPage*>()->isVisible());
        QTRY_VERIFY(bar()->width() < width);
        layOut();
        QCOMPARE(firstRowY(), y);
        QVERIFY(m_place->stepBack());
        QTRY_COMPARE(bar()->width(), width);
        layOut();
        QCOMPARE(firstRowY(), y);
    }

    void everyWidth_showsEachFilterOnceAndCutsNothing()
    {
        for (int filters = 0; filters <= 6; ++filters) {
            setFilters(filters);
            PeopleFilterBar row(m_desk->people, *filtered());
            row.show();
            const int height = row.sizeHint().height();
            int fewest = filters;
            for (int width = 368; width <= 2400; width += 4) {
                row.resize(width, height);
                int shown = 0;
                QRect before;
                QList<QWidget*> widgets;
                for (QWidget* each : row.findChildren<QWidget*>())
                    if (each->isVisible() && (qobject_cast<QAbstractButton*>(each) || qobject_cast<QLineEdit*>(each)) &&
                        !qobject_cast<QLineEdit*>(each->parentWidget()))
                        widgets.append(each);
                const auto place = [&row](const QWidget* each) {
                    return QRect(each->mapTo(&row, QPoint()), each->size());
                };
                std::sort(widgets.begin(), widgets.end(),
                          [&](auto* a, auto* b) { return place(a).left() < place(b).left(); });
                for (QWidget* each : widgets) {
                    const QRect now = place(each);
                    QVERIFY2(now.left() > before.right() || before.isNull(), qPrintable(each->objectName()));
                    QVERIFY2(row.rect().contains(now), qPrintable(each->objectName()));
                    if (qobject_cast<Chip*>(each))
                        QVERIFY2(now.width() >= each->sizeHint().width(), qPrintable(each->objectName()));
                    shown += each->objectName().endsWith(QStringLiteral("Chip")) ? 1 : 0;
                    before = now;
                }
                auto* menu = row.findChild<FilterChip*>(QStringLiteral("moreFilters"));
                QVERIFY(menu->isVisible() != row.findChild<Button*>(QStringLiteral("addFilter"))->isVisible());
                const int hidden = filters - shown;
                QCOMPARE(menu->isVisible() && menu->value().contains(QStringLiteral("(%1)").arg(hidden)), hidden > 0);
                fewest = std::min(fewest, shown);
                if (width == 2400)
                    QCOMPARE(shown, filters);
            }
            QVERIFY(filters < 4 || fewest < filters);
            QCOMPARE(row.sizeHint().height(), height);
        }
    }

    void headOfTheList_cutsNoWord()
    {
        auto* import = widget<Button>("membersImport");
        auto* add = widget<Button>("membersAdd");
        const QStringList names{import->accessibleName(), add->accessibleName()};
        QCOMPARE(import->text(), names.first());
        const int y = add->mapTo(m_place.get(), QPoint()).y();
        auto* count = widget<QLabel>("peopleCount");
        QVERIFY(!count->text().isEmpty() && count->width() >= count->sizeHint().width());
        makeNarrow();
        QVERIFY(count->width() > 40);
        QVERIFY(add->text().isEmpty());
        QCOMPARE(add->toolTip(), names.last());
        QCOMPARE((QStringList{import->accessibleName(), add->accessibleName()}), names);
        QCOMPARE(add->mapTo(m_place.get(), QPoint()).y(), y);
        for (const QWidget* each : add->parentWidget()->findChildren<QWidget*>()) {
            QVERIFY(each->parentWidget()->rect().contains(each->geometry()));
            QVERIFY(each->objectName() == QStringLiteral("peopleCount") || each->width() >= each->sizeHint().width());
        }
        // More words of the count need their room as well.
        QVERIFY(m_place->stepBack());
        QTRY_COMPARE(add->text(), names.last());
        count->setText(QString(600, QLatin1Char('9')));
        layOut();
        QVERIFY(add->text().isEmpty());
        QVERIFY(add->geometry().right() < add->parentWidget()->width());
    }

    void filtersWithoutRoom_areInTheMenuAndWorkThere()
    {
        setFilters(4);
        makeNarrow();
        const auto hidden = chips(false);
        QVERIFY(hidden.size() >= 2);
        QVERIFY(more()->isVisible());
        QVERIFY(more()->value().contains(QStringLiteral("(%1)").arg(hidden.size())));
        for (const FilterChip* chip : hidden)
            QVERIFY2(more()->accessibleName().contains(chip->accessibleName()), qPrintable(more()->accessibleName()));

        QTest::mouseClick(more(), Qt::LeftButton);
        QVERIFY(moreMenu()->isVisible());
        QStringList expected;
        for (const FilterChip* chip : hidden)
            expected.append(chip->label() + QStringLiteral(": ") + chip->value());
        expected.append(QStringLiteral("Add a filter"));
        QCOMPARE(entries(moreMenu()), expected);
        const QMenu* role = entry(moreMenu(), QStringLiteral("Role: Coach"))->menu();
        QVERIFY(entry(role, QStringLiteral("Coach"))->isChecked());
        entry(role, QStringLiteral("none"))->trigger();
        moreMenu()->close();
        QCOMPARE(filtered()->filter().values.value(QStringLiteral("role"), QStringLiteral("?")), QString());
        QCOMPARE(filtered()->filter().values.size(), 2);

        more()->click();
        entry(entry(moreMenu(), QStringLiteral("Role: none"))->menu(), QStringLiteral("Take this filter away"))
            ->trigger();
        moreMenu()->close();
        QVERIFY(!filtered()->filter().values.contains(QStringLiteral("role")));
        QCOMPARE(filtered()->filter().values.size(), 1);
        QVERIFY(more()->value().contains(QStringLiteral("(%1)").arg(hidden.size() - 1)));
    }

    void wordsInTheField_outliveAFilterTakenAway()
    {
        setFilters(6);
        makeNarrow();
        QTest::keyClicks(widget<QLineEdit>("peopleFilter"), QStringLiteral("ruiz"));
        more()->click();
        entry(entry(moreMenu(), QStringLiteral("Role: Coach"))->menu(), QStringLiteral("Take this filter away"))
            ->trigger();
        moreMenu()->close();
        QCOMPARE(filtered()->filter().words, QStringLiteral("ruiz"));
    }

    void filter_canBeAddedFromTheMenu()
    {
        setFilters(2);
        makeNarrow();
        if (!more()->isVisible())
            setFilters(3);
        QVERIFY(more()->isVisible());
        more()->click();
        QMenu* add = entry(moreMenu(), QStringLiteral("Add a filter"))->menu();
        QMenu* role = entry(add, QStringLiteral("Role"))->menu();
        entry(role, QStringLiteral("Coach"))->trigger();
        moreMenu()->close();
        QCOMPARE(filtered()->filter().values.value(QStringLiteral("role")), QStringLiteral("Coach"));
    }

    void menu_opensAndWorksByKeys()
    {
        setFilters(4);
        makeNarrow();
        more()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(more(), Qt::Key_Down);
        QVERIFY(moreMenu()->isVisible());
        QTest::keyClick(moreMenu(), Qt::Key_Down);
        QTest::keyClick(moreMenu(), Qt::Key_Right);
        auto* values = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(values && values != moreMenu());
        QTest::keyClick(values, Qt::Key_Up); // the last entry
        QCOMPARE(values->activeAction()->text(), QStringLiteral("Take this filter away"));
        const PeopleFilter before = filtered()->filter();
        QTest::keyClick(values, Qt::Key_Return);
        QTRY_VERIFY(!moreMenu()->isVisible());
        QVERIFY(filtered()->filter() != before);
    }

    void tab_goesAlongTheRow()
    {
        for (const bool isNarrow : {false, true}) {
            setFilters(4);
            if (isNarrow)
                makeNarrow();
            QList<QWidget*> row{widget<QLineEdit>("peopleFilter")};
            for (QWidget* next = row.last()->nextInFocusChain(); row.last() != widget<Button>("columnsButton");
                 next = next->nextInFocusChain()) {
                if (next->isVisible() && (next->focusPolicy() & Qt::TabFocus))
                    row.append(next);
                QVERIFY(row.size() < 20);
            }
            for (int i = 1; i < row.size(); ++i)
                QVERIFY(row[i - 1]->mapTo(bar(), QPoint()).x() < row[i]->mapTo(bar(), QPoint()).x());
            QCOMPARE(row.contains(more()), more()->isVisible());
            QCOMPARE(row.size(), chips(true).size() + 3);
        }
    }

    void focus_staysInTheRowWhenItsChipGoes()
    {
        setFilters(5);
        chips(true).last()->setFocus(Qt::TabFocusReason);
        m_place->resize(820, 700);
        m_place->showPerson(filtered()->personAt(0));
        QTRY_VERIFY(more()->isVisible());
        QVERIFY(bar()->isAncestorOf(m_place->focusWidget()));
        more()->setFocus(Qt::TabFocusReason);
        setFilters(0);
        QVERIFY(!more()->isVisible());
        QCOMPARE(m_place->focusWidget(), widget<Button>("addFilter"));
        QVERIFY(!widget<Button>("addFilter")->accessibleName().isEmpty());
    }

    void valuesWithAMarkOfAKey_areShownAsTheyAre()
    {
        PeopleFilter filter;
        filter.values.insert(QStringLiteral("region"), QStringLiteral("Lakes & Fells"));
        filtered()->setFilter(filter);
        makeNarrow();
        QVERIFY(more()->isVisible());
        more()->click();
        QVERIFY(entry(moreMenu(), QStringLiteral("Region: Lakes && Fells")));
        moreMenu()->close();
    }

    void closedFile_leavesNothingInTheMenus()
    {
        setFilters(6);
        makeNarrow();
        more()->click();
        moreMenu()->close();
        QVERIFY(!moreMenu()->isEmpty());
        m_desk->session.close();
        QTRY_VERIFY(moreMenu()->isEmpty());
        QVERIFY(filtered()->filter() == PeopleFilter());
    }
};

/// Not QTEST_MAIN, which has letters measured at 96 dpi whatever is asked for.
int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestFilterRow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_filter_row.moc"
