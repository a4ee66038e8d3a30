// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallDetails.h"

#include <algorithm>

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

QComboBox* makeBox(const char* name)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

} // namespace

CallDetails::CallDetails(PeopleModel& people, QWidget* parent)
    : QWidget(parent), m_people(people), m_staff(makeBox("callStaff")), m_initiator(makeBox("callInitiator")),
      m_mood(makeBox("callMood")), m_convening(new QLineEdit), m_quote(new QLineEdit),
      m_consent(makeBox("callQuoteConsent")),
      m_staffProblem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many))
{
    setObjectName(QStringLiteral("callDetails"));
    m_convening->setObjectName(QStringLiteral("callConvening"));
    m_quote->setObjectName(QStringLiteral("callQuote"));
    m_staffProblem->setObjectName(QStringLiteral("callStaffProblem"));
    m_staffProblem->hide();
    for (const Initiator value : {Initiator::unknown, Initiator::staff, Initiator::member})
        m_initiator->addItem(words(value), static_cast<int>(value));
    for (const Mood value : {Mood::unknown, Mood::low, Mood::even, Mood::high})
        m_mood->addItem(words(value), static_cast<int>(value));
    for (const QuoteConsent value : {QuoteConsent::none, QuoteConsent::anonymous, QuoteConsent::named})
        m_consent->addItem(words(value), static_cast<int>(value));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::k12);
    grid->setVerticalSpacing(3);
    addField(grid, 0, 0, tr("Who talked, for us"), m_staff);
    addField(grid, 0, 1, tr("Who began it"), m_initiator);
    addField(grid, 0, 2, tr("Their mood"), m_mood);
    grid->addWidget(m_staffProblem, 2, 0, 1, 3);
    addField(grid, 3, 0, tr("Convening it relates to"), m_convening);
    addField(grid, 3, 1, tr("A sentence worth quoting"), m_quote);
    addField(grid, 3, 2, tr("May it be quoted?"), m_consent);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    for (QComboBox* box : {m_staff, m_initiator, m_mood, m_consent})
        connect(box, &QComboBox::activated, this, [this] {
            setStaffProblem({});
            Q_EMIT changed();
        });
    connect(&people, &PeopleModel::refreshed, this,
            [this] { fillStaff(PersonId{m_staff->currentData().toLongLong()}); });
    for (QLineEdit* field : {m_convening, m_quote})
        connect(field, &QLineEdit::textEdited, this, &CallDetails::changed);
}

void CallDetails::addField(QGridLayout* grid, int row, int column, const QString& label, QWidget* field, int span)
{
    auto* name = new TextLabel(label, TextStyle::caption, ColorRole::muted);
    name->setBuddy(field);
    field->setAccessibleName(label);
    grid->addWidget(name, row, column, 1, span);
    grid->addWidget(field, row + 1, column, 1, span);
}

void CallDetails::fillStaff(PersonId chosen)
{
    m_staff->clear();
    m_staff->addItem(tr("Not said"), qlonglong{0});
    for (int row = 0; row < m_people.rowCount(); ++row) {
        const actions::RosterRow& one = m_people.row(row);
        if (one.person.kind == PersonKind::staff && (one.current || one.person.id == chosen))
            m_staff->addItem(toQString(one.person.name), static_cast<qlonglong>(one.person.id.value));
    }
    int at = m_staff->findData(static_cast<qlonglong>(chosen.value));
    if (at < 0) {
        m_staff->addItem(m_people.nameOf(chosen).isEmpty() ? tr("Somebody") : m_people.nameOf(chosen),
                         static_cast<qlonglong>(chosen.value));
        at = m_staff->count() - 1;
    }
    m_staff->setCurrentIndex(at);
}

void CallDetails::setInput(const CallInput& input)
{
    const Conversation& call = input.conversation;
    fillStaff(call.staff);
    m_initiator->setCurrentIndex(m_initiator->findData(static_cast<int>(call.initiator)));
    m_mood->setCurrentIndex(m_mood->findData(static_cast<int>(call.mood)));
    m_consent->setCurrentIndex(m_consent->findData(static_cast<int>(call.quoteConsent)));
    m_convening->setText(input.convening);
    m_quote->setText(input.quote);
    setStaffProblem({});
}

void CallDetails::read(CallInput& input) const
{
    Conversation& call = input.conversation;
    call.staff = PersonId{m_staff->currentData().toLongLong()};
    call.initiator = static_cast<Initiator>(m_initiator->currentData().toInt());
    call.mood = static_cast<Mood>(m_mood->currentData().toInt());
    call.quoteConsent = static_cast<QuoteConsent>(m_consent->currentData().toInt());
    input.convening = m_convening->text();
    input.quote = m_quote->text();
}

void CallDetails::setStaffProblem(const QString& sentence)
{
    m_staffProblem->setText(sentence);
    m_staffProblem->setVisible(!sentence.isEmpty());
}

void CallDetails::focusStaff() { m_staff->setFocus(Qt::OtherFocusReason); }

} // namespace weavemap::ui
