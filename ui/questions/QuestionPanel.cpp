// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/QuestionPanel.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/QuestionWords.h"
#include "ui/base/Type.h"
#include "ui/questions/WordingField.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

QComboBox* makeBox(const char* name)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

template <class Enum>
void choose(QComboBox* box, Enum value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

void addField(QVBoxLayout* column, const QString& label, QWidget* field)
{
    auto* name = new TextLabel(label, TextStyle::second, ColorRole::muted);
    name->setBuddy(field);
    field->setAccessibleName(label);
    column->addWidget(name);
    column->addSpacing(2);
    column->addWidget(field);
    column->addSpacing(space::k8);
}

} // namespace

QuestionPanel::QuestionPanel(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel({}, TextStyle::section)), m_wording(new WordingField),
      m_problem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many)),
      m_group(makeBox("questionGroup")), m_fills(makeBox("questionFills")), m_suits(makeBox("questionSuits")),
      m_add(new Button(tr("Add this question"))), m_leave(new Button(tr("Leave it out"), Button::Kind::quiet)),
      m_retire(new Button({})), m_up(new IconButton(QStringLiteral("chevron-up"), tr("Move up"))),
      m_down(new IconButton(QStringLiteral("chevron-down"), tr("Move down"))), m_acts(new QWidget),
      m_askedHead(new TextLabel({}, TextStyle::baseBold)), m_asked(new QListWidget)
{
    setObjectName(QStringLiteral("questionPanel"));
    m_title->setObjectName(QStringLiteral("questionTitle"));
    m_wording->setObjectName(QStringLiteral("questionWording"));
    m_wording->setPlaceholderText(tr("In the words you would say on the phone"));
    m_problem->setObjectName(QStringLiteral("questionProblem"));
    m_problem->setContentsMargins(0, 0, 0, space::k8);
    m_problem->hide();
    m_add->setObjectName(QStringLiteral("questionAdd"));
    m_add->setKeyText(tr("Enter"));
    m_leave->setObjectName(QStringLiteral("questionLeave"));
    m_retire->setObjectName(QStringLiteral("questionRetire"));
    m_up->setObjectName(QStringLiteral("questionUp"));
    m_up->setName(tr("Move up"), tr("Ctrl+Up"));
    m_down->setObjectName(QStringLiteral("questionDown"));
    m_down->setName(tr("Move down"), tr("Ctrl+Down"));
    m_askedHead->setObjectName(QStringLiteral("questionAskedHead"));
    m_asked->setObjectName(QStringLiteral("questionAsked"));
    m_asked->setAccessibleName(tr("Calls in which it was asked"));
    m_asked->setFrameShape(QFrame::NoFrame);
    m_asked->setUniformItemSizes(true);
    m_asked->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_asked->setTextElideMode(Qt::ElideRight);
    m_asked->setToolTip(tr("Enter opens the call"));
    m_asked->viewport()->setCursor(Qt::PointingHandCursor);
    for (int group = 0; group <= static_cast<int>(QuestionGroup::close); ++group)
        m_group->addItem(words(static_cast<QuestionGroup>(group)), group);
    for (const auto fills : {QuestionFills::need, QuestionFills::offer, QuestionFills::tie, QuestionFills::barrier,
                             QuestionFills::project, QuestionFills::introduction, QuestionFills::promise,
                             QuestionFills::about, QuestionFills::contactPreference, QuestionFills::consent,
                             QuestionFills::nothing})
        m_fills->addItem(words(fills), static_cast<int>(fills));
    for (int level = 0; level <= static_cast<int>(EngagementLevel::peripheral); ++level)
        m_suits->addItem(suitsWords(static_cast<EngagementLevel>(level)), level);
    build();

    connect(m_wording, &WordingField::edited, this, [this] { m_problem->hide(); });
    connect(m_wording, &WordingField::taken, this, &QuestionPanel::take);
    for (QComboBox* box : {m_group, m_fills, m_suits})
        connect(box, &QComboBox::activated, this, [this] {
            if (!m_isNew)
                take();
        });
    connect(m_add, &Button::clicked, this, [this] {
        if (checkWording())
            Q_EMIT addRequested(entered());
    });
    connect(m_leave, &Button::clicked, this, &QuestionPanel::newLeft);
    connect(m_retire, &Button::clicked, this, [this] { Q_EMIT retireRequested(id(), !m_shown.question.retired); });
    connect(m_up, &IconButton::clicked, this, [this] { Q_EMIT moveRequested(id(), QuestionsModel::Way::up); });
    connect(m_down, &IconButton::clicked, this, [this] { Q_EMIT moveRequested(id(), QuestionsModel::Way::down); });
    connect(m_asked, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT conversationRequested(ConversationId{item->data(Qt::UserRole).toLongLong()});
    });
    connect(m_asked, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        Q_EMIT conversationRequested(ConversationId{item->data(Qt::UserRole).toLongLong()});
    });
    clear();
}

void QuestionPanel::build()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_title, 1);
    head->addWidget(m_up);
    head->addWidget(m_down);
    auto* acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->setSpacing(space::k8);
    for (Button* button : {m_add, m_leave, m_retire}) {
        button->setHeight(Button::Height::small);
        acts->addWidget(button);
    }
    acts->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k16, space::k20, space::k16);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(space::k8);
    addField(column, tr("Wording"), m_wording);
    column->addWidget(m_problem);
    addField(column, tr("Part of the conversation"), m_group);
    addField(column, tr("What an answer fills"), m_fills);
    addField(column, tr("Whom it suits"), m_suits);
    column->addSpacing(space::k4);
    column->addWidget(m_acts);
    column->addSpacing(space::k16);
    column->addWidget(m_askedHead);
    column->addSpacing(space::k4);
    column->addWidget(m_asked, 1);
    column->addStretch();
}

void QuestionPanel::setBank(const std::vector<actions::BankQuestion>& bank)
{
    m_bank.clear();
    for (const actions::BankQuestion& one : bank)
        m_bank.push_back(one.question);
}

void QuestionPanel::setQuestion(const actions::BankQuestion& question, Access access)
{
    const bool isSame = !m_isNew && m_shown.question.id == question.question.id;
    m_isNew = false;
    m_shown = question;
    if (!isSame || !m_wording->isTyped()) {
        m_wording->setWording(toQString(question.question.text));
        m_problem->hide();
    }
    choose(m_group, question.question.group);
    choose(m_fills, question.question.fills);
    choose(m_suits, question.question.level);
    if (!isSame)
        setAskings({}, {});
    present(access);
}

void QuestionPanel::setAskings(const std::vector<actions::AskedIn>& calls, Date today)
{
    m_asked->clear();
    for (const actions::AskedIn& call : calls) {
        const QString text = QStringLiteral("%1 \u00B7 %2").arg(
            formatDate(call.when.localDate(), DateStyle::dayShort, today), namesText(call.people));
        auto* item = new QListWidgetItem(text, m_asked);
        item->setData(Qt::UserRole, static_cast<qlonglong>(call.conversation.value));
    }
    m_askedHead->setText(calls.empty() ? tr("Not asked yet") : tr("Asked %1").arg(timesText(calls.size())));
    m_asked->setVisible(!calls.empty());
}

void QuestionPanel::setMoves(bool up, bool down)
{
    m_up->setEnabled(up);
    m_down->setEnabled(down);
}

void QuestionPanel::beginNew(QuestionGroup group)
{
    m_isNew = true;
    m_shown = {};
    m_wording->setWording({});
    m_problem->hide();
    choose(m_group, group);
    choose(m_fills, QuestionFills::nothing);
    choose(m_suits, EngagementLevel::unknown);
    present(Access::readWrite);
}

void QuestionPanel::clear()
{
    m_isNew = false;
    m_bank.clear();
    m_shown = {};
    m_wording->setWording({});
    m_problem->hide();
    setAskings({}, {});
    present(Access::readOnly);
}

void QuestionPanel::present(Access access)
{
    const bool writable = access == Access::readWrite;
    const bool isThere = m_isNew || id();
    m_title->setText(m_isNew ? tr("A new question") : m_shown.question.retired ? tr("Retired question") : tr("Question"));
    for (QWidget* field : {static_cast<QWidget*>(m_group), static_cast<QWidget*>(m_fills),
                           static_cast<QWidget*>(m_suits), static_cast<QWidget*>(m_retire)})
        field->setEnabled(writable && isThere);
    m_wording->setReadOnly(!writable || !isThere);
    m_acts->setVisible(writable);
    m_add->setVisible(m_isNew);
    m_leave->setVisible(m_isNew);
    m_retire->setVisible(!m_isNew);
    m_retire->setText(m_shown.question.retired ? tr("Bring it back") : tr("Retire it"));
    m_retire->setToolTip(m_shown.question.retired ? tr("It is offered for calls again")
                                                  : tr("It is not offered any more; what was asked stays known"));
    m_up->setVisible(writable && !m_isNew);
    m_down->setVisible(writable && !m_isNew);
    m_askedHead->setVisible(!m_isNew && isThere);
    m_asked->setVisible(!m_isNew && m_asked->count() > 0);
}

weavemap::Question QuestionPanel::entered() const
{
    weavemap::Question question = m_shown.question;
    question.text = actions::plainWording(toUtf8(m_wording->wording()));
    question.group = static_cast<QuestionGroup>(m_group->currentData().toInt());
    question.fills = static_cast<QuestionFills>(m_fills->currentData().toInt());
    question.level = static_cast<EngagementLevel>(m_suits->currentData().toInt());
    return question;
}

bool QuestionPanel::checkWording()
{
    const std::string text = entered().text;
    const auto fault = actions::faultOf(text, m_bank, id());
    if (fault) {
        std::vector<weavemap::Question> others = m_bank;
        std::erase_if(others, [this](const weavemap::Question& other) { return other.id == id(); });
        m_problem->setText(faultSentence(*fault, actions::findWording(others, text)));
    }
    m_problem->setVisible(fault.has_value());
    return !fault;
}

void QuestionPanel::take()
{
    if (m_isNew) {
        // Leaving the field of a new question adds nothing; Enter in it does.
        if (m_wording->hasFocus())
            m_add->click();
        return;
    }
    if (!id() || m_wording->isReadOnly())
        return;
    weavemap::Question now = entered();
    if (now.text != m_shown.question.text && !checkWording())
        now.text = m_shown.question.text; // the rest is taken all the same
    else
        m_wording->setWording(toQString(now.text));
    if (now != m_shown.question)
        Q_EMIT changeRequested(now);
}

void QuestionPanel::focusWording() { m_wording->setFocus(Qt::OtherFocusReason); }

} // namespace weavemap::ui
