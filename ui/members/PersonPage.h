// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/jobs/Jobs.h"
#include "ui/members/Timeline.h"
#include "ui/widgets/Place.h"

class QGridLayout;
class QMenu;
class QVBoxLayout;

namespace weavemap::ui {

class Avatar;
class Button;
class CircleView;
class IconButton;
class LinkLabel;
class PromiseList;
class SectionHeader;
class TextLabel;

/// The page of one person: who they are, their circle, open promises, everything that happened, and their ties. Reads
/// in a job, and again after each change that touches it;
/// a hidden page waits with that until it is shown, and drops at once what an erasure was about.
class PersonPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit PersonPage(Office& office, QWidget* parent = nullptr);

    /// 0 clears.
    void setPerson(PersonId person);
    PersonId person() const { return m_person; }
    /// What "…" opens; not owned.
    void setMenu(QMenu* menu);
    void focusFirst();

Q_SIGNALS:
    void personRequested(weavemap::PersonId person);
    void circleRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);
    void conveningRequested(weavemap::ConveningId convening);
    void projectRequested(weavemap::ProjectId project);
    void logCallRequested(weavemap::PersonId person);
    void promiseKept(weavemap::FollowUpId followUp);
    /// The person is not in the file any more.
    void personGone();
    /// What the page says is up to date.
    void presented();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildCircle();
    QWidget* buildHappened();
    void reload();
    void onRefreshed();
    void onErased();
    void forget();
    void present();
    void presentHead();
    void presentFacts();
    void presentPromises();
    void presentTimeline();
    void presentTies();
    void addFact(const QString& label, const QString& value);

    Office m_office;
    JobHandle m_job;
    PersonId m_person;
    PersonPageData m_data;
    TimelineShow m_show = TimelineShow::everything;
    bool m_allShown = false;
    bool m_waits = false; ///< to be read as soon as it is shown

    Avatar* m_avatar;
    TextLabel* m_name;
    TextLabel* m_who;
    TextLabel* m_state;
    Button* m_logCall;
    IconButton* m_more;
    QWidget* m_factBox;
    QGridLayout* m_facts;
    int m_factRow = 0;
    SectionHeader* m_circleHead;
    CircleView* m_circle;
    LinkLabel* m_openOnMap;
    QWidget* m_promiseBox;
    PromiseList* m_promises;
    QVBoxLayout* m_timeline;
    LinkLabel* m_showAll;
    SectionHeader* m_tieHead;
    QVBoxLayout* m_ties;
};

} // namespace weavemap::ui
