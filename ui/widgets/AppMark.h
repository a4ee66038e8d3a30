// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weavemap::ui {

/// The program's mark in the colours of the theme.
class AppMark : public QWidget
{
    Q_OBJECT
public:
    explicit AppMark(int side, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace weavemap::ui
