// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "StoreTest.h"

#include "core/base/Random.h"

using namespace storetest;

namespace {

template <class T>
T pick(Random& random, const std::vector<T>& from)
{
    return from[random.below(from.size())];
}

/// One random edit of any kind. Errors of validation (a second tie between two people) are part of the game.
Result<> editAtRandom(Records& records, Random& random, int number)
{
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    const std::string text = "Ana Ngāti " + std::to_string(number);
    const auto someone = [&] { return people.empty() ? PersonId{} : pick(random, people).id; };
    switch (people.size() < 3 ? 0 : random.below(12)) {
    case 0:
        return records.people.insert(person(text)).map([](auto) {});
    case 1:
        return records.ties.insert(tie(someone(), someone())).map([](auto) {});
    case 2:
        return records.people.remove(someone());
    case 3: {
        Person changed = pick(random, people);
        changed.about = text;
        changed.joined = Date::fromDays(number);
        return records.people.update(changed);
    }
    case 4:
        return records.conversations.insert(conversation({someone()}, text)).map([](auto) {});
    case 5: {
        WEAVEMAP_ASSIGN(const auto all, records.conversations.all());
        return all.empty() ? Result<>() : records.conversations.remove(pick(random, all).id);
    }
    case 6: {
        WEAVEMAP_ASSIGN(const auto all, records.conversations.all());
        if (all.empty())
            return {};
        Conversation changed = pick(random, all);
        changed.participants = {someone()};
        changed.quote = text;
        return records.conversations.update(changed);
    }
    case 7: {
        WEAVEMAP_ASSIGN(const AttributeId column, records.people.insert(Attribute{{}, text}));
        return records.people.setAttribute(someone(), column, random.chance(0.8) ? text : "");
    }
    case 8: {
        FollowUp followUp;
        followUp.person = someone();
        followUp.owner = someone();
        followUp.text = text;
        return records.conversations.insert(followUp).map([](auto) {});
    }
    case 9:
        return records.views.setFact("key" + std::to_string(number % 3), random.chance(0.7) ? text : "");
    case 10: {
        WEAVEMAP_ASSIGN(const ViewId view, records.views.insert(MapView{{}, text, "{}", number}));
        return records.views.setPosition({view, someone(), random.unit(), random.unit(), random.chance(0.5)});
    }
    default: {
        WEAVEMAP_ASSIGN(const auto ties, records.ties.all());
        return ties.empty() ? Result<>() : records.ties.remove(pick(random, ties).id);
    }
    }
}

Workspace::ChangeFunction addingTies(int count)
{
    return [count](Records& records) -> Result<> {
        Database& database = records.database();
        WEAVEMAP_ASSIGN(const PersonId first, records.people.insert(person("First")));
        WEAVEMAP_ASSIGN(const PersonId second, records.people.insert(person("Second")));
        const auto low = std::min(first, second), high = std::max(first, second);
        for (int i = 0; i < count; ++i) {
            const std::int64_t id = records.database().ids().next();
            WEAVEMAP_TRY(
                database.run("INSERT INTO tie(id, a, b, first_seen) VALUES(?1, ?2, ?3, '2026-10-15')", id, low, high));
            WEAVEMAP_TRY(
                database.run("INSERT INTO evidence(id, tie, kind, source) VALUES(?1, ?1, 4, 'members.csv')", id));
        }
        return {};
    };
}

} // namespace

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomChanges_undoneAllGiveTheSameDump()
    {
        const std::uint64_t seed = qEnvironmentVariableIsSet("WEAVEMAP_SEED")
                                       ? qEnvironmentVariable("WEAVEMAP_SEED").toULongLong()
                                       : std::random_device{}();
        qInfo("seed: WEAVEMAP_SEED=%llu", static_cast<unsigned long long>(seed));
        Random random(seed);
        for (int round = 0; round < 4; ++round) {
            const Folder folder;
            auto workspace = folder.create();
            std::vector<std::string> dumps{digest(*workspace)}, searches{searchDump(*workspace)};
            for (int number = 0; number < 60; ++number) {
                const auto changes = workspace->change("Edit", [&](Records& records) -> Result<> {
                    for (int edits = random.between(1, 4); edits > 0; --edits)
                        WEAVEMAP_TRY(editAtRandom(records, random, number));
                    return {};
                });
                if (changes && !changes->isEmpty()) {
                    dumps.push_back(digest(*workspace));
                    searches.push_back(searchDump(*workspace));
                }
                QCOMPARE(searchDump(*workspace), searches.back());
                QCOMPARE(digest(*workspace), dumps.back());
            }
            QVERIFY(dumps.size() > 20);
            for (std::size_t i = dumps.size() - 1; i > 0; --i) {
                if (random.chance(0.1)) {
                    workspace.reset();
                    workspace = folder.open();
                }
                VERIFY_OK(workspace->undo());
                QCOMPARE(searchDump(*workspace), searches[i - 1]);
                QCOMPARE(digest(*workspace), dumps[i - 1]);
            }
            QVERIFY(!workspace->undoLabel());
            for (std::size_t i = 1; i < dumps.size(); ++i) {
                VERIFY_OK(workspace->redo());
                QCOMPARE(searchDump(*workspace), searches[i]);
                QCOMPARE(digest(*workspace), dumps[i]);
            }
        }
    }

    void cap_dropsTheOldestStepsAndKeepsTheNewest()
    {
        const Folder folder;
        auto options = folder.options();
        options.historyCap = {.steps = 5, .bytes = 1'000'000};
        const auto workspace = std::move(Workspace::create(folder.file(), options).value());
        for (int i = 0; i < 8; ++i)
            VERIFY_OK(workspace->change("Add " + std::to_string(i), adding("Person " + std::to_string(i))));
        const auto steps = workspace->history().value();
        QCOMPARE(steps.size(), std::size_t{5});
        QCOMPARE(steps.front().label, std::string("Add 7"));
        QCOMPARE(steps.back().label, std::string("Add 3"));
        for (int i = 0; i < 5; ++i)
            VERIFY_OK(workspace->undo());
        VERIFY_FAILS(workspace->undo(), ErrorCode::nothingToUndo);
        QCOMPARE(workspace->records().people.count().value(), std::size_t{3});
        QCOMPARE(workspace->records()
                     .database()
                     .integer("SELECT count(*) FROM history_chunk WHERE step NOT IN (SELECT number FROM history)")
                     .value(),
                 std::int64_t{0});
    }

    void cap_ofBytesNeverCountsTheNewest()
    {
        const Folder folder;
        auto options = folder.options();
        options.historyCap = {.steps = 1000, .bytes = 500};
        const auto workspace = std::move(Workspace::create(folder.file(), options).value());
        VERIFY_OK(workspace->change("Add small", adding("Ana")));
        VERIFY_OK(workspace->change("Add large", adding(std::string(5000, 'x'))));
        QCOMPARE(workspace->history()->size(), std::size_t{2}); // the small one fits, the large one is the newest
        VERIFY_OK(workspace->change("Add small", adding("Ben")));
        QCOMPARE(workspace->history()->size(), std::size_t{1});
        VERIFY_OK(workspace->undo());
    }

    void changesOverFourMegabytes_areStoredInPackedChunks()
    {
        const Folder folder;
        std::string before, after;
        {
            const auto workspace = folder.create();
            before = digest(*workspace);
            VERIFY_OK(workspace->change("Import", addingTies(120'000)));
            after = digest(*workspace);
            Database& database = workspace->records().database();
            const auto raw = database.integer("SELECT raw_bytes FROM history").value();
            const auto stored = database.integer("SELECT sum(length(data)) FROM history_chunk").value();
            const auto chunks = database.integer("SELECT count(*) FROM history_chunk").value();
            QVERIFY(raw > 8'000'000);
            QCOMPARE(chunks, (raw + 4194303) / 4194304);
            QVERIFY(stored < raw / 2);
            QCOMPARE(database.integer("SELECT stored_bytes FROM history").value(), stored);
        }
        const auto workspace = folder.open();
        VERIFY_OK(workspace->undo());
        QCOMPARE(digest(*workspace), before);
        VERIFY_OK(workspace->redo());
        QCOMPARE(digest(*workspace), after);
    }

    void aDamagedStep_isRefusedAndNothingChanges()
    {
        const Folder folder;
        const auto workspace = folder.create();
        VERIFY_OK(workspace->change("Add Ana", adding("Ana")));
        const std::string before = digest(*workspace);
        VERIFY_OK(workspace->writeUnrecorded(
            [](Records& records) { return records.database().run("UPDATE history_chunk SET data = x'00'"); }));
        VERIFY_FAILS(workspace->undo(), ErrorCode::workspaceDamaged);
        QCOMPARE(digest(*workspace), before);
    }
};

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
