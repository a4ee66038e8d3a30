// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/PromiseWords.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(Promise)
};

} // namespace

QString debtWords(const Debt& debt)
{
    const bool isToItself = !debt.to.isEmpty() && debt.to == debt.owner;
    if (debt.isMine)
        return debt.to.isEmpty() || isToItself ? T::tr("yours") : T::tr("you owe it to %1").arg(debt.to);
    if (debt.owner.isEmpty())
        return debt.to.isEmpty() ? QString() : T::tr("for %1").arg(debt.to);
    if (debt.isToMe)
        return T::tr("%1 owes it to you").arg(debt.owner);
    return debt.to.isEmpty() || isToItself ? debt.owner : T::tr("%1 owes it to %2").arg(debt.owner, debt.to);
}

QString promiseFacts(const std::optional<Date>& due, const Debt& debt)
{
    QStringList parts;
    if (due)
        parts << T::tr("By %1").arg(formatDate(*due, DateStyle::weekday));
    if (const QString who = debtWords(debt); !who.isEmpty())
        parts << who;
    if (!parts.isEmpty() && !due)
        parts.front()[0] = parts.front()[0].toUpper();
    return parts.join(QStringLiteral(" \u00B7 "));
}

} // namespace weavemap::ui
