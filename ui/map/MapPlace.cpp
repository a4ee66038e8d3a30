// SPDX-License-Identifier: GPL-3.0-or-later
// The map's parts, where they stand, and what they show. What they tell each other is in MapPlaceWiring.cpp.
#include "ui/map/MapPlace.h"

#include <algorithm>

#include <QAction>
#include <QMenu>

#include "core/actions/ViewQuestion.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/map/CanvasLabel.h"
#include "ui/map/Inspector.h"
#include "ui/map/LegendCard.h"
#include "ui/map/MapAccess.h"
#include "ui/map/MapActions.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapChips.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/MapModel.h"
#include "ui/map/NamePopover.h"
#include "ui/map/TieChooser.h"
#include "ui/map/ToolCard.h"
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
constexpr int kDrawerBelow = 1200; ///< window width under which the inspector lies over the map

} // namespace

MapPlace::MapPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_model(new MapModel(office, this)),
      m_edits(new MapEdits(office, *m_model, this)), m_canvas(new MapCanvas(office, *m_model, this)),
      m_actions(new MapActions(m_canvas, this)), m_tools(new ToolCard(m_canvas)),
      m_legend(new LegendCard(office.settings, m_canvas)), m_zoom(new ZoomCard(m_canvas)),
      m_chips(new MapChips(*m_model, m_canvas)), m_remark(new CanvasLabel(TextStyle::control, m_canvas)),
      m_caption(new CanvasLabel(TextStyle::caption, m_canvas)), m_progress(new ThinProgress(m_canvas)),
      m_nobody(new EmptyState(QStringLiteral("members"), tr("Nobody here yet"),
                              tr("Double click to add a person, or bring a list."), tr("Bring a list"), m_canvas)),
      m_filtered(new EmptyState(QStringLiteral("filter"), tr("Everyone is hidden by the filters"), {},
                                tr("Show everyone"), m_canvas)),
      m_noTies(
          new EmptyState(QStringLiteral("tie"), {}, tr("They appear as you log calls."), tr("Log a call"), m_canvas)),
      m_inspector(new Inspector(office, *m_model, *m_edits, this)), m_chooser(new TieChooser(this)),
      m_namePopover(new NamePopover(office.people, this))
{
    setObjectName(QStringLiteral("mapPlace"));
    build();
    wireCanvas();
    wireInspector();
    wireActions();
    wireEdits();
    wireFile();
    onSelectionChanged();
    syncEmptyStates();
}

MapPlace::~MapPlace() = default;

void MapPlace::build()
{
    installMapAccess();
    m_remark->setObjectName(QStringLiteral("mapRemark"));
    m_caption->setObjectName(QStringLiteral("mapCaption"));
    m_nobody->setObjectName(QStringLiteral("mapNobody"));
    m_filtered->setObjectName(QStringLiteral("mapAllFiltered"));
    m_noTies->setObjectName(QStringLiteral("mapNoTies"));
    m_legend->hide();
    // Cards stand in the order in which the keyboard visits them.
    setTabOrder(m_canvas, m_chips);
    setTabOrder(m_chips, m_tools);
    setTabOrder(m_tools, m_legend);
    setTabOrder(m_legend, m_zoom);
    setTabOrder(m_zoom, m_inspector);
}

bool MapPlace::isWide() const { return window()->width() >= kDrawerBelow; }

bool MapPlace::isInspectorShown() const
{
    const bool open = m_office.settings.value(setting::kInspector) == Fold::open && m_office.session.isOpen();
    return open && (isWide() || !m_inspector->isEmpty());
}

void MapPlace::resizeEvent(QResizeEvent*) { arrange(Refit::yes); }

void MapPlace::arrange(Refit refit)
{
    const bool shown = isInspectorShown();
    const int side = shown && isWide() ? size::kInspector : 0;
    m_canvas->setGeometry(0, 0, width() - side, height());
    m_inspector->setGeometry(width() - size::kInspector, 0, size::kInspector, height());
    m_inspector->setVisible(shown);
    m_actions->inspector->setChecked(m_office.settings.value(setting::kInspector) == Fold::open);

    const int w = m_canvas->width(), h = m_canvas->height();
    const QSize remark = m_remark->text().isEmpty() ? QSize() : m_remark->sizeHint();
    const int chipsWidth = std::max(200, w - 2 * kEdge - (remark.isEmpty() ? 0 : remark.width() + 12));
    const int chipsHeight = std::max(m_chips->heightFor(chipsWidth), static_cast<int>(size::kChip));
    m_chips->setGeometry(kEdge, kChipsTop, chipsWidth, chipsHeight);
    m_remark->setGeometry(w - kEdge - remark.width() + 4, kChipsTop + (size::kChip - remark.height()) / 2,
                          remark.width(), remark.height());
    const QSize caption = m_caption->sizeHint();
    const int captionWidth = std::min(caption.width(), w - 2 * kEdge);
    m_caption->setGeometry(w - kEdge - captionWidth + 4, kChipsTop + chipsHeight + 2, captionWidth, caption.height());
    m_progress->setGeometry(0, 0, w, 2);
    m_tools->adjustSize();
    m_tools->move(kEdge, std::max(kToolsTop, kChipsTop + chipsHeight + 20));
    m_legend->adjustSize();
    m_legend->move(kEdge, h - kEdge - m_legend->height());
    m_zoom->adjustSize();
    m_zoom->move(w - kEdge - m_zoom->width(), h - kEdge - m_zoom->height());
    for (EmptyState* state : {m_nobody, m_filtered}) {
        state->adjustSize();
        state->move((w - state->width()) / 2, (h - state->height()) / 2);
    }
    m_noTies->adjustSize();
    m_noTies->move((w - m_noTies->width()) / 2, h - kEdge - m_noTies->height());
    m_inspector->raise();

    std::vector<QRectF> cards{QRectF(0, kChipsTop, w, chipsHeight), QRectF(m_caption->geometry()),
                              QRectF(m_tools->geometry()), QRectF(m_zoom->geometry())};
    if (m_legend->isVisibleTo(m_canvas))
        cards.emplace_back(m_legend->geometry());
    if (m_noTies->isVisibleTo(m_canvas))
        cards.emplace_back(m_noTies->geometry());
    m_canvas->setCards(cards, refit == Refit::yes ? MapCanvas::Refit::yes : MapCanvas::Refit::no);
    m_canvas->update();
}

void MapPlace::onModelChanged()
{
    if (m_fitNext && !m_model->isBusy()) {
        m_fitNext = false;
        m_canvas->fit();
    }
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
    const int before = m_legend->height();
    const bool any = !picture->legend.values.empty() || !picture->legend.rows.empty();
    m_legend->setLegend(picture->legend, m_model->input().style.colors, hidden);
    const bool appeared = any != m_legend->isVisibleTo(m_canvas);
    m_legend->setVisible(any);
    // What the filters hide stands at the end of the chips already.
    QStringList caption = picture->caption;
    caption.removeAll(m_model->input().caption.filter);
    m_caption->setText(caption.join(QStringLiteral(" · ")));
    m_caption->setVisible(m_model->data() != nullptr && m_model->data()->networkPeople > 0);
    syncRemark();
    m_legend->adjustSize();
    const bool first = any && !m_legendShown;
    m_legendShown = m_legendShown || any;
    arrange(first ? Refit::yes : Refit::no);
    if (appeared || before != m_legend->height())
        m_canvas->update();
}

void MapPlace::onSelectionChanged()
{
    const bool before = isInspectorShown();
    m_inspector->show(m_canvas->selectedPeople(), m_canvas->selectedTie());
    if (before != isInspectorShown())
        arrange(Refit::no);
    syncActions();
}

void MapPlace::syncRemark()
{
    QStringList parts;
    const auto map = m_model->data();
    if (map && map->hiddenByFilter > 0)
        parts.append(tr("%1 hidden").arg(peopleCount(static_cast<int>(map->hiddenByFilter))));
    const auto picture = m_canvas->picture();
    if (picture && m_canvas->circleSteps() > 0 && picture->dimmed > 0)
        parts.append(tr("%1 dimmed").arg(peopleCount(picture->dimmed)));
    m_remark->setText(parts.join(QStringLiteral(" · ")));
    m_remark->setVisible(!parts.isEmpty());
}

void MapPlace::syncEmptyStates()
{
    const auto map = m_model->data();
    const bool answered = map != nullptr && m_office.session.isOpen();
    const int people = answered ? static_cast<int>(map->networkPeople) : 0;
    const bool none = answered && people == 0;
    const bool filtered = answered && people > 0 && map->people.empty();
    const bool untied = answered && !none && !filtered && map->ties.empty() && map->hiddenByFilter == 0;
    m_filtered->setTexts(tr("Everyone is hidden by the filters"),
                         people == 1 ? tr("1 person is still in the file.")
                                     : tr("%1 are still in the file.").arg(peopleCount(people)));
    m_noTies->setTexts(tr("%1, no known ties").arg(peopleCount(people)), tr("They appear as you log calls."));
    m_nobody->setVisible(none);
    m_filtered->setVisible(filtered);
    m_noTies->setVisible(untied);
    if (none)
        m_legend->hide();
    arrange(Refit::no);
}

void MapPlace::syncActions()
{
    const bool open = m_office.session.isOpen();
    const bool editable = m_edits->canEdit();
    const bool people = !m_canvas->selectedPeople().empty();
    const bool tie = static_cast<bool>(m_canvas->selectedTie());
    m_tools->setEditable(editable);
    for (QAction* action : {m_actions->drawTie, m_actions->addPerson, m_actions->tidyUp, m_actions->saveView})
        action->setEnabled(editable);
    m_actions->pin->setEnabled(editable && people);
    m_actions->remove->setEnabled(editable && (people || tie));
    m_actions->circle->setEnabled(open && (people || m_canvas->circleSteps() > 0));
    for (QAction* action : {m_actions->fit, m_actions->zoomIn, m_actions->zoomOut, m_actions->table,
                            m_actions->exportMap, m_actions->inspector})
        action->setEnabled(open);
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
    return m_canvas->stepBack();
}

void MapPlace::focusFilter() { m_chips->openFilterMenu(); }

bool MapPlace::exportHere()
{
    const auto map = m_model->data();
    if (!m_office.session.isOpen() || !map)
        return false;
    auto* dialog = new MapExportDialog(m_office, m_model->input(), mapPage(*map, m_office.session.networkName()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MapExportDialog::saved, this, &MapPlace::said);
    connect(&m_office.session, &Session::closing, dialog, &MapExportDialog::close);
    dialog->open();
    return true;
}

void MapPlace::addActions(QMenu* menu) { m_actions->fill(menu); }

void MapPlace::showCircle(PersonId person)
{
    m_canvas->selectPeople({person});
    m_canvas->setCircle(person, 1);
    if (m_model->data() && m_model->indexOf(person) < 0)
        Q_EMIT said(tr("%1 is not on this map as it is set now.").arg(m_office.people.nameOf(person)));
}

void MapPlace::showView(ViewId view)
{
    if (!m_office.session.isOpen())
        return;
    const auto views = m_office.session.records().views.all();
    if (!views)
        return;
    for (const MapView& saved : *views)
        if (saved.id == view) {
            auto question = m_model->question();
            question.filters.clear();
            question = actions::withViewSettings(std::move(question), saved.settings);
            question.view = view;
            m_canvas->setCircle({}, 0);
            m_fitNext = true;
            m_model->ask(std::move(question));
        }
}

void MapPlace::selectPerson(PersonId person)
{
    m_canvas->selectPeople({person});
    m_canvas->flyTo(person);
}

} // namespace weavemap::ui
