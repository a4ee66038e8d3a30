// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TieEntry.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/PersonField.h"
#include "ui/conversations/TieWords.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kNoDirection = -1;

/// A list whose choice is shortened where it is longer than its field, as with the name of who said so.
class Choice : public QComboBox
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const int room =
            style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room - 2);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

QComboBox* makeChoice(const char* name, const QString& accessible)
{
    auto* box = new Choice;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

/// As short as its field; the sentence below says all.
QString shortWords(OverlayKind kind)
{
    switch (kind) {
    case OverlayKind::advice:
        return TieEntry::tr("Goes for advice");
    case OverlayKind::sharedResource:
        return TieEntry::tr("Shared things");
    default:
        return words(kind);
    }
}

} // namespace

TieEntry::TieEntry(PeopleModel& people, const TieInput& input, const std::vector<PersonChoice>& participants)
    : EntryRow(QStringLiteral("tie")), m_given(input), m_met(input.b.isSomebody()), m_takenOut(input.takenOut),
      m_standsWithout(input.recorded && !input.recorded->isAlone),
      m_a(new PersonField(people, tr("Who"), PersonField::Unknown::offerNew)),
      m_b(new PersonField(people, tr("With whom"), PersonField::Unknown::offerNew)),
      m_depth(makeChoice("tieDepth", tr("How well they know each other"))),
      m_contact(makeChoice("tieContact", tr("How often they are in touch"))),
      m_collaboration(makeChoice("tieCollaboration", tr("Whether they work together"))),
      m_teller(makeChoice("tieTeller", tr("Who said so"))), m_direction(makeChoice("tieDirection", tr("Direction"))),
      m_ended(new QCheckBox(tr("No longer in touch"))), m_directionFields(new QWidget),
      m_sentence(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_topic(new QLineEdit(input.topic)),
      m_onRecord(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)), m_turned(input.turned)
{
    setObjectName(QStringLiteral("tieEntry"));
    m_a->setObjectName(QStringLiteral("tieA"));
    m_b->setObjectName(QStringLiteral("tieB"));
    for (const TieDepth depth :
         {TieDepth::rely, TieDepth::exchange, TieDepth::talked, TieDepth::aware, TieDepth::unknown})
        m_depth->addItem(words(depth), static_cast<int>(depth));
    for (const Collaboration value : {Collaboration::never, Collaboration::past, Collaboration::now})
        m_collaboration->addItem(words(value), static_cast<int>(value));
    m_contact->addItem(tr("How often?"), static_cast<int>(TieContact::unknown));
    for (const TieContact contact : {TieContact::yearly, TieContact::eachTerm, TieContact::monthly, TieContact::weekly})
        m_contact->addItem(words(contact), static_cast<int>(contact));
    m_direction->addItem(tr("No direction"), kNoDirection);
    for (const OverlayKind kind : {OverlayKind::advice, OverlayKind::learnedFrom, OverlayKind::introduced,
                                   OverlayKind::sharedResource, OverlayKind::names})
        m_direction->addItem(shortWords(kind), static_cast<int>(kind));
    m_topic->setObjectName(QStringLiteral("tieTopic"));
    m_topic->setPlaceholderText(tr("On what topic"));
    m_topic->setAccessibleName(tr("Topic"));
    m_sentence->setObjectName(QStringLiteral("tieSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    auto* turn = new LinkLabel(tr("The other way round"));
    turn->setObjectName(QStringLiteral("tieTurn"));

    body()->addWidget(m_a);
    body()->addWidget(m_b);
    body()->addWidget(m_depth);
    body()->addWidget(m_collaboration);
    body()->addWidget(m_contact);
    body()->addWidget(m_direction);
    auto* said = new QVBoxLayout(m_directionFields);
    said->setContentsMargins(0, 0, 0, 0);
    said->setSpacing(space::k4);
    said->addWidget(m_topic);
    said->addWidget(m_sentence);
    said->addWidget(turn, 0, Qt::AlignLeft);
    body()->addWidget(m_directionFields);
    body()->addWidget(m_teller);
    m_ended->setObjectName(QStringLiteral("tieEnded"));
    m_ended->setChecked(input.ended);
    body()->addWidget(m_ended);
    m_onRecord->setObjectName(QStringLiteral("tieOnRecord"));
    body()->addWidget(m_onRecord);
    m_onRecord->setVisible(input.recorded.has_value());
    if (input.recorded)
        sayWhatStands();

    m_a->setPerson(input.a);
    m_b->setPerson(input.b);
    m_depth->setCurrentIndex(m_depth->findData(static_cast<int>(input.depth)));
    m_collaboration->setCurrentIndex(m_collaboration->findData(static_cast<int>(input.collaboration)));
    m_contact->setCurrentIndex(m_contact->findData(static_cast<int>(input.contact)));
    m_direction->setCurrentIndex(
        m_direction->findData(input.direction ? static_cast<int>(*input.direction) : kNoDirection));
    m_participants = participants;
    // A long name may be shortened there.
    connect(m_teller, &QComboBox::currentTextChanged, m_teller, &QWidget::setToolTip);
    fillTellers(input.evidence, input.heardFrom);
    showDirection();

    for (PersonField* field : {m_a, m_b})
        connect(field, &PersonField::edited, this, [this] {
            const TieInput now = this->input();
            m_met = m_met || now.b.isSomebody();
            fillTellers(now.evidence, now.heardFrom);
            showDirection();
            edited();
        });
    connect(m_a, &PersonField::personChosen, m_b, [this] {
        if (m_a->hasFocus())
            m_b->setFocus(Qt::TabFocusReason);
    });
    connect(m_b, &PersonField::personChosen, m_depth, [this] {
        if (m_b->hasFocus())
            m_depth->setFocus(Qt::TabFocusReason);
    });
    for (QComboBox* box : {m_depth, m_collaboration, m_contact, m_teller})
        connect(box, &QComboBox::activated, this, [this] { edited(); });
    connect(m_direction, &QComboBox::activated, this, [this] {
        showDirection();
        edited();
    });
    connect(m_ended, &QCheckBox::clicked, this, [this] { edited(); });
    connect(m_topic, &QLineEdit::textEdited, this, [this] {
        showDirection();
        edited();
    });
    connect(m_topic, &QLineEdit::returnPressed, this, &EntryRow::done);
    connect(turn, &LinkLabel::clicked, this, [this] {
        m_turned = !m_turned;
        showDirection();
        edited();
    });
}

TieInput TieEntry::input() const
{
    TieInput tie;
    tie.a = m_a->person();
    tie.b = m_b->person();
    tie.depth = static_cast<TieDepth>(m_depth->currentData().toInt());
    tie.contact = static_cast<TieContact>(m_contact->currentData().toInt());
    tie.collaboration = static_cast<Collaboration>(m_collaboration->currentData().toInt());
    tie.direction = direction();
    tie.turned = m_turned;
    tie.topic = m_topic->text();
    tie.evidence = static_cast<EvidenceKind>(m_teller->currentData().toInt());
    const int row = m_teller->currentIndex();
    if (tie.evidence == EvidenceKind::oneSaid && row >= 0 && row < static_cast<int>(m_tellers.size()))
        tie.heardFrom = m_tellers[static_cast<std::size_t>(row)];
    tie.ended = m_ended->isChecked();
    tie.begun = isBegun();
    tie.recorded = m_given.recorded;
    tie.takenOut = m_takenOut;
    return tie;
}

bool TieEntry::isBegun() const
{
    const auto differs = [](const QComboBox* box, int given) { return box->currentData().toInt() != given; };
    return m_given.begun || m_met || m_a->person() != m_given.a || differs(m_depth, static_cast<int>(m_given.depth)) ||
           differs(m_contact, static_cast<int>(m_given.contact)) ||
           differs(m_collaboration, static_cast<int>(m_given.collaboration)) || direction() != m_given.direction;
}

bool TieEntry::isBlank() const { return !m_given.recorded && m_b->person().state == PersonChoice::State::none; }

bool TieEntry::turnLeftOut()
{
    if (!m_given.recorded)
        return false;
    m_takenOut = !m_takenOut;
    setProblem({});
    present();
    return true;
}

void TieEntry::setStandsWithout(bool stands)
{
    if (!m_given.recorded || stands == m_standsWithout)
        return;
    m_standsWithout = stands;
    sayWhatStands();
    present();
}

void TieEntry::sayWhatStands()
{
    m_onRecord->setText(m_standsWithout
                            ? tr("On record from this call and from elsewhere. Left out here, the tie stays.")
                            : tr("On record from this call alone. Left out here, the tie goes."));
    setAccessibleDescription(m_onRecord->text());
}

void TieEntry::setParticipants(const std::vector<PersonChoice>& participants)
{
    const PersonChoice before = m_participants.empty() ? PersonChoice{} : m_participants.front();
    const PersonChoice now = participants.empty() ? PersonChoice{} : participants.front();
    TieInput tie = input();
    if (isBlank() && (tie.a == before || tie.a.state == PersonChoice::State::none)) {
        m_a->setPerson(now);
        m_given.a = now;
        if (tie.heardFrom == before)
            tie.heardFrom = now;
    }
    m_participants = participants;
    fillTellers(tie.evidence, tie.heardFrom);
    showDirection();
}

std::optional<OverlayKind> TieEntry::direction() const
{
    const int kind = m_direction->currentData().toInt();
    return kind == kNoDirection ? std::nullopt : std::optional(static_cast<OverlayKind>(kind));
}

QString TieEntry::directionWords() const
{
    const auto kind = direction();
    if (!kind)
        return {};
    const QString a = m_a->person().name, b = m_b->person().name;
    return directionSentence(*kind, m_turned ? b : a, m_turned ? a : b, m_topic->text());
}

void TieEntry::showDirection()
{
    const auto kind = direction();
    m_directionFields->setVisible(kind.has_value());
    m_topic->setVisible(kind && mayHaveTopic(*kind));
    m_sentence->setText(directionWords());
}

void TieEntry::fillTellers(EvidenceKind evidence, const PersonChoice& heardFrom)
{
    std::vector<PersonChoice> tellers = m_participants;
    for (const PersonChoice& person : {m_a->person(), m_b->person(), heardFrom})
        if (person.isSomebody() && std::none_of(tellers.begin(), tellers.end(),
                                                [&person](const PersonChoice& other) { return other.isSame(person); }))
            tellers.push_back(person);
    // What is on record may leave open who said so, and may come from a file; both are kept where they are not changed.
    const std::optional<actions::RecordedMention>& recorded = m_given.recorded;
    const EvidenceKind kind = recorded ? recorded->said.evidence : EvidenceKind::oneSaid;
    if (tellers.empty() || (recorded && kind == EvidenceKind::oneSaid && !recorded->said.heardFrom))
        tellers.emplace_back();
    m_tellers = tellers;
    m_teller->clear();
    int chosen = 0;
    for (const PersonChoice& person : tellers) {
        if (person.isSame(heardFrom) || (!person.isSomebody() && !heardFrom.isSomebody()))
            chosen = m_teller->count();
        m_teller->addItem(person.isSomebody() ? tr("%1 said so").arg(person.name) : tr("One of them said so"),
                          static_cast<int>(EvidenceKind::oneSaid));
    }
    m_teller->addItem(tr("Seen together"), static_cast<int>(EvidenceKind::seenTogether));
    m_teller->addItem(tr("Our own guess"), static_cast<int>(EvidenceKind::staffGuess));
    if (kind == EvidenceKind::imported)
        m_teller->addItem(words(EvidenceKind::imported), static_cast<int>(EvidenceKind::imported));
    if (evidence != EvidenceKind::oneSaid)
        chosen = std::max(chosen, m_teller->findData(static_cast<int>(evidence)));
    m_teller->setCurrentIndex(chosen);
}

QString TieEntry::title() const { return tr("%1 and %2").arg(m_a->person().name, m_b->person().name); }

QString TieEntry::secondLine() const
{
    if (m_takenOut)
        return m_standsWithout ? tr("Left out: the tie itself stays") : tr("Left out: the tie goes with it");
    QStringList parts{m_ended->isChecked() ? m_ended->text() : m_depth->currentText()};
    if (m_collaboration->currentIndex() > 0)
        parts << m_collaboration->currentText();
    if (m_contact->currentIndex() > 0)
        parts << m_contact->currentText().toLower();
    if (direction())
        parts << directionWords();
    parts << m_teller->currentText();
    return parts.join(QStringLiteral(" \u00B7 "));
}

QWidget* TieEntry::firstField() const
{
    if (m_a->person().state == PersonChoice::State::none)
        return m_a;
    return m_b;
}

} // namespace weavemap::ui
