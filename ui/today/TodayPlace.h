// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/actions/Today.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QListView;

namespace weavemap::ui {

class Card;
class CoverageCard;
class EmptyState;
class LinkLabel;
class PromiseList;
class SectionHeader;
class SilentDelegate;
class SilentModel;
class TextLabel;
class WhoCard;

/// The page of the day: whom we have not heard from longest, promises that are due, and how much of the network we have
/// heard from.
class TodayPlace : public Place
{
    Q_OBJECT

public:
    explicit TodayPlace(Office& office, QWidget* parent = nullptr);

    void enter() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Promises late or due today.
    void dueChanged(int due);

private:
    QWidget* buildQueue();
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
    void presentQueue();
    void presentPromises();
    void openRow(int row);
    void keepPromise(FollowUpId followUp);

    Office m_office;
    JobHandle m_job;
    bool m_known = false; ///< the open file was read once
    bool m_stale = false; ///< what is shown is older than the file
    actions::Today m_today;
    PersonId m_open; ///< whose row is open
    bool m_showNeverReached = false;
    bool m_allPromises = false;
    SilentModel* m_model;
    SilentDelegate* m_delegate;
    QListView* m_list;
    SectionHeader* m_queueHead;
    SectionHeader* m_promiseHead;
    Card* m_queueCard;
    EmptyState* m_empty;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    TextLabel* m_queueRemark;
    TextLabel* m_never;
    LinkLabel* m_showNever;
    PromiseList* m_promises;
    TextLabel* m_noPromises;
    LinkLabel* m_allLink;
    CoverageCard* m_coverage;
    WhoCard* m_who;
};

} // namespace weavemap::ui
