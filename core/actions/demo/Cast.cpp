// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>

#include "core/actions/demo/Names.h"
#include "core/actions/demo/Sentences.h"
#include "core/actions/demo/Story.h"
#include "core/base/Text.h"

namespace weavemap::actions::demo {

namespace {

constexpr int kStaff = 3;
constexpr std::size_t kMostSchools = 600;

/// Splits `whole` by the regions' shares, the largest remainders first.
std::vector<std::size_t> sizesOfRegions(std::size_t whole)
{
    double shares = 0;
    for (const auto& region : regions())
        shares += region.share;
    std::vector<std::size_t> sizes;
    std::vector<std::pair<double, std::size_t>> rests;
    std::size_t given = 0;
    for (const auto& region : regions()) {
        const double part = static_cast<double>(whole) * region.share / shares;
        sizes.push_back(static_cast<std::size_t>(part));
        given += sizes.back();
        rests.emplace_back(-(part - static_cast<double>(sizes.back())), sizes.size() - 1);
    }
    std::sort(rests.begin(), rests.end());
    for (std::size_t i = 0; given < whole; ++i, ++given)
        ++sizes[rests[i].second];
    return sizes;
}

/// Makes names that are not taken: given and family name of one origin mostly, a double family name when these run out.
class Namer
{
public:
    explicit Namer(Random random) : m_random(random) {}

    std::string next()
    {
        for (int tries = 0;; ++tries) {
            const auto families = nameFamilies();
            const auto& origin = oneOf(m_random, families);
            const auto& other = m_random.chance(0.2) || tries > 8 ? oneOf(m_random, families) : origin;
            std::string name(oneOf(m_random, origin.given));
            const auto family = oneOf(m_random, other.family);
            name.append(" ").append(family);
            if (tries > 12) {
                const auto second = oneOf(m_random, oneOf(m_random, families).family);
                if (second == family)
                    continue;
                name.append("-").append(second);
            }
            if (m_taken.insert(foldForSearch(name)).second)
                return name;
        }
    }

private:
    Random m_random;
    std::unordered_set<std::string> m_taken;
};

/// Small letters without accents and marks, words joined by `joint`.
std::string plainLetters(std::string_view text, char joint)
{
    constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
        {"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ı", "i"}, {"æ", "ae"}};
    std::string folded = foldForSearch(text);
    for (const auto& [from, to] : kLetters)
        for (auto at = folded.find(from); at != std::string::npos; at = folded.find(from))
            folded.replace(at, from.size(), to);
    std::string plain;
    for (const char letter : folded) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            plain += letter;
        else if (letter == ' ' && !plain.empty() && plain.back() != joint)
            plain += joint;
    }
    return plain;
}

void addSchools(Story& story)
{
    const auto wanted = std::clamp<std::size_t>((story.members + 3) / 6, 1, kMostSchools);
    const auto sizes = sizesOfRegions(story.members == 0 ? 0 : wanted);
    for (std::size_t region = 0; region < sizes.size(); ++region) {
        auto random = story.random(100 + region);
        const auto& words = regions()[region];
        const auto count = std::max<std::size_t>(sizes[region], story.members == 0 ? 0 : 1);
        const auto shift = random.below(schoolKinds().size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto place = words.places[i % words.places.size()];
            const auto kind = schoolKinds()[(i / words.places.size() + i * 3 + shift) % schoolKinds().size()];
            story.schools.push_back(
                {{}, std::string(place) + " " + std::string(kind), "School", std::string(words.name)});
        }
    }
}

Date joiningDay(Random& random, Date on)
{
    // Not quite half were there before the log begins; most join as a school year starts.
    const int year = random.chance(0.45) ? random.between(3, 8) : random.between(0, 2);
    const Date first = on.addMonths(-12 * (year + 1));
    const int span = daysBetween(first, on.addMonths(-12 * year)) - (year == 0 ? 20 : 1);
    Date best = first.addDays(random.between(0, span));
    for (int tries = 0; tries < 3 && (best.month() < 8 || best.month() > 10); ++tries)
        best = first.addDays(random.between(0, span));
    return best;
}

void addRecord(Random& random, const Story& story, Actor& actor)
{
    constexpr std::string_view kRoles[] = {"Teacher", "Teacher",   "Teacher",   "Teacher",    "Teacher", "Teacher",
                                           "Coach",   "Principal", "Librarian", "Specialist", "Teacher", "Coach"};
    constexpr EngagementLevel kLevels[] = {EngagementLevel::core,       EngagementLevel::active,
                                           EngagementLevel::active,     EngagementLevel::active,
                                           EngagementLevel::active,     EngagementLevel::occasional,
                                           EngagementLevel::occasional, EngagementLevel::occasional,
                                           EngagementLevel::peripheral, EngagementLevel::peripheral};
    constexpr ShowConsent kConsents[] = {ShowConsent::byName, ShowConsent::byName, ShowConsent::byName,
                                         ShowConsent::unset,  ShowConsent::unset,  ShowConsent::unset,
                                         ShowConsent::byCode};
    Person& person = actor.person;
    person.role = oneOf(random, kRoles);
    person.level = oneOf(random, kLevels);
    person.consent = random.chance(0.03) ? ShowConsent::notShown : oneOf(random, kConsents);
    const auto& school = story.schools[static_cast<std::size_t>(actor.school)];
    if (random.chance(0.8))
        person.email = plainLetters(person.name, '.') + "@" + plainLetters(school.name, '-') + ".example";
    if (random.chance(0.5))
        person.phone = "555-01" + std::to_string(random.between(10, 99));
    if (random.chance(0.4))
        person.contactPreference = oneOf(random, contactPreferences());
    for (std::size_t i = 0; i < actor.topics.size(); ++i)
        actor.topics[i] = oneOf(random, topics());

    constexpr double kPulls[] = {1.0, 1.7, 1.15, 0.8, 0.5};
    const double tail = 1.0 / std::sqrt(1.0 - random.unit()); // a Pareto tail of index 2
    actor.pull = std::min(tail, 6.0) * kPulls[static_cast<std::size_t>(person.level)];
    actor.reach = actor.pull * actor.pull;
}

/// Whom nobody mentions, and who only know each other.
void setStandings(Story& story, Random& random, const std::vector<std::vector<std::uint32_t>>& byRegion)
{
    const auto at = [&](std::uint32_t who) -> Actor& { return story.people[who]; };
    const auto alone = (story.members * 9 + 71) / 142;
    for (std::size_t i = 0, tries = 0; i < alone && tries < 50 * alone && story.members > 2; ++tries) {
        const auto who = static_cast<std::uint32_t>(random.below(story.members));
        if (at(who).standing != Standing::main || (at(who).pull > 2 && tries < 20 * alone))
            continue;
        at(who).standing = Standing::alone;
        ++i;
    }
    if (story.members < 60)
        return;
    const auto groups = std::max<std::size_t>(1, story.members / 142);
    constexpr struct
    {
        std::size_t region;
        std::size_t people;
    } kGroups[] = {{1, 2}, {4, 3}};
    for (std::size_t i = 0; i < groups; ++i) {
        for (const auto& group : kGroups) {
            std::size_t found = 0;
            for (std::size_t tries = 0; found < group.people && tries < 200; ++tries) {
                auto& actor = at(oneOf(random, byRegion[group.region]));
                if (actor.standing != Standing::main || actor.pull > 3)
                    continue;
                actor.standing = Standing::smallGroup;
                actor.heard = Heard::longAgo;
                ++found;
            }
        }
    }
}

/// In each region as many as its words say were heard from in a year, the lively ones rather than the quiet.
void setHeard(Story& story, Random& random, const std::vector<std::vector<std::uint32_t>>& byRegion)
{
    const Date recent = story.recentFrom();
    for (std::size_t region = 0; region < byRegion.size(); ++region) {
        std::vector<std::pair<double, std::uint32_t>> order;
        for (const auto who : byRegion[region]) {
            const auto& actor = story.people[who];
            const double luck = random.unit();
            if (actor.standing != Standing::smallGroup)
                order.emplace_back(-(actor.pull + 3 * luck), who);
        }
        std::sort(order.begin(), order.end());
        const auto heard = static_cast<std::size_t>(
            std::lround(static_cast<double>(byRegion[region].size()) * regions()[region].heard));
        for (std::size_t i = std::min(heard, order.size()); i < order.size(); ++i) {
            auto& actor = story.people[order[i].second];
            const bool isNew = actor.person.joined && actor.person.joined->addDays(60) > recent;
            actor.heard = isNew || random.chance(0.1) ? Heard::never : Heard::longAgo;
        }
    }
}

void addFormer(Story& story, Random& random, Namer& namer)
{
    story.former = (story.members * 20 + 71) / 142;
    for (std::size_t i = 0; i < story.former; ++i) {
        Actor actor;
        const auto& model = story.people[static_cast<std::size_t>(random.below(story.members))];
        actor.region = model.region;
        actor.school = model.school;
        actor.person.name = namer.next();
        actor.person.region = model.person.region;
        addRecord(random, story, actor);
        const Date left = story.on.addDays(-random.between(30, 1000));
        actor.person.joined = left.addDays(-random.between(250, 1800));
        actor.person.left = left;
        actor.person.leftReason = oneOf(random, leaveReasons());
        if (left.addDays(400) < story.on && random.chance(0.3))
            actor.person.archived = left.addDays(365);
        actor.heard = Heard::longAgo;
        story.people.push_back(std::move(actor));
    }
}

void addStaffAndOutside(Story& story, Random& random, Namer& namer)
{
    constexpr std::string_view kStaffRoles[] = {"Network weaver", "Network weaver", "Director"};
    story.staff = kStaff;
    for (const auto role : kStaffRoles) {
        Actor actor;
        actor.person.kind = PersonKind::staff;
        actor.person.name = namer.next();
        actor.person.role = role;
        actor.person.consent = ShowConsent::byName;
        actor.person.email = plainLetters(actor.person.name, '.') + "@ashlands.example";
        actor.person.joined = story.on.addMonths(-random.between(40, 80));
        actor.topics.fill(topics().front());
        story.people.push_back(std::move(actor));
    }
    if (story.members == 0)
        return;
    for (const auto& partner : partners()) {
        Actor actor;
        actor.school = static_cast<int>(story.schools.size());
        story.schools.push_back({{}, std::string(partner.name), std::string(partner.kind), {}});
        actor.person.kind = PersonKind::outside;
        actor.person.name = namer.next();
        actor.person.role = partner.role;
        actor.topics.fill(oneOf(random, topics()));
        story.people.push_back(std::move(actor));
    }
}

} // namespace

void addPeople(Story& story)
{
    auto random = story.random(1);
    Namer namer(story.random(2));
    addSchools(story);

    std::vector<std::vector<int>> schoolsOf(regions().size());
    for (std::size_t i = 0; i < story.schools.size(); ++i)
        for (std::size_t region = 0; region < regions().size(); ++region)
            if (story.schools[i].region == regions()[region].name)
                schoolsOf[region].push_back(static_cast<int>(i));

    // Members of the regions are mixed in the file, as they would be on a list by the day they joined.
    std::vector<int> regionOf;
    const auto sizes = sizesOfRegions(story.members);
    for (std::size_t region = 0; region < sizes.size(); ++region)
        regionOf.insert(regionOf.end(), sizes[region], static_cast<int>(region));
    for (std::size_t i = regionOf.size(); i > 1; --i)
        std::swap(regionOf[i - 1], regionOf[static_cast<std::size_t>(random.below(i))]);

    std::vector<std::vector<std::uint32_t>> byRegion(regions().size());
    story.people.reserve(story.members + story.members / 6 + 16);
    for (std::size_t i = 0; i < story.members; ++i) {
        Actor actor;
        actor.region = regionOf[i];
        const auto region = static_cast<std::size_t>(actor.region);
        actor.school = oneOf(random, schoolsOf[region]);
        actor.person.name = namer.next();
        actor.person.region = regions()[region].name;
        actor.person.joined = joiningDay(random, story.on);
        addRecord(random, story, actor);
        byRegion[region].push_back(static_cast<std::uint32_t>(i));
        story.people.push_back(std::move(actor));
    }
    setStandings(story, random, byRegion);
    setHeard(story, random, byRegion);
    for (std::size_t i = 0; i < story.members; ++i) {
        const auto& host = story.people[static_cast<std::size_t>(random.below(story.members))].person;
        Person& guest = story.people[i].person;
        if (random.chance(0.4) && *host.joined < *guest.joined)
            guest.about = "Came through " + host.name + ".";
    }
    if (story.members > 0)
        addFormer(story, random, namer);
    addStaffAndOutside(story, random, namer);
    constexpr std::size_t kShifts[] = {0, 0, 0, 1, 1, 2};
    for (std::size_t i = 0; i < story.firstStaff(); ++i)
        story.people[i].caller = static_cast<std::uint32_t>(story.firstStaff() + oneOf(random, kShifts));
}

} // namespace weavemap::actions::demo
