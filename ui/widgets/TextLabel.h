// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/base/Theme.h"
#include "ui/base/Type.h"

class QPainter;
class QTextLayout;

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
    /// Of many lines only this many are shown, the last of them cut.
    void setMostLines(int lines);

    QSize minimumSizeHint() const override;
    /// Of the width it can have: a layout asks for the height at its own width, however narrow the label is.
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updatePalette();
    QString elidedText() const;
    /// Whether a word of many lines is longer than a line of `width`.
    bool breaksWords(int width) const;
    /// Whether the lines are broken here, not by the base class.
    bool ownLines(int width) const { return m_mostLines > 0 || breaksWords(width); }
    int linesShown(const QTextLayout& lines) const;
    void paintLines(QPainter* painter) const;
    QString inLines() const; ///< as a text layout wants line breaks

    TextStyle m_style;
    ColorRole m_role;
    Lines m_lines;
    int m_mostLines = 0; ///< 0: all
};

} // namespace weavemap::ui
