// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/IntroductionsPlace.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/introductions/HeldBackPanel.h"
#include "ui/introductions/IntroductionActs.h"
#include "ui/introductions/IntroductionPanel.h"
#include "ui/introductions/IntroductionsBoard.h"
#include "ui/introductions/MailPanel.h"
#include "ui/introductions/NewIntroductionPanel.h"
#include "ui/introductions/SuggestionRow.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

namespace weavemap::ui {

namespace {

constexpr int kSideWidth = 340;
constexpr std::size_t kSuggestions = 8;

} // namespace

IntroductionsPlace::IntroductionsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_acts(new IntroductionActs(office, this)),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted)), m_new(new Button(tr("New introduction"))),
      m_heldBack(new Button({}, Button::Kind::quiet)), m_progress(new ThinProgress)
{
    setObjectName(QStringLiteral("introductionsPlace"));
    m_empty = new EmptyState(QStringLiteral("introductions"), tr("None waiting"),
                             tr("Suggestions appear when a need meets an offer."), tr("Look for one"));
    m_empty->setObjectName(QStringLiteral("introductionsEmpty"));
    auto* main = new QVBoxLayout;
    main->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, 0);
    main->setSpacing(space::k8);
    main->addWidget(buildHead());
    main->addWidget(m_progress);
    main->addWidget(buildSuggestions());
    main->addWidget(buildBoard(), 1);
    main->addWidget(m_empty, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(main, 1);
    row->addWidget(buildSide());
    connect(m_empty, &EmptyState::actionRequested, m_new, &Button::click);
    connect(m_acts, &IntroductionActs::said, this, &Place::said);
    connect(m_acts, &IntroductionActs::refused, m_panel, &IntroductionPanel::putBack);
    wireSession();
}

QWidget* IntroductionsPlace::buildHead()
{
    auto* head = new QWidget;
    m_subtitle->setObjectName(QStringLiteral("introductionsSubtitle"));
    m_new->setObjectName(QStringLiteral("newIntroduction"));
    m_new->setIconName(QStringLiteral("plus"));
    m_heldBack->setObjectName(QStringLiteral("heldBack"));
    m_heldBack->setToolTip(tr("Pairs that are kept apart, or were put aside"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addWidget(new TextLabel(tr("Introductions"), TextStyle::page), 1);
    row->addWidget(m_heldBack);
    row->addWidget(m_new);
    auto* lines = new QVBoxLayout(head);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    lines->addLayout(row);
    lines->addWidget(m_subtitle);
    connect(m_heldBack, &Button::clicked, this, [this] {
        showSide(m_heldPanel);
        m_heldPanel->focusFirst();
    });
    connect(m_new, &Button::clicked, this, [this] {
        showSide(m_newPanel);
        m_newPanel->start();
    });
    return head;
}

QWidget* IntroductionsPlace::buildSuggestions()
{
    m_suggestions = new SuggestionRow(m_office);
    connect(m_suggestions, &SuggestionRow::introduceRequested, this,
            [this](const weaving::Suggestion& wanted, PersonId host) {
                m_acts->propose(actions::introductionFrom(wanted, host, m_office.session.today()),
                                [this](IntroductionId id) { bringForward(id); });
            });
    connect(m_suggestions, &SuggestionRow::mailRequested, this,
            [this](const weaving::Suggestion& wanted, PersonId host) {
                m_open = {};
                m_board->clearChoice();
                showSide(m_mail);
                m_mail->setIntroduction(actions::introductionFrom(wanted, host, m_office.session.today()));
            });
    connect(m_suggestions, &SuggestionRow::putAsideRequested, m_acts, &IntroductionActs::putAside);
    connect(m_suggestions, &SuggestionRow::apartRequested, this,
            [this](PersonId a, PersonId b) { m_acts->keepApart(a, b); });
    connect(m_suggestions, &SuggestionRow::personRequested, this, &Place::personRequested);
    connect(m_suggestions, &SuggestionRow::conversationRequested, this, &Place::conversationRequested);
    return m_suggestions;
}

QWidget* IntroductionsPlace::buildBoard()
{
    auto* part = new QWidget;
    part->setObjectName(QStringLiteral("boardPart"));
    m_boardHead = new SectionHeader(tr("Under way"));
    m_endedLink = new LinkLabel({}, nullptr, TextStyle::second);
    m_endedLink->setObjectName(QStringLiteral("endedLink"));
    m_boardHead->addAtEnd(m_endedLink);
    m_board = new IntroductionsBoard;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(m_boardHead);
    column->addWidget(m_board, 1);
    connect(m_board, &IntroductionsBoard::opened, this, &IntroductionsPlace::open);
    connect(m_board, &IntroductionsBoard::moved, this, &IntroductionsPlace::move);
    connect(m_endedLink, &LinkLabel::clicked, this, [this] {
        m_board->setEndedShown(!m_board->isEndedShown());
        presentBoard();
    });
    return part;
}

QWidget* IntroductionsPlace::buildSide()
{
    m_panel = new IntroductionPanel(m_office);
    m_newPanel = new NewIntroductionPanel(m_office);
    m_mail = new MailPanel(m_office);
    m_panels = new QStackedWidget;
    m_heldPanel = new HeldBackPanel(m_office);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_panel, m_newPanel, m_mail, m_heldPanel})
        m_panels->addWidget(panel);
    m_side = new QScrollArea;
    m_side->setObjectName(QStringLiteral("introductionSide"));
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFixedWidth(kSideWidth);
    m_panels->setBackgroundRole(QPalette::Base);
    m_panels->setAutoFillBackground(true);
    m_side->setWidget(m_panels);
    m_side->hide();

    connect(m_panel, &IntroductionPanel::changed, m_acts, &IntroductionActs::store);
    connect(m_panel, &IntroductionPanel::personRequested, this, &Place::personRequested);
    connect(m_panel, &IntroductionPanel::conversationRequested, this, &Place::conversationRequested);
    connect(m_panel, &IntroductionPanel::tieShown, this, &Place::tieRequested);
    connect(m_panel, &IntroductionPanel::apartRequested, this,
            [this](PersonId a, PersonId b) { m_acts->keepApart(a, b); });
    connect(m_panel, &IntroductionPanel::allowRequested, this, [this](const ApartPair& pair) {
        if (const actions::IntroductionCard* shown = card(m_open))
            m_acts->allowAgain({shown->a, shown->b, pair, {}, {}, {}});
    });
    connect(m_panel, &IntroductionPanel::tieRequested, m_acts, &IntroductionActs::recordTie);
    connect(m_panel, &IntroductionPanel::removeRequested, this, [this](const Introduction& introduction) {
        m_acts->remove(introduction);
        closeSide();
    });
    connect(m_panel, &IntroductionPanel::closeRequested, this, &IntroductionsPlace::closeSide);
    connect(m_panel, &IntroductionPanel::mailRequested, this, [this](const Introduction& introduction) {
        showSide(m_mail);
        m_mail->setIntroduction(introduction);
    });
    connect(m_newPanel, &NewIntroductionPanel::wanted, this, &IntroductionsPlace::introduceByHand);
    connect(m_newPanel, &NewIntroductionPanel::closeRequested, this, &IntroductionsPlace::closeSide);
    connect(m_heldPanel, &HeldBackPanel::allowRequested, m_acts, &IntroductionActs::allowAgain);
    connect(m_heldPanel, &HeldBackPanel::explained, m_acts, &IntroductionActs::explainApart);
    connect(m_heldPanel, &HeldBackPanel::personRequested, this, &Place::personRequested);
    connect(m_heldPanel, &HeldBackPanel::closeRequested, this, &IntroductionsPlace::closeSide);
    connect(m_heldPanel, &HeldBackPanel::apartRequested, this, [this](PersonId a, PersonId b, const QString& why) {
        const QString trouble = m_acts->troubleOf(a, b);
        m_heldPanel->setTrouble(trouble);
        if (!trouble.isEmpty())
            return;
        m_acts->keepApart(a, b, why);
        m_heldPanel->startForm();
    });
    connect(m_mail, &MailPanel::said, this, &Place::said);
    connect(m_mail, &MailPanel::closeRequested, this, [this] {
        if (card(m_open) != nullptr)
            open(m_open);
        else
            closeSide();
    });
    return m_side;
}

void IntroductionsPlace::wireSession()
{
    Session& session = m_office.session;
    connect(&m_office.people, &PeopleModel::refreshed, this, &IntroductionsPlace::refreshWhenSeen);
    connect(&session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        using store::Table;
        for (const Table table : {Table::introduction, Table::apartPair, Table::noteItem, Table::conversation,
                                  Table::tie, Table::evidence, Table::person})
            if (changes.touches(table)) {
                refreshWhenSeen();
                return;
            }
    });
    connect(&session, &Session::closing, this, &IntroductionsPlace::forget);
    // What was forgotten for good is not kept until the next look, either.
    const auto anew = [this] {
        forget();
        refreshWhenSeen();
    };
    connect(&session, &Session::personErased, this, anew);
    connect(&session, &Session::conversationErased, this, anew);
    // Nor is what only another one at this desk may read.
    connect(&session, &Session::meChanged, this, anew);
}

void IntroductionsPlace::enter()
{
    if (!m_known || m_stale)
        refresh();
    takeFocus();
}

void IntroductionsPlace::takeFocus()
{
    if (m_page.cards.empty())
        m_new->setFocus(Qt::OtherFocusReason);
    else
        m_board->focusCard(m_open);
}

bool IntroductionsPlace::stepBack()
{
    if (m_side->isHidden())
        return false;
    // What another place asked for is left with one step: back there.
    const bool wasAskedFor = m_open && m_open == std::exchange(m_askedFor, IntroductionId{});
    const bool isInFront = m_panels->currentWidget() == m_panel;
    closeSide();
    return !wasAskedFor || !isInFront;
}

void IntroductionsPlace::showIntroduction(IntroductionId id)
{
    m_askedFor = id;
    openOnceRead(id);
}

void IntroductionsPlace::openOnceRead(IntroductionId id)
{
    m_wanted = id;
    if (m_known && !m_stale && card(id) != nullptr)
        openWanted();
    else
        refresh();
}

void IntroductionsPlace::openWanted()
{
    const IntroductionId id = std::exchange(m_wanted, IntroductionId{});
    if (card(id) == nullptr) {
        Q_EMIT said(tr("That introduction is not there any more."));
        return;
    }
    open(id);
    m_board->focusCard(id);
}

void IntroductionsPlace::forget()
{
    m_job.cancel();
    m_known = m_stale = false;
    m_page = {};
    m_panel->forget();
    m_mail->forget();
    m_newPanel->setTrouble({});
    m_heldPanel->forget();
    m_side->hide();
    m_open = m_wanted = m_askedFor = {};
    m_board->setEndedShown(false);
    m_board->bringForward({});
    present();
}

void IntroductionsPlace::refreshWhenSeen()
{
    if (isVisible()) {
        refresh();
        return;
    }
    // What is being read is older than the file already.
    m_job.cancel();
    m_progress->finish();
    m_stale = true;
}

void IntroductionsPlace::refresh()
{
    if (!m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job.cancel();
    m_progress->start();
    const actions::SuggestionWish wish{m_office.session.today(), m_office.session.me(), kSuggestions, {}};
    m_job = m_office.jobs.run<Page>(
        this,
        [shared, wish](const RunContext& run) -> Result<Page> {
            Page page;
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(page.suggestions, actions::readSuggestions(records, wish, run));
                WEAVEMAP_ASSIGN(page.cards, actions::readIntroductions(records, wish.on, wish.me));
                WEAVEMAP_ASSIGN(page.held, actions::readHeldBack(records, wish.on, wish.me));
                return {};
            }));
            return page;
        },
        [this](Result<Page> page) {
            m_progress->finish();
            if (!page)
                return;
            m_known = true;
            m_stale = false;
            m_page = std::move(*page);
            present();
        });
}

void IntroductionsPlace::present()
{
    const auto open = std::count_if(m_page.cards.begin(), m_page.cards.end(),
                                    [](const auto& one) { return one.introduction.isOpen(); });
    const auto due = std::count_if(m_page.cards.begin(), m_page.cards.end(), [](const auto& one) { return one.isDue; });
    m_subtitle->setText(open == 0  ? tr("Two people who should know each other, and somebody who brings them together.")
                        : due == 0 ? tr("%Ln are under way.", "", static_cast<int>(open))
                                   : tr("%Ln are under way", "", static_cast<int>(open)) +
                                         tr("; ask how it went with %Ln of them.", "", static_cast<int>(due)));
    m_new->setEnabled(m_office.session.isOpen() && !m_office.session.isReadOnly());
    m_empty->actionButton()->setEnabled(m_new->isEnabled());
    const bool isKept = m_suggestions->setPage(m_page.suggestions);
    presentBoard();
    m_heldBack->setText(m_page.held.empty()
                            ? tr("Not suggested")
                            : tr("Not suggested · %1").arg(formatCount(static_cast<qint64>(m_page.held.size()))));
    m_heldBack->setEnabled(m_office.session.isOpen());
    m_heldPanel->setPairs(m_page.held);
    presentSide();
    if (!isKept)
        takeFocus();
}

void IntroductionsPlace::presentBoard()
{
    const auto ended = std::count_if(m_page.cards.begin(), m_page.cards.end(), [](const auto& one) {
        return one.introduction.state > IntroductionState::working;
    });
    m_board->setEditable(m_office.session.isOpen() && !m_office.session.isReadOnly());
    m_board->setCards(m_page.cards, m_office.session.today());
    m_board->parentWidget()->setVisible(!m_page.cards.empty());
    m_empty->setVisible(m_known && m_page.cards.empty() && m_page.suggestions.found.list.empty());
    m_endedLink->setVisible(ended > 0);
    m_endedLink->setText(m_board->isEndedShown()
                             ? tr("Hide declined and lapsed ones")
                             : tr("Show declined and lapsed ones (%Ln)", "", static_cast<int>(ended)));
}

void IntroductionsPlace::presentSide()
{
    if (m_wanted && m_known) {
        openWanted();
        return;
    }
    const actions::IntroductionCard* shown = card(m_open);
    if (shown != nullptr && m_panels->currentWidget() == m_panel && !m_side->isHidden()) {
        const QWidget* before = focusWidget();
        m_panel->setCard(*shown);
        if (QWidget* now = focusWidget(); now != before && m_panel->isAncestorOf(now))
            m_side->ensureWidgetVisible(now);
    } else if (shown == nullptr && m_open && m_panels->currentWidget() == m_panel)
        closeSide(); // it is gone
}

const actions::IntroductionCard* IntroductionsPlace::card(IntroductionId id) const
{
    const auto found = std::find_if(m_page.cards.begin(), m_page.cards.end(),
                                    [id](const auto& one) { return id && one.introduction.id == id; });
    return found == m_page.cards.end() ? nullptr : &*found;
}

void IntroductionsPlace::open(IntroductionId id)
{
    const actions::IntroductionCard* shown = card(id);
    if (shown == nullptr)
        return;
    m_open = id;
    if (shown->introduction.state > IntroductionState::working && !m_board->isEndedShown()) {
        m_board->setEndedShown(true);
        presentBoard();
    }
    m_panel->setCard(*shown);
    showSide(m_panel);
}

void IntroductionsPlace::showSide(QWidget* panel)
{
    if (panel == m_newPanel || panel == m_heldPanel) {
        m_open = {};
        m_board->clearChoice();
    }
    m_panels->setCurrentWidget(panel);
    // The scroll area takes the height of what is in front, not of the tallest.
    for (QWidget* one : std::initializer_list<QWidget*>{m_panel, m_newPanel, m_mail, m_heldPanel})
        one->setSizePolicy(QSizePolicy::Preferred, one == panel ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_side->verticalScrollBar()->setValue(0);
    m_side->show();
}

void IntroductionsPlace::closeSide()
{
    const bool hadKeyboard = m_side->isAncestorOf(focusWidget());
    const IntroductionId was = std::exchange(m_open, IntroductionId{});
    m_side->hide();
    m_panel->forget();
    m_mail->forget();
    if (!hadKeyboard)
        return;
    if (m_page.cards.empty())
        m_new->setFocus(Qt::OtherFocusReason);
    else
        m_board->focusCard(was);
}

void IntroductionsPlace::bringForward(IntroductionId id)
{
    m_board->bringForward(id);
    presentBoard(); // it may have been read already
}

void IntroductionsPlace::introduceByHand(const Introduction& introduction)
{
    const QString trouble = m_acts->troubleOf(introduction);
    m_newPanel->setTrouble(trouble);
    if (!trouble.isEmpty())
        return;
    m_acts->propose(introduction, [this](IntroductionId id) {
        bringForward(id);
        openOnceRead(id);
    });
    closeSide();
}

void IntroductionsPlace::move(IntroductionId id, IntroductionState state)
{
    const actions::IntroductionCard* moved = card(id);
    if (moved == nullptr)
        return;
    if (state > IntroductionState::working)
        m_board->setEndedShown(true);
    m_acts->moveOn(moved->introduction, state, [this, id, state] {
        // The card goes on with the keyboard on it.
        for (actions::IntroductionCard& one : m_page.cards)
            if (one.introduction.id == id)
                one.introduction.state = state;
        presentBoard();
        m_board->focusCard(id);
    });
}

} // namespace weavemap::ui
