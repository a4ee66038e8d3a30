// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/UndoRedo.h"

#include <QAction>
#include <QWidget>

#include "ui/session/Session.h"
#include "ui/shell/Commands.h"
#include "ui/widgets/Announcer.h"

namespace weavemap::ui {

void wireUndoRedo(const Commands& commands, Session& session, QWidget& window)
{
    const auto saying = [&window](const QString& sentence) {
        return [&window, sentence](const Result<store::ChangeSet>& done) {
            if (done)
                Announcer::say(window, sentence);
        };
    };
    QObject::connect(commands.undo, &QAction::triggered, &window, [&session, saying] {
        session.undo(saying(Commands::tr("Undone: %1").arg(session.undoLabel())));
    });
    QObject::connect(commands.redo, &QAction::triggered, &window, [&session, saying] {
        session.redo(saying(Commands::tr("Done again: %1").arg(session.redoLabel())));
    });
    QObject::connect(&session, &Session::closing, &window, [&window] { Announcer::forget(window); });
    QObject::connect(&session, &Session::personErased, &window, [&window] { Announcer::forget(window); });
}

} // namespace weavemap::ui
