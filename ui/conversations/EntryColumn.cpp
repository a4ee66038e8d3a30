// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntryColumn.h"

#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/conversations/ItemEntry.h"
#include "ui/conversations/StepEntry.h"
#include "ui/conversations/TieEntry.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

EntryColumn::EntryColumn(PeopleModel& people, QWidget* parent) : QScrollArea(parent), m_people(people)
{
    setObjectName(QStringLiteral("callEntries"));
    setAccessibleName(tr("Will be recorded"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget;
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(space::k24 + space::k4, space::k24, space::k24, space::k24);
    m_column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Will be recorded"), TextStyle::section), 1);
    m_count = new TextLabel({}, TextStyle::second, ColorRole::muted);
    head->addWidget(m_count);
    m_column->addLayout(head);

    m_tieSection = makeSection(tr("Ties mentioned"), {{tr("Add a tie"), "addTie"}});
    m_itemSection =
        makeSection(tr("Needs and offers"), {{tr("Add a need"), "addNeed"}, {tr("Add an offer"), "addOffer"}});
    m_stepSection = makeSection(tr("Next steps"), {{tr("Add a next step"), "addStep"}});
    m_workSection =
        makeSection(tr("Under way"), {{tr("Add a project"), "addProject"}, {tr("Add a barrier"), "addBarrier"}});
    m_askedSection = makeSection(tr("Questions and introductions"), {{tr("Add a question"), "addQuestion"},
                                                                     {tr("Add an introduction"), "addIntroduction"}});
    m_keys =
        new TextLabel(QStringLiteral("<b>%1</b> %2 &nbsp; <b>%3</b> %4 &nbsp; <b>%5</b> %6")
                          .arg(tr("Up Down"), tr("choose"), tr("Enter"), tr("change"), tr("Delete"), tr("leave out")),
                      TextStyle::caption, ColorRole::muted);
    m_keys->setObjectName(QStringLiteral("entryKeys"));
    m_keys->setTextFormat(Qt::RichText);
    m_keys->setContentsMargins(0, space::k16, 0, 0);
    m_keys->hide();
    m_column->addWidget(m_keys);
    m_column->addStretch();
    setWidget(inner);

    connect(m_tieSection.adders[0], &Button::clicked, this, [this] {
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
    addsItem(m_itemSection.adders[0], NoteItemKind::need, NoteItemState::open);
    addsItem(m_itemSection.adders[1], NoteItemKind::offer, NoteItemState::standing);
    addsItem(m_workSection.adders[0], NoteItemKind::project, NoteItemState::open);
    addsItem(m_workSection.adders[1], NoteItemKind::barrier, NoteItemState::open);
    addsItem(m_askedSection.adders[0], NoteItemKind::question, NoteItemState::open);
    addsItem(m_askedSection.adders[1], NoteItemKind::introduction, NoteItemState::asked);
    connect(m_stepSection.adders[0], &Button::clicked, this, [this] {
        StepInput step;
        if (m_me)
            step.owner = PersonChoice::known(m_me, m_people.nameOf(m_me));
        addStep(step);
        addAndOpen(m_steps.back());
    });
}

EntryColumn::Section EntryColumn::makeSection(const QString& title,
                                              const std::vector<std::pair<QString, const char*>>& adders)
{
    Section section;
    m_column->addSpacing(space::k16);
    m_column->addWidget(new TextLabel(title, TextStyle::second, ColorRole::muted));
    m_column->addSpacing(space::k4);
    section.rows = new QVBoxLayout;
    section.rows->setSpacing(space::k8);
    m_column->addLayout(section.rows);
    auto* line = new QHBoxLayout;
    // The words of a link stand under the heading, not its padding.
    line->setContentsMargins(-6, space::k4, 0, 0);
    line->setSpacing(space::k8);
    for (const auto& [text, name] : adders) {
        auto* button = new Button(text, Button::Kind::link);
        button->setObjectName(QLatin1String(name));
        button->setHeight(Button::Height::small);
        button->setIconName(QStringLiteral("plus"));
        button->installEventFilter(this);
        line->addWidget(button);
        section.adders.push_back(button);
    }
    line->addStretch();
    m_column->addLayout(line);
    return section;
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
    m_participants = input.participants;
    for (const TieInput& tie : input.ties)
        if (!tie.isBlank())
            addTie(tie);
    for (const ItemInput& item : input.items)
        if (!item.isBlank())
            addItem(item);
    for (const StepInput& step : input.steps)
        if (!step.isBlank())
            addStep(step);
    updateCount();
    Q_EMIT rowsChanged();
}

void EntryColumn::addTie(const TieInput& tie)
{
    auto* row = new TieEntry(m_people, tie, m_participants);
    m_ties.push_back(row);
    watch(row, m_tieSection);
}

void EntryColumn::addItem(const ItemInput& item)
{
    ItemInput given = item;
    if (given.other.state == PersonChoice::State::known && given.other.name.isEmpty())
        given.other.name = m_people.nameOf(given.other.id);
    auto* row = new ItemEntry(m_people, given);
    m_items.push_back(row);
    watch(row, sectionOf(item.stored.kind));
}

const EntryColumn::Section& EntryColumn::sectionOf(NoteItemKind kind) const
{
    switch (kind) {
    case NoteItemKind::project:
    case NoteItemKind::barrier:
        return m_workSection;
    case NoteItemKind::introduction:
    case NoteItemKind::question:
        return m_askedSection;
    default:
        return m_itemSection;
    }
}

void EntryColumn::addStep(const StepInput& step)
{
    auto* row = new StepEntry(m_people, step, m_me, m_today);
    m_steps.push_back(row);
    watch(row, m_stepSection);
}

void EntryColumn::watch(EntryRow* row, const Section& section)
{
    section.rows->addWidget(row);
    row->show();
    row->fold(); // its line says what it holds, now that its fields are filled
    connect(row, &EntryRow::changed, this, [this] {
        updateCount();
        Q_EMIT changed();
    });
    connect(row, &EntryRow::openRequested, this, [this, row] {
        if (row->isLeftOut())
            row->turnLeftOut();
        addAndOpen(row);
    });
    connect(row, &EntryRow::removeRequested, this, [this, row] { leaveOut(row); });
    connect(row, &EntryRow::done, this, [this, row] {
        row->fold();
        row->takeFocus(Qt::TabFocusReason);
        Q_EMIT rowsChanged();
    });
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
    // After the layout knows the row's place.
    QMetaObject::invokeMethod(
        row, [this, row] { ensureWidgetVisible(row, 0, space::k24); }, Qt::QueuedConnection);
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
    std::erase(m_ties, row);
    std::erase(m_items, row);
    std::erase(m_steps, row);
    row->hide();
    row->deleteLater();
    const auto left = rows();
    const auto next = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - all.begin() - 1));
    if (next < left.size())
        left[next]->takeFocus(Qt::TabFocusReason);
    else
        m_tieSection.adders[0]->setFocus(Qt::TabFocusReason);
    updateCount();
    Q_EMIT rowsChanged();
    Q_EMIT changed();
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
}

void EntryColumn::read(CallInput& input) const
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

std::vector<EntryColumn::Stop> EntryColumn::stops() const
{
    std::vector<Stop> all;
    for (const Section* section : {&m_tieSection, &m_itemSection, &m_stepSection, &m_workSection, &m_askedSection}) {
        for (int at = 0; at < section->rows->count(); ++at)
            if (auto* row = qobject_cast<EntryRow*>(section->rows->itemAt(at)->widget()); row && !row->isHidden())
                all.push_back({row, nullptr});
        for (Button* adder : section->adders)
            all.push_back({nullptr, adder});
    }
    return all;
}

bool EntryColumn::walk(Way way)
{
    std::vector<Stop> all = stops();
    if (way == Way::up)
        std::reverse(all.begin(), all.end());
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::find_if(all.begin(), all.end(), [focus](const Stop& stop) {
        return stop.row ? stop.row->isAncestorOf(focus) : stop.adder == focus;
    });
    const auto isRow = [](const Stop& stop) { return stop.row != nullptr; };
    const bool inside = here != all.end();
    const auto from = inside ? here + 1 : all.begin();
    // From a link to whatever is next; from an entry, and from outside, to an entry if there is one.
    auto next = inside && here->adder ? from : std::find_if(from, all.end(), isRow);
    if (next == all.end())
        next = from;
    if (next == all.end())
        return false;
    if (inside && here->row)
        here->row->fold();
    stopAt(*next);
    return true;
}

void EntryColumn::stopAt(const Stop& stop)
{
    if (stop.row)
        stop.row->takeFocus(Qt::TabFocusReason);
    else
        stop.adder->setFocus(Qt::TabFocusReason);
    Q_EMIT rowsChanged();
    // After the layout knows its place, with what folded above it.
    QWidget* shown = stop.row ? static_cast<QWidget*>(stop.row) : stop.adder;
    QMetaObject::invokeMethod(
        shown, [this, shown] { ensureWidgetVisible(shown, 0, space::k24); }, Qt::QueuedConnection);
}

bool EntryColumn::isFillingIn() const
{
    const QWidget* focus = QApplication::focusWidget();
    const auto all = rows();
    return std::any_of(all.begin(), all.end(), [focus](const EntryRow* row) {
        return row->isOpen() && !row->isBlank() && row->isAncestorOf(focus);
    });
}

void EntryColumn::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        // A field lets the arrows through: from one that is being filled in, nothing is to be left and folded by them.
        if (!isFillingIn())
            walk(event->key() == Qt::Key_Up ? Way::up : Way::down);
        return;
    }
    QScrollArea::keyPressEvent(event);
}

bool EntryColumn::eventFilter(QObject* watched, QEvent* event)
{
    // A button would take the arrows for Tab.
    if (event->type() == QEvent::KeyPress && qobject_cast<Button*>(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            keyPressEvent(key);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void EntryColumn::updateCount()
{
    const auto all = rows();
    const auto filled =
        std::count_if(all.begin(), all.end(), [](const EntryRow* row) { return !row->isBlank() && !row->isLeftOut(); });
    m_keys->setVisible(!all.empty());
    m_count->setText(filled == 0 ? QString() : QString::number(filled));
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
