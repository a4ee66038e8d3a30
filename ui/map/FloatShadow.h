// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

class QPainter;

namespace weavemap::ui {

class Theme;

/// The shadow of a card that floats on the map: a nine-patch, made once for a theme and a screen. UI thread.
void paintFloatShadow(QPainter& painter, const QRectF& card, const Theme& theme, double devicePixelRatio);

/// The same below a card that does not lie on the canvas itself. Follows the card about, and lets the mouse through.
class FloatShadow : public QWidget
{
    Q_OBJECT

public:
    /// `card` has the same parent and outlives this.
    explicit FloatShadow(QWidget* card);
    /// Whether the card floats now: a panel beside the map has no shadow.
    void setFloating(bool floats);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(bool cardShown);

    QWidget* m_card;
    bool m_floats = true;
};

} // namespace weavemap::ui
