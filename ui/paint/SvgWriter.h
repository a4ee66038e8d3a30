// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include <QByteArray>
#include <QRawFont>
#include <QSizeF>
#include <QString>

#include "ui/paint/VectorDevice.h"

namespace weavemap::ui {

/// Writes a vector drawing as an SVG 1.1 file: lines and curves, text as text. The letters that it has go with the file
/// as fonts, ours and those that stand in where ours has none; programs that read no fonts from files find them by
/// their names, or take others. The same drawing gives the same bytes.
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
    /// A font, and the letters it is used for.
    struct Face
    {
        QRawFont font;
        QString family;
        bool bold = false;
        std::set<char32_t> letters;
    };
    void group(const QByteArray& style);
    Face& faceOf(const QRawFont& font, bool bold);

    QString m_title, m_family;
    QSizeF m_px;
    QByteArray m_body, m_style;
    std::vector<Face> m_faces;
};

} // namespace weavemap::ui
