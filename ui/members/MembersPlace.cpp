// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/MembersPlace.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QSplitter>
#include <QSplitterHandle>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Settings.h"
#include "ui/base/Type.h"
#include "ui/members/MembersHead.h"
#include "ui/members/PeopleActions.h"
#include "ui/members/PeopleDelegate.h"
#include "ui/members/PeopleEdits.h"
#include "ui/members/PeopleFilterBar.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/members/PersonForm.h"
#include "ui/members/PersonPage.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {
constexpr int kListSide = 28, kListRight = 24, kListLeast = 420, kPanelLeast = 400;
constexpr int kListWidth = 736, kPanelWidth = 420;
constexpr int kSettleMs = 60;

/// Between the list on the window's ground and the page on a surface of its own: the page's ground begins at the line.
class PageSplitter : public QSplitter
{
public:
    using QSplitter::QSplitter;

protected:
    QSplitterHandle* createHandle() override
    {
        struct Handle : QSplitterHandle
        {
            using QSplitterHandle::QSplitterHandle;
            void paintEvent(QPaintEvent* event) override
            {
                QPainter(this).fillRect(rect().adjusted(rect().center().x(), 0, 0, 0), palette().base());
                QSplitterHandle::paintEvent(event);
            }
        };
        return new Handle(orientation(), this);
    }
};

} // namespace

MembersPlace::MembersPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_edits(std::make_unique<PeopleEdits>(office)),
      m_filtered(new PeopleFilterModel(office.people, this)),
      m_actions(new PeopleActions(m_office, *m_edits, this, this)), m_splitter(new PageSplitter(Qt::Horizontal)),
      m_personMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("membersPlace"));
    m_splitter->setObjectName(QStringLiteral("membersSplitter"));
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildPanel());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kListWidth, kPanelWidth});
    m_splitter->restoreState(office.settings.value(setting::kMembersSplitter));
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_office.settings.set(setting::kMembersSplitter, m_splitter->saveState()); });
    m_panel->hide();

    m_personMenu->setObjectName(QStringLiteral("personMenu"));
    m_actions->fillPersonMenu(m_personMenu);
    m_page->setMenu(m_personMenu);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    wireTable();
    wirePage();
    connect(&office.people, &PeopleModel::refreshed, this, &MembersPlace::onRefreshed);
    connect(&office.session, &Session::opened, this, &MembersPlace::syncEditing);
    connect(&office.session, &Session::closing, this, &MembersPlace::onClosing);
    syncEditing();
    syncEmpty();
}

MembersPlace::~MembersPlace() = default;

QWidget* MembersPlace::buildList()
{
    auto* list = new QWidget;
    list->setMinimumWidth(kListLeast);
    m_filterBar = new PeopleFilterBar(m_office.people, *m_filtered);
    auto* head = new MembersHead(m_filterBar->count());
    m_import = head->importButton();
    m_add = head->addButton();
    m_table = new PeopleTable(m_office.people, *m_filtered, m_office.settings);
    m_card = new Card(Card::Kind::plain, Card::Padding::none);
    m_card->body()->setContentsMargins(1, 1, 1, 1);
    m_card->body()->addWidget(m_table);
    m_nobody = new EmptyState(QStringLiteral("members"), tr("Nobody matches"), {}, tr("Clear the filter"));
    m_nobody->setObjectName(QStringLiteral("nobodyMatches"));
    m_noOne = new EmptyState(QStringLiteral("members"), tr("Nobody here yet"),
                             tr("Bring a list, or add the first person by hand."), tr("Bring a list"));
    m_noOne->setObjectName(QStringLiteral("nobodyHere"));
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(kListSide, space::kPageTop, kListRight, 0);
    column->setSpacing(0);
    column->addWidget(head);
    m_progress = new ThinProgress;
    m_progress->setObjectName(QStringLiteral("membersProgress"));
    column->addSpacing(space::k8);
    column->addWidget(m_progress);
    column->addSpacing(2);
    column->addWidget(m_filterBar);
    column->addSpacing(space::k12);
    column->addWidget(m_card, 1);
    column->addWidget(m_nobody, 1);
    column->addWidget(m_noOne, 1);
    column->addSpacing(space::k16);
    connect(m_import, &Button::clicked, this, &Place::importRequested);
    connect(m_add, &Button::clicked, this, [this] { addPerson({}); });
    connect(m_nobody, &EmptyState::actionRequested, this, [this] {
        // First back to the members of today; where that finds nobody either, everybody there is.
        m_filterBar->reset();
        if (m_filtered->rowCount() == 0)
            m_filterBar->clearAll();
        m_filterBar->focusField();
    });
    connect(m_noOne, &EmptyState::actionRequested, this, &Place::importRequested);
    return list;
}

QWidget* MembersPlace::buildPanel()
{
    m_panel = new QStackedWidget;
    m_panel->setObjectName(QStringLiteral("memberPanel"));
    m_panel->setMinimumWidth(kPanelLeast);
    m_page = new PersonPage(m_office);
    m_newForm = new PersonForm(m_office);
    m_editForm = new PersonForm(m_office);
    m_editForm->setObjectName(QStringLiteral("personEditForm"));
    m_panel->addWidget(m_page);
    m_panel->addWidget(m_newForm);
    m_panel->addWidget(m_editForm);
    for (PersonForm* form : {m_newForm, m_editForm}) {
        connect(form, &PersonForm::leaveRequested, this, [this, form] { leaveForm(form); });
        connect(form, &PersonForm::storeRequested, this,
                [this, form](const PersonDraft& draft) { store(form, draft); });
    }
    return m_panel;
}

void MembersPlace::wireTable()
{
    connect(m_table, &PeopleTable::selectionMoved, this, &MembersPlace::syncActions);
    connect(m_table, &PeopleTable::personChosen, this, [this] {
        if (panelIsOpen() && m_panel->currentWidget() == m_page)
            m_settle.start();
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (const PersonId person = m_table->currentPerson())
            openPage(person);
    });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_table->selectedPeople().size() == 1)
            openPage(m_filtered->personAt(index.row()));
    });
    connect(m_table, &PeopleTable::pageRequested, this, [this](PersonId person) {
        openPage(person);
        m_page->focusFirst();
    });
    connect(m_table, &PeopleTable::archiveRequested, this, [this] {
        if (m_actions->archive->isEnabled())
            m_actions->archive->trigger();
    });
    connect(m_table, &PeopleTable::fillDownRequested, this,
            [this](int column) { m_edits->fillDown(m_table->selectedPeople(), column); });
    connect(m_table->delegate(), &PeopleDelegate::edited, this,
            [this](PersonId person, int column, const QString& text) { m_edits->setCell(person, column, text); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (!m_table->selectedPeople().empty())
            m_personMenu->popup(m_table->viewport()->mapToGlobal(at));
    });
    connect(m_filterBar, &PeopleFilterBar::wentDown, this, [this] {
        if (m_filtered->rowCount() == 0)
            return;
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_filtered->index(0, PeopleModel::kName));
        m_table->setFocus(Qt::TabFocusReason);
    });
    m_table->fillColumnsMenu(m_filterBar->columnsMenu());
    connect(m_filterBar->columnsMenu(), &QMenu::aboutToShow, this,
            [this] { m_table->fillColumnsMenu(m_filterBar->columnsMenu()); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filtered, signal, this, &MembersPlace::syncEmpty);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &MembersPlace::syncEmpty);
    connect(m_filtered, &PeopleFilterModel::filterChanged, this, &MembersPlace::syncEmpty);
}

void MembersPlace::wirePage()
{
    connect(m_page, &PersonPage::personRequested, this, &MembersPlace::showPerson);
    connect(m_page, &PersonPage::circleRequested, this, &Place::circleRequested);
    connect(m_page, &PersonPage::conversationRequested, this, &Place::conversationRequested);
    connect(m_page, &PersonPage::introductionRequested, this, &Place::introductionRequested);
    connect(m_page, &PersonPage::conveningRequested, this, &Place::conveningRequested);
    connect(m_page, &PersonPage::projectRequested, this, &Place::projectRequested);
    connect(m_page, &PersonPage::logCallRequested, this, &Place::logCallRequested);
    connect(m_page, &PersonPage::promiseKept, this, [this](FollowUpId promise) { m_edits->keepPromise(promise); });
    connect(m_page, &PersonPage::personGone, this, [this] {
        // A form in front of it goes on.
        if (m_panel->currentWidget() == m_page)
            closePanel();
    });
    connect(m_actions->add, &QAction::triggered, this, [this] { addPerson({}); });
    connect(m_actions->erase, &QAction::triggered, this, &MembersPlace::erase);
    connect(&m_office.session, &Session::personErased, this, &MembersPlace::onErased);
    connect(m_actions->edit, &QAction::triggered, this, [this] {
        if (m_actions->people().size() == 1)
            editPerson(m_actions->people().front());
    });
    connect(m_actions->logCall, &QAction::triggered, this, [this] {
        if (m_actions->people().size() == 1)
            Q_EMIT logCallRequested(m_actions->people().front());
    });
    connect(m_actions->openOnMap, &QAction::triggered, this, [this] {
        if (m_actions->people().size() == 1)
            Q_EMIT circleRequested(m_actions->people().front());
    });
}

void MembersPlace::addActions(QMenu* menu) { m_actions->fillWindowMenu(menu); }

void MembersPlace::enter()
{
    syncActions();
    if (m_panel->isVisible() && m_panel->currentWidget() != m_page)
        return;
    m_table->setFocus(Qt::OtherFocusReason);
}

void MembersPlace::focusFilter() { m_filterBar->focusField(); }

bool MembersPlace::stepBack()
{
    if (m_filterBar->isAncestorOf(focusWidget()) && !m_filtered->filter().words.isEmpty()) {
        PeopleFilter filter = m_filtered->filter();
        filter.words.clear();
        m_filtered->setFilter(filter);
        return true;
    }
    if (!panelIsOpen())
        return false;
    if (auto* form = qobject_cast<PersonForm*>(m_panel->currentWidget()))
        leaveForm(form);
    else
        closePanel();
    return true;
}

bool MembersPlace::panelIsOpen() const { return !m_panel->isHidden(); }

void MembersPlace::openPanel()
{
    if (panelIsOpen())
        return;
    m_panel->show();
    if (m_office.settings.value(setting::kMembersSplitter).isEmpty()) {
        const int list = std::clamp(width() - kPanelWidth, kListLeast, kListWidth);
        m_splitter->setSizes({list, std::max(kPanelLeast, width() - list)});
    }
}

void MembersPlace::showPerson(PersonId person)
{
    if (!m_office.people.isLoaded()) {
        m_awaited = person;
        return;
    }
    m_table->choose(person);
    openPage(person);
}

void MembersPlace::openPage(PersonId person)
{
    if (!m_office.people.find(person))
        return;
    m_settle.stop();
    openPanel();
    m_panel->setCurrentWidget(m_page);
    m_page->setPerson(person);
    m_table->setShownPerson(person);
    syncActions();
}

void MembersPlace::closePanel()
{
    m_settle.stop();
    const bool hadFocus = m_panel->isAncestorOf(focusWidget());
    m_panel->hide();
    m_page->setPerson({});
    m_table->setShownPerson({});
    if (hadFocus)
        m_table->setFocus(Qt::OtherFocusReason);
    syncActions();
}

void MembersPlace::addPerson(const QString& name)
{
    if (!m_office.session.isOpen() || m_office.session.isReadOnly())
        return;
    if (!isVisible())
        Q_EMIT placeRequested(PlaceId::members);
    showForm(m_newForm);
    m_newForm->startNew(name);
}

void MembersPlace::editPerson(PersonId person)
{
    if (m_office.session.isReadOnly() || !m_office.people.find(person))
        return;
    m_page->setPerson(person);
    m_table->setShownPerson(person);
    showForm(m_editForm);
    m_editForm->startEdit(person);
}

void MembersPlace::showForm(PersonForm* form)
{
    m_settle.stop();
    openPanel();
    m_panel->setCurrentWidget(form);
}

void MembersPlace::leaveForm(PersonForm* form)
{
    if (form->isDirty())
        Q_EMIT said(tr("The draft is kept until the file is closed."));
    if (m_page->person())
        m_panel->setCurrentWidget(m_page);
    else
        closePanel();
    m_table->setFocus(Qt::OtherFocusReason);
}

void MembersPlace::store(PersonForm* form, const PersonDraft& draft)
{
    if (!form->isNew()) {
        m_edits->update(draft, [this, form](bool stored) {
            if (stored) {
                form->discard();
                leaveForm(form);
            }
        });
        return;
    }
    m_edits->add(draft, [this, form, name = toQString(draft.person.name)](PersonId person) {
        if (!person)
            return;
        form->discard();
        m_awaited = person;
        m_page->setPerson(person);
        m_panel->setCurrentWidget(m_page);
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void MembersPlace::erase()
{
    if (m_actions->people().size() != 1)
        return;
    m_edits->erase(m_actions->people().front(), this,
                   {.began = [this] { m_progress->start(); },
                    .progress = [this](double share) { m_progress->setShare(share); },
                    .ended =
                        [this](bool done) {
                            m_progress->finish();
                            if (done)
                                Q_EMIT said(tr("Forgotten for good. Undo begins anew from here."));
                        }});
}

void MembersPlace::onErased(PersonId person)
{
    m_filterBar->forget(person);
    if (m_editForm->person() == person) {
        m_editForm->discard();
        if (panelIsOpen() && m_panel->currentWidget() == m_editForm)
            leaveForm(m_editForm);
    }
    if (m_page->person() == person)
        closePanel();
}

void MembersPlace::onRefreshed()
{
    if (const PersonId person = m_awaited; person && m_office.people.find(person)) {
        m_awaited = {};
        showPerson(person);
        if (m_filtered->rowOf(person) < 0)
            Q_EMIT said(
                tr("%1 is in the file. The filters leave them out of the table.").arg(m_office.people.nameOf(person)));
    }
    m_filterBar->updateCount();
    syncActions();
    syncEmpty();
}

void MembersPlace::onClosing()
{
    m_awaited = {};
    m_settle.stop();
    closePanel();
    m_filterBar->reset();
    m_filtered->setEditing(PeopleFilterModel::Editing::no);
    m_add->setEnabled(false);
    m_import->setEnabled(false);
    m_actions->setPeople({});
}

void MembersPlace::syncActions()
{
    std::vector<PersonId> people;
    if (isVisible()) {
        people = m_table->selectedPeople();
        // The page may show somebody whom the filter leaves out of the table.
        const PersonId shown = m_page->person();
        if (people.empty() && panelIsOpen() && shown)
            people = {shown};
    }
    m_actions->setPeople(std::move(people));
}

void MembersPlace::syncEditing()
{
    const bool writable = m_office.session.isOpen() && !m_office.session.isReadOnly();
    m_filtered->setEditing(writable ? PeopleFilterModel::Editing::yes : PeopleFilterModel::Editing::no);
    m_add->setEnabled(writable);
    m_import->setEnabled(writable);
    m_noOne->actionButton()->setEnabled(writable);
    syncActions();
}

void MembersPlace::syncEmpty()
{
    const bool loaded = m_office.people.isLoaded();
    const bool nobodyInFile = loaded && m_office.people.rowCount() == 0;
    const bool nobodyLeft = loaded && !nobodyInFile && m_filtered->rowCount() == 0;
    m_noOne->setVisible(nobodyInFile);
    m_nobody->setVisible(nobodyLeft);
    m_card->setVisible(!nobodyInFile && !nobodyLeft);
    m_filterBar->setVisible(!nobodyInFile);
    const QString words = m_filtered->filter().words.trimmed();
    m_nobody->setTexts(words.isEmpty() ? tr("Nobody matches these filters") : tr("Nobody matches “%1”").arg(words),
                       tr("%Ln people are in the file.", "", m_office.people.rowCount()));
    m_filterBar->updateCount();
}

void MembersPlace::showEvent(QShowEvent* event)
{
    Place::showEvent(event);
    syncActions();
}

void MembersPlace::hideEvent(QHideEvent* event)
{
    Place::hideEvent(event);
    syncActions();
}

} // namespace weavemap::ui
