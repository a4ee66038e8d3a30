// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QByteArray>
#include <QPoint>
#include <QPointF>
#include <QPointer>
#include <QStringList>

#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

class QMenu;

namespace weavemap::ui {

class MapActions;
class MapCanvas;
class MapEditActions;
class MapEdits;
class MapModel;
class MapPath;
class NamePopover;
class PersonPicker;

/// What the map does with who is chosen: finds people, shows the path between two, changes several at once, merges,
/// copies and pastes, and asks what it needs for that. Each command is an action of `MapEditActions`, enabled only
/// where it does something.
class MapDesk : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MapModel& model;
        MapEdits& edits;
        MapCanvas& canvas;
        MapActions& actions;
        NamePopover& namePopover;
        QWidget& place; ///< what popovers and dialogs stand on
    };
    MapDesk(Office& office, const Parts& parts);

    MapEditActions& actions() const { return *m_actions; }
    MapPath& path() const { return *m_path; }
    void sync();
    /// Escape: a question, a path; false where there is neither.
    bool stepBack();
    void find();
    /// Asks for the other end of the tie that the keyboard draws.
    void askForTieEnd();
    void showMenu(QPoint globalPosition);
    /// Where what is added shall stand: where the menu was opened, at the pointer, else in the middle; px of the
    /// canvas.
    QPointF spotForNew() const;

Q_SIGNALS:
    void said(const QString& sentence);
    void pageRequested(weavemap::PersonId person);
    void logCallRequested(weavemap::PersonId person);
    void filterRequested();
    /// This person is to be chosen and brought to the middle.
    void personFound(weavemap::PersonId person);
    void tieWanted(weavemap::PersonId from, weavemap::PersonId to, QPoint globalPosition);

private:
    void wire();
    void wireEdits();
    /// The people chosen who are on the map; organizations and convenings are only looked at.
    std::vector<PersonId> chosen() const;
    PersonId onlyChosen() const;
    QPoint spotOf(PersonId person) const; ///< px of the place
    /// The places nearest to `wanted` for so many who are new, that are seen, beside everybody; px of the canvas.
    std::vector<QPointF> spotsNear(QPointF wanted, std::size_t people) const;
    void pick(const QString& title, PersonId without, QPoint at, std::function<void(PersonId)> then);
    void askForPathEnd();
    void openPath();
    void toggleLasso();
    void rename();
    void duplicate();
    void change();
    void merge();
    void askToMerge(PersonId keep, PersonId gone);
    void tieAll();
    QStringList rowsToCopy(int& left) const;
    static QString leftOut(int people);
    void copy();
    void cut();
    void paste();
    void choosePasted();

    Office m_office;
    Parts m_parts;
    MapEditActions* m_actions;
    MapPath* m_path;
    PersonPicker* m_picker;
    /// Whom the clipboard of this mark holds.
    struct Cut
    {
        QByteArray mark;
        std::vector<PersonId> people;
    } m_cut;
    std::vector<PersonId> m_pasted; ///< to be chosen once the map shows them
    QPointer<QMenu> m_menu;         ///< the one at the pointer, until its command is done
    QPoint m_menuSpot;              ///< px of the canvas
};

} // namespace weavemap::ui
