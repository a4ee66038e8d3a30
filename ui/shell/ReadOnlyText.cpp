// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ReadOnlyText.h"

#include <QCoreApplication>
#include <QSysInfo>

#include "ui/base/Convert.h"

namespace weavemap::ui {

namespace {

/// Gives the texts of this file their place among the translations.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(ReadOnlyText)
};

/// Who has the file, from "user@host" as its lock names them.
QString openElsewhere(const QString& holder)
{
    const QString host = holder.section(QLatin1Char('@'), -1);
    if (host == QSysInfo::machineHostName())
        return T::tr("This file is open in another window or program on this computer (%1). You can read it; "
                     "changes have to wait.")
            .arg(host);
    return T::tr("This file is open on another computer (%1, by the user %2). You can read it; changes have "
                 "to wait.")
        .arg(host, holder.section(QLatin1Char('@'), 0, -2));
}

} // namespace

QString readOnlySentence(const store::ReadOnlyReason& reason)
{
    using Kind = store::ReadOnlyReason::Kind;
    switch (reason.kind) {
    case Kind::lockedByOther:
        return openElsewhere(toQString(reason.holder));
    case Kind::newerVersion:
        return T::tr(
            "This file was made by a newer Weavemap. You can read it; to change it, bring Weavemap up to date.");
    case Kind::foreignSchema:
        return T::tr("Another program changed how this file is built. You can read it; changes could harm it.");
    case Kind::fileReadOnly:
        return T::tr("This file is write-protected. You can read it; to change it, copy it to a folder of yours.");
    case Kind::diskFull:
        return T::tr("The disk is full. You can read this file; to change it, free some space and open it again.");
    case Kind::asked:
        return T::tr("This file was opened for reading only.");
    }
    return {};
}

} // namespace weavemap::ui
