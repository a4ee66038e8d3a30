// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStringListModel>
#include <QTest>

#include "ui/widgets/FoldedFilterModel.h"
#include "ui/widgets/PersonCompleter.h"

using namespace weavemap::ui;

namespace {

/// People whose names are asked for in an order that says nothing, and how often they were.
class Counted : public QStringListModel
{
public:
    using QStringListModel::QStringListModel;
    QVariant data(const QModelIndex& index, int role) const override
    {
        ++asked;
        return QStringListModel::data(index, role);
    }
    mutable int asked = 0;
};

} // namespace

class PersonCompleterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_people.clear();
        for (const QString& name :
             {QStringLiteral("Bj\u00F8rn \u00C5ngstr\u00F6m"), QStringLiteral("Ana Mar\u00EDa Ruiz"),
              QStringLiteral("Ruth Anders"), QStringLiteral("Siobh\u00E1n O\u2019Neill"),
              QStringLiteral("\u674E\u5A1C"), QStringLiteral("Anne-Sophie M\u00FCller")})
            m_people.appendRow(new QStandardItem(name));
    }

    void nameMatches_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("matches");
        const QString ana = QStringLiteral("Ana Mar\u00EDa Ruiz");
        QTest::newRow("nothing typed") << ana << QString() << true;
        QTest::newRow("case") << ana << QStringLiteral("RUI") << true;
        QTest::newRow("accent left out") << ana << QStringLiteral("maria") << true;
        QTest::newRow("accent typed") << QStringLiteral("Maria Lee") << QStringLiteral("Mar\u00ED") << true;
        QTest::newRow("words in any order") << ana << QStringLiteral("ru an") << true;
        QTest::newRow("inside a word") << ana << QStringLiteral("uiz") << false;
        QTest::newRow("a word counts once") << QStringLiteral("Ana Ruiz") << QStringLiteral("an an") << false;
        QTest::newRow("hyphen") << QStringLiteral("Anne-Sophie M\u00FCller") << QStringLiteral("sophie mu") << true;
        QTest::newRow("apostrophe") << QStringLiteral("Siobh\u00E1n O\u2019Neill") << QStringLiteral("oneill") << true;
        QTest::newRow("another script") << QStringLiteral("\u674E\u5A1C") << QStringLiteral("\u674E") << true;
        QTest::newRow("spaces only") << ana << QStringLiteral("   ") << true;
        QTest::newRow("pattern signs are nothing") << ana << QStringLiteral(".*[(") << true;
        QTest::newRow("a letter that has no accent to lose")
            << QStringLiteral("Bj\u00F8rn") << QStringLiteral("bjor") << true;
        QTest::newRow("that letter typed") << QStringLiteral("Bj\u00F8rn") << QStringLiteral("BJ\u00D8") << true;
        QTest::newRow("no name") << QString() << QStringLiteral("a") << false;
    }
    void nameMatches()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, query);
        QFETCH(const bool, matches);
        QCOMPARE(weavemap::ui::nameMatches(name, query), matches);
    }

    void filter_keepsTheModelRules()
    {
        FoldedFilterModel filter(Qt::DisplayRole);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&m_people);
        filter.setQuery(QStringLiteral("an"));
        QCOMPARE(filter.rowCount(), 4);
        m_people.appendRow(new QStandardItem(QStringLiteral("Andr\u00E9")));
        QCOMPARE(filter.rowCount(), 5);
        m_people.removeRow(1);
        QCOMPARE(filter.rowCount(), 4);
    }

    void sortingEverybody_readsEachNameOnce()
    {
        QStringList names;
        for (int i = 0; i < 1000; ++i)
            names.append(QStringLiteral("%1 Ruiz").arg(QString::number(i * 7919 % 1000 + 2000, 36)));
        Counted people(names);
        FoldedFilterModel filter(Qt::DisplayRole);
        filter.setSourceModel(&people);
        QCOMPARE(filter.rowCount(), 1000);
        QCOMPARE(people.asked, 1000);
        filter.setQuery(QStringLiteral("ruiz"));
        filter.setQuery({});
        QCOMPARE(people.asked, 1000);
        for (int row = 1; row < filter.rowCount(); ++row)
            QVERIFY(filter.index(row - 1, 0).data().toString() < filter.index(row, 0).data().toString());
    }

    void whatIsReadOfARow_followsTheRow()
    {
        QStringListModel people({QStringLiteral("Dee"), QStringLiteral("Bea"), QStringLiteral("Cy")});
        FoldedFilterModel filter(Qt::DisplayRole);
        filter.setSourceModel(&people);
        const auto shown = [&filter] {
            QStringList names;
            for (int row = 0; row < filter.rowCount(); ++row)
                names.append(filter.index(row, 0).data().toString());
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(shown(), QStringLiteral("Bea Cy Dee"));
        people.setData(people.index(2), QStringLiteral("Zoe"));
        QCOMPARE(shown(), QStringLiteral("Bea Dee Zoe"));
        people.insertRows(0, 2);
        people.setData(people.index(0), QStringLiteral("Eve"));
        people.setData(people.index(1), QStringLiteral("Ana"));
        QCOMPARE(shown(), QStringLiteral("Ana Bea Dee Eve Zoe"));
        people.removeRows(1, 2);
        QCOMPARE(shown(), QStringLiteral("Bea Eve Zoe"));
        filter.setQuery(QStringLiteral("e"));
        QCOMPARE(shown(), QStringLiteral("Eve"));
        people.setStringList({QStringLiteral("Edna"), QStringLiteral("Al"), QStringLiteral("Eb")});
        QCOMPARE(shown(), QStringLiteral("Eb Edna"));
        QStringListModel others({QStringLiteral("Ed"), QStringLiteral("Bo")});
        filter.setSourceModel(&others);
        QCOMPARE(shown(), QStringLiteral("Ed"));
    }

    void nearestNamesComeFirst_eachKindByName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("wanted");
        const QString long1 = QStringLiteral("Fay Elow Sd."), exact = QStringLiteral("Fay Elow"),
                      other = QStringLiteral("Elow Fay"), later = QStringLiteral("Ann Fay Elow"),
                      first = QStringLiteral("Fay Ann Elow"), accent = QStringLiteral("F\u00E1y El\u00F6w");
        QTest::newRow("whole name") << QStringLiteral("fay elow")
                                    << QStringList{exact, accent, long1, first, later, other};
        QTest::newRow("its beginning") << QStringLiteral("FAY EL")
                                       << QStringList{exact, accent, long1, first, later, other};
        QTest::newRow("one word") << QStringLiteral("elow") << QStringList{other, later, first, exact, accent, long1};
        QTest::newRow("nothing") << QString() << QStringList{later, other, first, exact, accent, long1};
        QTest::newRow("nobody") << QStringLiteral("elow fay elow") << QStringList{};
    }
    void nearestNamesComeFirst_eachKindByName()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, wanted);
        QStandardItemModel people;
        for (const char16_t* name :
             {u"Fay Elow Sd.", u"Ann Fay Elow", u"Elow Fay", u"Fay Ann Elow", u"Fay Elow", u"F\u00E1y El\u00F6w"})
            people.appendRow(new QStandardItem(QString::fromUtf16(name)));
        FoldedFilterModel filter(Qt::DisplayRole);
        filter.setSourceModel(&people);
        filter.setQuery(typed);
        QStringList shown;
        for (int row = 0; row < filter.rowCount(); ++row)
            shown << filter.index(row, 0).data().toString();
        QCOMPARE(shown, wanted);
    }

    void firstWordMatches_comeFirst()
    {
        PersonCompleter completer(&m_people, Qt::DisplayRole);
        completer.setCompletionPrefix(QStringLiteral("an"));
        QCOMPARE(completer.completionCount(), 4);
        const QStringList wanted{QStringLiteral("Ana Mar\u00EDa Ruiz"), QStringLiteral("Anne-Sophie M\u00FCller"),
                                 QStringLiteral("Bj\u00F8rn \u00C5ngstr\u00F6m"), QStringLiteral("Ruth Anders")};
        for (int i = 0; i < 4; ++i)
            QCOMPARE(completer.completionModel()->index(i, 0).data().toString(), wanted[i]);
    }

    void sourceRow_leadsBackToThePerson()
    {
        PersonCompleter completer(&m_people, Qt::DisplayRole);
        completer.setCompletionPrefix(QStringLiteral("ruiz"));
        QCOMPARE(completer.sourceRow(0), 1);
        QCOMPARE(completer.sourceRow(7), -1);
    }

    void choosing_fillsTheFieldAndTellsTheRow()
    {
        QLineEdit field;
        PersonCompleter completer(&m_people, Qt::DisplayRole);
        field.setCompleter(&completer);
        QSignalSpy spy(&completer, &PersonCompleter::personChosen);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        QTest::keyClicks(&field, QStringLiteral("bjo"));
        QTRY_VERIFY(completer.popup()->isVisible());
        QTest::keyClick(completer.popup(), Qt::Key_Down);
        QTest::keyClick(completer.popup(), Qt::Key_Return);
        QCOMPARE(field.text(), QStringLiteral("Bj\u00F8rn \u00C5ngstr\u00F6m"));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().front().toInt(), 0);
    }

    void noPeople_nothingHappens()
    {
        QStandardItemModel none;
        PersonCompleter completer(&none, Qt::DisplayRole);
        completer.setCompletionPrefix(QStringLiteral("a"));
        QCOMPARE(completer.completionCount(), 0);
        QCOMPARE(completer.sourceRow(0), -1);
    }

private:
    QStandardItemModel m_people;
};

QTEST_MAIN(PersonCompleterTest)
#include "tst_person_completer.moc"
