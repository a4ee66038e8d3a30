// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PersonFacts.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(PersonFacts)
};

/// Whether a field of the person says this already.
bool isSaid(const actions::Profile& profile, const std::string& value)
{
    const Person& person = profile.person;
    const auto text = trimmed(value);
    return text == person.name || text == person.email || text == person.phone || text == person.role ||
           text == person.region || text == person.contactPreference || text == profile.organization;
}

QString shownAs(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::unset:
        return T::tr("not asked yet: initials in reports");
    case ShowConsent::byName:
        return T::tr("by name on maps and in reports");
    case ShowConsent::byCode:
        return T::tr("by code on maps and in reports");
    case ShowConsent::notShown:
        return T::tr("not shown outside the office, still counted");
    }
    return {};
}

} // namespace

std::vector<PersonFact> factsOf(const actions::Profile& profile, const PeopleModel& people)
{
    std::vector<PersonFact> facts;
    const auto add = [&facts](const QString& label, const QString& text) {
        if (!text.isEmpty())
            facts.push_back({label, text});
    };
    const Person& person = profile.person;
    add(T::tr("Likes to be"), toQString(person.contactPreference));
    add(T::tr("Level"), person.level == EngagementLevel::unknown
                            ? QString()
                            : T::tr("%1, by choice").arg(words(person.level).toLower()));
    add(T::tr("Shown as"), shownAs(person.consent));
    add(T::tr("E-mail"), toQString(person.email));
    add(T::tr("Phone"), toQString(person.phone));
    if (person.joined && person.kind == PersonKind::member)
        add(T::tr("Member since"), formatDate(*person.joined, DateStyle::full));
    add(T::tr("Left because"), toQString(person.leftReason));
    const auto& columns = people.attributes();
    for (const auto& [attribute, value] : profile.values)
        // A column that the table leaves out, since fields say the same, is of use where it says something else.
        if (std::find(columns.begin(), columns.end(), attribute) != columns.end() || !isSaid(profile, value))
            add(toQString(attribute.name), toQString(value));
    add(T::tr("About"), toQString(person.about));
    if (!person.about.empty())
        add(T::tr("Who sees it"), words(person.aboutLevel));
    return facts;
}

} // namespace weavemap::ui
