// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/TiePlanner.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "core/base/Text.h"

namespace weavemap::actions {

namespace {

constexpr std::size_t kPollEvery = 4096;
constexpr std::string_view kImportFact = "import:";
/// A sentence that names more people than this helps nobody.
constexpr std::size_t kMostCandidates = 20;

/// FNV-1a (Fowler, Noll, Vo) over 64 bits, twice with different starts: tells files apart, keeps no secret.
class Fingerprint
{
public:
    void add(std::string_view bytes)
    {
        addNumber(bytes.size());
        for (const char byte : bytes)
            addByte(static_cast<unsigned char>(byte));
    }
    void addNumber(std::uint64_t number)
    {
        for (int shift = 0; shift < 64; shift += 8)
            addByte(static_cast<unsigned char>(number >> shift));
    }
    void add(double number)
    {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &number, sizeof bits);
        addNumber(bits);
    }
    std::string hex() const
    {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (const std::uint64_t half : {m_first, m_second})
            for (int shift = 60; shift >= 0; shift -= 4)
                text.push_back(digits[(half >> shift) & 15U]);
        return text;
    }

private:
    void addByte(unsigned char byte)
    {
        m_first = (m_first ^ byte) * kPrime;
        m_second = (m_second ^ static_cast<unsigned char>(byte + 101)) * kPrime;
    }

    static constexpr std::uint64_t kPrime = 0x100000001B3ULL;
    std::uint64_t m_first = 0xCBF29CE484222325ULL;
    std::uint64_t m_second = 0x84222325CBF29CE4ULL;
};

std::vector<std::string> candidateNames(const std::string& text, const ImportBasis& basis,
                                        ImportBasis::Found candidates)
{
    std::vector<std::string> args{text};
    for (const PersonId id : candidates.first(std::min(candidates.size(), kMostCandidates)))
        args.push_back(basis.person(id)->name + " (" + id.toString() + ")");
    return args;
}

/// The word of a frequency in an error's arguments.
std::string_view wordOf(TieContact contact)
{
    switch (contact) {
    case TieContact::unknown:
        return "unknown";
    case TieContact::yearly:
        return "yearly";
    case TieContact::eachTerm:
        return "eachTerm";
    case TieContact::monthly:
        return "monthly";
    case TieContact::weekly:
        return "weekly";
    }
    return {};
}

std::string shortNumber(double number)
{
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, number);
    return error == std::errc() ? std::string(text, end) : std::string();
}

} // namespace

std::string TiePlanner::digest() const
{
    Fingerprint print;
    for (const exchange::ImportedTie& tie : m_network.ties) {
        for (const exchange::TieEnd* end : {&tie.source, &tie.target}) {
            const bool byRow = end->text.empty() && end->person < m_network.people.size();
            print.add(byRow ? std::string_view(m_network.people[end->person].name) : std::string_view(end->text));
        }
        print.add(tie.weight);
        print.addNumber(tie.depth ? static_cast<std::uint64_t>(*tie.depth) + 1 : 0);
        print.add(tie.topic);
    }
    return print.hex();
}

Result<> TiePlanner::run(const RunContext& run)
{
    if (m_network.directed && m_basis.fact("directed").empty()) {
        m_plan.facts.emplace_back("directed", "1");
        m_basis.putFact("directed", "1");
    }
    if (m_network.ties.empty())
        return {};
    const std::string key = std::string(kImportFact) + digest();
    m_importedAs = m_basis.fact(key);
    m_plan.sameFileAgain = !m_importedAs.empty();

    for (std::size_t i = 0; i < m_network.ties.size(); ++i) {
        if (i % kPollEvery == 0 && run.cancelled())
            return fail(ErrorCode::cancelled);
        planRow(m_network.ties[i]);
    }
    for (const Sum& sum : m_sums)
        store(sum);
    if (!m_plan.sameFileAgain && !m_sums.empty()) {
        // A file needs some name to be recognised by, also where it came without one.
        const std::string name = m_options.fileName.empty() ? "import" : m_options.fileName;
        m_plan.facts.emplace_back(key, name);
        m_basis.putFact(key, name);
    }
    return {};
}

Result<PersonId> TiePlanner::personAt(const exchange::TieEnd& end, ImportRow& line)
{
    if (end.person != exchange::TieEnd::kByText && end.person < m_network.people.size()) {
        const PersonId person = m_people.personOfRow(end.person);
        if (!person)
            return fail(ErrorCode::notFound, {"person", m_network.people[end.person].name});
        return person;
    }
    const ImportBasis::Found byId = m_basis.bySourceId(end.text);
    if (byId.size() == 1)
        return byId.front();
    if (byId.size() > 1)
        return fail(ErrorCode::ambiguousName, candidateNames(end.text, m_basis, byId));
    const ImportBasis::Found byName = m_basis.byName(end.text);
    if (byName.size() == 1)
        return byName.front();
    if (byName.size() > 1)
        return fail(ErrorCode::ambiguousName, candidateNames(end.text, m_basis, byName));
    if (trimmed(end.text).empty())
        return fail(ErrorCode::missingName, {"person"});
    const ImportBasis::Found alike = m_basis.alikeInWords(end.text);
    if (alike.size() > 1)
        return fail(ErrorCode::ambiguousName, candidateNames(end.text, m_basis, alike));
    if (alike.empty())
        return m_people.addImplied(end.text);
    line.takenFor.emplace_back(end.text, m_basis.person(alike.front())->name);
    return alike.front();
}

void TiePlanner::planRow(const exchange::ImportedTie& row)
{
    const auto textOf = [this](const exchange::TieEnd& end) {
        return end.text.empty() && end.person < m_network.people.size() ? m_network.people[end.person].name : end.text;
    };
    ImportRow line;
    line.line = row.line;
    line.what = ImportRow::What::tie;
    line.text = textOf(row.source);
    line.other = textOf(row.target);
    const auto put = [this, &line](RowFate fate) {
        line.fate = fate;
        m_plan.rejected += fate == RowFate::rejected ? 1 : 0;
        m_plan.rows.push_back(std::move(line));
    };
    if (m_options.choices.leaveOut.contains(row.line))
        return put(RowFate::rejected);
    // Both ends are asked for before either can fail, so that a person named in a rejected row is still a person.
    const Result<PersonId> source = personAt(row.source, line);
    const Result<PersonId> target = personAt(row.target, line);
    if (!source || !target) {
        line.reason = source ? target.error() : source.error();
        line.takenFor.clear(); // nobody is taken for anybody in a row that is left out
        return put(RowFate::rejected);
    }
    if (*source == *target) {
        ++m_plan.selfLoops;
        return put(RowFate::selfLoop);
    }

    const PersonPair pair = *source < *target ? PersonPair{*source, *target} : PersonPair{*target, *source};
    // Weights that add up to more than a number holds would make the whole file fail.
    const auto before = m_sumOf.find(pair);
    const Tie* const stands = m_basis.tie(pair.first, pair.second);
    if (!std::isfinite((stands ? stands->weight : 0.0) + row.weight +
                       (before != m_sumOf.end() ? m_sums[before->second].weight() : 0.0))) {
        line.reason = Error(ErrorCode::badNumber, {shortNumber(row.weight)});
        return put(RowFate::rejected);
    }
    const auto [at, isNew] = m_sumOf.try_emplace(pair, m_sums.size());
    if (isNew) {
        m_sums.emplace_back();
        m_sums.back().a = pair.first;
        m_sums.back().b = pair.second;
    }
    Sum& sum = m_sums[at->second];
    bool again = false;
    if (row.directed) {
        Arc& arc = *source == sum.a ? sum.forward : sum.backward;
        again = std::exchange(arc.stated, true);
        arc.weight += row.weight;
        if (arc.topic.empty())
            arc.topic = row.topic;
    } else {
        again = std::exchange(sum.statedUndirected, true);
        sum.undirected += row.weight;
    }
    if (row.depth)
        sum.depth = sum.depth ? std::max(*sum.depth, *row.depth) : *row.depth;
    addManner(row, stands, sum);
    if (again) {
        ++m_plan.merged;
        return put(RowFate::merged);
    }
    return put(m_basis.tie(sum.a, sum.b) ? RowFate::matched : RowFate::added);
}

void TiePlanner::addManner(const exchange::ImportedTie& row, const Tie* stands, Sum& sum)
{
    sum.contact = std::max(sum.contact, row.contact);
    if (stands && stands->contact != TieContact::unknown && row.contact != TieContact::unknown &&
        row.contact != stands->contact)
        m_plan.notices.push_back(
            {row.line, Error(ErrorCode::duplicateTie, {m_basis.person(sum.a)->name, m_basis.person(sum.b)->name,
                                                       std::string(wordOf(stands->contact))})});
    if (!row.since)
        return;
    if (*row.since > m_options.on)
        m_plan.notices.push_back({row.line, Error(ErrorCode::outOfRange, {"since", row.since->toIso()})});
    else
        sum.since = sum.since ? std::min(*sum.since, *row.since) : *row.since;
}

void TiePlanner::store(const Sum& sum)
{
    const std::optional<TieDepth> stated = sum.depth ? sum.depth : m_options.depth;
    const Tie* const known = m_basis.tie(sum.a, sum.b);
    Tie tie;
    if (!known) {
        tie.id = m_ids.mint<TieId>();
        tie.a = sum.a;
        tie.b = sum.b;
        tie.depth = stated.value_or(TieDepth::exchange);
        tie.contact = sum.contact;
        tie.weight = sum.weight();
        tie.firstSeen = sum.since;
        tie.lastConfirmed = m_options.on;
        m_plan.ties.push_back(tie);
        ++m_plan.newTies;
    } else {
        tie = *known;
        ++m_plan.matchedTies;
        const bool toldBefore = !m_importedAs.empty() && m_basis.wasImportedFrom(tie.id, m_importedAs);
        const TieDepth offered = stated.value_or(tie.depth == TieDepth::unknown ? TieDepth::exchange : tie.depth);
        tie.depth = std::max(tie.depth, offered);
        if (!toldBefore) {
            tie.weight += sum.weight();
            if (!tie.lastConfirmed || *tie.lastConfirmed < m_options.on)
                if (!tie.firstSeen || *tie.firstSeen <= m_options.on)
                    tie.lastConfirmed = m_options.on;
            if (tie.ended && *tie.ended <= m_options.on)
                tie.ended.reset();
        }
        // These are filled, and the first day moves to an earlier one: what is known is not overwritten.
        if (tie.contact == TieContact::unknown)
            tie.contact = sum.contact;
        Tie dated = tie;
        if (sum.since && (!tie.firstSeen || *sum.since < *tie.firstSeen))
            dated.firstSeen = sum.since;
        if (validate(dated))
            tie = dated;
        if (tie != *known)
            m_plan.changedTies.push_back(tie);
        if (toldBefore) {
            storeArc(sum.forward, tie.id, sum.a, sum.b, true);
            storeArc(sum.backward, tie.id, sum.b, sum.a, true);
            m_basis.put(tie);
            return;
        }
    }
    m_basis.put(tie);
    Evidence evidence;
    evidence.id = m_ids.mint<EvidenceId>();
    evidence.tie = tie.id;
    evidence.kind = EvidenceKind::imported;
    evidence.source = m_options.fileName;
    evidence.on = m_options.on;
    m_plan.evidence.push_back(evidence);
    m_basis.addImported(tie.id, evidence.source);
    storeArc(sum.forward, tie.id, sum.a, sum.b, false);
    storeArc(sum.backward, tie.id, sum.b, sum.a, false);
}

void TiePlanner::storeArc(const Arc& arc, TieId tie, PersonId from, PersonId to, bool toldBefore)
{
    if (!arc.stated)
        return;
    if (const Overlay* const known = m_basis.names(from, to)) {
        if (toldBefore)
            return;
        Overlay overlay = *known;
        overlay.weight += arc.weight;
        m_plan.changedOverlays.push_back(overlay);
        m_basis.put(overlay);
        return;
    }
    Overlay overlay;
    overlay.id = m_ids.mint<OverlayId>();
    overlay.tie = tie;
    overlay.from = from;
    overlay.to = to;
    overlay.kind = OverlayKind::names;
    overlay.topic = arc.topic;
    overlay.weight = arc.weight;
    m_plan.overlays.push_back(overlay);
    ++m_plan.newArcs;
    m_basis.put(overlay);
}

} // namespace weavemap::actions
