// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/Settings.h"
#include "ui/map/MapMotion.h"
#include "ui/paint/MapPicture.h"
#include "ui/widgets/Card.h"

class QScrollArea;
class QVBoxLayout;

namespace weavemap::ui {

class IconButton;
class LegendRow;
class TextLabel;

/// The legend at the map's foot, made from the picture's own: colour values with counts, then sizes, hollow discs and
/// lines. Values that share the grey are one line, which counts them. Folded it is only its title; the setting
/// remembers.
class LegendCard : public Card
{
    Q_OBJECT

public:
    explicit LegendCard(Settings& settings, QWidget* parent = nullptr);

    /// Whether discs have the sizes that the legend speaks of, or those of before while the new are on their way.
    enum class Sizes { fresh, stale };
    /// `hidden`: values that a filter hides now.
    void setLegend(const MapLegend& legend, const MapColors& colors, const QStringList& hidden, Sizes sizes);

    /// Stands with its lower left corner here, and stays so while it folds. Higher than `most` px it never is: then its
    /// lines are scrolled.
    void standOn(QPoint corner, int most);
    /// Where it will be once it is folded, or open.
    QRect atRest() const;

Q_SIGNALS:
    /// `group`: as `LegendEntry::group`.
    void valueClicked(const QString& value, int group);
    /// It takes another size now.
    void folded();

private:
    void rebuild();
    void keepFocus(const QString& value);
    void syncFold();
    void applyHeight();
    int openHeight() const; ///< of the lines, as far as they are seen at once
    bool isOpen() const { return m_settings.value(setting::kLegend) == Fold::open; }

    Settings& m_settings;
    MapLegend m_legend;
    MapColors m_colors;
    QStringList m_hidden;
    Sizes m_sizes = Sizes::fresh;
    TextLabel* m_title;
    IconButton* m_fold;
    QWidget* m_content;
    QScrollArea* m_window; ///< the part of the content that is seen
    MapMotion m_motion;
    QVBoxLayout* m_rows;
    QPoint m_corner;
    int m_most;
};

} // namespace weavemap::ui
