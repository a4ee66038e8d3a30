// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Tie.h"
#include "ui/map/Popover.h"

class QCheckBox;
class QListWidget;

namespace weavemap::ui {

class TextLabel;

/// Asks what a tie that was just drawn is: how deep, and whether they work together now.
class TieChooser : public Popover
{
    Q_OBJECT

public:
    TieChooser(const Settings& settings, QWidget* parent);

    void ask(PersonId a, PersonId b, const QString& nameA, const QString& nameB, QPoint at);
    PersonId a() const { return m_a; }
    PersonId b() const { return m_b; }
    TieDepth depth() const;
    Collaboration collaboration() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PersonId m_a;
    PersonId m_b;
    TextLabel* m_title;
    QListWidget* m_depths;
    QCheckBox* m_together;
};

} // namespace weavemap::ui
