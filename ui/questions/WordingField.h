// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace weavemap::ui {

/// A field for one sentence that may fill several lines: Enter takes what was typed and leaving it does, too; Escape
/// puts back what stood there, and is left to the page where nothing was typed.
class WordingField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit WordingField(QWidget* parent = nullptr);

    /// Shows it as what stood there; nothing is emitted.
    void setWording(const QString& text);
    QString wording() const { return toPlainText(); }
    /// Whether something else was typed.
    bool isTyped() const { return toPlainText() != m_before; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Enter, or the keyboard went elsewhere.
    void taken();
    void edited();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_before;
};

} // namespace weavemap::ui
