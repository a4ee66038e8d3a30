// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/IntroductionPanel.h"

#include <utility>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/introductions/MemberField.h"
#include "ui/introductions/PanelFields.h"
#include "ui/introductions/ParagraphField.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LevelChip.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

QLineEdit* makeLine(const QString& objectName, const QString& accessibleName)
{
    auto* line = new QLineEdit;
    line->setObjectName(objectName);
    line->setAccessibleName(accessibleName);
    return line;
}

QString withoutStop(QString sentence)
{
    while (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

/// Whether a field shows the card it showed before, or another one.
enum class Shown { sameCard, otherCard };

void showText(ParagraphField* field, const std::string& text, Shown shown)
{
    if (shown == Shown::sameCard && field->document()->isModified())
        return;
    const QString now = toQString(text);
    if (field->toPlainText() != now)
        field->setPlainText(now);
    field->document()->setModified(false);
}

void showText(QLineEdit* line, const std::string& text, Shown shown)
{
    // What is being typed and was not handed on yet outlives a change of the file.
    if (shown == Shown::sameCard && line->isModified())
        return;
    const QString now = toQString(text);
    if (line->text() != now) {
        line->setText(now);
        line->setCursorPosition(0);
    }
    line->setModified(false);
}

} // namespace

IntroductionPanel::IntroductionPanel(Office& office, QWidget* parent) : QWidget(parent), m_office(office)
{
    setObjectName(QStringLiteral("introductionPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::k20, space::k16, space::k20, space::k16);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildApart());
    column->addSpacing(space::k12);
    buildFields(column);

    m_tieWords = new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    m_tieWords->setObjectName(QStringLiteral("introducedTie"));
    m_recordTie = new Button(tr("Record that they know each other"));
    m_recordTie->setObjectName(QStringLiteral("recordTie"));
    m_recordTie->setHeight(Button::Height::small);
    m_tie = new LinkLabel(tr("Show their tie"), nullptr, TextStyle::second);
    m_tie->setObjectName(QStringLiteral("panelTie"));
    m_steps = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    m_steps->setObjectName(QStringLiteral("introductionSteps"));
    m_mail = new Button(tr("Draft an e-mail"));
    m_mail->setObjectName(QStringLiteral("panelMail"));
    m_mail->setHeight(Button::Height::small);
    m_remove = new Button(tr("Remove"), Button::Kind::danger);
    m_remove->setObjectName(QStringLiteral("removeIntroduction"));
    m_remove->setToolTip(tr("As if it had never been; can be undone"));
    m_remove->setHeight(Button::Height::small);
    m_never = new Button(tr("Never introduce these two"), Button::Kind::quiet);
    m_never->setObjectName(QStringLiteral("panelNever"));
    m_never->setHeight(Button::Height::small);
    column->addWidget(m_tieWords);
    column->addWidget(m_tie, 0, Qt::AlignLeft);
    column->addWidget(m_recordTie, 0, Qt::AlignLeft);
    column->addSpacing(space::k12);
    column->addWidget(new TextLabel(tr("So far"), TextStyle::baseBold));
    column->addSpacing(space::k4);
    column->addWidget(m_steps);
    column->addSpacing(space::k16);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    buttons->addWidget(m_mail);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(space::k4);
    column->addWidget(m_never, 0, Qt::AlignLeft);
    column->addStretch(1);

    connect(m_tie, &LinkLabel::clicked, this, [this] { Q_EMIT tieShown(m_card.tie.tie); });
    connect(m_never, &Button::clicked, this, [this] { Q_EMIT apartRequested(m_card.a.id, m_card.b.id); });
    connect(m_recordTie, &Button::clicked, this, [this] { Q_EMIT tieRequested(m_card.introduction); });
    connect(m_mail, &Button::clicked, this, [this] { Q_EMIT mailRequested(m_card.introduction); });
    connect(m_remove, &Button::clicked, this, [this] { Q_EMIT removeRequested(m_card.introduction); });
}

QWidget* IntroductionPanel::buildHead()
{
    auto* head = new QWidget;
    m_a = new LinkLabel({}, nullptr, TextStyle::name);
    m_a->setObjectName(QStringLiteral("panelA"));
    m_b = new LinkLabel({}, nullptr, TextStyle::name);
    m_b->setObjectName(QStringLiteral("panelB"));
    m_reason = new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    m_reason->setObjectName(QStringLiteral("panelReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_conversation = new LinkLabel(tr("The conversation it came from"), nullptr, TextStyle::second);
    m_conversation->setObjectName(QStringLiteral("panelConversation"));
    auto* close = new IconButton(QStringLiteral("close"), tr("Close"));
    close->setObjectName(QStringLiteral("closePanel"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_a);
    top->addStretch(1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_b, 0, Qt::AlignLeft);
    column->addSpacing(space::k8);
    column->addWidget(m_reason);
    column->addWidget(m_conversation, 0, Qt::AlignLeft);
    m_need = addSource(column, QStringLiteral("panelNeed"));
    m_offer = addSource(column, QStringLiteral("panelOffer"));
    connect(m_need, &LinkLabel::clicked, this, [this] { Q_EMIT conversationRequested(m_card.need.conversation); });
    connect(m_offer, &LinkLabel::clicked, this, [this] { Q_EMIT conversationRequested(m_card.offer.conversation); });
    connect(close, &IconButton::clicked, this, &IntroductionPanel::closeRequested);
    connect(m_a, &LinkLabel::clicked, this, [this] { Q_EMIT personRequested(m_card.a.id); });
    connect(m_b, &LinkLabel::clicked, this, [this] { Q_EMIT personRequested(m_card.b.id); });
    connect(m_conversation, &LinkLabel::clicked, this,
            [this] { Q_EMIT conversationRequested(m_card.introduction.conversation); });
    return head;
}

LinkLabel* IntroductionPanel::addSource(QVBoxLayout* column, const QString& objectName)
{
    auto* link = new LinkLabel({}, nullptr, TextStyle::second);
    link->setObjectName(objectName);
    column->addWidget(link, 0, Qt::AlignLeft);
    return link;
}

QWidget* IntroductionPanel::buildApart()
{
    m_apart = new QWidget;
    m_apart->setObjectName(QStringLiteral("panelApart"));
    m_apartWords = new TextLabel({}, TextStyle::base, ColorRole::warning, TextLabel::Lines::many);
    m_apartWords->setObjectName(QStringLiteral("panelApartWords"));
    m_apartWords->setTextFormat(Qt::PlainText);
    m_lapse = new Button(tr("Let it lapse"));
    m_lapse->setObjectName(QStringLiteral("panelLapse"));
    m_allow = new Button(tr("Allow again"), Button::Kind::quiet);
    m_allow->setObjectName(QStringLiteral("panelAllow"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    for (Button* button : {m_lapse, m_allow}) {
        button->setHeight(Button::Height::small);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* column = new QVBoxLayout(m_apart);
    column->setContentsMargins(0, space::k12, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(m_apartWords);
    column->addLayout(buttons);
    connect(m_lapse, &Button::clicked, this, [this] {
        showValue(m_state, IntroductionState::lapsed);
        store();
    });
    connect(m_allow, &Button::clicked, this, [this] {
        if (m_card.apart)
            Q_EMIT allowRequested(*m_card.apart);
    });
    return m_apart;
}

void IntroductionPanel::buildFields(QVBoxLayout* column)
{
    using S = IntroductionState;
    using C = IntroductionConsent;
    using A = IntroductionStrength;
    m_state = makeCombo(
        QStringLiteral("panelState"), tr("State"),
        {S::proposed, S::agreed, S::made, S::replied, S::met, S::inTouch, S::working, S::declined, S::lapsed});
    m_consentA = makeCombo(QStringLiteral("panelConsentA"), tr("Consent"), {C::notAsked, C::asked, C::yes, C::no});
    m_consentB = makeCombo(QStringLiteral("panelConsentB"), tr("Consent"), {C::notAsked, C::asked, C::yes, C::no});
    m_consentLabelA = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    m_consentLabelB = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    m_host = new MemberField(m_office.people, tr("Nobody yet"));
    m_host->setObjectName(QStringLiteral("panelHost"));
    m_host->setAccessibleName(tr("Who introduces them"));
    m_strength = makeCombo(QStringLiteral("panelStrength"), tr("How they were introduced"),
                           {A::none, A::toldOneSide, A::alertedOther, A::wroteToBoth, A::byPhone, A::inPerson,
                            A::checkedBack, A::withFirstTask});
    m_followUp = makeCombo(QStringLiteral("panelFollowUp"), tr("Ask how it went"));
    m_topic = makeLine(QStringLiteral("panelTopic"), tr("Topic"));
    m_why = new ParagraphField(QStringLiteral("panelWhy"), tr("Why, in your words"));
    m_outcome = makeLine(QStringLiteral("panelOutcome"), tr("What came of it"));
    m_level = new LevelChip(tr("Who may see this introduction"));
    m_level->setObjectName(QStringLiteral("panelLevel"));
    addField(column, tr("State"), m_state);
    auto* consents = new QWidget;
    auto* sides = new QHBoxLayout(consents);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::k8);
    for (const auto& [label, combo] :
         {std::pair(m_consentLabelA, m_consentA), std::pair(m_consentLabelB, m_consentB)}) {
        auto* side = new QVBoxLayout;
        side->setSpacing(2);
        side->addWidget(label);
        side->addWidget(combo);
        sides->addLayout(side, 1);
    }
    column->addWidget(consents);
    column->addSpacing(space::k8);
    addField(column, tr("Who introduces them"), m_host);
    addField(column, tr("How they were introduced"), m_strength);
    addField(column, tr("Ask how it went"), m_followUp);
    addField(column, tr("Topic"), m_topic);
    addField(column, tr("Why, in your words"), m_why);
    addField(column, tr("What came of it"), m_outcome);
    column->addWidget(new TextLabel(tr("Who may see it"), TextStyle::second, ColorRole::muted));
    column->addSpacing(2);
    column->addWidget(m_level, 0, Qt::AlignLeft);
    column->addSpacing(space::k8);
    for (QComboBox* combo : {m_state, m_consentA, m_consentB, m_strength, m_followUp})
        connect(combo, &QComboBox::activated, this, &IntroductionPanel::store);
    for (QLineEdit* line : {m_topic, m_outcome})
        connect(line, &QLineEdit::editingFinished, this, &IntroductionPanel::store);
    connect(m_why, &ParagraphField::editingFinished, this, &IntroductionPanel::store);
    connect(m_level, &LevelChip::levelChosen, this, &IntroductionPanel::store);
    connect(m_host, &MemberField::chosen, this, &IntroductionPanel::store);
}

void IntroductionPanel::setCard(const actions::IntroductionCard& card)
{
    const Shown shown = id() && id() == card.introduction.id ? Shown::sameCard : Shown::otherCard;
    m_card = card;
    const Introduction& record = m_card.introduction;
    m_a->setText(toQString(card.a.name));
    m_b->setText(toQString(card.b.name));
    m_consentLabelA->setText(toQString(card.a.name));
    m_consentLabelB->setText(toQString(card.b.name));
    m_consentA->setAccessibleName(tr("Consent of %1").arg(toQString(card.a.name)));
    m_consentB->setAccessibleName(tr("Consent of %1").arg(toQString(card.b.name)));
    showValue(m_state, record.state);
    showValue(m_consentA, record.consentA);
    showValue(m_consentB, record.consentB);
    showValue(m_strength, record.strength);
    fillDays(m_followUp, record.followUp, m_office.session.today());
    if (shown == Shown::otherCard || m_host->person() != record.host || !m_host->hasFocus())
        m_host->setPerson(record.host);
    showText(m_topic, record.topic, shown);
    showText(m_why, record.why, shown);
    showText(m_outcome, record.outcome, shown);
    presentSource();
    presentSteps();
    presentTie();
    presentApart();
    presentLevel();
    const bool mayWrite = !m_office.session.isReadOnly();
    for (QWidget* field : std::initializer_list<QWidget*>{m_state, m_consentA, m_consentB, m_host, m_strength,
                                                          m_followUp, m_topic, m_why, m_outcome, m_level, m_recordTie,
                                                          m_remove, m_never, m_lapse, m_allow})
        field->setEnabled(mayWrite);
}

void IntroductionPanel::putBack()
{
    showValue(m_state, m_card.introduction.state);
    m_level->setLevel(m_card.introduction.confidentiality);
    m_host->setPerson(m_card.introduction.host);
}

void IntroductionPanel::forget()
{
    m_card = {};
    for (LinkLabel* name : {m_a, m_b})
        name->setText({});
    for (TextLabel* label : {m_consentLabelA, m_consentLabelB, m_reason, m_tieWords, m_steps, m_apartWords})
        label->setText({});
    m_why->clear();
    for (QLineEdit* line : {m_topic, m_outcome})
        line->clear();
    m_host->setPerson({});
}

void IntroductionPanel::focusFirst() { m_state->setFocus(Qt::OtherFocusReason); }

void IntroductionPanel::presentSource()
{
    const actions::CitedLine &need = m_card.need, &offer = m_card.offer;
    const auto nameOf = [this](PersonId person) {
        return toQString(person == m_card.b.id ? m_card.b.name : m_card.a.name);
    };
    // A wish to be introduced is the reason itself; its words say why.
    const bool isWish = m_card.introduction.reason == IntroductionReason::memberAsked;
    QStringList sentences{words(m_card.introduction.reason) + QLatin1Char('.')};
    if (need.id && isWish)
        sentences.first() = tr("%1 asked to meet %2.").arg(nameOf(need.person), nameOf(m_card.introduction.other(need.person)));
    if (const QString said = toQString(need.text).simplified(); !said.isEmpty())
        sentences << (isWish ? tr("“%1”").arg(said) : tr("%1 needs “%2”.").arg(nameOf(need.person), said));
    if (const QString said = toQString(offer.text).simplified(); !said.isEmpty())
        sentences << tr("%1 offers “%2”.").arg(nameOf(offer.person), said);
    m_reason->setText(sentences.join(QLatin1Char(' ')));
    m_need->setText(isWish ? tr("Where they asked for it") : tr("Where this need was said"));
    m_offer->setText(tr("Where this offer was said"));
    m_need->setVisible(need.id.isValid());
    m_offer->setVisible(offer.id.isValid() && offer.conversation != need.conversation);
    const ConversationId call = m_card.introduction.conversation;
    m_conversation->setVisible(call && call != need.conversation && call != offer.conversation);
}

void IntroductionPanel::presentSteps()
{
    QStringList lines;
    for (const IntroductionStep& step : m_card.steps)
        lines << tr("%1: %2").arg(formatDate(step.on, DateStyle::table), words(step.state));
    m_steps->setText(lines.join(QLatin1Char('\n')));
}

void IntroductionPanel::presentTie()
{
    const bool haveMet = m_card.introduction.haveMet();
    const actions::IntroducedTie& tie = m_card.tie;
    if (tie.isRecorded)
        m_tieWords->setText(tr("They know each other; the map has the tie."));
    else if (haveMet)
        m_tieWords->setText(tie.tie ? tr("They have a tie already. This introduction can stand beside what told of it.")
                                    : tr("They have met, and the map does not have it yet."));
    m_tieWords->setVisible(tie.isRecorded || haveMet);
    m_recordTie->setVisible(haveMet && !tie.isRecorded);
    m_tie->setVisible(tie.tie.isValid());
}

void IntroductionPanel::presentApart()
{
    // The keyboard of what goes away goes on with what can be done now.
    const bool isApart = m_card.apart.has_value();
    const bool pressed = m_never->hasFocus() || m_lapse->hasFocus() || m_allow->hasFocus();
    m_apart->setVisible(isApart);
    if (pressed)
        (isApart ? static_cast<QWidget*>(m_lapse) : m_state)->setFocus(Qt::OtherFocusReason);
    m_never->setVisible(!isApart && m_card.introduction.isOpen());
    if (!m_card.apart)
        return;
    const QString why = toQString(m_card.apart->why).simplified();
    m_apartWords->setText((why.isEmpty() ? tr("These two are to be kept apart.")
                                         : tr("These two are to be kept apart: %1.").arg(withoutStop(why))) +
                          QLatin1Char(' ') + tr("It can be ended, but goes no further."));
}

void IntroductionPanel::presentLevel()
{
    const PersonId me = m_office.session.me();
    m_level->setLevel(m_card.introduction.confidentiality);
    m_level->setFloor(m_card.floor, tr("What it comes from is “%1”; it cannot be looser.").arg(words(m_card.floor)));
    QString whyNotMine;
    if (!me)
        whyNotMine = tr("Choose in Settings who you are to keep it to yourself.");
    else if (m_card.writer != me)
        whyNotMine = m_card.introduction.conversation
                         ? tr("Only who had the conversation it came from can keep it to themselves.")
                         : tr("Only who introduces them can keep it to themselves.");
    m_level->setNotOnlyMine(whyNotMine);
}

void IntroductionPanel::store()
{
    if (!id() || m_office.session.isReadOnly())
        return;
    Introduction now = m_card.introduction;
    now.state = chosenOf<IntroductionState>(m_state);
    now.consentA = chosenOf<IntroductionConsent>(m_consentA);
    now.consentB = chosenOf<IntroductionConsent>(m_consentB);
    now.strength = chosenOf<IntroductionStrength>(m_strength);
    now.followUp = chosenDay(m_followUp);
    now.host = m_host->person();
    now.topic = toUtf8(m_topic->text().trimmed());
    now.why = toUtf8(m_why->toPlainText().trimmed());
    now.outcome = toUtf8(m_outcome->text().trimmed());
    now.confidentiality = m_level->level();
    for (QLineEdit* line : {m_topic, m_outcome})
        line->setModified(false);
    m_why->document()->setModified(false);
    if (now != m_card.introduction)
        Q_EMIT changed(now);
}

} // namespace weavemap::ui
