// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TimelinePage.h"

#include <memory>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/conversations/CallInput.h"
#include "ui/conversations/ConversationsDelegate.h"
#include "ui/conversations/ConversationsFilter.h"
#include "ui/conversations/ConversationsModel.h"
#include "ui/conversations/RecordView.h"
#include "ui/conversations/TimelineFilters.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kListWidth = 360;
}

TimelinePage::TimelinePage(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_model(new ConversationsModel(office.session, office.jobs, this)),
      m_filter(new ConversationsFilter(*m_model, this)), m_pages(new QStackedWidget)
{
    setObjectName(QStringLiteral("timelinePage"));
    auto* both = new QWidget;
    auto* columns = new QHBoxLayout(both);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildList());
    columns->addWidget(new Hairline(Qt::Vertical));
    columns->addWidget(buildRecord(), 1);
    m_empty = new EmptyState(QStringLiteral("conversations"), tr("No calls yet"), tr("The first one takes a minute."),
                             tr("Log a call"));
    m_empty->setObjectName(QStringLiteral("noCalls"));
    m_pages->addWidget(both);
    m_pages->addWidget(m_empty);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_pages);

    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(0);
    connect(&m_readTimer, &QTimer::timeout, this, &TimelinePage::readRecord);
    connect(m_empty, &EmptyState::actionRequested, this, &TimelinePage::logCallRequested);
    connect(m_model, &ConversationsModel::refreshed, this, [this] {
        sync();
        chooseWanted();
        // What came of it may have changed, too.
        readSoon();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelinePage::sync);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        using store::Table;
        chooseReturned(changes);
        for (const Table table :
             {Table::conversation, Table::participant, Table::noteItem, Table::followUp, Table::evidence, Table::tie,
              Table::overlay, Table::introduction, Table::project, Table::question, Table::askedQuestion})
            if (changes.touches(table)) {
                readSoon();
                return;
            }
    });
    connect(&office.session, &Session::opened, this, &TimelinePage::sync);
    connect(&office.session, &Session::closing, this, [this] {
        m_wanted = {};
        choose({});
        presentNothing({});
        m_filters->clear();
    });
    // What stands there may name who was forgotten, or what another person may not read.
    const auto tellNothing = [this] { presentNothing({}); };
    connect(&office.session, &Session::meChanged, this, [this] {
        m_read.reset();
        presentNothing({});
        present();
        readSoon();
    });
    connect(&office.session, &Session::personErased, this, tellNothing);
    connect(&office.session, &Session::conversationErased, this, tellNothing);
    connect(&office.session, &Session::personErased, this,
            [this](PersonId person, const QString& name) { m_filters->forget(person, name); });
    if (auto* controller = ThemeController::instance())
        connect(controller, &ThemeController::themeChanged, this, &TimelinePage::present);
    sync();
}

QWidget* TimelinePage::buildList()
{
    auto* side = new QWidget;
    side->setFixedWidth(kListWidth);
    auto* title = new TextLabel(tr("Conversations"), TextStyle::page);
    m_count = new TextLabel({}, TextStyle::second, ColorRole::muted);
    m_count->setObjectName(QStringLiteral("timelineCount"));
    m_draft = new LinkLabel({});
    m_draft->setObjectName(QStringLiteral("timelineDraft"));
    m_draft->hide();
    m_filters = new TimelineFilters(*m_filter, m_office.people);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("timeline"));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ConversationsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothingFits = new EmptyState(QStringLiteral("filter"), tr("Nothing fits"), tr("No conversation has all of that."),
                                   tr("Clear the filters"));
    m_nothingFits->hide();

    auto* head = new QHBoxLayout;
    head->addWidget(title, 1, Qt::AlignBaseline);
    head->addWidget(m_count, 0, Qt::AlignBaseline);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(space::k24, space::k24, space::k16, 0);
    column->setSpacing(space::k12);
    column->addLayout(head);
    column->addWidget(m_draft, 0, Qt::AlignLeft);
    column->addWidget(m_filters);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothingFits, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { choose(m_filter->idAt(current.row())); });
    // After a deletion the keyboard stands at a row that is not chosen yet.
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { choose(m_filter->idAt(index.row())); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        m_list->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
        choose(m_filter->idAt(index.row()));
        m_record->takeFocus();
    });
    connect(m_draft, &LinkLabel::clicked, this, &TimelinePage::draftRequested);
    connect(m_filters, &TimelineFilters::changed, this, &TimelinePage::sync);
    connect(m_filters, &TimelineFilters::wentDown, this, &TimelinePage::takeFocus);
    connect(m_nothingFits, &EmptyState::actionRequested, this, [this] { m_filters->clear(); });
    // A heading moves to the row that is now the first of its day or month.
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(
            m_filter, signal, m_list, [this] { m_list->doItemsLayout(); }, Qt::QueuedConnection);
    return side;
}

QWidget* TimelinePage::buildRecord()
{
    m_right = new QStackedWidget;
    m_nothing = new EmptyState(QStringLiteral("conversations"), {}, {}, {});
    m_nothing->setObjectName(QStringLiteral("noRecord"));
    presentNothing({});
    m_record = new RecordView;
    m_right->addWidget(m_nothing);
    m_right->addWidget(m_record);
    connect(m_record, &RecordView::editRequested, this, [this] {
        if (!m_read)
            return;
        // Read at this moment, a few rows by their index: storing what stood there before the last change would take
        // that change back.
        const auto record =
            readConversation(m_office.session.records(), m_read->conversation.id, m_office.session.me());
        if (record)
            Q_EMIT editRequested(*record);
    });
    connect(m_record, &RecordView::deleteRequested, this, &TimelinePage::remove);
    connect(m_record, &RecordView::eraseRequested, this, &TimelinePage::erase);
    connect(m_record, &RecordView::personRequested, this, &TimelinePage::personRequested);
    connect(m_record, &RecordView::introductionRequested, this, &TimelinePage::introductionRequested);
    connect(m_record, &RecordView::projectRequested, this, &TimelinePage::projectRequested);
    connect(m_record, &RecordView::keptChanged, this, &TimelinePage::setKept);
    return m_right;
}

void TimelinePage::sync()
{
    const int all = m_model->rowCount(), shown = m_filter->rowCount();
    m_pages->setCurrentIndex(m_model->isLoaded() && all == 0 ? 1 : 0);
    if (m_empty->actionButton())
        m_empty->actionButton()->setEnabled(m_office.session.isOpen() && !m_office.session.isReadOnly());
    m_list->setVisible(shown > 0 || all == 0);
    m_nothingFits->setVisible(shown == 0 && all > 0);
    if (m_filter->isFiltering())
        m_count->setText(tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
    else
        m_count->setText(all == 0 ? QString() : formatCount(all));
    if (!m_list->currentIndex().isValid() && shown > 0 && !m_deleted)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void TimelinePage::showConversation(ConversationId id)
{
    m_wanted = id;
    if (m_model->isLoaded())
        chooseWanted();
}

void TimelinePage::chooseWanted()
{
    if (!m_wanted || m_model->rowOf(m_wanted) < 0)
        return;
    if (m_filter->rowOf(m_wanted) < 0)
        m_filters->clear();
    const QModelIndex index = m_filter->index(m_filter->rowOf(m_wanted), 0);
    m_wanted = {};
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TimelinePage::choose(ConversationId id)
{
    if (id == m_shown)
        return;
    m_shown = id;
    m_read.reset();
    m_job.cancel();
    if (id)
        presentNothing({});
    else
        present();
    readSoon();
}

void TimelinePage::presentNothing(const QString& deleted)
{
    m_deleted = !deleted.isEmpty();
    m_nothing->setTexts(m_deleted ? tr("Deleted: %1").arg(deleted) : tr("Nothing chosen"),
                        m_deleted ? tr("Its ties, next steps and introductions stay. Ctrl+Z brings it back.")
                                  : tr("Choose a conversation to read it here."));
}

void TimelinePage::letGo()
{
    const QString label = toInput(*m_read).label();
    // The row above holds the place for the keyboard, and none is chosen.
    const QModelIndex above = m_filter->index(m_list->currentIndex().row() - 1, 0);
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->selectionModel()->clearSelection();
    m_list->selectionModel()->setCurrentIndex(above, QItemSelectionModel::NoUpdate);
    choose({});
    presentNothing(label);
}

void TimelinePage::chooseReturned(const store::ChangeSet& changes)
{
    if (changes.cause == store::ChangeSet::Cause::change)
        return;
    ConversationId back;
    int count = 0;
    for (const store::ChangedRow& row : changes.rows(store::Table::conversation))
        if (row.change == store::RowChange::inserted && ++count == 1)
            back = ConversationId{row.id};
    if (count == 1)
        showConversation(back);
}

void TimelinePage::readSoon()
{
    m_job.cancel();
    m_readTimer.start();
}

void TimelinePage::readRecord()
{
    m_job.cancel();
    if (!m_shown || !m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_office.jobs.run<ConversationRecord>(
        this,
        [shared, id = m_shown, me = m_office.session.me()](const RunContext&) {
            return readConversation(shared->records(), id, me);
        },
        [this](Result<ConversationRecord> record) {
            if (record)
                for (int row = 0; row < m_office.people.rowCount(); ++row)
                    addNewMember(*record, m_office.people.row(row).person);
            // Nothing about it changed: who reads or has marked a word is left alone.
            if (record && m_read && *record == *m_read)
                return;
            m_read.reset();
            if (record)
                m_read = std::move(*record);
            present();
        });
}

void TimelinePage::present()
{
    if (!m_read) {
        m_right->setCurrentIndex(0);
        m_record->clear();
        return;
    }
    using Access = RecordView::Access;
    m_record->setRecord(*m_read, m_office.session.me(), m_office.session.today(),
                        m_office.session.isReadOnly() ? Access::readOnly : Access::readWrite);
    m_right->setCurrentIndex(1);
}

QString TimelinePage::othersInIt() const
{
    const auto hidden =
        actions::countHidden(m_office.session.records(), m_read->conversation.id, m_office.session.me());
    if (!hidden || *hidden == 0)
        return {};
    const auto count = static_cast<int>(*hidden);
    return m_read->staff.empty() ? tr("It holds %Ln lines that you cannot read. They go with it.", "", count)
                                 : tr("It holds %Ln lines that only %1 can read. They go with it.", "", count)
                                       .arg(toQString(m_read->staff));
}

void TimelinePage::remove()
{
    if (!m_read || m_office.session.isReadOnly())
        return;
    const ConversationId id = m_read->conversation.id;
    const QString label = toInput(*m_read).label(CallInput::Deed::remove);
    if (const QString others = othersInIt(); !others.isEmpty()) {
        const Question question{tr("Delete this conversation?"),
                                others + QLatin1Char(' ') + tr("Undo brings everything back."),
                                {{tr("Delete"), AnswerRole::destructive}, {tr("Keep it"), AnswerRole::cancel}}};
        if (m_office.dialogs.ask(this, question) != 0)
            return;
    }
    m_office.session.change(
        label, [id](store::Records& records) { return records.conversations.remove(id); },
        [page = QPointer<TimelinePage>(this), id](const Result<store::ChangeSet>& changes) {
            if (page && !changes)
                page->showConversation(id); // the shell says why it is still there
        });
    // The next one would slide under the button that was just pressed.
    letGo();
}

void TimelinePage::erase()
{
    if (!m_read || m_office.session.isReadOnly())
        return;
    const ConversationId id = m_read->conversation.id;
    const QString others = othersInIt();
    const Question question{
        tr("Forget this conversation for good?"),
        tr("The note, what it brought up and what was promised in it go from this file and from all its backups. Its "
           "ties stay, without saying where they come from.") +
            (others.isEmpty() ? QString() : QStringLiteral("\n\n") + others) + QStringLiteral("\n\n") +
            tr("Nothing brings this back, and nothing done until now can be undone any more. Exports, prints and "
               "copies on other disks are out of reach."),
        {{tr("Forget for good"), AnswerRole::destructive}, {tr("Keep it"), AnswerRole::cancel}}};
    if (m_office.dialogs.ask(this, question) != 0)
        return;
    m_office.session.erase(id, [page = QPointer<TimelinePage>(this)](const Result<>& erased) {
        if (page && erased)
            Q_EMIT page->said(tr("Forgotten for good. Undo begins anew from here."));
    });
}

void TimelinePage::setKept(FollowUpId followUp, bool kept)
{
    const std::optional<Date> on = kept ? std::optional<Date>(m_office.session.today()) : std::nullopt;
    m_office.session.change(
        kept ? tr("Promise kept") : tr("Promise open again"),
        [followUp, on](store::Records& records) { return actions::setFollowUpDone(records, followUp, on); });
}

void TimelinePage::takeFocus()
{
    if (m_pages->currentIndex() == 1 && m_empty->actionButton())
        m_empty->actionButton()->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void TimelinePage::focusFilter() { m_filters->field()->setFocus(Qt::ShortcutFocusReason); }

bool TimelinePage::stepBack()
{
    if (!m_filter->isFiltering())
        return false;
    m_filters->clear();
    takeFocus();
    return true;
}

void TimelinePage::setDraft(const QString& label)
{
    m_draft->setText(label);
    m_draft->setVisible(!label.isEmpty());
    m_draft->updateGeometry();
    // Where there is no list yet the draft is all there is.
    m_empty->setTexts(tr("No calls yet"), label.isEmpty()
                                              ? tr("The first one takes a minute.")
                                              : tr("%1; \u201CLog a call\u201D goes on with it.").arg(label));
}

} // namespace weavemap::ui
