// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

/// A line of a list in the inspector, 44 px high: a person's disc, their name, a second line, and a chevron. A click
/// leads on.
class PersonRow : public QAbstractButton
{
    Q_OBJECT

public:
    PersonRow(const QString& name, const QString& second, int group, Heard heard, QWidget* parent = nullptr);

    QString second() const { return m_second; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_second;
    QString m_initials;
    int m_group;
    Heard m_heard;
};

} // namespace weavemap::ui
