// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ViewSettings.h"

#include <array>
#include <utility>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

constexpr std::array kTies{std::pair{TieSet::awareness, "awareness"}, std::pair{TieSet::exchange, "exchange"},
                           std::pair{TieSet::collaboration, "collaboration"}, std::pair{TieSet::all, "all"}};
constexpr std::array kWhose{std::pair{graph::Population::members, "members"},
                            std::pair{graph::Population::membersAndStaff, "membersAndStaff"},
                            std::pair{graph::Population::everybody, "everybody"}};

template <class T, std::size_t N>
QString nameOf(const std::array<std::pair<T, const char*>, N>& names, T value)
{
    for (const auto& [known, name] : names)
        if (known == value)
            return QString::fromLatin1(name);
    return {};
}

template <class T, std::size_t N>
void readName(const std::array<std::pair<T, const char*>, N>& names, const QJsonValue& text, T& value)
{
    for (const auto& [known, name] : names)
        if (text.toString() == QLatin1String(name))
            value = known;
}

} // namespace

std::string viewSettings(const actions::MapQuestion& question)
{
    QJsonArray filters;
    for (const actions::MapFilter& filter : question.filters) {
        QJsonArray values;
        for (const std::string& value : filter.values)
            values.append(toQString(value));
        filters.append(
            QJsonObject{{QStringLiteral("field"), toQString(filter.field)}, {QStringLiteral("values"), values}});
    }
    const QJsonObject object{{QStringLiteral("ties"), nameOf(kTies, question.network.set)},
                             {QStringLiteral("whose"), nameOf(kWhose, question.network.population)},
                             {QStringLiteral("colourBy"), toQString(question.colourBy)},
                             {QStringLiteral("sizeBy"), toQString(question.sizeBy)},
                             {QStringLiteral("filters"), filters}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

actions::MapQuestion withViewSettings(actions::MapQuestion question, std::string_view settings)
{
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray(settings.data(), static_cast<qsizetype>(settings.size()))).object();
    readName(kTies, object[QStringLiteral("ties")], question.network.set);
    readName(kWhose, object[QStringLiteral("whose")], question.network.population);
    if (const QJsonValue colour = object[QStringLiteral("colourBy")]; colour.isString())
        question.colourBy = toUtf8(colour.toString());
    if (const QJsonValue size = object[QStringLiteral("sizeBy")]; size.isString())
        question.sizeBy = toUtf8(size.toString());
    if (const QJsonValue filters = object[QStringLiteral("filters")]; filters.isArray()) {
        question.filters.clear();
        for (const QJsonValue entry : filters.toArray()) {
            actions::MapFilter filter{toUtf8(entry[QStringLiteral("field")].toString()), {}};
            for (const QJsonValue value : entry[QStringLiteral("values")].toArray())
                filter.values.push_back(toUtf8(value.toString()));
            if (!filter.field.empty() && !filter.values.empty())
                question.filters.push_back(std::move(filter));
        }
    }
    return question;
}

} // namespace weavemap::ui
