// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

class QMenu;

namespace weavemap::ui {

/// The map of the network, edge to edge, with few floating cards on it and the inspector at its right. Draws ties, adds and
/// moves people, filters, shows circles, and leads to the export of what is shown.
class MapPlace : public Place
{
    Q_OBJECT

public:
    explicit MapPlace(Office& office, QWidget* parent = nullptr);
    ~MapPlace() override;

    /// Chooses a person and shows their circle of one step.
    void showCircle(PersonId person);
    /// Loads a saved view: what it shows and where everybody stands.
    void showView(ViewId view);
    /// Chooses a person and brings them to the middle; nothing where they are not on the map.
    void selectPerson(PersonId person);
    /// Puts the map's commands into the menu of the window.
    void addActions(QMenu* menu);

    void enter() override;
    bool stepBack() override;
    void focusFilter() override;
    /// Opens the export dialog; false while no file is open.
    bool exportHere() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace weavemap::ui
