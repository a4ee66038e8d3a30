// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationRow.h"

#include <unordered_map>

#include <QCoreApplication>
#include <QStringList>

#include "ui/base/Convert.h"
#include "ui/widgets/FoldedFilterModel.h"

namespace weavemap::ui {

namespace {

constexpr qsizetype kFirstWords = 160;

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Conversations)
};

QString headingOf(Date date, Date today)
{
    const int age = daysBetween(date, today);
    if (age == 0)
        return T::tr("Today");
    if (age == 1)
        return T::tr("Yesterday");
    const QDate day = toQDate(date);
    return QLocale().toString(day, QStringLiteral("MMMM yyyy"));
}

QString firstWordsOf(const QString& text)
{
    // Only the beginning is looked at: a note may be a book.
    QString words = text.left(4 * kFirstWords).simplified();
    if (words.size() <= kFirstWords)
        return words;
    words.truncate(words.at(kFirstWords - 1).isHighSurrogate() ? kFirstWords - 1 : kFirstWords);
    return words;
}

} // namespace

bool mayRead(const Conversation& conversation, PersonId me)
{
    return conversation.confidentiality != Confidentiality::onlyMe || (me && conversation.staff == me);
}

Result<std::vector<ConversationRow>> readTimeline(store::Records& records, PersonId me, Date today)
{
    WEAVEMAP_ASSIGN(const auto conversations, records.conversations.all());
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    WEAVEMAP_ASSIGN(const auto items, records.conversations.items());
    std::unordered_map<PersonId, QString> names;
    names.reserve(people.size());
    for (const Person& person : people)
        names.emplace(person.id, toQString(person.name));
    std::unordered_map<ConversationId, QString> itemTexts;
    for (const NoteItem& item : items)
        itemTexts[item.conversation] +=
            QLatin1Char(' ') + toQString(item.text) + QLatin1Char(' ') + toQString(item.topic);

    std::vector<ConversationRow> rows;
    rows.reserve(conversations.size());
    for (const Conversation& conversation : conversations) {
        if (!mayRead(conversation, me))
            continue;
        ConversationRow row;
        row.id = conversation.id;
        row.when = conversation.when;
        row.kind = conversation.kind;
        row.staff = conversation.staff;
        row.participants = conversation.participants;
        row.confidentiality = conversation.confidentiality;
        row.reached = conversation.reached;
        row.minutes = conversation.minutes;
        QStringList who;
        for (const PersonId person : conversation.participants)
            if (const auto name = names.find(person); name != names.end())
                who << name->second;
        row.who = who.isEmpty() ? T::tr("Nobody in particular") : who.join(QStringLiteral(", "));
        const QString text = toQString(conversation.text);
        row.firstWords = firstWordsOf(text);
        row.heading = headingOf(conversation.when.localDate(), today);
        const QString all = QStringList{who.join(QLatin1Char(' ')), text, toQString(conversation.quote),
                                        toQString(conversation.convening), itemTexts[conversation.id]}
                                .join(QLatin1Char(' '));
        row.folded = QLatin1Char(' ') + FoldedFilterModel::foldedWords(all).join(QLatin1Char(' '));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace weavemap::ui
