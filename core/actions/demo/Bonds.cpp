// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "core/actions/demo/Names.h"
#include "core/actions/demo/Story.h"

namespace weavemap::actions::demo {

namespace {

constexpr double kAcross = 0.15; ///< of the ties lead to another region

/// Ties for each member: 3.0 at 142 members, a third of one more with each doubling (straight lines between doublings,
/// so that no library function decides).
double tiesPerMember(std::size_t members)
{
    double rate = 3.0;
    double at = 142.0;
    const auto n = static_cast<double>(members);
    for (; at * 2 <= n; at *= 2)
        rate += 0.33;
    for (; at > n && at > 2; at /= 2)
        rate -= 0.33;
    return std::max(1.0, rate + 0.33 * (n / at - 1.0));
}

TieDepth someDepth(Random& random)
{
    const double at = random.unit();
    return at < 0.18 ? TieDepth::rely : at < 0.76 ? TieDepth::exchange : at < 0.92 ? TieDepth::talked : TieDepth::aware;
}

/// Draws ties between the current members.
class Weaver
{
public:
    explicit Weaver(Story& story) : m_story(story), m_random(story.random(3)), m_friends(story.people.size()) {}

    void weave()
    {
        arrange();
        for (std::size_t region = 0; region < m_inRegion.size(); ++region)
            joinRegion(region);
        joinRegions();
        smallGroups();
        const auto target = static_cast<std::size_t>(tiesPerMember(m_story.members) * static_cast<double>(m_main));
        const auto across = static_cast<std::size_t>(kAcross * static_cast<double>(target));
        for (std::size_t tries = 0; m_across < across && tries < 40 * across; ++tries)
            tieAcross();
        for (std::size_t tries = 0; m_story.bonds.size() < target && tries < 40 * target; ++tries)
            tieInside();
    }

    /// Ties of those who have left, of staff and of outside people to members.
    void tieOthers()
    {
        for (std::size_t i = m_story.members; i < m_story.firstStaff(); ++i) {
            const auto who = static_cast<std::uint32_t>(i);
            const auto region = static_cast<std::size_t>(m_story.people[i].region);
            for (int ties = m_random.between(0, 3); ties > 0 && !m_inRegion[region].empty(); --ties) {
                const auto other = drawIn(region);
                const auto depth = someDepth(m_random);
                // Two who were never there at the same time do not know each other from here.
                if (m_story.people[other].person.joined->addDays(60) < *m_story.people[who].person.left)
                    add(who, other, depth);
            }
        }
        if (m_everybody.size() == 0)
            return;
        const auto fromStaff = std::min<std::size_t>(m_story.members / 8, 40);
        for (std::size_t i = m_story.firstStaff(); i < m_story.people.size(); ++i) {
            const bool isStaff = i < m_story.firstOutside();
            const auto ties = isStaff ? fromStaff : 1 + m_random.below(3);
            for (std::size_t tie = 0; tie < ties; ++tie)
                add(static_cast<std::uint32_t>(i), m_order[m_everybody.draw(m_random)],
                    isStaff ? TieDepth::exchange : someDepth(m_random));
        }
    }

private:
    /// Members of the main piece by region, the strongest first, with a wheel over each.
    void arrange()
    {
        m_inRegion.resize(regions().size());
        m_pull.resize(regions().size());
        for (std::size_t i = 0; i < m_story.members; ++i)
            if (m_story.people[i].standing == Standing::main)
                m_inRegion[static_cast<std::size_t>(m_story.people[i].region)].push_back(static_cast<std::uint32_t>(i));
        m_bySchool.resize(m_story.schools.size());
        for (std::size_t region = 0; region < m_inRegion.size(); ++region) {
            auto& people = m_inRegion[region];
            std::sort(people.begin(), people.end(), [&](std::uint32_t a, std::uint32_t b) {
                const double pullA = m_story.people[a].pull, pullB = m_story.people[b].pull;
                return pullA != pullB ? pullA > pullB : a < b;
            });
            for (const auto who : people) {
                const auto& actor = m_story.people[who];
                m_pull[region].add(actor.pull);
                m_everybody.add(actor.pull * regions()[region].liveliness);
                m_reach.add(actor.reach * regions()[region].liveliness);
                m_order.push_back(who);
                m_bySchool[static_cast<std::size_t>(actor.school)].push_back(who);
                ++m_main;
            }
        }
    }

    bool add(std::uint32_t a, std::uint32_t b, TieDepth depth, Bond::Weight weight = Bond::Weight::ordinary)
    {
        if (a == b || !m_pairs.insert((std::uint64_t{std::min(a, b)} << 32) | std::max(a, b)).second)
            return false;
        Bond bond;
        bond.a = a;
        bond.b = b;
        bond.depth = depth;
        bond.weight = weight;
        m_story.bonds.push_back(std::move(bond));
        m_friends[a].push_back(b);
        m_friends[b].push_back(a);
        return true;
    }

    std::uint32_t drawIn(std::size_t region) { return m_inRegion[region][m_pull[region].draw(m_random)]; }
    TieDepth firmDepth() { return m_random.chance(0.2) ? TieDepth::rely : TieDepth::exchange; }

    /// Ties each person of a region to a stronger one, so that the region is one piece.
    void joinRegion(std::size_t region)
    {
        const auto& people = m_inRegion[region];
        for (std::size_t i = 1; i < people.size(); ++i)
            add(people[i], people[m_pull[region].draw(m_random, 0, i)], firmDepth(), Bond::Weight::needed);
    }

    /// Ties some of the strongest people of neighbouring regions, so that the whole is one piece.
    void joinRegions()
    {
        const std::vector<std::uint32_t>* before = nullptr;
        for (const auto& people : m_inRegion) {
            if (people.empty())
                continue;
            for (std::size_t i = 0; before && i < 2; ++i) {
                const auto from = (*before)[std::min<std::size_t>(i, before->size() - 1)];
                if (add(from, people[std::min(i, people.size() - 1)], firmDepth(), Bond::Weight::needed))
                    ++m_across;
            }
            before = &people;
        }
    }

    /// Chains of two and three people.
    void smallGroups()
    {
        std::vector<std::uint32_t> open(regions().size(), kNobody);
        std::vector<std::size_t> length(regions().size(), 0);
        for (std::size_t i = 0; i < m_story.members; ++i) {
            const auto& actor = m_story.people[i];
            if (actor.standing != Standing::smallGroup)
                continue;
            const auto region = static_cast<std::size_t>(actor.region);
            const auto who = static_cast<std::uint32_t>(i);
            if (open[region] != kNobody)
                add(open[region], who, TieDepth::exchange, Bond::Weight::needed);
            open[region] = who;
            if (++length[region] == (region == 1 ? 2U : 3U)) {
                open[region] = kNobody;
                length[region] = 0;
            }
        }
    }

    void tieAcross()
    {
        if (m_reach.size() == 0)
            return;
        const auto one = m_order[m_reach.draw(m_random)];
        // Half of what the go-betweens have leads to ordinary members.
        const auto other = m_random.chance(0.5) ? m_order[m_reach.draw(m_random)] : m_order[m_everybody.draw(m_random)];
        if (m_story.people[one].region != m_story.people[other].region && add(one, other, someDepth(m_random)))
            ++m_across;
    }

    void tieInside()
    {
        const auto one = m_order[m_everybody.draw(m_random)];
        const auto& actor = m_story.people[one];
        const auto region = static_cast<std::size_t>(actor.region);
        std::uint32_t other = one;
        const double way = m_random.unit();
        if (way < 0.5 && !m_friends[one].empty()) { // a contact's contact
            const auto& others = m_friends[oneOf(m_random, m_friends[one])];
            other = oneOf(m_random, others);
        } else if (way < 0.75) {
            other = oneOf(m_random, m_bySchool[static_cast<std::size_t>(actor.school)]);
        } else {
            other = drawIn(region);
        }
        if (m_story.people[other].region == actor.region)
            add(one, other, someDepth(m_random));
    }

    static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

    Story& m_story;
    Random m_random;
    std::vector<std::vector<std::uint32_t>> m_friends;  ///< by person
    std::vector<std::vector<std::uint32_t>> m_inRegion; ///< the strongest first
    std::vector<std::vector<std::uint32_t>> m_bySchool;
    std::vector<Wheel> m_pull;          ///< over `m_inRegion`
    std::vector<std::uint32_t> m_order; ///< everybody of the main piece
    Wheel m_everybody;                  ///< over `m_order`
    Wheel m_reach;                      ///< over `m_order`
    std::unordered_set<std::uint64_t> m_pairs;
    std::size_t m_main = 0;
    std::size_t m_across = 0;
};

} // namespace

void addBonds(Story& story)
{
    Weaver weaver(story);
    weaver.weave();
    weaver.tieOthers();
}

} // namespace weavemap::actions::demo
