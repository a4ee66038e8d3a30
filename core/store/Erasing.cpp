// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Erasing.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <system_error>
#include <utility>

#include "core/base/Text.h"
#include "core/store/Backups.h"
#include "core/store/Database.h"
#include "core/store/ErasedName.h"
#include "core/store/ErasingRows.h"
#include "core/store/FileSystem.h"
#include "core/store/History.h"
#include "core/store/MergingRows.h"
#include "core/store/Recording.h"
#include "core/store/Schema.h"
#include "core/store/SearchIndex.h"

namespace weavemap::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kErasingKey = "erasing";
/// Noted while only the pages are left to do; names nobody.
constexpr std::string_view kPurge = "pages";

std::string noteOf(const Erasure& erasure)
{
    std::string note;
    for (const PersonId id : erasure.people)
        note.append(1, 'p').append(id.toString()).append(1, ' ');
    for (const ConversationId id : erasure.conversations)
        note.append(1, 'c').append(id.toString()).append(1, ' ');
    return note;
}

Erasure erasureIn(const std::string& note)
{
    Erasure erasure;
    std::istringstream words(note);
    for (std::string word; words >> word;) {
        const auto id = parseIdValue(std::string_view(word).substr(1));
        if (!id)
            continue;
        if (word[0] == 'p')
            erasure.people.push_back(PersonId{*id});
        else if (word[0] == 'c')
            erasure.conversations.push_back(ConversationId{*id});
    }
    return erasure;
}

Result<std::vector<std::string>> foldedNameWords(Database& database)
{
    std::vector<std::string> words;
    WEAVEMAP_TRY(database.each("SELECT name FROM person UNION ALL SELECT name FROM organization", [&](Statement& row) {
        std::istringstream parts(foldForSearch(row.textView(0)));
        for (std::string word; parts >> word;)
            words.push_back(std::move(word));
    }));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

struct TextColumn
{
    const char* table;
    const char* column;
    const char* ofPerson; ///< which rows come from a conversation that the person ?1 took part in; null: none
};
constexpr const char* kOfOwnIntroduction =
    "(host = ?1 OR conversation IN (SELECT conversation FROM participant WHERE person = ?1))";
constexpr const char* kOfOwnConversation = "conversation IN (SELECT conversation FROM participant WHERE person = ?1)";
constexpr const char* kOfOwnConvening = "id IN (SELECT convening FROM attendance WHERE person = ?1)";
constexpr const char* kOfOwnProject = "(id IN (SELECT project FROM project_person WHERE person = ?1)"
                                      " OR conversation IN (SELECT conversation FROM participant WHERE person = ?1))";
constexpr TextColumn kTextColumns[] = {
    {"conversation", "text", "id IN (SELECT conversation FROM participant WHERE person = ?1)"},
    {"conversation", "quote", "id IN (SELECT conversation FROM participant WHERE person = ?1)"},
    {"conversation", "convening", nullptr},
    {"note_item", "text", kOfOwnConversation},
    {"note_item", "topic", nullptr},
    {"follow_up", "text", kOfOwnConversation},
    {"introduction", "why", kOfOwnIntroduction},
    {"introduction", "outcome", kOfOwnIntroduction},
    {"introduction", "topic", nullptr},
    {"apart_pair", "why", nullptr},
    {"project", "name", kOfOwnProject},
    {"project", "purpose", kOfOwnProject},
    {"convening", "title", kOfOwnConvening},
    {"convening", "place", kOfOwnConvening},
    {"convening", "purpose", kOfOwnConvening},
    {"question", "text", nullptr},
    {"snooze", "why", nullptr},
    {"overlay", "topic", nullptr},
    {"person", "about", nullptr},
    {"person", "nicknames", nullptr},
    {"person", "role", nullptr},
    {"person", "region", nullptr},
    {"person", "contact_preference", nullptr},
    {"person", "left_reason", nullptr},
    {"organization", "name", nullptr},
    {"organization", "kind", nullptr},
    {"organization", "region", nullptr},
    {"attribute", "name", nullptr},
    {"attribute_value", "value", nullptr},
    {"evidence", "source", nullptr}, // names of files
    {"fact", "key", nullptr},
    {"fact", "value", nullptr},
    {"map_view", "name", nullptr},
    {"map_view", "settings", nullptr},
    {"state", "value", nullptr}, // the map's own settings
};

/// Takes a name out of what others wrote: in conversations the person took part in, or everywhere.
Result<> redact(Database& database, PersonId person, const ErasedName& name, WrittenName::Where where)
{
    const bool everywhere = where == WrittenName::Where::elsewhere;
    for (const TextColumn& searched : kTextColumns) {
        if (!everywhere && searched.ofPerson == nullptr)
            continue;
        const std::string table = searched.table, column = searched.column;
        std::string select = "SELECT id, " + column + " FROM " + table + " WHERE " + column + " <> '' AND ";
        select += everywhere ? "?1 > 0" : searched.ofPerson;
        std::vector<std::pair<std::int64_t, std::string>> changed;
        WEAVEMAP_TRY(database.each(
            select,
            [&](Statement& row) {
                const std::string_view text = row.textView(1);
                std::string left = name.takenOutOf(text, where);
                if (left != text)
                    changed.emplace_back(row.integer(0), std::move(left));
            },
            person));
        for (const auto& [id, text] : changed)
            WEAVEMAP_TRY(database.run("UPDATE " + table + " SET " + column + " = ?2 WHERE id = ?1", id, text));
    }
    return {};
}

/// Who made a step of the history is kept by name.
Result<> forgetAuthor(Database& database, const ErasedName& name)
{
    std::vector<std::string> theirs;
    WEAVEMAP_TRY(database.each("SELECT DISTINCT author FROM history WHERE author <> ''", [&](Statement& row) {
        std::string author = row.text(0);
        if (name.isNameIn(author))
            theirs.push_back(std::move(author));
    }));
    for (const std::string& author : theirs)
        WEAVEMAP_TRY(database.run("UPDATE history SET author = '' WHERE author = ?1", author));
    return {};
}

/// Takes a full name of a person out of what others wrote, as far as it is looked for.
Result<> redact(Database& database, PersonId person, const std::string& name)
{
    WEAVEMAP_ASSIGN(const ErasedName theirs, ErasedName::of(database, person, name));
    using Reach = ErasedName::Reach;
    if (theirs.reach() != Reach::nowhere)
        WEAVEMAP_TRY(redact(database, person, theirs, WrittenName::Where::ownConversation));
    if (theirs.reach() == Reach::asStored || theirs.reach() == Reach::everywhere)
        WEAVEMAP_TRY(redact(database, person, theirs, WrittenName::Where::elsewhere));
    return forgetAuthor(database, theirs);
}

Result<> redact(Database& database, PersonId person)
{
    WEAVEMAP_ASSIGN(const auto name,
                    database.first(
                        "SELECT name FROM person WHERE id = ?1", [](Statement& row) { return row.text(0); }, person));
    return name ? redact(database, person, *name) : Result<>{};
}

/// Whoever was merged into somebody is the same person: their name goes, too, and they themselves from backups that
/// are older than that.
Result<> addMerged(Database& database, PersonId person, std::vector<PersonId>& people)
{
    WEAVEMAP_ASSIGN(const auto merged, mergedInto(database, person));
    for (const MergedRecord& record : merged) {
        WEAVEMAP_TRY(redact(database, person, record.name));
        if (std::find(people.begin(), people.end(), record.id) == people.end())
            people.push_back(record.id);
    }
    return forgetMergedInto(database, person);
}

/// Conversations that nobody else took part in (who talked on our side does not count).
Result<> addOwnConversations(Database& database, PersonId person, std::vector<ConversationId>& conversations)
{
    return database.each(
        "SELECT conversation FROM participant AS own WHERE person = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM participant AS other WHERE other.conversation = own.conversation "
        "AND other.person <> ?1)",
        [&](Statement& row) {
            const auto id = row.id<ConversationId>(0);
            if (std::find(conversations.begin(), conversations.end(), id) == conversations.end())
                conversations.push_back(id);
        },
        person);
}

/// The search index merges (its older parts still hold the words), the pages are written anew, the log is emptied.
Result<> purgePages(Database& database)
{
    WEAVEMAP_TRY(database.run("INSERT INTO search(search) VALUES('optimize')"));
    database.clearStatements();
    WEAVEMAP_TRY(database.run("VACUUM"));
    WEAVEMAP_ASSIGN(const auto busy, database.integer("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (busy != 0)
        return fail(ErrorCode::databaseBusy, {utf8Of(database.path())}, "a reader kept the log from being emptied");
    return {};
}

/// A backup with the same things gone from it, in the place of the old one.
Result<> rewriteCopy(const fs::path& path, const Erasure& wanted)
{
    fs::path fresh = path;
    fresh += ".erasing";
    std::error_code error;
    fs::remove(fresh, error);
    {
        WEAVEMAP_ASSIGN(const auto old, Database::open(path, Database::Mode::readWrite));
        WEAVEMAP_TRY(copyVerified(*old, fresh));
    }
    const auto erase = [&]() -> Result<> {
        WEAVEMAP_ASSIGN(const auto database, Database::open(fresh, Database::Mode::readWrite));
        WEAVEMAP_ASSIGN(const SchemaMark mark, schemaMarkOf(*database));
        const Schema& schema = Schema::current();
        if (mark.applicationId != kApplicationId || mark.version < 1 || mark.version > schema.version())
            return fail(ErrorCode::notAWorkspace, {utf8Of(path)});
        Erasure erasure = wanted;
        {
            WEAVEMAP_ASSIGN(auto transaction, Transaction::begin(*database, Transaction::Kind::write));
            if (mark.version < schema.version()) {
                WEAVEMAP_TRY(schema.apply(*database, mark.version));
                WEAVEMAP_TRY(rebuildSearch(*database));
            }
            WEAVEMAP_TRY(eraseRows(*database, erasure));
            WEAVEMAP_TRY(database->run("DELETE FROM state WHERE key = ?1", kErasingKey));
            WEAVEMAP_TRY(transaction.commit());
        }
        WEAVEMAP_TRY(purgePages(*database));
        return database->execute("PRAGMA journal_mode=DELETE");
    };
    auto done = erase();
    if (done)
        done = verifyWorkspaceFile(fresh);
    if (done)
        done = renameDurably(fresh, path);
    if (!done) {
        fs::remove(fresh, error);
        return done;
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        fs::path one = path;
        one += suffix;
        fs::remove(one, error);
    }
    return {};
}

Result<> rewriteCopies(const fs::path& workspace, const Erasure& erasure, const RunContext& run)
{
    const Backups backups(workspace);
    backups.removeLeftovers();
    auto paths = backups.list();
    const auto aside = backups.setAside();
    paths.insert(paths.end(), aside.begin(), aside.end());
    // The file itself, whose pages are written anew afterwards, counts as one more.
    const auto steps = static_cast<double>(paths.size() + 1);
    double step = 0;
    for (const fs::path& path : paths) {
        const auto done = rewriteCopy(path, erasure);
        run.progress(++step / steps);
        if (done)
            continue;
        if (done.error().code == ErrorCode::diskFull)
            return fail(done.error());
        // A copy that cannot be rewritten (damaged, or of a later program) would keep the words: it goes.
        if (!removeDatabaseFile(path))
            return fail(ErrorCode::fileUnwritable, {utf8Of(path)});
    }
    return {};
}

} // namespace

std::string verbOf(const std::string& label, const std::vector<std::string>& foldedNameWords)
{
    std::string verb = label.substr(0, label.find(' '));
    std::istringstream folded(foldForSearch(verb));
    for (std::string word; folded >> word;) {
        while (!word.empty() && static_cast<unsigned char>(word.back()) < 0x80 &&
               std::string_view(".,:;!?'\"").find(word.back()) != std::string_view::npos)
            word.pop_back();
        if (std::binary_search(foldedNameWords.begin(), foldedNameWords.end(), word))
            return {};
    }
    return verb;
}

Result<ChangeSet> eraseRows(Database& database, Erasure& erasure)
{
    WEAVEMAP_ASSIGN(const auto words, foldedNameWords(database));
    WEAVEMAP_ASSIGN(auto recording, Recording::begin(database));
    for (std::size_t i = 0; i < erasure.people.size(); ++i)
        WEAVEMAP_TRY(addMerged(database, PersonId{erasure.people[i]}, erasure.people));
    for (const PersonId person : erasure.people) {
        WEAVEMAP_TRY(addOwnConversations(database, person, erasure.conversations));
        WEAVEMAP_TRY(redact(database, person));
    }
    for (const ConversationId conversation : erasure.conversations)
        WEAVEMAP_TRY(eraseConversationRows(database, conversation));
    for (const PersonId person : erasure.people)
        WEAVEMAP_TRY(erasePersonRows(database, person));
    WEAVEMAP_ASSIGN(const Bytes changeset, recording.changeset());
    WEAVEMAP_ASSIGN(ChangeSet changes, readChangeset(database, changeset));
    WEAVEMAP_TRY(reindexSearch(database, changes));
    WEAVEMAP_TRY(History(database, {}).end([&](const std::string& label) { return verbOf(label, words); }));
    WEAVEMAP_TRY(writeState(database, kErasingKey, noteOf(erasure)));
    return changes;
}

Result<> finishErasing(Database& database, const fs::path& workspace, const RunContext& run)
{
    WEAVEMAP_ASSIGN(const auto note, readState(database, kErasingKey));
    if (!note)
        return {};
    if (*note != kPurge) {
        WEAVEMAP_TRY(rewriteCopies(workspace, erasureIn(*note), run));
        WEAVEMAP_TRY(writeState(database, kErasingKey, kPurge));
    }
    WEAVEMAP_TRY(purgePages(database));
    return database.run("DELETE FROM state WHERE key = ?1", kErasingKey);
}

} // namespace weavemap::store
