// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordWords.h"

#include <string>

#include <nlohmann/json.hpp>

#include "app/cli/Words.h"

namespace weavemap::cli {

nlohmann::ordered_json recordsJson(const std::vector<weaving::RecordRef>& records)
{
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const weaving::RecordRef& record : records)
        list.push_back(Json{{"kind", weaving::codeOf(record.kind)}, {"id", std::to_string(record.id)}});
    return list;
}

QString recordsText(const std::vector<weaving::RecordRef>& records)
{
    if (records.empty())
        return {};
    const QString first =
        QStringLiteral("%1 %2").arg(shown(weaving::codeOf(records.front().kind))).arg(records.front().id);
    const QString all =
        records.size() == 1 ? first : counted("%1 and %n more", "%1 and %n more", records.size() - 1).arg(first);
    return QStringLiteral("[%1]").arg(all);
}

} // namespace weavemap::cli
