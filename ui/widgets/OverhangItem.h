// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetItem>

namespace weavemap::ui {

/// The place of a control in a layout of text: it takes the height of a line, and hangs over it at both sides by as
/// much as it is higher, so that lines stand close and the control can still be hit. The widget has its parent already;
/// the layout owns the item.
class OverhangItem : public QWidgetItem
{
public:
    OverhangItem(QWidget* widget, int lineHeight);

    QSize sizeHint() const override;
    QSize minimumSize() const override;
    QSize maximumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int over() const; ///< at each side

    int m_line;
};

} // namespace weavemap::ui
