// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/TieRow.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/OverhangItem.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

/// The newest evidence of them that names an introduction which can be opened; 0: none.
IntroductionId introductionOf(const actions::ProfileTie& tie, const std::vector<Introduction>& readable)
{
    for (const Evidence& row : tie.evidence)
        if (std::any_of(readable.begin(), readable.end(),
                        [&row](const Introduction& one) { return row.introduction && one.id == row.introduction; }))
            return row.introduction;
    return {};
}

} // namespace

TieRow::TieRow(const actions::ProfileTie& tie, const QString& toldBy, const std::vector<Introduction>& readable,
               Date today, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("tieRow"));
    auto* name = new LinkLabel(toQString(tie.name), this);
    name->setObjectName(QStringLiteral("tiePerson"));
    connect(name, &LinkLabel::clicked, this, [this, other = tie.other] { Q_EMIT personRequested(other); });
    QStringList says{tieWords(tie.tie)};
    ConversationId call;
    if (!tie.evidence.empty()) {
        const Evidence& newest = tie.evidence.front();
        says.append(words(newest.kind).toLower());
        if (newest.kind == EvidenceKind::imported && !newest.source.empty())
            says.back() = tr("from %1").arg(toQString(newest.source));
        else if (newest.kind == EvidenceKind::oneSaid && !toldBy.isEmpty())
            says.back() = tr("%1 said so").arg(toldBy);
        if (newest.introduction)
            says.append(tr("after an introduction"));
        if (tie.evidence.size() > 1)
            says.append(tr("%Ln sources", "", static_cast<int>(tie.evidence.size())));
        call = newest.conversation;
    } else {
        says.append(tr("no evidence noted"));
    }
    // Links are higher than their words, to be hit; the lines stand as close as the words do.
    auto* second = new QHBoxLayout;
    second->setSpacing(space::k8);
    second->addWidget(
        new TextLabel(says.join(QStringLiteral(" · ")), TextStyle::second, ColorRole::muted, TextLabel::Lines::elided),
        1);
    const auto addLink = [this, second](const QString& text, const QString& object, const QString& accessible) {
        auto* link = new LinkLabel(text, this, TextStyle::second);
        link->setObjectName(object);
        link->setAccessibleName(accessible);
        second->addItem(new OverhangItem(link, lineHeight(TextStyle::second)));
        return link;
    };
    if (call)
        connect(addLink(tr("The call"), QStringLiteral("tieCall"),
                        tr("The call that told us of the tie with %1").arg(toQString(tie.name))),
                &LinkLabel::clicked, this, [this, call] { Q_EMIT conversationRequested(call); });
    if (const IntroductionId introduction = introductionOf(tie, readable))
        connect(addLink(tr("The introduction"), QStringLiteral("tieIntroduction"),
                        tr("The introduction to %1").arg(toQString(tie.name))),
                &LinkLabel::clicked, this, [this, introduction] { Q_EMIT introductionRequested(introduction); });
    const auto& confirmed = tie.tie.lastConfirmed ? tie.tie.lastConfirmed : tie.tie.firstSeen;
    const bool stale = tie.tie.isStaleOn(today);
    auto* date = new TextLabel(confirmed ? formatDate(*confirmed, DateStyle::dayShort, today) : tr("no date"),
                               TextStyle::second, stale ? ColorRole::warning : ColorRole::muted);
    if (stale)
        date->setToolTip(tr("Not confirmed for 18 months"));
    auto* first = new QHBoxLayout;
    first->addItem(new OverhangItem(name, lineHeight(TextStyle::base)));
    first->addStretch();
    first->addWidget(date);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 5, 0, 5);
    column->setSpacing(0);
    column->addLayout(first);
    column->addLayout(second);
}

} // namespace weavemap::ui
