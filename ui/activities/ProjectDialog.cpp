// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/ProjectDialog.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include "core/actions/Projects.h"
#include "core/store/Audience.h"
#include "ui/activities/PeopleTicks.h"
#include "ui/base/ActivityWords.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/SectionHeader.h"

namespace weavemap::ui {

namespace {

store::AudienceRecords readableIn(Office& office)
{
    return {office.session.records(), store::Audience::office(office.session.me())};
}

QHBoxLayout* sideBySide(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

ProjectDialog::ProjectDialog(Office& office, ProjectId id, QWidget* parent)
    : ActivityDialog(office, {tr("In it")}, 0, parent)
{
    setObjectName(QStringLiteral("projectDialog"));
    setWindowTitle(id ? tr("Project") : tr("New project"));
    read(id);
    build();
    for (const PersonId person : m_project.people)
        m_before[person] = 1;
    people()->setTicks(m_before);
    fillSources();
    presentCount();
    m_start = written();
}

void ProjectDialog::read(ProjectId id)
{
    m_there = !id;
    if (!id)
        return;
    const auto found = readableIn(office()).find(id);
    if (!found || !*found)
        return;
    m_there = true;
    m_project = **found;
}

void ProjectDialog::build()
{
    using Status = ProjectStatus;
    m_name = lineOf(QStringLiteral("projectName"), tr("Name"), m_project.name);
    m_purpose = lineOf(QStringLiteral("projectPurpose"), tr("Purpose"), m_project.purpose);
    m_status = comboOf(QStringLiteral("projectStatus"), tr("How it stands"),
                       {Status::idea, Status::underWay, Status::done, Status::paused}, m_project.status);
    m_isStarted = new QCheckBox(tr("Started"));
    m_isStarted->setObjectName(QStringLiteral("projectIsStarted"));
    m_isStarted->setChecked(m_project.started.has_value());
    m_started = new QDateEdit(toQDate(m_project.started.value_or(office().session.today())));
    m_started->setObjectName(QStringLiteral("projectStarted"));
    m_started->setAccessibleName(tr("Day it started"));
    m_started->setCalendarPopup(true);
    m_started->setEnabled(m_isStarted->isChecked());
    m_isOurs = new QCheckBox(tr("Planned by the association itself"));
    m_isOurs->setObjectName(QStringLiteral("projectIsOurs"));
    m_isOurs->setToolTip(tr("Then it is not counted among what members began by themselves."));
    m_isOurs->setChecked(m_project.isPlannedByUs);
    form()->addRow(tr("Name"), m_name);
    form()->addRow(tr("Purpose"), m_purpose);
    form()->addRow(tr("How it stands"), sideBySide({m_status, m_isStarted, m_started}));
    buildSources();
    form()->addRow(QString(), m_isOurs);
    addLevels(std::max(m_project.confidentiality, m_floor), m_floor, m_teller ? m_teller : m_project.writer);
    peopleHead()->setTitle(tr("Who is in it"));
    const bool readOnly = office().session.isReadOnly();
    m_name->setReadOnly(readOnly);
    m_purpose->setReadOnly(readOnly);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_status, m_isStarted, m_isOurs, m_heard, m_origin, m_source, levels()})
        field->setEnabled(!readOnly);
    m_started->setEnabled(m_started->isEnabled() && !readOnly);
    removeButton()->setVisible(m_project.id && !readOnly);
    connect(m_isStarted, &QCheckBox::toggled, m_started, &QWidget::setEnabled);
    connect(people(), &PeopleTicks::changed, this, [this] {
        presentCount();
        fillSources();
    });
    connect(removeButton(), &Button::clicked, this, [this] {
        change(label(tr("Delete project %1"), tr("Delete a project"), m_project),
               [id = m_project.id](store::Records& records) { return records.projects.remove(id); });
    });
    m_name->setFocus(Qt::OtherFocusReason);
}

void ProjectDialog::buildSources()
{
    using Heard = ProjectHeard;
    using Origin = ProjectOrigin;
    m_heard = comboOf(QStringLiteral("projectHeard"), tr("How we heard of it"),
                      {Heard::unknown, Heard::call, Heard::survey, Heard::convening}, m_project.heard);
    m_toCall = new LinkLabel({});
    m_toCall->setObjectName(QStringLiteral("projectToCall"));
    m_toCall->hide();
    if (m_project.conversation) {
        const auto call = readableIn(office()).find(m_project.conversation);
        if (call && *call) {
            const Conversation& told = **call;
            m_floor = told.confidentiality;
            m_teller = told.staff;
            const QString who =
                told.participants.empty() ? QString() : office().people.nameOf(told.participants.front());
            const QString on = formatDate(told.when.localDate(), DateStyle::dayShort, office().session.today());
            m_toCall->setText(who.isEmpty() ? tr("Conversation of %1").arg(on)
                                            : tr("Conversation of %1 with %2").arg(on, who));
            m_toCall->show();
        }
    }
    m_origin = comboOf(QStringLiteral("projectOrigin"), tr("What it came from"),
                       {Origin::unknown, Origin::introduction, Origin::convening, Origin::resource}, m_project.origin);
    m_source = new QComboBox;
    m_source->setObjectName(QStringLiteral("projectSource"));
    m_source->setAccessibleName(tr("Which one it came from"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(16);
    m_toSource = new LinkLabel(tr("Open"));
    m_toSource->setObjectName(QStringLiteral("projectToSource"));
    form()->addRow(tr("Heard of"), sideBySide({m_heard, m_toCall}));
    auto* from = new QHBoxLayout;
    from->setSpacing(space::k8);
    from->addWidget(m_origin);
    from->addWidget(m_source, 1);
    from->addWidget(m_toSource);
    form()->addRow(tr("Came from"), from);
    connect(m_toCall, &LinkLabel::clicked, this, [this] {
        const ConversationId call = m_project.conversation;
        if (close())
            Q_EMIT conversationRequested(call);
    });
    connect(m_toSource, &LinkLabel::clicked, this, [this] {
        const IntroductionId introduction{m_source->currentData().toLongLong()};
        if (close())
            Q_EMIT introductionRequested(introduction);
    });
    connect(m_origin, &QComboBox::currentIndexChanged, this, &ProjectDialog::fillSources);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        m_toSource->setVisible(chosenOf<ProjectOrigin>(m_origin) == ProjectOrigin::introduction &&
                               m_source->currentData().toLongLong() != 0);
    });
}

qlonglong ProjectDialog::storedSource(ProjectOrigin origin) const
{
    if (origin != m_project.origin)
        return 0;
    return origin == ProjectOrigin::introduction ? m_project.introduction.value
           : origin == ProjectOrigin::convening  ? m_project.convening.value
                                                 : 0;
}

qlonglong ProjectDialog::chosenSource() const
{
    const qlonglong chosen = m_source->currentData().toLongLong();
    const qlonglong stored = storedSource(chosenOf<ProjectOrigin>(m_origin));
    // One that may not be seen here is not in the list, and stays where no other is chosen.
    return chosen == 0 && m_source->findData(stored) < 0 ? stored : chosen;
}

void ProjectDialog::fillSources()
{
    const auto origin = chosenOf<ProjectOrigin>(m_origin);
    const qlonglong stored = storedSource(origin);
    const bool isListed = m_source->count() > 0 && m_listed == origin;
    const qlonglong before = isListed ? m_source->currentData().toLongLong() : stored;
    m_listed = origin;
    std::vector<std::pair<QString, qlonglong>> sources{{tr("Which one is not said"), 0}};
    const store::AudienceRecords readable = readableIn(office());
    const Date today = office().session.today();
    if (origin == ProjectOrigin::introduction) {
        const PeopleTickMap inIt = people()->ticks();
        const auto all = readable.introductions();
        for (const Introduction& one : all ? *all : std::vector<Introduction>())
            if (one.id == m_project.introduction || (inIt.contains(one.a) && inIt.contains(one.b)))
                sources.emplace_back(tr("%1 and %2").arg(office().people.nameOf(one.a), office().people.nameOf(one.b)),
                                     one.id.value);
    } else if (origin == ProjectOrigin::convening) {
        const auto all = readable.convenings();
        for (const Convening& one : all ? *all : std::vector<Convening>())
            sources.emplace_back(tr("%1, %2").arg(toQString(one.title), formatDate(one.on, DateStyle::dayShort, today)),
                                 one.id.value);
    }
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    for (const auto& [text, id] : sources)
        m_source->addItem(text, id);
    const int at = m_source->findData(before);
    m_source->setCurrentIndex(at < 0 ? std::max(0, m_source->findData(stored)) : at);
    const bool hasMore = origin == ProjectOrigin::introduction || origin == ProjectOrigin::convening;
    m_source->setVisible(hasMore);
    m_toSource->setVisible(origin == ProjectOrigin::introduction && m_source->currentData().toLongLong() != 0);
}

void ProjectDialog::presentCount() { peopleHead()->setRemark(peopleCount(people()->count(0))); }

QString ProjectDialog::label(const QString& named, const QString& unnamed, const Project& project) const
{
    const bool isPrivate = std::max(project.confidentiality, m_floor) == Confidentiality::onlyMe;
    return isPrivate ? unnamed : named.arg(toQString(project.name));
}

Project ProjectDialog::written() const
{
    Project now = m_project;
    now.name = toUtf8(m_name->text().trimmed());
    now.purpose = toUtf8(m_purpose->text().trimmed());
    now.status = chosenOf<ProjectStatus>(m_status);
    now.started = m_isStarted->isChecked() ? toDate(m_started->date()) : std::nullopt;
    now.isPlannedByUs = m_isOurs->isChecked();
    now.heard = chosenOf<ProjectHeard>(m_heard);
    now.origin = chosenOf<ProjectOrigin>(m_origin);
    const qlonglong source = chosenSource();
    now.introduction = IntroductionId{now.origin == ProjectOrigin::introduction ? source : 0};
    now.convening = ConveningId{now.origin == ProjectOrigin::convening ? source : 0};
    if (level() != std::max(m_project.confidentiality, m_floor))
        now.confidentiality = level();
    return now;
}

bool ProjectDialog::isChanged() const { return written() != m_start || people()->ticks() != m_before; }

void ProjectDialog::store()
{
    Project now = written();
    if (now.name.empty()) {
        setTrouble(tr("Give it a name first."));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    const PeopleTickMap inIt = people()->ticks();
    std::erase_if(now.people, [&inIt](PersonId person) { return !inIt.contains(person); });
    for (const auto& [person, has] : inIt)
        if (std::find(now.people.begin(), now.people.end(), person) == now.people.end())
            now.people.push_back(person);
    change(label(now.id ? tr("Change project %1") : tr("New project %1"),
                 now.id ? tr("Change a project") : tr("New project"), now),
           [now, me = office().session.me()](store::Records& records) {
               return actions::putProject(records, now, me).map([](ProjectId) {});
           });
}

} // namespace weavemap::ui
