// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include "ui/widgets/Place.h"

class QStackedWidget;

namespace weavemap::ui {

class ActivitiesPlace;
class ConversationsPlace;
class ImportPlace;
class IntroductionsPlace;
class MapPlace;
class MembersPlace;
class TodayPlace;

/// Makes the places, puts them into the stack, and wires what one asks of another.
class Places : public QObject
{
    Q_OBJECT

public:
    Places(Office& office, QStackedWidget& stack, QObject* parent);

    /// Those that stand in the rail, upper and lower part, in order.
    static QList<PlaceId> upper();
    static QList<PlaceId> lower();
    /// Those that the menu leads to and the rail does not show.
    static QList<PlaceId> aside();

    void go(PlaceId place);
    /// Escape where the place in front has no step back of its own: to the place that asked for what is in front. False
    /// where nobody asked: the place was chosen.
    bool goBack();
    PlaceId current() const { return m_current; }
    Place* place(PlaceId place) const;
    /// The place in front, the import assistant included.
    Place* front() const;

    void logCall(PersonId person);
    void showPerson(PersonId person);
    /// Who was found by the search: on the map in front the map flies to them, elsewhere their page is shown.
    void openFound(PersonId person);
    void showConversation(ConversationId conversation);
    void showIntroduction(IntroductionId introduction);
    void showTie(TieId tie);
    void showConvenings();
    void showProjects();
    /// The window of one, over the place in front; a new one where the id is 0.
    void openConvening(ConveningId convening);
    void openProject(ProjectId project);
    void addPerson(const QString& name);
    void startImport(const QStringList& files);
    MapPlace& map() const { return *m_map; }
    MembersPlace& members() const { return *m_members; }

Q_SIGNALS:
    void currentChanged(weavemap::ui::PlaceId place);
    /// The import assistant is in front, which stands in no rail; `currentChanged` follows when it is left.
    void importShown();
    /// Promises late or due today, for the rail.
    void dueChanged(int due);
    void said(const QString& sentence);
    void fileWritten(const QString& sentence, const QString& path);

private:
    void add(PlaceId id, Place* place);
    void wire(Place* place);
    void bringFront(Place* place);
    /// Does what leads from a place to another, and remembers the way back.
    template <class Leap>
    void leapFrom(PlaceId from, Leap leap);

    Session& m_session;
    QStackedWidget& m_stack;
    QHash<int, Place*> m_places;
    ActivitiesPlace* m_activities;
    TodayPlace* m_today;
    ConversationsPlace* m_conversations;
    MapPlace* m_map;
    MembersPlace* m_members;
    IntroductionsPlace* m_introductions;
    ImportPlace* m_import;
    PlaceId m_current = PlaceId::today;
    QList<PlaceId> m_wayBack; ///< the places that asked for another one, the last of them at the end
};

} // namespace weavemap::ui
