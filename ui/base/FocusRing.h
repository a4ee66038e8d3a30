// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;

namespace weavemap::ui {

/// Property of a widget that wants the ring: the radius of its own corners, a number.
inline constexpr auto kFocusRadiusProperty = "weavemapFocusRadius";

/// Shows the 2 px ring, 2 px away, around the widget that the keyboard moved the focus to. A click moves the focus
/// without a ring. One for an application.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

    /// Told of every FocusIn of a widget.
    void focusMoved(QWidget* widget, Qt::FocusReason reason);

private:
    QPointer<QFocusFrame> m_frame;
};

} // namespace weavemap::ui
