// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QAbstractTableModel>

#include "core/actions/Import.h"

namespace weavemap::ui {

/// A file with what importing it would do.
struct ImportSource
{
    QString path;
    QString name; ///< without folders
    actions::ImportChoices choices;
    exchange::ImportedNetwork network;
    actions::ImportPlan plan;
};
using ImportSources = std::shared_ptr<const std::vector<ImportSource>>;

/// The rows of one or more files and what becomes of each. A new preview is another table: the model is reset. UI
/// thread.
class ImportRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { kLine, kFate, kText, kSays, kWhy };
    static constexpr int kColumns = kWhy + 1;
    /// Which rows are shown.
    enum class Filter { all, added, matched, doubtful, leftOut };

    using QAbstractTableModel::QAbstractTableModel;

    void setSources(ImportSources sources);
    void setFilter(Filter filter);
    const actions::ImportRow& row(int row) const;
    /// Which of the files the row is from.
    int sourceOf(int row) const { return m_shown[static_cast<std::size_t>(row)].source; }
    static QString fateWords(actions::RowFate fate);
    /// Whom a doubtful row may be.
    static QString doubtWords(const actions::ImportRow& row);
    /// Whether a line of the file is a row of the plan: what is noticed elsewhere is about the whole file.
    static bool hasRow(const actions::ImportPlan& plan, std::size_t line);
    /// Whether any row says more of a person than the name, or of a tie than its ends.
    bool saysAnything() const;
    /// How many rows a filter would show.
    int countOf(Filter filter) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Shown
    {
        int source = 0;
        int row = 0;
    };
    static bool passes(const actions::ImportRow& row, Filter filter);
    void rebuild();
    QString says(const Shown& at) const;
    QString why(const Shown& at) const;

    ImportSources m_sources;
    std::vector<std::multimap<std::size_t, const exchange::RowIssue*>> m_notices; ///< a source's, by line
    Filter m_filter = Filter::all;
    std::vector<Shown> m_shown;
};

} // namespace weavemap::ui
