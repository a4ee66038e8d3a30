// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace weavemap::ui {

/// A button that says a verb, with the key that presses it muted behind the words. With a menu it shows a chevron.
class Button : public QPushButton
{
    Q_OBJECT
public:
    /// One `primary` a screen. `quiet` has no edge until the pointer is over it. `link` is accent text, "+ Filter".
    enum class Kind { primary, normal, quiet, link, danger };
    enum class Height { normal, small };

    explicit Button(const QString& text, Kind kind = Kind::normal, QWidget* parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setHeight(Height height);
    void setIconName(const QString& name);
    /// "Ctrl Enter": words only, the shortcut itself is set elsewhere.
    void setKeyText(const QString& keyText);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    /// Enter presses it, as Space does.
    void keyPressEvent(QKeyEvent* event) override;

private:
    int heightPx() const;

    Kind m_kind;
    Height m_height = Height::normal;
    QString m_icon;
    QString m_keyText;
};

} // namespace weavemap::ui
