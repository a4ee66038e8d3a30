// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/actions/Roster.h"
#include "core/domain/Introduction.h"

namespace weavemap::ui {

/// A tie as the page of one of its ends lists it: with whom, what it is, who told us, and when that was last confirmed.
class TieRow : public QWidget
{
    Q_OBJECT

public:
    /// `toldBy`: the name of the person the newest evidence comes from; empty: nobody in particular. `readable`: the
    /// introductions that may be opened.
    TieRow(const actions::ProfileTie& tie, const QString& toldBy, const std::vector<Introduction>& readable, Date today,
           QWidget* parent = nullptr);

Q_SIGNALS:
    void personRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);
};

} // namespace weavemap::ui
