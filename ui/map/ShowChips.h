// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QObject>

#include "core/actions/MapData.h"

class QMenu;

namespace weavemap::ui {

class FilterChip;
class MapModel;

/// The chips that say what a disc is: "Show" (people or organizations, convenings, ring, label, initials, colours of
/// the map), and one each for ring and label while they are chosen. They change the model's question.
class ShowChips : public QObject
{
    Q_OBJECT

public:
    ShowChips(MapModel& model, QWidget* parent);

    FilterChip* show() const { return m_show; }
    FilterChip* ring() const { return m_ring; }
    FilterChip* label() const { return m_label; }
    /// Puts what is asked into the chips.
    void sync();
    /// "Show" without its word, where the line of chips is narrow; it stays for screen readers.
    void setShort(bool isShort);

private:
    using Change = std::function<void(actions::MapQuestion&)>;

    void showWords();
    void fill();
    void fillConvenings();
    void fillRings(QMenu* menu);
    void fillLabels(QMenu* menu);
    void fillColours();
    void add(QMenu* menu, const QString& text, bool checked, Change change);

    MapModel& m_model;
    FilterChip* m_show;
    FilterChip* m_ring;
    FilterChip* m_label;
    QMenu* m_menu;
    QMenu* m_convenings;
    QMenu* m_rings;
    QMenu* m_labels;
    QMenu* m_colours;
    QMenu* m_ringMenu;  ///< of the chip
    QMenu* m_labelMenu; ///< of the chip
    bool m_isShort = false;
};

} // namespace weavemap::ui
