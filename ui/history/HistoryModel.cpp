// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryModel.h"

#include "ui/base/Convert.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

bool sameStep(const store::HistoryStep& a, const store::HistoryStep& b)
{
    return a.number == b.number && a.label == b.label && a.state == b.state && a.author == b.author &&
           a.rows == b.rows && a.when == b.when;
}

} // namespace

HistoryModel::HistoryModel(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::opened, this, &HistoryModel::refresh);
    connect(&session, &Session::changed, this, &HistoryModel::refresh);
    connect(&session, &Session::closed, this, [this] {
        ++m_files;
        beginResetModel();
        m_steps.clear();
        endResetModel();
    });
}

void HistoryModel::refresh()
{
    m_session.request<std::vector<store::HistoryStep>>(
        [](store::Workspace& workspace) { return workspace.history(); },
        [this, file = m_files](Result<std::vector<store::HistoryStep>> steps) {
            if (steps && file == m_files)
                adopt(std::move(*steps));
        });
}

void HistoryModel::adopt(std::vector<store::HistoryStep> steps)
{
    // Numbers fall from the first row on. New steps come in front; after an undo and another change some in front go.
    std::size_t gone = 0;
    while (gone < m_steps.size()) {
        bool kept = false;
        for (const auto& step : steps)
            kept = kept || step.number == m_steps[gone].number;
        if (kept)
            break;
        ++gone;
    }
    if (gone > 0) {
        beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
        m_steps.erase(m_steps.begin(), m_steps.begin() + static_cast<std::ptrdiff_t>(gone));
        endRemoveRows();
    }
    std::size_t fresh = 0;
    while (fresh < steps.size() && (m_steps.empty() || steps[fresh].number != m_steps.front().number))
        ++fresh;
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        m_steps.insert(m_steps.begin(), steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(fresh));
        endInsertRows();
    }
    if (m_steps.size() > steps.size()) {
        beginRemoveRows({}, static_cast<int>(steps.size()), static_cast<int>(m_steps.size()) - 1);
        m_steps.resize(steps.size());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (sameStep(m_steps[i], steps[i]))
            continue;
        m_steps[i] = steps[i];
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& step = m_steps[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(step.label);
    case kWhenRole:
        return formatTime(step.when);
    case kDayRole: {
        const Date day = step.when.localDate();
        const bool first =
            index.row() == 0 || m_steps[static_cast<std::size_t>(index.row()) - 1].when.localDate() != day;
        return first ? formatDate(day, DateStyle::full) : QString();
    }
    case kAuthorRole:
        return toQString(step.author);
    case kStateRole:
        return static_cast<int>(step.state);
    case kRowsRole:
        return static_cast<int>(step.rows);
    case Qt::AccessibleTextRole: {
        const QString when =
            formatDate(step.when.localDate(), DateStyle::full) + QLatin1Char(' ') + formatTime(step.when);
        return QStringLiteral("%1, %2, %3").arg(toQString(step.label), when, toQString(step.author));
    }
    default:
        return {};
    }
}

} // namespace weavemap::ui
