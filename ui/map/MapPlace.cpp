// SPDX-License-Identifier: GPL-3.0-or-later
// The map's parts, where they stand, and what they show. What they tell each other is in MapPlaceWiring.cpp.
#include "ui/map/MapPlace.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QAction>
#include <QMenu>
#include <QPointer>

#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/CircleCard.h"
#include "ui/map/FloatShadow.h"
#include "ui/map/Inspector.h"
#include "ui/map/LegendCard.h"
#include "ui/map/MapActions.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapDesk.h"
#include "ui/map/MapEditActions.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/MapLeaving.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPath.h"
#include "ui/map/MapPlayback.h"
#include "ui/map/MiniMap.h"
#include "ui/map/NamePopover.h"
#include "ui/map/PathCard.h"
#include "ui/map/Popover.h"
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

constexpr int kEdge = 16;
constexpr int kChipsTop = 13;
constexpr int kToolsTop = 64;
constexpr int kCardGap = 12;
constexpr int kDrawerBelow = 1200; ///< window width under which the inspector lies over the map

} // namespace

MapPlace::MapPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_model(new MapModel(office, this)),
      m_edits(new MapEdits(office, *m_model, this)), m_views(new ViewEdits(office, *m_model, this)),
      m_canvas(new MapCanvas(office, *m_model, this)), m_actions(new MapActions(m_canvas, this)),
      m_tools(new ToolCard(m_canvas)), m_hint(new ToolHint(m_canvas)),
      m_legend(new LegendCard(office.settings, m_canvas)), m_zoom(new ZoomCard(m_canvas)),
      m_time(new TimeBar(office, *m_model, m_canvas)), m_mini(new MiniMap(*m_canvas)),
      m_circle(new CircleCard(office, m_canvas)), m_chips(new MapChips(*m_model, m_canvas)),
      m_remark(new RemarkLabel(TextStyle::control, m_canvas)), m_caption(new CanvasLabel(TextStyle::caption, m_canvas)),
      m_progress(new ThinProgress(m_canvas)),
      m_nobody(new EmptyState(QStringLiteral("members"), tr("Nobody here yet"),
                              tr("Double click to add a person, or bring a list."), tr("Bring a list"), m_canvas)),
      m_filtered(new EmptyState(QStringLiteral("filter"), tr("Everyone is hidden by the filters"), {},
                                tr("Show everyone"), m_canvas)),
      m_noTies(
          new EmptyState(QStringLiteral("tie"), {}, tr("They appear as you log calls."), tr("Log a call"), m_canvas)),
      m_stopped(new EmptyState(QStringLiteral("map"), tr("The map was stopped before it was drawn"),
                               tr("Everybody is still in the file."), tr("Draw the map"), m_canvas)),
      m_inspector(new Inspector(office, *m_model, *m_edits, this)), m_chooser(new TieChooser(office.settings, this)),
      m_namePopover(new NamePopover(office.settings, office.people, this)),
      m_desk(new MapDesk(office, {*m_model, *m_edits, *m_canvas, *m_actions, *m_namePopover, *this})),
      m_drawerShadow(new FloatShadow(m_inspector)), m_motion(office.settings)
{
    setObjectName(QStringLiteral("mapPlace"));
    build();
    wireCanvas();
    wireInspector();
    wireActions();
    wireEdits();
    wireDesk();
    wireFile();
    wireTime();
    onSelectionChanged();
    syncEmptyStates();
}

MapPlace::~MapPlace() = default;

void MapPlace::build()
{
    m_remark->setObjectName(QStringLiteral("mapRemark"));
    m_caption->setObjectName(QStringLiteral("mapCaption"));
    m_nobody->setObjectName(QStringLiteral("mapNobody"));
    m_filtered->setObjectName(QStringLiteral("mapAllFiltered"));
    m_noTies->setObjectName(QStringLiteral("mapNoTies"));
    m_stopped->setObjectName(QStringLiteral("mapStopped"));
    m_legend->hide();
    // Cards stand in the order in which the keyboard visits them.
    setTabOrder(m_canvas, m_chips);
    setTabOrder(m_chips, m_remark);
    setTabOrder(m_remark, m_tools);
    setTabOrder(m_tools, m_hint);
    setTabOrder(m_hint, m_legend);
    setTabOrder(m_legend, m_circle);
    setTabOrder(m_circle, &m_desk->path().card());
    setTabOrder(&m_desk->path().card(), m_time);
    setTabOrder(m_time, m_zoom);
    setTabOrder(m_zoom, m_inspector);
    for (QWidget* popover : findChildren<Popover*>(QString(), Qt::FindDirectChildrenOnly))
        new FloatShadow(popover);
}

bool MapPlace::isWide() const { return window()->width() >= kDrawerBelow; }

bool MapPlace::isInspectorShown() const
{
    const bool open = m_office.settings.value(setting::kInspector) == Fold::open && m_office.session.isOpen();
    return open && (isWide() || !m_inspector->isEmpty());
}

void MapPlace::resizeEvent(QResizeEvent*) { arrange(Refit::yes); }

void MapPlace::showEvent(QShowEvent*) { syncActions(); }

void MapPlace::hideEvent(QHideEvent*) { syncActions(); }

void MapPlace::arrange(Refit refit, Travel travel)
{
    const bool shown = isInspectorShown();
    const bool beside = shown && isWide(), over = shown && !isWide();
    m_canvas->place(QRect(0, 0, width() - (beside ? size::kInspector : 0), height()), travel);
    if (std::exchange(m_drawerOut, over) != over && isVisible())
        m_motion.start(MapMotion::Kind::panel);
    arrangeInspector();
    m_actions->inspector->setChecked(m_office.settings.value(setting::kInspector) == Fold::open);

    // What floats on the map stands beside the drawer, not under it.
    const int w = m_canvas->width() - (over ? size::kInspector : 0), h = m_canvas->height();
    m_canvas->setClear(QRectF(0, 0, w, h));
    arrangeTop(w);
    m_progress->setGeometry(0, 0, w, 2);
    m_tools->adjustSize();
    m_tools->move(kEdge, std::max(kToolsTop, m_chips->geometry().bottom() + 21));
    m_hint->move(m_tools->geometry().right() + 1 + kCardGap, m_tools->y());
    // The legend never grows over the tools, whatever it tells.
    m_legend->standOn({kEdge, h - kEdge}, h - kEdge - kCardGap - m_tools->geometry().bottom() - 1);
    m_zoom->adjustSize();
    m_zoom->move(w - kEdge - m_zoom->width(), h - kEdge - m_zoom->height());
    // The time bar stands between legend and zoom, and gives its place to the cards of a circle.
    m_time->setVisible(m_time->hasTime() && !m_circle->isVisibleTo(m_canvas));
    const int barLeft = m_legend->isVisibleTo(m_canvas) ? m_legend->atRest().right() + 1 + kEdge : kEdge;
    m_time->fitInto(std::max(0, m_zoom->x() - kEdge - barLeft));
    m_time->move(barLeft, h - kEdge - m_time->height());
    const int floor = m_time->isVisibleTo(m_canvas) ? m_time->y() - kCardGap : h - kEdge;
    m_mini->adjustSize();
    for (EmptyState* state : {m_nobody, m_filtered, m_stopped}) {
        state->adjustSize();
        state->move((w - state->width()) / 2, (h - state->height()) / 2);
    }
    m_noTies->adjustSize();
    m_noTies->move((w - m_noTies->width()) / 2, floor - m_noTies->height());

    std::vector<QRectF> cards{QRectF(0, kChipsTop, w, m_chips->height()), QRectF(m_caption->geometry()),
                              QRectF(m_tools->geometry()), QRectF(m_zoom->geometry())};
    std::vector<QRectF> passing;
    if (over)
        cards.emplace_back(w, 0, size::kInspector, h);
    if (m_remark->y() > m_chips->geometry().bottom())
        passing.emplace_back(m_remark->geometry());
    const auto add = [this](std::vector<QRectF>& to, const QWidget* card) {
        if (card->isVisibleTo(m_canvas))
            to.emplace_back(card->geometry());
    };
    if (m_legend->isVisibleTo(m_canvas))
        cards.emplace_back(m_legend->atRest());
    add(cards, m_time);
    add(cards, m_noTies);
    const int top = m_caption->geometry().bottom() + kCardGap;
    std::vector<QRectF> around{QRectF(kEdge, top, w - 2 * kEdge, h - kEdge - top), QRectF(m_tools->geometry()),
                               QRectF(m_zoom->geometry())};
    if (m_legend->isVisibleTo(m_canvas))
        around.emplace_back(m_legend->atRest());
    add(around, m_time);
    add(around, m_noTies);
    placePassing(cards, around, m_canvas->viewWith(cards, refit));
    m_mini->move(m_miniSpot.topLeft());
    m_circle->move(m_circleSpot.topLeft());
    m_desk->path().card().move(m_circleSpot.topLeft());
    add(passing, m_mini);
    add(passing, m_circle);
    add(passing, &m_desk->path().card());
    add(passing, m_hint);
    m_canvas->setCards(cards, passing, refit, travel);
    m_canvas->update();
}

/// Chips, what is hidden, and the caption, in `w` px.
void MapPlace::arrangeTop(int w)
{
    m_remark->setTextStyle(TextStyle::control);
    QSize remark = m_remark->text().isEmpty() ? QSize(0, 0) : m_remark->sizeHint();
    const int room = std::max(200, w - 2 * kEdge);
    const QSize caption = m_caption->text().isEmpty() ? QSize(0, 0) : m_caption->sizeWithin(room);
    const int chipsHeight = std::max(m_chips->fitInto(room), static_cast<int>(size::kChip));
    const int line = m_chips->lineWidth();
    // What is hidden stands at the right end of the chips where there is room, else in front of the caption or below.
    const bool beside = remark.isEmpty() || line + kCardGap + remark.width() <= room;
    m_chips->setGeometry(kEdge, kChipsTop, beside && !remark.isEmpty() ? room - remark.width() - kCardGap : room,
                         chipsHeight);
    const int right = w - kEdge + 4, second = kChipsTop + chipsHeight + 2;
    const int captionWidth = caption.width();
    m_caption->setGeometry(right - captionWidth, second, captionWidth, caption.height());
    if (!beside) {
        m_remark->setTextStyle(TextStyle::caption);
        remark = m_remark->sizeHint();
    }
    QPoint at(right - remark.width(), kChipsTop + (size::kChip - remark.height()) / 2);
    if (!beside && remark.width() + kCardGap + captionWidth <= room)
        at = {right - captionWidth - kCardGap - remark.width(), second};
    else if (!beside)
        at.setY(second + caption.height());
    m_remark->setGeometry(QRect(at, remark));
}

void MapPlace::arrangeInspector()
{
    const double t = m_motion.at(MapMotion::Kind::panel);
    const bool shown = isInspectorShown();
    const double out = isWide() ? (shown ? 1 : 0) : (shown ? t : 1 - t);
    m_inspector->setGeometry(width() - static_cast<int>(std::lround(size::kInspector * out)), 0, size::kInspector,
                             height());
    m_inspector->setVisible(out > 0 && m_office.session.isOpen());
    m_inspector->raise();
    m_drawerShadow->setFloating(!isWide());
}

void MapPlace::onModelChanged()
{
    if (m_fitNext && !m_model->isBusy()) {
        m_fitNext = false;
        m_refitNext = true;
        m_canvas->fit();
    }
    m_mini->refresh();
    syncCircle();
    syncEmptyStates();
    syncActions();
}

void MapPlace::onPictureChanged()
{
    const auto picture = m_canvas->picture();
    if (!picture)
        return;
    QStringList hidden;
    if (const auto map = m_model->data())
        for (const actions::MapFilter& filter : m_model->question().filters)
            if (filter.field == map->colourBy)
                for (const actions::ColourValue& value : map->legend)
                    if (std::find(filter.values.begin(), filter.values.end(), value.value) == filter.values.end())
                        hidden.append(valueName(map->colourBy, value.value));
    const int before = m_legend->atRest().height();
    const bool any = !picture->legend.values.empty() || !picture->legend.rows.empty();
    m_legend->setLegend(picture->legend, m_model->input().style.colors, hidden,
                        m_model->areSizesStale() ? LegendCard::Sizes::stale : LegendCard::Sizes::fresh);
    const bool appeared = any != m_legend->isVisibleTo(m_canvas);
    m_legend->setVisible(any);
    // What the filters hide stands at the end of the chips already.
    QStringList caption = picture->caption;
    caption.removeAll(m_model->input().caption.filter);
    if (!m_viewCaption.isEmpty())
        caption.prepend(m_viewCaption);
    // Two dates stand in their chip.
    if (m_model->question().compare)
        caption.removeAll(m_model->input().caption.date);
    if (const QString event = m_time->eventWords(); !event.isEmpty())
        caption.append(event);
    m_caption->setText(caption.join(QStringLiteral(" · ")));
    m_caption->setVisible(m_model->data() != nullptr && m_model->data()->networkPeople > 0);
    syncRemark();
    syncMini();
    const bool first = any && !m_legendShown;
    m_legendShown = m_legendShown || any;
    const bool refits = first || m_refitNext;
    // Once what is drawn is what is seen, legend and caption are those of the new view.
    m_refitNext = m_refitNext && m_canvas->isDrawing();
    arrange(refits ? Refit::yes : Refit::no);
    if (appeared || before != m_legend->atRest().height())
        m_canvas->update();
}

void MapPlace::onSelectionChanged()
{
    const bool before = isInspectorShown();
    m_inspector->show(m_canvas->selectedPeople(), m_canvas->selectedTie());
    const auto chosen = m_canvas->selectedPeople();
    m_chips->setCentre(chosen.size() == 1 ? chosen.front() : m_canvas->circlePerson());
    if (before != isInspectorShown())
        arrange(Refit::no);
    if (m_circle->isVisibleTo(m_canvas))
        syncCircle();
    syncHint();
    if (m_drawerOut && m_canvas->selectedPeople().size() == 1)
        m_canvas->reveal(m_canvas->selectedPeople().front());
    syncActions();
}

void MapPlace::syncRemark()
{
    QStringList parts;
    const auto map = m_model->data();
    if (map && map->hiddenByFilter > 0)
        parts.append(tr("%1 hidden").arg(peopleCount(static_cast<int>(map->hiddenByFilter))));
    if (map && map->hiddenTies > 0)
        parts.append(tr("%Ln ties hidden", "", static_cast<int>(map->hiddenTies)));
    const auto picture = m_canvas->picture();
    const bool dims = m_canvas->circleSteps() > 0 || !m_canvas->path().empty();
    if (picture && dims && picture->dimmed > 0)
        parts.append(tr("%1 dimmed").arg(peopleCount(picture->dimmed)));
    m_remark->setText(parts.join(QStringLiteral(" · ")));
    const bool filtered = map && (map->hiddenByFilter > 0 || map->hiddenTies > 0);
    m_remark->setPressTip(filtered ? tr("Show the filters") : QString());
    m_remark->setVisible(!parts.isEmpty());
}

void MapPlace::syncEmptyStates()
{
    const auto map = m_model->data();
    const bool answered = map != nullptr && m_office.session.isOpen();
    const int people = answered ? static_cast<int>(map->networkPeople) : 0;
    const bool none = answered && people == 0;
    const bool filtered = answered && people > 0 && map->people.empty();
    // What may be done about it belongs to today.
    const bool untied =
        answered && !none && !filtered && map->ties.empty() && map->hiddenByFilter == 0 && m_model->isToday();
    m_filtered->setTexts(tr("Everyone is hidden by the filters"),
                         people == 1 ? tr("1 person is still in the file.")
                                     : tr("%1 are still in the file.").arg(peopleCount(people)));
    m_noTies->setTexts(tr("%1, no known ties").arg(peopleCount(people)), tr("They appear as you log calls."));
    m_nobody->setVisible(none && m_model->isToday());
    m_filtered->setVisible(filtered);
    m_noTies->setVisible(untied);
    m_stopped->setVisible(m_model->isStopped());
    if (none)
        m_legend->hide();
    arrange(Refit::no);
}

void MapPlace::syncActions()
{
    const bool open = m_office.session.isOpen();
    const bool editable = m_edits->canEdit();
    const bool people = !m_canvas->selection().empty();
    const bool tie = static_cast<bool>(m_canvas->selectedTie());
    m_tools->setEditable(editable);
    for (QAction* action : {m_actions->drawTie, m_actions->addPerson, m_actions->tidyUp, m_actions->saveView})
        action->setEnabled(editable);
    m_actions->pin->setEnabled(editable && people);
    m_actions->sayPin(people && arePinned());
    m_actions->remove->setEnabled(editable && (people || tie) && isVisible());
    // Dots where a question comes: a tie goes at once, and undo brings it back.
    m_actions->remove->setText(tie ? tr("D&elete this tie") : tr("D&elete…"));
    m_actions->circle->setEnabled(open && (people || m_canvas->circleSteps() > 0));
    const bool hasTime = open && m_time->hasTime();
    for (QAction* action : {m_actions->timeBack, m_actions->timeForth})
        action->setEnabled(hasTime);
    m_actions->today->setEnabled(hasTime && !m_model->isToday());
    for (QAction* action : {m_actions->fit, m_actions->zoomIn, m_actions->zoomOut, m_actions->table,
                            m_actions->copyPicture, m_actions->exportMap, m_actions->inspector})
        action->setEnabled(open);
    m_desk->sync();
    const Settings& settings = m_office.settings;
    m_actions->hulls->setChecked(settings.value(setting::kMapHulls) == Shown::yes);
    m_actions->fog->setChecked(settings.value(setting::kMapFog) == Shown::yes);
    m_actions->names->setChecked(settings.value(setting::kMapLabels) == Shown::yes);
}

void MapPlace::enter() { m_canvas->setFocus(Qt::OtherFocusReason); }

bool MapPlace::stepBack()
{
    if (m_chooser->isVisible() || m_namePopover->isVisible()) {
        m_chooser->dismiss();
        m_namePopover->dismiss();
        return true;
    }
    const QPointer<QWidget> focus = window()->focusWidget();
    const bool steps = m_model->cancelLayout() || m_desk->stepBack() ||
                       (m_time->playback().isPlaying() && m_time->stepBack()) || m_canvas->stepBack() ||
                       m_time->stepBack();
    // The card that had the keyboard may be gone: what comes next is asked of the map.
    if (steps && focus && !focus->isVisible())
        m_canvas->setFocus(Qt::OtherFocusReason);
    return steps;
}

void MapPlace::focusFilter() { m_desk->find(); }

bool MapPlace::exportHere()
{
    const auto map = m_model->data();
    if (!m_office.session.isOpen() || !map)
        return false;
    if (!m_edits->standsStill())
        return true;
    auto* dialog = new MapExportDialog(m_office, litInput(*m_canvas),
                                       pageOf(*m_canvas, m_office.session.networkName(), m_viewCaption), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MapExportDialog::saved, this, [this](const QString& sentence, const QString& path) {
        if (path.isEmpty())
            Q_EMIT said(sentence);
        else
            Q_EMIT fileWritten(sentence, path);
    });
    connect(&m_office.session, &Session::closing, dialog, &MapExportDialog::close);
    dialog->open();
    return true;
}

void MapPlace::addActions(QMenu* menu)
{
    m_actions->fill(menu);
    auto* views = new QMenu(tr("Sa&ved views"), menu);
    views->setObjectName(QStringLiteral("viewsMenu"));
    connect(views, &QMenu::aboutToShow, m_views, [this, views] { m_views->fill(views); });
    menu->insertMenu(m_actions->saveView, m_chips->layoutMenu());
    menu->insertMenu(m_actions->saveView, views);
    m_desk->actions().fill(menu);
}

void MapPlace::addEditActions(QMenu* menu)
{
    const MapEditActions& actions = m_desk->actions();
    menu->addSeparator();
    menu->addActions({actions.cut, actions.copy, actions.paste, actions.duplicate, m_actions->remove});
    menu->addAction(actions.selectAll);
    menu->addSeparator();
    menu->addAction(m_actions->copyPicture);
}

void MapPlace::showCircle(PersonId person)
{
    m_canvas->selectPeople({person});
    m_canvas->setCircle(person, 1);
    if (m_model->data() && m_model->indexOf(person) < 0)
        Q_EMIT said(tr("%1 is not on this map as it is set now.").arg(m_office.people.nameOf(person)));
}

void MapPlace::showView(ViewId view) { m_views->show(view); }

void MapPlace::fillViewMenu(QMenu* menu, ViewId view) { m_views->fillFor(menu, view); }

bool MapPlace::findPerson(PersonId person)
{
    if (m_model->indexOf(person) < 0)
        return false;
    m_office.settings.set(setting::kInspector, Fold::open);
    selectPerson(person);
    m_canvas->setFocus(Qt::OtherFocusReason);
    return true;
}

void MapPlace::selectTie(TieId tie)
{
    m_canvas->showTie(tie);
    if (m_canvas->selectedTie() != tie)
        m_inspector->show({}, tie);
}

void MapPlace::showTie(TieId tie)
{
    m_office.settings.set(setting::kInspector, Fold::open);
    m_canvas->selectPeople({});
    selectTie(tie);
    arrange(Refit::no);
    if (const auto found = m_office.session.records().ties.find(tie); found && *found)
        for (const PersonId person : {(*found)->a, (*found)->b})
            m_canvas->reveal(person);
}

void MapPlace::selectPerson(PersonId person)
{
    m_canvas->selectPeople({person});
    m_canvas->flyTo(person);
}

} // namespace weavemap::ui
