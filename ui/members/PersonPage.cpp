// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PersonPage.h"

#include <algorithm>
#include <utility>

#include <QActionGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/members/CircleView.h"
#include "ui/members/PersonFacts.h"
#include "ui/members/TieRow.h"
#include "ui/members/TimelineRow.h"
#include "ui/models/InTouch.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/PromiseList.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kSide = 28, kAvatar = 56, kFactLabel = 92;
constexpr std::size_t kTimelineRows = 12;

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

PersonPage::PersonPage(Office& office, QWidget* parent) : QScrollArea(parent), m_office(office)
{
    setObjectName(QStringLiteral("personPage"));
    setAccessibleName(tr("Page of the chosen person"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("personPageBody"));
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(kSide, space::kPageTop, kSide, space::k24);
    column->setSpacing(space::k16);
    column->addWidget(buildHead());
    m_factBox = new QWidget;
    m_facts = new QGridLayout(m_factBox);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(0);
    m_facts->setVerticalSpacing(3);
    m_facts->setColumnMinimumWidth(0, kFactLabel);
    m_facts->setColumnStretch(1, 1);
    column->addWidget(m_factBox);
    column->addWidget(buildCircle());
    m_promiseBox = new QWidget;
    m_promiseBox->setObjectName(QStringLiteral("openPromises"));
    m_promises = new PromiseList;
    auto* promises = new QVBoxLayout(m_promiseBox);
    promises->setContentsMargins(0, 0, 0, 0);
    promises->setSpacing(space::k8);
    promises->addWidget(new SectionHeader(tr("Promises")));
    promises->addWidget(m_promises);
    column->addWidget(m_promiseBox);
    column->addWidget(buildHappened());
    m_tieHead = new SectionHeader(tr("Ties"));
    auto* tieBox = new QWidget;
    auto* ties = new QWidget;
    m_ties = new QVBoxLayout(ties);
    m_ties->setContentsMargins(0, 0, 0, 0);
    m_ties->setSpacing(0);
    auto* tiePart = new QVBoxLayout(tieBox);
    tiePart->setContentsMargins(0, 0, 0, 0);
    tiePart->setSpacing(space::k4);
    tiePart->addWidget(m_tieHead);
    tiePart->addWidget(ties);
    column->addWidget(tieBox);
    column->addStretch(1);
    setWidget(page);
    page->hide();

    connect(m_promises, &PromiseList::kept, this, &PersonPage::promiseKept);
    connect(m_promises, &PromiseList::conversationRequested, this, &PersonPage::conversationRequested);
    connect(m_promises, &PromiseList::focusLeft, this, &PersonPage::focusFirst);
    connect(&office.people, &PeopleModel::refreshed, this, &PersonPage::onRefreshed);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        using store::Table;
        for (const Table table : {Table::person, Table::organization, Table::attributeValue, Table::tie,
                                  Table::evidence, Table::conversation, Table::noteItem, Table::followUp,
                                  Table::introduction, Table::convening, Table::attendance, Table::project})
            if (changes.touches(table)) {
                reload();
                return;
            }
    });
    // What is private depends on who reads.
    connect(&office.session, &Session::meChanged, this, &PersonPage::onErased);
    connect(&office.session, &Session::personErased, this, &PersonPage::onErased);
    connect(&office.session, &Session::conversationErased, this, &PersonPage::onErased);
    connect(&office.session, &Session::closing, this, [this] { setPerson({}); });
}

QWidget* PersonPage::buildHead()
{
    auto* head = new QWidget;
    m_avatar = new Avatar;
    m_avatar->setDiameter(kAvatar);
    m_name = new TextLabel({}, TextStyle::figure, ColorRole::text, TextLabel::Lines::many);
    m_name->setObjectName(QStringLiteral("personName"));
    m_name->setTextFormat(Qt::PlainText);
    m_who = new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::many);
    m_who->setObjectName(QStringLiteral("personWho"));
    m_who->setTextFormat(Qt::PlainText);
    m_state = new TextLabel({}, TextStyle::second, ColorRole::warning, TextLabel::Lines::many);
    m_state->setObjectName(QStringLiteral("personState"));
    m_logCall = new Button(tr("Log a call"), Button::Kind::primary);
    m_logCall->setObjectName(QStringLiteral("pageLogCall"));
    m_logCall->setIconName(QStringLiteral("call"));
    m_logCall->setHeight(Button::Height::small);
    m_more = new IconButton(QStringLiteral("more"), tr("More"));
    m_more->setObjectName(QStringLiteral("pageMore"));
    m_more->setEdge(IconButton::Edge::line);
    m_more->setSide(size::kButtonSmall);
    auto* first = new QHBoxLayout;
    first->setSpacing(space::k8);
    first->addWidget(m_name, 1);
    first->addWidget(m_logCall, 0, Qt::AlignTop);
    first->addWidget(m_more, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addLayout(first);
    lines->addWidget(m_who);
    lines->addWidget(m_state);
    lines->addStretch();
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k16);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    row->addLayout(lines, 1);
    connect(m_logCall, &Button::clicked, this, [this] { Q_EMIT logCallRequested(m_person); });
    return head;
}

QWidget* PersonPage::buildCircle()
{
    auto* box = new QWidget;
    m_circleHead = new SectionHeader(tr("Circle"));
    m_openOnMap = new LinkLabel(tr("Open on the map"));
    m_openOnMap->setObjectName(QStringLiteral("openOnMap"));
    m_circleHead->addAtEnd(m_openOnMap);
    m_circle = new CircleView(m_office.people, m_office.jobs);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(m_circleHead);
    column->addWidget(m_circle);
    const auto open = [this] { Q_EMIT circleRequested(m_person); };
    connect(m_openOnMap, &LinkLabel::clicked, this, open);
    connect(m_circle, &QAbstractButton::clicked, this, open);
    return box;
}

QWidget* PersonPage::buildHappened()
{
    auto* box = new QWidget;
    auto* head = new SectionHeader(tr("What happened"));
    auto* filter = new IconButton(QStringLiteral("filter"), tr("Show only some of it"));
    filter->setObjectName(QStringLiteral("timelineFilter"));
    filter->setSide(size::kButtonSmall);
    auto* menu = new QMenu(filter);
    menu->setObjectName(QStringLiteral("timelineFilterMenu"));
    auto* group = new QActionGroup(menu);
    const auto add = [this, menu, group, filter](const QString& text, TimelineShow show) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(show == m_show);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, show, filter] {
            m_show = show;
            filter->setIconRole(show == TimelineShow::everything ? ColorRole::muted : ColorRole::accent);
            presentTimeline();
        });
    };
    add(tr("Everything"), TimelineShow::everything);
    add(tr("Conversations"), TimelineShow::conversations);
    add(tr("Needs, offers and the like"), TimelineShow::withItems);
    add(tr("Promises"), TimelineShow::promises);
    add(tr("Introductions"), TimelineShow::introductions);
    add(tr("Convenings"), TimelineShow::convenings);
    add(tr("Projects"), TimelineShow::projects);
    connect(filter, &QAbstractButton::clicked, this, [menu, filter] {
        menu->popup(filter->mapToGlobal(QPoint(filter->width() - menu->sizeHint().width(), filter->height())));
    });
    head->addAtEnd(filter);
    auto* rows = new QWidget;
    m_timeline = new QVBoxLayout(rows);
    m_timeline->setContentsMargins(0, 0, 0, 0);
    m_timeline->setSpacing(0);
    m_showAll = new LinkLabel({});
    m_showAll->setObjectName(QStringLiteral("showAllHappened"));
    connect(m_showAll, &LinkLabel::clicked, this, [this] {
        m_allShown = true;
        presentTimeline();
    });
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(head);
    column->addWidget(rows);
    column->addWidget(m_showAll, 0, Qt::AlignLeft);
    return box;
}

void PersonPage::setMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu, [this, menu] {
        menu->popup(
            m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height() + space::k4)));
    });
}

void PersonPage::focusFirst() { m_logCall->setFocus(Qt::TabFocusReason); }

void PersonPage::setPerson(PersonId person)
{
    if (person == m_person && person)
        return;
    m_person = person;
    m_allShown = false;
    if (!person) {
        forget();
        return;
    }
    if (isVisible())
        m_job.cancel();
    else
        forget(); // so that nobody else is seen first when it is shown
    verticalScrollBar()->setValue(0);
    reload();
}

void PersonPage::forget()
{
    // Nothing of them stays in what is hidden.
    m_job.cancel();
    m_data = {};
    m_circle->clear();
    presentHead();
    presentFacts();
    presentPromises();
    presentTimeline();
    presentTies();
    widget()->hide();
}

void PersonPage::onErased()
{
    // Others may have spoken of whoever was erased, so that nobody's page is kept.
    if (!isVisible())
        forget();
    reload();
}

void PersonPage::onRefreshed()
{
    const bool isGone = m_person && m_data.profile.person.id == m_person && !m_office.people.find(m_person);
    if (isGone && !isVisible()) {
        setPerson({});
        Q_EMIT personGone();
        return;
    }
    reload();
}

void PersonPage::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (m_waits)
        reload();
}

void PersonPage::reload()
{
    m_waits = m_person && !isVisible();
    if (!m_person || m_waits || !m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    m_job.cancel();
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_office.jobs.run<PersonPageData>(
        this,
        [shared, person = m_person, on = m_office.session.today(), me = m_office.session.me()](const RunContext&) {
            Result<PersonPageData> page = PersonPageData{};
            const auto read = shared->snapshot([&](store::Records& records) -> Result<> {
                page = readPersonPage(records, person, on, me);
                return {};
            });
            return read ? std::move(page) : Result<PersonPageData>(fail(read.error()));
        },
        [this](Result<PersonPageData> page) {
            if (page) {
                m_data = std::move(*page);
                present();
            } else if (page.error().code == ErrorCode::notFound) {
                setPerson({});
                Q_EMIT personGone();
            }
        });
}

void PersonPage::present()
{
    const int scrolled = verticalScrollBar()->value();
    presentHead();
    presentFacts();
    const Date today = m_office.session.today();
    const auto counted = inTouch(m_data.profile.ties, m_office.people, today);
    const auto number = static_cast<int>(counted.size());
    m_circle->setCircle(m_data.profile.person, counted, today);
    if (m_data.profile.ties.empty())
        m_circleHead->setRemark(tr("no known tie yet"));
    else
        m_circleHead->setRemark(number == 0 ? tr("in touch with nobody we know of")
                                            : tr("in touch with %1").arg(peopleCount(number)));
    m_circle->setVisible(number > 0);
    QStringList ties{number == 0 ? QString() : tr("in touch with %1").arg(peopleCount(number)),
                     furtherTies(m_data.profile.ties, number)};
    ties.removeAll(QString());
    m_tieHead->setRemark(ties.join(QStringLiteral(" \u00B7 ")));
    presentPromises();
    presentTimeline();
    presentTies();
    widget()->show();
    verticalScrollBar()->setValue(scrolled);
    Q_EMIT presented();
}

void PersonPage::presentHead()
{
    const Person& person = m_data.profile.person;
    const QString name = toQString(person.name);
    m_avatar->setPerson(name, m_office.people.colourOf(person.id), m_data.profile.heardFrom ? Heard::yes : Heard::no);
    m_name->setText(name);
    QString who = toQString(person.role);
    const QString organization = toQString(m_data.profile.organization);
    if (!organization.isEmpty())
        who = who.isEmpty() ? organization : tr("%1, %2").arg(who, organization);
    if (!person.region.empty())
        who = who.isEmpty() ? toQString(person.region) : tr("%1 · %2").arg(who, toQString(person.region));
    if (person.kind != PersonKind::member)
        who = who.isEmpty() ? words(person.kind) : tr("%1 · %2").arg(words(person.kind), who);
    m_who->setText(who);
    m_who->setVisible(!who.isEmpty());
    const Date today = m_office.session.today();
    QString state;
    if (person.archived && *person.archived <= today)
        state = tr("Archived %1").arg(formatDate(*person.archived, DateStyle::full));
    else if (person.left && *person.left <= today)
        state = tr("Left %1").arg(formatDate(*person.left, DateStyle::full));
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_logCall->setEnabled(!m_office.session.isReadOnly());
}

void PersonPage::addFact(const QString& label, const QString& value)
{
    auto* name = new TextLabel(label, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    name->setMaximumWidth(kFactLabel - space::k8);
    name->setToolTip(label.size() > 12 ? label : QString());
    auto* text = new TextLabel(value, TextStyle::second, ColorRole::text, TextLabel::Lines::many);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = m_factRow++;
    m_facts->addWidget(name, row, 0, Qt::AlignTop);
    m_facts->addWidget(text, row, 1, Qt::AlignTop);
}

void PersonPage::presentFacts()
{
    empty(m_facts);
    m_factRow = 0;
    for (const PersonFact& fact : factsOf(m_data.profile, m_office.people))
        addFact(fact.label, fact.text);
}

void PersonPage::presentPromises()
{
    std::vector<PromiseText> open;
    const Date today = m_office.session.today();
    for (const FollowUp& promise : m_data.profile.followUps) {
        if (promise.done)
            continue;
        PromiseText text;
        text.id = promise.id;
        text.conversation = promise.conversation;
        text.text = toQString(promise.text);
        // Whose page this is need not be said, nor what is one's own.
        QStringList about;
        if (promise.person != m_person)
            about << m_office.people.nameOf(promise.person);
        const QString owner = m_office.people.nameOf(promise.owner);
        if (promise.owner != m_person && promise.owner != m_office.session.me() && !owner.isEmpty())
            about << tr("%1 does it").arg(owner);
        about.removeAll(QString());
        text.about = about.join(QStringLiteral(" · "));
        text.call = tr("From a call");
        for (const Conversation& talk : m_data.profile.conversations)
            if (talk.id == promise.conversation)
                text.call = tr("From the call on %1").arg(formatDate(talk.when.localDate(), DateStyle::day, today));
        text.due = promise.due;
        open.push_back(std::move(text));
    }
    using Access = PromiseList::Access;
    m_promises->setPromises(open, today, m_office.session.isReadOnly() ? Access::readOnly : Access::readWrite);
    m_promiseBox->setVisible(!open.empty());
}

void PersonPage::presentTimeline()
{
    empty(m_timeline);
    std::vector<TimelineEntry> entries = timelineOf(m_data, m_office.people, m_office.session.today());
    std::erase_if(entries, [this](const TimelineEntry& entry) { return !isOf(m_show, entry); });
    if (entries.empty())
        m_timeline->addWidget(new TextLabel(m_show == TimelineShow::everything
                                                ? tr("Nothing yet. The first call takes a minute.")
                                                : tr("Nothing of this kind."),
                                            TextStyle::base, ColorRole::muted, TextLabel::Lines::many));
    const std::size_t shown = m_allShown ? entries.size() : std::min(entries.size(), kTimelineRows);
    for (std::size_t at = 0; at < shown; ++at) {
        auto* row = new TimelineRow(entries[at], m_office.session.today(),
                                    at + 1 < shown ? TimelineRow::Thread::goesOn : TimelineRow::Thread::ends);
        connect(row, &TimelineRow::conversationRequested, this, &PersonPage::conversationRequested);
        connect(row, &TimelineRow::introductionRequested, this, &PersonPage::introductionRequested);
        connect(row, &TimelineRow::conveningRequested, this, &PersonPage::conveningRequested);
        connect(row, &TimelineRow::projectRequested, this, &PersonPage::projectRequested);
        m_timeline->addWidget(row);
    }
    m_showAll->setVisible(shown < entries.size());
    m_showAll->setText(tr("Show all %1").arg(formatCount(static_cast<qint64>(entries.size()))));
}

void PersonPage::presentTies()
{
    empty(m_ties);
    const auto& ties = m_data.profile.ties;
    m_tieHead->setVisible(!ties.empty());
    for (const actions::ProfileTie& tie : ties) {
        const PersonId teller = tie.evidence.empty() ? PersonId{} : tie.evidence.front().heardFrom;
        auto* row = new TieRow(tie, m_office.people.nameOf(teller), m_data.introductions, m_office.session.today());
        connect(row, &TieRow::personRequested, this, &PersonPage::personRequested);
        connect(row, &TieRow::conversationRequested, this, &PersonPage::conversationRequested);
        connect(row, &TieRow::introductionRequested, this, &PersonPage::introductionRequested);
        m_ties->addWidget(row);
    }
}

} // namespace weavemap::ui
