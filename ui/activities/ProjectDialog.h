// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Project.h"
#include "ui/activities/ActivityDialog.h"
#include "ui/activities/TicksModel.h"

class QCheckBox;
class QDateEdit;
class QLineEdit;

namespace weavemap::ui {

class LinkLabel;

/// A project: what it is, who is in it, how it stands, where it was heard of and what it came from.
class ProjectDialog : public ActivityDialog
{
    Q_OBJECT

public:
    /// A new one where `id` is 0.
    ProjectDialog(Office& office, ProjectId id, QWidget* parent = nullptr);

    /// Whether the project is there for who sits here; else the window is not to be shown.
    bool isThere() const { return m_there; }

Q_SIGNALS:
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);

protected:
    void store() override;
    bool isChanged() const override;

private:
    void read(ProjectId id);
    void build();
    void buildSources();
    /// What can be what it came from: introductions between its people, or convenings.
    void fillSources();
    /// The introduction or convening that the stored project came from, where it came from such a one.
    qlonglong storedSource(ProjectOrigin origin) const;
    qlonglong chosenSource() const;
    void presentCount();
    /// What the fields say, without who is in it.
    Project written() const;
    QString label(const QString& named, const QString& unnamed, const Project& project) const;

    bool m_there = false;
    Project m_project;
    Project m_start; ///< what the fields said at first
    PeopleTickMap m_before;
    ProjectOrigin m_listed = ProjectOrigin::unknown;      ///< of what `m_source` has a list
    Confidentiality m_floor = Confidentiality::shareable; ///< that of the call where it was heard of
    PersonId m_teller;                                    ///< who talked then
    QLineEdit* m_name;
    QLineEdit* m_purpose;
    QComboBox* m_status;
    QCheckBox* m_isStarted;
    QDateEdit* m_started;
    QCheckBox* m_isOurs;
    QComboBox* m_heard;
    LinkLabel* m_toCall;
    QComboBox* m_origin;
    QComboBox* m_source;
    LinkLabel* m_toSource;
};

} // namespace weavemap::ui
