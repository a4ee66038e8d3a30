// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

QString kindIcon(ConversationKind kind)
{
    switch (kind) {
    case ConversationKind::call:
        return QStringLiteral("call");
    case ConversationKind::video:
        return QStringLiteral("video");
    case ConversationKind::inPerson:
        return QStringLiteral("person");
    case ConversationKind::email:
        return QStringLiteral("mail");
    case ConversationKind::group:
        return QStringLiteral("members");
    case ConversationKind::hallway:
        return QStringLiteral("calendar");
    case ConversationKind::journal:
        return QStringLiteral("note");
    }
    return {};
}

QString itemIcon(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return QStringLiteral("need");
    case NoteItemKind::offer:
        return QStringLiteral("offer");
    case NoteItemKind::project:
        return QStringLiteral("project");
    case NoteItemKind::barrier:
        return QStringLiteral("warning");
    case NoteItemKind::introduction:
        return QStringLiteral("introductions");
    case NoteItemKind::question:
        return QStringLiteral("info");
    }
    return {};
}

ColorRole itemRole(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return ColorRole::warning;
    case NoteItemKind::offer:
        return ColorRole::good;
    default:
        return ColorRole::muted;
    }
}

QString confidentialityIcon(Confidentiality confidentiality)
{
    switch (confidentiality) {
    case Confidentiality::shareable:
        return QStringLiteral("eye");
    case Confidentiality::staff:
        return QStringLiteral("staff");
    case Confidentiality::onlyMe:
        return QStringLiteral("lock");
    }
    return {};
}

} // namespace weavemap::ui
