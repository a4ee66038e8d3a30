// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/base/Theme.h"
#include "ui/conversations/TwoLines.h"

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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitLines();

    QString m_icon;
    ColorRole m_iconRole;
    TwoLines m_title{TextStyle::base};
    TwoLines m_second{TextStyle::caption};
    bool m_struck = false;
};

} // namespace weavemap::ui
