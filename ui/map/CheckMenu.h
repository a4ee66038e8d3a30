// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace weavemap::ui {

/// A menu that stays open while values are checked in it, by a click, Space or Enter; Escape closes it.
class CheckMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool toggleActive();
};

} // namespace weavemap::ui
