// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/TodayPlace.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QListView>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/actions/CallQueue.h"
#include "core/actions/EditNetwork.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/today/CoverageCard.h"
#include "ui/today/QueuePanel.h"
#include "ui/today/QueueRulesDialog.h"
#include "ui/today/WaitingCard.h"
#include "ui/today/WhoCard.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
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
    : Place(parent), m_office(office), m_queue(new QueuePanel(m_office)), m_title(new TextLabel({}, TextStyle::page)),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted)), m_rules(new Button(tr("Points and reasons")))
{
    setObjectName(QStringLiteral("todayPlace"));
    m_title->setObjectName(QStringLiteral("todayTitle"));
    m_subtitle->setObjectName(QStringLiteral("todaySubtitle"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::kColumnGap);
    columns->addWidget(m_queue, 1);
    columns->addWidget(buildSide());
    auto* page = new QVBoxLayout;
    // What scrolls runs to the edge of the window; the room below is inside it.
    page->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, 0);
    page->setSpacing(0);
    page->addWidget(buildHead());
    page->addSpacing(space::k20);
    page->addLayout(columns, 1);
    setLayout(page);

    connect(&office.people, &PeopleModel::refreshed, this, &TodayPlace::refreshWhenSeen);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        sayUndone(changes);
        // How many are due stands in the rail, whatever place is open.
        if (changes.touches(store::Table::followUp))
            refresh();
        else if (changes.touches(store::Table::snooze) || changes.touches(store::Table::introduction) ||
                 changes.touches(store::Table::fact)) // the people tell of the rest
            refreshWhenSeen();
    });
    connect(&office.session, &Session::closing, this, [this] {
        forget();
        m_allPromises = false;
        Q_EMIT dueChanged(0);
    });
    // What was forgotten for good is not kept until the next look, either.
    const auto anew = [this] {
        forget();
        refresh();
    };
    connect(&office.session, &Session::personErased, this, anew);
    connect(&office.session, &Session::conversationErased, this, anew);
    // Nor is what only another one at this desk may read.
    connect(&office.session, &Session::meChanged, this, anew);
}

QWidget* TodayPlace::buildHead()
{
    m_queue->setMaximumWidth(kQueueWidest);
    m_rules->setObjectName(QStringLiteral("queueRules"));
    m_rules->setIconName(QStringLiteral("settings"));
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    row->addWidget(m_rules, 0, Qt::AlignVCenter);
    connect(m_rules, &Button::clicked, this, &TodayPlace::editRules);
    connect(m_queue, &QueuePanel::briefRequested, this, &TodayPlace::briefRequested);
    connect(m_queue, &QueuePanel::logCallRequested, this, &Place::logCallRequested);
    connect(m_queue, &QueuePanel::personRequested, this, &Place::personRequested);
    connect(m_queue, &QueuePanel::importRequested, this, &Place::importRequested);
    connect(m_queue, &QueuePanel::said, this, &Place::said);
    return head;
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
    connect(m_promises, &PromiseList::focusLeft, m_queue, [this] { m_queue->list()->setFocus(Qt::OtherFocusReason); });
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
    m_waiting = new WaitingCard(m_office.people);
    layout->addWidget(new SectionHeader(tr("Introductions waiting")));
    layout->addWidget(m_waiting);
    connect(m_waiting, &WaitingCard::allRequested, this, [this] { Q_EMIT placeRequested(PlaceId::introductions); });
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
    m_queue->list()->setFocus(Qt::OtherFocusReason);
}

void TodayPlace::forget()
{
    m_job.cancel();
    m_known = m_stale = false;
    m_today = {};
    m_queue->forget();
    m_waiting->present({}, m_today.on);
    presentPromises();
}

void TodayPlace::refreshWhenSeen()
{
    presentPeople();
    // What is being read is older than the file already.
    if (isVisible() || !m_known || m_job.isRunning())
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
    QStringList parts{due == 0 ? tr("no promise is due") : tr("%Ln promises are due", "", due)};
    const auto asking = std::count_if(m_today.introductions.begin(), m_today.introductions.end(),
                                      [](const actions::WaitingIntroduction& row) { return row.isNow; });
    if (const auto waiting = static_cast<int>(asking); waiting > 0)
        parts << tr("%Ln introductions wait for somebody", "", waiting);
    const auto people = static_cast<int>(m_today.callNextCount);
    parts << (people == 0 ? tr("nobody has to be called") : tr("%Ln people are due for a call", "", people));
    QString sentence = tr("%1.").arg(parts.join(tr(", ")));
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

void TodayPlace::present()
{
    m_title->setText(formatDate(m_today.on, DateStyle::weekday));
    m_subtitle->setText(summary());
    const int due = dueNow(m_today);
    m_rules->setVisible(!isDeserted());
    m_queue->present(m_today, isDeserted());
    m_waiting->present(m_today.introductions, m_today.on);
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
    m_allLink->setText(tr("All %Ln promises", "", static_cast<int>(m_today.promises.size())));
    m_allLink->setVisible(shown.size() < m_today.promises.size());
}

void TodayPlace::keepPromise(FollowUpId followUp)
{
    m_office.session.change(
        tr("Promise kept"),
        [followUp, on = m_office.session.today()](store::Records& records) {
            return actions::setFollowUpDone(records, followUp, on);
        },
        sayWhenStored(tr("The promise is kept. Ctrl+Z takes it back.")));
}

Session::Done TodayPlace::sayWhenStored(const QString& sentence)
{
    return [place = QPointer<TodayPlace>(this), sentence](const Result<store::ChangeSet>& stored) {
        if (place && stored)
            Q_EMIT place->said(sentence);
    };
}

void TodayPlace::sayUndone(const store::ChangeSet& changes)
{
    using store::Table;
    // A call says itself what becomes of it.
    const bool isOfThisPage =
        !changes.touches(Table::conversation) &&
        (changes.touches(Table::snooze) || changes.touches(Table::followUp) || changes.touches(Table::fact));
    if (!isVisible() || !isOfThisPage || changes.cause == store::ChangeSet::Cause::change)
        return;
    const QString label = toQString(changes.label);
    Q_EMIT said(changes.cause == store::ChangeSet::Cause::undo ? tr("Undone: %1.").arg(label)
                                                               : tr("Done again: %1.").arg(label));
}

void TodayPlace::editRules()
{
    using Access = QueueRulesDialog::Access;
    auto* dialog =
        new QueueRulesDialog(m_today.rules, m_office.session.isReadOnly() ? Access::readOnly : Access::readWrite, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_office.session, &Session::closing, dialog, &QDialog::close);
    connect(dialog, &QueueRulesDialog::stored, this, [this](const weaving::QueueRules& rules) {
        m_office.session.change(
            tr("Points of the call queue"),
            [rules](store::Records& records) { return actions::setQueueRules(records, rules); },
            sayWhenStored(tr("The queue counts by the new points. Ctrl+Z takes it back.")));
    });
    dialog->open();
}

} // namespace weavemap::ui
