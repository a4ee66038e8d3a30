// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>

#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

class QAction;
class QMenu;

namespace weavemap::ui {

class PeopleEdits;

/// What can be done with the chosen people: one set of actions for the window's menu, the menu of a row and that of the
/// page. Those that nothing is chosen for are disabled.
class PeopleActions : public QObject
{
    Q_OBJECT

public:
    PeopleActions(Office& office, PeopleEdits& edits, QWidget* window, QObject* parent = nullptr);

    /// Whom the actions are about; nobody while the place is not in front.
    void setPeople(std::vector<PersonId> people);
    const std::vector<PersonId>& people() const { return m_people; }
    /// Puts into words and enables anew.
    void update();
    /// The window's menu: with "Add a person".
    void fillWindowMenu(QMenu* menu) const;
    /// The menu of a row or a page.
    void fillPersonMenu(QMenu* menu) const;

    QAction* add;
    QAction* edit;
    QAction* archive;
    QAction* restore;
    QAction* remove;
    QAction* erase; ///< wired by the place, which shows how far it is
    QAction* logCall;
    QAction* openOnMap;
    QAction* copyEmail;

private:
    QAction* make(const char* name, const QString& iconName);
    void copyAddresses() const;

    Office m_office;
    PeopleEdits& m_edits;
    QWidget* m_window;
    std::vector<PersonId> m_people;
};

} // namespace weavemap::ui
