// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteCompleter.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QTextBlock>
#include <QTextCursor>

#include "ui/base/Convert.h"
#include "ui/widgets/PersonDelegate.h"

namespace weavemap::ui {

namespace {

constexpr int kStateRole = Qt::UserRole + 1, kIdRole = Qt::UserRole + 2, kNameRole = Qt::UserRole + 3,
              kDetailRole = Qt::UserRole + 4;
constexpr std::size_t kMostOffers = 8;
constexpr int kLongestTyped = 60;
constexpr qsizetype kMostWords = 5;
/// Completions further than this are near misses (`PeopleIndex::complete`).
constexpr int kBegins = 10;

bool isNamePart(QChar letter)
{
    return letter.isLetter() || letter.isMark() || letter.isSurrogate() || letter == QLatin1Char(' ') ||
           letter == QLatin1Char('-') || letter == QLatin1Char('\'') || letter == QChar(0x2019);
}

bool looksLikeName(const QString& typed)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return typed.size() >= 2 && std::all_of(words.begin(), words.end(), [](const QString& word) {
               return word.front().isUpper() || !word.front().isLower();
           });
}

} // namespace

QString typedMention(const QTextCursor& cursor)
{
    if (cursor.hasSelection())
        return {};
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const auto sign = before.lastIndexOf(QLatin1Char('@'));
    if (sign < 0 || (sign > 0 && before[sign - 1].isLetterOrNumber()))
        return {};
    const QString typed = before.mid(sign + 1);
    const bool isName = std::all_of(typed.begin(), typed.end(), isNamePart);
    if (!isName || typed.size() > kLongestTyped || typed.startsWith(QLatin1Char(' ')) ||
        typed.contains(QLatin1String("  ")) || typed.count(QLatin1Char(' ')) >= kMostWords)
        return {};
    return typed.isNull() ? QStringLiteral("") : typed;
}

NoteCompleter::NoteCompleter(QObject* parent) : QCompleter(parent), m_list(0, 1)
{
    setModel(&m_list);
    setCompletionRole(kNameRole);
    // The list is made for what was typed; nothing of it is to be filtered.
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setMaxVisibleItems(static_cast<int>(kMostOffers) + 1);
    popup()->setObjectName(QStringLiteral("noteCompleterPopup"));
    popup()->setAccessibleName(tr("People"));
    popup()->setItemDelegate(new PersonDelegate(kDetailRole, popup()));
}

QStringList NoteCompleter::splitPath(const QString&) const { return {QString()}; }

void NoteCompleter::add(const PersonChoice& person, const QString& shown, const QString& detail)
{
    auto* item = new QStandardItem(shown);
    item->setData(static_cast<int>(person.state), kStateRole);
    item->setData(static_cast<qlonglong>(person.id.value), kIdRole);
    item->setData(person.name, kNameRole);
    item->setData(detail, kDetailRole);
    item->setData(detail.isEmpty() ? shown : QStringLiteral("%1, %2").arg(shown, detail), Qt::AccessibleTextRole);
    m_list.appendRow(item);
}

bool NoteCompleter::offer(const QTextCursor& cursor)
{
    m_list.removeRows(0, m_list.rowCount());
    m_typed = typedMention(cursor);
    const QString name = m_typed.trimmed();
    if (!m_people || name.isEmpty())
        return false;
    const std::string typed = toUtf8(name);
    const bool severalWords = m_typed.contains(QLatin1Char(' '));
    const auto found = m_people->complete(typed, kMostOffers);
    const bool begins = !found.empty() && found.front().distance < kBegins;
    // Behind the first word every other one may be the sentence that goes on.
    for (const weaving::Completion& one : found) {
        if (severalWords && one.distance >= kBegins)
            break;
        const weaving::KnownName& person = m_people->at(m_people->placeOf(one.id));
        const QString full = toQString(person.name);
        add(one.id ? PersonChoice::known(one.id, full) : PersonChoice::added(full), full,
            one.id && m_details ? m_details(one.id) : tr("new member"));
    }
    const bool isWhole =
        m_list.rowCount() == 1 && begins && weaving::foldedName(typed) == weaving::foldedName(toUtf8(personAt(0).name));
    if (isWhole) {
        m_list.removeRows(0, 1);
        return false;
    }
    if (m_people->called(weaving::foldedName(typed)).empty() && (!severalWords || (looksLikeName(name) && !begins)))
        add(PersonChoice::added(name), tr("New person \u201C%1\u201D").arg(name), {});
    if (m_list.rowCount() == 0)
        return false;
    setCompletionPrefix(m_typed);
    popup()->setCurrentIndex(begins ? completionModel()->index(0, 0) : QModelIndex());
    return true;
}

PersonChoice NoteCompleter::chosen() const
{
    const QModelIndex at = popup()->currentIndex();
    return at.isValid() ? personAt(at.row()) : PersonChoice{};
}

PersonChoice NoteCompleter::personAt(int row) const
{
    const QModelIndex at = m_list.index(row, 0);
    PersonChoice person;
    person.state = static_cast<PersonChoice::State>(at.data(kStateRole).toInt());
    person.id = PersonId{at.data(kIdRole).toLongLong()};
    person.name = at.data(kNameRole).toString();
    return person;
}

} // namespace weavemap::ui
