// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/FindPerson.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/weaving/PeopleIndex.h"

namespace weavemap::actions {

namespace {

template <class People>
std::vector<Person> staffAmong(const People& people)
{
    std::vector<Person> staff;
    std::copy_if(people.begin(), people.end(), std::back_inserter(staff),
                 [](const Person& person) { return person.kind == PersonKind::staff; });
    return staff;
}

std::string labelOf(const Person& person) { return person.name + " (" + person.id.toString() + ")"; }

tl::unexpected<Error> ambiguous(std::string_view text, const std::vector<Person>& candidates)
{
    std::vector<std::pair<std::string, const Person*>> order;
    for (const Person& person : candidates)
        order.emplace_back(foldForSearch(person.name), &person);
    std::stable_sort(order.begin(), order.end(), [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first < other.first : one.second->id < other.second->id;
    });
    std::vector<std::string> args{std::string(text)};
    for (const auto& [folded, person] : order)
        args.push_back(labelOf(*person));
    return fail(ErrorCode::ambiguousName, std::move(args));
}

tl::unexpected<Error> nobody(std::string_view text) { return fail(ErrorCode::notFound, {"person", std::string(text)}); }

/// The words of a name as `nameWords` gives them, with what stands behind a comma first: "Ruiz, Ana".
std::vector<std::string> wordsInOrder(std::string_view text)
{
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos)
        return weaving::nameWords(text);
    std::vector<std::string> words = weaving::nameWords(text.substr(comma + 1));
    for (std::string& word : weaving::nameWords(text.substr(0, comma)))
        words.push_back(std::move(word));
    return words;
}

/// Whom a note would mean by `text`, and who is only near to it.
struct Meant
{
    std::vector<Person> called;
    std::vector<Person> near; ///< the nearest first
};

Meant meantBy(std::string_view text, const std::vector<Person>& everybody)
{
    constexpr std::size_t kMostNear = 5;
    const weaving::PeopleIndex index(weaving::knownNames(everybody));
    const std::vector<std::string> words = wordsInOrder(text);
    std::string phrase;
    for (const std::string& word : words)
        phrase.append(phrase.empty() ? "" : " ").append(word);
    std::vector<weaving::PeopleIndex::Place> places = index.called(phrase);
    if (places.empty())
        places = index.byOtherForm(words);
    Meant meant;
    for (const auto place : places)
        meant.called.push_back(everybody[place]);
    if (!meant.called.empty())
        return meant;
    std::vector<weaving::PeopleIndex::Place> near = index.near(words, kMostNear);
    for (const weaving::Completion& completion : index.complete(text, kMostNear))
        near.push_back(index.placeOf(completion.id));
    for (const auto place : near)
        if (meant.near.size() < kMostNear && std::none_of(meant.near.begin(), meant.near.end(), [&](const Person& one) {
                return one.id == everybody[place].id;
            }))
            meant.near.push_back(everybody[place]);
    return meant;
}

} // namespace

Result<Person> findPersonExactly(store::Records& records, std::string_view text)
{
    WEAVEMAP_ASSIGN(const std::vector<Person> named, records.people.findByName(text));
    if (named.size() == 1)
        return named.front();
    if (named.size() > 1)
        return ambiguous(text, named);

    WEAVEMAP_ASSIGN(const std::vector<Person> sourced, records.people.findBySourceId(text));
    if (sourced.size() == 1)
        return sourced.front();
    if (sourced.size() > 1)
        return ambiguous(text, sourced);
    if (const auto id = parseIdValue(text)) {
        WEAVEMAP_ASSIGN(const auto person, records.people.find(PersonId{*id}));
        if (person)
            return *person;
    }

    const std::string folded = foldForSearch(trimmed(text));
    if (folded.empty())
        return nobody(text);
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
    std::vector<Person> alike;
    std::copy_if(everybody.begin(), everybody.end(), std::back_inserter(alike),
                 [&folded](const Person& person) { return foldForSearch(trimmed(person.name)) == folded; });
    if (alike.size() == 1)
        return alike.front();
    if (alike.size() > 1)
        return ambiguous(text, alike);
    return nobody(text);
}

Result<Person> findPerson(store::Records& records, std::string_view text)
{
    Result<Person> exact = findPersonExactly(records, text);
    if (exact || exact.error().code != ErrorCode::notFound)
        return exact;
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
    const Meant meant = meantBy(text, everybody);
    if (meant.called.size() == 1)
        return meant.called.front();
    if (meant.called.size() > 1)
        return ambiguous(text, meant.called);
    tl::unexpected<Error> error = nobody(text);
    for (const Person& person : meant.near)
        error.value().args.push_back(labelOf(person));
    return error;
}

Result<Person> findStaffFirst(store::Records& records, std::string_view text)
{
    WEAVEMAP_ASSIGN(const std::vector<Person> named, records.people.findByName(trimmed(text)));
    std::vector<Person> staff = staffAmong(named);
    if (staff.empty()) {
        const std::string folded = foldForSearch(trimmed(text));
        WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
        staff = staffAmong(everybody);
        std::erase_if(staff, [&folded](const Person& person) { return foldForSearch(trimmed(person.name)) != folded; });
    }
    if (staff.size() > 1)
        return ambiguous(text, staff);
    if (staff.size() == 1)
        return staff.front();
    Result<Person> exact = findPersonExactly(records, text);
    if (exact || exact.error().code != ErrorCode::notFound)
        return exact;
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
    const std::vector<Person> called = meantBy(text, everybody).called;
    if (called.size() > 1)
        return ambiguous(text, called);
    tl::unexpected<Error> error = nobody(text);
    for (const Person& person : called)
        error.value().args.push_back(labelOf(person));
    return error;
}

Result<PersonId> staffPersonNamed(store::Records& records, std::string_view text)
{
    const std::string_view name = trimmed(text);
    WEAVEMAP_ASSIGN(const std::vector<Person> named, records.people.findByName(name));
    const std::vector<Person> staff = staffAmong(named);
    if (staff.size() > 1)
        return ambiguous(name, staff);
    if (staff.size() == 1)
        return staff.front().id;
    Person person;
    person.kind = PersonKind::staff;
    person.name = std::string(name);
    return records.people.insert(std::move(person));
}

} // namespace weavemap::actions
