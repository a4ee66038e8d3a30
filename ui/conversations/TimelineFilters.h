// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/domain/Ids.h"

class QMenu;

namespace weavemap::ui {

class ConversationsFilter;
class FilterChip;
class PeopleModel;
class PersonField;
class SearchField;

/// What narrows the timeline: words, kind, staff person, participant.
class TimelineFilters : public QWidget
{
    Q_OBJECT

public:
    TimelineFilters(ConversationsFilter& filter, PeopleModel& people, QWidget* parent = nullptr);

    void clear();
    /// Nobody is asked for who was forgotten for good, and no word looks for their name.
    void forget(PersonId person, const QString& name);
    SearchField* field() const { return m_words; }

Q_SIGNALS:
    void changed();
    /// Down from the search field.
    void wentDown();

private:
    void fillKinds();
    void fillStaff();
    void pickStaff(PersonId staff, const QString& shown);
    void pickPerson();

    ConversationsFilter& m_filter;
    PeopleModel& m_people;
    SearchField* m_words;
    QMenu* m_kindMenu;
    QMenu* m_staffMenu;
    PersonId m_staffChosen;  ///< 0: anybody
    PersonId m_personChosen; ///< 0: anybody
    FilterChip* m_kind;
    FilterChip* m_staff;
    FilterChip* m_person;
    PersonField* m_personField;
};

} // namespace weavemap::ui
