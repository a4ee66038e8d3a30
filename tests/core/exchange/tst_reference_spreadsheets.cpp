// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "ReferenceData.h"
#include "core/exchange/Reader.h"

using namespace weavemap;
using namespace weavemap::exchange;

/// Every spreadsheet of the reference folder is read into exactly the grid that stands beside it.
class TestReferenceSpreadsheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySheet_givesItsGrid_data();
    void everySheet_givesItsGrid();
    void sheets_areWhatTheyLookLike_data();
    void sheets_areWhatTheyLookLike();
};

namespace {

std::filesystem::path folder() { return test::referenceFolder() / "spreadsheets"; }

QJsonObject truthOf(const std::filesystem::path& file)
{
    QFile truth(QString::fromStdString(file.string() + ".truth.json"));
    return truth.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(truth.readAll()).object() : QJsonObject();
}

} // namespace

void TestReferenceSpreadsheets::everySheet_givesItsGrid_data()
{
    QTest::addColumn<QString>("path");
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        const auto suffix = entry.path().extension();
        if ((suffix != ".csv" && suffix != ".txt") || entry.path().filename() == "INDEX.csv")
            continue;
        ++found;
        QTest::newRow(entry.path().filename().string().c_str()) << QString::fromStdString(entry.path().string());
    }
    QVERIFY(found >= 15);
}

void TestReferenceSpreadsheets::everySheet_givesItsGrid()
{
    QFETCH(QString, path);
    const std::filesystem::path file = path.toStdString();
    const QJsonObject truth = truthOf(file);
    QVERIFY(!truth.isEmpty());
    const QJsonArray rows = truth[QStringLiteral("rows")].toArray();
    const auto sheet = readSheet(file);
    if (rows.isEmpty()) {
        QVERIFY(!sheet);
        QCOMPARE(sheet.error().code, ErrorCode::fileEmpty);
        return;
    }
    QVERIFY(sheet.has_value());
    QCOMPARE(static_cast<qsizetype>(sheet->rowCount()), rows.size());
    for (std::size_t row = 0; row < sheet->rowCount(); ++row) {
        const QJsonArray cells = rows[static_cast<qsizetype>(row)].toArray();
        QCOMPARE(static_cast<qsizetype>(sheet->cellCount(row)), cells.size());
        for (std::size_t column = 0; column < sheet->cellCount(row); ++column) {
            const std::string_view cell = sheet->cell(row, column);
            QCOMPARE(QByteArray(cell.data(), static_cast<qsizetype>(cell.size())),
                     cells[static_cast<qsizetype>(column)].toString().toUtf8());
        }
    }
    const QString lineEnd = truth[QStringLiteral("line_end")].toString();
    const LineEnd expected = lineEnd == QStringLiteral("CR")   ? LineEnd::cr
                             : lineEnd == QStringLiteral("LF") ? LineEnd::lf
                                                               : LineEnd::crLf;
    QCOMPARE(sheet->facts.lineEnd, expected);
    QCOMPARE(static_cast<int>(sheet->facts.headerRows), truth[QStringLiteral("header_rows")].toInt());
    const QString encoding = truth[QStringLiteral("encoding")].toString();
    const bool isGuessable = encoding.startsWith(QStringLiteral("utf"));
    QVERIFY(sheet->facts.encodingSure || !isGuessable);
}

void TestReferenceSpreadsheets::sheets_areWhatTheyLookLike_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("ties");
    QTest::addColumn<int>("rejected");
    const int members = static_cast<int>(ReadAs::members), ties = static_cast<int>(ReadAs::ties),
              matrix = static_cast<int>(ReadAs::matrix);
    QTest::newRow("utf8") << QStringLiteral("members_excel_utf8_bom.csv") << members << 24 << 0 << 0;
    QTest::newRow("german") << QStringLiteral("mitglieder_excel_windows1252.csv") << members << 15 << 0 << 0;
    QTest::newRow("mac") << QStringLiteral("old_mac_cr.csv") << members << 3 << 0 << 0;
    QTest::newRow("numbers") << QStringLiteral("text_that_looks_like_numbers.csv") << members << 6 << 0 << 0;
    QTest::newRow("forms") << QStringLiteral("google_forms_responses.csv") << members << 18 << 0 << 0;
    QTest::newRow("unicode") << QStringLiteral("ties_excel_unicode_text.txt") << ties << 21 << 21 << 0;
    QTest::newRow("sep") << QStringLiteral("sep_line.csv") << ties << 3 << 2 << 0;
    QTest::newRow("header") << QStringLiteral("header_only.csv") << ties << 0 << 0 << 0;
    QTest::newRow("by hand") << QStringLiteral("hand_kept_ragged.csv") << ties << 4 << 4 << 2;
    QTest::newRow("hands") << QStringLiteral("same_people_spelled_differently.csv") << ties << 8 << 7 << 2;
    QTest::newRow("marks") << QStringLiteral("matrix_x_marks.csv") << matrix << 8 << 19 << 0;
}

void TestReferenceSpreadsheets::sheets_areWhatTheyLookLike()
{
    QFETCH(QString, file);
    QFETCH(int, kind);
    QFETCH(int, people);
    QFETCH(int, ties);
    QFETCH(int, rejected);
    const auto network = readFile(folder() / file.toStdString());
    QVERIFY(network.has_value());
    QCOMPARE(static_cast<int>(network->kind), kind);
    QCOMPARE(static_cast<int>(network->statedPeople), people);
    QCOMPARE(static_cast<int>(network->statedTies), ties);
    QCOMPARE(static_cast<int>(network->rejected.size()), rejected);
}

QTEST_APPLESS_MAIN(TestReferenceSpreadsheets)
#include "tst_reference_spreadsheets.moc"
