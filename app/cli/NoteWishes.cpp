// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/NoteWishes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "app/cli/Output.h"
#include "app/cli/Words.h"
#include "core/actions/CallIntroductions.h"
#include "core/store/Audience.h"

namespace weavemap::cli {

using Json = nlohmann::ordered_json;

Result<std::vector<Wish>> sortWishes(actions::CallDraft& call, store::Records& records)
{
    std::vector<Wish> wishes;
    std::vector<NoteItem> kept;
    std::set<std::pair<PersonId, PersonId>> pairs;
    const store::AudienceRecords readable(records, store::Audience::office(call.conversation.staff));
    const auto nameOf = [&](PersonId id) -> Result<std::string> {
        if (id.value < 0)
            return call.newPeople[static_cast<std::size_t>(-1 - id.value)].name;
        WEAVEMAP_ASSIGN(const auto person, records.people.find(id));
        return person ? person->name : std::string();
    };
    for (const NoteItem& item : call.items) {
        const bool namesTwo =
            item.kind == NoteItemKind::introduction && item.person.value != 0 && item.other.value != 0;
        if (!namesTwo || item.person == item.other) {
            kept.push_back(item);
            continue;
        }
        Wish wish;
        if (item.state == NoteItemState::made)
            wish.outcome = Wish::Outcome::noted;
        WEAVEMAP_ASSIGN(wish.names[0], nameOf(item.person));
        WEAVEMAP_ASSIGN(wish.names[1], nameOf(item.other));
        if (item.person && item.other) {
            WEAVEMAP_ASSIGN(const auto standing, actions::standingOf(records, item.person, item.other));
            WEAVEMAP_ASSIGN(const auto underWay, readable.find(standing.underWay));
            wish.underWay = underWay ? underWay->id : IntroductionId{};
            if (standing.isApart)
                wish.outcome = Wish::Outcome::keptApart;
            else if (standing.underWay) // of a colleague's own, nothing is said
                wish.outcome = underWay ? Wish::Outcome::underWay : Wish::Outcome::noted;
        }
        if (wish.outcome == Wish::Outcome::proposed && !pairs.insert(std::minmax({item.person, item.other})).second)
            wish.outcome = Wish::Outcome::underWay; // by the line before
        if (wish.outcome != Wish::Outcome::keptApart)
            kept.push_back(item);
        wishes.push_back(std::move(wish));
    }
    call.items = std::move(kept);
    return wishes;
}

void sayWhoIsKeptApart(const std::vector<Wish>& wishes)
{
    for (const Wish& wish : wishes)
        if (wish.outcome == Wish::Outcome::keptApart)
            say(text("%1 and %2 are kept apart: their introduction is left out.")
                    .arg(inQuotes(wish.names[0]), inQuotes(wish.names[1])));
}

Json wishesJson(const std::vector<Wish>& wishes, const std::vector<IntroductionId>& stored)
{
    Json list = Json::array();
    auto next = stored.begin();
    for (const Wish& wish : wishes) {
        using Outcome = Wish::Outcome;
        Json json{{"people", wish.names}, {"id", nullptr}};
        if (wish.outcome == Outcome::proposed && next != stored.end())
            json["id"] = (next++)->toString();
        else if (wish.outcome == Outcome::underWay && wish.underWay)
            json["id"] = wish.underWay.toString();
        json["outcome"] = wish.outcome == Outcome::proposed   ? "new"
                          : wish.outcome == Outcome::underWay ? "under_way"
                          : wish.outcome == Outcome::noted    ? "noted"
                                                              : "kept_apart";
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace weavemap::cli
