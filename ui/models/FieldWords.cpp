// SPDX-License-Identifier: GPL-3.0-or-later
// The words for fields, their values and measures.
#include "ui/models/FieldWords.h"

#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include "core/actions/FoundGroups.h"
#include "ui/base/Convert.h"
#include "ui/base/MeasureWords.h"
#include "ui/base/Words.h"
#include "ui/models/MapInputs.h"

namespace weavemap::ui {

namespace {

/// Where `lupdate` finds these texts.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

/// What is known of people and ties, in the words of the chips; empty for other fields.
QString knownValue(const std::string& field, const std::string& value)
{
    static const std::map<std::pair<std::string, std::string>, QString> kWords{
        {{"is:heard", "year"}, Text::tr("Heard from within a year")},
        {{"is:heard", "before"}, Text::tr("Heard from longer ago")},
        {{"is:heard", "never"}, Text::tr("Never heard from")},
        {{"is:tied", "none"}, Text::tr("No known tie")},
        {{"is:tied", "few"}, Text::tr("1 or 2 ties")},
        {{"is:tied", "some"}, Text::tr("3 to 9 ties")},
        {{"is:tied", "many"}, Text::tr("10 ties and more")},
        {{"tie:depth", "unknown"}, words(TieDepth::unknown)},
        {{"tie:depth", "aware"}, words(TieDepth::aware)},
        {{"tie:depth", "talked"}, words(TieDepth::talked)},
        {{"tie:depth", "exchange"}, words(TieDepth::exchange)},
        {{"tie:depth", "rely"}, words(TieDepth::rely)},
        {{"tie:together", "never"}, words(Collaboration::never)},
        {{"tie:together", "past"}, words(Collaboration::past)},
        {{"tie:together", "now"}, words(Collaboration::now)},
        {{"tie:contact", "unknown"}, Text::tr("Not said")},
        {{"tie:contact", "yearly"}, words(TieContact::yearly)},
        {{"tie:contact", "eachTerm"}, words(TieContact::eachTerm)},
        {{"tie:contact", "monthly"}, words(TieContact::monthly)},
        {{"tie:contact", "weekly"}, words(TieContact::weekly)},
        {{"tie:direction", "none"}, Text::tr("No direction")},
        {{"tie:direction", "names"}, words(OverlayKind::names)},
        {{"tie:direction", "advice"}, words(OverlayKind::advice)},
        {{"tie:direction", "learnedFrom"}, words(OverlayKind::learnedFrom)},
        {{"tie:direction", "introduced"}, words(OverlayKind::introduced)},
        {{"tie:direction", "sharedResource"}, words(OverlayKind::sharedResource)},
    };
    const auto found = kWords.find({field, value});
    return found == kWords.end() ? QString() : found->second;
}

/// Whole numbers as they are, and numbers with as many digits before the point; others in so many digits. Only the
/// very small and the very large have an exponent.
QString numberIn(int digits, double value)
{
    const double size = std::abs(value);
    if (size >= 1e9 || (size > 0 && size < 1e-6))
        return QLocale().toString(value, 'g', digits);
    if (value == std::floor(value) || size >= std::pow(10, digits))
        return formatCount(std::llround(value));
    const double rounded = QString::number(value, 'g', digits).toDouble();
    return QLocale().toString(rounded, 'f', QLocale::FloatingPointShortest);
}

} // namespace

QString fieldInSentence(const std::string& field)
{
    if (field == "region")
        return Text::tr("region", "in a sentence");
    if (field == "role")
        return Text::tr("role", "in a sentence");
    if (field == "organization")
        return Text::tr("organization", "in a sentence");
    if (field == "level")
        return Text::tr("level", "in a sentence");
    if (field == "kind")
        return Text::tr("kind", "in a sentence");
    if (field == "is:heard")
        return Text::tr("people", "in a sentence: Only people ...");
    if (field == actions::kFoundGroups)
        return Text::tr("groups found", "in a sentence");
    if (field == "is:tied")
        return Text::tr("people with", "in a sentence: Only people with 1 or 2 ties");
    if (field == "tie:depth")
        return Text::tr("ties of the kind", "in a sentence: Only ties of the kind ...");
    if (field == "tie:together")
        return Text::tr("ties; work together:", "in a sentence: Only ties; work together: now");
    if (field == "tie:contact")
        return Text::tr("ties; in touch:", "in a sentence: Only ties; in touch: weekly");
    if (field == "tie:direction")
        return Text::tr("ties with", "in a sentence: Only ties with advice");
    return fieldName(field);
}

QString fieldName(const std::string& field)
{
    if (field == "region")
        return Text::tr("Region");
    if (field == "role")
        return Text::tr("Role");
    if (field == "organization")
        return Text::tr("Organization");
    if (field == "level")
        return Text::tr("Level");
    if (field == "kind")
        return Text::tr("Kind");
    if (field == "is:heard")
        return Text::tr("Heard from");
    if (field == actions::kFoundGroups)
        return Text::tr("Groups found");
    if (field == "is:tied")
        return Text::tr("Number of ties");
    if (field == "tie:depth")
        return Text::tr("Kind of tie");
    if (field == "tie:together")
        return Text::tr("Working together");
    if (field == "tie:contact")
        return Text::tr("How often in touch");
    if (field == "tie:direction")
        return Text::tr("Direction");
    if (const std::string_view measure = actions::measureIn(field); !measure.empty())
        return measureName(std::string(measure));
    return toQString(field.starts_with(kAttribute) ? field.substr(kAttribute.size()) : field);
}

QStringList classNames(const actions::MeasureClasses& measure)
{
    QStringList names;
    for (int digits = 2; digits <= std::numeric_limits<double>::max_digits10; ++digits) {
        names.clear();
        for (const actions::MeasureClass& one : measure.classes) {
            const QString from = numberIn(digits, one.from), to = numberIn(digits, one.to);
            names.append(from == to ? from
                                    : Text::tr("%1 to %2", "from the least to the greatest value").arg(from, to));
        }
        if (QSet<QString>(names.begin(), names.end()).size() == names.size())
            break;
    }
    return names;
}

QString valueName(const std::string& field, const std::string& value)
{
    static const std::map<std::string, QString> kLevels{{"core", words(EngagementLevel::core)},
                                                        {"active", words(EngagementLevel::active)},
                                                        {"occasional", words(EngagementLevel::occasional)},
                                                        {"peripheral", words(EngagementLevel::peripheral)}};
    static const std::map<std::string, QString> kKinds{{"member", words(PersonKind::member)},
                                                       {"staff", words(PersonKind::staff)},
                                                       {"outside", words(PersonKind::outside)}};
    if (field == actions::kFoundGroups)
        return value.empty() ? Text::tr("In a smaller group") : Text::tr("Group %1").arg(toQString(value));
    if (value.empty())
        return Text::tr("No value");
    if (const QString known = knownValue(field, value); !known.isEmpty())
        return known;
    const auto& known = field == "level" ? kLevels : kKinds;
    const auto found = field == "level" || field == "kind" ? known.find(value) : known.end();
    return found == known.end() ? toQString(value) : found->second;
}

QString measureName(const std::string& measure)
{
    const auto topic = sna::topicOf(measure);
    return topic ? measureTitle(*topic) : toQString(measure);
}

QString measureTip(const std::string& measure)
{
    QStringList lines;
    if (const auto topic = sna::topicOf(measure))
        lines = {measureSentence(*topic), measureCaution(*topic)};
    lines.append(Text::tr("Measure: %1").arg(toQString(measure)));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

std::vector<std::string> sizeMeasures()
{
    return {"betweenness", "degree", "harmonic_normalized", "eigenvector_per_component_max1", "core_number"};
}

} // namespace weavemap::ui
