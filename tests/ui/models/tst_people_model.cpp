// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

#include "OpenFile.h"
#include "ui/models/PeopleModel.h"

using namespace weavemap;
using namespace weavemap::ui;
using modelstest::day;

/// Everybody in the file as a table that follows the session.
class TestPeopleModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<modelstest::OpenFile> m_file;
    std::unique_ptr<PeopleModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    bool opens(const std::string& name, Session::OpenMode mode = Session::OpenMode::create)
    {
        return m_file->open(name, mode) && QTest::qWaitFor([this] { return m_model->isLoaded(); });
    }
    QString cell(PersonId person, int column) const
    {
        return m_model->index(m_model->rowOf(person), column).data().toString();
    }
    /// What a sorted view shows in its first column.
    QStringList sortedBy(int column, Qt::SortOrder order = Qt::AscendingOrder) const
    {
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(m_model.get());
        sorted.setSortRole(PeopleModel::kSortRole);
        sorted.sort(column, order);
        QStringList names;
        for (int row = 0; row < sorted.rowCount(); ++row)
            names.append(sorted.index(row, 0).data().toString());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<modelstest::OpenFile>();
        m_model = std::make_unique<PeopleModel>(m_file->session, m_file->jobs);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_file.reset();
    }

    void noFile_isEmpty()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->isLoaded());
        QCOMPARE(m_model->rowOf(PersonId{5}), -1);
        QVERIFY(m_model->nameOf(PersonId{5}).isEmpty());
    }

    void addedPerson_isOneInsertedRow()
    {
        QVERIFY(opens("a.weavemap"));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const PersonId ana = m_file->add("Ana Ruiz", "Coast");
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(cell(ana, PeopleModel::kName), QStringLiteral("Ana Ruiz"));
        QCOMPARE(cell(ana, PeopleModel::kRegion), QStringLiteral("Coast"));
        QCOMPARE(cell(ana, PeopleModel::kLastHeard), QStringLiteral("never"));
        QCOMPARE(m_model->currentMembers(), 1);
        QCOMPARE(m_model->heardMembers(), 0);
    }

    void editedPerson_isOneChangedRow()
    {
        QVERIFY(opens("a.weavemap"));
        const PersonId ana = m_file->add("Ana Ruiz");
        m_file->add("Ben Okafor");
        QTRY_COMPARE(m_model->rowCount(), 2);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_file->change([ana](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(auto person, records.people.find(ana));
            person->level = EngagementLevel::core;
            return actions::updatePerson(records, *person);
        }));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first()[0].toModelIndex().row(), m_model->rowOf(ana));
        QCOMPARE(cell(ana, PeopleModel::kLevel), QStringLiteral("Core"));
    }

    void removingInTheMiddle_keepsTheOthers()
    {
        QVERIFY(opens("a.weavemap"));
        std::vector<PersonId> people;
        for (int i = 0; i < 7; ++i)
            people.push_back(m_file->add("Person " + std::to_string(i)));
        QTRY_COMPARE(m_model->rowCount(), 7);
        const std::vector<PersonId> gone{people[0], people[2], people[3], people[6]};
        QVERIFY(m_file->change([&](store::Records& records) { return actions::removePeople(records, gone); }));
        QTRY_COMPARE(m_model->rowCount(), 3);
        for (const std::size_t kept : {1U, 4U, 5U})
            QCOMPARE(m_model->nameOf(people[kept]), QStringLiteral("Person %1").arg(kept));
        QCOMPARE(m_model->rowOf(people[2]), -1);
        m_file->session.undo();
        QTRY_COMPARE(m_model->rowCount(), 7);
        QCOMPARE(m_model->rowOf(people[3]), 3);
    }

    void archivedAndStaff_areNotCountedAsMembers()
    {
        QVERIFY(opens("a.weavemap"));
        Person staff;
        staff.name = "Ruth";
        staff.kind = PersonKind::staff;
        m_file->add(staff);
        Person gone;
        gone.name = "Gone";
        gone.archived = day(2026, 1, 1);
        const PersonId archived = m_file->add(gone);
        m_file->add("Here");
        QTRY_COMPARE(m_model->rowCount(), 3);
        QTRY_COMPARE(m_model->currentMembers(), 1);
        QVERIFY(!m_model->index(m_model->rowOf(archived), 0).data(PeopleModel::kCurrentRole).toBool());
    }

    void ties_areCountedWithCurrentMembers()
    {
        QVERIFY(opens("a.weavemap"));
        const PersonId ana = m_file->add("Ana");
        const PersonId ben = m_file->add("Ben");
        QVERIFY(m_file->tie(ana, ben));
        QTRY_COMPARE(cell(ana, PeopleModel::kTies), QStringLiteral("1"));
    }

    void names_sortByTheirLastWordWithoutAccents()
    {
        QVERIFY(opens("a.weavemap"));
        for (const char* name : {"Zoe Abel", "ana Ruiz", "Ána Øst", "Ben", "Émile Ábel", "Yuki Ruiz"})
            m_file->add(name);
        QTRY_COMPARE(m_model->rowCount(), 6);
        const QStringList expected{QStringLiteral("Émile Ábel"), QStringLiteral("Zoe Abel"), QStringLiteral("Ben")};
        QCOMPARE(sortedBy(PeopleModel::kName).mid(0, 3), expected);
        QVERIFY(sortedBy(PeopleModel::kName).indexOf(QStringLiteral("ana Ruiz")) + 1 ==
                sortedBy(PeopleModel::kName).indexOf(QStringLiteral("Yuki Ruiz")));
    }

    void namesWithAComma_sortByWhatStandsBeforeIt()
    {
        QVERIFY(opens("a.weavemap"));
        for (const char* name : {"Weiß, Käthe", "Adam Zorn", "Käthe Weber", "Öz,Ada", "Anton Weiss", ", Ben"})
            m_file->add(name);
        QTRY_COMPARE(m_model->rowCount(), 6);
        QCOMPARE(sortedBy(PeopleModel::kName).mid(1),
                 (QStringList{QStringLiteral("Öz,Ada"), QStringLiteral("Käthe Weber"), QStringLiteral("Anton Weiss"),
                              QStringLiteral("Weiß, Käthe"), QStringLiteral("Adam Zorn")}));
    }

    void ties_sortAsNumbers()
    {
        QVERIFY(opens("a.weavemap"));
        std::vector<PersonId> people;
        for (int i = 0; i < 12; ++i)
            people.push_back(m_file->add("Person " + std::to_string(i)));
        for (std::size_t i = 1; i < 12; ++i)
            QVERIFY(m_file->tie(people[0], people[i]));
        QVERIFY(m_file->tie(people[1], people[2]));
        QTRY_COMPARE(cell(people[0], PeopleModel::kTies), QStringLiteral("11"));
        QTRY_COMPARE(cell(people[1], PeopleModel::kTies), QStringLiteral("2"));
        QCOMPARE(sortedBy(PeopleModel::kTies, Qt::DescendingOrder).first(), QStringLiteral("Person 0"));
    }

    void foldedText_hasEveryWordOfTheRow()
    {
        QVERIFY(opens("a.weavemap"));
        Person person;
        person.name = "Łucja Ōtepoti-Ñandú";
        person.email = "lucja@example.org";
        const PersonId id = m_file->add(person);
        QTRY_COMPARE(m_model->rowCount(), 1);
        const QString folded = m_model->index(m_model->rowOf(id), 0).data(PeopleModel::kFoldedRole).toString();
        QVERIFY2(folded.contains(QStringLiteral("otepoti-nandu")), qPrintable(folded));
        QVERIFY(folded.contains(QStringLiteral("lucja@example.org")));
    }

    void furtherColumns_standBehindTheOthers()
    {
        QVERIFY(opens("a.weavemap"));
        const PersonId ana = m_file->add("Ana");
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(m_file->change([ana](store::Records& records) -> Result<> {
            Attribute grade;
            grade.name = "Grade";
            WEAVEMAP_ASSIGN(const auto id, records.people.insert(grade));
            return records.people.setAttribute(ana, id, "7th");
        }));
        QTRY_COMPARE(m_model->columnCount(), PeopleModel::kFixedColumns + 1);
        QCOMPARE(cell(ana, PeopleModel::kFixedColumns), QStringLiteral("7th"));
        QCOMPARE(m_model->columnKey(PeopleModel::kFixedColumns), QStringLiteral("attribute:Grade"));
        QCOMPARE(m_model->headerData(PeopleModel::kFixedColumns, Qt::Horizontal).toString(), QStringLiteral("Grade"));
        QVERIFY(m_file->change([ana](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto id, records.people.insert(Attribute{{}, "role"}));
            return records.people.setAttribute(ana, id, "Coach");
        }));
        const int role = PeopleModel::kFixedColumns + 1;
        QTRY_COMPARE(m_model->columnCount(), role + 1);
        QCOMPARE(m_model->columnKey(role), QStringLiteral("attribute:role"));
        QCOMPARE(m_model->headerData(role, Qt::Horizontal).toString(), QStringLiteral("role, as in the list"));
    }

    void changesFarApart_areOneNotice()
    {
        QVERIFY(opens("a.weavemap"));
        std::vector<PersonId> people;
        for (int i = 0; i < 9; ++i)
            people.push_back(m_file->add("Person " + std::to_string(i)));
        QTRY_COMPARE(m_model->rowCount(), 9);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            for (const std::size_t at : {1U, 7U}) {
                Person person = records.people.find(people[at])->value();
                person.region = "Lakes";
                WEAVEMAP_TRY(records.people.update(person));
            }
            return records.people.remove(people[4]);
        }));
        // What is still read of the people added may be told of first.
        QTRY_COMPARE(m_model->rowCount(), 8);
        QCOMPARE(changed.size(), 2); // before and behind the row that went
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[1][0].toModelIndex().row(), 6);
        QCOMPARE(cell(people[7], PeopleModel::kRegion), QStringLiteral("Lakes"));
    }

    void everySecondOfMany_goesAndComesBack()
    {
        QVERIFY(opens("a.weavemap"));
        constexpr int kMany = 300; // the tester looks at every row at every step
        std::vector<PersonId> people;
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            for (int i = 0; i < kMany; ++i) {
                Person person;
                person.name = "Person " + std::to_string(i);
                WEAVEMAP_ASSIGN(const auto id, records.people.insert(person));
                people.push_back(id);
            }
            return {};
        }));
        QTRY_COMPARE(m_model->rowCount(), kMany);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(m_model.get());
        sorted.setSortRole(PeopleModel::kSortRole);
        sorted.sort(PeopleModel::kName, Qt::DescendingOrder);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            for (int i = 0; i < kMany; i += 2)
                WEAVEMAP_TRY(records.people.remove(people[static_cast<std::size_t>(i)]));
            return {};
        }));
        QTRY_COMPARE(m_model->rowCount(), kMany / 2);
        QCOMPARE(m_model->rowOf(people[2]), -1);
        QCOMPARE(m_model->rowOf(people[201]), 100);
        QCOMPARE(m_model->currentMembers(), kMany / 2);
        m_file->session.undo();
        QTRY_COMPARE(m_model->rowCount(), kMany);
        QCOMPARE(m_model->rowOf(people[200]), 200);
        QCOMPARE(m_model->currentMembers(), kMany);
        QCOMPARE(sorted.rowCount(), kMany);
        QCOMPARE(reset.size(), 0);
    }

    void manyScattered_areOneNoticeThatKeepsWhoIsHeld()
    {
        QVERIFY(opens("a.weavemap"));
        constexpr int kMany = 300;
        std::vector<PersonId> people;
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            for (int i = 0; i < kMany; ++i) {
                Person person;
                person.name = "Person " + std::to_string(i);
                WEAVEMAP_ASSIGN(const auto id, records.people.insert(person));
                people.push_back(id);
            }
            return {};
        }));
        QTRY_COMPARE(m_model->rowCount(), kMany);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(m_model.get());
        sorted.setSortRole(PeopleModel::kSortRole);
        sorted.sort(PeopleModel::kName, Qt::DescendingOrder);
        const QPersistentModelIndex stays(sorted.mapFromSource(m_model->index(201, PeopleModel::kRole)));
        const QPersistentModelIndex goes(m_model->index(200, PeopleModel::kName));
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            Person person = records.people.find(people[201])->value();
            person.role = "Coach";
            WEAVEMAP_TRY(records.people.update(person));
            for (int i = 0; i < kMany; i += 2)
                WEAVEMAP_TRY(records.people.remove(people[static_cast<std::size_t>(i)]));
            return {};
        }));
        QTRY_COMPARE(m_model->rowCount(), kMany / 2);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(removed.size(), 0);
        QVERIFY(!goes.isValid());
        QCOMPARE(stays.data().toString(), QStringLiteral("Coach"));
        QCOMPARE(stays.sibling(stays.row(), PeopleModel::kName).data().toString(), QStringLiteral("Person 201"));
        QCOMPARE(sorted.index(0, 0).data().toString(), QStringLiteral("Person 99"));
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(const auto left, records.people.all());
            for (const Person& person : left)
                WEAVEMAP_TRY(records.people.remove(person.id));
            return {};
        }));
        QTRY_COMPARE(sorted.rowCount(), 0); // one run: rows that go as rows
        QCOMPARE(removed.size(), 1);
        QVERIFY(!stays.isValid());
    }

    void compare_isTheOrderOfEachColumn()
    {
        QVERIFY(opens("a.weavemap"));
        Person early, late;
        early.name = "Zoe \u00C1bel";
        early.region = "\u00C9st";
        early.level = EngagementLevel::core;
        early.joined = day(2020, 1, 1);
        late.name = "Ana Ruiz";
        late.region = "est";
        late.email = "ana@example.org";
        m_file->add(early);
        m_file->add(late);
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->compare(0, 1, PeopleModel::kName) < 0);
        QCOMPARE(m_model->compare(0, 1, PeopleModel::kRegion), 0); // neither case nor accents
        QVERIFY(m_model->compare(0, 1, PeopleModel::kLevel) > 0);
        QVERIFY(m_model->compare(1, 0, PeopleModel::kJoined) < 0); // no day comes first
        QVERIFY(m_model->compare(0, 1, PeopleModel::kEmail) < 0);
        QCOMPARE(m_model->compare(0, 1, PeopleModel::kLastHeard), 0);
        for (int column = 0; column < m_model->columnCount(); ++column)
            QCOMPARE(m_model->compare(1, 1, column), 0);
    }

    void manyChangesAtOnce_endInStep()
    {
        QVERIFY(opens("a.weavemap"));
        for (int i = 0; i < 30; ++i)
            m_file->session.change(QStringLiteral("Add"), [i](store::Records& records) -> Result<> {
                Person person;
                person.name = "Person " + std::to_string(i);
                WEAVEMAP_TRY(actions::addPerson(records, person));
                return {};
            });
        QTRY_COMPARE(m_model->rowCount(), 30);
    }

    void closing_emptiesAndAnotherFileFillsAgain()
    {
        QVERIFY(opens("a.weavemap"));
        m_file->add("Ana");
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(opens("b.weavemap"));
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->currentMembers(), 0);
        QVERIFY(opens("a.weavemap", Session::OpenMode::existing));
        QCOMPARE(m_model->rowCount(), 1);
        m_file->session.close();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->isLoaded());
    }

    void closingWhileReading_leavesItEmpty()
    {
        QVERIFY(opens("a.weavemap"));
        m_file->add("Ana");
        QVERIFY(m_file->open("a.weavemap", Session::OpenMode::existing));
        m_file->session.close(); // the read has just begun
        QTRY_VERIFY(!m_file->jobs.isBusy());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->isLoaded());
    }
};

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_people_model.moc"
