// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QRectF>
#include <QString>

#include "core/domain/Ids.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapMotion.h"
#include "ui/widgets/Place.h"

class QMenu;

namespace weavemap::ui {

class CanvasLabel;
class CircleCard;
class EmptyState;
class FloatShadow;
class Inspector;
class LegendCard;
class MapActions;
class MapChips;
class MapDesk;
class MapEdits;
class MapModel;
class MiniMap;
class NamePopover;
class RemarkLabel;
class ThinProgress;
class TieChooser;
class TimeBar;
class ToolCard;
class ToolHint;
class ViewEdits;
class ZoomCard;

/// The map of the network, edge to edge, with few floating cards on it and the inspector at its right. Draws ties, adds
/// and moves people, filters, shows circles, and leads to the export of what is shown.
class MapPlace : public Place
{
    Q_OBJECT

public:
    explicit MapPlace(Office& office, QWidget* parent = nullptr);
    ~MapPlace() override;

    /// Chooses a person and shows their circle of one step.
    void showCircle(PersonId person);
    /// Loads a saved view: what it shows and where everybody stands. 0: the map itself.
    void showView(ViewId view);
    /// What can be done with a saved view, for its menu in the rail.
    void fillViewMenu(QMenu* menu, ViewId view);
    /// Chooses a person, opens the inspector and flies there; false where they are not on the map as it is set now.
    bool findPerson(PersonId person);
    /// Chooses a person and brings them to the middle.
    void selectPerson(PersonId person);
    /// Chooses a tie and opens the inspector on it, where the map as it is set now does not draw it, too.
    void showTie(TieId tie);
    /// Puts the map's commands into the menu of the window.
    void addActions(QMenu* menu);
    /// Puts what is done with the whole map into the menu for editing.
    void addEditActions(QMenu* menu);

    void enter() override;
    bool stepBack() override;
    void focusFilter() override;
    /// Opens the export dialog, or says why not; false while no file is open.
    bool exportHere() override;

    MapCanvas& canvas() const { return *m_canvas; }
    MapModel& model() const { return *m_model; }
    TimeBar& timeBar() const { return *m_time; }

Q_SIGNALS:
    /// Another saved view is shown; 0: the map itself.
    void viewShown(weavemap::ViewId view);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    using Refit = MapCanvas::Refit;
    using Travel = MapCanvas::Travel;

    void build();
    void wireCanvas();
    void wireInspector();
    void wireActions();
    void wireEdits();
    void wireDesk();
    void wireFile();
    void wireTime();
    void arrange(Refit refit, Travel travel = Travel::jump);
    void arrangeTop(int w);
    void arrangeInspector();
    bool isWide() const;
    bool isInspectorShown() const;
    void onModelChanged();
    void onPictureChanged();
    void onSelectionChanged();
    void syncRemark();
    void syncCircle();
    void syncView();
    void syncMini();
    void placePassing(const std::vector<QRectF>& cards, const std::vector<QRectF>& around, const MapViewport& view);
    void syncEmptyStates();
    void syncActions();
    void syncHint();
    void cycleCircle();
    void takeFocusBack();
    void addPersonAtCursor();
    void removeSelected();
    void pinSelected();
    bool arePinned() const;
    void tellOfPins();
    void selectTie(TieId tie);
    void clickValue(const QString& shownValue, int group);
    void askAboutTie(PersonId from, PersonId to);
    void tellOfTie(PersonId a, PersonId b);
    void showTable();

    Office m_office;
    MapModel* m_model;
    MapEdits* m_edits;
    ViewEdits* m_views;
    MapCanvas* m_canvas;
    MapActions* m_actions;
    ToolCard* m_tools;
    ToolHint* m_hint;
    LegendCard* m_legend;
    ZoomCard* m_zoom;
    TimeBar* m_time;
    MiniMap* m_mini;
    CircleCard* m_circle;
    MapChips* m_chips;
    RemarkLabel* m_remark;
    CanvasLabel* m_caption;
    ThinProgress* m_progress;
    EmptyState* m_nobody;
    EmptyState* m_filtered;
    EmptyState* m_noTies;
    EmptyState* m_stopped;
    Inspector* m_inspector;
    TieChooser* m_chooser;
    NamePopover* m_namePopover;
    MapDesk* m_desk;
    FloatShadow* m_drawerShadow;
    MapMotion m_motion;     ///< of the drawer
    QRect m_miniSpot;       ///< chosen when it came, or when what stands around it became another
    QRect m_circleSpot;     ///< the same of the circle's card, or of the path's
    bool m_cramped = false; ///< there was no spot that hides nobody
    bool m_yielded = false; ///< the view made room for them
    std::vector<QRectF> m_around;
    bool m_drawerOut = false;   ///< whether the inspector lies over the map
    bool m_legendShown = false; ///< whether a legend was there since the file was opened
    QString m_viewCaption;      ///< the user's words for the saved view that is shown
    /// What was last seen of the pins of who is chosen and on the map: in which view and style, who, how many pinned.
    struct Pins
    {
        ViewId view;
        int style = 0;
        std::vector<PersonId> people;
        std::size_t pinned = 0;
    };
    Pins m_pins;
    bool m_fitNext = false;   ///< another view is coming: fit to it
    bool m_refitNext = false; ///< and again once its legend and caption stand
};

} // namespace weavemap::ui
