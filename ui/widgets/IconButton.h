// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/base/Theme.h"

namespace weavemap::ui {

/// A square button with an icon only; its name is its tooltip and its accessible name. Checked it is accent on accent
/// soft.
class IconButton : public QToolButton
{
    Q_OBJECT
public:
    enum class Edge { none, line };

    IconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

    void setIconName(const QString& iconName);
    /// Name and key: the tooltip reads "Undo  Ctrl+Z".
    void setName(const QString& name, const QString& keyText = {});
    /// Side in px, 28 to 40 (default 32); the icon is 18.
    void setSide(int side);
    void setEdge(Edge edge);
    /// Colour of the icon while not checked (default muted).
    void setIconRole(ColorRole role);

    QSize sizeHint() const override { return {m_side, m_side}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    int m_side = 32;
    ColorRole m_role = ColorRole::muted;
    Edge m_edge = Edge::none;
};

} // namespace weavemap::ui
