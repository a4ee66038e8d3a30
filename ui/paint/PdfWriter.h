// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QPaintDevice>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>

#include "ui/paint/PdfFonts.h"
#include "ui/paint/PdfObjects.h"

namespace weavemap::ui {

/// Writes pages of vector drawings as a PDF file (ISO 32000-1): translucent lines stay lines, text can be found and
/// copied in any script, fonts are embedded, and the same drawing gives the same bytes. A drawing is stored once, on
/// however many pages it is shown. Beyond the title the file says nothing about where and when it was made.
class PdfWriter
{
public:
    explicit PdfWriter(QString title);
    ~PdfWriter();
    PdfWriter(const PdfWriter&) = delete;
    PdfWriter& operator=(const PdfWriter&) = delete;

    /// Starts a drawing: paint on the device, and let it go before the next one starts.
    std::unique_ptr<QPaintDevice> newDrawing(QSizeF px);

    struct Shown
    {
        int drawing = 0;              ///< in the order they were started
        QTransform place;             ///< px of the drawing to points of the page, both down from the top
        std::optional<QRectF> window; ///< what is seen of it, in points of the page
    };
    void addPage(QSizeF points, const std::vector<Shown>& drawings);

    QByteArray file();

private:
    class Drawing;
    QByteArray alphaName(double alpha);

    PdfObjects m_objects;
    PdfFonts m_fonts;
    QString m_title;
    int m_resources;
    int m_pages;
    std::vector<std::unique_ptr<Drawing>> m_drawings;
    std::map<int, QByteArray> m_alphas; ///< by thousandths
    struct Page
    {
        QSizeF points;
        QByteArray content;
    };
    std::vector<Page> m_sheets;
};

} // namespace weavemap::ui
