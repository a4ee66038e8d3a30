// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace weavemap::ui {

class MapActions;

/// The commands for who and what is chosen on the map, beside those of `MapActions`: finding, paths, choosing several,
/// changing them, the clipboard. They are in the menu of the window and in the menu at the pointer.
class MapEditActions : public QObject
{
    Q_OBJECT

public:
    MapEditActions(QWidget* canvas, QObject* parent);

    void fill(QMenu* menu) const;
    /// What can be done with what is chosen.
    enum class Chosen { nothing, person, several, tie };
    void fillFor(QMenu* menu, Chosen chosen, const MapActions& map) const;
    std::vector<QAction*> all() const;

    QAction* find;
    QAction* filter;
    QAction* path;
    QAction* nextPath;
    QAction* lasso;
    QAction* selectAll;
    QAction* nextTie;
    QAction* openPage;
    QAction* logCall;
    QAction* rename;
    QAction* change;
    QAction* duplicate;
    QAction* merge;
    QAction* tieAll;
    QAction* archive;
    QAction* endTie;
    QAction* cut;
    QAction* copy;
    QAction* paste;

private:
    QAction* make(const QString& name, const QString& text, const QList<QKeySequence>& keys = {});

    QWidget* m_canvas;
};

} // namespace weavemap::ui
