// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/domain/Ids.h"
#include "ui/widgets/FilterChip.h"

class QMenu;

namespace weavemap::ui {

class MapModel;

/// The chip "Layout clusters", whose menu says in plain words how people can be arranged.
class LayoutChip : public FilterChip
{
    Q_OBJECT

public:
    explicit LayoutChip(MapModel& model, QWidget* parent = nullptr);

    /// Whom rings are offered round: the one person who is chosen, or nobody.
    void setCentre(PersonId person);
    /// Shows what is asked for now.
    void sync();
    /// What is left out where there is little room: the word "Layout", or all but an icon.
    enum class Terse { no, value, icon };
    void setTerse(Terse terse);
    QMenu* menu() const { return m_menu; }

private:
    void fillMenu();
    void showWords();
    QString nameOf(PersonId person) const;

    MapModel& m_model;
    QMenu* m_menu;
    PersonId m_centre;
    QString m_words;
    Terse m_terse = Terse::no;
};

} // namespace weavemap::ui
