// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/ConversationsModel.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

/// The order of the timeline, which also tells rows apart.
bool before(const ConversationRow& left, const ConversationRow& right)
{
    return left.when.unixMs != right.when.unixMs ? left.when.unixMs > right.when.unixMs : left.id > right.id;
}

bool samePlace(const ConversationRow& left, const ConversationRow& right)
{
    return left.id == right.id && left.when.unixMs == right.when.unixMs;
}

} // namespace

ConversationsModel::ConversationsModel(Session& session, Jobs& jobs, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_jobs(jobs)
{
    connect(&session, &Session::opened, this, [this] {
        clear();
        reload();
    });
    connect(&session, &Session::closing, this, &ConversationsModel::clear);
    connect(&session, &Session::changed, this, &ConversationsModel::onChanged);
    connect(&session, &Session::meChanged, this, &ConversationsModel::reload);
    if (session.isOpen())
        reload();
}

int ConversationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.who;
    case kIdRole:
        return static_cast<qlonglong>(row.id.value);
    case kKindRole:
        return static_cast<int>(row.kind);
    case kHeadingRole:
        return row.heading;
    case kWordsRole:
        return row.firstWords;
    case kDateRole: {
        const Date today = m_session.today();
        const Date date = row.when.localDate();
        return daysBetween(date, today) <= 1 ? formatTime(row.when) : formatDate(date, DateStyle::dayShort, today);
    }
    case kConfidentialityRole:
        return static_cast<int>(row.confidentiality);
    case kReachedRole:
        return row.reached;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{row.who, words(row.kind), formatMoment(row.when, m_session.today())};
        if (!row.reached)
            parts << tr("not reached");
        if (row.confidentiality != Confidentiality::shareable)
            parts << words(row.confidentiality);
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

int ConversationsModel::rowOf(ConversationId id) const
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const ConversationRow& row) { return row.id == id; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

void ConversationsModel::clear()
{
    m_job.cancel();
    m_loaded = false;
    if (m_rows.empty())
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void ConversationsModel::onChanged(const store::ChangeSet& changes)
{
    using store::Table;
    if (followOne(changes))
        return;
    for (const Table table : {Table::conversation, Table::participant, Table::noteItem, Table::person})
        if (changes.touches(table)) {
            reload();
            return;
        }
}

bool ConversationsModel::followOne(const store::ChangeSet& changes)
{
    using store::Table;
    const auto touched = changes.rows(Table::conversation);
    const auto people = changes.rows(Table::person);
    // Somebody new is named in no other row; any other change of a person may be.
    const bool onlyNewPeople = std::all_of(people.begin(), people.end(), [](const store::ChangedRow& row) {
        return row.change == store::RowChange::inserted;
    });
    if (!m_loaded || m_job.isRunning() || touched.size() != 1 || !onlyNewPeople)
        return false;
    const ConversationId id{touched.front().id};
    auto row = readTimelineRow(m_session.records(), id, m_session.me(), m_session.today());
    if (!row)
        return false;
    int at = rowOf(id);
    if (at >= 0 && (!*row || !samePlace(m_rows[static_cast<std::size_t>(at)], **row))) {
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
        at = -1;
    }
    if (*row && at >= 0) {
        m_rows[static_cast<std::size_t>(at)] = std::move(**row);
        Q_EMIT dataChanged(index(at), index(at));
    } else if (*row) {
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), **row, before);
        at = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, at, at);
        m_rows.insert(place, std::move(**row));
        endInsertRows();
    }
    Q_EMIT refreshed();
    return true;
}

void ConversationsModel::reload()
{
    m_job.cancel();
    if (!m_session.isOpen())
        return;
    auto reader = m_session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_jobs.run<std::vector<ConversationRow>>(
        this,
        [shared, me = m_session.me(),
         today = m_session.today()](const RunContext&) -> Result<std::vector<ConversationRow>> {
            std::vector<ConversationRow> rows;
            WEAVEMAP_TRY(shared->snapshot([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(rows, readTimeline(records, me, today));
                return {};
            }));
            return rows;
        },
        [this](Result<std::vector<ConversationRow>> rows) {
            if (rows)
                adopt(std::move(*rows));
        });
}

void ConversationsModel::adopt(std::vector<ConversationRow> rows)
{
    std::unordered_map<ConversationId, std::int64_t> wanted;
    wanted.reserve(rows.size());
    for (const ConversationRow& row : rows)
        wanted.emplace(row.id, row.when.unixMs);
    const auto stays = [&wanted](const ConversationRow& row) {
        const auto at = wanted.find(row.id);
        return at != wanted.end() && at->second == row.when.unixMs;
    };
    // Whole stretches at once, from the end, so that taking an import back is one step for the views.
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (stays(m_rows[static_cast<std::size_t>(last)]))
            continue;
        int first = last;
        while (first > 0 && !stays(m_rows[static_cast<std::size_t>(first - 1)]))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
    std::stable_sort(rows.begin(), rows.end(), before);
    const int count = static_cast<int>(rows.size());
    for (int at = 0; at < count; ++at) {
        const auto here = static_cast<std::size_t>(at);
        if (here < m_rows.size() && samePlace(m_rows[here], rows[here])) {
            if (m_rows[here] != rows[here]) {
                m_rows[here] = std::move(rows[here]);
                Q_EMIT dataChanged(index(at), index(at));
            }
            continue;
        }
        int end = at + 1;
        while (end < count && (here >= m_rows.size() || before(rows[static_cast<std::size_t>(end)], m_rows[here])))
            ++end;
        beginInsertRows({}, at, end - 1);
        m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin() + at),
                      std::make_move_iterator(rows.begin() + end));
        endInsertRows();
        at = end - 1;
    }
    m_loaded = true;
    Q_EMIT refreshed();
}

} // namespace weavemap::ui
