// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include "StoreTest.h"

#include "core/domain/Tie.h"
#include "core/store/Sha256.h"

using namespace storetest;

namespace {

std::string hashOf(std::string_view text)
{
    Sha256 hash;
    hash.add(text);
    return hash.hex();
}

std::unique_ptr<Database> memory() { return std::move(Database::open({}, Database::Mode::memory).value()); }

} // namespace

class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256_givesTheStandardsExamples()
    {
        QCOMPARE(hashOf(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hashOf("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(hashOf(std::string(1'000'000, 'a')),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        Sha256 pieces;
        for (int i = 0; i < 1000; ++i)
            pieces.add(std::string(1000, 'a'));
        QCOMPARE(pieces.hex(), hashOf(std::string(1'000'000, 'a')));
    }

    void values_comeBackAsTheyWereBound()
    {
        const auto database = memory();
        const std::string text = std::string("Ng\u0101ti\0after", 12);
        const auto back = database->first(
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11",
            [&](Statement& row) {
                return row.integer(0) == INT64_MAX && row.real(1) == 0.1 && row.text(2) == text && row.isNull(3) &&
                       row.id<PersonId>(4) == PersonId{7} && row.as<TieDepth>(5) == TieDepth::rely && row.flag(6) &&
                       *row.date(7) == Date::fromDays(20000) && !row.date(8) && row.instant(9).unixMs == 5 &&
                       row.instant(9).zoneMinutes == -60;
            },
            INT64_MAX, 0.1, text, PersonId{}, PersonId{7}, TieDepth::rely, true, Date::fromDays(20000),
            std::optional<Date>(), Instant{5, -60});
        VERIFY_OK(back);
        QVERIFY(back->value());
        const auto empty = database->first(
            "SELECT typeof(?1), typeof(?2)", [](Statement& row) { return row.text(0) + row.text(1); },
            std::string_view(), std::span<const std::byte>());
        QCOMPARE(empty->value(), std::string("textblob"));
    }

    void statements_areUsedAgainAlsoWithinEachOther()
    {
        const auto database = memory();
        VERIFY_OK(database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY)"));
        for (int i = 1; i <= 3; ++i)
            VERIFY_OK(database->run("INSERT INTO t VALUES(?1)", i));
        int pairs = 0;
        VERIFY_OK(database->each("SELECT id FROM t", [&](Statement&) {
            return database->each("SELECT id FROM t", [&](Statement&) { ++pairs; });
        }));
        QCOMPARE(pairs, 9);
        QCOMPARE(database->integer("SELECT sum(id) FROM t").value(), std::int64_t{6});
        QCOMPARE(database->integer("SELECT id FROM t WHERE id > 5").value(), std::int64_t{0});
    }

    void errors_comeOutOfTheStepAndTheStatementStaysUsable()
    {
        const auto database = memory();
        VERIFY_OK(database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n TEXT NOT NULL) STRICT"));
        VERIFY_FAILS(database->run("INSERT INTO t(n) VALUES(?1)", nullptr), ErrorCode::databaseError);
        VERIFY_OK(database->run("INSERT INTO t(n) VALUES(?1)", "x"));
        VERIFY_FAILS(database->run("SELECT 1", 5), ErrorCode::databaseError); // no such parameter
        VERIFY_FAILS(database->run("SELEKT"), ErrorCode::databaseError);
        VERIFY_FAILS(database->run("SELECT \"nothing\""), ErrorCode::databaseError); // no strings in double quotes
    }

    void everyConnection_hasTheSafeSettings()
    {
        const Folder folder;
        const auto workspace = folder.create();
        Database& database = workspace->records().database();
        const auto pragma = [&](const char* name) { return database.integer(std::string("PRAGMA ") + name).value(); };
        QCOMPARE(pragma("foreign_keys"), std::int64_t{1});
        QCOMPARE(pragma("synchronous"), std::int64_t{2});
        QCOMPARE(pragma("trusted_schema"), std::int64_t{0});
        QCOMPARE(pragma("cell_size_check"), std::int64_t{1});
        QCOMPARE(pragma("temp_store"), std::int64_t{2});
        QCOMPARE(pragma("secure_delete"), std::int64_t{1});
        QCOMPARE(pragma("busy_timeout"), std::int64_t{5000});
        QVERIFY(!database.run("SELECT load_extension('x')"));
        QVERIFY(!database.execute("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = '';"));
        QVERIFY(!database.run("DELETE FROM search_data")); // a table of the search index itself
    }

    void readOnlyConnection_cannotWrite()
    {
        const Folder folder;
        folder.create();
        const auto database = std::move(Database::open(folder.file(), Database::Mode::readOnly).value());
        VERIFY_FAILS(database->run("DELETE FROM person"), ErrorCode::workspaceReadOnly);
        VERIFY_OK(database->execute("PRAGMA query_only=OFF"));
        VERIFY_FAILS(database->run("INSERT INTO fact(key, value) VALUES('a', 'b')"), ErrorCode::workspaceReadOnly);
        QVERIFY(!database->mayWrite());
    }

    void transaction_thatIsLeftRollsBack()
    {
        const auto database = memory();
        VERIFY_OK(database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY)"));
        {
            auto transaction = Transaction::begin(*database, Transaction::Kind::write);
            VERIFY_OK(transaction);
            VERIFY_OK(database->run("INSERT INTO t VALUES(1)"));
        }
        QCOMPARE(database->integer("SELECT count(*) FROM t").value(), std::int64_t{0});
        {
            auto transaction = std::move(Transaction::begin(*database, Transaction::Kind::write).value());
            VERIFY_OK(database->run("INSERT INTO t VALUES(1)"));
            VERIFY_OK(transaction.commit());
        }
        QCOMPARE(database->integer("SELECT count(*) FROM t").value(), std::int64_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"
