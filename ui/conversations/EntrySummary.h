// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/base/Theme.h"

namespace weavemap::ui {

/// The line of an entry that is folded: icon, what it says, and a muted second line.
class EntrySummary : public QAbstractButton
{
    Q_OBJECT

public:
    EntrySummary(const QString& iconName, ColorRole iconRole, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& second);
    /// Muted and struck through: what it says is to go.
    void setStruck(bool struck);

    QSize sizeHint() const override { return {200, 44}; }
    QSize minimumSizeHint() const override { return {80, 44}; }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_icon;
    ColorRole m_iconRole;
    QString m_second;
    bool m_struck = false;
};

} // namespace weavemap::ui
