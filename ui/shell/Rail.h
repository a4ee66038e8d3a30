// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

class QListView;
class QMenu;
class QStandardItemModel;

namespace weavemap::ui {

class TextLabel;

/// The left rail: the network's name and size, the places, saved views of the map, and at the foot History, Settings
/// and when the file was last backed up. Folded it shows icons only.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    /// Places in the order they stand in the rail; called once.
    void setPlaces(const QList<PlaceId>& upper, const QList<PlaceId>& lower);
    void setNetwork(const QString& name, const QString& count);
    /// The figure at the right of a place; empty for none.
    void setCount(PlaceId place, const QString& count);
    void setViews(const QList<QPair<ViewId, QString>>& views);
    /// Marks the saved view that is shown; 0: none is.
    void setCurrentView(ViewId view);
    void setBackupLine(const QString& line);
    /// Nothing while a page is in front that is not in the rail.
    void setCurrent(std::optional<PlaceId> place);
    std::optional<PlaceId> current() const { return m_current; }
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    static QString nameOf(PlaceId place);
    static QString iconOf(PlaceId place);

Q_SIGNALS:
    void placeChosen(weavemap::ui::PlaceId place);
    void viewChosen(weavemap::ViewId view);
    /// The menu of a saved view is about to open: by the right mouse button, or the key for menus.
    void viewMenuWanted(weavemap::ViewId view, QMenu* menu);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QListView* makeList(const QString& objectName, const QString& accessibleName);
    void syncHeights();
    void syncSelection();
    void openViewMenu(const QPoint& at);

    TextLabel* m_name;
    TextLabel* m_count;
    TextLabel* m_viewsHead;
    TextLabel* m_backup;
    QListView* m_upper;
    QListView* m_views;
    QListView* m_lower;
    QStandardItemModel* m_upperModel;
    QStandardItemModel* m_viewsModel;
    QStandardItemModel* m_lowerModel;
    ViewId m_currentView;
    std::optional<PlaceId> m_current = PlaceId::today;
    bool m_folded = false;
};

} // namespace weavemap::ui
