// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "core/actions/Introductions.h"

class QMimeData;

namespace weavemap::ui {

/// The introductions of one column of the board.
class BoardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kIdRole = Qt::UserRole + 1, ///< qlonglong
        kSecondRole,                ///< QString: the other name
        kSinceRole,                 ///< QString: "3 days", how long it has been there
        kRemarkRole,                ///< QString: "Ask how it went"; empty: nothing to do
    };

    using QAbstractListModel::QAbstractListModel;

    /// Whether a card waits for somebody at this desk.
    static bool isWaiting(const actions::IntroductionCard& card);

    /// Shows these and no others; the same ones in the same order change their texts only.
    void setCards(std::vector<actions::IntroductionCard> cards, Date today);
    int rowOf(IntroductionId id) const; ///< -1 where it is not here
    IntroductionId idAt(int row) const; ///< 0 where there is none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// The introduction that is dragged; 0 where something else is.
    static IntroductionId dragged(const QMimeData& data);

private:
    std::vector<actions::IntroductionCard> m_cards;
    Date m_today;
};

} // namespace weavemap::ui
