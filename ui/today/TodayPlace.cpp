// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/TodayPlace.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/today/CoverageCard.h"
#include "ui/today/SilentDelegate.h"
#include "ui/today/SilentModel.h"
#include "ui/today/WhoCard.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/PromiseList.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kSideWidth = 368;
constexpr int kQueueWidest = 900;
constexpr std::size_t kQueueRows = 9;
constexpr std::size_t kPromisesAtFirst = 4;

int dueNow(const actions::Today& today) { return static_cast<int>(today.late + today.dueToday); }

} // namespace

TodayPlace::TodayPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_model(new SilentModel(office.people, this)),
      m_delegate(new SilentDelegate(this)), m_title(new TextLabel({}, TextStyle::page)),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted))
{
    setObjectName(QStringLiteral("todayPlace"));
    m_title->setObjectName(QStringLiteral("todayTitle"));
    m_subtitle->setObjectName(QStringLiteral("todaySubtitle"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::kColumnGap);
    columns->addWidget(buildQueue(), 1);
    columns->addWidget(buildSide());
    auto* page = new QVBoxLayout;
    // What scrolls runs to the edge of the window; the room below is inside it.
    page->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, 0);
    page->setSpacing(0);
    page->addWidget(m_title);
    page->addSpacing(2);
    page->addWidget(m_subtitle);
    page->addSpacing(space::k20);
    page->addLayout(columns, 1);
    setLayout(page);

    connect(&office.people, &PeopleModel::refreshed, this, &TodayPlace::refreshWhenSeen);
    connect(&office.session, &Session::meChanged, this, &TodayPlace::refresh);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        // How many are due stands in the rail, whatever place is open.
        if (changes.touches(store::Table::followUp))
            refresh();
    });
    connect(&office.session, &Session::closing, this, [this] {
        forget();
        m_showNeverReached = m_allPromises = false;
        Q_EMIT dueChanged(0);
    });
    // What was forgotten for good is not kept until the next look, either.
    const auto erased = [this] {
        forget();
        refresh();
    };
    connect(&office.session, &Session::personErased, this, erased);
    connect(&office.session, &Session::conversationErased, this, erased);
}

QWidget* TodayPlace::buildQueue()
{
    auto* column = new QWidget;
    column->setMaximumWidth(kQueueWidest);
    m_queueHead = new SectionHeader(tr("Call next"));
    m_queueRemark = new TextLabel({}, TextStyle::base, ColorRole::muted);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("callQueue"));
    m_list->setAccessibleName(tr("Call next"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_queueCard = new Card(Card::Kind::plain, Card::Padding::none);
    m_queueCard->body()->setContentsMargins(1, 1, 1, 1);
    m_queueCard->body()->addWidget(m_list);
    m_empty = new EmptyState(QStringLiteral("today"), tr("Nothing is due"),
                             tr("Everyone you promised something has it, and every member has been heard from."),
                             tr("Log a call"));
    m_never = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    m_showNever = new LinkLabel(tr("Show them"), nullptr, TextStyle::second);
    m_showNever->setObjectName(QStringLiteral("showNeverReached"));
    // The link follows the sentence, which takes no more room than its words.
    auto* never = new QHBoxLayout;
    never->setSpacing(space::k8);
    never->addWidget(m_never, 1);
    never->addWidget(m_showNever, 0, Qt::AlignTop);
    never->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, space::kPageTop);
    layout->setSpacing(space::k8);
    m_queueHead->addAtEnd(m_queueRemark);
    layout->addWidget(m_queueHead);
    // The card grows to its rows and no further; what is left over goes below.
    layout->addWidget(m_queueCard, 1000);
    layout->addWidget(m_empty, 1000);
    layout->addLayout(never);
    layout->addStretch(1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { openRow(current.row()); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT personRequested(m_model->personAt(index.row())); });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (isDeserted())
            Q_EMIT importRequested();
        else
            Q_EMIT logCallRequested({});
    });
    connect(m_showNever, &LinkLabel::clicked, this, [this] {
        m_showNeverReached = !m_showNeverReached;
        presentQueue();
    });
    return column;
}

QWidget* TodayPlace::buildSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* promiseCard = new Card;
    m_promises = new PromiseList;
    m_noPromises = new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::many);
    m_allLink = new LinkLabel({});
    m_allLink->setObjectName(QStringLiteral("allPromises"));
    promiseCard->body()->setSpacing(space::k8);
    promiseCard->body()->addWidget(m_noPromises);
    promiseCard->body()->addWidget(m_promises);
    promiseCard->body()->addWidget(m_allLink, 0, Qt::AlignLeft);
    connect(m_promises, &PromiseList::kept, this, &TodayPlace::keepPromise);
    connect(m_promises, &PromiseList::conversationRequested, this, &Place::conversationRequested);
    connect(m_promises, &PromiseList::focusLeft, m_list, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_allLink, &LinkLabel::clicked, this, [this] {
        const int before = m_promises->count();
        m_allPromises = true;
        presentPromises();
        m_promises->focusRow(before); // the link goes, the keyboard goes on with what it brought
    });
    m_coverage = new CoverageCard(m_office.people);
    auto* promiseScroll = new QScrollArea;
    promiseScroll->setFrameShape(QFrame::NoFrame);
    promiseScroll->setFocusPolicy(Qt::NoFocus);
    promiseScroll->setWidgetResizable(true);
    promiseScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, 0, space::kPageTop);
    layout->setSpacing(space::k8);
    m_who = new WhoCard(m_office);
    connect(m_who, &WhoCard::settingsRequested, this, [this] { Q_EMIT placeRequested(PlaceId::settings); });
    layout->addWidget(m_who);
    m_promiseHead = new SectionHeader(tr("Promises"));
    layout->addWidget(m_promiseHead);
    layout->addWidget(promiseCard);
    layout->addSpacing(space::k16);
    auto* heard = new SectionHeader(tr("Heard from"));
    heard->addAtEnd(new TextLabel(tr("last 12 months"), TextStyle::second, ColorRole::muted));
    layout->addWidget(heard);
    layout->addWidget(m_coverage);
    layout->addStretch();
    promiseScroll->setWidget(inner);
    auto* outer = new QVBoxLayout(side);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(promiseScroll);
    return side;
}

void TodayPlace::enter()
{
    // The day may have turned, too.
    if (!m_known || m_stale || m_today.on != m_office.session.today())
        refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

void TodayPlace::forget()
{
    m_job.cancel();
    m_known = m_stale = false;
    m_today = {};
    m_model->adopt({});
    presentPromises();
}

void TodayPlace::refreshWhenSeen()
{
    presentPeople();
    if (isVisible() || !m_known)
        refresh();
    else
        m_stale = true;
}

void TodayPlace::refresh()
{
    if (!m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job.cancel();
    m_job = m_office.jobs.run<actions::Today>(
        this,
        [shared, on = m_office.session.today(), me = m_office.session.me()](const RunContext&) {
            return actions::readToday(shared->records(), on, kQueueRows, me);
        },
        [this](Result<actions::Today> today) {
            if (!today)
                return;
            m_known = true;
            m_stale = false;
            m_today = std::move(*today);
            present();
        });
}

bool TodayPlace::isDeserted() const { return m_office.people.rowCount() == 0 && m_today.promises.empty(); }

QString TodayPlace::summary() const
{
    if (isDeserted())
        return tr("Whom to call and what you promised will stand here, day by day.");
    const int due = dueNow(m_today);
    const QString promises = due == 0 ? tr("No promise is due") : tr("%n promises are due", "", due);
    const auto talks = static_cast<int>(m_today.conversationsLast30Days);
    return tr("%1. %2").arg(promises, talks == 0 ? tr("Nobody was talked with in the last 30 days.")
                                                 : tr("%n conversations in the last 30 days.", "", talks));
}

void TodayPlace::present()
{
    m_title->setText(formatDate(m_today.on, DateStyle::weekday));
    m_subtitle->setText(summary());
    const int due = dueNow(m_today);
    presentQueue();
    presentPromises();
    presentPeople();
    Q_EMIT dueChanged(due);
}

void TodayPlace::presentPeople()
{
    m_coverage->refresh();
    m_who->refresh();
    // Below a card a heading begins a new part.
    m_promiseHead->setContentsMargins(0, m_who->isHidden() ? 0 : space::k16, 0, 0);
}

void TodayPlace::presentQueue()
{
    m_model->adopt(m_showNeverReached ? m_today.neverReached : m_today.longestSilent);
    const int rows = m_model->rowCount();
    m_queueHead->setVisible(!isDeserted());
    m_queueCard->setVisible(rows > 0);
    m_empty->setVisible(rows == 0 && m_today.promises.empty());
    m_queueRemark->setVisible(rows > 0);
    m_queueRemark->setText(m_showNeverReached ? tr("never reached") : tr("not heard from longest"));
    const auto never = static_cast<int>(m_today.neverReachedCount);
    m_empty->actionButton()->setText(isDeserted() ? tr("Bring a list") : tr("Log a call"));
    if (isDeserted())
        m_empty->setTexts(tr("Nobody here yet"), tr("Bring a list, or log a call: people are added as you name them."));
    else if (never > 0)
        m_empty->setTexts(tr("Nobody has been heard from yet"), tr("The first call takes a minute."));
    else
        m_empty->setTexts(tr("Nothing is due"),
                          tr("Everyone you promised something has it, and every member has been heard from."));
    m_never->setVisible(never > 0);
    m_showNever->setVisible(never > 0);
    m_never->setText(m_showNeverReached
                         ? tr("These members have never been reached.")
                         : tr("%Ln members have never been reached. They are kept apart so that they do not "
                              "crowd the list.",
                              "", never));
    m_never->setMaximumWidth(m_never->fontMetrics().horizontalAdvance(m_never->text()) + 4);
    m_showNever->setText(m_showNeverReached ? tr("Show the others") : tr("Show them"));
    if (rows > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    else
        openRow(m_list->currentIndex().row());
}

void TodayPlace::openRow(int row)
{
    m_delegate->setCurrentRow(row);
    Q_EMIT m_delegate->sizeHintChanged(m_model->index(row < 0 ? 0 : row));
    int height = 0;
    for (int at = 0; at < m_model->rowCount(); ++at)
        height += m_delegate->heightOf(m_model->index(at));
    m_queueCard->setMaximumHeight(height + 2);
    const PersonId person = m_model->personAt(row);
    for (int at = 0; at < m_model->rowCount(); ++at)
        if (QWidget* open = m_list->indexWidget(m_model->index(at)); open && (at != row || m_open != person))
            m_list->setIndexWidget(m_model->index(at), nullptr);
    m_open = person;
    // The buttons of the row stay, and the keyboard in them.
    if (!person || m_list->indexWidget(m_model->index(row)))
        return;
    auto* actions = new QWidget;
    auto* log = new Button(tr("Log a call"), Button::Kind::normal);
    log->setObjectName(QStringLiteral("queueLogCall"));
    log->setKeyText(QStringLiteral("L"));
    log->setIconName(QStringLiteral("call"));
    log->setEnabled(!m_office.session.isReadOnly());
    auto* open = new Button(tr("Open the page"), Button::Kind::quiet);
    open->setObjectName(QStringLiteral("queueOpenPage"));
    open->setKeyText(tr("Enter"));
    auto* circle = new Button(tr("Circle"), Button::Kind::quiet);
    circle->setObjectName(QStringLiteral("queueCircle"));
    circle->setIconName(QStringLiteral("circle-of"));
    auto* layout = new QHBoxLayout(actions);
    layout->setContentsMargins(SilentDelegate::kTextLeft, 0, 20, 14);
    layout->setSpacing(space::k8);
    for (Button* button : {log, open, circle})
        layout->addWidget(button, 0, Qt::AlignBottom);
    layout->addStretch();
    connect(log, &Button::clicked, this, [this, person] { Q_EMIT logCallRequested(person); });
    connect(open, &Button::clicked, this, [this, person] { Q_EMIT personRequested(person); });
    connect(circle, &Button::clicked, this, [this, person] { Q_EMIT circleRequested(person); });
    m_list->setIndexWidget(m_model->index(row), actions);
}

void TodayPlace::presentPromises()
{
    std::vector<PromiseText> shown;
    for (const actions::Promise& promise : m_today.promises) {
        if (shown.size() == kPromisesAtFirst && !m_allPromises)
            break;
        PromiseText row;
        row.id = promise.followUp.id;
        row.conversation = promise.followUp.conversation;
        row.text = toQString(promise.followUp.text);
        row.due = promise.followUp.due;
        // Who it is for often stands in its words; one's own promises need no name.
        QStringList about;
        const QString person = toQString(promise.person), owner = toQString(promise.owner);
        if (!person.isEmpty() && !row.text.contains(person))
            about << person;
        if (!owner.isEmpty() && promise.followUp.owner != m_office.session.me())
            about << tr("%1 does it").arg(owner);
        row.about = about.join(QStringLiteral(" · "));
        row.call = promise.talkedOn && about.isEmpty()
                       ? tr("From the call on %1").arg(formatDate(*promise.talkedOn, DateStyle::day, m_today.on))
                       : tr("From a call");
        shown.push_back(std::move(row));
    }
    using Access = PromiseList::Access;
    m_promises->setPromises(shown, m_today.on, m_office.session.isReadOnly() ? Access::readOnly : Access::readWrite);
    m_promises->setVisible(!shown.empty());
    m_noPromises->setVisible(shown.empty());
    m_noPromises->setText(isDeserted() ? tr("None yet.") : tr("Everyone you promised something has it."));
    m_allLink->setText(tr("All %n promises", "", static_cast<int>(m_today.promises.size())));
    m_allLink->setVisible(shown.size() < m_today.promises.size());
}

void TodayPlace::keepPromise(FollowUpId followUp)
{
    m_office.session.change(tr("Promise kept"), [followUp, on = m_office.session.today()](store::Records& records) {
        return actions::setFollowUpDone(records, followUp, on);
    });
}

bool TodayPlace::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_L &&
        static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier) {
        if (!m_office.session.isReadOnly())
            Q_EMIT logCallRequested(m_model->personAt(m_list->currentIndex().row()));
        return true;
    }
    return Place::eventFilter(watched, event);
}

} // namespace weavemap::ui
