// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ItemEntry.h"

#include <algorithm>
#include <initializer_list>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/base/Words.h"
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

} // namespace

ItemEntry::ItemEntry(const ItemInput& input, const QString& otherName)
    : EntryRow(itemIcon(input.stored.kind), itemRole(input.stored.kind)), m_given(input), m_other(otherName),
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
    const bool need = kind == NoteItemKind::need, offer = kind == NoteItemKind::offer;
    if (need)
        for (const NoteItemState state : {NoteItemState::open, NoteItemState::met})
            m_state->addItem(words(state), static_cast<int>(state));
    if (offer)
        for (const NoteItemState state : {NoteItemState::standing, NoteItemState::oneTime})
            m_state->addItem(words(state), static_cast<int>(state));
    // What an import or another program left there stays.
    if ((need || offer) && m_state->findData(static_cast<int>(input.stored.state)) < 0)
        m_state->addItem(words(input.stored.state), static_cast<int>(input.stored.state));
    m_state->setCurrentIndex(std::max(0, m_state->findData(static_cast<int>(input.stored.state))));
    m_state->setVisible(need || offer);
    body()->addWidget(m_text);
    auto* second = new QHBoxLayout;
    second->setSpacing(space::k8);
    second->addWidget(m_topic, 1);
    second->addWidget(m_state);
    body()->addLayout(second);
    for (QLineEdit* field : {m_text, m_topic})
        connect(field, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_text, &QLineEdit::returnPressed, m_topic, [this] { m_topic->setFocus(Qt::TabFocusReason); });
    connect(m_topic, &QLineEdit::returnPressed, this, &EntryRow::done);
    connect(m_state, &QComboBox::activated, this, [this] { edited(); });
}

ItemInput ItemEntry::input() const
{
    ItemInput item = m_given;
    item.text = m_text->text();
    item.topic = m_topic->text();
    if (m_state->count() > 0)
        item.stored.state = static_cast<NoteItemState>(m_state->currentData().toInt());
    return item;
}

bool ItemEntry::isBlank() const { return input().isBlank(); }

QString ItemEntry::title() const
{
    // An introduction may say all by who is introduced.
    for (const QString& words : {m_text->text(), m_topic->text()})
        if (!words.trimmed().isEmpty())
            return words;
    return m_other;
}

QString ItemEntry::secondLine() const
{
    QStringList parts;
    switch (m_given.stored.kind) {
    case NoteItemKind::need:
    case NoteItemKind::offer:
        parts << tr("%1 %2").arg(m_state->currentText(), words(m_given.stored.kind).toLower());
        break;
    default:
        parts << words(m_given.stored.kind);
        break;
    }
    if (!m_other.isEmpty())
        parts << m_other;
    if (!m_topic->text().trimmed().isEmpty())
        parts << tr("topic: %1").arg(m_topic->text().trimmed());
    return parts.join(QStringLiteral(" \u00B7 "));
}

QWidget* ItemEntry::firstField() const { return m_text; }

} // namespace weavemap::ui
