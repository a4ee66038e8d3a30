// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QCompleter>
#include <QStandardItemModel>
#include <QString>

#include "core/weaving/PeopleIndex.h"
#include "ui/conversations/PersonChoice.h"

class QTextCursor;

namespace weavemap::ui {

/// Offers people behind an @ in a note: names that begin so, nicknames, near misses, and somebody new by the name as
/// typed. Where only near misses fit, none is chosen until the arrows choose it: Enter stays the end of the line.
class NoteCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit NoteCompleter(QObject* parent = nullptr);

    void setPeople(std::shared_ptr<const weaving::PeopleIndex> people) { m_people = std::move(people); }
    /// What stands muted behind the name of somebody in the file.
    void setDetails(std::function<QString(PersonId)> details) { m_details = std::move(details); }

    /// Makes the list for what stands before the cursor; whether there is anything to offer.
    bool offer(const QTextCursor& cursor);
    /// How many characters behind the @ the list is for.
    int typedLength() const { return static_cast<int>(m_typed.size()); }
    /// What the current line of the popup stands for; nobody where none is chosen.
    PersonChoice chosen() const;
    PersonChoice personAt(int row) const;

    QStringList splitPath(const QString& path) const override;

private:
    void add(const PersonChoice& person, const QString& shown, const QString& detail);

    std::shared_ptr<const weaving::PeopleIndex> m_people;
    std::function<QString(PersonId)> m_details;
    QString m_typed;
    QStandardItemModel m_list;
};

/// What has been typed behind the @ that the cursor is in the word of; a null string where it is in none.
QString typedMention(const QTextCursor& cursor);

} // namespace weavemap::ui
