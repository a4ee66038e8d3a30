// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace weavemap::ui {

/// A round-ended button, 30 px high: icon, muted label, value, and a chevron or a cross at its end. Checked it is
/// filled with the accent. The cross is a target of its own; Delete and Backspace press it from the keyboard.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class End { none, chevron, close };

    explicit Chip(const QString& value, QWidget* parent = nullptr);

    /// The muted word in front ("Colour") or behind (`setAfter`, "2 steps").
    void setLabel(const QString& label);
    QString label() const { return m_label; }
    void setAfter(const QString& after);
    /// The same as the button's text.
    void setValue(const QString& value);
    QString value() const { return text(); }
    void setIconName(const QString& name);
    void setEnd(End end);
    End end() const { return m_end; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF frame() const;
    QRectF endArea() const;
    void updateName();

    QString m_label;
    QString m_after;
    QString m_icon;
    End m_end = End::none;
    bool m_pressedEnd = false;
};

} // namespace weavemap::ui
