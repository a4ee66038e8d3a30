// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "core/domain/MapView.h"
#include "ui/widgets/Place.h"

class QMenu;

namespace weavemap::ui {

class MapModel;

/// The saved views of the map as its menus show them, and what can be done with one: each as one step with a label of
/// its own. A view that goes while it is shown gives way to the map itself.
class ViewEdits : public QObject
{
    Q_OBJECT

public:
    ViewEdits(Office& office, MapModel& model, QWidget* parent);

    /// As the file has them now, by order.
    std::vector<MapView> views() const;
    /// The one that is shown; nothing while the map itself is.
    std::optional<MapView> shown() const;

    /// Shows a saved view; 0 shows the map itself, as it was last set.
    void show(ViewId view);
    /// Keeps what the map shows and where everybody stands under a name that is asked for, and shows it as that view.
    void save();
    void update(ViewId view);
    void rename(ViewId view);
    void setCaption(ViewId view);
    void duplicate(ViewId view);
    void remove(ViewId view);
    void move(ViewId view, int by);

    /// All views by name with the one that is shown checked, and what can be done with that one.
    void fill(QMenu* menu);
    /// What can be done with a view.
    void fillFor(QMenu* menu, ViewId view);

Q_SIGNALS:
    /// Another view is coming.
    void chosen();
    /// Other views, names or captions.
    void changed();
    void said(const QString& sentence);

private:
    bool canEdit() const;
    bool standsStill(); ///< says so where it does not
    std::optional<MapView> find(ViewId view) const;
    std::vector<MapPosition> places() const;

    Office m_office;
    MapModel& m_model;
    QWidget* m_parent;
};

} // namespace weavemap::ui
