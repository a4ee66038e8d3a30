// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PeopleModel.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

#include <QDate>

#include "core/actions/Colours.h"
#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

QString foldedText(const actions::RosterRow& row)
{
    std::string all;
    const Person& person = row.person;
    for (const std::string* part : {&person.name, &person.region, &person.role, &row.organization, &person.email,
                                    &person.phone, &person.sourceId})
        all += *part + '\n';
    for (const std::string& value : row.values)
        all += value + '\n';
    return toQString(foldForSearch(all));
}

/// "Ana María Ruiz" as "ruiz ana maria".
QString sortName(const std::string& name)
{
    const QString folded = toQString(foldForSearch(name)).simplified();
    const auto last = folded.lastIndexOf(QLatin1Char(' '));
    return last < 0 ? folded : QString(folded.mid(last + 1) + QLatin1Char(' ') + folded.left(last));
}

std::optional<Date> heardDate(const actions::RosterRow& row)
{
    return row.lastHeard ? std::optional(row.lastHeard->localDate()) : std::nullopt;
}

} // namespace

bool PeopleModel::Row::operator==(const Row& other) const
{
    return colour == other.colour && data.person == other.data.person && data.organization == other.data.organization &&
           data.ties == other.data.ties && data.lastHeard == other.data.lastHeard &&
           data.conversations == other.data.conversations && data.attempts == other.data.attempts &&
           data.current == other.data.current && data.heardFrom == other.data.heardFrom &&
           data.values == other.data.values;
}

PeopleModel::PeopleModel(Session& session, Jobs& jobs, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_jobs(jobs)
{
    connect(&session, &Session::opened, this, [this] {
        clear();
        reload();
    });
    connect(&session, &Session::closing, this, [this] {
        m_job.cancel();
        clear();
    });
    connect(&session, &Session::changed, this, &PeopleModel::onChanged);
}

void PeopleModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_attributes.clear();
    m_folded.clear();
    m_currentMembers = m_heardMembers = 0;
    m_loaded = false;
    m_again = false;
    endResetModel();
}

void PeopleModel::onChanged(const store::ChangeSet& changes)
{
    using store::Table;
    for (const Table table : {Table::person, Table::organization, Table::attribute, Table::attributeValue, Table::tie,
                              Table::conversation, Table::participant, Table::fact})
        if (changes.touches(table)) {
            reload();
            return;
        }
}

void PeopleModel::reload()
{
    // One read at a time; a change meanwhile asks for another right after it.
    if (m_job.isRunning()) {
        m_again = true;
        return;
    }
    auto reader = m_session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_jobs.run<Load>(
        this,
        [shared, on = m_session.today()](const RunContext&) {
            Result<Load> load = Load{};
            const auto read = shared->snapshot([&](store::Records& records) -> Result<> {
                load = PeopleModel::read(records, on);
                return {};
            });
            return read ? std::move(load) : Result<Load>(fail(read.error()));
        },
        [this](Result<Load> load) {
            if (load)
                adopt(std::move(*load));
            if (std::exchange(m_again, false))
                reload();
        });
}

Result<PeopleModel::Load> PeopleModel::read(store::Records& records, Date on)
{
    WEAVEMAP_ASSIGN(actions::Roster roster, actions::readRoster(records, on));
    WEAVEMAP_ASSIGN(const auto known, records.views.facts("colour:region:"));
    std::unordered_map<std::string, std::size_t> counts;
    for (const actions::RosterRow& row : roster.rows)
        if (!row.person.region.empty())
            ++counts[row.person.region];
    std::unordered_map<std::string, int> colours;
    for (const auto& value : actions::assignColours({counts.begin(), counts.end()}, known, "region"))
        colours[value.value] = value.colour == actions::kOtherColour ? -1 : value.colour;
    Load load;
    load.attributes = std::move(roster.attributes);
    load.rows.reserve(roster.rows.size());
    for (actions::RosterRow& row : roster.rows) {
        const auto colour = colours.find(row.person.region);
        auto made = std::make_unique<Row>();
        made->colour = colour == colours.end() ? -1 : colour->second;
        made->folded = foldedText(row);
        made->sortName = sortName(row.person.name);
        made->data = std::move(row);
        load.rows.push_back(std::move(made));
    }
    return load;
}

void PeopleModel::adopt(Load load)
{
    if (!m_loaded || load.attributes != m_attributes) {
        // Other columns: everything is another table.
        beginResetModel();
        m_attributes = std::move(load.attributes);
        m_rows = std::move(load.rows);
        m_loaded = true;
        countMembers();
        endResetModel();
    } else {
        adoptRows(std::move(load.rows));
    }
    Q_EMIT refreshed();
}

void PeopleModel::adoptRows(Rows rows)
{
    // Both lists are in order of id: walk them side by side, run by run.
    std::size_t old = 0;
    std::size_t fresh = 0;
    const auto idAt = [](const Rows& list, std::size_t at) {
        return at < list.size() ? list[at]->data.person.id.value : std::numeric_limits<std::int64_t>::max();
    };
    while (old < m_rows.size() || fresh < rows.size()) {
        const auto first = static_cast<int>(old);
        const auto at = m_rows.begin() + static_cast<std::ptrdiff_t>(old);
        if (idAt(m_rows, old) < idAt(rows, fresh)) {
            std::size_t end = old;
            while (idAt(m_rows, end) < idAt(rows, fresh))
                ++end;
            beginRemoveRows({}, first, static_cast<int>(end) - 1);
            m_rows.erase(at, m_rows.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
        } else if (idAt(rows, fresh) < idAt(m_rows, old)) {
            std::size_t end = fresh;
            while (idAt(rows, end) < idAt(m_rows, old))
                ++end;
            const auto count = end - fresh;
            beginInsertRows({}, first, first + static_cast<int>(count) - 1);
            const auto from = std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(fresh));
            m_rows.insert(at, from, from + static_cast<std::ptrdiff_t>(count));
            endInsertRows();
            old += count;
            fresh = end;
        } else {
            // One notice for all that changed up to the next row that comes or goes: thousands of notices would each
            // sort the table anew.
            int firstChanged = -1, lastChanged = -1;
            for (; old < m_rows.size() && idAt(m_rows, old) == idAt(rows, fresh); ++old, ++fresh) {
                if (*m_rows[old] == *rows[fresh])
                    continue;
                m_rows[old] = std::move(rows[fresh]);
                lastChanged = static_cast<int>(old);
                firstChanged = firstChanged < 0 ? lastChanged : firstChanged;
            }
            if (firstChanged >= 0)
                Q_EMIT dataChanged(index(firstChanged, 0), index(lastChanged, columnCount() - 1));
        }
    }
    countMembers();
}

void PeopleModel::countMembers()
{
    m_currentMembers = m_heardMembers = 0;
    for (const auto& row : m_rows) {
        if (row->data.current && row->data.person.kind == PersonKind::member) {
            ++m_currentMembers;
            m_heardMembers += row->data.heardFrom ? 1 : 0;
        }
    }
}

int PeopleModel::rowOf(PersonId id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                        [](const auto& row, PersonId wanted) { return row->data.person.id < wanted; });
    return found == m_rows.end() || (*found)->data.person.id != id ? -1 : static_cast<int>(found - m_rows.begin());
}

const actions::RosterRow* PeopleModel::find(PersonId id) const
{
    const int at = rowOf(id);
    return at < 0 ? nullptr : &row(at);
}

QString PeopleModel::nameOf(PersonId id) const
{
    const auto* found = find(id);
    return found ? toQString(found->person.name) : QString();
}

int PeopleModel::colourOf(PersonId id) const
{
    const int at = rowOf(id);
    return at < 0 ? -1 : m_rows[static_cast<std::size_t>(at)]->colour;
}

bool PeopleModel::isHeardFrom(PersonId id) const
{
    const auto* found = find(id);
    return found && found->heardFrom;
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kFixedColumns + static_cast<int>(m_attributes.size());
}

QVariant PeopleModel::text(const Row& row, int column) const
{
    const Person& person = row.data.person;
    const auto dated = [](const std::optional<Date>& date) {
        return date ? formatDate(*date, DateStyle::table) : QString();
    };
    switch (column) {
    case kName:
        return toQString(person.name);
    case kRegion:
        return toQString(person.region);
    case kRole:
        return toQString(person.role);
    case kOrganization:
        return toQString(row.data.organization);
    case kLevel:
        return person.level == EngagementLevel::unknown ? QString() : words(person.level);
    case kTies:
        return row.data.ties;
    case kLastHeard:
        return row.data.lastHeard ? dated(heardDate(row.data)) : tr("never");
    case kKind:
        return words(person.kind);
    case kJoined:
        return dated(person.joined);
    case kLeft:
        return dated(person.left ? person.left : person.archived);
    case kEmail:
        return toQString(person.email);
    case kPhone:
        return toQString(person.phone);
    default:
        break;
    }
    const auto extra = static_cast<std::size_t>(column - kFixedColumns);
    return extra < row.data.values.size() ? toQString(row.data.values[extra]) : QString();
}

QString PeopleModel::who(const Row& row) const
{
    const Person& person = row.data.person;
    QStringList at{toQString(person.role), toQString(row.data.organization)};
    at.removeAll(QString());
    QStringList parts{at.join(QStringLiteral(", ")), toQString(person.region)};
    if (person.kind != PersonKind::member)
        parts.append(words(person.kind));
    if (!row.data.current)
        parts.append(person.archived ? tr("archived") : tr("not here any more"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00B7 "));
}

QVariant PeopleModel::sortKey(const Row& row, int column) const
{
    const Person& person = row.data.person;
    const auto day = [](const std::optional<Date>& date) { return date ? date->days() : -1'000'000; };
    switch (column) {
    case kName:
        return row.sortName;
    case kLevel:
        return static_cast<int>(person.level);
    case kTies:
        return row.data.ties;
    case kLastHeard:
        return day(heardDate(row.data));
    case kJoined:
        return day(person.joined);
    case kLeft:
        return day(person.left ? person.left : person.archived);
    default:
        return folded(text(row, column).toString());
    }
}

QString PeopleModel::folded(const QString& text) const
{
    auto found = m_folded.find(text);
    if (found == m_folded.end())
        found = m_folded.insert(text, toQString(foldForSearch(toUtf8(text))));
    return *found;
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = *m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == kTies ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == kName ? QVariant() : text(row, index.column());
    case kIdRole:
        return static_cast<qlonglong>(row.data.person.id.value);
    case kColourRole:
        return row.colour;
    case kHeardRole:
        return row.data.heardFrom;
    case kSortRole:
        return sortKey(row, index.column());
    case kFoldedRole:
        return row.folded;
    case kCurrentRole:
        return row.data.current;
    case kWhoRole:
        return who(row);
    case kKindRole:
        return static_cast<int>(row.data.person.kind);
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == kTies ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kName:
        return tr("Name");
    case kRegion:
        return tr("Region");
    case kRole:
        return tr("Role");
    case kOrganization:
        return tr("Organization");
    case kLevel:
        return tr("Level");
    case kTies:
        return tr("Ties");
    case kLastHeard:
        return tr("Last heard");
    case kKind:
        return tr("Kind");
    case kJoined:
        return tr("Joined");
    case kLeft:
        return tr("Left");
    case kEmail:
        return tr("E-mail");
    case kPhone:
        return tr("Phone");
    default:
        break;
    }
    const auto extra = static_cast<std::size_t>(section - kFixedColumns);
    return extra < m_attributes.size() ? toQString(m_attributes[extra].name) : QString();
}

QString PeopleModel::columnKey(int column) const
{
    static const QStringList keys{QStringLiteral("name"),         QStringLiteral("region"), QStringLiteral("role"),
                                  QStringLiteral("organization"), QStringLiteral("level"),  QStringLiteral("ties"),
                                  QStringLiteral("lastHeard"),    QStringLiteral("kind"),   QStringLiteral("joined"),
                                  QStringLiteral("left"),         QStringLiteral("email"),  QStringLiteral("phone")};
    if (column < keys.size())
        return keys.value(column);
    return QStringLiteral("attribute:") + headerData(column, Qt::Horizontal).toString();
}

} // namespace weavemap::ui
