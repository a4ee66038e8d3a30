// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/PeoplePlanner.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/actions/FieldColumns.h"
#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

constexpr std::size_t kPollEvery = 4096;
/// A sentence that names more people than this helps nobody.
constexpr std::size_t kMostCandidates = 20;
/// From so many people of one name on they are found through an index, by the e-mail and this many columns.
constexpr std::size_t kManyNamesakes = 16;
constexpr std::size_t kIndexedColumns = 16;

bool sameEmail(const std::string& one, const std::string& other) { return foldForSearch(one) == foldForSearch(other); }

std::vector<std::string> candidateNames(const std::string& text, const ImportBasis& basis,
                                        ImportBasis::Found candidates)
{
    std::vector<std::string> args{text};
    for (const PersonId id : candidates.first(std::min(candidates.size(), kMostCandidates)))
        if (const Person* person = basis.person(id))
            args.push_back(person->name + " (" + id.toString() + ")");
    return args;
}

/// Whether a word for a level is written as lists write it, whatever its case: its field says it again.
bool isPlainWord(std::string_view cell)
{
    std::string lower(trimmed(cell));
    for (char& letter : lower)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return lower == foldForSearch(lower);
}

/// Whether what a row says in a field that the person has as well is written as it is there, too: a name with its
/// accents is a correction of the one without.
bool isWrittenAsHeld(exchange::Field field, const std::string& cell, const exchange::ImportedPerson& row,
                     const Person& person, bool isHeld)
{
    switch (field) {
    case exchange::Field::name:
        return trimmed(row.name) == trimmed(person.name);
    case exchange::Field::email:
        return isHeld && row.email == person.email;
    case exchange::Field::level:
        return isHeld && isPlainWord(cell);
    default:
        return isHeld;
    }
}

/// Whether the name is only what stood in for a missing one.
bool isStandIn(const Person& person) { return person.name == person.sourceId; }

} // namespace

Result<> PeoplePlanner::run(const RunContext& run)
{
    m_hasIdColumn = m_network.facts.mapping.contains(exchange::Field::id) ||
                    std::any_of(m_network.people.begin(), m_network.people.end(),
                                [](const exchange::ImportedPerson& row) { return row.sourceId.has_value(); });
    m_fieldOf.resize(m_network.personColumns.size());
    for (const auto& [field, column] : m_network.fieldColumns)
        m_fieldOf[column] = field;
    for (std::size_t column = 0; column < m_network.personColumns.size(); ++column) {
        const Attribute* known = m_basis.attribute(m_network.personColumns[column]);
        m_attributes.push_back(known ? known->id : AttributeId{});
        if (!m_fieldOf[column])
            attributeOf(column);
    }
    m_personOfRow.assign(m_network.people.size(), PersonId{});
    for (std::size_t i = 0; i < m_network.people.size(); ++i) {
        if (i % kPollEvery == 0 && run.cancelled())
            return fail(ErrorCode::cancelled);
        planRow(m_network.people[i], i);
    }
    return {};
}

/// The attribute of a column, made where there is none yet.
AttributeId PeoplePlanner::attributeOf(std::size_t column)
{
    if (!m_attributes[column]) {
        const Attribute added{m_ids.mint<AttributeId>(), m_network.personColumns[column]};
        m_plan.attributes.push_back(added);
        m_basis.add(added);
        m_attributes[column] = added.id;
    }
    return m_attributes[column];
}

void PeoplePlanner::reject(ImportRow row, Error reason)
{
    row.fate = RowFate::rejected;
    row.reason = std::move(reason);
    ++m_plan.rejected;
    m_plan.rows.push_back(std::move(row));
}

void PeoplePlanner::planRow(const exchange::ImportedPerson& row, std::size_t index)
{
    ImportRow line;
    line.line = row.line;
    line.what = ImportRow::What::person;
    line.text = row.name;
    const ImportChoices& choices = m_options.choices;
    if (choices.leaveOut.contains(row.line)) {
        line.fate = RowFate::rejected;
        ++m_plan.rejected;
        m_plan.rows.push_back(std::move(line));
        return;
    }
    if (trimmed(row.name).empty()) {
        reject(std::move(line), Error(ErrorCode::missingName, {"person"}));
        return;
    }

    Match match;
    if (const auto said = choices.sameAs.find(row.line); said != choices.sameAs.end() && m_basis.person(said->second)) {
        match = {RowFate::matched, said->second};
    } else if (!choices.asNew.contains(row.line)) {
        auto found = m_hasIdColumn && row.sourceId ? matchById(row) : matchByName(row);
        if (!found) {
            reject(std::move(line), std::move(found.error()));
            return;
        }
        match = *found;
    }

    line.fate = match.fate;
    line.like = match.person;
    if (match.fate == RowFate::matched || match.fate == RowFate::merged) {
        if (match.fate == RowFate::matched)
            ++m_plan.matchedPeople;
        m_personOfRow[index] = match.person;
        fill(row, match.person);
        claim(match.person);
    } else {
        if (match.fate == RowFate::doubtful) {
            ++m_plan.doubtfulPeople;
            line.reason = Error(ErrorCode::ambiguousName, candidateNames(row.name, m_basis, {&match.person, 1}));
        }
        addPerson(row, index);
        if (row.nameIsMissing)
            m_nameless.emplace_back(row.line, m_personOfRow[index]);
    }
    m_plan.rows.push_back(std::move(line));
}

Result<PeoplePlanner::Match> PeoplePlanner::matchById(const exchange::ImportedPerson& row) const
{
    const ImportBasis::Found known = m_basis.bySourceId(*row.sourceId);
    if (known.empty())
        return Match{};
    if (known.size() > 1)
        return fail(ErrorCode::ambiguousName, candidateNames(*row.sourceId, m_basis, known));
    const PersonId id = known.front();
    if (!isClaimed(id))
        return Match{RowFate::matched, id};
    const Person& person = *m_basis.person(id);
    const bool otherName = row.name != person.name && row.name != *row.sourceId && !isStandIn(person);
    if (otherName || contradicts(row, person))
        return fail(ErrorCode::duplicateId, {*row.sourceId});
    return Match{RowFate::merged, id};
}

PeoplePlanner::Named PeoplePlanner::namedLike(const exchange::ImportedPerson& row)
{
    const ImportBasis::Found all = m_basis.byName(row.name);
    Named named;
    if (all.size() < kManyNamesakes) {
        for (const PersonId id : all)
            if (canBeNamed(*m_basis.person(id)))
                named.near.push_back(id);
        named.first = named.near;
        named.count = named.near.size();
        named.free = static_cast<std::size_t>(
            std::count_if(named.near.begin(), named.near.end(), [this](PersonId id) { return !isClaimed(id); }));
        return named;
    }
    const auto [at, isNew] = m_namesakes.try_emplace(row.name);
    if (isNew)
        for (const PersonId id : all)
            joinNamesakes(*m_basis.person(id));
    const Namesakes& namesakes = at->second;
    named.count = namesakes.size();
    named.free = namesakes.freeCount();
    named.first = namesakes.first(kMostCandidates);
    named.near = namesakes.near(factsOf(row));
    return named;
}

Namesakes::Facts PeoplePlanner::factsOf(const Person& person) const
{
    Namesakes::Facts facts{foldForSearch(person.email)};
    for (std::size_t i = 0; i < std::min(m_attributes.size(), kIndexedColumns); ++i)
        // Beside its field a column says something only where the two differ: such a person may agree either way.
        if (const std::string_view known = m_basis.value(person.id, m_attributes[i]); !m_fieldOf[i])
            facts.emplace_back(known);
        else
            facts.push_back(known.empty() ? saidIn(*m_fieldOf[i], person) : std::string());
    return facts;
}

Namesakes::Facts PeoplePlanner::factsOf(const exchange::ImportedPerson& row) const
{
    Namesakes::Facts facts{foldForSearch(row.email)};
    for (std::size_t i = 0; i < std::min(m_attributes.size(), kIndexedColumns); ++i)
        if (m_fieldOf[i])
            facts.push_back(saidIn(*m_fieldOf[i], row, m_basis));
        else
            facts.push_back(i < row.attributes.size() ? row.attributes[i] : std::string());
    return facts;
}

void PeoplePlanner::leaveNamesakes(const Person& person)
{
    if (const auto found = m_namesakes.find(person.name); found != m_namesakes.end())
        found->second.remove(person.id);
}

void PeoplePlanner::joinNamesakes(const Person& person)
{
    if (const auto found = m_namesakes.find(person.name); found != m_namesakes.end() && canBeNamed(person))
        found->second.put(person.id, factsOf(person), !isClaimed(person.id));
}

void PeoplePlanner::claim(PersonId id)
{
    m_claimed.insert(id);
    if (const auto found = m_namesakes.find(m_basis.person(id)->name); found != m_namesakes.end())
        found->second.claim(id);
}

Result<PeoplePlanner::Match> PeoplePlanner::matchByName(const exchange::ImportedPerson& row)
{
    const Named named = namedLike(row);
    if (named.count == 0) {
        const ImportBasis::Found alike = m_basis.alike(row.name);
        if (alike.size() == 1 && !row.email.empty() && !isClaimed(alike.front()) &&
            sameEmail(row.email, m_basis.person(alike.front())->email))
            return Match{RowFate::matched, alike.front()};
        return alike.empty() || m_hasIdColumn ? Match{} : Match{RowFate::doubtful, alike.front()};
    }

    std::vector<PersonId> free, agreeing;
    for (const PersonId id : named.near) {
        if (!isClaimed(id))
            free.push_back(id);
        if (!contradicts(row, *m_basis.person(id)))
            agreeing.push_back(id);
    }
    const auto isFree = [this](PersonId id) { return !isClaimed(id); };
    const auto byEmail = std::find_if(free.begin(), free.end(), [this, &row](PersonId id) {
        return !row.email.empty() && sameEmail(row.email, m_basis.person(id)->email);
    });
    if (byEmail != free.end())
        return Match{RowFate::matched, *byEmail};
    const auto freeAgreeing = std::count_if(agreeing.begin(), agreeing.end(), isFree);
    if (freeAgreeing == 1)
        return Match{RowFate::matched, *std::find_if(agreeing.begin(), agreeing.end(), isFree)};
    if (freeAgreeing == 0 && !agreeing.empty())
        return Match{RowFate::merged, agreeing.front()};
    if (named.count == 1 && named.free == 1) {
        const Person& person = *m_basis.person(named.first.front());
        const bool otherEmail = !row.email.empty() && !person.email.empty() && !sameEmail(row.email, person.email);
        return Match{otherEmail ? RowFate::doubtful : RowFate::matched, person.id};
    }
    if (named.free == 0)
        return Match{RowFate::doubtful, named.first.front()};
    return fail(ErrorCode::ambiguousName, candidateNames(row.name, m_basis, named.first));
}

bool PeoplePlanner::contradicts(const exchange::ImportedPerson& row, const Person& person) const
{
    if (!row.email.empty() && !person.email.empty() && !sameEmail(row.email, person.email))
        return true;
    for (std::size_t i = 0; i < row.attributes.size() && i < m_attributes.size(); ++i) {
        if (row.attributes[i].empty() || isHeld(row, i, person))
            continue;
        if (const std::string_view known = m_basis.value(person.id, m_attributes[i]); !known.empty()) {
            if (known != row.attributes[i])
                return true;
        } else if (m_fieldOf[i] && m_fieldOf[i] != exchange::Field::name && // names are told apart elsewhere
                   !saidIn(*m_fieldOf[i], row, m_basis).empty() && !saidIn(*m_fieldOf[i], person).empty()) {
            return true;
        }
    }
    return false;
}

bool PeoplePlanner::isHeld(const exchange::ImportedPerson& row, std::size_t column, const Person& person) const
{
    if (!m_fieldOf[column])
        return false;
    const std::string said = saidIn(*m_fieldOf[column], row, m_basis);
    return !said.empty() && said == saidIn(*m_fieldOf[column], person);
}

OrganizationId PeoplePlanner::organizationOf(const std::string& name)
{
    if (trimmed(name).empty())
        return {};
    if (const Organization* known = m_basis.organization(name))
        return known->id;
    Organization added;
    added.id = m_ids.mint<OrganizationId>();
    added.name = name;
    m_plan.organizations.push_back(added);
    m_basis.add(added);
    return added.id;
}

Person PeoplePlanner::checked(Person person, std::size_t line)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto valid = validate(person);
        if (valid)
            break;
        // The cell stays readable as an attribute; the field goes without it.
        if (valid.error().code == ErrorCode::badEmail)
            person.email.clear();
        else if (valid.error().code == ErrorCode::datesReversed)
            person.left.reset();
        m_plan.notices.push_back({line, valid.error()});
    }
    return person;
}

void PeoplePlanner::addPerson(const exchange::ImportedPerson& row, std::size_t index)
{
    Person person;
    person.id = m_ids.mint<PersonId>();
    person.name = row.name;
    person.sourceId = row.sourceId.value_or("");
    person.email = row.email;
    person.phone = row.phone;
    person.role = row.role;
    person.region = row.region;
    person.organization = organizationOf(row.organization);
    person.level = row.level;
    person.contactPreference = row.contactPreference;
    person.joined = row.joined;
    person.left = row.left;
    person = checked(std::move(person), row.line);
    m_newAt.emplace(person.id, m_plan.people.size());
    m_plan.people.push_back(person);
    ++m_plan.newPeople;
    m_basis.add(person);
    m_claimed.insert(person.id);
    m_personOfRow[index] = person.id;
    setValues(row, person.id);
    joinNamesakes(person);
}

PersonId PeoplePlanner::addImplied(const std::string& text)
{
    Person person;
    person.id = m_ids.mint<PersonId>();
    person.name = text;
    person.sourceId = text;
    m_newAt.emplace(person.id, m_plan.people.size());
    m_plan.people.push_back(person);
    ++m_plan.newPeople;
    m_basis.add(person);
    return person.id;
}

void PeoplePlanner::fill(const exchange::ImportedPerson& row, PersonId id)
{
    Person person = *m_basis.person(id);
    const auto fillText = [](std::string& field, const std::string& text) {
        if (field.empty())
            field = text;
    };
    if (isStandIn(person) || person.name.empty())
        person.name = row.name;
    fillText(person.sourceId, row.sourceId.value_or(""));
    fillText(person.email, row.email);
    fillText(person.phone, row.phone);
    fillText(person.role, row.role);
    fillText(person.region, row.region);
    fillText(person.contactPreference, row.contactPreference);
    if (person.level == EngagementLevel::unknown)
        person.level = row.level;
    if (!person.organization)
        person.organization = organizationOf(row.organization);
    if (!person.joined)
        person.joined = row.joined;
    if (!person.left)
        person.left = row.left;
    person = checked(std::move(person), row.line);
    leaveNamesakes(*m_basis.person(id));
    if (person != *m_basis.person(id)) {
        m_basis.replace(person);
        if (const auto at = m_newAt.find(id); at != m_newAt.end())
            m_plan.people[at->second] = person;
        else
            m_changed.insert(id);
    }
    setValues(row, id);
    joinNamesakes(*m_basis.person(id));
}

void PeoplePlanner::setValues(const exchange::ImportedPerson& row, PersonId id)
{
    for (std::size_t i = 0; i < row.attributes.size() && i < m_attributes.size(); ++i) {
        // An empty cell is a missing value: it neither sets nor clears.
        const std::string& cell = row.attributes[i];
        const std::string_view known = m_basis.value(id, m_attributes[i]);
        if (cell.empty() || known == cell)
            continue;
        // What the field holds does not stand beside it once more; what it could not take does.
        const Person& person = *m_basis.person(id);
        if (m_fieldOf[i] && known.empty() &&
            (trimmed(cell).empty() || isWrittenAsHeld(*m_fieldOf[i], cell, row, person, isHeld(row, i, person))))
            continue;
        const store::AttributeValue value{id, attributeOf(i), cell};
        m_basis.set(value);
        m_plan.values.push_back(value);
    }
}

void PeoplePlanner::finish()
{
    for (const PersonId id : m_changed)
        m_plan.changedPeople.push_back(*m_basis.person(id));
    std::sort(m_plan.changedPeople.begin(), m_plan.changedPeople.end(),
              [](const Person& left, const Person& right) { return left.id < right.id; });
    for (const auto& [line, id] : m_nameless)
        if (const Person& person = *m_basis.person(id); isStandIn(person))
            m_plan.notices.push_back({line, Error(ErrorCode::missingName, {"person", person.name})});
}

} // namespace weavemap::actions
