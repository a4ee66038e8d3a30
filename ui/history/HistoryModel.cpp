// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryModel.h"

#include <algorithm>

#include <QPointer>

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
        [self = QPointer<HistoryModel>(this), file = m_files](Result<std::vector<store::HistoryStep>> steps) {
            if (self && steps && file == self->m_files)
                self->adopt(std::move(*steps));
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

int HistoryModel::stepsTo(int row) const
{
    using State = store::HistoryStep::State;
    if (row < 0 || row >= rowCount())
        return 0;
    // Undone steps stand in front, the newest first.
    const State state = m_steps[static_cast<std::size_t>(row)].state;
    const auto isSo = [state](const store::HistoryStep& step) { return step.state == state; };
    if (state == State::done)
        return static_cast<int>(std::count_if(m_steps.begin(), m_steps.begin() + row + 1, isSo));
    if (state == State::undone)
        return -static_cast<int>(std::count_if(m_steps.begin() + row, m_steps.end(), isSo));
    return 0;
}

int HistoryModel::reversible() const
{
    return static_cast<int>(std::count_if(m_steps.begin(), m_steps.end(), [](const store::HistoryStep& step) {
        return step.state != store::HistoryStep::State::kept;
    }));
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
        QStringList words{toQString(step.label), formatDate(step.when.localDate(), DateStyle::full) + QLatin1Char(' ') +
                                                     formatTime(step.when)};
        if (!step.author.empty())
            words.append(toQString(step.author));
        if (step.state == store::HistoryStep::State::undone)
            words.append(tr("undone"));
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace weavemap::ui
