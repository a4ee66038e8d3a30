// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "core/domain/Confidentiality.h"
#include "ui/widgets/FilterChip.h"

class QAction;
class QMenu;

namespace weavemap::ui {

/// Who may see a line or a field: its level is always in view, its menu has the three. What cannot be chosen stands
/// there greyed, with the reason below.
class LevelChip : public FilterChip
{
    Q_OBJECT

public:
    /// `what` it is about, for whoever hears the window instead of seeing it: "Who may see this line".
    explicit LevelChip(const QString& what, QWidget* parent = nullptr);

    /// What was set by itself; nothing is emitted.
    void setLevel(Confidentiality level);
    Confidentiality level() const { return m_level; }
    /// The stricter of what was set and the floor.
    Confidentiality shownLevel() const;
    /// Looser levels than this cannot be chosen; `why` says so in a sentence.
    void setFloor(Confidentiality floor, const QString& why);
    /// Why it cannot be only one's own; empty: it can.
    void setNotOnlyMine(const QString& why);

Q_SIGNALS:
    /// By hand.
    void levelChosen(weavemap::Confidentiality level);

private:
    void present();

    QString m_what;
    QMenu* m_menu;
    std::array<QAction*, 2> m_reasons{};
    Confidentiality m_level = Confidentiality::shareable;
    Confidentiality m_floor = Confidentiality::shareable;
    QString m_whyNotLooser;
    QString m_whyNotMine;
};

} // namespace weavemap::ui
