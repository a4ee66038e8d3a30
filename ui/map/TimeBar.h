// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/base/Date.h"
#include "ui/map/TimeTrack.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Place.h"

class QMenu;

namespace weavemap::ui {

class Button;
class IconButton;
class MapModel;
class MapPlayback;
class TextLabel;

/// The time of the network at the map's foot: play, the track with a dot for each convening, the date in bold, and the
/// comparison with another date. It changes the model's question; nothing in the file.
class TimeBar : public Card
{
    Q_OBJECT

public:
    TimeBar(Office& office, MapModel& model, QWidget* parent = nullptr);

    /// Whether the network has a time to look back on: otherwise there is no bar. Who places it shows it.
    bool hasTime() const { return m_hasTime; }
    /// Takes the width there is, up to the widest that serves; where it is little the words go first.
    void fitInto(int width);
    /// To the next stop of the track, forth (1) or back (-1).
    void step(int direction);
    /// To this day; from the last one on it is today, which moves on with the days.
    void goTo(Date date);
    void togglePlay();
    /// Shows what became of everybody between this day and the one shown.
    void compareWith(Date date);
    /// Ends a comparison and comes back to today.
    void backToToday();
    /// Escape: stops playing, ends a comparison, goes back to today; false where there is none of them.
    bool stepBack();
    /// What happened on the day that the map shows: "Spring convening: 9 new ties"; empty where nothing is known. For
    /// this screen: a convening's title may name people.
    QString eventWords() const;
    MapPlayback& playback() const { return *m_playback; }

Q_SIGNALS:
    /// It comes, or goes.
    void appeared();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void sync();
    void syncWords();
    void syncPlay();
    void fillCompare();
    void ask(std::optional<Date> date, std::optional<Date> compare);
    Date shown() const;

    Office m_office;
    MapModel& m_model;
    MapPlayback* m_playback;
    IconButton* m_play;
    TextLabel* m_start;
    TimeTrack* m_track;
    TextLabel* m_date;
    Button* m_compare;
    QMenu* m_menu;
    bool m_hasTime = false;
};

} // namespace weavemap::ui
