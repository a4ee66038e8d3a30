// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapEditActions.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

#include "ui/map/MapActions.h"

namespace weavemap::ui {

MapEditActions::MapEditActions(QWidget* canvas, QObject* parent) : QObject(parent), m_canvas(canvas)
{
    find = make(QStringLiteral("mapFind"), tr("Find on the map…"), {QKeySequence(Qt::Key_Slash)});
    filter = make(QStringLiteral("mapFilter"), tr("Filter…"), {QKeySequence(tr("Ctrl+Shift+F"))});
    path = make(QStringLiteral("mapPath"), tr("Path to…"), {Qt::Key_W});
    nextPath = make(QStringLiteral("mapNextPath"), tr("Next path"), {QKeySequence(tr("Shift+W"))});
    lasso = make(QStringLiteral("mapLasso"), tr("Choose with the lasso"), {Qt::Key_L});
    selectAll = make(QStringLiteral("mapSelectAll"), tr("Choose everybody"), {QKeySequence(tr("Ctrl+A"))});
    nextTie = make(QStringLiteral("mapNextTie"), tr("Next tie of this person"), {QKeySequence(tr("Shift+T"))});
    openPage = make(QStringLiteral("mapOpenPage"), tr("Open the page"), {QKeySequence(tr("Ctrl+Return"))});
    logCall = make(QStringLiteral("mapLogCall"), tr("Log a call with them"));
    rename = make(QStringLiteral("mapRename"), tr("Rename…"), {Qt::Key_F2});
    change = make(QStringLiteral("mapChange"), tr("Change a field…"), {Qt::Key_E});
    duplicate = make(QStringLiteral("mapDuplicate"), tr("Duplicate…"), {QKeySequence(tr("Ctrl+D"))});
    merge = make(QStringLiteral("mapMerge"), tr("Merge…"), {Qt::Key_M});
    tieAll = make(QStringLiteral("mapTieAll"), tr("Tie all together"));
    archive = make(QStringLiteral("mapArchive"), tr("Archive"));
    endTie = make(QStringLiteral("mapEndTie"), tr("End this tie today"));
    cut = make(QStringLiteral("mapCut"), tr("Cut"), QKeySequence::keyBindings(QKeySequence::Cut));
    copy = make(QStringLiteral("mapCopy"), tr("Copy as text"), QKeySequence::keyBindings(QKeySequence::Copy));
    paste = make(QStringLiteral("mapPaste"), tr("Paste"), QKeySequence::keyBindings(QKeySequence::Paste));
}

QAction* MapEditActions::make(const QString& name, const QString& text, const QList<QKeySequence>& keys)
{
    return MapActions::make(m_canvas, this, name, text, keys);
}

std::vector<QAction*> MapEditActions::all() const
{
    return {find,   filter,    path,  nextPath, lasso,   selectAll, nextTie, openPage, logCall, rename,
            change, duplicate, merge, tieAll,   archive, endTie,    cut,     copy,     paste};
}

void MapEditActions::fill(QMenu* menu) const
{
    menu->addSeparator();
    menu->addActions({find, filter, path});
    menu->addMenu(tr("Choose"))->addActions({lasso, selectAll, nextTie, nextPath});
    QMenu* edit = menu->addMenu(tr("Change who is chosen"));
    edit->addActions({openPage, logCall});
    edit->addSeparator();
    edit->addActions({rename, change, duplicate, merge, tieAll, archive, endTie});
    edit->addSeparator();
    edit->addActions({cut, copy, paste});
}

void MapEditActions::fillFor(QMenu* menu, Chosen chosen, const MapActions& map) const
{
    switch (chosen) {
    case Chosen::person:
        menu->addActions({openPage, logCall});
        menu->addSeparator();
        menu->addActions({map.circle, path, nextPath, map.drawTie, nextTie});
        menu->addSeparator();
        menu->addActions({rename, change, map.pin, duplicate, merge});
        menu->addSeparator();
        menu->addActions({cut, copy, archive, map.remove});
        break;
    case Chosen::several:
        menu->addActions({path, tieAll, merge});
        menu->addSeparator();
        menu->addActions({change, map.pin});
        menu->addSeparator();
        menu->addActions({cut, copy, archive, map.remove});
        break;
    case Chosen::tie:
        menu->addActions({map.inspector, nextTie});
        menu->addSeparator();
        menu->addActions({copy, endTie, map.remove});
        break;
    case Chosen::nothing:
        menu->addActions({map.addPerson, paste});
        menu->addSeparator();
        menu->addActions({find, filter, selectAll, lasso});
        menu->addSeparator();
        menu->addActions({map.fit, map.tidyUp, map.saveView, map.table, map.exportMap});
        break;
    }
}

} // namespace weavemap::ui
