// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Places.h"

#include <algorithm>

#include <QStackedWidget>

#include "ui/activities/ActivitiesPlace.h"
#include "ui/charts/ChartsPlace.h"
#include "ui/conversations/BriefDialog.h"
#include "ui/conversations/ConversationsPlace.h"
#include "ui/history/HistoryPlace.h"
#include "ui/import/ImportPlace.h"
#include "ui/introductions/IntroductionsPlace.h"
#include "ui/map/MapPlace.h"
#include "ui/members/MembersPlace.h"
#include "ui/questions/QuestionsPlace.h"
#include "ui/session/Session.h"
#include "ui/settings/SettingsPlace.h"
#include "ui/today/TodayPlace.h"

namespace weavemap::ui {

Places::Places(Office& office, QStackedWidget& stack, QObject* parent)
    : QObject(parent), m_session(office.session), m_stack(stack), m_activities(new ActivitiesPlace(office)),
      m_today(new TodayPlace(office)), m_conversations(new ConversationsPlace(office)), m_map(new MapPlace(office)),
      m_members(new MembersPlace(office)), m_introductions(new IntroductionsPlace(office)),
      m_import(new ImportPlace(office))
{
    add(PlaceId::today, m_today);
    add(PlaceId::conversations, m_conversations);
    add(PlaceId::map, m_map);
    add(PlaceId::members, m_members);
    add(PlaceId::introductions, m_introductions);
    add(PlaceId::charts, new ChartsPlace(office));
    add(PlaceId::history, new HistoryPlace(office));
    add(PlaceId::settings, new SettingsPlace(office));
    add(PlaceId::questions, new QuestionsPlace(office));
    add(PlaceId::activities, m_activities);
    m_stack.addWidget(m_import);
    wire(m_import);
    connect(m_import, &ImportPlace::finished, this, [this] { go(m_current); });
    connect(m_today, &TodayPlace::dueChanged, this, &Places::dueChanged);
    connect(m_today, &TodayPlace::briefRequested, this, [this, office](PersonId person) {
        Office desk = office;
        auto* brief = new BriefDialog(desk, person, m_today);
        connect(brief, &BriefDialog::logCallRequested, this, &Places::logCall);
        connect(brief, &BriefDialog::personRequested, this, &Places::showPerson);
        connect(brief, &BriefDialog::bankRequested, this,
                [this] { leapFrom(m_current, [&] { go(PlaceId::questions); }); });
        brief->open();
    });
}

QList<PlaceId> Places::upper()
{
    return {PlaceId::today,   PlaceId::conversations, PlaceId::map,
            PlaceId::members, PlaceId::introductions, PlaceId::charts};
}

QList<PlaceId> Places::lower() { return {PlaceId::history, PlaceId::settings}; }

QList<PlaceId> Places::aside() { return {PlaceId::questions, PlaceId::activities}; }

void Places::add(PlaceId id, Place* place)
{
    m_places.insert(static_cast<int>(id), place);
    m_stack.addWidget(place);
    wire(place);
}

void Places::wire(Place* place)
{
    connect(place, &Place::placeRequested, this, [this](PlaceId to) {
        if (aside().contains(to))
            leapFrom(m_current, [&] { go(to); }); // looked at in passing: Escape goes on where one was
        else
            go(to);
    });
    connect(place, &Place::personRequested, this,
            [this](PersonId person) { leapFrom(m_current, [&] { showPerson(person); }); });
    connect(place, &Place::conversationRequested, this,
            [this](ConversationId conversation) { leapFrom(m_current, [&] { showConversation(conversation); }); });
    connect(place, &Place::introductionRequested, this,
            [this](IntroductionId introduction) { leapFrom(m_current, [&] { showIntroduction(introduction); }); });
    connect(place, &Place::conveningRequested, this, &Places::openConvening);
    connect(place, &Place::projectRequested, this, &Places::openProject);
    connect(place, &Place::tieRequested, this, [this](TieId tie) { leapFrom(m_current, [&] { showTie(tie); }); });
    connect(place, &Place::logCallRequested, this, &Places::logCall);
    connect(place, &Place::said, this, &Places::said);
    connect(place, &Place::fileWritten, this, &Places::fileWritten);
    connect(place, &Place::importRequested, this, [this] { startImport({}); });
    connect(place, &Place::circleRequested, this, [this](PersonId person) {
        leapFrom(m_current, [&] {
            go(PlaceId::map);
            m_map->showCircle(person);
        });
    });
}

template <class Leap>
void Places::leapFrom(PlaceId from, Leap leap)
{
    constexpr qsizetype kMost = 20;
    QList<PlaceId> way = m_wayBack.mid(std::max<qsizetype>(0, m_wayBack.size() + 1 - kMost));
    leap();
    if (m_current == from)
        return;
    way.append(from);
    m_wayBack = way;
}

bool Places::goBack()
{
    if (m_wayBack.isEmpty())
        return false;
    QList<PlaceId> way = m_wayBack;
    const PlaceId to = way.takeLast();
    go(to);
    m_wayBack = way;
    return true;
}

Place* Places::place(PlaceId place) const { return m_places.value(static_cast<int>(place)); }

Place* Places::front() const { return qobject_cast<Place*>(m_stack.currentWidget()); }

void Places::bringFront(Place* place)
{
    m_stack.setCurrentWidget(place);
    place->enter();
}

void Places::go(PlaceId id)
{
    Place* target = place(id);
    if (target == nullptr)
        return;
    m_wayBack.clear(); // chosen: nothing to go back to
    m_current = id;
    bringFront(target);
    Q_EMIT currentChanged(id);
}

void Places::logCall(PersonId person)
{
    go(PlaceId::conversations);
    m_conversations->logCall(person);
}

void Places::showPerson(PersonId person)
{
    go(PlaceId::members);
    m_members->showPerson(person);
}

void Places::openFound(PersonId person)
{
    if (front() != m_map || !m_map->findPerson(person))
        showPerson(person);
}

void Places::showConversation(ConversationId conversation)
{
    go(PlaceId::conversations);
    m_conversations->showConversation(conversation);
}

void Places::showIntroduction(IntroductionId introduction)
{
    go(PlaceId::introductions);
    m_introductions->showIntroduction(introduction);
}

void Places::showTie(TieId tie)
{
    go(PlaceId::map);
    m_map->showTie(tie);
}

void Places::showConvenings()
{
    leapFrom(m_current, [this] { go(PlaceId::activities); });
    m_activities->showConvenings();
}

void Places::showProjects()
{
    leapFrom(m_current, [this] { go(PlaceId::activities); });
    m_activities->showProjects();
}

void Places::openConvening(ConveningId convening) { m_activities->openConvening(convening, &m_stack); }

void Places::openProject(ProjectId project) { m_activities->openProject(project, &m_stack); }

void Places::addPerson(const QString& name)
{
    go(PlaceId::members);
    m_members->addPerson(name);
}

void Places::startImport(const QStringList& files)
{
    if (!m_session.isOpen())
        return;
    if (m_session.isReadOnly()) {
        Q_EMIT said(tr("This file can only be read: nothing can be brought into it."));
        return;
    }
    bringFront(m_import);
    Q_EMIT importShown();
    m_import->start(files);
}

} // namespace weavemap::ui
