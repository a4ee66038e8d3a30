// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QString>

#include "ui/paint/MapInput.h"

namespace weavemap::ui {

/// Words of one page as they leave the office: whoever they say is shown there by the same rule as their name on a
/// disc, as initials, as their code, or, where their name must not leave at all, as "Hidden name 1".
class LeavingWords
{
public:
    LeavingWords(NamesPolicy names, MapPurpose purpose) : m_names(names), m_purpose(purpose) {}

    /// A person keeps the number of their hidden name from one call to the next.
    QString shown(const QString& text, const std::vector<MapSaidName>& says);
    QString shown(const MapWords& words) { return shown(words.text, words.says); }

private:
    NamesPolicy m_names;
    MapPurpose m_purpose;
    std::map<QString, int> m_hidden; ///< by name
};

} // namespace weavemap::ui
