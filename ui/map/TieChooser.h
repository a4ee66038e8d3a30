// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/domain/Tie.h"
#include "ui/map/Popover.h"

class QCheckBox;
class QComboBox;
class QListWidget;

namespace weavemap::ui {

class TextLabel;

/// Asks what a tie that was just drawn is: how deep, how often they are in touch, and whether they work together now.
class TieChooser : public Popover
{
    Q_OBJECT

public:
    TieChooser(const Settings& settings, QWidget* parent);

    /// Opens beside the line from one to the other, within `room`, in px of the parent.
    /// `known`: the tie that stands between them already, to begin with what it says.
    void ask(PersonId a, PersonId b, const QString& nameA, const QString& nameB, const QLineF& line, const QRect& room,
             const std::optional<Tie>& known = {});
    PersonId a() const { return m_a; }
    PersonId b() const { return m_b; }
    TieDepth depth() const;
    TieContact contact() const;
    Collaboration collaboration() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PersonId m_a;
    PersonId m_b;
    TextLabel* m_title;
    QListWidget* m_depths;
    QComboBox* m_contact;
    QCheckBox* m_together;
};

} // namespace weavemap::ui
