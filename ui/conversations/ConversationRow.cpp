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
    return store::Audience::office(me).mayRead(conversation);
}

namespace {

ConversationRow makeRow(const Conversation& conversation, const QStringList& who, const QString& itemTexts, Date today)
{
    ConversationRow row;
    row.id = conversation.id;
    row.when = conversation.when;
    row.kind = conversation.kind;
    row.staff = conversation.staff;
    row.participants = conversation.participants;
    row.confidentiality = conversation.confidentiality;
    row.reached = conversation.reached;
    row.minutes = conversation.minutes;
    row.who = who.isEmpty() ? T::tr("Nobody in particular") : who.join(QStringLiteral(", "));
    const QString text = toQString(conversation.text);
    row.firstWords = firstWordsOf(text);
    row.heading = headingOf(conversation.when.localDate(), today);
    const QString all = QStringList{who.join(QLatin1Char(' ')), text, toQString(conversation.quote),
                                    toQString(conversation.convening), itemTexts}
                            .join(QLatin1Char(' '));
    row.folded = QLatin1Char(' ') + FoldedFilterModel::foldedWords(all).join(QLatin1Char(' '));
    return row;
}

/// `other`: who met it, or to whom the introduction is.
QString textsOf(const NoteItem& item, const QString& other)
{
    return QLatin1Char(' ') + QStringList{toQString(item.text), toQString(item.topic), other}.join(QLatin1Char(' '));
}

} // namespace

Result<std::vector<ConversationRow>> readTimeline(store::Records& records, PersonId me, Date today)
{
    WEAVEMAP_ASSIGN(const auto conversations, records.conversations.all());
    WEAVEMAP_ASSIGN(const auto people, records.people.all());
    WEAVEMAP_ASSIGN(const auto items, store::AudienceRecords(records, store::Audience::office(me)).items());
    std::unordered_map<PersonId, QString> names;
    names.reserve(people.size());
    for (const Person& person : people)
        names.emplace(person.id, toQString(person.name));
    std::unordered_map<ConversationId, QString> itemTexts;
    for (const NoteItem& item : items) {
        const auto other = names.find(item.other);
        itemTexts[item.conversation] += textsOf(item, other == names.end() ? QString() : other->second);
    }

    std::vector<ConversationRow> rows;
    rows.reserve(conversations.size());
    for (const Conversation& conversation : conversations) {
        if (!mayRead(conversation, me))
            continue;
        QStringList who;
        for (const PersonId person : conversation.participants)
            if (const auto name = names.find(person); name != names.end())
                who << name->second;
        rows.push_back(makeRow(conversation, who, itemTexts[conversation.id], today));
    }
    return rows;
}

Result<std::optional<ConversationRow>> readTimelineRow(store::Records& records, ConversationId id, PersonId me,
                                                       Date today)
{
    WEAVEMAP_ASSIGN(const auto conversation, records.conversations.find(id));
    if (!conversation || !mayRead(*conversation, me))
        return std::nullopt;
    QStringList who;
    for (const PersonId participant : conversation->participants) {
        WEAVEMAP_ASSIGN(const auto person, records.people.find(participant));
        if (person)
            who << toQString(person->name);
    }
    WEAVEMAP_ASSIGN(const auto items, store::AudienceRecords(records, store::Audience::office(me)).items(id));
    QString texts;
    for (const NoteItem& item : items) {
        WEAVEMAP_ASSIGN(const auto other, records.people.find(item.other));
        texts += textsOf(item, other ? toQString(other->name) : QString());
    }
    return makeRow(*conversation, who, texts, today);
}

} // namespace weavemap::ui
