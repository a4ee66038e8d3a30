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
    void oneRow_isCopiedAlone_withAllItsCells()
    {
        Table table(sample());
        table.view->selectRow(0);
        QCOMPARE(table.copied(), QStringList(QStringLiteral("Ana Ruiz\t\t3\tyes")));
        QCOMPARE(table.said(), QStringLiteral("1 row copied."));
    }

    void all_areCopiedUnderTheirHeadings_asTheyAreSorted_butThoseWhoAskedNotToBeNamed()
    {
        Table table(sample());
        QTest::keyClick(table.view, Qt::Key_A, Qt::ControlModifier);
        const QStringList lines = table.copied();
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("Name\tGroup\tIn touch with\tHeard from in a year"),
                              QStringLiteral("Ana Ruiz\t\t3\tyes"), QStringLiteral("Ben Okafor\t\t2\tyes"),
                              QStringLiteral("Eve Moss\t\t0\tyes"), QStringLiteral("Zo\u00EB \u5B66\t\t2\tyes")}));
        QCOMPARE(table.said(),
                 QStringLiteral("4 rows copied. 1 left out, of somebody who asked not to be shown by name."));
        table.view->sortByColumn(2, Qt::DescendingOrder);
        QTest::keyClick(table.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table.copied().value(1), QStringLiteral("Ana Ruiz\t\t3\tyes"));
        QCOMPARE(table.copied().constLast(), QStringLiteral("Eve Moss\t\t0\tyes"));
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

    void numbers_areCopiedAsNumbers()
    {
        MapInput input;
        input.people.resize(1202);
        for (std::size_t i = 0; i < input.people.size(); ++i) {
            input.people[i].id = PersonId{static_cast<std::int64_t>(i) + 1};
            input.people[i].name = QStringLiteral("Person %1").arg(i);
        }
        for (std::uint32_t i = 1; i < input.people.size(); ++i) {
            MapTie tie;
            tie.id = TieId{i};
            tie.a = 0;
            tie.b = i;
            input.ties.push_back(tie);
        }
        Table table(input);
        table.view->sortByColumn(2, Qt::DescendingOrder);
        table.view->selectRow(0);
        QCOMPARE(table.copied(), QStringList(QStringLiteral("Person 0\t\t1201\tyes")));
    }
};

QTEST_MAIN(TstMapTable)
#include "tst_map_table.moc"
