// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/PeopleFilterBar.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/members/PersonFields.h"

using namespace weavemap;
using namespace weavemap::ui;
using memberstest::day;

/// Whom the table shows and in which order, and what cells accept.
class TestPeopleFilter : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<PeopleFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->index(row, 0).data().toString());
        return all;
    }
    void filterWords(const QString& words)
    {
        PeopleFilter filter = m_model->filter();
        filter.words = words;
        m_model->setFilter(filter);
    }
    void addMany(int count)
    {
        QVERIFY(m_desk->change([count](store::Records& records) -> Result<> {
            for (int i = 0; i < count; ++i) {
                Person person;
                person.name = "Person " + std::to_string(i) + " Ñandú";
                person.region = "Region " + std::to_string(i % 7);
                WEAVEMAP_TRY(records.people.insert(person));
            }
            return {};
        }));
        QTRY_COMPARE(m_desk->people.rowCount(), count);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        m_model = std::make_unique<PeopleFilterModel>(m_desk->people);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(m_desk->open("a.weavemap"));
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }

    void manyGone_selectionAndViewStay()
    {
        addMany(400);
        PeopleTable table(m_desk->people, *m_model, m_desk->settings);
        table.resize(700, 500);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.sortByColumn(PeopleModel::kRegion, Qt::DescendingOrder);
        const PersonId kept = m_desk->people.row(301).person.id;
        QVERIFY(table.choose(kept));
        QTRY_VERIFY(table.visualRect(table.currentIndex()).top() >= 0);
        QSignalSpy chosen(&table, &PeopleTable::personChosen);
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            for (int row = 0; row < 400; row += 2)
                WEAVEMAP_TRY(records.people.remove(m_desk->people.row(row).person.id));
            return {};
        }));
        QTRY_COMPARE(m_model->rowCount(), 200);
        QCOMPARE(table.selectedPeople(), std::vector<PersonId>{kept});
        QCOMPARE(table.currentPerson(), kept);
        QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
        QCOMPARE(chosen.size(), 0);
        for (int row = 1; row < m_model->rowCount(); ++row) {
            const auto regionAt = [this](int at) { return m_model->index(at, PeopleModel::kRegion).data().toString(); };
            QVERIFY(regionAt(row - 1) >= regionAt(row));
        }
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(m_model->rowCount(), 400);
        QCOMPARE(table.selectedPeople(), std::vector<PersonId>{kept});
        QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex()).center()));
    }

    void manyGoneOfEverybodyChosen_theOthersStayChosen_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("neither the first nor the last") << 1 << 398;
        QTest::newRow("the first and the last, too") << 0 << 399;
    }
    void manyGoneOfEverybodyChosen_theOthersStayChosen()
    {
        QFETCH(const int, first);
        QFETCH(const int, last);
        addMany(400);
        PeopleTable table(m_desk->people, *m_model, m_desk->settings);
        table.resize(700, 500);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.selectAll();
        QCOMPARE(table.selectedPeople().size(), std::size_t{400});
        std::vector<PersonId> gone;
        for (int row = first; row <= last; row += row == first || row + 4 > last ? 1 : 3)
            gone.push_back(m_model->personAt(row));
        QVERIFY(m_desk->change([&gone](store::Records& records) -> Result<> {
            for (const PersonId person : gone)
                WEAVEMAP_TRY(records.people.remove(person));
            return {};
        }));
        const int left = 400 - static_cast<int>(gone.size());
        QTRY_COMPARE(m_model->rowCount(), left);
        std::vector<PersonId> everybody;
        for (int row = 0; row < left; ++row)
            everybody.push_back(m_model->personAt(row));
        QCOMPARE(table.selectedPeople(), everybody);
    }

    void columnThatRepeatsAField_isNoFilter()
    {
        const PersonId ana = m_desk->add("Ana Ruiz", "Coast");
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto region, records.people.insert(Attribute{{}, "Region"}));
            WEAVEMAP_ASSIGN(const auto team, records.people.insert(Attribute{{}, "Team"}));
            WEAVEMAP_TRY(records.people.setAttribute(ana, region, "Coast"));
            return records.people.setAttribute(ana, team, "Red");
        }));
        QTRY_COMPARE(m_desk->people.attributes().size(), 1u);
        PeopleFilterBar bar(m_desk->people, *m_model);
        bar.show();
        bar.findChild<QPushButton*>(QStringLiteral("addFilter"))->click();
        QStringList titles;
        auto* menu = bar.findChild<QMenu*>(QStringLiteral("addFilterMenu"));
        for (const QAction* action : menu->actions())
            titles.append(action->text());
        menu->close();
        QCOMPARE(titles, (QStringList{QStringLiteral("Region"), QStringLiteral("Team")}));
    }

    void everyWord_mustBeSomewhereInTheRow()
    {
        m_desk->add("Ána Ruiz", "Côte");
        m_desk->add("Ana Ortega", "Lakes");
        m_desk->add("Ben Ruiz", "Lakes");
        filterWords(QStringLiteral("ANA"));
        QCOMPARE(names(), (QStringList{QStringLiteral("Ana Ortega"), QStringLiteral("Ána Ruiz")}));
        filterWords(QStringLiteral("  ruiz   ána "));
        QCOMPARE(names(), QStringList{QStringLiteral("Ána Ruiz")});
        filterWords(QStringLiteral("lakes ruiz"));
        QCOMPARE(names(), QStringList{QStringLiteral("Ben Ruiz")});
        filterWords(QStringLiteral("lakes ruiz nobody"));
        QCOMPARE(names(), QStringList{});
        filterWords({});
        QCOMPARE(m_model->rowCount(), 3);
    }

    void status_tellsCurrentFromFormer()
    {
        m_desk->add("Here");
        Person left;
        left.name = "Left";
        left.left = day(2025, 5, 1);
        m_desk->add(left);
        Person archived;
        archived.name = "Archived";
        archived.archived = day(2026, 1, 1);
        m_desk->add(archived);
        PeopleFilter filter;
        QCOMPARE(names(), QStringList{QStringLiteral("Here")});
        filter.status = StatusFilter::former;
        m_model->setFilter(filter);
        QCOMPARE(names(), (QStringList{QStringLiteral("Archived"), QStringLiteral("Left")}));
        filter.status = StatusFilter::everyone;
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void kind_isMembersAtFirst()
    {
        m_desk->add("Ana");
        const PersonId ruth = m_desk->add("Ruth", PersonKind::staff);
        m_desk->add("Funder", PersonKind::outside);
        QCOMPARE(names(), QStringList{QStringLiteral("Ana")});
        QCOMPARE(m_model->rowOf(ruth), -1);
        PeopleFilter filter;
        filter.kind = PersonKind::staff;
        m_model->setFilter(filter);
        QCOMPARE(names(), QStringList{QStringLiteral("Ruth")});
        QCOMPARE(m_model->personAt(0), ruth);
        filter.kind.reset();
        m_model->setFilter(filter);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void value_isAskedOfOneColumn()
    {
        m_desk->add("Ana Coast", "Lakes");
        m_desk->add("Ben", "Coast");
        m_desk->add("Cleo");
        PeopleFilter filter;
        filter.values.insert(QStringLiteral("region"), QStringLiteral("Coast"));
        m_model->setFilter(filter);
        QCOMPARE(names(), QStringList{QStringLiteral("Ben")});
        filter.values.insert(QStringLiteral("region"), QString());
        m_model->setFilter(filter);
        QCOMPARE(names(), QStringList{QStringLiteral("Cleo")});
    }

    void valueOfAFurtherColumn_isFoundByItsName()
    {
        const PersonId ana = m_desk->add("Ana");
        m_desk->add("Ben");
        PeopleFilter filter;
        filter.values.insert(QStringLiteral("attribute:Grade"), QStringLiteral("7th"));
        m_model->setFilter(filter); // the column is not there yet
        QVERIFY(m_desk->change([ana](store::Records& records) -> Result<> {
            Attribute grade;
            grade.name = "Grade";
            WEAVEMAP_ASSIGN(const auto id, records.people.insert(grade));
            return records.people.setAttribute(ana, id, "7th");
        }));
        QTRY_COMPARE(names(), QStringList{QStringLiteral("Ana")});
    }

    void changedPerson_movesInAndOut()
    {
        const PersonId ana = m_desk->add("Ana");
        QCOMPARE(m_model->rowCount(), 1);
        const std::vector<PersonId> people{ana};
        QVERIFY(
            m_desk->change([&](store::Records& r) { return actions::archivePeople(r, people, day(2026, 10, 15)); }));
        QTRY_COMPARE(m_model->rowCount(), 0);
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(m_model->rowCount(), 1);
    }

    void order_isByLastWordAndByNumbers()
    {
        const PersonId zoe = m_desk->add("Zoe Abel", "B");
        const PersonId ana = m_desk->add("Ana Ruiz", "A");
        m_desk->add("Ben Moss", "B");
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("Zoe Abel"), QStringLiteral("Ben Moss"), QStringLiteral("Ana Ruiz")}));
        m_model->sort(PeopleModel::kRegion, Qt::DescendingOrder);
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("Zoe Abel"), QStringLiteral("Ben Moss"), QStringLiteral("Ana Ruiz")}));
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            actions::DrawnTie tie;
            tie.a = zoe;
            tie.b = ana;
            tie.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, tie));
            return {};
        }));
        m_model->sort(PeopleModel::kTies, Qt::DescendingOrder);
        QTRY_COMPARE(names().last(), QStringLiteral("Ben Moss"));
    }

    void editing_isOnlyForFieldsOfAPerson()
    {
        m_desk->add("Ana");
        const auto editable = [this](int column) {
            return m_model->index(0, column).flags().testFlag(Qt::ItemIsEditable);
        };
        QVERIFY(!editable(PeopleModel::kName));
        m_model->setEditing(PeopleFilterModel::Editing::yes);
        QVERIFY(editable(PeopleModel::kName));
        QVERIFY(editable(PeopleModel::kLevel));
        QVERIFY(!editable(PeopleModel::kTies));
        QVERIFY(!editable(PeopleModel::kLastHeard));
    }

    void twoThousandPeople_filterAndSortCompletely()
    {
        addMany(2000);
        QCOMPARE(m_model->rowCount(), 2000);
        for (const QString& words :
             {QStringLiteral("n"), QStringLiteral("nandu"), QStringLiteral("nandu 199"), QStringLiteral("nandu 1999")})
            filterWords(words);
        QCOMPARE(names(), QStringList{QStringLiteral("Person 1999 Ñandú")});
        filterWords(QStringLiteral("region 3"));
        QVERIFY(m_model->rowCount() > 285);
        m_model->sort(PeopleModel::kRegion, Qt::DescendingOrder);
        filterWords({});
        QCOMPARE(m_model->index(0, PeopleModel::kRegion).data().toString(), QStringLiteral("Region 6"));
    }

    void dates_areReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso"); // empty: none; "bad"
        QTest::newRow("none") << QStringLiteral("  ") << QString();
        QTest::newRow("iso") << QStringLiteral("2026-10-15") << QStringLiteral("2026-10-15");
        QTest::newRow("words") << QStringLiteral("8 Oct 2026") << QStringLiteral("2026-10-08");
        QTest::newRow("long") << QStringLiteral(" 8  October 2026 ") << QStringLiteral("2026-10-08");
        QTest::newRow("dots") << QStringLiteral("8.10.2026") << QStringLiteral("2026-10-08");
        QTest::newRow("no such day") << QStringLiteral("2026-02-30") << QStringLiteral("bad");
        QTest::newRow("words only") << QStringLiteral("last spring") << QStringLiteral("bad");
        QTest::newRow("huge") << QString(5000, QLatin1Char('9')) << QStringLiteral("bad");
    }
    void dates_areReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto read = readDate(text);
        QCOMPARE(read.has_value(), iso != QStringLiteral("bad"));
        if (read)
            QCOMPARE(fieldDate(*read), iso);
    }

    void cellProblems_areOneSentence()
    {
        Person ana;
        ana.name = "Ana";
        ana.joined = day(2024, 1, 1);
        QVERIFY(cellProblem(ana, PeopleModel::kName, QStringLiteral("Ana Ruiz")).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kName, QStringLiteral("   ")).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kEmail, QStringLiteral("ana at school")).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kEmail, QStringLiteral("@school.org")).isEmpty());
        QVERIFY(cellProblem(ana, PeopleModel::kEmail, QStringLiteral("ana@school.org")).isEmpty());
        QVERIFY(cellProblem(ana, PeopleModel::kEmail, QString()).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kJoined, QStringLiteral("soon")).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kLeft, QStringLiteral("2023-01-01")).isEmpty());
        QVERIFY(cellProblem(ana, PeopleModel::kLeft, QStringLiteral("2025-01-01")).isEmpty());
        QVERIFY(!cellProblem(ana, PeopleModel::kLevel, QStringLiteral("Legend")).isEmpty());
        QVERIFY(cellProblem(ana, PeopleModel::kLevel, QStringLiteral("core")).isEmpty());
    }
};

QTEST_MAIN(TestPeopleFilter)
#include "tst_people_filter.moc"
