// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/QuestionsPlace.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <QApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/questions/QuestionActs.h"
#include "ui/questions/QuestionPanel.h"
#include "ui/questions/QuestionsDelegate.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kPanelWidth = 340, kCardSide = 8, kCardTop = 4;

bool concerns(const store::ChangeSet& changes)
{
    using Table = store::Table;
    return changes.touches(Table::question) || changes.touches(Table::askedQuestion) ||
           changes.touches(Table::conversation) || changes.touches(Table::person);
}

} // namespace

QuestionsPlace::QuestionsPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_model(new QuestionsModel(this)), m_acts(new QuestionActs(office, this)),
      m_list(new QListView), m_panel(new QuestionPanel),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::elided)),
      m_retired(new Chip(tr("Show retired"))), m_add(new Button(tr("Add a question")))
{
    setObjectName(QStringLiteral("questionsPlace"));
    m_list->setObjectName(QStringLiteral("questionList"));
    m_list->setAccessibleName(tr("Questions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuestionsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_retired->setObjectName(QStringLiteral("questionsRetired"));
    m_retired->setCheckable(true);
    m_add->setObjectName(QStringLiteral("questionsAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_subtitle->setObjectName(QStringLiteral("questionsSubtitle"));
    build();
    wire();
    addKeys();
    presentHead();
    presentPanel();
}

void QuestionsPlace::build()
{
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(new TextLabel(tr("Question bank"), TextStyle::page));
    titles->addWidget(m_subtitle);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::k8);
    head->addLayout(titles, 1);
    head->addWidget(m_retired, 0, Qt::AlignTop);
    head->addWidget(m_add, 0, Qt::AlignTop);
    auto* bank = new Card(Card::Kind::plain, Card::Padding::none);
    bank->body()->setContentsMargins(kCardSide, kCardTop, kCardSide, kCardSide);
    bank->body()->addWidget(m_list);
    auto* chosen = new Card(Card::Kind::plain, Card::Padding::none);
    chosen->setFixedWidth(kPanelWidth);
    chosen->body()->setContentsMargins(0, 0, 0, 0);
    chosen->body()->addWidget(m_panel);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::kColumnGap);
    columns->addWidget(bank, 1);
    columns->addWidget(chosen);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    column->setSpacing(space::k16);
    column->addLayout(head);
    column->addLayout(columns, 1);
}

void QuestionsPlace::wire()
{
    const Session& session = m_office.session;
    connect(&session, &Session::changed, this, [this](const store::ChangeSet& changes) {
        if (concerns(changes) && isVisible())
            refresh(); // else when the place comes to the front
    });
    connect(&session, &Session::meChanged, this, &QuestionsPlace::forget);
    connect(&session, &Session::personErased, this, &QuestionsPlace::forget);
    connect(&session, &Session::conversationErased, this, &QuestionsPlace::forget);
    connect(&session, &Session::closing, this, &QuestionsPlace::clear);
    connect(&session, &Session::closed, this, &QuestionsPlace::presentHead);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QuestionsPlace::onChosen);
    connect(m_list, &QListView::activated, m_panel, &QuestionPanel::focusWording);
    // The heading of a group moves to the question that is now its first.
    connect(m_model, &QAbstractItemModel::rowsInserted, m_list, &QListView::doItemsLayout);
    connect(m_model, &QAbstractItemModel::rowsRemoved, m_list, &QListView::doItemsLayout);
    connect(m_model, &QAbstractItemModel::dataChanged, m_list, &QListView::doItemsLayout);
    connect(m_retired, &Chip::toggled, this, [this](bool shown) {
        m_model->showRetired(shown);
        choose(m_chosen);
    });
    connect(m_add, &Button::clicked, this, &QuestionsPlace::beginNew);
    connect(m_panel, &QuestionPanel::newLeft, this, &QuestionsPlace::leaveNew);
    connect(m_panel, &QuestionPanel::addRequested, this, [this](const weavemap::Question& question) {
        m_acts->add(question, [this](QuestionId id) {
            m_chosen = id;
            leaveNew();
            refresh();
        });
    });
    connect(m_panel, &QuestionPanel::changeRequested, m_acts,
            [this](const weavemap::Question& question) { m_acts->change(question); });
    connect(m_panel, &QuestionPanel::retireRequested, this, &QuestionsPlace::retire);
    connect(m_panel, &QuestionPanel::moveRequested, this, &QuestionsPlace::move);
    connect(m_panel, &QuestionPanel::conversationRequested, this, &Place::conversationRequested);
}

void QuestionsPlace::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Up, [this] { move(m_chosen, QuestionsModel::Way::up); });
    key(Qt::CTRL | Qt::Key_Down, [this] { move(m_chosen, QuestionsModel::Way::down); });
    key(Qt::Key_Insert, [this] { beginNew(); });
    key(Qt::Key_Delete, [this] {
        if (const auto* chosen = m_model->at(m_model->rowOf(m_chosen)))
            retire(m_chosen, !chosen->question.retired);
    });
}

void QuestionsPlace::enter()
{
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

bool QuestionsPlace::stepBack()
{
    if (m_panel->isNew()) {
        leaveNew();
        return true;
    }
    if (!m_panel->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

void QuestionsPlace::refresh()
{
    m_bankJob.cancel();
    if (!m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_bankJob = m_office.jobs.run<std::vector<actions::BankQuestion>>(
        this,
        [shared, me = m_office.session.me()](const RunContext&) {
            return actions::readQuestionBank(shared->records(), me);
        },
        [this](Result<std::vector<actions::BankQuestion>> bank) {
            if (bank)
                adopt(std::move(*bank));
        });
}

void QuestionsPlace::readAskings()
{
    m_askingsJob.cancel();
    if (!m_office.session.isOpen() || !m_panel->id())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_askingsJob = m_office.jobs.run<std::vector<actions::AskedIn>>(
        this,
        [shared, id = m_panel->id(), me = m_office.session.me()](const RunContext&) {
            return actions::readAskings(shared->records(), id, me);
        },
        [this, id = m_panel->id()](Result<std::vector<actions::AskedIn>> calls) {
            if (calls && m_panel->id() == id)
                m_panel->setAskings(*calls, m_office.session.today());
        });
}

void QuestionsPlace::clear()
{
    m_bankJob.cancel();
    m_askingsJob.cancel();
    m_model->clear();
    m_panel->clear();
    m_chosen = {};
    m_row = 0;
    presentHead();
}

void QuestionsPlace::forget()
{
    const QuestionId chosen = m_chosen;
    clear();
    m_chosen = chosen;
    if (isVisible())
        refresh();
}

void QuestionsPlace::adopt(std::vector<actions::BankQuestion> bank)
{
    {
        // While lines come and go the view would choose others.
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setBank(std::move(bank), m_office.session.today());
    }
    m_panel->setBank(m_model->bank());
    presentHead();
    choose(m_chosen);
}

void QuestionsPlace::choose(QuestionId id)
{
    int row = m_model->rowOf(id);
    for (int near = std::min(m_row, m_model->rowCount() - 1); row < 0 && near >= 0; --near)
        row = m_model->at(near) ? near : -1;
    for (int next = 0; row < 0 && next < m_model->rowCount(); ++next)
        row = m_model->at(next) ? next : -1;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(row));
    }
    m_list->viewport()->update();
    onChosen();
    if (row >= 0)
        m_list->scrollTo(m_model->index(row));
}

void QuestionsPlace::onChosen()
{
    const auto* chosen = m_model->at(m_list->currentIndex().row());
    m_chosen = chosen ? chosen->question.id : QuestionId{};
    m_row = std::max(0, m_list->currentIndex().row());
    if (!m_panel->isNew())
        presentPanel();
}

void QuestionsPlace::presentPanel()
{
    const auto* chosen = m_model->at(m_model->rowOf(m_chosen));
    if (!chosen) {
        m_panel->clear();
        m_panel->setBank(m_model->bank());
        return;
    }
    m_panel->setQuestion(*chosen, m_office.session.isReadOnly() ? QuestionPanel::Access::readOnly
                                                                : QuestionPanel::Access::readWrite);
    using Way = QuestionsModel::Way;
    m_panel->setMoves(m_model->before(m_chosen, Way::up).has_value(), m_model->before(m_chosen, Way::down).has_value());
    readAskings();
}

void QuestionsPlace::presentHead()
{
    const int retired = m_model->retiredCount();
    const int offered = static_cast<int>(m_model->bank().size()) - retired;
    m_subtitle->setText(
        m_model->bank().empty()
            ? QString()
            : tr("%Ln questions; before a call the brief offers three whose answer is missing or old", nullptr, offered));
    m_retired->setVisible(retired > 0 || m_retired->isChecked());
    m_retired->setAfter(retired > 0 ? QString::number(retired) : QString());
    m_add->setEnabled(m_office.session.isOpen() && !m_office.session.isReadOnly());
}

void QuestionsPlace::beginNew()
{
    if (!m_add->isEnabled())
        return;
    const auto* chosen = m_model->at(m_model->rowOf(m_chosen));
    m_askingsJob.cancel();
    m_panel->beginNew(chosen ? chosen->question.group : QuestionGroup::person);
    m_panel->focusWording();
}

void QuestionsPlace::leaveNew()
{
    m_panel->clear();
    m_panel->setBank(m_model->bank());
    presentPanel();
    m_list->setFocus(Qt::OtherFocusReason);
}

void QuestionsPlace::move(QuestionId id, QuestionsModel::Way way)
{
    if (const auto before = m_model->before(id, way))
        m_acts->move(id, *before);
}

void QuestionsPlace::retire(QuestionId id, bool retired)
{
    m_acts->retire(id, retired ? actions::Retired::yes : actions::Retired::no);
    if (retired && !m_retired->isChecked())
        Q_EMIT said(tr("Retired: it is not offered any more. \u201CShow retired\u201D has it."));
}

} // namespace weavemap::ui
