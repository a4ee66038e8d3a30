// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QPointF>
#include <QTimer>

#include "core/actions/MapData.h"
#include "core/actions/MapSizes.h"
#include "core/actions/ViewQuestion.h"
#include "ui/jobs/Jobs.h"
#include "ui/map/LayoutFrames.h"
#include "ui/map/MapAnswer.h"
#include "ui/paint/MapInput.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// What the map shows: the question (tie set, colour, size, filters, view), the core's answer, and the painters' input
/// made from it. Asked again in a job after changes that touch the network; what is shown stays until the answer
/// is here. What discs are sized by is computed again only where the network itself became another, and taken from the
/// figures of the window where they hold it; until then the old sizes stay. Places that were computed are stored
/// unrecorded; moves and pins by the user are changes. Whoever is erased is named no more at once, and no filter keeps
/// a value that nobody has since. UI thread.
class MapModel : public QObject
{
    Q_OBJECT

public:
    explicit MapModel(Office& office, QObject* parent = nullptr);

    const actions::MapQuestion& question() const { return m_question; }
    /// The question that `data` answers.
    const actions::MapQuestion& answered() const { return m_answered; }
    /// Replaces the question; "today" is kept up by the model.
    void ask(actions::MapQuestion question);
    /// How a saved view is drawn; nothing is said of the map itself.
    const actions::ViewLook& look() const { return m_look; }
    void setLook(const actions::ViewLook& look);
    /// The same with everything said as it is drawn now: what a view keeps.
    actions::ViewLook lookNow() const;
    void setBoard(bool board);
    /// Back from a saved view to the map itself, as it was last set.
    void showMapItself();
    /// Arranges people in another way; each style has places of its own, so that nothing moved is lost. `around`: the
    /// centre of rings.
    void setStyle(layout::Style style, PersonId around = {});
    /// Stops a layout whose frames are shown, and goes back to what was shown before; false where there is none.
    bool cancelLayout();
    /// Whether the first map was stopped before anybody had a place; `refresh` begins anew.
    bool isStopped() const { return m_isStopped; }
    /// Asks for the map again.
    void refresh();
    /// Whether people are on the screen where a layout under way has them so far.
    bool isLayoutShown() const { return m_layoutShown; }
    /// How long a layout takes before its frames are shown, whoever is on the screen; without: 100 ms where that is
    /// nobody yet, else 400 ms. From the next answer on.
    void setPatience(std::chrono::milliseconds wait) { m_patience = wait; }
    /// Shows a map of another date that was prepared with `askingFor`; false, and nothing, where anything else was
    /// asked meanwhile.
    bool showPrepared(const MapAnswer& answer);
    /// What a map of this date is prepared by; nothing: today.
    MapAsking askingFor(std::optional<Date> date) const;
    /// Whether the map shows the network as it is today, alone.
    bool isToday() const { return !m_question.date && !m_question.compare; }
    /// What was read for `data`; null before the first answer and once somebody was erased.
    std::shared_ptr<const actions::MapSource> source() const { return m_source; }
    /// The fields and values people can be filtered by, as the file has them now.
    const std::vector<std::string>& fields() const { return m_fields; }
    /// Those of them that show groups: the fields to colour by.
    std::vector<std::string> colourFields() const;
    /// Values of a field with how many people of the network have them, the most frequent first.
    std::vector<std::pair<std::string, std::size_t>> valuesOf(const std::string& field) const;

    /// Null before the first answer.
    std::shared_ptr<const actions::MapData> data() const { return m_data; }
    /// Colours follow the theme; focus is empty: the canvas sets it.
    const MapInput& input() const { return m_input; }
    /// Whether an answer to what was asked last is still to come.
    bool isBusy() const { return m_job.isRunning() || m_again || m_later.isActive(); }
    /// Whether discs still have the sizes of an earlier network or measure.
    bool areSizesStale() const { return m_sizesStale; }
    /// How far off the sizes shown may be, on their measure's scale of 0 to 1; 0 where they are exact.
    double sizeBound() const { return m_data ? m_data->sizeBound : 0.0; }
    /// The same of whatever the map says: sizes, colours or rings, of the one that is farthest off.
    double largestBound() const;
    /// Computes exact values in the place of estimates, in the background: of sizes, colours and rings.
    void askForExact();
    /// Whether that was asked for: what is an estimate yet is on its way.
    bool isMadeExact() const;

    /// While nobody watches, changes are gathered for a moment before they are read, so that the page in front comes
    /// first. Whoever begins to watch is shown what is there and then the rest at once.
    void watch();
    void unwatch() { m_watched = false; }

    /// Lays aside whatever arrives until `letGo`: a gesture is under way, and the people it holds must not change under
    /// the hand.
    void hold() { m_held = true; }
    void letGo();

    /// Whether organizations stand for their people: such a map is looked at, and changed as one of people.
    bool isRolledUp() const { return m_input.isRolledUp; }
    /// Whether a disc is a person's; false where nobody of this id is shown.
    bool isPerson(PersonId person) const;
    /// What stands on the map under this id: the name of an organization or a convening; empty for people.
    QString nodeName(PersonId disc) const;
    /// The same people, with all whom an organization or a convening among them stands for, each once.
    std::vector<PersonId> standingFor(const std::vector<PersonId>& discs) const;

    int indexOf(PersonId person) const; ///< among `input().people`; -1 where not shown
    int indexOfTie(TieId tie) const;
    /// Moves people on the screen only, while a drag lasts.
    void moveOnScreen(const std::vector<std::uint32_t>& people, QPointF by);
    /// Stores where these people stand now, pinned: one step.
    void storeMove(const std::vector<std::uint32_t>& people);
    void setPinned(const std::vector<std::uint32_t>& people, bool pinned);
    /// Lays the network out anew with as little moving as needed: one step.
    void tidyUp();

Q_SIGNALS:
    /// Another picture is to be drawn: people, ties, colours or places.
    void changed();
    /// Places only, under the user's hand.
    void moved();
    void busyChanged(bool busy);
    /// Everybody goes elsewhere: another style was chosen.
    void rearranging();
    /// A frame of a layout under way is shown.
    void frameShown();

private:
    /// A move that was handed to the session. It stands over answers that were read before it was stored.
    struct Move
    {
        std::vector<MapPosition> places;
        QString key;                ///< of the view and style they are places of
        std::uint64_t revision = 0; ///< 0: not stored yet
        int serial = 0;
    };

    void reset();
    void recallChoices();
    void keepChoices();
    void forget();
    void forgetPerson(PersonId person, const QString& name);
    void start();
    void dropFirstLook();
    static QString placesKey(const actions::MapQuestion& question);
    void showFrame(LayoutFrames& frames);
    void adopt(MapAnswer answer);
    bool figuresAnswer() const;
    void makeExact();
    bool areClassesRough() const;
    void bringSizes();
    void adoptSizes(std::shared_ptr<const actions::MapSizes> sizes);
    void bringClasses();
    void restyle();
    void rebuildInput();
    void applyLook();
    actions::ViewLook lookOf(ViewId view) const;
    void storeTidy(std::vector<MapPosition> tidy, const actions::MapQuestion& asked);
    std::vector<MapPosition> places(const std::vector<std::uint32_t>& people) const;
    QString nameFor(const std::vector<std::uint32_t>& people) const;

    Office m_office;
    JobHandle m_job;
    JobHandle m_sizeJob;
    JobHandle m_classJob;
    JobHandle m_tidyJob;
    QTimer m_later; ///< runs while changes are gathered
    std::optional<std::chrono::milliseconds> m_patience;
    bool m_watched = false;
    bool m_again = false;
    bool m_held = false;
    bool m_restyleAfter = false; ///< colours or sizes became others while held
    bool m_sizesStale = false;
    bool m_isFirstLook = false; ///< `m_data` came with a frame, before any answer
    bool m_isStopped = false;
    bool m_layoutShown = false;         ///< frames of a layout under way are on the screen
    std::optional<MapAnswer> m_waiting; ///< the last answer that came while held
    std::vector<Move> m_moves;
    int m_moveSerial = 0;
    actions::MapQuestion m_question;
    actions::ViewLook m_look;
    actions::MapQuestion m_answered;
    std::uint64_t m_network = 0; ///< key of what is shown
    std::shared_ptr<const actions::MapSource> m_source;
    std::shared_ptr<const actions::MapData> m_data;
    actions::MapRings m_rings;                        ///< of `m_data`
    std::shared_ptr<const actions::MapSizes> m_sizes; ///< the last that were complete
    std::vector<std::string> m_fields;
    std::vector<std::shared_ptr<const actions::MapSizes>> m_classed; ///< what colours and rings say
    MapInput m_input;
};

} // namespace weavemap::ui
