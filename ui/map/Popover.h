// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPoint>
#include <QPointer>

#include "ui/map/MapMotion.h"
#include "ui/widgets/Card.h"

namespace weavemap::ui {

/// A small floating card with one question, opened at a spot of the map. Escape, or going elsewhere, closes it without
/// doing anything; `accepted` follows Enter.
class Popover : public Card
{
    Q_OBJECT

public:
    Popover(const Settings& settings, QWidget* parent);

Q_SIGNALS:
    void accepted();
    void closed();

public Q_SLOTS:
    void accept();
    void dismiss();

protected:
    /// Shows the card near `at` (px of the parent), all of it inside the parent, and gives `first` the keyboard.
    void openAt(QPoint at, QWidget* first);
    /// The same beside a line, so that it and both its ends are seen, within `room`; where there is no such place, near
    /// its end. All in px of the parent.
    void openBeside(const QLineF& line, const QRect& room, QWidget* first);
    /// Takes the height that the lines need at the card's width.
    void fitContent();
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Whether Enter does something now.
    virtual bool canAccept() const { return true; }

private:
    void settle();
    void open(QPoint corner, QWidget* first);

    MapMotion m_motion;
    QPoint m_corner; ///< where it comes to rest
    /// Hides, and gives the keyboard back to where it was.
    void leave();

    QPointer<QWidget> m_before;
};

} // namespace weavemap::ui
