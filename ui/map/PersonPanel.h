// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/Roster.h"
#include "ui/map/PersonFigures.h"
#include "ui/widgets/Place.h"

class QVBoxLayout;

namespace weavemap::ui {

class Avatar;
class Button;
class FiguresStrip;
class LinkLabel;
class TextLabel;

/// One person in the inspector: who they are, three figures, their ties and who told us, what they look for and offer,
/// and when they were last heard from.
class PersonPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PersonPanel(Office& office, QWidget* parent = nullptr);

    /// `note`: of which day the figures are, where that is not today.
    void setProfile(const actions::Profile& profile, const PersonFigures& figures, const QString& note = {});
    /// Keeps no word of anybody: another page is shown.
    void forget();
    PersonId person() const { return m_person; }

Q_SIGNALS:
    void logCallRequested(weavemap::PersonId person);
    void circleRequested(weavemap::PersonId person);
    void pageRequested(weavemap::PersonId person);
    void tieChosen(weavemap::TieId tie);

private:
    /// `counted`: how many of the ties the figures above count.
    void fillTies(const actions::Profile& profile, int counted);
    void fillItems(const actions::Profile& profile);
    void fillLastHeard(const actions::Profile& profile);

    Office m_office;
    PersonId m_person;
    Avatar* m_avatar;
    TextLabel* m_name;
    TextLabel* m_role;
    TextLabel* m_since;
    Button* m_call;
    FiguresStrip* m_figures;
    TextLabel* m_tieTitle;
    TextLabel* m_furtherTies;
    QVBoxLayout* m_ties;
    LinkLabel* m_allTies;
    QVBoxLayout* m_items;
    TextLabel* m_lastHeard;
    TextLabel* m_lastWords;
};

} // namespace weavemap::ui
