// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/domain/Tie.h"
#include "ui/widgets/Place.h"

class QAction;
class QScrollArea;
class QVBoxLayout;

namespace weavemap::ui {

class FiguresStrip;
class IconButton;
class IconMark;
class MapEdits;
class MapModel;
class PeoplePanel;
class PersonPanel;
class TextLabel;
class TiePanel;

/// The panel at the map's right: what is chosen, or the network as a whole where nothing is.
class Inspector : public QFrame
{
    Q_OBJECT

public:
    Inspector(Office& office, MapModel& model, MapEdits& edits, QWidget* parent = nullptr);

    /// Shows this choice, and again after each change of the file.
    void show(const std::vector<PersonId>& people, TieId tie);
    /// Commands for several people, as buttons; each is shown where it does something.
    void offer(const std::vector<QAction*>& commands);
    bool isEmpty() const { return m_people.empty() && !m_tie; }

Q_SIGNALS:
    void closeRequested();
    void logCallRequested(weavemap::PersonId person);
    void circleRequested(weavemap::PersonId person);
    void pageRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);
    void personChosen(weavemap::PersonId person);
    void tieChosen(weavemap::TieId tie);
    void pinRequested();
    void archiveRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildNetwork();
    void refresh();
    void showNetwork();
    bool showPerson(PersonId person);
    void toTop();
    void bring(QWidget* page);

    Office m_office;
    MapModel& m_model;
    MapEdits& m_edits;
    std::vector<PersonId> m_people;
    Date m_on; ///< the date of the map when a person was shown last
    TieId m_tie;
    QWidget* m_pages;
    QScrollArea* m_scroll;
    QWidget* m_network;
    TextLabel* m_networkName;
    TextLabel* m_networkLine;
    TextLabel* m_networkHint = nullptr;
    FiguresStrip* m_networkFigures;
    PersonPanel* m_person;
    TiePanel* m_tiePanel;
    PeoplePanel* m_several;
    QWidget* m_foot;
    IconMark* m_consentIcon;
    TextLabel* m_consent;
    IconButton* m_close;
};

} // namespace weavemap::ui
