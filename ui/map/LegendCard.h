// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/Settings.h"
#include "ui/paint/MapPicture.h"
#include "ui/widgets/Card.h"

class QVBoxLayout;

namespace weavemap::ui {

class IconButton;
class LegendRow;
class TextLabel;

/// The legend at the map's foot, made from the picture's own: colour values with counts, then sizes, hollow discs and
/// lines. Folded it is only its title; the setting remembers.
class LegendCard : public Card
{
    Q_OBJECT

public:
    explicit LegendCard(Settings& settings, QWidget* parent = nullptr);

    /// `hidden`: values that a filter hides now.
    void setLegend(const MapLegend& legend, const MapColors& colors, const QStringList& hidden);

Q_SIGNALS:
    void valueClicked(const QString& value);
    /// It takes another size now.
    void folded();

private:
    void rebuild();
    void syncFold();

    Settings& m_settings;
    MapLegend m_legend;
    MapColors m_colors;
    QStringList m_hidden;
    TextLabel* m_title;
    IconButton* m_fold;
    QWidget* m_content;
    QVBoxLayout* m_rows;
};

} // namespace weavemap::ui
