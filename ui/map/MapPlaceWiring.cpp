// SPDX-License-Identifier: GPL-3.0-or-later
// What the map's parts tell each other, and what its commands do.
#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include <QAction>
#include <QMenu>

#include "core/actions/ViewQuestion.h"
#include "core/domain/Tie.h"
#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/Words.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/CircleCard.h"
#include "ui/map/Inspector.h"
#include "ui/map/LegendCard.h"
#include "ui/map/MapActions.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapClipboard.h"
#include "ui/map/MapDesk.h"
#include "ui/map/MapEditActions.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapLeaving.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPath.h"
#include "ui/map/MapPlace.h"
#include "ui/map/MapTableDialog.h"
#include "ui/map/MiniMap.h"
#include "ui/map/NamePopover.h"
#include "ui/map/PathCard.h"
#include "ui/map/RemarkLabel.h"
#include "ui/map/TieChooser.h"
#include "ui/map/TimeBar.h"
#include "ui/map/ToolCard.h"
#include "ui/map/ToolHint.h"
#include "ui/map/ViewEdits.h"
#include "ui/map/ZoomCard.h"
#include "ui/models/MapInputs.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {
constexpr double kZoomStep = 1.3;
constexpr int kMostSteps = 3; ///< of a circle

/// Those of `people` who stand on the map: whoever left it stays chosen, so that an undo finds them so.
std::vector<PersonId> shownOf(std::vector<PersonId> people, const MapModel& map)
{
    std::erase_if(people, [&map](PersonId person) { return !map.isPerson(person); });
    return people;
}
} // namespace

void MapPlace::wireCanvas()
{
    connect(m_model, &MapModel::changed, this, &MapPlace::onModelChanged);
    connect(m_model, &MapModel::busyChanged, m_progress,
            [this](bool busy) { busy ? m_progress->start() : m_progress->finish(); });
    connect(m_model, &MapModel::rearranging, this, [this] { m_fitNext = true; });
    // People are on their way far: the view goes with them, also to where they end.
    connect(m_model, &MapModel::frameShown, this, [this] {
        m_fitNext = true;
        m_canvas->fit();
    });
    connect(m_canvas, &MapCanvas::pictureChanged, this, &MapPlace::onPictureChanged);
    connect(m_canvas, &MapCanvas::selectionChanged, this, &MapPlace::onSelectionChanged);
    connect(m_canvas, &MapCanvas::toolChanged, this, [this] {
        m_tools->setTool(m_canvas->tool());
        syncHint();
    });
    connect(m_hint, &ToolHint::closeRequested, this, [this] {
        m_canvas->setTool(MapCanvas::Tool::select);
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_canvas, &MapCanvas::selectionChanged, this, &MapPlace::tellOfPins);
    connect(m_model, &MapModel::changed, this, &MapPlace::tellOfPins);
    connect(m_canvas, &MapCanvas::circleChanged, this, [this] {
        // Where the keyboard was on a card that goes, it is on the map again, not on the next card.
        if (m_canvas->circleSteps() == 0)
            takeFocusBack();
        const auto& centres = m_canvas->circleCentres();
        const PersonId centre = m_canvas->circlePerson();
        const QString node = m_model->nodeName(centre);
        m_chips->setCircle(centres.size() > 1 ? peopleCount(static_cast<int>(centres.size()))
                           : node.isEmpty()   ? m_office.people.nameOf(centre)
                                              : node,
                           m_canvas->circleSteps());
        syncCircle();
        syncActions();
    });
    connect(m_canvas, &MapCanvas::zoomChanged, this, &MapPlace::syncMini);
    connect(&m_motion, &MapMotion::stepped, this, &MapPlace::arrangeInspector);
    connect(&m_motion, &MapMotion::ended, this, &MapPlace::arrangeInspector);
    connect(m_canvas, &MapCanvas::inspectorRequested, this, [this] {
        m_office.settings.set(setting::kInspector, Fold::open);
        arrange(Refit::no);
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
    connect(m_canvas, &MapCanvas::tieDrawn, this, &MapPlace::askAboutTie);
    connect(m_canvas, &MapCanvas::personAddRequested, this, [this](QPointF spot, QPoint at) {
        if (!m_edits->isRefused())
            m_namePopover->ask(spot, mapFromGlobal(at));
    });
    connect(m_tools, &ToolCard::toolChosen, this, [this](MapCanvas::Tool tool) {
        const bool refused = tool != MapCanvas::Tool::select && m_edits->isRefused();
        m_canvas->setTool(refused ? MapCanvas::Tool::select : tool);
        m_tools->setTool(m_canvas->tool());
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_zoom, &ZoomCard::zoomRequested, m_canvas, &MapCanvas::zoomBy);
    connect(m_zoom, &ZoomCard::fitRequested, m_canvas, &MapCanvas::fit);
    connect(m_legend, &LegendCard::valueClicked, this, &MapPlace::clickValue);
    connect(m_legend, &LegendCard::folded, this, [this] { arrange(Refit::yes, Travel::slide); });
    connect(m_chips, &MapChips::resized, this, [this] { arrange(Refit::no); });
    connect(m_chips, &MapChips::nextSteps, this,
            [this] { m_canvas->setCircleOf(m_canvas->circleCentres(), m_canvas->circleSteps() % kMostSteps + 1); });
    connect(m_circle, &CircleCard::stepsChosen, this,
            [this](int steps) { m_canvas->setCircleOf(m_canvas->circleCentres(), steps); });
    connect(m_chips, &MapChips::circleClosed, this, [this] { m_canvas->setCircle({}, 0); });
    connect(m_nobody, &EmptyState::actionRequested, this, &MapPlace::importRequested);
    connect(m_filtered, &EmptyState::actionRequested, m_chips, &MapChips::clearFilters);
    connect(m_remark, &RemarkLabel::pressed, m_chips, &MapChips::openFilterMenu);
    connect(m_stopped, &EmptyState::actionRequested, m_model, &MapModel::refresh);
    connect(m_noTies, &EmptyState::actionRequested, this, [this] { Q_EMIT logCallRequested({}); });
}

void MapPlace::wireInspector()
{
    // Whoever a filter hides or was archived is let go: the inspector tells of people on the map. Both the map and the
    // list of people are read again after a change, and either may come last. An undo finds whoever was archived chosen
    // again, where nobody else was chosen meanwhile.
    const auto archived = std::make_shared<std::vector<PersonId>>();
    const auto letGo = [this, archived] {
        const auto map = m_model->data();
        auto chosen = m_canvas->selectedPeople();
        const auto isThere = [this](PersonId person) { return m_model->indexOf(person) >= 0; };
        // On an earlier day they are on the map as well, archived as they are.
        const auto isBack = [this, &isThere](PersonId person) {
            const actions::RosterRow* row = m_office.people.find(person);
            return isThere(person) && row != nullptr && !row->person.archived;
        };
        const auto isArchived = [this, &isThere](PersonId person) {
            const actions::RosterRow* row = m_office.people.find(person);
            return !isThere(person) && row != nullptr && row->person.archived;
        };
        const auto isHidden = [&map](PersonId person) {
            return std::binary_search(map->hidden.begin(), map->hidden.end(), person);
        };
        if (map == nullptr)
            return;
        if (!chosen.empty() || m_canvas->selectedTie())
            archived->clear();
        else if (!archived->empty() && std::all_of(archived->begin(), archived->end(), isBack))
            m_canvas->selectPeople(std::exchange(*archived, {}));
        std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(*archived), isArchived);
        if (std::erase_if(chosen, [&](PersonId person) { return isHidden(person) || isArchived(person); }) > 0)
            m_canvas->selectPeople(chosen);
    };
    connect(&m_office.session, &Session::closing, this, [archived] { archived->clear(); });
    connect(m_model, &MapModel::changed, this, letGo);
    connect(&m_office.people, &PeopleModel::refreshed, this, letGo);
    connect(m_inspector, &Inspector::closeRequested, this, [this] {
        if (isWide())
            m_office.settings.set(setting::kInspector, Fold::folded);
        else
            m_canvas->clearSelection();
        m_canvas->setFocus(Qt::OtherFocusReason);
    });
    connect(m_inspector, &Inspector::logCallRequested, this, &MapPlace::logCallRequested);
    connect(m_inspector, &Inspector::pageRequested, this, &MapPlace::personRequested);
    connect(m_inspector, &Inspector::conversationRequested, this, &MapPlace::conversationRequested);
    connect(m_inspector, &Inspector::introductionRequested, this, &MapPlace::introductionRequested);
    connect(m_inspector, &Inspector::circleRequested, this,
            [this] { m_canvas->setCircleOf(m_canvas->selectedPeople(), 1); });
    connect(m_inspector, &Inspector::personChosen, this, [this](PersonId person) {
        m_canvas->selectPeople({person});
        m_canvas->reveal(person);
    });
    connect(m_inspector, &Inspector::tieChosen, this, &MapPlace::selectTie);
    connect(m_inspector, &Inspector::pinRequested, this, &MapPlace::pinSelected);
    connect(m_inspector, &Inspector::archiveRequested, this,
            [this] { m_edits->archive(shownOf(m_canvas->selectedPeople(), *m_model)); });
}

void MapPlace::wireActions()
{
    connect(m_actions->drawTie, &QAction::triggered, this, [this] {
        const bool drawing = m_canvas->tool() == MapCanvas::Tool::drawTie;
        // Once more with somebody chosen: the other end by name.
        if (drawing && m_canvas->selectedPeople().size() == 1) {
            m_desk->askForTieEnd();
            return;
        }
        if (drawing || !m_edits->isRefused())
            m_canvas->setTool(drawing ? MapCanvas::Tool::select : MapCanvas::Tool::drawTie);
    });
    connect(m_actions->addPerson, &QAction::triggered, this, &MapPlace::addPersonAtCursor);
    connect(m_actions->pin, &QAction::triggered, this, &MapPlace::pinSelected);
    connect(m_actions->circle, &QAction::triggered, this, &MapPlace::cycleCircle);
    connect(m_actions->fit, &QAction::triggered, m_canvas, &MapCanvas::fit);
    connect(m_actions->zoomIn, &QAction::triggered, m_canvas, [this] { m_canvas->zoomBy(kZoomStep); });
    connect(m_actions->zoomOut, &QAction::triggered, m_canvas, [this] { m_canvas->zoomBy(1 / kZoomStep); });
    connect(m_actions->remove, &QAction::triggered, this, &MapPlace::removeSelected);
    connect(m_actions->tidyUp, &QAction::triggered, this, [this] {
        if (m_edits->standsStill())
            m_model->tidyUp();
    });
    connect(m_actions->saveView, &QAction::triggered, this, [this] { m_views->save(); });
    connect(m_actions->table, &QAction::triggered, this, &MapPlace::showTable);
    connect(m_actions->exportMap, &QAction::triggered, this, &MapPlace::exportHere);
    auto* clipboard = new MapClipboard(m_office, this);
    connect(clipboard, &MapClipboard::said, this, &MapPlace::said);
    connect(m_actions->copyPicture, &QAction::triggered, clipboard, [this, clipboard] {
        const auto picture = m_canvas->picture();
        if (m_model->data() && picture && m_edits->standsStill())
            clipboard->copy(litInput(*m_canvas), pageOf(*m_canvas, m_office.session.networkName(), m_viewCaption),
                            picture->viewport);
    });
    const auto toggle = [this](QAction* action, const SettingKey<Shown>& key) {
        connect(action, &QAction::triggered, this,
                [this, &key](bool on) { m_office.settings.set(key, on ? Shown::yes : Shown::no); });
    };
    toggle(m_actions->hulls, setting::kMapHulls);
    toggle(m_actions->fog, setting::kMapFog);
    toggle(m_actions->names, setting::kMapLabels);
    connect(m_actions->inspector, &QAction::triggered, this,
            [this](bool on) { m_office.settings.set(setting::kInspector, on ? Fold::open : Fold::folded); });
    connect(&m_office.settings, &Settings::changed, this, [this](const QString& name) {
        if (name == QLatin1String(setting::kInspector.name)) {
            arrange(Refit::yes, Travel::slide);
            syncCircle();
        }
        if (name.startsWith(QStringLiteral("map/")))
            syncActions();
    });
}

void MapPlace::wireEdits()
{
    connect(m_edits, &MapEdits::said, this, &MapPlace::said);
    connect(m_views, &ViewEdits::said, this, &MapPlace::said);
    connect(m_views, &ViewEdits::chosen, this, [this] {
        m_canvas->setCircle({}, 0);
        m_fitNext = true;
    });
    connect(m_views, &ViewEdits::changed, this, &MapPlace::syncView);
    connect(m_model, &MapModel::changed, this, &MapPlace::syncView);
    connect(m_chips, &MapChips::viewClosed, this, [this] { m_views->show({}); });
    connect(m_chips, &MapChips::viewMenuWanted, this, [this](QMenu* menu) { m_views->fill(menu); });
    connect(m_edits, &MapEdits::personAdded, this, [this](PersonId person) {
        m_canvas->setTool(MapCanvas::Tool::select);
        m_canvas->selectPeople({person});
    });
    connect(m_edits, &MapEdits::tieStored, this, &MapPlace::tellOfTie);
    connect(m_chooser, &TieChooser::accepted, this, [this] {
        m_edits->drawTie(m_chooser->a(), m_chooser->b(), m_chooser->depth(), m_chooser->contact(),
                         m_chooser->collaboration());
    });
    connect(m_namePopover, &NamePopover::accepted, this, [this] {
        if (!m_namePopover->answer())
            m_edits->addPerson(m_namePopover->name(), m_namePopover->spot());
    });
    for (Popover* popover : findChildren<Popover*>(QString(), Qt::FindDirectChildrenOnly))
        connect(popover, &Popover::closed, this, [this] {
            if (window()->focusWidget() == nullptr || !window()->focusWidget()->isVisible())
                m_canvas->setFocus(Qt::OtherFocusReason);
        });
}

void MapPlace::wireDesk()
{
    connect(m_desk, &MapDesk::said, this, &MapPlace::said);
    connect(m_desk, &MapDesk::pageRequested, this, &MapPlace::personRequested);
    connect(m_desk, &MapDesk::logCallRequested, this, &MapPlace::logCallRequested);
    connect(m_desk, &MapDesk::filterRequested, m_chips, &MapChips::openFilterMenu);
    connect(m_desk, &MapDesk::personFound, this, &MapPlace::selectPerson);
    connect(m_desk, &MapDesk::tieWanted, m_canvas, &MapCanvas::tieDrawn);
    connect(&m_desk->path(), &MapPath::changed, this, [this] {
        m_circleSpot = {};
        syncHint();
        syncRemark();
        arrange(Refit::no);
    });
    const MapEditActions& actions = m_desk->actions();
    m_inspector->offer({actions.change, actions.tieAll, actions.merge});
}

void MapPlace::wireFile()
{
    connect(&m_office.session, &Session::opened, this, [this] {
        m_legendShown = false;
        onSelectionChanged();
        arrange(Refit::yes);
    });
    connect(&m_office.session, &Session::closing, this, [this] {
        m_chooser->dismiss();
        m_namePopover->dismiss();
        m_canvas->clearSelection();
        m_canvas->setCircle({}, 0);
        m_legend->hide();
        m_caption->setText({});
        m_remark->setText({});
    });
    connect(&m_office.session, &Session::closed, this, [this] {
        syncEmptyStates();
        syncActions();
    });
    // Whoever was forgotten is chosen no more, and no card names them until the next answer comes.
    connect(&m_office.session, &Session::personErased, this, [this](PersonId person) {
        const auto& centres = m_canvas->circleCentres();
        if (std::find(centres.begin(), centres.end(), person) != centres.end())
            m_canvas->setCircle({}, 0);
        auto chosen = m_canvas->selectedPeople();
        if (std::erase(chosen, person) > 0)
            m_canvas->selectPeople(chosen);
    });
    connect(&m_office.people, &PeopleModel::refreshed, this, [this] {
        if (m_canvas->circleSteps() > 0)
            Q_EMIT m_canvas->circleChanged();
    });
}

void MapPlace::wireTime()
{
    connect(m_time, &TimeBar::appeared, this, [this] {
        syncActions();
        arrange(Refit::yes);
    });
    connect(m_chips, &MapChips::dateClosed, m_time, &TimeBar::backToToday);
    connect(m_actions->timeBack, &QAction::triggered, m_time, [this] { m_time->step(-1); });
    connect(m_actions->timeForth, &QAction::triggered, m_time, [this] { m_time->step(1); });
    connect(m_actions->today, &QAction::triggered, m_time, &TimeBar::backToToday);
}

void MapPlace::clickValue(const QString& shownValue, int group)
{
    if (group >= kFirstShade) { // no value to filter by: the people of the class are chosen
        std::vector<PersonId> people;
        for (const MapPerson& person : m_model->input().people)
            if (person.shade == group - kFirstShade)
                people.push_back(person.id);
        if (!people.empty())
            m_canvas->selectPeople(people);
        return;
    }
    const auto map = m_model->data();
    if (!map || map->colourBy.empty())
        return;
    const auto found = std::find_if(map->legend.begin(), map->legend.end(), [&](const actions::ColourValue& value) {
        return valueName(map->colourBy, value.value) == shownValue;
    });
    // Whoever has none of the values is filtered by the empty one.
    if (found != map->legend.end() || group < 0)
        m_chips->toggleValue(map->colourBy, found != map->legend.end() ? found->value : std::string());
}

void MapPlace::cycleCircle()
{
    const auto chosen = m_canvas->selectedPeople();
    const std::vector<PersonId> centres = chosen.empty() ? m_canvas->circleCentres() : chosen;
    const bool same = centres == m_canvas->circleCentres();
    const int steps = !same ? 1 : (m_canvas->circleSteps() + 1) % (kMostSteps + 1);
    if (!centres.empty())
        m_canvas->setCircleOf(centres, steps);
}

void MapPlace::takeFocusBack()
{
    const QWidget* const focus = window()->focusWidget();
    for (const QWidget* going : {static_cast<const QWidget*>(m_circle), m_chips->circleChip()})
        if (focus != nullptr && (going == focus || going->isAncestorOf(focus)))
            m_canvas->setFocus(Qt::OtherFocusReason);
}

void MapPlace::addPersonAtCursor()
{
    if (m_edits->isRefused())
        return;
    const QPoint at = m_desk->spotForNew().toPoint();
    m_namePopover->ask(m_canvas->toMap(at), at);
}

void MapPlace::removeSelected()
{
    if (m_edits->isRefused())
        return;
    if (const TieId tie = m_canvas->selectedTie()) {
        m_edits->removeTie(tie);
        m_canvas->clearSelection();
    } else {
        m_edits->askAndRemove(shownOf(m_canvas->selectedPeople(), *m_model), this);
    }
}

void MapPlace::pinSelected()
{
    if (m_edits->standsStill())
        m_model->setPinned(m_canvas->selection(), !arePinned());
}

bool MapPlace::arePinned() const
{
    const auto& people = m_model->input().people;
    const auto& chosen = m_canvas->selection();
    return std::all_of(chosen.begin(), chosen.end(), [&](std::uint32_t at) { return people[at].pinned; });
}

/// Says that those chosen were pinned, by the key or by the hand that moved them, or let loose. Once: not at each
/// further move of somebody who is pinned, and not where one of them only left the map or came back. A layout under way
/// has nobody's pin.
void MapPlace::tellOfPins()
{
    if (m_model->isLayoutShown())
        return;
    const auto& people = m_model->input().people;
    const auto& chosen = m_canvas->selection();
    std::vector<PersonId> here;
    for (const std::uint32_t at : chosen)
        here.push_back(people[at].id);
    const auto pinned =
        std::count_if(chosen.begin(), chosen.end(), [&](std::uint32_t at) { return people[at].pinned; });
    const actions::MapQuestion& asked = m_model->answered();
    const Pins before = std::exchange(
        m_pins, {asked.view, static_cast<int>(asked.style), std::move(here), static_cast<std::size_t>(pinned)});
    if (before.people != m_pins.people || before.view != m_pins.view || before.style != m_pins.style ||
        before.pinned == m_pins.pinned || chosen.empty())
        return;
    const QString who = chosen.size() == 1 ? people[chosen.front()].name : peopleCount(static_cast<int>(chosen.size()));
    Q_EMIT said(m_pins.pinned > before.pinned
                    ? tr("Pinned: %1. Tidying up leaves them there, P lets them loose.").arg(who)
                    : tr("Let loose: %1. Tidying up may move them.").arg(who));
}

/// What kind of tie was drawn, asked beside its line.
void MapPlace::askAboutTie(PersonId from, PersonId to)
{
    if (m_edits->isRefused())
        return;
    if (!m_model->isPerson(from) || !m_model->isPerson(to)) {
        Q_EMIT said(tr("Ties are drawn between people."));
        return;
    }
    const auto known = m_office.session.records().ties.between(from, to);
    const auto middle = [this](PersonId person) {
        return QPointF(m_canvas->mapTo(this, m_canvas->discRect(m_model->indexOf(person)).center().toPoint()));
    };
    m_chooser->ask(from, to, m_office.people.nameOf(from), m_office.people.nameOf(to), {middle(from), middle(to)},
                   m_canvas->geometry(), known ? *known : std::optional<Tie>());
}

void MapPlace::tellOfTie(PersonId a, PersonId b)
{
    const auto tie = m_office.session.records().ties.between(a, b);
    if (tie && *tie && belongsTo(**tie, m_model->question().network.set))
        Q_EMIT said(tr("Stored: the tie between %1 and %2. Undo takes it back.")
                        .arg(m_office.people.nameOf(a), m_office.people.nameOf(b)));
    else if (tie && *tie)
        Q_EMIT said(tr("Stored. This map shows ties of “%1”, so this one is not drawn here.")
                        .arg(words(m_model->question().network.set)));
}

void MapPlace::showTable()
{
    if (!m_edits->standsStill())
        return;
    auto* dialog = new MapTableDialog(m_model->input(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_office.session, &Session::closing, dialog, &MapTableDialog::close);
    connect(dialog, &MapTableDialog::personChosen, this, &MapPlace::selectPerson);
    dialog->open();
}

void MapPlace::syncView()
{
    const auto view = m_views->shown();
    m_chips->setView(view ? toQString(view->name) : QString());
    Q_EMIT viewShown(view ? view->id : ViewId{});
    const QString caption = view ? toQString(actions::viewLook(view->settings).caption) : QString();
    if (caption != std::exchange(m_viewCaption, caption))
        onPictureChanged();
}

} // namespace weavemap::ui
