// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

namespace weavemap::ui {

/// Nearer, further, and everybody at once.
class ZoomCard : public Card
{
    Q_OBJECT

public:
    explicit ZoomCard(QWidget* parent = nullptr);

Q_SIGNALS:
    void zoomRequested(double factor);
    void fitRequested();
};

} // namespace weavemap::ui
