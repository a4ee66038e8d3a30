// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapActions.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace weavemap::ui {

MapActions::MapActions(QWidget* canvas, QObject* parent) : QObject(parent), m_canvas(canvas)
{
    drawTie = make(QStringLiteral("mapDrawTie"), tr("&Draw a tie"), {Qt::Key_T});
    addPerson = make(QStringLiteral("mapAddPerson"), tr("&Add a person…"), {Qt::Key_N});
    pin = make(QStringLiteral("mapPin"), tr("&Pin"), {Qt::Key_P});
    circle = make(QStringLiteral("mapCircle"), tr("&Circle"), {Qt::Key_C});
    fit = make(QStringLiteral("mapFit"), tr("&Fit"), {Qt::Key_F});
    zoomIn = make(QStringLiteral("mapZoomIn"), tr("&Nearer"), {Qt::Key_Plus, Qt::Key_Equal});
    zoomOut = make(QStringLiteral("mapZoomOut"), tr("F&urther away"), {Qt::Key_Minus});
    remove = make(QStringLiteral("mapRemove"), tr("D&elete…"), {Qt::Key_Delete});
    hulls = make(QStringLiteral("mapHulls"), tr("A&reas of groups"));
    fog = make(QStringLiteral("mapFog"), tr("F&og over people not heard from"));
    names = make(QStringLiteral("mapNames"), tr("Na&mes"));
    for (QAction* toggle : {hulls, fog, names})
        toggle->setCheckable(true);
    timeBack = make(QStringLiteral("mapTimeBack"), tr("Bac&k in time"), {Qt::Key_BracketLeft});
    timeForth = make(QStringLiteral("mapTimeForth"), tr("F&orth in time"), {Qt::Key_BracketRight});
    today = make(QStringLiteral("mapToday"), tr("&Go to today"));
    tidyUp = make(QStringLiteral("mapTidyUp"), tr("Tid&y up"));
    saveView = make(QStringLiteral("mapSaveView"), tr("&Save this view…"));
    table = make(QStringLiteral("mapTable"), tr("Show as a &table"));
    inspector = make(QStringLiteral("mapInspectorAction"), tr("&Inspector"));
    inspector->setCheckable(true);
    copyPicture =
        make(QStringLiteral("mapCopyPicture"), tr("Copy t&he map as a picture"), {QKeySequence(tr("Ctrl+Shift+C"))});
    exportMap = make(QStringLiteral("mapExport"), tr("E&xport this map…"));
}

QAction* MapActions::make(const QString& name, const QString& text, const QList<QKeySequence>& keys)
{
    return make(m_canvas, this, name, text, keys);
}

QAction* MapActions::make(QWidget* canvas, QObject* parent, const QString& name, const QString& text,
                          const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, parent);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    canvas->addAction(action);
    return action;
}

void MapActions::sayPin(bool arePinned) { pin->setText(arePinned ? tr("Let l&oose") : tr("&Pin")); }

void MapActions::fill(QMenu* menu) const
{
    menu->addActions({drawTie, addPerson, pin, circle, remove});
    menu->addSeparator();
    // Short enough for a small screen and large letters: what the map has on itself, too, is one menu further.
    menu->addMenu(tr("&Zoom"))->addActions({fit, zoomIn, zoomOut});
    menu->addMenu(tr("T&ime"))->addActions({timeBack, timeForth, today});
    menu->addMenu(tr("What is sho&wn"))->addActions({hulls, fog, names, inspector});
    menu->addAction(tidyUp);
    menu->addSeparator();
    menu->addActions({saveView, table, exportMap});
}

} // namespace weavemap::ui
