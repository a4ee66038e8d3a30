// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/base/Type.h"

namespace weavemap::ui {

/// Words in accent colour that lead somewhere: "Show them". Underlined under the pointer; Enter and Space press it.
class LinkLabel : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkLabel(const QString& text, QWidget* parent = nullptr, TextStyle style = TextStyle::control);

    QSize sizeHint() const override;
    /// A long name is cut where there is no room for it.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    TextStyle m_style;
};

} // namespace weavemap::ui
