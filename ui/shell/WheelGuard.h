// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace weavemap::ui {

/// The wheel scrolls the page: over a closed list, or a number that does not have the keyboard, it chooses nothing. An
/// open list scrolls as ever. One for an application. UI thread.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    explicit WheelGuard(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace weavemap::ui
