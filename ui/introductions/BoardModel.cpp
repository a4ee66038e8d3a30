// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/BoardModel.h"

#include <algorithm>
#include <utility>

#include <QMimeData>

#include "ui/base/Convert.h"
#include "ui/base/IntroductionWords.h"

namespace weavemap::ui {

namespace {

QString mimeType() { return QStringLiteral("application/x-weavemap-introduction"); }

/// What there is to do about an introduction now, or to know; empty: nothing.
QString remark(const actions::IntroductionCard& card)
{
    if (card.apart)
        return BoardModel::tr("To be kept apart");
    if (card.introduction.haveMet() && !card.tie.isRecorded)
        return BoardModel::tr("Record the tie");
    if (card.isDue)
        return BoardModel::tr("Ask how it went");
    return card.tie.tie && card.introduction.state < IntroductionState::replied ? BoardModel::tr("Have a tie already")
                                                                                : QString();
}

} // namespace

bool BoardModel::isWaiting(const actions::IntroductionCard& card)
{
    return card.isDue || card.apart || (card.introduction.haveMet() && !card.tie.isRecorded);
}

void BoardModel::setCards(std::vector<actions::IntroductionCard> cards, Date today)
{
    m_today = today;
    const bool isSame = cards.size() == m_cards.size() &&
                        std::equal(cards.begin(), cards.end(), m_cards.begin(), [](const auto& one, const auto& other) {
                            return one.introduction.id == other.introduction.id;
                        });
    if (isSame) {
        m_cards = std::move(cards);
        if (!m_cards.empty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(m_cards.size()) - 1));
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
}

int BoardModel::rowOf(IntroductionId id) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [id](const actions::IntroductionCard& card) { return card.introduction.id == id; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

IntroductionId BoardModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? IntroductionId{} : m_cards[static_cast<std::size_t>(row)].introduction.id;
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const actions::IntroductionCard& card = m_cards[static_cast<std::size_t>(index.row())];
    const QString first = toQString(card.a.name), second = toQString(card.b.name);
    switch (role) {
    case Qt::DisplayRole:
        return first;
    case kSecondRole:
        return second;
    case kIdRole:
        return static_cast<qlonglong>(card.introduction.id.value);
    case kSinceRole:
        return formatAge(card.since, m_today);
    case kRemarkRole:
        return remark(card);
    case Qt::ToolTipRole:
        return tr("%1 and %2: %3").arg(first, second, words(card.introduction.reason));
    case Qt::AccessibleTextRole: {
        const QString line =
            tr("%1 and %2, %3, %4").arg(first, second, words(card.introduction.state), formatAge(card.since, m_today));
        const QString todo = remark(card);
        return todo.isEmpty() ? line : tr("%1. %2").arg(line, todo);
    }
    default:
        return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList BoardModel::mimeTypes() const { return {mimeType()}; }

QMimeData* BoardModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType(), QByteArray::number(idAt(indexes.front().row()).value));
    return data;
}

IntroductionId BoardModel::dragged(const QMimeData& data) { return IntroductionId{data.data(mimeType()).toLongLong()}; }

} // namespace weavemap::ui
