// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ItemEntry.h"

#include <algorithm>
#include <vector>

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/actions/QuestionBank.h"
#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/PersonField.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

namespace {

QString promptOf(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::offer:
        return ItemEntry::tr("What they offer");
    case NoteItemKind::project:
        return ItemEntry::tr("What is under way");
    case NoteItemKind::barrier:
        return ItemEntry::tr("What keeps them from taking part");
    case NoteItemKind::introduction:
        return ItemEntry::tr("Why they should meet");
    case NoteItemKind::question:
        return ItemEntry::tr("What was asked");
    default:
        return ItemEntry::tr("What would help");
    }
}

/// What the field for somebody else asks for.
QString promptOfOther(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return ItemEntry::tr("Who met it");
    case NoteItemKind::introduction:
        return ItemEntry::tr("To whom");
    default:
        return ItemEntry::tr("With whom");
    }
}

/// What the field for whose it is asks for, where that is somebody else than the first of the call.
QString promptOfAbout(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return ItemEntry::tr("Whose need, if somebody else\u2019s");
    case NoteItemKind::offer:
        return ItemEntry::tr("Whose offer, if somebody else\u2019s");
    case NoteItemKind::introduction:
        return ItemEntry::tr("Who, if somebody else");
    default:
        return ItemEntry::tr("Whose, if somebody else\u2019s");
    }
}

std::vector<NoteItemState> statesOf(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return {NoteItemState::open, NoteItemState::met};
    case NoteItemKind::offer:
        return {NoteItemState::standing, NoteItemState::oneTime};
    case NoteItemKind::introduction:
        return {NoteItemState::asked, NoteItemState::made};
    default:
        return {};
    }
}

} // namespace

ItemEntry::ItemEntry(PeopleModel& people, const ItemInput& input)
    : EntryRow(itemIcon(input.stored.kind), itemRole(input.stored.kind)), m_given(input),
      m_about(new PersonField(people, promptOfAbout(input.stored.kind), PersonField::Unknown::offerNew)),
      m_other(new PersonField(people, promptOfOther(input.stored.kind), PersonField::Unknown::offerNew)),
      m_text(new QLineEdit(input.text)), m_topic(new QLineEdit(input.topic)), m_state(new QComboBox)
{
    const NoteItemKind kind = input.stored.kind;
    setObjectName(QStringLiteral("itemEntry"));
    m_text->setObjectName(QStringLiteral("itemText"));
    m_text->setPlaceholderText(promptOf(kind));
    m_text->setAccessibleName(promptOf(kind));
    m_topic->setObjectName(QStringLiteral("itemTopic"));
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setAccessibleName(tr("Topic"));
    m_state->setObjectName(QStringLiteral("itemState"));
    m_state->setAccessibleName(tr("State"));
    const auto states = statesOf(kind);
    for (const NoteItemState state : states)
        m_state->addItem(words(state), static_cast<int>(state));
    // What an import or another program left there stays.
    if (!states.empty() && m_state->findData(static_cast<int>(input.stored.state)) < 0)
        m_state->addItem(words(input.stored.state), static_cast<int>(input.stored.state));
    m_state->setCurrentIndex(std::max(0, m_state->findData(static_cast<int>(input.stored.state))));
    m_other->setObjectName(QStringLiteral("itemOther"));
    m_other->setPerson(input.other);
    m_about->setObjectName(QStringLiteral("itemAbout"));
    m_about->setPerson(input.about);
    // Whose a stored one is, is on record; a question is put to everybody.
    m_about->setVisible(!input.stored.id && kind != NoteItemKind::question);
    // An introduction begins with who it is to; who met a need comes after it.
    const bool introduction = kind == NoteItemKind::introduction;
    if (introduction)
        body()->addWidget(m_other);
    body()->addWidget(m_text);
    auto* second = new QHBoxLayout;
    second->setSpacing(space::k8);
    second->addWidget(m_topic, 1);
    second->addWidget(m_state);
    body()->addLayout(second);
    if (!introduction)
        body()->addWidget(m_other);
    body()->addWidget(m_about);
    // Of an introduction on the board that says it.
    m_state->setVisible(!states.empty() && !input.board);
    m_other->setVisible(hasOther());
    addLevel(input.stored.confidentiality);
    for (QLineEdit* field : {m_text, m_topic})
        connect(field, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_text, &QLineEdit::returnPressed, m_topic, [this] { m_topic->setFocus(Qt::TabFocusReason); });
    connect(m_topic, &QLineEdit::returnPressed, this, [this, introduction] {
        if (!introduction && hasOther() && !m_other->person().isSomebody())
            m_other->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT done();
    });
    connect(m_state, &QComboBox::activated, this, [this] {
        m_other->setVisible(hasOther());
        edited();
    });
    for (PersonField* field : {m_other, m_about})
        connect(field, &PersonField::edited, this, [this] { edited(); });
    connect(m_about, &QLineEdit::returnPressed, this, [this] {
        if (m_about->person().state != PersonChoice::State::typed)
            Q_EMIT done();
    });
    if (introduction)
        connect(m_other, &PersonField::personChosen, m_text, [this] {
            if (m_other->hasFocus())
                m_text->setFocus(Qt::TabFocusReason);
        });
    connect(m_other, &QLineEdit::returnPressed, this, [this, introduction] {
        if (m_other->person().state == PersonChoice::State::typed)
            return;
        if (introduction)
            m_text->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT done();
    });
}

void ItemEntry::setBank(const std::vector<weavemap::Question>& bank)
{
    if (m_given.stored.kind != NoteItemKind::question || m_given.stored.id)
        return;
    m_bank = bank;
    QStringList offered;
    for (const weavemap::Question& question : bank)
        if (!question.retired)
            offered << toQString(question.text);
    auto* completer = new QCompleter(offered, m_text);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_text->setCompleter(completer); // the one before goes
    const auto follow = [this] {
        const weavemap::Question* same = actions::findWording(m_bank, toUtf8(m_text->text()));
        m_given.bank = same ? same->id : QuestionId{};
        edited();
    };
    disconnect(m_text, &QLineEdit::textChanged, this, nullptr);
    connect(m_text, &QLineEdit::textChanged, this, follow);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ItemEntry::done,
            Qt::QueuedConnection); // once the words are in the field
}

ItemInput ItemEntry::input() const
{
    ItemInput item = m_given;
    item.text = m_text->text();
    item.topic = m_topic->text();
    item.stored.state = state();
    item.stored.confidentiality = level();
    item.other = hasOther() ? m_other->person() : PersonChoice{};
    item.about = m_about->person();
    return item;
}

NoteItemState ItemEntry::state() const
{
    return m_state->count() > 0 ? static_cast<NoteItemState>(m_state->currentData().toInt()) : m_given.stored.state;
}

bool ItemEntry::hasOther() const
{
    const NoteItemKind kind = m_given.stored.kind;
    return kind == NoteItemKind::introduction || (kind == NoteItemKind::need && state() == NoteItemState::met) ||
           (m_given.other.state != PersonChoice::State::none && state() == m_given.stored.state);
}

bool ItemEntry::isBlank() const { return input().isBlank(); }

bool ItemEntry::putBack()
{
    if (!m_given.stored.id)
        return false;
    m_text->setText(m_given.text);
    m_topic->setText(m_given.topic);
    m_other->setPerson(m_given.other);
    edited();
    return true;
}

QString ItemEntry::title() const
{
    const QString other = m_other->person().name;
    if (m_given.stored.kind == NoteItemKind::introduction && !other.isEmpty())
        return m_about->person().isSomebody() ? tr("Introduce %1 to %2").arg(m_about->person().name, other)
                                              : tr("Introduction to %1").arg(other);
    for (const QString& words : {m_text->text(), m_topic->text()})
        if (!words.trimmed().isEmpty())
            return words;
    return other;
}

QString ItemEntry::secondLine() const
{
    QStringList parts;
    const NoteItemKind kind = m_given.stored.kind;
    const QString other = hasOther() ? m_other->person().name : QString();
    if (kind == NoteItemKind::introduction && !other.isEmpty()) {
        parts << (m_given.board ? tr("On the board: %1").arg(words(*m_given.board).toLower()) : m_state->currentText());
        if (const QString why = m_text->text().trimmed(); !why.isEmpty())
            parts << why;
    } else if (m_state->count() > 0) {
        parts << tr("%1 %2").arg(m_state->currentText(), words(kind).toLower());
    } else {
        parts << (m_given.bank ? tr("Question of the bank") : words(kind));
    }
    if (kind == NoteItemKind::need && state() == NoteItemState::met && !other.isEmpty())
        parts << tr("by %1").arg(other);
    else if (kind != NoteItemKind::introduction && !other.isEmpty())
        parts << other;
    if (m_about->person().isSomebody() && kind != NoteItemKind::introduction)
        parts << m_about->person().name;
    for (const PersonChoice& person : m_given.inIt)
        parts << person.name;
    if (!m_topic->text().trimmed().isEmpty())
        parts << tr("topic: %1").arg(m_topic->text().trimmed());
    return parts.join(QStringLiteral(" \u00B7 "));
}

QWidget* ItemEntry::firstField() const
{
    const bool whom = m_given.stored.kind == NoteItemKind::introduction && !m_other->person().isSomebody();
    return whom ? static_cast<QWidget*>(m_other) : m_text;
}

} // namespace weavemap::ui
