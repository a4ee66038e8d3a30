// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Ids.h"

namespace weavemap::ui {

/// Whom a person field means: nobody, somebody in the file, somebody to be added as a new member when the call is
/// stored, or words that were typed and stand for nobody yet.
struct PersonChoice
{
    enum class State { none, known, added, typed };

    State state = State::none;
    PersonId id; ///< of somebody known
    QString name;

    static PersonChoice known(PersonId id, const QString& name);
    static PersonChoice added(const QString& name);
    /// Nobody where the text is empty.
    static PersonChoice typed(const QString& text);

    /// Somebody, known or to be added.
    bool isSomebody() const { return state == State::known || state == State::added; }
    /// Whether both are the same somebody.
    bool isSame(const PersonChoice& other) const;
    bool operator==(const PersonChoice&) const = default;
};

} // namespace weavemap::ui
