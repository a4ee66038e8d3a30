// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLayout>

namespace weavemap::ui {

/// Puts widgets one after another and wraps them like words.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr, int gapX = 8, int gapY = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    /// Puts `widget` before the item at `index`.
    void insertWidget(int index, QWidget* widget);
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    enum class Mode { measure, place };
    int arrange(const QRect& rect, Mode mode) const;

    std::vector<QLayoutItem*> m_items;
    int m_gapX;
    int m_gapY;
};

} // namespace weavemap::ui
