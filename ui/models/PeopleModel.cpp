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
#include "ui/models/PeopleSort.h"
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

/// Views arrange themselves anew at each notice; so many at once are one notice that everything stands elsewhere.
constexpr std::size_t kMostRuns = 64;

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
    SortTexts texts;
    Load load;
    load.attributes = std::move(roster.attributes);
    load.rows.reserve(roster.rows.size());
    for (actions::RosterRow& row : roster.rows) {
        const auto colour = colours.find(row.person.region);
        auto made = std::make_unique<Row>();
        made->colour = colour == colours.end() ? -1 : colour->second;
        made->folded = foldedText(row);
        made->keys = sortKeys(row, texts);
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
    std::size_t old = 0;
    std::size_t fresh = 0;
    const auto idAt = [](const Rows& list, std::size_t at) {
        return at < list.size() ? list[at]->data.person.id.value : std::numeric_limits<std::int64_t>::max();
    };
    // Both lists are in order of id: walk them side by side, run by run.
    std::size_t runs = 0;
    for (int before = 0; old < m_rows.size() || fresh < rows.size();) {
        const auto was = idAt(m_rows, old), is = idAt(rows, fresh);
        const int now = was < is ? -1 : was > is ? 1 : 0;
        runs += now != 0 && now != before ? 1 : 0;
        before = now;
        old += now <= 0 ? 1 : 0;
        fresh += now >= 0 ? 1 : 0;
    }
    if (runs > kMostRuns) {
        replaceRows(std::move(rows));
        return;
    }
    old = fresh = 0;
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

void PeopleModel::replaceRows(Rows rows)
{
    Q_EMIT layoutAboutToBeChanged();
    // Who is selected, current or held elsewhere stays so, wherever they stand now.
    const QModelIndexList before = persistentIndexList();
    std::vector<PersonId> people;
    for (const QModelIndex& at : before)
        people.push_back(row(at.row()).person.id);
    m_rows = std::move(rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int now = rowOf(people[static_cast<std::size_t>(i)]);
        after.append(now < 0 ? QModelIndex() : index(now, before[i].column()));
    }
    changePersistentIndexList(before, after);
    countMembers();
    Q_EMIT layoutChanged();
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

QModelIndex PeopleModel::index(int row, int column, const QModelIndex& parent) const
{
    // Sorting asks for this hundreds of thousands of times.
    const bool isThere = !parent.isValid() && row >= 0 && column >= 0 && row < static_cast<int>(m_rows.size()) &&
                         column < kFixedColumns + static_cast<int>(m_attributes.size());
    return isThere ? createIndex(row, column) : QModelIndex();
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

int PeopleModel::compare(int left, int right, int column) const
{
    const Row& one = *m_rows[static_cast<std::size_t>(left)];
    const Row& other = *m_rows[static_cast<std::size_t>(right)];
    const auto key = sortKeyOf(column);
    if (!key) {
        const std::int64_t a = sortNumber(one.data, column), b = sortNumber(other.data, column);
        return a < b ? -1 : a > b ? 1 : 0;
    }
    const QString& a = one.keys[*key];
    const QString& b = other.keys[*key];
    return a.constData() == b.constData() ? 0 : a.compare(b);
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
        if (const auto key = sortKeyOf(index.column()))
            return row.keys[*key];
        return static_cast<qlonglong>(sortNumber(row.data, index.column()));
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
    if (extra >= m_attributes.size())
        return {};
    const QString name = toQString(m_attributes[extra].name);
    for (int column = 0; column < kFixedColumns; ++column)
        if (name.trimmed().compare(headerData(column, orientation).toString(), Qt::CaseInsensitive) == 0)
            return tr("%1, as in the list").arg(name);
    return name;
}

QString PeopleModel::columnKey(int column) const
{
    static const QStringList keys{QStringLiteral("name"),         QStringLiteral("region"), QStringLiteral("role"),
                                  QStringLiteral("organization"), QStringLiteral("level"),  QStringLiteral("ties"),
                                  QStringLiteral("lastHeard"),    QStringLiteral("kind"),   QStringLiteral("joined"),
                                  QStringLiteral("left"),         QStringLiteral("email"),  QStringLiteral("phone")};
    if (column < keys.size())
        return keys.value(column);
    const auto extra = static_cast<std::size_t>(column - kFixedColumns);
    return QStringLiteral("attribute:") +
           (extra < m_attributes.size() ? toQString(m_attributes[extra].name) : QString());
}

} // namespace weavemap::ui
