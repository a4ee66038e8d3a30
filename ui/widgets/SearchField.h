// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace weavemap::ui {

/// A line edit with a lens (or another icon) at its left, and at its right the key that leads here, or a cross once
/// there is text. Escape clears the text first; with no text it is passed on.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    /// Shown as a small key cap while the field is empty: "Ctrl K".
    void setKeyHint(const QString& hint);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Down or Page Down was pressed: the list of results may take the focus.
    void wentDown();

protected:
    /// The window listens to Escape, too: it has to wait while there is text to clear.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void updateMargins();

    QString m_icon;
    QString m_keyHint;
    QAction* m_clear = nullptr;
};

} // namespace weavemap::ui
