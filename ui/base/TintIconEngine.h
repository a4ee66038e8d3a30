// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

#include "ui/base/Theme.h"

namespace weavemap::ui {

/// Draws one of the resource icons in the colour that its role has in the current theme, so that an icon handed out
/// once follows every change. Pictures are cached by name, size, ratio and colour.
class TintIconEngine final : public QIconEngine
{
public:
    TintIconEngine(QString name, ColorRole role, ColorRole onRole);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;
    QString iconName() override { return m_name; }
    bool isNull() override;

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const;

    QString m_name;
    ColorRole m_role;
    ColorRole m_onRole;
};

} // namespace weavemap::ui
