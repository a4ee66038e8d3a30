// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/actions/Roster.h"

namespace weavemap::ui {

/// A tie as the page of one of its ends lists it: with whom, what it is, who told us, and when that was last confirmed.
class TieRow : public QWidget
{
    Q_OBJECT

public:
    /// `toldBy`: the name of the person the newest evidence comes from; empty: nobody in particular.
    TieRow(const actions::ProfileTie& tie, const QString& toldBy, Date today, QWidget* parent = nullptr);

Q_SIGNALS:
    void personRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
};

} // namespace weavemap::ui
