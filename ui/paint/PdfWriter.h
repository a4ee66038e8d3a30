// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>

class QPainter;

namespace weavemap::ui {

/// Writes pages of vector drawings as a PDF file, drawn by cairo and finished by qpdf: translucent lines stay lines,
/// text can be found and copied in any script, fonts are embedded, and the same drawing gives the same bytes. Beyond
/// title, language and program the file says nothing about where and when it was made.
class PdfWriter
{
public:
    /// `language` of the words, as "en".
    PdfWriter(const QString& title, const QByteArray& language);
    ~PdfWriter();
    PdfWriter(const PdfWriter&) = delete;
    PdfWriter& operator=(const PdfWriter&) = delete;

    struct Layer
    {
        QSizeF px;                            ///< of the drawing
        QTransform place;                     ///< px to points of the page, both down from the top; no turn
        std::optional<QRectF> window;         ///< what is seen of it, in points of the page
        std::function<void(QPainter&)> paint; ///< in px; called at once
    };
    /// What lies outside of the page, or of a layer's window, is not in the file.
    void addPage(QSizeF points, const std::vector<Layer>& layers);

    /// The whole file; call it once, last. Empty where memory ran out or a library failed otherwise.
    QByteArray file();

private:
    class Drawing;
    struct File;
    std::unique_ptr<File> m_file;
};

} // namespace weavemap::ui
