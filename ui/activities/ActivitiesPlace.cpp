// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/ActivitiesPlace.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include "core/store/Audience.h"
#include "ui/activities/ConveningDialog.h"
#include "ui/activities/ProjectDialog.h"
#include "ui/activities/WordsFilter.h"
#include "ui/base/ActivityWords.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Icons.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/RecordIcons.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kIdRole = Qt::UserRole + 1, kSortRole = Qt::UserRole + 2;
constexpr int kFilterWidth = 220;

/// A cell that sorts by `key`.
QStandardItem* cell(const QString& text, const QVariant& key)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(key, kSortRole);
    return item;
}

QStandardItem* cell(const QString& text) { return cell(text, text.toCaseFolded()); }

QStandardItem* cell(std::size_t count)
{
    auto* item = cell(count == 0 ? QString() : formatCount(static_cast<qint64>(count)), static_cast<qlonglong>(count));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QStandardItem* cell(const std::optional<Date>& on)
{
    return cell(on ? formatDate(*on, DateStyle::table) : QString(), on ? on->days() : -1'000'000);
}

/// The first cell of a row: what it is called, its id, and a lock where nobody else may see it.
QStandardItem* nameCell(const std::string& name, qlonglong id, Confidentiality level)
{
    auto* item = cell(toQString(name));
    item->setData(id, kIdRole);
    if (level == Confidentiality::onlyMe) {
        item->setIcon(icon(confidentialityIcon(level)));
        item->setToolTip(words(level));
        item->setAccessibleText(item->text() + QStringLiteral(", ") + words(level));
    }
    return item;
}

bool concerns(const store::ChangeSet& changes)
{
    using Table = store::Table;
    return changes.touches(Table::convening) || changes.touches(Table::attendance) || changes.touches(Table::project) ||
           changes.touches(Table::conversation) || changes.touches(Table::person);
}

} // namespace

Result<ActivityList> readActivities(store::Records& records, PersonId me)
{
    const store::AudienceRecords readable(records, store::Audience::office(me));
    ActivityList list;
    WEAVEMAP_ASSIGN(const auto convenings, readable.convenings());
    WEAVEMAP_ASSIGN(const auto attendance, readable.attendance());
    std::map<ConveningId, std::vector<Attendance>> rows;
    for (const Attendance& row : attendance)
        rows[row.convening].push_back(row);
    for (const Convening& convening : convenings)
        list.convenings.push_back({convening, actions::countsOf(rows[convening.id])});
    WEAVEMAP_ASSIGN(auto projects, readable.projects());
    const auto goesOn = [](const Project& project) { return project.status <= ProjectStatus::underWay; };
    std::sort(projects.begin(), projects.end(), [&goesOn](const Project& one, const Project& other) {
        if (goesOn(one) != goesOn(other))
            return goesOn(one);
        return one.started != other.started ? one.started > other.started : one.id > other.id;
    });
    for (Project& project : projects) {
        WEAVEMAP_ASSIGN(const auto call, readable.find(project.conversation));
        const auto level = call ? std::max(project.confidentiality, call->confidentiality) : project.confidentiality;
        list.projects.push_back({std::move(project), level});
    }
    return list;
}

ActivitiesPlace::ActivitiesPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_switch(new SegmentedSwitch({tr("Convenings"), tr("Projects")})),
      m_filter(new SearchField(tr("Filter"))), m_add(new Button({})),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::elided)),
      m_stack(new QStackedWidget), m_nothing(new EmptyState(QStringLiteral("calendar"), {}, {}, {})),
      m_table(new QTableView), m_rows(new QStandardItemModel(this)), m_shown(nullptr)
{
    setObjectName(QStringLiteral("activitiesPlace"));
    m_switch->setObjectName(QStringLiteral("activitiesSwitch"));
    m_switch->setAccessibleName(tr("Convenings or projects"));
    m_filter->setObjectName(QStringLiteral("activitiesFilter"));
    m_filter->setAccessibleName(tr("Filter the list"));
    m_filter->setFixedWidth(kFilterWidth);
    m_add->setObjectName(QStringLiteral("activitiesAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_subtitle->setObjectName(QStringLiteral("activitiesSubtitle"));
    m_table->setObjectName(QStringLiteral("activitiesTable"));
    auto* shown = new WordsFilter(this);
    shown->setSourceModel(m_rows);
    shown->setSortRole(kSortRole);
    shown->setSortLocaleAware(true);
    m_shown = shown;
    connect(m_filter, &SearchField::textChanged, this, [shown](const QString& text) { shown->setQuery(text); });
    build();
    wire();
    present();
}

void ActivitiesPlace::build()
{
    m_table->setModel(m_shown);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as they are listed
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(size::kRow);
    m_table->verticalHeader()->setDefaultSectionSize(size::kRow);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(new TextLabel(tr("Convenings and projects"), TextStyle::page));
    titles->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::k8);
    head->addLayout(titles, 1);
    head->addWidget(m_filter, 0, Qt::AlignTop);
    head->addWidget(m_switch, 0, Qt::AlignTop);
    head->addWidget(m_add, 0, Qt::AlignTop);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    column->setSpacing(space::k16);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
}

void ActivitiesPlace::wire()
{
    const Session& session = m_office.session;
    connect(&session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (concerns(changes) && isVisible())
            refresh(); // else when the place comes to the front
    });
    const auto forget = [this] {
        clear();
        if (isVisible())
            refresh();
    };
    connect(&session, &Session::meChanged, this, forget);
    connect(&session, &Session::personErased, this, forget);
    connect(&session, &Session::conversationErased, this, forget);
    connect(&session, &Session::closing, this, &ActivitiesPlace::clear);
    connect(&m_office.people, &PeopleModel::refreshed, this, [this] {
        if (m_page == kProjects)
            present(); // names of who is in them
    });
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_add, &Button::clicked, this, &ActivitiesPlace::addNew);
    connect(m_table, &QTableView::activated, this, &ActivitiesPlace::openRow);
    connect(m_filter, &SearchField::wentDown, m_table, [this] {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_shown->index(0, 0));
    });
    connect(m_filter, &SearchField::returnPressed, this, [this] { openRow(m_shown->index(0, 0)); });
    auto* insert = new QShortcut(Qt::Key_Insert, this);
    insert->setContext(Qt::WidgetWithChildrenShortcut);
    connect(insert, &QShortcut::activated, this, &ActivitiesPlace::addNew);
}

void ActivitiesPlace::enter()
{
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

bool ActivitiesPlace::stepBack()
{
    if (!m_filter->hasFocus())
        return false;
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

void ActivitiesPlace::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ActivitiesPlace::showConvenings() { showPage(kConvenings); }

void ActivitiesPlace::showProjects() { showPage(kProjects); }

void ActivitiesPlace::showPage(Page page)
{
    m_page = page;
    m_switch->setCurrent(page);
    m_filter->clear();
    m_rows->clear();
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    present();
}

void ActivitiesPlace::refresh()
{
    m_job.cancel();
    if (!m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_office.jobs.run<ActivityList>(
        this, [shared, me = m_office.session.me()](const RunContext&) { return readActivities(shared->records(), me); },
        [this](Result<ActivityList> list) {
            if (!list) {
                Q_EMIT said(errorSentence(list.error()));
                return;
            }
            m_list = std::move(*list);
            present();
        });
}

void ActivitiesPlace::clear()
{
    m_job.cancel();
    m_list = {};
    m_filter->clear();
    present();
}

void ActivitiesPlace::present()
{
    const QHeaderView& header = *m_table->horizontalHeader();
    const int sorted = header.sortIndicatorSection();
    const Qt::SortOrder order = header.sortIndicatorOrder();
    const QModelIndex current = m_table->currentIndex();
    const auto chosen = current.isValid() ? current.siblingAtColumn(0).data(kIdRole).toLongLong() : 0;
    m_rows->clear();
    if (m_page == kConvenings)
        presentConvenings();
    else
        presentProjects();
    const int wide = m_page == kConvenings ? 0 : 4;
    for (int column = 0; column < m_rows->columnCount(); ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, column == wide ? QHeaderView::Stretch
                                                                                 : QHeaderView::ResizeToContents);
    m_table->sortByColumn(sorted < m_rows->columnCount() ? sorted : -1, order);
    if (current.isValid())
        choose(chosen, current.row());
    presentTexts();
}

void ActivitiesPlace::presentConvenings()
{
    m_rows->setHorizontalHeaderLabels(
        {tr("Title"), tr("Date"), tr("Kind"), tr("Place"), tr("Invited"), tr("Registered"), tr("Came")});
    for (const auto& [convening, counts] : m_list.convenings)
        m_rows->appendRow({nameCell(convening.title, convening.id.value, convening.confidentiality),
                           cell(std::optional(convening.on)), cell(words(convening.kind)),
                           cell(toQString(convening.place)), cell(counts.invited), cell(counts.registered),
                           cell(counts.came)});
    for (int column = 4; column < m_rows->columnCount(); ++column)
        m_rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void ActivitiesPlace::presentProjects()
{
    m_rows->setHorizontalHeaderLabels(
        {tr("Name"), tr("Started"), tr("How it stands"), tr("Came from"), tr("Who is in it")});
    for (const auto& [project, level] : m_list.projects) {
        QStringList names;
        for (const PersonId person : project.people)
            names.append(m_office.people.nameOf(person));
        names.removeAll(QString());
        m_rows->appendRow({nameCell(project.name, project.id.value, level), cell(project.started),
                           cell(words(project.status)), cell(words(project.origin)),
                           cell(QLocale().createSeparatedList(names))});
    }
}

void ActivitiesPlace::choose(qlonglong id, int row)
{
    const QAbstractItemModel& shown = *m_shown;
    for (int at = 0; at < shown.rowCount(); ++at)
        if (shown.index(at, 0).data(kIdRole).toLongLong() == id)
            row = at;
    m_table->setCurrentIndex(shown.index(std::min(row, shown.rowCount() - 1), 0));
}

void ActivitiesPlace::presentTexts()
{
    const bool isConvenings = m_page == kConvenings;
    const auto count = isConvenings ? m_list.convenings.size() : m_list.projects.size();
    const Date today = m_office.session.isOpen() ? m_office.session.today() : Date();
    const auto held = std::count_if(m_list.convenings.begin(), m_list.convenings.end(),
                                    [today](const ListedConvening& one) { return one.convening.isHeldBy(today); });
    const auto going = std::count_if(m_list.projects.begin(), m_list.projects.end(), [](const ListedProject& one) {
        return one.project.status == ProjectStatus::underWay;
    });
    m_subtitle->setText(count == 0     ? QString()
                        : isConvenings ? tr("%1 held · %2 to come").arg(held).arg(static_cast<qsizetype>(count) - held)
                                       : tr("%1 under way · %2 in all").arg(going).arg(count));
    m_nothing->setTexts(isConvenings ? tr("No convening yet") : tr("No project yet"),
                        isConvenings
                            ? tr("Write down a convening, a webinar or a working group, and tick who came: it stands "
                                 "on their pages then.")
                            : tr("A project that a call tells of is listed by itself. Others can be written down "
                                 "here."));
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    m_filter->setVisible(count > 0);
    m_table->setAccessibleName(isConvenings ? tr("Convenings") : tr("Projects"));
    m_add->setText(isConvenings ? tr("New convening") : tr("New project"));
    m_add->setEnabled(m_office.session.isOpen() && !m_office.session.isReadOnly());
}

void ActivitiesPlace::openRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto id = index.siblingAtColumn(0).data(kIdRole).toLongLong();
    if (m_page == kConvenings)
        openConvening(ConveningId{id}, this);
    else
        openProject(ProjectId{id}, this);
}

void ActivitiesPlace::addNew()
{
    if (!m_add->isEnabled())
        return;
    if (m_page == kConvenings)
        openConvening({}, this);
    else
        openProject({}, this);
}

void ActivitiesPlace::sayWhenStored(const ActivityDialog& window)
{
    connect(&window, &ActivityDialog::stored, this,
            [this](const QString& label) { Q_EMIT said(tr("Stored: %1. Ctrl+Z takes it back.").arg(label)); });
}

void ActivitiesPlace::openConvening(ConveningId id, QWidget* over)
{
    if (!m_office.session.isOpen() || (!id && m_office.session.isReadOnly()))
        return;
    auto* window = new ConveningDialog(m_office, id, over);
    if (!window->isThere()) {
        delete window;
        Q_EMIT said(tr("That convening is not in the file any more."));
        return;
    }
    sayWhenStored(*window);
    window->open();
}

void ActivitiesPlace::openProject(ProjectId id, QWidget* over)
{
    if (!m_office.session.isOpen() || (!id && m_office.session.isReadOnly()))
        return;
    auto* window = new ProjectDialog(m_office, id, over);
    if (!window->isThere()) {
        delete window;
        Q_EMIT said(tr("That project is not in the file any more."));
        return;
    }
    connect(window, &ProjectDialog::conversationRequested, this, &Place::conversationRequested);
    connect(window, &ProjectDialog::introductionRequested, this, &Place::introductionRequested);
    sayWhenStored(*window);
    window->open();
}

} // namespace weavemap::ui
