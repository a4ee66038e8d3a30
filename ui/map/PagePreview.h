// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QRectF>
#include <QWidget>

namespace weavemap::ui {

/// A page as it will be printed, as large as there is room, on a quiet ground; a poster with the lines where its sheets
/// are cut, and their numbers.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget* parent = nullptr);

    /// `pageSize` and `sheets` in px of the page; the image may have any resolution.
    void setPage(const QImage& image, QSizeF pageSize, const std::vector<QRectF>& sheets = {});
    const std::vector<QRectF>& sheets() const { return m_sheets; }
    const QImage& image() const { return m_image; }
    /// Pixels of the screen that one px of a page of this size takes now.
    double ratioFor(QSizeF pageSize) const;
    QSize sizeHint() const override { return {720, 620}; }

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintSheets(QPainter& painter, const QRectF& page, double scale) const;

    QImage m_image;
    QSizeF m_pageSize;
    std::vector<QRectF> m_sheets;
};

} // namespace weavemap::ui
