// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/domain/Ids.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class CallBrief;

/// The brief by itself, before a call: read, then Enter goes on to the note. Closes with the file.
class BriefDialog : public QDialog
{
    Q_OBJECT

public:
    BriefDialog(Office& office, PersonId person, QWidget* parent = nullptr);

Q_SIGNALS:
    void logCallRequested(weavemap::PersonId person);
    void personRequested(weavemap::PersonId person);
    void bankRequested();

private:
    /// As high as its words, as far as the window it belongs to has room.
    void fit();

    CallBrief* m_brief;
};

} // namespace weavemap::ui
