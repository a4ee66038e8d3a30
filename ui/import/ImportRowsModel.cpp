// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/ImportRowsModel.h"

#include <algorithm>

#include <QRegularExpression>

#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Words.h"

namespace weavemap::ui {

using actions::RowFate;

namespace {

/// What a row tells of a person beyond the name, in the order of the page of a person.
QStringList factsOf(const exchange::ImportedPerson& person)
{
    QStringList facts;
    for (const std::string* text : {&person.organization, &person.role, &person.region})
        facts.append(toQString(*text).simplified());
    if (person.level != EngagementLevel::unknown)
        facts.append(words(person.level));
    if (person.joined)
        facts.append(ImportRowsModel::tr("joined %1").arg(formatDate(*person.joined, DateStyle::full)));
    for (const std::string* text : {&person.email, &person.phone, &person.contactPreference})
        facts.append(toQString(*text).simplified());
    facts.removeAll(QString());
    return facts;
}

/// What a row tells of a tie beyond its ends.
QStringList factsOf(const exchange::ImportedTie& tie)
{
    QStringList facts;
    if (tie.contact != TieContact::unknown)
        facts.append(words(tie.contact).toLower());
    if (tie.since)
        facts.append(ImportRowsModel::tr("since %1").arg(formatDate(*tie.since, DateStyle::full)));
    return facts;
}

/// The row of a line among rows in the order of their lines, as the file has them; null where there is none.
template <class Row>
const Row* rowAt(const std::vector<Row>& rows, std::size_t line)
{
    const auto found = std::lower_bound(rows.begin(), rows.end(), line,
                                        [](const Row& row, std::size_t wanted) { return row.line < wanted; });
    return found != rows.end() && found->line == line ? &*found : nullptr;
}

} // namespace

void ImportRowsModel::setSources(ImportSources sources)
{
    beginResetModel();
    m_sources = std::move(sources);
    m_notices.clear();
    if (m_sources)
        for (const ImportSource& source : *m_sources) {
            auto& notices = m_notices.emplace_back();
            for (const exchange::RowIssue& notice : source.plan.notices)
                notices.emplace(notice.line, &notice);
        }
    m_shown.clear();
    endResetModel();
    rebuild();
}

void ImportRowsModel::setFilter(Filter filter)
{
    m_filter = filter;
    rebuild();
}

bool ImportRowsModel::passes(const actions::ImportRow& row, Filter filter)
{
    switch (filter) {
    case Filter::all:
        return true;
    case Filter::added:
        return row.fate == RowFate::added;
    case Filter::matched:
        return row.fate == RowFate::matched || row.fate == RowFate::merged;
    case Filter::doubtful:
        return row.fate == RowFate::doubtful;
    case Filter::leftOut:
        return row.fate == RowFate::rejected || row.fate == RowFate::selfLoop;
    }
    return true;
}

void ImportRowsModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    if (m_sources)
        for (std::size_t source = 0; source < m_sources->size(); ++source) {
            const auto& rows = (*m_sources)[source].plan.rows;
            for (std::size_t row = 0; row < rows.size(); ++row)
                if (passes(rows[row], m_filter))
                    m_shown.push_back({static_cast<int>(source), static_cast<int>(row)});
        }
    endResetModel();
}

int ImportRowsModel::countOf(Filter filter) const
{
    int count = 0;
    if (m_sources)
        for (const ImportSource& source : *m_sources)
            for (const actions::ImportRow& row : source.plan.rows)
                count += passes(row, filter) ? 1 : 0;
    return count;
}

const actions::ImportRow& ImportRowsModel::row(int row) const
{
    const Shown& at = m_shown[static_cast<std::size_t>(row)];
    return (*m_sources)[static_cast<std::size_t>(at.source)].plan.rows[static_cast<std::size_t>(at.row)];
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportRowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QString ImportRowsModel::fateWords(RowFate fate)
{
    switch (fate) {
    case RowFate::added:
        return tr("New");
    case RowFate::matched:
        return tr("Here already");
    case RowFate::merged:
        return tr("Joined with an earlier row");
    case RowFate::doubtful:
        return tr("New, but looks like someone");
    case RowFate::selfLoop:
        return tr("Left out");
    case RowFate::rejected:
        return tr("Left out");
    }
    return {};
}

bool ImportRowsModel::hasRow(const actions::ImportPlan& plan, std::size_t line)
{
    const auto found =
        std::lower_bound(plan.rows.begin(), plan.rows.end(), line,
                         [](const actions::ImportRow& row, std::size_t wanted) { return row.line < wanted; });
    return found != plan.rows.end() && found->line == line;
}

QString ImportRowsModel::doubtWords(const actions::ImportRow& row)
{
    // Whom it may be: "Ana Ruiz (224620078694697416)"; the number is for the terminal.
    static const QRegularExpression kNumber(QStringLiteral("\\s*\\(\\d+\\)$"));
    QStringList names;
    for (std::size_t i = 1; row.reason && i < row.reason->args.size(); ++i)
        names.append(toQString(row.reason->args[i]).remove(kNumber).simplified());
    if (names.isEmpty())
        return tr("It may be somebody who is here already.");
    return names.size() == 1 ? tr("It may be %1, who is here already.").arg(names.front())
                             : tr("It may be one of these, who are here already: %1.").arg(names.join(tr(", ")));
}

bool ImportRowsModel::saysAnything() const
{
    const auto says = [](const auto& row) { return !factsOf(row).isEmpty(); };
    return m_sources && std::any_of(m_sources->begin(), m_sources->end(), [&says](const ImportSource& source) {
               const exchange::ImportedNetwork& network = source.network;
               return std::any_of(network.people.begin(), network.people.end(), says) ||
                      std::any_of(network.ties.begin(), network.ties.end(), says);
           });
}

QString ImportRowsModel::says(const Shown& at) const
{
    const ImportSource& source = (*m_sources)[static_cast<std::size_t>(at.source)];
    const actions::ImportRow& entry = source.plan.rows[static_cast<std::size_t>(at.row)];
    QStringList facts;
    if (entry.what == actions::ImportRow::What::tie) {
        if (const auto* tie = rowAt(source.network.ties, entry.line))
            facts = factsOf(*tie);
    } else if (const auto* person = rowAt(source.network.people, entry.line)) {
        facts = factsOf(*person);
    }
    return facts.join(tr(" · "));
}

QString ImportRowsModel::why(const Shown& at) const
{
    const actions::ImportPlan& plan = (*m_sources)[static_cast<std::size_t>(at.source)].plan;
    const actions::ImportRow& entry = plan.rows[static_cast<std::size_t>(at.row)];
    QStringList sentences;
    if (entry.fate == RowFate::selfLoop)
        sentences.append(tr("A tie of a person with themselves is not stored."));
    if (entry.fate == RowFate::doubtful)
        sentences.append(doubtWords(entry));
    else if (entry.reason)
        sentences.append(rowSentence(*entry.reason, entry.fate == RowFate::rejected));
    for (const auto& [written, name] : entry.takenFor)
        sentences.append(takenForSentence(written, name));
    const auto [from, to] = m_notices[static_cast<std::size_t>(at.source)].equal_range(entry.line);
    for (auto notice = from; notice != to; ++notice)
        sentences.append(rowSentence(notice->second->reason, false));
    return sentences.join(QLatin1Char(' '));
}

QVariant ImportRowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const actions::ImportRow& entry = row(index.row());
    if (role == Qt::ForegroundRole && index.column() == kFate) {
        const bool out = entry.fate == RowFate::rejected || entry.fate == RowFate::selfLoop;
        return currentTheme().color(out                               ? ColorRole::danger
                                    : entry.fate == RowFate::doubtful ? ColorRole::warning
                                                                      : ColorRole::muted);
    }
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == kLine ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case kLine:
        return formatCount(static_cast<qint64>(entry.line));
    case kFate:
        return fateWords(entry.fate);
    case kText: {
        const QString text = toQString(entry.text).simplified();
        const QString other = toQString(entry.other).simplified();
        if (entry.what != actions::ImportRow::What::tie || (text.isEmpty() && other.isEmpty()))
            return text;
        // A row that was left out may name one end only.
        const QString nobody = tr("nobody");
        return tr("%1 – %2").arg(text.isEmpty() ? nobody : text, other.isEmpty() ? nobody : other);
    }
    case kSays:
        return says(m_shown[static_cast<std::size_t>(index.row())]);
    case kWhy:
        return why(m_shown[static_cast<std::size_t>(index.row())]);
    default:
        return {};
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == kLine)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kLine:
        return tr("Line");
    case kFate:
        return tr("What happens");
    case kText:
        return tr("Who");
    case kSays:
        return tr("What is said");
    case kWhy:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace weavemap::ui
