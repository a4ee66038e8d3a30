// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/Date.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Person.h"
#include "core/store/Records.h"
#include "core/weaving/Suggestions.h"

namespace weavemap::actions {

/// What is asked of `readSuggestions`.
struct SuggestionWish
{
    Date on;
    PersonId me; ///< who reads: lines that others keep to themselves are no reasons
    std::size_t limit = 12;
    std::vector<weaving::Lens> lenses; ///< empty: all
};

/// Suggestions with what is needed to say them.
struct SuggestionPage
{
    weaving::Suggestions found;
    std::unordered_map<PersonId, Person> people;                ///< who is named in them
    std::unordered_map<NoteItemId, weaving::Matter> lines;      ///< that are cited, as the reader may see them
    std::unordered_map<ConversationId, Date> talks;             ///< days of the conversations that are cited
    std::unordered_map<OrganizationId, std::string> workplaces; ///< names of the organizations of those named

    const Person& person(PersonId id) const { return people.at(id); }
};

/// Whom to introduce to whom on a day, by `weaving::suggest`: over all ties, with the groups of the exchange network.
/// Lines of conversations after that day do not count. Run it within `Reader::snapshot` where others may write
/// meanwhile. Errors: cancelled and the records' own.
Result<SuggestionPage> readSuggestions(store::Records& records, const SuggestionWish& wish, const RunContext& run = {});

} // namespace weavemap::actions
