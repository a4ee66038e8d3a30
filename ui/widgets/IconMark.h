// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/base/Theme.h"

namespace weavemap::ui {

/// A small icon in front of words, 16 px unless told, in the colours of the theme: for the eye only, the words say it
/// all.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(const QString& iconName, ColorRole role = ColorRole::muted, QWidget* parent = nullptr);

    void setIconName(const QString& iconName);
    void setSide(int side);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    ColorRole m_role;
};

} // namespace weavemap::ui
