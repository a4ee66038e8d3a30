// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MergingRows.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/domain/Tie.h"
#include "core/store/Database.h"
#include "core/store/Introductions.h"
#include "core/store/People.h"
#include "core/store/Questions.h"
#include "core/store/Requirements.h"
#include "core/store/Ties.h"
#include "core/store/Views.h"

namespace weavemap::store {

namespace {

/// "merged:ID of who is gone" -> "ID of who is kept, a tab, the name that is gone".
constexpr std::string_view kMergedKey = "merged:";

double joinedWeight(double one, double other) { return one == 1.0 && other == 1.0 ? 1.0 : one + other; }

std::optional<Date> earlier(const std::optional<Date>& a, const std::optional<Date>& b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

std::optional<Date> later(const std::optional<Date>& a, const std::optional<Date>& b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

Tie joined(Tie kept, const Tie& other)
{
    kept.depth = std::max(kept.depth, other.depth);
    kept.contact = std::max(kept.contact, other.contact);
    kept.collaboration = std::max(kept.collaboration, other.collaboration);
    kept.weight = joinedWeight(kept.weight, other.weight);
    kept.firstSeen = earlier(kept.firstSeen, other.firstSeen);
    kept.lastConfirmed = later(kept.lastConfirmed, other.lastConfirmed);
    kept.ended = kept.ended && other.ended ? later(kept.ended, other.ended) : std::nullopt;
    if (kept.origin == TieOrigin::unknown)
        kept.origin = other.origin;
    return kept;
}

bool saysTheSame(Evidence one, const Evidence& other)
{
    one.id = other.id;
    one.tie = other.tie;
    return one == other;
}

/// The tie that `gone` has with somebody whom `keep` has a tie with, too, becomes part of that one.
Result<> joinTie(Database& database, const Tie& tie, const Tie& kept, PersonId gone, PersonId keep)
{
    Ties ties(database);
    WEAVEMAP_TRY(ties.update(joined(kept, tie)));
    WEAVEMAP_ASSIGN(const auto directions, ties.overlays(kept.id));
    WEAVEMAP_ASSIGN(const auto moving, ties.overlays(tie.id));
    for (Overlay overlay : moving) {
        overlay.tie = kept.id;
        overlay.from = overlay.from == gone ? keep : overlay.from;
        overlay.to = overlay.to == gone ? keep : overlay.to;
        const auto same = std::find_if(directions.begin(), directions.end(), [&overlay](const Overlay& there) {
            return there.from == overlay.from && there.to == overlay.to && there.kind == overlay.kind &&
                   there.topic == overlay.topic;
        });
        if (same == directions.end()) {
            WEAVEMAP_TRY(ties.update(overlay));
            continue;
        }
        Overlay both = *same;
        both.weight = joinedWeight(both.weight, overlay.weight);
        WEAVEMAP_TRY(ties.remove(overlay.id));
        WEAVEMAP_TRY(ties.update(both));
    }
    WEAVEMAP_ASSIGN(const auto told, ties.evidence(kept.id));
    WEAVEMAP_ASSIGN(const auto telling, ties.evidence(tie.id));
    for (Evidence evidence : telling) {
        if (std::any_of(told.begin(), told.end(), [&](const Evidence& there) { return saysTheSame(evidence, there); }))
            continue; // it goes with the tie
        evidence.tie = kept.id;
        WEAVEMAP_TRY(ties.update(evidence));
    }
    return ties.remove(tie.id);
}

Result<> handOverTies(Database& database, PersonId gone, PersonId keep)
{
    Ties ties(database);
    // Who said something is settled first, so that what both records say alike is known to be the same.
    WEAVEMAP_TRY(database.run("UPDATE evidence SET heard_from = ?2 WHERE heard_from = ?1", gone, keep));
    WEAVEMAP_ASSIGN(const auto theirs, ties.of(gone));
    for (const Tie& tie : theirs) {
        const PersonId other = tie.other(gone);
        if (other == keep) {
            WEAVEMAP_TRY(ties.remove(tie.id));
            continue;
        }
        WEAVEMAP_ASSIGN(const auto kept, ties.between(keep, other));
        if (kept) {
            WEAVEMAP_TRY(joinTie(database, tie, *kept, gone, keep));
            continue;
        }
        Tie moved = tie;
        moved.a = keep;
        moved.b = other;
        moved = ordered(moved);
        WEAVEMAP_TRY(database.run("UPDATE tie SET a = ?2, b = ?3 WHERE id = ?1", tie.id, moved.a, moved.b));
        WEAVEMAP_TRY(database.run("UPDATE overlay SET from_person = ?3 WHERE tie = ?1 AND from_person = ?2", tie.id,
                                  gone, keep));
        WEAVEMAP_TRY(
            database.run("UPDATE overlay SET to_person = ?3 WHERE tie = ?1 AND to_person = ?2", tie.id, gone, keep));
    }
    return {};
}

Result<> handOverPairs(Database& database, PersonId gone, PersonId keep)
{
    Introductions introductions(database);
    WEAVEMAP_ASSIGN(const auto theirs, introductions.apartPairs(gone));
    for (ApartPair pair : theirs) {
        const PersonId other = pair.a == gone ? pair.b : pair.a;
        WEAVEMAP_ASSIGN(const auto kept, introductions.apartPairs(keep));
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const ApartPair& there) {
            return there.id != pair.id && (there.a == other || there.b == other);
        });
        if (other != keep && same == kept.end()) {
            (pair.a == gone ? pair.a : pair.b) = keep;
            WEAVEMAP_TRY(introductions.update(pair));
            continue;
        }
        WEAVEMAP_TRY(introductions.remove(pair.id));
        if (other != keep && !pair.why.empty() && pair.why != same->why) {
            ApartPair both = *same;
            both.why += both.why.empty() ? pair.why : "; " + pair.why;
            WEAVEMAP_TRY(introductions.update(both));
        }
    }
    return {};
}

Result<> handOverSnooze(Database& database, PersonId gone, PersonId keep)
{
    Questions questions(database);
    WEAVEMAP_ASSIGN(const auto theirs, questions.snoozeOf(gone));
    if (!theirs)
        return {};
    WEAVEMAP_ASSIGN(const auto kept, questions.snoozeOf(keep));
    if (kept && kept->until >= theirs->until)
        return questions.remove(theirs->id);
    if (kept)
        WEAVEMAP_TRY(questions.remove(kept->id));
    return database.run("UPDATE snooze SET person = ?2 WHERE id = ?1", theirs->id, keep);
}

Result<> noteMerged(Database& database, PersonId gone, PersonId keep)
{
    WEAVEMAP_ASSIGN(const auto name,
                    database.first(
                        "SELECT name FROM person WHERE id = ?1", [](Statement& row) { return row.text(0); }, gone));
    WEAVEMAP_ASSIGN(auto merged, mergedInto(database, gone));
    merged.push_back({gone, name.value_or(std::string())});
    Views views(database);
    for (const MergedRecord& record : merged)
        WEAVEMAP_TRY(views.setFact(std::string(kMergedKey).append(record.id.toString()),
                                   keep.toString().append(1, '\t').append(record.name)));
    return {};
}

// ?1 goes, ?2 is kept.
constexpr std::string_view kRows[] = {
    "DELETE FROM participant WHERE person = ?1 AND conversation IN"
    " (SELECT conversation FROM participant WHERE person = ?2)",
    "UPDATE participant SET person = ?2 WHERE person = ?1",
    "UPDATE conversation SET staff = ?2 WHERE staff = ?1",
    "UPDATE note_item SET person = ?2 WHERE person = ?1",
    "UPDATE note_item SET other = ?2 WHERE other = ?1",
    "UPDATE note_item SET other = NULL WHERE person = ?2 AND other = ?2",
    "UPDATE follow_up SET person = ?2 WHERE person = ?1",
    "UPDATE follow_up SET owner = ?2 WHERE owner = ?1",
    "UPDATE evidence SET introduction = NULL WHERE introduction IN"
    " (SELECT id FROM introduction WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1))",
    "UPDATE project SET introduction = NULL WHERE introduction IN"
    " (SELECT id FROM introduction WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1))",
    "DELETE FROM introduction_step WHERE introduction IN"
    " (SELECT id FROM introduction WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1))",
    "DELETE FROM introduction WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)",
    "UPDATE introduction SET a = ?2 WHERE a = ?1",
    "UPDATE introduction SET b = ?2 WHERE b = ?1",
    "UPDATE introduction SET host = ?2 WHERE host = ?1",
    "UPDATE introduction SET host = NULL WHERE host = ?2 AND (a = ?2 OR b = ?2)",
    "DELETE FROM asked_question WHERE person = ?1 AND EXISTS (SELECT 1 FROM asked_question k WHERE k.person = ?2"
    " AND k.question = asked_question.question AND k.conversation = asked_question.conversation)",
    "UPDATE asked_question SET person = ?2 WHERE person = ?1",
    "UPDATE convening SET writer = ?2 WHERE writer = ?1",
    "UPDATE project SET writer = ?2 WHERE writer = ?1",
    "UPDATE person SET about_by = ?2 WHERE about_by = ?1",
    "UPDATE attendance SET"
    " invited = max(invited, (SELECT g.invited FROM attendance g WHERE g.convening = attendance.convening"
    " AND g.person = ?1)),"
    " registered = max(registered, (SELECT g.registered FROM attendance g WHERE g.convening = attendance.convening"
    " AND g.person = ?1)),"
    " came = max(came, (SELECT g.came FROM attendance g WHERE g.convening = attendance.convening AND g.person = ?1))"
    " WHERE person = ?2 AND convening IN (SELECT convening FROM attendance WHERE person = ?1)",
    "DELETE FROM attendance WHERE person = ?1 AND convening IN (SELECT convening FROM attendance WHERE person = ?2)",
    "UPDATE attendance SET person = ?2 WHERE person = ?1",
    "DELETE FROM project_person WHERE person = ?1 AND project IN"
    " (SELECT project FROM project_person WHERE person = ?2)",
    "UPDATE project_person SET person = ?2 WHERE person = ?1",
    "DELETE FROM attribute_value WHERE person = ?1 AND attribute IN"
    " (SELECT attribute FROM attribute_value WHERE person = ?2)",
    "UPDATE attribute_value SET person = ?2 WHERE person = ?1",
    // Who is kept stays where they are; somebody without a place takes the other's.
    "DELETE FROM map_position WHERE person = ?1 AND view IN (SELECT view FROM map_position WHERE person = ?2"
    " UNION SELECT view FROM computed_position WHERE person = ?2)",
    "UPDATE map_position SET person = ?2 WHERE person = ?1",
};

} // namespace

Result<> handOver(Database& database, PersonId gone, PersonId keep)
{
    WEAVEMAP_TRY(requireWritable(database));
    WEAVEMAP_TRY(requirePerson(database, gone));
    WEAVEMAP_TRY(requirePerson(database, keep));
    if (gone == keep)
        return fail(ErrorCode::sameEnds, {keep.toString()});
    WEAVEMAP_TRY(noteMerged(database, gone, keep));
    WEAVEMAP_TRY(handOverTies(database, gone, keep));
    WEAVEMAP_TRY(handOverPairs(database, gone, keep));
    WEAVEMAP_TRY(handOverSnooze(database, gone, keep));
    for (const std::string_view sql : kRows)
        WEAVEMAP_TRY(database.run(sql, gone, keep));
    WEAVEMAP_TRY(database.run("DELETE FROM computed_position WHERE person = ?1", gone));
    return database.run("DELETE FROM person WHERE id = ?1", gone);
}

Result<std::vector<MergedRecord>> mergedInto(Database& database, PersonId person)
{
    WEAVEMAP_ASSIGN(const auto facts, Views(database).facts(kMergedKey));
    const std::string owner = person.toString().append(1, '\t');
    std::vector<MergedRecord> merged;
    for (const auto& [key, value] : facts) {
        const auto id = parseIdValue(std::string_view(key).substr(kMergedKey.size()));
        if (id && value.starts_with(owner))
            merged.push_back({PersonId{*id}, value.substr(owner.size())});
    }
    return merged;
}

Result<> forgetMergedInto(Database& database, PersonId person)
{
    WEAVEMAP_ASSIGN(const auto merged, mergedInto(database, person));
    Views views(database);
    for (const MergedRecord& record : merged)
        WEAVEMAP_TRY(views.setFact(std::string(kMergedKey).append(record.id.toString()), {}));
    return {};
}

} // namespace weavemap::store
