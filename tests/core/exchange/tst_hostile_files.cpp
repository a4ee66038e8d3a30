// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <QTest>

#include "Grid.h"
#include "ReferenceData.h"
#include "core/base/Random.h"
#include "core/base/Text.h"
#include "core/exchange/GraphMlReader.h"
#include "core/exchange/Reader.h"

using namespace weavemap;
using namespace weavemap::exchange;

/// Whatever the bytes are, reading ends, and what is read keeps its promises. Seeds are fixed and printed on failure.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomBytes_areReadOrRefused();
    void randomSheets_keepTheirPromises();
    void damagedSheets_keepTheirPromises();
    void damagedGraphMl_keepsItsPromises();
    void oneEndlessLine_isRefusedByItsLength();
    void manyQuotes_takeNoLongTime();
};

namespace {

ReadOptions smallLimits(Random& random)
{
    ReadOptions options;
    options.as = static_cast<ReadAs>(random.below(4));
    options.direction = static_cast<TieDirection>(random.below(3));
    options.limits.rows = 200;
    options.limits.columns = 50;
    options.limits.cellBytes = 500;
    return options;
}

/// The first broken promise in words, or nothing.
std::string brokenPromise(const Result<ImportedNetwork>& network)
{
    if (!network)
        return network.error().code == ErrorCode::internal ? "internal error" : "";
    if (network->statedTies != network->ties.size())
        return "ties counted wrongly";
    if (network->kind != ReadAs::ties && network->statedPeople > network->people.size())
        return "more people stated than there are";
    for (const ImportedPerson& person : network->people) {
        if (trimmed(person.name).empty() && !person.sourceId)
            return "a person without a name";
        if (!isValidUtf8(person.name) || person.attributes.size() > network->personColumns.size())
            return "a person with broken text or too many attributes";
    }
    for (const ImportedTie& tie : network->ties) {
        if (!(tie.weight > 0) || tie.weight > 1e308)
            return "a weight that is none";
        for (const TieEnd* end : {&tie.source, &tie.target})
            if (end->text.empty() || (end->person != TieEnd::kByText && end->person >= network->people.size()))
                return "an end that is nobody";
    }
    return {};
}

Result<ImportedNetwork> readAny(std::string bytes, const char* suffix, const ReadOptions& options)
{
    SourceFile file{std::string("t.") + suffix, suffix, std::move(bytes)};
    if (file.suffix == "graphml")
        return GraphMlReader().read(std::move(file), options, {});
    return CsvNetworkReader().read(std::move(file), options, {});
}

void damage(std::string& bytes, Random& random)
{
    static constexpr std::array<std::string_view, 12> kPieces{"\"", ",",  ";",       "\n",      "\r", "<",
                                                              "&",  "\0", "</node>", "<graph>", "'",  "\xFF"};
    for (std::uint64_t count = 1 + random.below(6); count > 0 && !bytes.empty(); --count) {
        const auto at = static_cast<std::size_t>(random.below(bytes.size()));
        switch (random.below(4)) {
        case 0:
            bytes[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            bytes.insert(at, kPieces[random.below(kPieces.size())]);
            break;
        case 2:
            bytes.erase(at, static_cast<std::size_t>(random.below(20)));
            break;
        default:
            bytes.resize(at);
            break;
        }
    }
}

} // namespace

void TestHostileFiles::randomBytes_areReadOrRefused()
{
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Random random(seed);
        std::string bytes;
        for (std::uint64_t size = random.below(300); size > 0; --size)
            bytes.push_back(static_cast<char>(random.below(256)));
        const ReadOptions options = smallLimits(random);
        const std::string broken = brokenPromise(readAny(bytes, seed % 2 == 0 ? "csv" : "graphml", options));
        QVERIFY2(broken.empty(), qPrintable(QStringLiteral("seed %1").arg(seed) + QString::fromStdString(broken)));
    }
}

void TestHostileFiles::randomSheets_keepTheirPromises()
{
    static constexpr std::array<std::string_view, 24> kPieces{
        "a",  "b", "06", "6",    ",",      ",",      ",",   "\n", "\n",   "\r\n", "\"",     "\"\"",
        "id", ";", "\t", "name", "source", "target", "1,5", "x",  "sep=", "–",    "weight", "weavemap-csv-1"};
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        Random random(seed);
        std::string text;
        for (std::uint64_t size = random.below(80); size > 0; --size)
            text += kPieces[random.below(kPieces.size())];
        const std::string broken = brokenPromise(readAny(text, "csv", smallLimits(random)));
        QVERIFY2(broken.empty(), qPrintable(QStringLiteral("seed %1").arg(seed) + QString::fromStdString(broken)));
    }
}

void TestHostileFiles::damagedSheets_keepTheirPromises()
{
    std::vector<std::string> sound;
    for (const auto& entry : std::filesystem::directory_iterator(test::referenceFolder() / "spreadsheets"))
        if (entry.path().extension() == ".csv" || entry.path().extension() == ".txt")
            sound.push_back(test::bytesOf(entry.path()).substr(0, 3000));
    QVERIFY(sound.size() > 10);
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        Random random(seed);
        std::string bytes = sound[random.below(sound.size())];
        damage(bytes, random);
        const std::string broken = brokenPromise(readAny(bytes, "csv", smallLimits(random)));
        QVERIFY2(broken.empty(), qPrintable(QStringLiteral("seed %1").arg(seed) + QString::fromStdString(broken)));
    }
}

void TestHostileFiles::damagedGraphMl_keepsItsPromises()
{
    const std::string sound =
        "<?xml version='1.0' encoding='UTF-8'?><graphml><key id='l' for='node' attr.name='label'/>"
        "<key id='w' for='edge' attr.name='weight'><default>1</default></key><graph edgedefault='directed'>"
        "<node id='n0'><data key='l'>Ann</data></node><node id='n1'><graph><node id='n2'/></graph></node>"
        "<edge source='n0' target='n1'><data key='w'>2.5</data></edge><hyperedge><endpoint node='n0'/></hyperedge>"
        "<edge source='n1' target='n2' directed='false'><desc>x</desc></edge></graph></graphml>";
    QVERIFY(readAny(sound, "graphml", {}).has_value());
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        Random random(seed);
        std::string bytes = sound;
        damage(bytes, random);
        const std::string broken = brokenPromise(readAny(bytes, "graphml", smallLimits(random)));
        QVERIFY2(broken.empty(), qPrintable(QStringLiteral("seed %1").arg(seed) + QString::fromStdString(broken)));
    }
}

void TestHostileFiles::oneEndlessLine_isRefusedByItsLength()
{
    ReadOptions options;
    options.limits.cellBytes = 1000;
    for (const std::string& line : {std::string(100'000, 'x'), "\"" + std::string(100'000, '\n') + "\""}) {
        const auto network = readAny(line, "csv", options);
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::fileTooLarge);
    }
    options.limits.columns = 100;
    QCOMPARE(readAny(std::string(100'000, ','), "csv", options).error().code, ErrorCode::fileTooLarge);
}

void TestHostileFiles::manyQuotes_takeNoLongTime()
{
    // Each of these made some reader scan the rest of the file again for every quote.
    std::string open, pairs = "name\n";
    for (int i = 0; i < 200'000; ++i) {
        open += "\"a\"b,";
        pairs += "\"\"\"\"";
    }
    ReadOptions options;
    options.as = ReadAs::members;
    QCOMPARE(readAny(open, "csv", options).error().code, ErrorCode::fileTooLarge);
    const auto network = readAny(pairs, "csv", options);
    QVERIFY(network.has_value());
    QCOMPARE(network->people.at(0).name.size(), std::size_t{399'999});
}

QTEST_APPLESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
