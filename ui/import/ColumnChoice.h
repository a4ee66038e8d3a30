// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QWidget>

#include "core/exchange/ImportedNetwork.h"

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace weavemap::ui {

class TextLabel;

/// Which column of a list holds what: who and whom for ties, every field of a person for people. Shows what was found
/// out, and what is proposed; only what the user chose otherwise is handed on.
class ColumnChoice : public QWidget
{
    Q_OBJECT

public:
    using Columns = std::map<exchange::Field, std::string>;

    explicit ColumnChoice(QWidget* parent = nullptr);

    /// Six columns of one width: the fields above and below each other line up.
    static QGridLayout* makeGrid();

    /// Shows the columns of a list of `kind`; `facts` says which were read as what. Hides where there is nothing to
    /// choose: a matrix, a network format.
    void offer(exchange::ReadAs kind, const exchange::FileFacts& facts);
    /// For several files, each with columns of its own: only whether what is proposed is taken.
    void offerForSeveral(bool anyMembers);
    /// Forgets what was chosen, and hides.
    void forget();
    /// Puts what is proposed and what was chosen into the options.
    void applyTo(exchange::ReadOptions& options) const;

Q_SIGNALS:
    /// The user chose another column.
    void changed();

private:
    struct Part
    {
        QWidget* box; ///< holds both
        TextLabel* label;
        QComboBox* columns;
        exchange::Field field = exchange::Field::name;
    };
    void buildPart(int index);
    void choose(const Part& part);

    std::vector<Part> m_parts;
    QCheckBox* m_turned;
    QCheckBox* m_proposed;
    exchange::ReadAs m_kind = exchange::ReadAs::detect; ///< what the columns on show are of
    Columns m_chosen;
    std::set<exchange::Field> m_without; ///< fields that the user wants no column for
    exchange::NameOrder m_names = exchange::NameOrder::asItLooks;
};

} // namespace weavemap::ui
