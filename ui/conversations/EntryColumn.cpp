// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntryColumn.h"

#include <algorithm>
#include <optional>
#include <variant>

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/conversations/ItemEntry.h"
#include "ui/conversations/ProposalBoard.h"
#include "ui/conversations/StepEntry.h"
#include "ui/conversations/TieEntry.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

EntryGroup groupOf(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::project:
    case NoteItemKind::barrier:
        return EntryGroup::work;
    case NoteItemKind::introduction:
    case NoteItemKind::question:
        return EntryGroup::asked;
    default:
        return EntryGroup::needs;
    }
}

} // namespace

EntryColumn::~EntryColumn() = default;

EntryColumn::EntryColumn(PeopleModel& people, QWidget* parent) : QScrollArea(parent), m_people(people)
{
    setObjectName(QStringLiteral("callEntries"));
    setAccessibleName(tr("Will be recorded"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(space::k20, space::k24, space::k16, space::k24);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(EntrySections::kIndent, 0, EntrySections::kIndent, 0);
    head->addWidget(new TextLabel(tr("Will be recorded"), TextStyle::section), 1);
    m_count = new TextLabel({}, TextStyle::second, ColorRole::muted);
    m_count->setObjectName(QStringLiteral("entriesCount"));
    head->addWidget(m_count);
    column->addLayout(head);
    m_sections = std::make_unique<EntrySections>(*column, this);
    m_keys =
        new TextLabel(QStringLiteral("<b>%1</b> %2 &nbsp; <b>%3</b> %4 &nbsp; <b>%5</b> %6 &nbsp; <b>%7</b>&nbsp;%8")
                          .arg(tr("Up Down"), tr("choose"), tr("Space"), tr("take or leave"), tr("Enter"), tr("change"))
                          .arg(tr("Delete"), tr("leave out")),
                      TextStyle::caption, ColorRole::muted);
    m_keys->setObjectName(QStringLiteral("entryKeys"));
    m_keys->setTextFormat(Qt::RichText);
    m_keys->setWordWrap(true);
    m_keys->setContentsMargins(EntrySections::kIndent, space::k16, EntrySections::kIndent, 0);
    m_keys->hide();
    column->addWidget(m_keys);
    column->addStretch();
    setWidget(inner);

    wireAdders();
    wireBoard();
}

void EntryColumn::wireAdders()
{
    const auto adder = [this](EntryGroup group, std::size_t at) { return m_sections->of(group).adders[at]; };
    connect(adder(EntryGroup::ties, 0), &Button::clicked, this, [this] {
        TieInput tie;
        if (!m_participants.empty())
            tie.a = m_participants.front();
        tie.heardFrom = tie.a;
        addTie(tie);
        addAndOpen(m_ties.back());
    });
    const auto addsItem = [this](Button* button, NoteItemKind kind, NoteItemState state) {
        connect(button, &Button::clicked, this, [this, kind, state] {
            ItemInput item;
            item.stored.kind = kind;
            item.stored.state = state;
            addItem(item);
            addAndOpen(m_items.back());
        });
    };
    addsItem(adder(EntryGroup::needs, 0), NoteItemKind::need, NoteItemState::open);
    addsItem(adder(EntryGroup::needs, 1), NoteItemKind::offer, NoteItemState::standing);
    addsItem(adder(EntryGroup::work, 0), NoteItemKind::project, NoteItemState::open);
    addsItem(adder(EntryGroup::work, 1), NoteItemKind::barrier, NoteItemState::open);
    addsItem(adder(EntryGroup::asked, 0), NoteItemKind::question, NoteItemState::open);
    addsItem(adder(EntryGroup::asked, 1), NoteItemKind::introduction, NoteItemState::asked);
    connect(adder(EntryGroup::steps, 0), &Button::clicked, this, [this] {
        StepInput step;
        if (m_me)
            step.owner = PersonChoice::known(m_me, m_people.nameOf(m_me));
        addStep(step);
        addAndOpen(m_steps.back());
    });
}

void EntryColumn::wireBoard()
{
    m_board = new ProposalBoard(
        *m_sections, [this](PersonId person) { return whoIs(person); }, this);
    connect(m_board, &ProposalBoard::presented, this, &EntryColumn::updateCount);
    connect(m_board, &ProposalBoard::chipsChanged, this, [this] {
        m_sections->showPeople(!m_board->chips(EntryGroup::people).empty());
        Q_EMIT rowsChanged();
    });
    connect(m_board, &ProposalBoard::decided, this, &EntryColumn::changed);
    connect(m_board, &ProposalBoard::changeRequested, this, &EntryColumn::change);
    connect(m_board, &ProposalBoard::settled, this, &EntryColumn::settled);
    connect(m_board, &ProposalBoard::lit, this, &EntryColumn::lit);
    connect(m_board, &ProposalBoard::focusLost, this, &EntryColumn::focusLost);
    connect(m_board, &ProposalBoard::said, this, &EntryColumn::said);
}

QString EntryColumn::whoIs(PersonId person) const
{
    const int row = m_people.rowOf(person);
    return row < 0 ? QString() : m_people.index(row, PeopleModel::kName).data(PeopleModel::kWhoRole).toString();
}

void EntryColumn::setOffice(PersonId me, Date today)
{
    m_me = me;
    m_today = today;
}

void EntryColumn::setInput(const CallInput& input)
{
    for (EntryRow* row : rows())
        delete row;
    m_ties.clear();
    m_items.clear();
    m_steps.clear();
    m_origins.clear();
    m_participants = input.participants;
    setCall(input.conversation);
    for (const TieInput& tie : input.ties)
        if (!tie.isBlank())
            addTie(tie);
    for (const ItemInput& item : input.items)
        if (!item.isBlank())
            addItem(item);
    for (const StepInput& step : input.steps)
        if (!step.isBlank())
            addStep(step);
    m_board->setInput(input);
    Q_EMIT rowsChanged();
}

void EntryColumn::setStanding(std::function<BoardSays(PersonId, PersonId)> standing)
{
    m_board->setStanding(std::move(standing));
}

void EntryColumn::setCall(const Conversation& call)
{
    m_call = call;
    for (EntryRow* row : rows())
        row->setCall(call, m_me);
}

void EntryColumn::setRead(const NoteRead& read) { m_board->setRead(read); }

void EntryColumn::leaveNextRead() { m_board->leaveNext(); }

std::vector<weaving::Proposal> EntryColumn::taken() const { return m_board->taken(); }

void EntryColumn::change(const NoteProposal& proposal, Decision was)
{
    const ProposalEntry entry = entryFor(proposal, page(), [this](PersonId person) { return m_people.nameOf(person); });
    EntryRow* row = nullptr;
    if (const auto* tie = std::get_if<TieInput>(&entry)) {
        addTie(*tie);
        row = m_ties.back();
    } else if (const auto* item = std::get_if<ItemInput>(&entry)) {
        addItem(*item);
        row = m_items.back();
    } else if (const auto* step = std::get_if<StepInput>(&entry)) {
        addStep(*step);
        row = m_steps.back();
    }
    if (!row)
        return;
    m_origins.emplace(row, Origin{proposal, was, entryOf(row)});
    addAndOpen(row);
}

CallInput EntryColumn::page() const
{
    CallInput page;
    page.conversation.staff = m_me;
    page.participants = m_participants;
    readRows(page);
    return page;
}

void EntryColumn::presentPage() { m_board->setPage(page()); }

void EntryColumn::addTie(const TieInput& tie)
{
    auto* row = new TieEntry(m_people, tie, m_participants);
    m_ties.push_back(row);
    watch(row, EntryGroup::ties);
}

void EntryColumn::addItem(const ItemInput& item)
{
    ItemInput given = item;
    if (given.other.state == PersonChoice::State::known && given.other.name.isEmpty())
        given.other.name = m_people.nameOf(given.other.id);
    auto* row = new ItemEntry(m_people, given);
    row->setBank(m_bank);
    m_items.push_back(row);
    watch(row, groupOf(item.stored.kind));
}

void EntryColumn::setBank(const std::vector<weavemap::Question>& bank)
{
    m_bank = bank;
    for (ItemEntry* item : m_items)
        item->setBank(bank);
}

std::vector<QuestionId> EntryColumn::asked() const
{
    std::vector<QuestionId> ids;
    for (const ItemEntry* item : m_items)
        if (const QuestionId id = item->input().bank)
            ids.push_back(id);
    return ids;
}

void EntryColumn::turnAsked(const weavemap::Question& question)
{
    const auto row = std::find_if(m_items.begin(), m_items.end(),
                                  [&](const ItemEntry* item) { return item->input().bank == question.id; });
    if (row != m_items.end()) {
        drop(*row);
    } else {
        ItemInput item;
        item.stored.kind = NoteItemKind::question;
        item.text = toQString(question.text);
        item.bank = question.id;
        addItem(item);
    }
    presentPage();
    updateCount();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
}

void EntryColumn::addStep(const StepInput& step)
{
    auto* row = new StepEntry(m_people, step, m_me, m_today);
    row->setConcerned(concernedBy(step));
    m_steps.push_back(row);
    watch(row, EntryGroup::steps);
}

QString EntryColumn::concernedBy(const StepInput& step) const
{
    if (step.stored.id)
        return step.stored.person ? m_people.nameOf(step.stored.person) : QString();
    return m_participants.empty() ? QString() : m_participants.front().name;
}

void EntryColumn::watch(EntryRow* row, EntryGroup group)
{
    m_sections->of(group).rows->addWidget(row);
    row->setCall(m_call, m_me);
    row->show();
    row->fold(); // its line says what it holds, now that its fields are filled
    connect(row, &EntryRow::changed, this, [this] {
        presentPage();
        updateCount();
        Q_EMIT changed();
    });
    connect(row, &EntryRow::openRequested, this, [this, row] {
        if (row->isLeftOut())
            row->turnLeftOut();
        addAndOpen(row);
    });
    connect(row, &EntryRow::removeRequested, this, [this, row] { leaveOut(row); });
    connect(row, &EntryRow::done, this, [this, row] { close(row); });
    connect(row, &EntryRow::callLevelRequested, this, &EntryColumn::callLevelRequested);
    connect(row, &EntryRow::levelChosen, this, [this, row] { showWhole(row); });
}

void EntryColumn::openRow(EntryRow* row)
{
    for (EntryRow* other : rows())
        if (other != row)
            other->fold();
    row->setOpen();
}

void EntryColumn::addAndOpen(EntryRow* row)
{
    openRow(row);
    row->takeFocus(Qt::TabFocusReason);
    updateCount();
    Q_EMIT rowsChanged();
    showWhole(row);
    Q_EMIT changed();
}

void EntryColumn::leaveOut(EntryRow* row)
{
    if (!row->turnLeftOut()) {
        remove(row);
        return;
    }
    row->fold();
    row->takeFocus(Qt::TabFocusReason);
    updateCount();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
}

void EntryColumn::remove(EntryRow* row)
{
    const auto all = rows();
    const auto at = std::find(all.begin(), all.end(), row);
    const auto origin = m_origins.find(row);
    const auto proposal = origin == m_origins.end() ? std::nullopt : std::optional(origin->second.proposal);
    drop(row);
    const auto left = rows();
    const auto next = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - all.begin() - 1));
    if (next < left.size())
        left[next]->takeFocus(Qt::TabFocusReason);
    else
        m_sections->of(EntryGroup::ties).adders.front()->setFocus(Qt::TabFocusReason);
    // What stood for a proposal and is left out is a proposal that is left out.
    if (proposal)
        m_board->refuse(*proposal);
    presentPage();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
}

void EntryColumn::drop(EntryRow* row)
{
    std::erase(m_ties, row);
    std::erase(m_items, row);
    std::erase(m_steps, row);
    m_origins.erase(row);
    row->hide();
    row->deleteLater();
}

ProposalEntry EntryColumn::entryOf(const EntryRow* row) const
{
    if (const auto* tie = qobject_cast<const TieEntry*>(row))
        return tie->input();
    if (const auto* item = qobject_cast<const ItemEntry*>(row))
        return item->input();
    if (const auto* step = qobject_cast<const StepEntry*>(row))
        return step->input();
    return std::monostate();
}

Button* EntryColumn::adderOf(const EntryRow* row) const
{
    for (const EntrySection& section : m_sections->all())
        if (section.rows->indexOf(row) >= 0)
            return section.adders.front();
    return m_sections->of(EntryGroup::ties).adders.front();
}

std::vector<EntryRow*> EntryColumn::rows() const
{
    std::vector<EntryRow*> all(m_ties.begin(), m_ties.end());
    all.insert(all.end(), m_items.begin(), m_items.end());
    all.insert(all.end(), m_steps.begin(), m_steps.end());
    return all;
}

void EntryColumn::setParticipants(const std::vector<PersonChoice>& participants)
{
    m_participants = participants;
    for (TieEntry* tie : m_ties)
        tie->setParticipants(participants);
    for (StepEntry* step : m_steps)
        step->setConcerned(concernedBy(step->input()));
    presentPage();
}

void EntryColumn::read(CallInput& input) const
{
    readRows(input);
    input.taken = m_board->taken();
    input.decisions = m_board->decisions();
    input.noteSeen = !m_board->isLeavingNext();
}

void EntryColumn::readRows(CallInput& input) const
{
    input.ties.clear();
    input.items.clear();
    input.steps.clear();
    for (const TieEntry* tie : m_ties)
        input.ties.push_back(tie->input());
    for (const ItemEntry* item : m_items)
        input.items.push_back(item->input());
    for (const StepEntry* step : m_steps)
        input.steps.push_back(step->input());
}

void EntryColumn::setProblem(const CallProblem& problem)
{
    using Where = CallProblem::Where;
    const auto at = static_cast<std::size_t>(problem.row);
    EntryRow* row = nullptr;
    if (problem.where == Where::tie && at < m_ties.size())
        row = m_ties[at];
    else if (problem.where == Where::item && at < m_items.size())
        row = m_items[at];
    else if (problem.where == Where::step && at < m_steps.size())
        row = m_steps[at];
    if (!row)
        return;
    openRow(row);
    row->setProblem(problem.sentence);
    row->takeFocus(Qt::OtherFocusReason);
    Q_EMIT rowsChanged();
}

void EntryColumn::clearProblems()
{
    for (EntryRow* row : rows())
        row->setProblem({});
}

void EntryColumn::updateCount()
{
    const auto all = rows();
    const auto filled =
        std::count_if(all.begin(), all.end(), [](const EntryRow* row) { return !row->isBlank() && !row->isLeftOut(); });
    m_keys->setVisible(!all.empty() || !m_board->isEmpty());
    const auto taken = filled + m_board->takenCount(), there = filled + m_board->count();
    m_count->setText(there == 0       ? QString()
                     : taken == there ? QString::number(taken)
                                      : tr("%1 of %2").arg(taken).arg(there));
    updateStanding();
}

void EntryColumn::updateStanding()
{
    std::vector<TieInput> inputs;
    for (const TieEntry* tie : m_ties)
        inputs.push_back(tie->input());
    const auto isBetween = [](const TieInput& tie, PersonId a, PersonId b) {
        return !tie.takenOut && a && b && ((tie.a.id == a && tie.b.id == b) || (tie.a.id == b && tie.b.id == a));
    };
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        const auto& recorded = inputs[at].recorded;
        if (!recorded)
            continue;
        bool stands = !recorded->isAlone;
        for (std::size_t other = 0; other < inputs.size(); ++other)
            stands = stands || (other != at && isBetween(inputs[other], recorded->said.a, recorded->said.b));
        m_ties[at]->setStandsWithout(stands);
    }
}

} // namespace weavemap::ui
