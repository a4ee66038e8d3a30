// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TieEntry.h"

#include <algorithm>

#include <QComboBox>
#include <QVBoxLayout>

#include "ui/base/Words.h"
#include "ui/conversations/PersonField.h"

namespace weavemap::ui {

namespace {

QComboBox* makeChoice(const char* name, const QString& accessible)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

TieEntry::TieEntry(PeopleModel& people, const TieInput& input, const std::vector<PersonChoice>& participants)
    : EntryRow(QStringLiteral("tie")), m_a(new PersonField(people, tr("Who"), PersonField::Unknown::offerNew)),
      m_b(new PersonField(people, tr("With whom"), PersonField::Unknown::offerNew)),
      m_depth(makeChoice("tieDepth", tr("How well they know each other"))),
      m_collaboration(makeChoice("tieCollaboration", tr("Whether they work together"))),
      m_teller(makeChoice("tieTeller", tr("Who said so")))
{
    setObjectName(QStringLiteral("tieEntry"));
    m_a->setObjectName(QStringLiteral("tieA"));
    m_b->setObjectName(QStringLiteral("tieB"));
    for (const TieDepth depth :
         {TieDepth::rely, TieDepth::exchange, TieDepth::talked, TieDepth::aware, TieDepth::unknown})
        m_depth->addItem(words(depth), static_cast<int>(depth));
    for (const Collaboration value : {Collaboration::never, Collaboration::past, Collaboration::now})
        m_collaboration->addItem(words(value), static_cast<int>(value));
    body()->addWidget(m_a);
    body()->addWidget(m_b);
    body()->addWidget(m_depth);
    body()->addWidget(m_collaboration);
    body()->addWidget(m_teller);

    m_a->setPerson(input.a);
    m_b->setPerson(input.b);
    m_depth->setCurrentIndex(m_depth->findData(static_cast<int>(input.depth)));
    m_collaboration->setCurrentIndex(m_collaboration->findData(static_cast<int>(input.collaboration)));
    m_participants = participants;
    fillTellers(input.evidence, input.heardFrom);

    for (PersonField* field : {m_a, m_b})
        connect(field, &PersonField::edited, this, [this] {
            const TieInput now = this->input();
            fillTellers(now.evidence, now.heardFrom);
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
    for (QComboBox* box : {m_depth, m_collaboration, m_teller})
        connect(box, &QComboBox::activated, this, [this] { edited(); });
}

TieInput TieEntry::input() const
{
    TieInput tie;
    tie.a = m_a->person();
    tie.b = m_b->person();
    tie.depth = static_cast<TieDepth>(m_depth->currentData().toInt());
    tie.collaboration = static_cast<Collaboration>(m_collaboration->currentData().toInt());
    tie.evidence = static_cast<EvidenceKind>(m_teller->currentData().toInt());
    const int row = m_teller->currentIndex();
    if (tie.evidence == EvidenceKind::oneSaid && row >= 0 && row < static_cast<int>(m_tellers.size()))
        tie.heardFrom = m_tellers[static_cast<std::size_t>(row)];
    return tie;
}

bool TieEntry::isBlank() const { return m_b->person().state == PersonChoice::State::none; }

void TieEntry::setParticipants(const std::vector<PersonChoice>& participants)
{
    const PersonChoice before = m_participants.empty() ? PersonChoice{} : m_participants.front();
    const PersonChoice now = participants.empty() ? PersonChoice{} : participants.front();
    TieInput tie = input();
    if (isBlank() && (tie.a == before || tie.a.state == PersonChoice::State::none)) {
        m_a->setPerson(now);
        if (tie.heardFrom == before)
            tie.heardFrom = now;
    }
    m_participants = participants;
    fillTellers(tie.evidence, tie.heardFrom);
}

void TieEntry::fillTellers(EvidenceKind evidence, const PersonChoice& heardFrom)
{
    std::vector<PersonChoice> tellers = m_participants;
    for (const PersonChoice& person : {m_a->person(), m_b->person(), heardFrom})
        if (person.isSomebody() && std::none_of(tellers.begin(), tellers.end(),
                                                [&person](const PersonChoice& other) { return other.isSame(person); }))
            tellers.push_back(person);
    m_tellers = tellers;
    m_teller->clear();
    int chosen = 0;
    for (const PersonChoice& person : tellers) {
        if (person.isSame(heardFrom))
            chosen = m_teller->count();
        m_teller->addItem(tr("%1 said so").arg(person.name), static_cast<int>(EvidenceKind::oneSaid));
    }
    if (tellers.empty())
        m_teller->addItem(tr("One of them said so"), static_cast<int>(EvidenceKind::oneSaid));
    m_teller->addItem(tr("Seen together"), static_cast<int>(EvidenceKind::seenTogether));
    m_teller->addItem(tr("Our own guess"), static_cast<int>(EvidenceKind::staffGuess));
    if (evidence != EvidenceKind::oneSaid)
        chosen = std::max(chosen, m_teller->findData(static_cast<int>(evidence)));
    m_teller->setCurrentIndex(chosen);
}

QString TieEntry::title() const { return tr("%1 and %2").arg(m_a->person().name, m_b->person().name); }

QString TieEntry::secondLine() const
{
    QStringList parts{m_depth->currentText()};
    if (m_collaboration->currentIndex() > 0)
        parts << m_collaboration->currentText();
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
