// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/LeavingWords.h"

#include <algorithm>

#include <QStringList>

#include "ui/paint/PaintWords.h"
#include "ui/paint/ShownName.h"

namespace weavemap::ui {

QString LeavingWords::shown(const QString& text, const std::vector<MapSaidName>& says)
{
    const auto shownOf = [this](const MapSaidName& who) { return shownAs(m_names, who.consent, m_purpose); };
    if (std::all_of(says.begin(), says.end(), [&](const auto& who) { return shownOf(who) == ShownAs::full; }))
        return text;
    QStringList names;
    for (const MapSaidName& who : says) {
        // Who is nobody of the file has neither a code nor initials that would tell them apart from anybody else.
        const bool isKnown = who.codeNumber > 0 || shownOf(who) == ShownAs::full;
        QString name = isKnown ? shownName(shownOf(who), who.name, {}, who.codeNumber) : QString();
        if (name.isEmpty()) {
            const int next = static_cast<int>(m_hidden.size()) + 1;
            name = PaintWords::hiddenName(m_hidden.emplace(who.name, next).first->second);
        }
        names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace weavemap::ui
