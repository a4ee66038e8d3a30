// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QWidget>

#include "core/exchange/ReadOptions.h"

class QComboBox;

namespace weavemap::ui {

class TextLabel;

/// Which column of a list holds what: who and whom for ties, name and id for people. Shows what was found out; only
/// what the user chose otherwise is handed on.
class ColumnChoice : public QWidget
{
    Q_OBJECT

public:
    using Columns = std::map<exchange::Field, std::string>;

    explicit ColumnChoice(QWidget* parent = nullptr);

    /// Shows the columns of a list of `kind`; `taken` says which were read as what. Hides where there is nothing to
    /// choose: a matrix, a network format.
    void offer(exchange::ReadAs kind, const std::vector<std::string>& headers, const Columns& taken);
    /// Forgets what was chosen, and hides.
    void forget();
    /// field -> header, as `exchange::ReadOptions::columns`.
    const Columns& chosen() const { return m_chosen; }
    /// What the columns on show are of.
    exchange::ReadAs kind() const { return m_kind; }

Q_SIGNALS:
    /// The user chose another column.
    void changed();

private:
    struct Part
    {
        TextLabel* label;
        QComboBox* box;
        exchange::Field field = exchange::Field::name;
    };

    std::vector<Part> m_parts;
    exchange::ReadAs m_kind = exchange::ReadAs::detect;
    Columns m_chosen;
};

} // namespace weavemap::ui
