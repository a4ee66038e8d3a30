// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/actions/Roster.h"

class QLayout;

namespace weavemap::ui {

/// Takes all widgets and layouts out of `layout`; they die when control is back at the event loop.
void clearLayout(QLayout* layout);
/// "both said, Sep 2026": the newest evidence of a tie, and when.
QString evidenceWords(const std::vector<Evidence>& evidence, const Tie& tie);
/// "Work together · both said, Sep 2026".
QString tieLine(const actions::ProfileTie& tie);
/// "Coach, Harbor Street School": the parts that are there.
QString joined(const QStringList& parts, const QString& between);
/// How a person agreed to be shown, as a sentence.
QString consentSentence(ShowConsent consent);

} // namespace weavemap::ui
