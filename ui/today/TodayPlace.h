// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/actions/Today.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class Button;
class CoverageCard;
class LinkLabel;
class PromiseList;
class QueuePanel;
class SectionHeader;
class TextLabel;
class WaitingCard;
class WhoCard;

/// The page of the day: whom to call next and why, promises that are due, introductions that wait, and how much of the
/// network we have heard from.
class TodayPlace : public Place
{
    Q_OBJECT

public:
    explicit TodayPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;

Q_SIGNALS:
    /// Promises late or due today.
    void dueChanged(int due);
    /// Show what to know of this person before a call.
    void briefRequested(weavemap::PersonId person);

private:
    QWidget* buildHead();
    QWidget* buildSide();
    void refresh();
    /// Reads again now where somebody looks, else at the next look.
    void refreshWhenSeen();
    /// Lets go of all that was read: no name and no word of a note is kept.
    void forget();
    void present();
    /// What stands there straight from the people: how many were heard from, and who works here.
    void presentPeople();
    /// Whether there is nobody in the network, and nothing to do.
    bool isDeserted() const;
    /// The sentence under the title.
    QString summary() const;
    void presentPromises();
    void keepPromise(FollowUpId followUp);
    /// Says so once a change is stored.
    Session::Done sayWhenStored(const QString& sentence);
    /// What was taken back or done again of what this page does, while somebody looks at it.
    void sayUndone(const store::ChangeSet& changes);
    void editRules();

    Office m_office;
    JobHandle m_job;
    bool m_known = false; ///< the open file was read once
    bool m_stale = false; ///< what is shown is older than the file
    actions::Today m_today;
    bool m_allPromises = false;
    QueuePanel* m_queue;
    SectionHeader* m_promiseHead;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    Button* m_rules;
    PromiseList* m_promises;
    TextLabel* m_noPromises;
    LinkLabel* m_allLink;
    WaitingCard* m_waiting;
    CoverageCard* m_coverage;
    WhoCard* m_who;
};

} // namespace weavemap::ui
