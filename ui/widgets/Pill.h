// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

/// A reason or a state in a round-ended ground, 22 px high. Not a control. Words that do not fit are cut, and whole in
/// the tool tip.
class Pill : public QLabel
{
    Q_OBJECT
public:
    explicit Pill(const PillText& pill, QWidget* parent = nullptr);

    void setPill(const PillText& pill);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// What is painted at the width there is.
    PillText shown() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void syncToolTip();

    PillText m_pill;
};

} // namespace weavemap::ui
