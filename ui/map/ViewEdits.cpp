// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ViewEdits.h"

#include <algorithm>
#include <utility>

#include <QMenu>

#include "core/actions/SavedViews.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

ViewEdits::ViewEdits(Office& office, MapModel& model, QWidget* parent)
    : QObject(parent), m_office(office), m_model(model), m_parent(parent)
{
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (!changes.touches(store::Table::view))
            return;
        if (m_model.question().view && !shown())
            show({});
        Q_EMIT changed();
    });
}

bool ViewEdits::canEdit() const { return m_office.session.isOpen() && !m_office.session.isReadOnly(); }

bool ViewEdits::standsStill()
{
    if (m_model.isLayoutShown())
        Q_EMIT said(MapEdits::stillLaidOut());
    return !m_model.isLayoutShown();
}

std::vector<MapView> ViewEdits::views() const
{
    if (!m_office.session.isOpen())
        return {};
    auto views = actions::savedViews(m_office.session.records());
    return views ? std::move(*views) : std::vector<MapView>();
}

std::optional<MapView> ViewEdits::find(ViewId view) const
{
    for (const MapView& saved : views())
        if (saved.id == view)
            return saved;
    return std::nullopt;
}

std::optional<MapView> ViewEdits::shown() const { return find(m_model.question().view); }

std::vector<MapPosition> ViewEdits::places() const
{
    std::vector<MapPosition> places;
    for (const MapPerson& person : m_model.input().people)
        if (isPerson(person.shape))
            places.push_back({{}, person.id, person.at.x(), person.at.y(), person.pinned});
    return places;
}

void ViewEdits::show(ViewId view)
{
    if (!m_office.session.isOpen())
        return;
    if (!view) {
        if (m_model.question().view) {
            Q_EMIT chosen();
            m_model.showMapItself();
        }
        return;
    }
    const std::optional<MapView> saved = find(view);
    if (!saved)
        return;
    // What a view does not say is as on a new map, not as the screen happens to be.
    const actions::MapQuestion plain;
    auto question = m_model.question();
    question.filters.clear();
    question.style = plain.style;
    question.around = plain.around;
    question.nodes = plain.nodes;
    question.kinds = plain.kinds;
    question.conveningMonths = plain.conveningMonths;
    question.ringBy = plain.ringBy;
    question.labelBy = plain.labelBy;
    question = actions::withViewSettings(std::move(question), saved->settings);
    question.view = view;
    Q_EMIT chosen();
    m_model.setLook(actions::viewLook(saved->settings));
    m_model.ask(std::move(question));
    Q_EMIT changed();
}

void ViewEdits::save()
{
    if (!canEdit() || !standsStill())
        return;
    const auto name = m_office.dialogs.askText(m_parent, tr("Save this view"), tr("Name of the view"));
    // The file may have been closed meanwhile.
    if (!name || name->trimmed().isEmpty() || !canEdit())
        return;
    m_office.session.change(
        tr("Save the view %1").arg(name->trimmed()),
        [name = toUtf8(*name), asked = m_model.answered(), look = m_model.lookNow(),
         places = places()](store::Records& records) -> Result<> {
            WEAVEMAP_TRY(actions::saveView(records, name, asked, look, places));
            return {};
        },
        [this, name = name->trimmed()](const Result<store::ChangeSet>& done) {
            if (!done)
                return;
            // It is what is on the screen: from now on moves belong to it.
            ViewId saved;
            for (const store::ChangedRow& row : done->rows(store::Table::view))
                if (row.change == store::RowChange::inserted && find(ViewId{row.id}))
                    saved = ViewId{row.id};
            Q_EMIT said(tr("Saved as %1. Moves from now on belong to this view.").arg(name));
            show(saved);
        });
}

void ViewEdits::update(ViewId view)
{
    const auto saved = find(view);
    if (!saved || !canEdit() || !standsStill())
        return;
    actions::ViewLook look = m_model.lookNow();
    look.caption = actions::viewLook(saved->settings).caption;
    m_office.session.change(tr("Update the view %1").arg(toQString(saved->name)),
                            [view, asked = m_model.answered(), look, places = places()](store::Records& records) {
                                return actions::updateView(records, view, asked, look, places);
                            });
}

void ViewEdits::rename(ViewId view)
{
    const auto saved = find(view);
    if (!saved || !canEdit())
        return;
    const QString before = toQString(saved->name);
    const auto name = m_office.dialogs.askText(m_parent, tr("Rename the view"), tr("Name of the view"), before);
    if (!name || name->trimmed().isEmpty() || name->trimmed() == before || !canEdit())
        return;
    m_office.session.change(
        tr("Rename the view %1 to %2").arg(before, name->trimmed()),
        [view, name = toUtf8(*name)](store::Records& records) { return actions::renameView(records, view, name); });
}

void ViewEdits::setCaption(ViewId view)
{
    const auto saved = find(view);
    if (!saved || !canEdit())
        return;
    const QString before = toQString(actions::viewLook(saved->settings).caption);
    const auto caption =
        m_office.dialogs.askText(m_parent, tr("Caption of the view"), tr("Words that stand with this view"), before);
    if (!caption || caption->trimmed() == before || !canEdit())
        return;
    m_office.session.change(tr("Caption of the view %1").arg(toQString(saved->name)),
                            [view, caption = toUtf8(*caption)](store::Records& records) {
                                return actions::setViewCaption(records, view, caption);
                            });
}

void ViewEdits::duplicate(ViewId view)
{
    const auto saved = find(view);
    if (!saved || !canEdit())
        return;
    const QString name = toQString(saved->name);
    m_office.session.change(tr("Duplicate the view %1").arg(name),
                            [view, copy = toUtf8(tr("%1, copy").arg(name))](store::Records& records) -> Result<> {
                                WEAVEMAP_TRY(actions::duplicateView(records, view, copy));
                                return {};
                            });
}

void ViewEdits::remove(ViewId view)
{
    const auto saved = find(view);
    if (!saved || !canEdit())
        return;
    const QString name = toQString(saved->name);
    m_office.session.change(
        tr("Delete the view %1").arg(name),
        [view](store::Records& records) { return actions::deleteView(records, view); },
        [this, name](const Result<store::ChangeSet>& done) {
            if (done)
                Q_EMIT said(tr("The view %1 is gone. Undo brings it back.").arg(name));
        });
}

void ViewEdits::move(ViewId view, int by)
{
    const auto saved = find(view);
    if (!saved || !canEdit())
        return;
    m_office.session.change(
        (by < 0 ? tr("Move the view %1 up") : tr("Move the view %1 down")).arg(toQString(saved->name)),
        [view, by](store::Records& records) { return actions::reorderView(records, view, by); });
}

void ViewEdits::fillFor(QMenu* menu, ViewId view)
{
    const bool editable = canEdit();
    const std::vector<MapView> all = views();
    const auto add = [&](const QString& name, const QString& text, auto action) {
        QAction* const made = menu->addAction(text);
        made->setObjectName(name);
        made->setEnabled(editable);
        connect(made, &QAction::triggered, this, action);
        return made;
    };
    const bool isShown = m_model.question().view == view;
    add(QStringLiteral("viewUpdate"), tr("&Update to what is shown now"), [this, view] {
        update(view);
    })->setEnabled(editable && isShown);
    add(QStringLiteral("viewRename"), tr("&Rename…"), [this, view] { rename(view); });
    add(QStringLiteral("viewCaption"), tr("&Caption…"), [this, view] { setCaption(view); });
    add(QStringLiteral("viewDuplicate"), tr("&Duplicate"), [this, view] { duplicate(view); });
    add(QStringLiteral("viewUp"), tr("Move u&p"), [this, view] {
        move(view, -1);
    })->setEnabled(editable && !all.empty() && all.front().id != view);
    add(QStringLiteral("viewDown"), tr("Move do&wn"), [this, view] {
        move(view, 1);
    })->setEnabled(editable && !all.empty() && all.back().id != view);
    add(QStringLiteral("viewDelete"), tr("De&lete"), [this, view] { remove(view); });
}

void ViewEdits::fill(QMenu* menu)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    const ViewId now = m_model.question().view;
    const auto add = [&](const QString& text, ViewId view) {
        QAction* const action = menu->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(now == view);
        action->setEnabled(m_office.session.isOpen());
        connect(action, &QAction::triggered, this, [this, view] { show(view); });
        return action;
    };
    add(tr("The whole map"), {})->setObjectName(QStringLiteral("viewNone"));
    for (const MapView& view : views())
        add(toQString(view.name), view.id)->setObjectName(QStringLiteral("view:%1").arg(view.id.value));
    menu->addSeparator();
    QAction* const board = menu->addAction(tr("As for the &board: one size, initials"));
    board->setObjectName(QStringLiteral("viewBoard"));
    board->setCheckable(true);
    board->setChecked(m_model.look().board);
    board->setEnabled(m_office.session.isOpen());
    connect(board, &QAction::triggered, &m_model, &MapModel::setBoard);
    QAction* const kept = menu->addAction(tr("&Save this view…"));
    kept->setObjectName(QStringLiteral("viewSave"));
    kept->setEnabled(canEdit());
    connect(kept, &QAction::triggered, this, &ViewEdits::save);
    // A menu of its own: with large letters all in one would be higher than a small screen.
    if (const auto view = shown())
        fillFor(menu->addMenu(tr("&Change this view")), view->id);
}

} // namespace weavemap::ui
