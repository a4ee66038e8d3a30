// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>

#include "core/actions/QuestionBank.h"

namespace weavemap::ui {

/// The questions of the bank by group, in their order. A group without any has a line that says so, which cannot be
/// chosen. UI thread.
class QuestionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        kAskedRole = Qt::UserRole + 1, ///< "last asked: 3 Mar, of Ana Ruiz · 5 times"
        kGroupRole,                    ///< the heading over the first line of a group
        kFillsRole,                    ///< "A need"
        kSuitsRole,                    ///< "Core members"; empty where it suits everybody
        kRetiredRole,                  ///< bool
    };

    explicit QuestionsModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setBank(std::vector<actions::BankQuestion> bank, Date today);
    void showRetired(bool shown);
    void clear();

    const std::vector<actions::BankQuestion>& bank() const { return m_bank; }
    int retiredCount() const;
    /// Null where the line says that a group is empty.
    const actions::BankQuestion* at(int row) const;
    int rowOf(QuestionId id) const; ///< -1: not shown
    enum class Way { up, down };
    /// Before which question it goes for one step in its group as it is shown (0: last); nothing where there is none.
    std::optional<QuestionId> before(QuestionId id, Way way) const;

private:
    struct Line
    {
        QuestionGroup group = QuestionGroup::person;
        std::optional<actions::BankQuestion> question;
        bool isFirst = false; ///< of its group
        bool operator==(const Line&) const = default;
        bool isSameLine(const Line& other) const;
    };
    std::vector<Line> linesOf() const;
    /// Tells of what differs.
    void adopt(std::vector<Line> lines);

    std::vector<actions::BankQuestion> m_bank;
    std::vector<Line> m_lines;
    Date m_today;
    bool m_isRetiredShown = false;
};

} // namespace weavemap::ui
