// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked on the map about who is chosen: finding, paths, names, menus. Changing several is in
// MapDeskSeveral.cpp.
#include "ui/map/MapDesk.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QCursor>
#include <QMenu>

#include "ui/map/MapActions.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapEditActions.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapFit.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPath.h"
#include "ui/map/MapTieMenu.h"
#include "ui/map/NamePopover.h"
#include "ui/map/PathCard.h"
#include "ui/map/PersonPicker.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr double kBeside = 34;   ///< px from somebody to their copy
constexpr double kFromEdge = 24; ///< px that somebody new is from the canvas' edge at least
} // namespace

MapDesk::MapDesk(Office& office, const Parts& parts)
    : QObject(&parts.place), m_office(office), m_parts(parts), m_actions(new MapEditActions(&parts.canvas, this)),
      m_path(new MapPath(office, parts.canvas, this)), m_picker(new PersonPicker(office.settings, &parts.place))
{
    wire();
    wireEdits();
    sync();
}

void MapDesk::wire()
{
    connect(m_actions->find, &QAction::triggered, this, &MapDesk::find);
    connect(m_actions->filter, &QAction::triggered, this, &MapDesk::filterRequested);
    connect(m_actions->path, &QAction::triggered, this, &MapDesk::openPath);
    connect(m_actions->nextPath, &QAction::triggered, m_path, &MapPath::next);
    connect(m_actions->lasso, &QAction::triggered, this, &MapDesk::toggleLasso);
    connect(m_actions->nextTie, &QAction::triggered, &m_parts.canvas, &MapCanvas::walkTies);
    connect(m_actions->selectAll, &QAction::triggered, this, [this] {
        std::vector<PersonId> everybody;
        for (const MapPerson& person : m_parts.model.input().people)
            if (!person.hidden)
                everybody.push_back(person.id);
        m_parts.canvas.selectPeople(everybody);
    });
    connect(m_actions->openPage, &QAction::triggered, this, [this] { Q_EMIT pageRequested(onlyChosen()); });
    connect(m_actions->logCall, &QAction::triggered, this, [this] { Q_EMIT logCallRequested(onlyChosen()); });
    connect(m_path, &MapPath::changed, this, &MapDesk::sync);
    connect(&m_path->card(), &PathCard::endRequested, this, &MapDesk::askForPathEnd);
    connect(&m_parts.canvas, &MapCanvas::pathEndChosen, m_path, &MapPath::choose);
    connect(&m_parts.canvas, &MapCanvas::menuRequested, this, &MapDesk::showMenu);
    connect(&m_office.session, &Session::closing, this, [this] {
        m_picker->dismiss();
        m_pasted.clear();
        m_cut = {};
    });
    connect(&m_office.session, &Session::personErased, m_picker, &PersonPicker::dismiss);
    connect(&m_office.session, &Session::personErased, this,
            [this](PersonId person) { std::erase(m_cut.people, person); });
}

std::vector<PersonId> MapDesk::chosen() const
{
    auto people = m_parts.canvas.selectedPeople();
    std::erase_if(people, [this](PersonId person) { return !m_parts.model.isPerson(person); });
    return people;
}

PersonId MapDesk::onlyChosen() const
{
    const auto people = chosen();
    return people.size() == 1 ? people.front() : PersonId{};
}

void MapDesk::sync()
{
    const bool open = m_office.session.isOpen();
    const bool editable = m_parts.edits.canEdit();
    const std::size_t people = chosen().size();
    const bool tie = static_cast<bool>(m_parts.canvas.selectedTie());
    const bool any = open && !m_parts.model.input().people.empty();
    for (QAction* action : {m_actions->find, m_actions->lasso, m_actions->selectAll, m_actions->filter})
        action->setEnabled(any);
    m_actions->path->setEnabled(any);
    m_actions->nextPath->setEnabled(m_path->hasSeveral());
    m_actions->nextTie->setEnabled(any && (people == 1 || tie));
    m_actions->openPage->setEnabled(people == 1);
    m_actions->logCall->setEnabled(editable && people == 1);
    m_actions->rename->setEnabled(editable && people == 1);
    m_actions->duplicate->setEnabled(editable && people == 1);
    m_actions->change->setEnabled(editable && people > 0);
    m_actions->merge->setEnabled(editable && (people == 1 || people == 2) && m_parts.model.input().people.size() > 1);
    m_actions->tieAll->setEnabled(editable && people > 1);
    m_actions->archive->setEnabled(editable && people > 0);
    m_actions->endTie->setEnabled(editable && tie);
    m_actions->cut->setEnabled(editable && people > 0);
    m_actions->copy->setEnabled(people > 0 || tie);
    m_actions->paste->setEnabled(editable);
    // The menu for editing is there beside every page: it does nothing to people on a map that is not seen.
    if (!m_parts.place.isVisible())
        for (QAction* action :
             {m_actions->selectAll, m_actions->duplicate, m_actions->cut, m_actions->copy, m_actions->paste})
            action->setEnabled(false);
}

bool MapDesk::stepBack()
{
    if (m_picker->isVisible()) {
        m_picker->dismiss();
        return true;
    }
    if (!m_path->isShown())
        return false;
    m_path->clear();
    return true;
}

QPoint MapDesk::spotOf(PersonId person) const
{
    const int at = m_parts.model.indexOf(person);
    const QPoint px = at >= 0 ? m_parts.canvas.discRect(at).center().toPoint() : m_parts.canvas.rect().center();
    return m_parts.canvas.mapTo(&m_parts.place, px);
}

/// Where the pointer is, or in the middle: the nearest place that is seen and where nobody stands, in px of the canvas.
QPointF MapDesk::spotForNew() const
{
    const MapCanvas& canvas = m_parts.canvas;
    QPoint at = canvas.mapFromGlobal(QCursor::pos());
    if (m_menu) // commands come before it is gone
        at = m_menuSpot;
    else if (!canvas.rect().contains(at))
        at = canvas.rect().center();
    return spotsNear(at, 1).front();
}

std::vector<QPointF> MapDesk::spotsNear(QPointF wanted, std::size_t people) const
{
    const MapCanvas& canvas = m_parts.canvas;
    const QRectF room = QRectF(canvas.rect()).adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    const std::vector<QRectF> cards = canvas.viewWith({}, MapCanvas::Refit::no).obstacles;
    std::vector<QPointF> there;
    for (const MapPerson& person : m_parts.model.input().people)
        if (!person.hidden)
            there.push_back(canvas.toPx(person.at));
    return people == 1 ? std::vector{freeSpot(wanted, room, cards, there)}
                       : freeSpots(wanted, people, room, cards, there);
}

void MapDesk::pick(const QString& title, PersonId without, QPoint at, std::function<void(PersonId)> then)
{
    std::vector<PersonPicker::Offer> people;
    for (const MapPerson& person : m_parts.model.input().people) {
        if (person.id == without || person.hidden)
            continue;
        const int row = m_office.people.rowOf(person.id);
        people.push_back({person.id, person.name,
                          row < 0
                              ? QString()
                              : m_office.people.data(m_office.people.index(row, 0), PeopleModel::kWhoRole).toString()});
    }
    m_picker->ask(title, std::move(people), at, std::move(then));
}

void MapDesk::find()
{
    if (!m_actions->find->isEnabled())
        return;
    const QPoint at(m_parts.canvas.width() / 2 - 160, 48);
    pick(tr("Find on the map"), {}, at, [this](PersonId person) {
        Q_EMIT personFound(person);
        m_parts.canvas.setFocus(Qt::OtherFocusReason);
    });
}

void MapDesk::askForTieEnd()
{
    const PersonId only = onlyChosen();
    const PersonId from = m_parts.canvas.tieFrom() ? m_parts.canvas.tieFrom() : only;
    if (m_parts.model.indexOf(from) < 0)
        return;
    pick(tr("Tie between %1 and").arg(m_parts.edits.nameOf(from)), from, spotOf(from), [this, from](PersonId to) {
        m_parts.canvas.reveal(to);
        Q_EMIT tieWanted(from, to, m_parts.place.mapToGlobal(spotOf(to)));
    });
}

/// With two who are chosen their path is shown; with one the other end is asked for, with nobody the tool waits for
/// both.
void MapDesk::openPath()
{
    // A path may join organizations, too, where they stand for their people.
    auto people = m_parts.canvas.selectedPeople();
    std::erase_if(people, [this](PersonId disc) {
        return m_parts.model.indexOf(disc) < 0 || (!m_parts.model.isRolledUp() && !m_parts.model.isPerson(disc));
    });
    if (people.size() == 2) {
        m_path->setEnds(people[0], people[1]);
    } else if (people.size() == 1) {
        m_path->setEnds(people.front(), {});
        askForPathEnd();
    } else {
        const bool waiting = m_parts.canvas.tool() == MapCanvas::Tool::path;
        m_parts.canvas.setTool(waiting ? MapCanvas::Tool::select : MapCanvas::Tool::path);
    }
}

void MapDesk::askForPathEnd()
{
    const PersonId from = m_path->from();
    if (!from)
        return;
    pick(tr("Path from %1 to").arg(m_parts.edits.nameOf(from)), from, spotOf(from), [this, from](PersonId to) {
        m_path->setEnds(from, to);
        m_parts.canvas.setFocus(Qt::OtherFocusReason);
    });
}

void MapDesk::toggleLasso()
{
    const bool drawing = m_parts.canvas.tool() == MapCanvas::Tool::lasso;
    m_parts.canvas.setTool(drawing ? MapCanvas::Tool::select : MapCanvas::Tool::lasso);
}

void MapDesk::rename()
{
    const PersonId person = onlyChosen();
    if (!person || m_parts.edits.isRefused())
        return;
    const QString name = m_parts.edits.nameOf(person);
    m_parts.namePopover.ask({tr("New name for %1").arg(name), tr("Rename"), name, person,
                             [this, person](const QString& wanted) { m_parts.edits.rename(person, wanted); }},
                            spotOf(person));
}

void MapDesk::duplicate()
{
    const PersonId person = onlyChosen();
    const int at = m_parts.model.indexOf(person);
    if (at < 0 || m_parts.edits.isRefused())
        return;
    const QPointF beside = m_parts.canvas.toMap(m_parts.canvas.discRect(at).center() + QPointF(kBeside, kBeside));
    m_parts.namePopover.ask(
        {tr("Somebody like %1").arg(m_parts.edits.nameOf(person)),
         tr("Add this person"),
         {},
         {},
         [this, person, beside](const QString& name) { m_parts.edits.duplicate(person, name, beside); }},
        spotOf(person));
}

void MapDesk::showMenu(QPoint globalPosition)
{
    if (!m_office.session.isOpen())
        return;
    using Chosen = MapEditActions::Chosen;
    const std::size_t people = chosen().size();
    const Chosen what = people > 1                     ? Chosen::several
                        : people == 1                  ? Chosen::person
                        : m_parts.canvas.selectedTie() ? Chosen::tie
                                                       : Chosen::nothing;
    m_menuSpot = m_parts.canvas.mapFromGlobal(globalPosition);
    auto* menu = new QMenu(&m_parts.canvas);
    menu->setObjectName(QStringLiteral("mapMenuAtPointer"));
    menu->setAccessibleName(tr("What can be done here"));
    m_actions->fillFor(menu, what, m_parts.actions);
    if (const auto tie = m_office.session.records().ties.find(m_parts.canvas.selectedTie());
        what == Chosen::tie && tie && *tie && m_parts.edits.canEdit())
        addTieChoices(*menu, m_actions->copy, **tie, [this](const Tie& changed) {
            if (!m_parts.edits.isRefused())
                m_parts.edits.updateTie(changed);
        });
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu = menu;
    menu->popup(globalPosition);
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().front());
}

} // namespace weavemap::ui
