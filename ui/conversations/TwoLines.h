// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include "ui/base/Type.h"

class QColor;
class QPainter;

namespace weavemap::ui {

/// A text that is given a second line where one does not hold it; what the second does not hold, either, ends in an
/// ellipsis. A value.
class TwoLines
{
public:
    explicit TwoLines(TextStyle style) : m_style(style) {}

    /// `needed`: how much of the text, from its beginning, is worth another line; -1: all of it.
    void setText(const QString& text, qsizetype needed = -1);
    const QString& text() const { return m_text; }
    /// Breaks it for this width; whether the number of lines is another one now.
    bool fit(double width);
    bool isBroken() const { return !m_first.isEmpty(); }

    enum class Struck { no, yes };
    /// `line` is where the first one stands; the second stands below it.
    void paint(QPainter* painter, const QRectF& line, const QColor& ink, Struck struck = Struck::no) const;

private:
    TextStyle m_style;
    QString m_text;
    qsizetype m_needed = -1;
    QString m_first; ///< what stands in the first of two lines
};

} // namespace weavemap::ui
