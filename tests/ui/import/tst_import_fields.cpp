// SPDX-License-Identifier: GPL-3.0-or-later
// What columns of a member list fill: proposed, shown, refused and stored.
#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QTest>

#include "ImportPage.h"

using namespace weavemap;
using namespace weavemap::ui;
using Page = uitest::ImportPage;

namespace {

const QByteArray kGerman = "Mitglied-Nr.;Name;Schule;Stra\u00DFe;Eintritt\n"
                           "1;Rumblestone, Tamsin;Moonfield;Birkenstra\u00DFe 40;08.12.2004\n"
                           "2;Quillfeather, Zo\u00EB;\u00C9cole des Trois Ponts;;sp\u00E4ter\n"
                           "3;Inkwell, Luc\u00EDa;;;\n";
const QByteArray kParts = "Member ID,First name,Last name,E-mail,School,Role,Region,Level,Member since,Phone,"
                          "Likes to be called\n"
                          "1,Tamsin,Rumblestone,t@example.org,Moonfield,Teacher,North,Active,2019-09-01,555,evenings\n"
                          "2,Zo\u00EB,,,,,,,,,\n";

QComboBox* columnsOf(const Page& page, const QString& field)
{
    for (QComboBox* box : page.place.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Column: ") + field)
            return box;
    return nullptr;
}

QString cell(const Page& page, int row, ImportRowsModel::Column column)
{
    return page.rows()->index(row, column).data().toString();
}

void storeList(Page& page)
{
    QTRY_VERIFY(page.store()->isEnabled());
    QTest::mouseClick(page.store(), Qt::LeftButton);
    QTRY_COMPARE(page.pageShown(), 2);
}

Person stored(Page& page, const char* id) { return page.box.records().people.findBySourceId(id).value().at(0); }

} // namespace

class ImportFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_isProposedShownAndStored();
    void everyField_canBeRefusedAndChosen();
    void turnedNames_areProposedAndCanBeRefused();
    void oddCells_sayWhyBesideTheirRow();
    void sameListAgain_addsNothing_data();
    void sameListAgain_addsNothing();
    void listWithoutFields_hasNoColumnForThem();
    void severalFiles_canBeTakenWithoutTheirFields();
    void mannerOfTies_isShownStoredAndCanBeRefused();
    void mannerOfTies_thatStandIsKept();
    void rowWithoutAName_saysWhatItComesInAs();
};

void ImportFieldsTest::everyField_isProposedShownAndStored()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("people.csv"), kParts)}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    const std::pair<const char*, const char*> kProposed[]{
        {"Name", "No column"}, {"Id", "Member ID"},        {"First name", "First name"},
        {"E-mail", "E-mail"},  {"Last name", "Last name"}, {"Level of engagement", "Level"},
        {"School", "School"},  {"Role", "Role"},           {"Likes to be called", "Likes to be called"},
        {"Region", "Region"},  {"Joined", "Member since"}, {"Phone", "Phone"}};
    for (const auto& [field, heading] : kProposed)
        QCOMPARE(columnsOf(page, QString::fromLatin1(field))->currentText(), QString::fromLatin1(heading));
    QVERIFY(!page.find<QCheckBox>("importNamesTurned")->isVisible());
    QCOMPARE(cell(page, 0, ImportRowsModel::kText), QStringLiteral("Tamsin Rumblestone"));
    const QString says = cell(page, 0, ImportRowsModel::kSays);
    for (const char* word : {"Moonfield", "Teacher", "North", "Active", "2019", "t@example.org", "555", "evenings"})
        QVERIFY2(says.contains(QString::fromLatin1(word)), qPrintable(says));
    QCOMPARE(cell(page, 1, ImportRowsModel::kText), QStringLiteral("Zo\u00EB"));
    QVERIFY(cell(page, 1, ImportRowsModel::kSays).isEmpty());
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0}); // nothing is stored yet
    storeList(page);
    const Person tamsin = stored(page, "1");
    QCOMPARE(tamsin.name, std::string("Tamsin Rumblestone"));
    QCOMPARE(tamsin.email, std::string("t@example.org"));
    QCOMPARE(tamsin.phone, std::string("555"));
    QCOMPARE(tamsin.role, std::string("Teacher"));
    QCOMPARE(tamsin.region, std::string("North"));
    QCOMPARE(tamsin.level, EngagementLevel::active);
    QCOMPARE(tamsin.joined->toIso(), std::string("2019-09-01"));
    QCOMPARE(tamsin.contactPreference, std::string("evenings"));
    const auto organizations = page.box.records().people.organizations().value();
    QCOMPARE(organizations.size(), std::size_t{1});
    QCOMPARE(organizations.front().name, std::string("Moonfield"));
    QCOMPARE(tamsin.organization, organizations.front().id);
    QVERIFY(!stored(page, "2").organization);
    page.box.undo();
    QCOMPARE(page.box.records().people.count().value(), std::size_t{0});
    QVERIFY(page.box.records().people.organizations().value().empty());
    QVERIFY(!page.box.session().canUndo());
}

void ImportFieldsTest::everyField_canBeRefusedAndChosen()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("people.csv"), kParts)}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    QTest::keyClick(columnsOf(page, QStringLiteral("School")), Qt::Key_Home); // no column
    QVERIFY(page.box.settle());
    QTRY_VERIFY(!cell(page, 0, ImportRowsModel::kSays).contains(QStringLiteral("Moonfield")));
    QCOMPARE(columnsOf(page, QStringLiteral("School"))->currentText(), QStringLiteral("No column"));
    QCOMPARE(columnsOf(page, QStringLiteral("Role"))->currentText(), QStringLiteral("Role")); // stays proposed
    QTest::keyClick(columnsOf(page, QStringLiteral("Name")), Qt::Key_End);                    // the last column
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 0, ImportRowsModel::kText), QStringLiteral("evenings"));
    storeList(page);
    QVERIFY(!stored(page, "1").organization);
    // What fills a field stands there; every other column is kept.
    QCOMPARE(page.box.records().people.attributes().value().size(), std::size_t{4});
}

void ImportFieldsTest::turnedNames_areProposedAndCanBeRefused()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("mitglieder.csv"), kGerman)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    auto* turned = page.find<QCheckBox>("importNamesTurned");
    QVERIFY(turned->isVisible() && turned->isChecked());
    QCOMPARE(cell(page, 2, ImportRowsModel::kText), QStringLiteral("Luc\u00EDa Inkwell"));
    QTest::keyClick(turned, Qt::Key_Space);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 2, ImportRowsModel::kText), QStringLiteral("Inkwell, Luc\u00EDa"));
    QVERIFY(turned->isVisible() && !turned->isChecked());
    QTest::keyClick(turned, Qt::Key_Space);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 1, ImportRowsModel::kText), QStringLiteral("Zo\u00EB Quillfeather"));
    storeList(page);
    QCOMPARE(stored(page, "2").name, std::string("Zo\u00EB Quillfeather"));
}

void ImportFieldsTest::oddCells_sayWhyBesideTheirRow()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("mitglieder.csv"), kGerman)}));
    QTRY_COMPARE(page.rows()->rowCount(), 3);
    QVERIFY(cell(page, 0, ImportRowsModel::kWhy).isEmpty());
    const QString why = cell(page, 1, ImportRowsModel::kWhy);
    QVERIFY2(why.contains(QStringLiteral("sp\u00E4ter")), qPrintable(why));
    QCOMPARE(cell(page, 1, ImportRowsModel::kLine), QStringLiteral("3"));
    storeList(page);
    const Person zoe = stored(page, "2");
    QVERIFY(!zoe.joined);
    bool isKept = false;
    const auto values = page.box.records().people.attributeValues(zoe.id).value();
    for (const auto& value : values)
        isKept = isKept || value.value == std::string("sp\u00E4ter");
    QVERIFY(isKept); // beside its heading, as the only one
    QVERIFY(page.box.records().people.attributeValues(stored(page, "3").id).value().size() < values.size());
}

void ImportFieldsTest::sameListAgain_addsNothing_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("last name first") << kGerman;
    QTest::newRow("two columns") << kParts;
    QTest::newRow("without ids") << QByteArray("Name,School\n\"Ruiz, Ana\",North\n\"Lind, Zo\u00EB\",\n");
}

void ImportFieldsTest::sameListAgain_addsNothing()
{
    QFETCH(QByteArray, list);
    Page page;
    const QString file = page.box.textFile(QStringLiteral("list.csv"), list);
    QVERIFY(page.preview({file}));
    storeList(page);
    const std::size_t people = page.box.records().people.count().value();
    QVERIFY(people > 0);
    QVERIFY(page.preview({file}));
    QTRY_VERIFY2(page.summary().startsWith(QStringLiteral("Everything in it is here")), qPrintable(page.summary()));
    QVERIFY(!page.store()->isEnabled());
    QCOMPARE(page.box.records().people.count().value(), people);
}

void ImportFieldsTest::listWithoutFields_hasNoColumnForThem()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("names.csv"), "name\nAna\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 1);
    QCOMPARE(columnsOf(page, QStringLiteral("School"))->currentText(), QStringLiteral("No column"));
    QVERIFY(page.find<QTableView>("importRows")->isColumnHidden(ImportRowsModel::kSays));
    // What only ties have is asked about ties only.
    QVERIFY(!page.find<QComboBox>("importDepth")->isVisible());
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("ties.csv"), "source,target\nAna,Ben\n")}));
    QTRY_VERIFY(page.find<QComboBox>("importDepth")->isVisible());
    QVERIFY(page.find<QComboBox>("importDirection")->isVisible());
}

void ImportFieldsTest::severalFiles_canBeTakenWithoutTheirFields()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("one.csv"), "id,name,region\n1,Ana,North\n"),
                          page.box.textFile(QStringLiteral("two.csv"), "id,name,region\n2,Ben,South\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    auto* take = page.find<QCheckBox>("importTakeProposed");
    QVERIFY(take->isVisible() && take->isChecked());
    QVERIFY(!page.find<QComboBox>("importColumn0")->isVisible());
    QCOMPARE(cell(page, 1, ImportRowsModel::kSays), QStringLiteral("South"));
    QTest::keyClick(take, Qt::Key_Space);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 1, ImportRowsModel::kSays), QString());
    storeList(page);
    QVERIFY(stored(page, "1").region.empty());
    QCOMPARE(page.box.records().people.attributes().value().size(), std::size_t{3});
}

void ImportFieldsTest::mannerOfTies_isShownStoredAndCanBeRefused()
{
    Page page;
    QVERIFY(page.preview(
        {page.box.textFile(QStringLiteral("ties.csv"), "source,target,how often,since\nAna,Ben,Each term,2019-03-31\n"
                                                       "Ben,Cai,now and then,2020\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    QVERIFY(!page.find<QTableView>("importRows")->isColumnHidden(ImportRowsModel::kSays));
    QCOMPARE(cell(page, 0, ImportRowsModel::kSays), QStringLiteral("each term · since 31 March 2019"));
    QCOMPARE(cell(page, 0, ImportRowsModel::kWhy), QString());
    QCOMPARE(cell(page, 1, ImportRowsModel::kSays), QStringLiteral("since 1 January 2020"));
    QCOMPARE(cell(page, 1, ImportRowsModel::kLine), QStringLiteral("3"));
    const QString why = cell(page, 1, ImportRowsModel::kWhy);
    QVERIFY2(why.contains(QStringLiteral("“now and then” is not understood")), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("“2020” is taken for 1 January 2020.")), qPrintable(why));
    auto* since = columnsOf(page, QStringLiteral("Since"));
    QCOMPARE(columnsOf(page, QStringLiteral("How often"))->currentText(), QStringLiteral("how often"));
    QCOMPARE(since->currentText(), QStringLiteral("since"));
    // A column can be refused, and is not asked for again.
    QTest::keyClick(since, Qt::Key_Home);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 0, ImportRowsModel::kSays), QStringLiteral("each term"));
    QCOMPARE(since->currentText(), QStringLiteral("No column"));
    QTest::keyClick(since, Qt::Key_End);
    QVERIFY(page.box.settle());
    QTRY_COMPARE(cell(page, 0, ImportRowsModel::kSays), QStringLiteral("each term · since 31 March 2019"));
    storeList(page);
    const auto ties = page.box.records().ties.all().value();
    QCOMPARE(ties.size(), std::size_t{2});
    QVERIFY(std::any_of(ties.begin(), ties.end(), [](const Tie& tie) {
        return tie.contact == TieContact::eachTerm && tie.firstSeen == Date::fromYmd(2019, 3, 31).value();
    }));
}

void ImportFieldsTest::mannerOfTies_thatStandIsKept()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("a.csv"), "source,target,how often\nAna,Ben,monthly\n")}));
    storeList(page);
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("b.csv"), "source,target,how often\nAna,Ben,weekly\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 1);
    QTRY_COMPARE(cell(page, 0, ImportRowsModel::kSays), QStringLiteral("weekly"));
    const QString why = cell(page, 0, ImportRowsModel::kWhy);
    QVERIFY2(why.contains(QStringLiteral("(monthly); that stays")), qPrintable(why));
}

void ImportFieldsTest::rowWithoutAName_saysWhatItComesInAs()
{
    Page page;
    QVERIFY(page.preview({page.box.textFile(QStringLiteral("people.csv"), "id,name\n17,\n18,Ana\n")}));
    QTRY_COMPARE(page.rows()->rowCount(), 2);
    QCOMPARE(cell(page, 0, ImportRowsModel::kLine), QStringLiteral("2"));
    QCOMPARE(cell(page, 0, ImportRowsModel::kWhy), QStringLiteral("No name; comes in as “17”."));
    QCOMPARE(cell(page, 1, ImportRowsModel::kWhy), QString());
}

QTEST_MAIN(ImportFieldsTest)
#include "tst_import_fields.moc"
