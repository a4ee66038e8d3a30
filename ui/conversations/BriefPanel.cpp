// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/BriefPanel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/conversations/CallBrief.h"
#include "ui/conversations/QuestionList.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/IconButton.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 288;
/// Of the page: from here on it stands there unasked; from there on it fits beside the note.
constexpr int kWideFrom = 1200, kBesideFrom = 1118;

} // namespace

BriefPanel::BriefPanel(Office& office, QWidget* page, QHBoxLayout* columns)
    : QFrame(page), m_office(office), m_page(page), m_columns(columns), m_brief(new CallBrief(office)),
      m_questions(new QuestionList(QuestionList::Use::mark)), m_opener(new Button(tr("Brief"), Button::Kind::quiet))
{
    setObjectName(QStringLiteral("briefPanel"));
    setAutoFillBackground(true);
    setFixedWidth(kWidth + 1);
    m_brief->setFocusPolicy(Qt::ClickFocus);
    m_brief->setQuestionsIn(m_questions);
    m_brief->setTopMargin(0); // the button that folds it stands there
    m_opener->setObjectName(QStringLiteral("openBrief"));
    m_opener->setKeyText(tr("Ctrl B"));
    m_opener->setToolTip(tr("What is known of the person, and questions to ask"));
    auto* fold = new IconButton(QStringLiteral("close"), tr("Fold the brief"));
    fold->setObjectName(QStringLiteral("foldBrief"));
    fold->setName(tr("Fold the brief"), tr("Ctrl+B"));
    fold->setSide(size::kLeastTarget);
    fold->setFocusPolicy(Qt::ClickFocus);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, space::k4, space::k12, 0);
    top->addStretch();
    top->addWidget(fold);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(space::k24 + space::k4, space::k12, space::k20, space::k16);
    foot->addWidget(m_questions);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_brief, 1);
    column->addWidget(new Hairline);
    column->addLayout(foot);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(new Hairline(Qt::Vertical));
    m_columns->insertWidget(0, this);
    m_page->installEventFilter(this);
    addKeys();
    connect(fold, &IconButton::clicked, this, [this] {
        setOpen(false);
        Q_EMIT left();
    });
    connect(m_opener, &Button::clicked, this, [this] { setOpen(true); });
    connect(m_questions, &QuestionList::turned, this, &BriefPanel::turned);
    connect(m_questions, &QuestionList::anotherRequested, this, &BriefPanel::anotherRequested);
    connect(m_questions, &QuestionList::bankRequested, this, &BriefPanel::bankRequested);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) { onFocusChanged(now); });
    connect(&office.session, &Session::opened, this, &BriefPanel::readBank);
    connect(&office.session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.touches(store::Table::question))
            readBank();
    });
    fit();
    // Whoever listens is not connected yet.
    QMetaObject::invokeMethod(this, &BriefPanel::readBank, Qt::QueuedConnection);
}

void BriefPanel::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, m_page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_B, [this] {
        const bool open = !isOpen();
        setOpen(open);
        if (!open)
            Q_EMIT left();
    });
    key(Qt::ALT | Qt::Key_Q, [this] { Q_EMIT anotherRequested(); });
    constexpr int kNumbers = 3;
    for (int place = 0; place < kNumbers; ++place)
        key(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + place), [this, place] {
            // Nobody marks what is not in view.
            if (isOpen())
                m_questions->turn(static_cast<std::size_t>(place));
            else
                setOpen(true);
        });
}

void BriefPanel::setPerson(PersonId person) { m_brief->setPerson(person); }

void BriefPanel::setAsked(const std::vector<QuestionId>& asked) { m_questions->setAsked(asked); }

void BriefPanel::setOpen(bool open)
{
    (m_isWide ? m_isOpenWide : m_isOpenNarrow) = open;
    if (open && !m_isWide) {
        show();
        m_brief->setFocus(Qt::OtherFocusReason); // read on by the arrows; Escape goes back
    }
    fit();
}

void BriefPanel::beginPage()
{
    m_isOpenNarrow = false;
    fit();
}

void BriefPanel::onFocusChanged(const QWidget* now)
{
    // Nothing is written under it.
    if (m_isOver && m_isOpenNarrow && now && m_page->isAncestorOf(now) && !isAncestorOf(now))
        setOpen(false);
}

bool BriefPanel::stepBack()
{
    const bool isHere = isAncestorOf(QApplication::focusWidget());
    if (!isOpen() || (!isHere && !m_isOver))
        return false;
    if (!m_isWide)
        setOpen(false);
    Q_EMIT left();
    return true;
}

void BriefPanel::fit()
{
    m_isWide = m_page->width() >= kWideFrom;
    const bool isOver = m_page->width() < kBesideFrom;
    if (m_isOver != isOver) {
        m_isOver = isOver;
        if (isOver)
            m_columns->removeWidget(this);
        else
            m_columns->insertWidget(0, this);
    }
    setVisible(isOpen());
    m_opener->setVisible(!isOpen());
    if (isOver && isOpen()) {
        setGeometry(0, 0, width(), m_page->height());
        raise();
    }
}

void BriefPanel::readBank()
{
    if (!m_office.session.isOpen())
        return;
    if (const auto bank = m_office.session.records().questions.all())
        Q_EMIT bankRead(*bank);
}

bool BriefPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_page && event->type() == QEvent::Resize)
        fit();
    return QFrame::eventFilter(watched, event);
}

} // namespace weavemap::ui
