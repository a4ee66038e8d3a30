// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/FindPerson.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/Text.h"

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

tl::unexpected<Error> ambiguous(std::string_view text, const std::vector<Person>& candidates)
{
    std::vector<std::string> args{std::string(text)};
    for (const Person& person : candidates)
        args.push_back(person.name + " (" + person.id.toString() + ")");
    return fail(ErrorCode::ambiguousName, std::move(args));
}

} // namespace

Result<Person> findPerson(store::Records& records, std::string_view text)
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
        return fail(ErrorCode::notFound, {"person", std::string(text)});
    WEAVEMAP_ASSIGN(const std::vector<Person> everybody, records.people.all());
    std::vector<Person> alike;
    std::copy_if(everybody.begin(), everybody.end(), std::back_inserter(alike),
                 [&folded](const Person& person) { return foldForSearch(trimmed(person.name)) == folded; });
    if (alike.size() == 1)
        return alike.front();
    if (alike.size() > 1)
        return ambiguous(text, alike);
    return fail(ErrorCode::notFound, {"person", std::string(text)});
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
    return staff.size() == 1 ? Result<Person>(staff.front()) : findPerson(records, text);
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
