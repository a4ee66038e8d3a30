// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ProposalBoard.h"

#include <algorithm>
#include <utility>

#include <QMenu>
#include <QVBoxLayout>

#include "core/weaving/PeopleIndex.h"
#include "ui/base/Convert.h"
#include "ui/conversations/ProposalEntries.h"

namespace weavemap::ui {

namespace {

using State = ProposalChip::State;
using weaving::ProposalKind;

/// A pasted book proposes thousands; nobody looks through more than this, and what is not shown is not stored.
constexpr std::size_t kMostShown = 200;
constexpr std::size_t kMostNamesSaid = 3;

EntryGroup groupOf(ProposalKind kind)
{
    switch (kind) {
    case ProposalKind::person:
        return EntryGroup::people;
    case ProposalKind::tie:
        return EntryGroup::ties;
    case ProposalKind::need:
    case ProposalKind::offer:
        return EntryGroup::needs;
    case ProposalKind::followUp:
        return EntryGroup::steps;
    case ProposalKind::project:
    case ProposalKind::barrier:
        return EntryGroup::work;
    default:
        return EntryGroup::asked;
    }
}

State stateOf(std::optional<Decision> decision, bool isSure)
{
    if (!decision)
        return isSure ? State::taken : State::left;
    switch (*decision) {
    case Decision::taken:
        return State::taken;
    case Decision::refused:
        return State::refused;
    default:
        return State::left;
    }
}

std::string newcomerOf(const NoteProposal& proposal)
{
    const auto& people = proposal.said.people;
    return proposal.said.kind == ProposalKind::person && !people.empty() ? weaving::foldedName(people.front().name)
                                                                         : std::string();
}

/// Wherever it stands in the text by now.
bool isSame(const NoteProposal& one, const NoteProposal& other)
{
    return one.said.kind == other.said.kind && one.said.people == other.said.people &&
           one.said.text == other.said.text && one.words == other.words;
}

QString keyOf(const NoteProposal& proposal)
{
    return QStringLiteral("%1\n%2\n").arg(static_cast<int>(proposal.said.kind)).arg(proposal.words) +
           toQString(proposal.said.text);
}

QString spoken(const std::vector<PersonChoice>& candidates)
{
    QStringList names;
    for (const PersonChoice& person : candidates) {
        if (static_cast<std::size_t>(names.size()) == kMostNamesSaid)
            return ProposalBoard::tr("%1 and others").arg(names.join(QStringLiteral(", ")));
        names << person.name;
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

ProposalBoard::ProposalBoard(const EntrySections& sections, std::function<QString(PersonId)> who, QObject* parent)
    : QObject(parent), m_sections(sections), m_who(std::move(who))
{}

void ProposalBoard::setStanding(Standing standing)
{
    m_standing = std::move(standing);
    work();
}

BoardSays ProposalBoard::standingOf(const NoteProposal& proposal) const
{
    const auto& people = proposal.said.people;
    if (!m_standing || proposal.said.kind != ProposalKind::introduction || people.size() < 2 || !people[0].id ||
        !people[1].id)
        return {};
    return m_standing(people[0].id, people[1].id);
}

void ProposalBoard::setInput(const CallInput& input)
{
    m_decisions = ProposalDecisions(input.decisions);
    m_page = input;
    m_read = {};
    m_leaveNext = false;
    m_leftUnseen.clear();
    work();
}

void ProposalBoard::setRead(const NoteRead& read)
{
    m_read = read;
    work();
    m_leaveNext = false;
}

void ProposalBoard::setPage(const CallInput& page)
{
    m_page = page;
    work();
}

void ProposalBoard::work()
{
    m_lines.clear();
    for (const OpenName& name : m_read.openNames)
        if (m_lines.size() < kMostShown)
            m_lines.push_back({std::nullopt, name, EntryGroup::people, State::asking, nullptr});
    for (const OpenName& name : m_read.settledNames)
        if (m_lines.size() < kMostShown)
            m_lines.push_back({std::nullopt, name, EntryGroup::people, State::asking, nullptr});
    const auto decided = m_decisions.follow(m_read.proposals);
    if (m_leaveNext)
        for (const NoteProposal& proposal : m_read.proposals)
            m_leftUnseen.insert(keyOf(proposal));
    std::size_t next = 0;
    for (; next < decided.size() && m_lines.size() < kMostShown; ++next)
        addLine(m_read.proposals[next], decided[next]);
    // Whom a shown one would add is shown with it, however far down.
    std::set<std::string> newcomers;
    for (const Line& line : m_lines)
        if (line.proposal) {
            for (const weaving::Who& who : line.proposal->said.people)
                if (!who.id)
                    newcomers.insert(weaving::foldedName(who.name));
            if (const auto& from = line.proposal->said.heardFrom; from && !from->id)
                newcomers.insert(weaving::foldedName(from->name));
        }
    for (; next < decided.size(); ++next)
        if (const std::string name = newcomerOf(m_read.proposals[next]); !name.empty() && newcomers.contains(name))
            addLine(m_read.proposals[next], decided[next]);
    addNewcomersState();
    present();
}

void ProposalBoard::addLine(const NoteProposal& proposal, std::optional<Decision> decision)
{
    if (!decision && !m_leftUnseen.empty() && m_leftUnseen.contains(keyOf(proposal))) {
        m_decisions.decide(proposal, Decision::left);
        decision = Decision::left;
    }
    if (decision == Decision::changed || isOnPage(proposal.said, m_page))
        return;
    const BoardSays board = standingOf(proposal);
    const State state = board.isApart ? State::refused : stateOf(decision, proposal.said.isSure());
    m_lines.push_back({proposal, std::nullopt, groupOf(proposal.said.kind), state, nullptr, board});
}

void ProposalBoard::addNewcomersState()
{
    // What names somebody new goes with them: nobody is added whom the user did not take.
    for (const Line& person : m_lines) {
        if (!person.proposal || person.state == State::taken)
            continue;
        const std::string name = newcomerOf(*person.proposal);
        if (name.empty())
            continue;
        for (Line& line : m_lines)
            if (line.proposal && line.state == State::taken && namesNewcomer(line.proposal->said, name))
                line.state = person.state;
    }
}

void ProposalBoard::present()
{
    const PersonChoice about = m_page.participants.empty() ? PersonChoice{} : m_page.participants.front();
    std::array<std::size_t, kEntryGroups> counts{};
    for (const Line& line : m_lines)
        ++counts[static_cast<std::size_t>(line.group)];
    bool isOther = false;
    for (std::size_t group = 0; group < kEntryGroups; ++group)
        isOther = fit(static_cast<EntryGroup>(group), counts[group]) || isOther;
    counts.fill(0);
    for (Line& line : m_lines) {
        const auto group = static_cast<std::size_t>(line.group);
        line.chip = m_chips[group][counts[group]++];
        if (line.proposal) {
            line.chip->present(faceOf(*line.proposal, about, line.board), line.proposal->words,
                               doubtWords(line.proposal->said.doubt), line.state);
            continue;
        }
        line.chip->present(faceOfName(*line.name), {}, {}, line.state);
    }
    if (isOther)
        Q_EMIT chipsChanged();
    Q_EMIT presented();
    // The chip in hand may say something else by now.
    for (const Line& line : m_lines)
        if (line.chip->hasFocus())
            Q_EMIT lit(line.proposal ? line.proposal->place : line.name->place);
}

ProposalFace ProposalBoard::faceOfName(const OpenName& open) const
{
    const QString name = open.words.startsWith(QLatin1Char('@')) ? open.words.mid(1) : open.words;
    ProposalFace face{QStringLiteral("person"), ColorRole::accent, tr("Name"), tr("Which %1?").arg(name),
                      spoken(open.candidates)};
    if (!open.meant.isSomebody())
        return face;
    const bool isWhole = name.compare(open.meant.name, Qt::CaseInsensitive) == 0;
    const QString who = isWhole && open.meant.id ? m_who(open.meant.id) : QString();
    face.iconRole = ColorRole::muted;
    face.title = isWhole ? open.meant.name : tr("%1 is %2").arg(name, open.meant.name);
    face.facts = who.isEmpty() ? QString() : who + QStringLiteral(" \u00B7 ");
    face.facts += tr("not %1; Enter chooses").arg(spoken({open.candidates.begin() + 1, open.candidates.end()}));
    return face;
}

/// Whether chips came or went.
bool ProposalBoard::fit(EntryGroup group, std::size_t count)
{
    auto& chips = m_chips[static_cast<std::size_t>(group)];
    if (chips.size() == count)
        return false;
    while (chips.size() < count)
        chips.push_back(makeChip(group));
    bool isLost = false;
    while (chips.size() > count) {
        ProposalChip* chip = chips.back();
        chips.pop_back();
        isLost = isLost || chip->hasFocus();
        chip->disconnect(this);
        chip->hide();
        chip->deleteLater();
    }
    if (isLost && chips.empty())
        Q_EMIT focusLost();
    else if (isLost)
        chips.back()->setFocus(Qt::TabFocusReason);
    return true;
}

ProposalChip* ProposalBoard::makeChip(EntryGroup group)
{
    auto* chip = new ProposalChip;
    m_sections.of(group).proposals->addWidget(chip);
    chip->show();
    connect(chip, &ProposalChip::turned, this, [this, chip] { turn(chip); });
    connect(chip, &ProposalChip::opened, this, [this, chip] { open(chip); });
    connect(chip, &ProposalChip::leftOut, this, [this, chip] { leaveOut(chip); });
    connect(chip, &ProposalChip::focused, this, [this, chip](bool isIn) {
        const Line* line = isIn ? lineOf(chip) : nullptr;
        if (!line)
            Q_EMIT lit(std::nullopt);
        else
            Q_EMIT lit(line->proposal ? line->proposal->place : line->name->place);
    });
    return chip;
}

ProposalBoard::Line* ProposalBoard::lineOf(const ProposalChip* chip)
{
    const auto line =
        std::find_if(m_lines.begin(), m_lines.end(), [chip](const Line& one) { return one.chip == chip; });
    return line == m_lines.end() ? nullptr : &*line;
}

void ProposalBoard::turn(ProposalChip* chip)
{
    const Line* line = lineOf(chip);
    if (!line)
        return;
    if (line->name) {
        ask(*line);
        return;
    }
    if (line->state == State::taken)
        decide(NoteProposal(*line->proposal), Decision::refused);
    else
        take(NoteProposal(*line->proposal));
}

void ProposalBoard::take(const NoteProposal& proposal)
{
    if (standingOf(proposal).isApart) {
        const auto& people = proposal.said.people;
        Q_EMIT said(apartSentence(toQString(people[0].name), toQString(people[1].name)));
        return;
    }
    // Whoever it names and is new is taken with it.
    for (const Line& person : m_lines)
        if (person.proposal && person.state != State::taken)
            if (const std::string name = newcomerOf(*person.proposal);
                !name.empty() && namesNewcomer(proposal.said, name))
                m_decisions.decide(*person.proposal, Decision::taken);
    decide(proposal, Decision::taken);
}

void ProposalBoard::putBack(const NoteProposal& proposal)
{
    if (proposal.said.isSure() || standingOf(proposal).isApart)
        take(proposal);
    else
        decide(proposal, Decision::left);
}

void ProposalBoard::open(ProposalChip* chip)
{
    const Line* line = lineOf(chip);
    // What was left out is seen again before anything is done with it.
    if (line && line->proposal && line->state == State::refused) {
        putBack(NoteProposal(*line->proposal));
        return;
    }
    if (!line || line->name || line->proposal->said.kind == ProposalKind::person) {
        turn(chip);
        return;
    }
    const NoteProposal proposal = *line->proposal;
    const Decision was = line->state == State::taken ? Decision::taken : Decision::left;
    m_decisions.decide(proposal, Decision::changed);
    Q_EMIT changeRequested(proposal, was);
    work();
    Q_EMIT decided();
}

void ProposalBoard::leaveOut(ProposalChip* chip)
{
    const Line* line = lineOf(chip);
    if (!line || !line->proposal)
        return;
    // The same key puts back what is left out.
    if (line->state == State::refused)
        putBack(NoteProposal(*line->proposal));
    else
        decide(NoteProposal(*line->proposal), Decision::refused);
}

void ProposalBoard::ask(const Line& line)
{
    auto* menu = new QMenu(line.chip);
    menu->setObjectName(QStringLiteral("whichPerson"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PersonChoice& person : line.name->candidates) {
        const bool isNew = person.state == PersonChoice::State::added;
        QString text = isNew ? tr("New person \u201C%1\u201D").arg(person.name) : person.name;
        if (const QString who = person.id ? m_who(person.id) : QString(); !who.isEmpty())
            text += QStringLiteral(" \u00B7 ") + who;
        connect(menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&"))), &QAction::triggered, this,
                [this, words = line.name->words, person] { Q_EMIT settled(words, person); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(line.chip->mapToGlobal(QPoint(0, line.chip->height())));
}

void ProposalBoard::decide(const NoteProposal& proposal, Decision decision)
{
    m_decisions.decide(proposal, decision);
    work();
    Q_EMIT decided();
}

void ProposalBoard::refuse(const NoteProposal& proposal) { decide(proposal, Decision::refused); }

bool ProposalBoard::isSaid(const NoteProposal& proposal) const
{
    return std::any_of(m_read.proposals.begin(), m_read.proposals.end(),
                       [&proposal](const NoteProposal& one) { return isSame(one, proposal); });
}

void ProposalBoard::foldBack(const NoteProposal& proposal, Decision was, Keys keys)
{
    decide(proposal, was);
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&proposal](const Line& one) {
        return one.proposal && isSame(*one.proposal, proposal);
    });
    if (keys == Keys::take && line != m_lines.end())
        line->chip->setFocus(Qt::TabFocusReason);
}

std::vector<weaving::Proposal> ProposalBoard::taken() const
{
    std::vector<weaving::Proposal> proposals;
    for (const Line& line : m_lines)
        if (line.proposal && line.state == State::taken)
            proposals.push_back(line.proposal->said);
    return proposals;
}

int ProposalBoard::count() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.proposal.has_value(); }));
}

int ProposalBoard::takenCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.state == State::taken; }));
}

std::vector<ProposalChip*> ProposalBoard::chips(EntryGroup group) const
{
    return m_chips[static_cast<std::size_t>(group)];
}

} // namespace weavemap::ui
