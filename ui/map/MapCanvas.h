// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "core/actions/MapData.h"
#include "core/domain/Ids.h"
#include "ui/jobs/Jobs.h"
#include "ui/map/CircleShown.h"
#include "ui/map/MapMotion.h"
#include "ui/map/MapShown.h"
#include "ui/map/MapTool.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPicture.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class MapModel;

/// The map on the screen. Pool threads make the picture; while a new one comes the last is shown moved and scaled, so
/// panning and zooming never wait. Holds viewport, selection, hover and circle; what the mouse does is in the tools,
/// and what changes the file is asked for by signals. While a gesture is under way the model holds still. What moves
/// is drawn from the values of `MapMotion`: where the view is on its way, how far a new picture covers the last.
class MapCanvas : public QWidget, private MapToolHost
{
    Q_OBJECT

public:
    enum class Tool { select, drawTie, addPerson, lasso, path };

    MapCanvas(Office& office, MapModel& model, QWidget* parent = nullptr);
    ~MapCanvas() override;

    void setTool(Tool tool);
    Tool tool() const { return m_tool; }
    /// Where a tie begins that the keyboard draws; 0: nowhere yet.
    PersonId tieFrom() const { return m_tieFrom; }

    void fit(); ///< shows everybody, clear of the floating cards
    void zoomBy(double factor);
    void zoomAt(QPointF px, double factor);
    double zoom() const { return m_viewport.zoom; }
    /// Whether the view is the one that `fit` led to.
    bool isFitted() const { return m_fitted; }
    enum class Refit { no, yes };
    /// How a view that becomes another gets there.
    enum class Travel { jump, slide };
    /// Floating cards in px of the canvas: fit keeps clear of them, no label goes under them, nor under those that come
    /// and go (`passing`), which a fit keeps clear of while a circle is shown. `yes` fits again where everybody was in
    /// view; a filter or a choice must not move the picture.
    void setCards(const std::vector<QRectF>& cards, const std::vector<QRectF>& passing, Refit refit, Travel travel);
    /// The view that `setCards` with these leads to, but for what passes.
    MapViewport viewWith(const std::vector<QRectF>& cards, Refit refit) const;
    /// Takes this place in the parent; with `slide` what is on the screen slides to where it belongs.
    void place(const QRect& geometry, Travel travel);
    /// The part of the canvas that nothing covers: flights end in its middle.
    void setClear(const QRectF& px) { m_clear = px; }
    /// Shows somebody and their contacts as large as can be.
    void flyTo(PersonId person);
    /// Moves the view by as little as needed for somebody to be seen.
    void reveal(PersonId person);
    /// Puts this place of the map into the middle, at once.
    void centreOn(QPointF map);
    /// The part of the map that is in view, or will be once the view is there.
    QRectF seen() const;
    /// Whether somebody is out of view.
    bool isPartial() const;

    const std::vector<std::uint32_t>& selection() const override { return m_focus.selected; }
    std::vector<PersonId> selectedPeople() const;
    TieId selectedTie() const { return m_selectedTie; }
    /// Chooses a tie, as a click on it does; nothing where it is not on the map.
    void showTie(TieId tie);
    /// What a click on somebody does with the tool in hand; with the one for ties the first says where a tie begins,
    /// the next where it ends.
    void press(PersonId person);
    /// Brings the keyboard to somebody, as the arrows do.
    void focusOn(PersonId person);
    /// Who is drawn at a place of the canvas; -1: nobody.
    int personAt(QPointF px) const { return pointerAt(px, {}).person; }
    /// Ends a gesture that is under way: it was about other people.
    void selectPeople(const std::vector<PersonId>& people);
    void clearSelection();
    /// Chooses the next tie of the person who is chosen, or whose tie it is already.
    void walkTies();

    /// Shows the circle of 1 to 3 steps of one or several, as large as can be; 0 steps: none, and the view before it.
    void setCircleOf(std::vector<PersonId> centres, int steps);
    void setCircle(PersonId person, int steps) { setCircleOf({person}, steps); }
    PersonId circlePerson() const { return m_circle.centres.size() == 1 ? m_circle.centres.front() : PersonId{}; }
    const std::vector<PersonId>& circleCentres() const { return m_circle.centres; }
    int circleSteps() const { return m_circle.steps; }
    /// Lights a path from person to person and dims the rest, a circle is taken away; nobody: no path.
    void setPath(const std::vector<PersonId>& people);
    const std::vector<PersonId>& path() const { return m_path; }

    /// Escape: a gesture, a circle or path, the selection; false where there is none of them.
    bool stepBack();
    /// The picture last drawn; null before the first. Legend and caption are read from it.
    std::shared_ptr<const MapPicture> picture() const { return m_drawn.picture; }
    /// Whether a picture newer than the one on the screen is being made.
    bool isDrawing() const { return m_job.isRunning() || m_again; }
    QPointF toPx(QPointF map) const { return view().toPixels(map); }
    int keyboardPerson() const { return m_focus.keyboard; }
    MapModel& model() const { return m_model; }
    /// The disc of somebody, by index into the model's people, in px.
    QRectF discRect(int person) const;
    QPointF toMap(QPointF px) const { return view().toMap(px); }
    const MapMotion& motion() const { return m_motion; }

Q_SIGNALS:
    void selectionChanged();
    void circleChanged();
    void pathChanged();
    void toolChanged();
    /// Another picture is on the screen.
    void pictureChanged();
    void zoomChanged();
    void tieDrawn(weavemap::PersonId from, weavemap::PersonId to, QPoint globalPosition);
    void personAddRequested(QPointF map, QPoint globalPosition);
    void inspectorRequested();
    void pathEndChosen(weavemap::PersonId person);
    /// What can be done with what is chosen, or on the ground there.
    void menuRequested(QPoint globalPosition);
    /// The keyboard walked to another person.
    void walked(int person);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Drawn = DrawnMap;
    using Known = KnownMap;

    // MapToolHost
    void select(std::vector<std::uint32_t> people) override;
    void selectTie(int tie) override;
    std::vector<std::uint32_t> peopleIn(const QRectF& px) const override;
    std::vector<std::uint32_t> peopleIn(const QPolygonF& px) const override;
    QPointF personAtPx(std::uint32_t person) const override;
    double radiusOf(std::uint32_t person) const override;
    bool canEdit() const override;
    void dragBy(QPointF map) override;
    void dropDrag() override;
    void drawTie(std::uint32_t from, std::uint32_t to, QPointF px) override;
    void addPerson(QPointF map, QPointF px) override;
    void choosePathEnd(std::uint32_t person) override;
    void refreshOverlay() override { update(); }

    void forget();
    void onModelChanged();
    void onMoved();
    bool isAnotherPicture() const;
    void noteChanges();
    void requestPicture();
    void show(Drawn drawn);
    void onStep(MapMotion::Kind kind);
    void onEnd(MapMotion::Kind kind);
    /// What is on the screen now: `m_viewport`, or the way to it.
    MapViewport view() const;
    void travel(const MapViewport& to, MapMotion::Kind kind, Travel how = Travel::slide);
    void stayHere();
    MapViewport fitted() const;
    MapViewport around(const std::vector<std::uint32_t>& centres, int steps) const;
    void frameCircle(Travel how = Travel::slide);
    void leaveCircle();
    void syncLit();                            ///< circle and path as indices of the people of now
    QPointF placeOf(std::size_t person) const; ///< while people settle, on their way
    void panBy(QPointF px);
    void endGesture();
    void cancelGesture();
    void paintPicture(QPainter& painter, const Drawn& drawn, double opacity) const;
    void paintGrowth(QPainter& painter, const Theme& theme) const;
    void paintShadows(QPainter& painter, const Theme& theme) const;
    void flatten();
    double fade() const; ///< how far the new picture has come
    MapPointer pointerAt(QPointF px, Qt::KeyboardModifiers modifiers) const;
    QPointF inPicture(QPointF px) const;
    void setHovered(int person);
    bool pinch(QEvent* event);
    enum class Keep { no, yes }; ///< whether who was chosen stays so
    void walk(QPointF direction, Keep keep = Keep::no);
    void walkBySize(int step);
    void walkTo(std::uint32_t person, Keep keep = Keep::no);
    int walker() const; ///< where the keyboard goes on from; -1: nobody
    void nudge(QPointF px);
    bool tieByKeyboard();
    int onlySelected() const; ///< the one person who is chosen; -1: none, or several
    MapTool& active() const { return *m_tools[static_cast<std::size_t>(m_tool)]; }
    void syncCursor();

    Office m_office;
    MapModel& m_model;
    std::array<std::unique_ptr<MapTool>, 5> m_tools;
    Tool m_tool = Tool::select;
    bool m_gesture = false, m_dragging = false; ///< the button is down: the model holds still; it moves people
    MapMotion m_motion;
    MapMotion::Kind m_flight = MapMotion::Kind::fly;
    MapViewport m_viewport;      ///< where the view is going; pictures are made for it
    MapViewport m_start;         ///< where it came from
    std::vector<QRectF> m_cards; ///< what a fit keeps clear of
    QRectF m_clear;
    Travel m_resizing = Travel::jump;
    double m_fitScale = 1;
    bool m_fitted = true;
    bool m_placed = false; ///< whether the viewport was ever fitted to people
    MapFocus m_focus;
    std::vector<PersonId> m_selectedIds;
    TieId m_selectedTie;
    PersonId m_walkedTo;
    PersonId m_tiesOf;  ///< whose ties the keyboard goes through
    PersonId m_tieFrom; ///< where a tie begins that the keyboard draws
    CircleShown m_circle;
    std::shared_ptr<const MapInput> m_asked; ///< what the last picture was asked for with; null: it is another by now
    std::vector<PersonId> m_path;
    JobHandle m_job;
    bool m_again = false, m_fadeNext = false, m_redateNext = false;
    MapMotion::Kind m_fading = MapMotion::Kind::hover; ///< what the picture comes by
    Drawn m_drawn;
    std::shared_ptr<LiveMap> m_live; ///< null while a job has it
    Drawn m_under;                   ///< the picture before, while it goes from over the new one
    Known m_known;
    std::unordered_map<PersonId, QPointF> m_settling; ///< from where
    std::vector<TieId> m_new;                         ///< ties that are to grow once they are drawn
    std::vector<TieId> m_growing;
    QTimer m_hoverTimer;
    int m_hoverNext = -1;
    bool m_spaceHeld = false, m_panning = false;
    QPointF m_panLast;
};

} // namespace weavemap::ui
