// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/ShownName.h"

#include <algorithm>

#include <QList>

#include "core/base/Text.h"

namespace weavemap::ui {

ShownAs shownAs(NamesPolicy policy, ShowConsent consent, MapPurpose purpose)
{
    const auto wanted = static_cast<ShownAs>(policy);
    if (purpose == MapPurpose::screen)
        return wanted;
    ShownAs allowed = ShownAs::full;
    switch (consent) {
    case ShowConsent::byName:
        allowed = ShownAs::full;
        break;
    case ShowConsent::unset:
        allowed = purpose == MapPurpose::report ? ShownAs::initials : ShownAs::full;
        break;
    case ShowConsent::byCode:
        allowed = ShownAs::code;
        break;
    case ShowConsent::notShown:
        allowed = ShownAs::leftOut;
        break;
    }
    return std::max(wanted, allowed);
}

QString personCode(int number) { return QStringLiteral("P-%1").arg(number, 3, 10, QLatin1Char('0')); }

QString shownName(ShownAs shown, const QString& name, const QString& initials, int codeNumber)
{
    switch (shown) {
    case ShownAs::full:
        return name;
    case ShownAs::initials: {
        const QString letters = initials.isEmpty() ? QString::fromStdString(initialsOf(name.toStdString())) : initials;
        QString dotted;
        for (const char32_t letter : letters.toUcs4()) {
            dotted += QString::fromUcs4(&letter, 1);
            dotted += QLatin1Char('.');
        }
        return dotted;
    }
    case ShownAs::code:
        return personCode(codeNumber);
    case ShownAs::nameless:
    case ShownAs::leftOut:
        break;
    }
    return {};
}

} // namespace weavemap::ui
