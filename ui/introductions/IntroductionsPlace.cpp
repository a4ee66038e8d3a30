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
#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/introductions/IntroductionActs.h"
#include "ui/introductions/IntroductionPanel.h"
#include "ui/introductions/IntroductionsBoard.h"
#include "ui/introductions/MailPanel.h"
#include "ui/introductions/NewIntroductionPanel.h"
#include "ui/introductions/SuggestionCard.h"
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
constexpr int kSuggestionHeight = 262;
constexpr std::size_t kSuggestions = 8;

} // namespace

IntroductionsPlace::IntroductionsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_acts(new IntroductionActs(office, this)),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted)), m_new(new Button(tr("New introduction"))),
      m_progress(new ThinProgress)
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
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addWidget(new TextLabel(tr("Introductions"), TextStyle::page));
    m_subtitle->setObjectName(QStringLiteral("introductionsSubtitle"));
    lines->addWidget(m_subtitle);
    m_new->setObjectName(QStringLiteral("newIntroduction"));
    m_new->setIconName(QStringLiteral("plus"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(lines, 1);
    row->addWidget(m_new, 0, Qt::AlignTop);
    connect(m_new, &Button::clicked, this, [this] {
        showSide(m_newPanel);
        m_newPanel->start();
    });
    return head;
}

QWidget* IntroductionsPlace::buildSuggestions()
{
    auto* part = new QWidget;
    m_suggestionHead = new SectionHeader(tr("Suggestions"));
    m_spread = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    m_spread->setObjectName(QStringLiteral("suggestionSpread"));
    auto* inner = new QWidget;
    m_suggestionRow = new QHBoxLayout(inner);
    m_suggestionRow->setContentsMargins(0, 0, 0, 0);
    m_suggestionRow->setSpacing(space::kCardGap);
    m_suggestionArea = new QScrollArea;
    m_suggestionArea->setObjectName(QStringLiteral("suggestions"));
    m_suggestionArea->setAccessibleName(tr("Suggestions"));
    m_suggestionArea->setFrameShape(QFrame::NoFrame);
    m_suggestionArea->setFocusPolicy(Qt::NoFocus);
    m_suggestionArea->setWidgetResizable(true);
    m_suggestionArea->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_suggestionArea->setWidget(inner);
    m_suggestionArea->setFixedHeight(kSuggestionHeight);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, space::k4, 0, space::k4);
    column->setSpacing(space::k4);
    column->addWidget(m_suggestionHead);
    column->addWidget(m_spread);
    column->addSpacing(space::k4);
    column->addWidget(m_suggestionArea);
    return part;
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
    for (QWidget* panel : std::initializer_list<QWidget*>{m_panel, m_newPanel, m_mail})
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
    if (m_page.cards.empty())
        m_new->setFocus(Qt::OtherFocusReason);
    else
        m_board->focusCard(m_open);
}

bool IntroductionsPlace::stepBack()
{
    if (m_side->isHidden())
        return false;
    closeSide();
    return true;
}

void IntroductionsPlace::showIntroduction(IntroductionId id)
{
    m_open = id;
    if (card(id) != nullptr && !m_stale)
        open(id);
    else
        refresh();
}

void IntroductionsPlace::forget()
{
    m_job.cancel();
    m_known = m_stale = false;
    m_page = {};
    m_panel->forget();
    m_mail->forget();
    m_newPanel->setTrouble({});
    m_side->hide();
    m_open = {};
    m_board->setEndedShown(false);
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
    presentSuggestions();
    presentBoard();
    presentSide();
}

void IntroductionsPlace::presentSuggestions()
{
    const auto& list = m_page.suggestions.found.list;
    // The same suggestions stay as they are: a host that was chosen, and the keyboard.
    bool isSame = m_suggestionRow->count() == static_cast<int>(list.size()) + 1;
    for (std::size_t i = 0; isSame && i < list.size(); ++i) {
        const auto* shown = qobject_cast<SuggestionCard*>(m_suggestionRow->itemAt(static_cast<int>(i))->widget());
        isSame = shown != nullptr && shown->says(m_office, list[i], m_page.suggestions);
    }
    if (!isSame) {
        while (QLayoutItem* item = m_suggestionRow->takeAt(0)) {
            if (item->widget()) {
                item->widget()->hide();
                item->widget()->deleteLater();
            }
            delete item;
        }
        for (const weaving::Suggestion& suggestion : list)
            m_suggestionRow->addWidget(makeCard(suggestion));
        m_suggestionRow->addStretch(1);
    }
    m_suggestionHead->parentWidget()->setVisible(!list.empty());
    m_spread->setText(spreadSentence(m_page.suggestions.found.spread));
}

SuggestionCard* IntroductionsPlace::makeCard(const weaving::Suggestion& suggestion)
{
    auto* shown = new SuggestionCard(m_office, suggestion, m_page.suggestions);
    connect(shown, &SuggestionCard::introduceRequested, this, [this](const weaving::Suggestion& wanted, PersonId host) {
        m_acts->propose(actions::introductionFrom(wanted, host, m_office.session.today()));
    });
    connect(shown, &SuggestionCard::putAsideRequested, m_acts, &IntroductionActs::putAside);
    connect(shown, &SuggestionCard::apartRequested, m_acts, &IntroductionActs::keepApart);
    connect(shown, &SuggestionCard::personRequested, this, &Place::personRequested);
    connect(shown, &SuggestionCard::conversationRequested, this, &Place::conversationRequested);
    connect(shown, &SuggestionCard::mailRequested, this, [this](const weaving::Suggestion& wanted, PersonId host) {
        m_open = {};
        m_board->clearChoice();
        showSide(m_mail);
        m_mail->setIntroduction(actions::introductionFrom(wanted, host, m_office.session.today()));
    });
    return shown;
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
    const actions::IntroductionCard* shown = card(m_open);
    if (shown != nullptr && m_panels->currentWidget() == m_panel && !m_side->isHidden())
        m_panel->setCard(*shown);
    else if (shown != nullptr && m_side->isHidden())
        open(m_open);
    else if (shown == nullptr && m_open && m_panels->currentWidget() == m_panel)
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
    if (panel == m_newPanel) {
        m_open = {};
        m_board->clearChoice();
    }
    m_panels->setCurrentWidget(panel);
    // The scroll area takes the height of what is in front, not of the tallest.
    for (QWidget* one : std::initializer_list<QWidget*>{m_panel, m_newPanel, m_mail})
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

void IntroductionsPlace::introduceByHand(const Introduction& introduction)
{
    const QString trouble = m_acts->troubleOf(introduction);
    m_newPanel->setTrouble(trouble);
    if (!trouble.isEmpty())
        return;
    m_acts->propose(introduction, [this](IntroductionId id) { showIntroduction(id); });
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
