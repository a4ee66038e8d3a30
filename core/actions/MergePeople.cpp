// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/MergePeople.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/actions/EditNetwork.h"
#include "core/base/Text.h"
#include "core/store/Audience.h"
#include "core/store/MergingRows.h"

namespace weavemap::actions {

namespace {

struct TextField
{
    MergeField field;
    std::string Person::*text;
};
constexpr std::array kTexts{
    TextField{MergeField::name, &Person::name},
    TextField{MergeField::email, &Person::email},
    TextField{MergeField::phone, &Person::phone},
    TextField{MergeField::role, &Person::role},
    TextField{MergeField::region, &Person::region},
    TextField{MergeField::contactPreference, &Person::contactPreference},
    TextField{MergeField::sourceId, &Person::sourceId},
};

bool isAmong(const std::vector<MergeField>& fields, MergeField field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// A name beside the nicknames, unless it is one of them.
void addNickname(Person& person, std::string_view name)
{
    const std::string wanted = foldForSearch(trimmed(name));
    if (wanted.empty() || wanted == foldForSearch(trimmed(person.name)))
        return;
    for (std::string_view rest = person.nicknames; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (foldForSearch(trimmed(rest.substr(0, comma))) == wanted)
            return;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    person.nicknames += person.nicknames.empty() ? std::string(trimmed(name)) : ", " + std::string(trimmed(name));
}

/// The more careful of two: what one did not agree to does not happen.
ShowConsent moreCareful(ShowConsent a, ShowConsent b)
{
    constexpr std::array kOrder{ShowConsent::notShown, ShowConsent::byCode, ShowConsent::byName, ShowConsent::unset};
    return *std::find_if(kOrder.begin(), kOrder.end(), [&](ShowConsent one) { return one == a || one == b; });
}

/// Whether both notes about them are for the same eyes, or would be once they are one.
bool canJoinNotes(const Person& a, const Person& b)
{
    if (a.about.empty() || b.about.empty() || a.about == b.about)
        return true;
    const bool isPrivate = a.aboutLevel == Confidentiality::onlyMe || b.aboutLevel == Confidentiality::onlyMe;
    return !isPrivate || (a.aboutLevel == b.aboutLevel && a.aboutBy == b.aboutBy);
}

void joinNotes(Person& merged, const Person& gone)
{
    if (gone.about.empty())
        return;
    if (merged.about.empty()) {
        merged.about = gone.about;
        merged.aboutLevel = gone.aboutLevel;
        merged.aboutBy = gone.aboutBy;
        return;
    }
    if (merged.about != gone.about)
        merged.about += "\n" + gone.about;
    merged.aboutLevel = std::max(merged.aboutLevel, gone.aboutLevel);
}

/// Whether somebody wrote what is for them alone: more can be read where they sit here than where nobody does.
Result<bool> wrotePrivately(store::Records& records, PersonId writer)
{
    const store::AudienceRecords theirs(records, store::Audience::office(writer));
    const store::AudienceRecords anybodys(records, store::Audience::office({}));
    const auto readsMore = [&](const auto& read) -> Result<bool> {
        WEAVEMAP_ASSIGN(const auto mine, read(theirs));
        WEAVEMAP_ASSIGN(const auto others, read(anybodys));
        return mine.size() > others.size();
    };
    using Audience = store::AudienceRecords;
    WEAVEMAP_ASSIGN(const bool calls, readsMore([](const Audience& of) { return of.conversations(); }));
    WEAVEMAP_ASSIGN(const bool lines, readsMore([](const Audience& of) { return of.items(); }));
    WEAVEMAP_ASSIGN(const bool promises, readsMore([](const Audience& of) { return of.followUps(); }));
    WEAVEMAP_ASSIGN(const bool introductions, readsMore([](const Audience& of) { return of.introductions(); }));
    WEAVEMAP_ASSIGN(const bool aside, readsMore([](const Audience& of) { return of.putAside(); }));
    WEAVEMAP_ASSIGN(const bool projects, readsMore([](const Audience& of) { return of.projects(); }));
    WEAVEMAP_ASSIGN(const bool convenings, readsMore([](const Audience& of) { return of.convenings(); }));
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    return calls || lines || promises || introductions || aside || projects || convenings ||
           std::any_of(people.begin(), people.end(), [writer](const Person& person) {
               return person.aboutBy == writer && person.aboutLevel == Confidentiality::onlyMe && !person.about.empty();
           });
}

Result<Person> existing(store::Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(auto person, records.people.find(id));
    if (!person)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    return std::move(*person);
}

/// An error where one record would show what is for somebody's eyes alone, or hide it from them.
Result<> mayBecomeOne(store::Records& records, const Person& keep, const Person& gone, PersonId me)
{
    if (!canJoinNotes(keep, gone))
        return fail(ErrorCode::invalidArgument, {"merge", "about"});
    WEAVEMAP_ASSIGN(const bool isPrivate, wrotePrivately(records, gone.id));
    if (isPrivate && me != gone.id)
        return fail(ErrorCode::invalidArgument, {"merge", "writer"});
    return {};
}

} // namespace

Person mergedPerson(const Person& keep, const Person& gone, const std::vector<MergeField>& fromGone)
{
    Person merged = keep;
    for (const TextField& field : kTexts) {
        const std::string &mine = keep.*field.text, &theirs = gone.*field.text;
        if (mine.empty() || (isAmong(fromGone, field.field) && !theirs.empty()))
            merged.*field.text = theirs;
    }
    if (!keep.organization || (isAmong(fromGone, MergeField::organization) && gone.organization))
        merged.organization = gone.organization;
    if (keep.level == EngagementLevel::unknown ||
        (isAmong(fromGone, MergeField::level) && gone.level != EngagementLevel::unknown))
        merged.level = gone.level;
    for (const std::string_view name : {std::string_view(keep.name), std::string_view(gone.name)})
        addNickname(merged, name);
    for (std::string_view rest = gone.nicknames; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        addNickname(merged, rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    joinNotes(merged, gone);
    if (merged.aboutBy == gone.id)
        merged.aboutBy = keep.id;
    merged.consent = moreCareful(keep.consent, gone.consent);
    if (!merged.joined || (gone.joined && *gone.joined < *merged.joined))
        merged.joined = gone.joined;
    if (!gone.left) {
        merged.left.reset();
        merged.leftReason.clear();
    } else if (merged.left && *gone.left > *merged.left) {
        merged.left = gone.left;
        merged.leftReason = gone.leftReason;
    }
    if (!gone.archived)
        merged.archived.reset();
    return merged;
}

Result<MergePreview> previewMerge(store::Records& records, PersonId keep, PersonId gone, PersonId me)
{
    MergePreview preview;
    WEAVEMAP_ASSIGN(preview.keep, existing(records, keep));
    WEAVEMAP_ASSIGN(preview.gone, existing(records, gone));
    WEAVEMAP_TRY(mayBecomeOne(records, preview.keep, preview.gone, me));
    for (const TextField& field : kTexts) {
        const std::string &a = preview.keep.*field.text, &b = preview.gone.*field.text;
        if (!a.empty() && !b.empty() && a != b)
            preview.differing.push_back(field.field);
    }
    if (preview.keep.organization && preview.gone.organization &&
        preview.keep.organization != preview.gone.organization)
        preview.differing.push_back(MergeField::organization);
    if (preview.keep.level != EngagementLevel::unknown && preview.gone.level != EngagementLevel::unknown &&
        preview.keep.level != preview.gone.level)
        preview.differing.push_back(MergeField::level);
    WEAVEMAP_ASSIGN(preview.ofKeep, records.people.attributeValues(keep));
    WEAVEMAP_ASSIGN(preview.ofGone, records.people.attributeValues(gone));
    WEAVEMAP_ASSIGN(const auto ties, records.ties.of(gone));
    for (const Tie& tie : ties) {
        if (tie.other(gone) == keep) {
            preview.isTied = true;
            continue;
        }
        ++preview.ties;
        WEAVEMAP_ASSIGN(const auto known, records.ties.between(keep, tie.other(gone)));
        preview.joinedTies += known ? 1 : 0;
    }
    WEAVEMAP_ASSIGN(const auto calls,
                    store::AudienceRecords(records, store::Audience::office(me)).conversationsWith(gone));
    preview.calls = calls.size();
    return preview;
}

Result<> mergePeople(store::Records& records, const PeopleMerge& merge)
{
    if (merge.keep == merge.gone)
        return fail(ErrorCode::sameEnds, {merge.keep.toString()});
    WEAVEMAP_ASSIGN(const Person keep, existing(records, merge.keep));
    WEAVEMAP_ASSIGN(const Person gone, existing(records, merge.gone));
    WEAVEMAP_TRY(mayBecomeOne(records, keep, gone, merge.me));
    WEAVEMAP_ASSIGN(const auto theirs, records.people.attributeValues(gone.id));
    for (const store::AttributeValue& value : theirs)
        if (std::find(merge.attributesFromGone.begin(), merge.attributesFromGone.end(), value.attribute) !=
            merge.attributesFromGone.end())
            WEAVEMAP_TRY(records.people.setAttribute(keep.id, value.attribute, value.value));
    // An id from a list can be somebody's once the other is gone.
    WEAVEMAP_TRY(store::handOver(records.database(), gone.id, keep.id));
    return updatePerson(records, mergedPerson(keep, gone, merge.fromGone));
}

} // namespace weavemap::actions
