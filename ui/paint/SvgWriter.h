// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QByteArray>
#include <QRawFont>
#include <QSizeF>
#include <QString>

#include "ui/paint/VectorDevice.h"

namespace weavemap::ui {

/// Writes a vector drawing as an SVG 1.1 file: lines and curves, text as text. The letters of the program's own font go
/// with the file, for viewers that read them; a text with letters of other fonts is drawn as outlines, with the text
/// itself unseen over them, so that it can be found. The same drawing gives the same bytes.
class SvgWriter final : public VectorSink
{
public:
    SvgWriter(QString title, QString family, QSizeF px);

    void fill(const QPainterPath& path, const QColor& color) override;
    void fillCircle(QPointF middle, double radius, const QColor& color) override;
    void stroke(const QPainterPath& path, const QPen& pen) override;
    void text(const VectorText& text) override;

    QByteArray file() const;

private:
    struct Letters
    {
        QRawFont font;
        std::map<char32_t, std::uint32_t> glyphs; ///< the font's own numbers
    };
    void group(const QByteArray& style);
    void drawGlyphs(const VectorText& text);
    QByteArray fontFace(bool bold) const;

    QString m_title, m_family;
    QSizeF m_px;
    QByteArray m_body, m_style;
    std::map<bool, Letters> m_letters; ///< by bold
};

} // namespace weavemap::ui
