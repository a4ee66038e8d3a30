// SPDX-License-Identifier: GPL-3.0-or-later
// What a member list fills where all fields are asked for: proposals by heading, names in two columns or turned round.
#include <string>

#include <QTest>

#include "Grid.h"
#include "core/exchange/CellValue.h"
#include "core/exchange/ImportedNetwork.h"

using namespace weavemap;
using namespace weavemap::exchange;
using test::networkOf;

namespace {

ReadOptions everyField()
{
    ReadOptions options;
    options.as = ReadAs::members;
    options.allFields = true;
    options.names = NameOrder::asItLooks;
    return options;
}

} // namespace

class TestMemberFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headings_proposeTheirField_data();
    void headings_proposeTheirField();
    void fields_areFilledOnlyWhereAskedFor();
    void field_canBeRefused();
    void left_isNeverTakenUnasked();
    void levels_areReadInFourLanguages_data();
    void levels_areReadInFourLanguages();
    void levelColumnOfAnotherKind_isNotProposed();
    void oddCells_costTheFieldNotThePerson();
    void names_areTurnedWhereAllHaveOneComma_data();
    void names_areTurnedWhereAllHaveOneComma();
    void names_stayAsWrittenUnlessSaid();
    void names_ofTwoColumnsAreJoined_data();
    void names_ofTwoColumnsAreJoined();
    void names_chosenInPartsWinOverAGuessedName();
};

void TestMemberFields::headings_proposeTheirField_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("field");
    const auto row = [](const char* heading, Field field) {
        QTest::newRow(heading) << QString::fromUtf8(heading) << static_cast<int>(field);
    };
    row("School", Field::organization);
    row("SCHULE", Field::organization);
    row("\u00C9cole", Field::organization);
    row("Centro educativo", Field::organization);
    row("Role", Field::role);
    row("Funktion", Field::role);
    row("Funci\u00F3n", Field::role);
    row("Region", Field::region);
    row("Regi\u00F3n", Field::region);
    row("Bezirk", Field::region);
    row("Phone", Field::phone);
    row("Telefonnummer", Field::phone);
    row("Tel\u00E9fono", Field::phone);
    row("Member since", Field::joined);
    row("Joined", Field::joined);
    row("Eintritt", Field::joined);
    row("Fecha de ingreso", Field::joined);
    row("Likes to be called", Field::contactPreference);
    row("Erreichbarkeit", Field::contactPreference);
}

void TestMemberFields::headings_proposeTheirField()
{
    QFETCH(QString, heading);
    QFETCH(int, field);
    const auto network = networkOf("Name," + heading.toStdString() + "\nAnn,2020-01-02\n", everyField());
    const auto found = network->facts.mapping.find(static_cast<Field>(field));
    QVERIFY(found != network->facts.mapping.end());
    QCOMPARE(found->second, heading.toStdString());
}

void TestMemberFields::fields_areFilledOnlyWhereAskedFor()
{
    const std::string list =
        "Id,Name,School,Role,Region,Level,Joined,Phone,Likes to be called\n"
        "1,Zo\u00EB,\u00C9cole des Trois Ponts,Coach,\u00D6st,Core,8.12.2004, +1 555 ,mornings\n2,Ben\n";
    const auto network = networkOf(list, everyField());
    const ImportedPerson& zoe = network->people.at(0);
    QCOMPARE(zoe.organization, std::string("\u00C9cole des Trois Ponts"));
    QCOMPARE(zoe.role, std::string("Coach"));
    QCOMPARE(zoe.region, std::string("\u00D6st"));
    QCOMPARE(zoe.level, EngagementLevel::core);
    QCOMPARE(zoe.joined->toIso(), std::string("2004-12-08"));
    QCOMPARE(zoe.phone, std::string("+1 555"));
    QCOMPARE(zoe.contactPreference, std::string("mornings"));
    QCOMPARE(zoe.attributes.at(7), std::string(" +1 555 ")); // the column stays as it is written
    const ImportedPerson& ben = network->people.at(1);
    QVERIFY(ben.organization.empty() && ben.level == EngagementLevel::unknown && !ben.joined);
    QVERIFY(network->notices.empty());

    const auto plain = networkOf(list, ReadAs::members);
    const ImportedPerson& same = plain->people.at(0);
    QVERIFY(same.organization.empty() && same.role.empty() && same.region.empty() && same.phone.empty());
    QVERIFY(same.contactPreference.empty() && same.level == EngagementLevel::unknown && !same.joined);
}

void TestMemberFields::field_canBeRefused()
{
    ReadOptions options = everyField();
    options.without = {Field::role, Field::id};
    const auto network = networkOf("Id,Name,Role,School\n1,Ann,Coach,North\n", options);
    const ImportedPerson& ann = network->people.at(0);
    QVERIFY(ann.role.empty());
    QVERIFY(!ann.sourceId);
    QCOMPARE(ann.organization, std::string("North"));
    QCOMPARE(ann.attributes.at(2), std::string("Coach"));
}

void TestMemberFields::left_isNeverTakenUnasked()
{
    ReadOptions options = everyField();
    QVERIFY(!networkOf("Name,Austritt\nAnn,31.12.2020\n", options)->people.at(0).left);
    options.columns = {{Field::left, "Austritt"}};
    QVERIFY(networkOf("Name,Austritt\nAnn,31.12.2020\n", options)->people.at(0).left);
}

void TestMemberFields::levels_areReadInFourLanguages_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("level");
    QTest::newRow("English") << "Active" << 2;
    QTest::newRow("German") << " Am Rand " << 4;
    QTest::newRow("Spanish") << QStringLiteral(u"N\u00DACLEO") << 1;
    QTest::newRow("French") << "Occasionnelle" << 3;
    QTest::newRow("empty") << " " << 0;
    QTest::newRow("another word") << "Primary" << -1;
    QTest::newRow("no word") << "(?)" << -1;
}

void TestMemberFields::levels_areReadInFourLanguages()
{
    QFETCH(QString, cell);
    QFETCH(int, level);
    const auto read = parseLevel(cell.toStdString());
    QCOMPARE(read ? static_cast<int>(*read) : -1, level);
}

void TestMemberFields::levelColumnOfAnotherKind_isNotProposed()
{
    const auto network = networkOf("Name,Level\nAnn,Primary\nBen,Secondary\n", everyField());
    QVERIFY(!network->facts.mapping.contains(Field::level));
    QVERIFY(network->notices.empty());
}

void TestMemberFields::oddCells_costTheFieldNotThePerson()
{
    const auto network =
        networkOf("Name,Joined,Level\nAnn,last spring,Core\nBen,2020-02-30,Loud\nCho,,\n", everyField());
    QCOMPARE(network->people.size(), std::size_t{3});
    QVERIFY(!network->people.at(0).joined && !network->people.at(1).joined);
    QCOMPARE(network->people.at(0).attributes.at(1), std::string("last spring"));
    QCOMPARE(network->notices.size(), std::size_t{3});
    QCOMPARE(network->notices.at(0).line, std::size_t{2});
    QCOMPARE(network->notices.at(0).reason.code, ErrorCode::badDate);
    QCOMPARE(network->notices.at(1).reason.code, ErrorCode::outOfRange);
    QCOMPARE(network->notices.at(2).line, std::size_t{3});
}

void TestMemberFields::names_areTurnedWhereAllHaveOneComma_data()
{
    QTest::addColumn<QString>("cells");
    QTest::addColumn<bool>("look");
    QTest::addColumn<QString>("first");
    QTest::newRow("all") << "\"Ruiz, Ana\"\n\"O\u2019Neil,Zo\u00EB M.\"" << true << "Ana Ruiz";
    QTest::newRow("empty cells do not count") << "\"Ruiz, Ana\"\n\"\"" << true << "Ana Ruiz";
    QTest::newRow("one without") << "\"Ruiz, Ana\"\nBen Okafor" << false << "Ruiz, Ana";
    QTest::newRow("one with two") << "\"Ruiz, Ana\"\n\"Lind, Cai, Dr.\"" << false << "Ruiz, Ana";
    QTest::newRow("nothing behind it") << "\"Ruiz, \"\n\"Lind, Cai\"" << false << "Ruiz, ";
}

void TestMemberFields::names_areTurnedWhereAllHaveOneComma()
{
    QFETCH(QString, cells);
    QFETCH(bool, look);
    QFETCH(QString, first);
    const auto network = networkOf("Name\n" + cells.toStdString() + "\n", everyField());
    QCOMPARE(network->facts.namesLookTurned, look);
    QCOMPARE(network->people.at(0).name, first.toStdString());
}

void TestMemberFields::names_stayAsWrittenUnlessSaid()
{
    const std::string list = "Name\n\"Ruiz, Ana\"\n";
    QCOMPARE(networkOf(list, ReadAs::members)->people.at(0).name, std::string("Ruiz, Ana"));
    ReadOptions options = everyField();
    options.names = NameOrder::asWritten;
    const auto refused = networkOf(list, options);
    QCOMPARE(refused->people.at(0).name, std::string("Ruiz, Ana"));
    QVERIFY(refused->facts.namesLookTurned); // so that it can be proposed again
    options.names = NameOrder::asItLooks;
    std::string mostTurned = "Name\n";
    for (int i = 0; i < 9; ++i)
        mostTurned += "\"Ruiz, Ana " + std::string(1, static_cast<char>('a' + i)) + "\"\n";
    QCOMPARE(networkOf(mostTurned + "Cher\n", options)->people.at(0).name, std::string("Ana a Ruiz"));
    QCOMPARE(networkOf(mostTurned + "Cher\nBen Okafor\n", options)->people.at(0).name, std::string("Ruiz, Ana a"));
    options.names = NameOrder::lastNameFirst;
    const auto turned = networkOf("Name\n\"Ruiz, Ana\"\nBen Okafor\n", options);
    QCOMPARE(turned->people.at(0).name, std::string("Ana Ruiz"));
    QCOMPARE(turned->people.at(1).name, std::string("Ben Okafor"));
}

void TestMemberFields::names_ofTwoColumnsAreJoined_data()
{
    QTest::addColumn<QString>("header");
    QTest::newRow("English") << "Last name,First name";
    QTest::newRow("German") << "Nachname,Vorname";
    QTest::newRow("Spanish") << "Apellidos,Nombre de pila";
    QTest::newRow("the name beside the first name") << "Name,Vorname";
    QTest::newRow("French") << QStringLiteral(u"Nom,Pr\u00E9nom");
}

void TestMemberFields::names_ofTwoColumnsAreJoined()
{
    QFETCH(QString, header);
    ReadOptions options = everyField();
    if (header.contains(QStringLiteral("pila"))) // not a heading we know: chosen
        options.columns = {{Field::firstName, "Nombre de pila"}};
    const auto network = networkOf(header.toStdString() + "\nRuiz,Ana\nLind,\n,Cai\n", options);
    QCOMPARE(network->people.size(), std::size_t{3});
    QCOMPARE(network->people.at(0).name, std::string("Ana Ruiz"));
    QCOMPARE(network->people.at(1).name, std::string("Lind"));
    QCOMPARE(network->people.at(2).name, std::string("Cai"));
}

void TestMemberFields::names_chosenInPartsWinOverAGuessedName()
{
    ReadOptions options = everyField();
    options.columns = {{Field::firstName, "Given"}, {Field::lastName, "Family"}};
    const auto network = networkOf("Name,Given,Family\nannie,Ann,Ash\n", options);
    QCOMPARE(network->people.at(0).name, std::string("Ann Ash"));
    QVERIFY(!network->facts.mapping.contains(Field::name));
}

QTEST_APPLESS_MAIN(TestMemberFields)
#include "tst_member_fields.moc"
