// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

/// A person's disc with initials. Its accessible name is the person's name.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget* parent = nullptr);

    void setPerson(const QString& name, int group, Heard heard = Heard::yes);
    /// Diameter in px (default 40).
    void setDiameter(int diameter);
    QString initials() const { return m_initials; }

    QSize sizeHint() const override { return {m_diameter, m_diameter}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_initials;
    int m_group = kOtherGroup;
    int m_diameter = 40;
    Heard m_heard = Heard::yes;
};

} // namespace weavemap::ui
