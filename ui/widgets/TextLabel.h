// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/base/Theme.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

/// A label in a style of the type scale and the colour of a role; follows the theme.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Lines { one, many, elided };

    explicit TextLabel(const QString& text = {}, TextStyle style = TextStyle::base, ColorRole role = ColorRole::text,
                       Lines lines = Lines::one, QWidget* parent = nullptr);

    void setTextStyle(TextStyle style);
    void setColorRole(ColorRole role);

    QSize minimumSizeHint() const override;
    /// Of the width it can have: a layout asks for the height at its own width, however narrow the label is.
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updatePalette();
    QString elidedText() const;

    TextStyle m_style;
    ColorRole m_role;
    Lines m_lines;
};

} // namespace weavemap::ui
