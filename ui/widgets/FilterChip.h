// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Chip.h"

class QMenu;

namespace weavemap::ui {

/// A chip of a filter row: "Colour region v" opens its menu, "Members active x" can be taken away.
class FilterChip : public Chip
{
    Q_OBJECT
public:
    FilterChip(const QString& label, const QString& value, End end, QWidget* parent = nullptr);

    /// Opens below the chip on click, Space, Enter or Down. The chip does not own it.
    void setMenu(QMenu* menu);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openMenu();

    QMenu* m_menu = nullptr;
};

} // namespace weavemap::ui
