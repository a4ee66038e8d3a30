// SPDX-License-Identifier: GPL-3.0-or-later
// The table twin: what is copied from it is what a spreadsheet takes, and names nobody who asked not to be named.
#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include "MapHost.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapTableDialog.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

/// Five people and four ties; one name has a tab, and one person asked not to be shown by name.
MapInput sample()
{
    MapInput input;
    const auto add = [&input](std::int64_t id, const QString& name, ShowConsent consent) {
        MapPerson person;
        person.id = PersonId{id};
        person.name = name;
        person.consent = consent;
        input.people.push_back(person);
    };
    add(1, QStringLiteral("Ana Ruiz"), ShowConsent::unset);
    add(2, QStringLiteral("Ben\tOkafor"), ShowConsent::byName);
    add(3, QStringLiteral("Cy Lund"), ShowConsent::notShown);
    add(4, QStringLiteral("Zo\u00EB \u5B66"), ShowConsent::unset);
    add(5, QStringLiteral("Eve Moss"), ShowConsent::unset);
    std::int64_t id = 0;
    for (const auto& [a, b] : {std::pair{0U, 1U}, std::pair{0U, 2U}, std::pair{1U, 3U}, std::pair{0U, 3U}}) {
        MapTie tie;
        tie.id = TieId{++id};
        tie.a = a;
        tie.b = b;
        input.ties.push_back(tie);
    }
    return input;
}

struct Table
{
    MapTableDialog dialog;
    QTableView* view;

    explicit Table(const MapInput& input, const char* name = "mapPeopleTable")
        : dialog(input), view(dialog.findChild<QTableView*>(QString::fromLatin1(name)))
    {
        dialog.show();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the table was not shown");
        view->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    }
    QStringList copied(Qt::KeyboardModifiers keys = Qt::ControlModifier)
    {
        QTest::keyClick(view, Qt::Key_C, keys);
        return QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    }
    QString said() const { return dialog.findChild<QLabel*>(QStringLiteral("mapTableCaption"))->text(); }
};

} // namespace

class TstMapTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRow_isCopiedAlone_withItsCells_butFigures()
    {
        Table table(sample());
        table.view->selectRow(0);
        QCOMPARE(table.copied(), QStringList(QStringLiteral("Ana Ruiz\t\tyes")));
        QCOMPARE(table.said(), QStringLiteral("1 row copied. Figures about people stay here."));
    }

    void all_areCopiedByName_howeverTheTableIsSorted_butThoseWhoAskedNotToBeNamed()
    {
        Table table(sample());
        const QStringList byName{QStringLiteral("Name\tGroup\tHeard from in a year"), QStringLiteral("Ana Ruiz\t\tyes"),
                                 QStringLiteral("Ben Okafor\t\tyes"), QStringLiteral("Eve Moss\t\tyes"),
                                 QStringLiteral("Zo\u00EB \u5B66\t\tyes")};
        for (int column = 0; column < table.view->model()->columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                table.view->sortByColumn(column, order);
                QTest::keyClick(table.view, Qt::Key_A, Qt::ControlModifier);
                QCOMPARE(table.copied(), byName);
            }
        QCOMPARE(table.said(), QStringLiteral("4 rows copied. Figures about people stay here. "
                                              "1 left out, of somebody who asked not to be shown by name."));
    }

    void figuresAreSeen_andCopiedNowhere()
    {
        MapInput input = sample();
        Table groups(input);
        QCOMPARE(groups.view->model()->index(0, 2).data().toString(), QStringLiteral("3"));
        // Coloured by a measure, the groups are its classes.
        input.shades.push_back({QStringLiteral("0 to 1"), 100, 3});
        input.shades.push_back({QStringLiteral("2 to 3"), 101, 2});
        for (std::size_t i = 0; i < input.people.size(); ++i)
            input.people[i].shade = i % 2 == 0 ? 1 : 0;
        Table table(input);
        QCOMPARE(table.view->model()->index(0, 1).data().toString(), QStringLiteral("2 to 3"));
        QTest::keyClick(table.view, Qt::Key_A, Qt::ControlModifier);
        const QStringList lines = table.copied();
        QCOMPARE(lines.value(0), QStringLiteral("Name\tHeard from in a year"));
        QCOMPARE(lines.value(1), QStringLiteral("Ana Ruiz\tyes"));
    }

    void ties_needTheConsentOfBoth()
    {
        Table table(sample(), "mapTiesTable");
        table.dialog.findChild<QWidget*>(QStringLiteral("mapTiesTable"))->parentWidget()->show();
        QTest::keyClick(table.view, Qt::Key_A, Qt::ControlModifier);
        Q_EMIT table.view->actions().constFirst()->triggered();
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text.count(QLatin1Char('\n')), 3);
        QVERIFY(text.startsWith(QStringLiteral("Person\tAnd\tTie\tConfirmed\n")));
        QVERIFY2(!text.contains(QStringLiteral("Cy Lund")), "no name by way of somebody else's tie");
    }

    void nothingThatMayGo_leavesTheClipboardAsItWas()
    {
        Table table(sample());
        table.view->clearSelection();
        QCOMPARE(table.copied(), QStringList(QStringLiteral("before")));
        table.view->selectRow(2);
        QCOMPARE(table.copied(), QStringList(QStringLiteral("before")));
        QCOMPARE(table.said(), QStringLiteral("1 left out, of somebody who asked not to be shown by name."));
        Table empty((MapInput()));
        QTest::keyClick(empty.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(empty.copied(), QStringList(QStringLiteral("before")));
    }
};

QTEST_MAIN(TstMapTable)
#include "tst_map_table.moc"
