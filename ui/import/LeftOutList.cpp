// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/LeftOutList.h"

#include "core/exchange/CsvWriter.h"
#include "ui/base/Convert.h"

namespace weavemap::ui {

QByteArray leftOutList(const ImportSources& sources)
{
    exchange::CsvWriter writer({toUtf8(ImportRowsModel::tr("File")), toUtf8(ImportRowsModel::tr("Line")),
                                toUtf8(ImportRowsModel::tr("Who")), toUtf8(ImportRowsModel::tr("Why"))});
    ImportRowsModel rows;
    rows.setSources(sources);
    rows.setFilter(ImportRowsModel::Filter::leftOut);
    for (int at = 0; at < rows.rowCount(); ++at)
        writer.addRow({toUtf8((*sources)[static_cast<std::size_t>(rows.sourceOf(at))].name),
                       std::to_string(rows.row(at).line),
                       toUtf8(rows.data(rows.index(at, ImportRowsModel::kText)).toString()),
                       toUtf8(rows.data(rows.index(at, ImportRowsModel::kWhy)).toString())});
    // A spreadsheet program takes a file for UTF-8 only with this mark in front.
    return "\xEF\xBB\xBF" + QByteArray::fromStdString(writer.text());
}

} // namespace weavemap::ui
