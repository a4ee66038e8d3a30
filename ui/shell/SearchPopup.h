// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/domain/Ids.h"
#include "core/store/Search.h"
#include "ui/jobs/Jobs.h"

class QListView;
class QStandardItemModel;

namespace weavemap::ui {

class LinkLabel;
class PeopleModel;
class SearchField;
class Session;
class TextLabel;

/// What the search field finds, below it: people first, then calls, needs and offers, promises, organizations, with the
/// words found in bold. Up and down choose, Enter opens, Escape closes. Lives on the window, over the content.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    SearchPopup(SearchField& field, Session& session, Jobs& jobs, PeopleModel& people, QWidget* window);

Q_SIGNALS:
    void personChosen(weavemap::PersonId person);
    void conversationChosen(weavemap::ConversationId conversation);
    void introductionChosen(weavemap::IntroductionId introduction);
    void projectChosen(weavemap::ProjectId project);
    void conveningChosen(weavemap::ConveningId convening);
    void addPersonRequested(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    /// Nothing of what was found or looked for is kept.
    void forget();
    void place();
    void move(int step);
    void choose(int row);
    /// The conversation that brought an item up, found in a job.
    void openConversationOf(NoteItemId item);
    bool keyPressed(int key);

    SearchField& m_field;
    Session& m_session;
    Jobs& m_jobs;
    JobHandle m_job;
    PeopleModel& m_people;
    QWidget* m_window;
    QListView* m_list;
    QStandardItemModel* m_model;
    TextLabel* m_nothing;
    LinkLabel* m_add;
};

} // namespace weavemap::ui
