// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/QuestionsModel.h"

#include <algorithm>
#include <utility>

#include "ui/base/Convert.h"
#include "ui/base/QuestionWords.h"

namespace weavemap::ui {

namespace {
constexpr int kGroups = static_cast<int>(QuestionGroup::close) + 1;
}

bool QuestionsModel::Line::isSameLine(const Line& other) const
{
    if (question.has_value() != other.question.has_value())
        return false;
    return question ? question->question.id == other.question->question.id : group == other.group;
}

int QuestionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags QuestionsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return at(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemNeverHasChildren;
}

QVariant QuestionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == kGroupRole)
        return line.isFirst ? words(line.group) : QString();
    if (!line.question) {
        if (role == Qt::DisplayRole)
            return tr("No question here.");
        return role == Qt::AccessibleTextRole ? tr("%1: no question here").arg(words(line.group)) : QVariant();
    }
    const weavemap::Question& question = line.question->question;
    const QString asked = lastAskedText(line.question->last, m_today);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return toQString(question.text);
    case kAskedRole:
        return line.question->calls > 0
                   ? QStringLiteral("%1 \u00B7 %2").arg(asked, timesText(line.question->calls))
                   : asked;
    case kFillsRole:
        return words(question.fills);
    case kSuitsRole:
        return question.level == EngagementLevel::unknown ? QString() : suitsWords(question.level);
    case kRetiredRole:
        return question.retired;
    case Qt::AccessibleTextRole: {
        QStringList said{toQString(question.text), words(line.group), words(question.fills),
                         suitsWords(question.level), asked};
        if (question.retired)
            said << tr("retired");
        return said.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

void QuestionsModel::setBank(std::vector<actions::BankQuestion> bank, Date today)
{
    m_bank = std::move(bank);
    const bool isOtherDay = std::exchange(m_today, today) != today;
    adopt(linesOf());
    if (isOtherDay && !m_lines.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void QuestionsModel::showRetired(bool shown)
{
    m_isRetiredShown = shown;
    adopt(linesOf());
}

void QuestionsModel::clear()
{
    beginResetModel();
    m_bank.clear();
    m_lines.clear();
    endResetModel();
}

int QuestionsModel::retiredCount() const
{
    return static_cast<int>(std::count_if(m_bank.begin(), m_bank.end(),
                                          [](const actions::BankQuestion& one) { return one.question.retired; }));
}

const actions::BankQuestion* QuestionsModel::at(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto& question = m_lines[static_cast<std::size_t>(row)].question;
    return question ? &*question : nullptr;
}

int QuestionsModel::rowOf(QuestionId id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const auto* question = at(row); question && question->question.id == id)
            return row;
    return -1;
}

std::optional<QuestionId> QuestionsModel::before(QuestionId id, Way way) const
{
    const int row = rowOf(id);
    if (row < 0)
        return std::nullopt;
    const QuestionGroup group = at(row)->question.group;
    const auto neighbour = [&](int other) -> const actions::BankQuestion* {
        const auto* question = at(other);
        return question && question->question.group == group ? question : nullptr;
    };
    if (way == Way::up) {
        const auto* above = neighbour(row - 1);
        return above ? std::optional(above->question.id) : std::nullopt;
    }
    if (!neighbour(row + 1))
        return std::nullopt;
    const auto* next = neighbour(row + 2);
    return next ? next->question.id : QuestionId{};
}

std::vector<QuestionsModel::Line> QuestionsModel::linesOf() const
{
    std::vector<Line> lines;
    for (int at = 0; at < kGroups; ++at) {
        const auto group = static_cast<QuestionGroup>(at);
        const std::size_t first = lines.size();
        for (const actions::BankQuestion& question : m_bank)
            if (question.question.group == group && (m_isRetiredShown || !question.question.retired))
                lines.push_back({group, question, lines.size() == first});
        if (lines.size() == first)
            lines.push_back({group, {}, true});
    }
    return lines;
}

void QuestionsModel::adopt(std::vector<Line> lines)
{
    // What stands at the beginning and at the end as before stays; between them lines come and go.
    const auto isSame = [](const Line& one, const Line& other) { return one.isSameLine(other); };
    const std::size_t most = std::min(m_lines.size(), lines.size());
    std::size_t head = 0;
    while (head < most && isSame(m_lines[head], lines[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < most - head && isSame(m_lines[m_lines.size() - 1 - tail], lines[lines.size() - 1 - tail]))
        ++tail;
    const auto from = static_cast<std::ptrdiff_t>(head);
    if (head + tail < m_lines.size()) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(m_lines.size() - tail) - 1);
        m_lines.erase(m_lines.begin() + from, m_lines.end() - static_cast<std::ptrdiff_t>(tail));
        endRemoveRows();
    }
    if (head + tail < lines.size()) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(lines.size() - tail) - 1);
        m_lines.insert(m_lines.begin() + from, lines.begin() + from,
                       lines.end() - static_cast<std::ptrdiff_t>(tail));
        endInsertRows();
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (m_lines[i] == lines[i])
            continue;
        m_lines[i] = std::move(lines[i]);
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
}

} // namespace weavemap::ui
