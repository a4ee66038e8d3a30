// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/PersonChoice.h"

namespace weavemap::ui {

PersonChoice PersonChoice::known(PersonId id, const QString& name) { return {State::known, id, name}; }

PersonChoice PersonChoice::added(const QString& name) { return {State::added, {}, name}; }

PersonChoice PersonChoice::typed(const QString& text)
{
    return text.isEmpty() ? PersonChoice{} : PersonChoice{State::typed, {}, text};
}

bool PersonChoice::isSame(const PersonChoice& other) const
{
    return isSomebody() && state == other.state && (state == State::known ? id == other.id : name == other.name);
}

} // namespace weavemap::ui
