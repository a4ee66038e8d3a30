// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/WordingField.h"

#include <QKeyEvent>
#include <QSignalBlocker>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {
constexpr int kLines = 4, kMargin = 8, kAround = 2 * kMargin + 4;
}

WordingField::WordingField(QWidget* parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFont(ui::font(TextStyle::base));
    document()->setDocumentMargin(kMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(this, &QPlainTextEdit::textChanged, this, &WordingField::edited);
}

void WordingField::setWording(const QString& text)
{
    const QSignalBlocker quiet(this);
    m_before = text;
    if (toPlainText() != text)
        setPlainText(text);
}

QSize WordingField::sizeHint() const { return {200, kLines * lineHeight(TextStyle::base) + kAround}; }

bool WordingField::event(QEvent* event)
{
    // The window listens to Escape, too: it has to wait while there is something to put back.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->setAccepted(isTyped());
        return true;
    }
    return QPlainTextEdit::event(event);
}

void WordingField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT taken();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(isTyped());
        if (isTyped()) {
            setWording(m_before);
            Q_EMIT edited();
        }
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void WordingField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT taken();
}

} // namespace weavemap::ui
