// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class FlowLayout;

/// Asks, until it is answered, who works at this computer: *only me* and the history rest on it. One button for each
/// staff person of the file.
class WhoCard : public Card
{
    Q_OBJECT

public:
    explicit WhoCard(Office& office, QWidget* parent = nullptr);

    /// Shows or hides itself as the answer is missing or known.
    void refresh();

Q_SIGNALS:
    /// Somebody who is not among the staff yet: the settings take a name.
    void settingsRequested();

private:
    Office m_office;
    FlowLayout* m_names;
};

} // namespace weavemap::ui
