// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/PromiseRow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

PromiseRow::PromiseRow(const actions::Promise& promise, Date today, QWidget* parent)
    : QFrame(parent), m_check(new QCheckBox)
{
    const QString text = toQString(promise.followUp.text);
    m_check->setObjectName(QStringLiteral("promiseKept"));
    m_check->setAccessibleName(tr("Kept: %1").arg(text));
    auto* words = new TextLabel(text, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    QStringList second;
    if (!promise.person.empty())
        second.append(toQString(promise.person));
    if (!promise.owner.empty())
        second.append(tr("%1 does it").arg(toQString(promise.owner)));
    auto* about = new TextLabel(second.join(QStringLiteral(" · ")), TextStyle::caption, ColorRole::muted,
                                TextLabel::Lines::elided);
    auto* due = new TextLabel(promise.followUp.due ? formatDue(*promise.followUp.due, today) : tr("no date"),
                              TextStyle::control, ColorRole::muted);
    if (promise.due == actions::Promise::Due::late)
        due->setColorRole(ColorRole::danger);
    else if (promise.due == actions::Promise::Due::today)
        due->setColorRole(ColorRole::warning);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(words);
    auto* under = new QHBoxLayout;
    under->setSpacing(space::k8);
    under->addWidget(about, 1);
    if (promise.followUp.conversation) {
        auto* call = new LinkLabel(tr("From a call"), nullptr, TextStyle::caption);
        call->setObjectName(QStringLiteral("promiseCall"));
        call->setAccessibleName(tr("The call it came from: %1").arg(text));
        connect(call, &LinkLabel::clicked, this,
                [this, id = promise.followUp.conversation] { Q_EMIT conversationRequested(id); });
        under->addWidget(call);
    }
    if (!second.isEmpty() || promise.followUp.conversation)
        texts->addLayout(under);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::k8, 0, space::k8);
    row->setSpacing(space::k12);
    row->addWidget(m_check, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(due, 0, Qt::AlignTop);
    connect(m_check, &QCheckBox::clicked, this, [this, id = promise.followUp.id] { Q_EMIT kept(id); });
}

void PromiseRow::setEditable(bool editable) { m_check->setEnabled(editable); }

} // namespace weavemap::ui
