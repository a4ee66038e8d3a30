// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/ParagraphField.h"

#include <QFocusEvent>
#include <QTextDocument>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {
constexpr int kLines = 3;
constexpr int kMargin = 9; ///< so that its text stands under that of fields of one line
constexpr int kEdges = 2 * kMargin + 4;
} // namespace

ParagraphField::ParagraphField(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    document()->setDocumentMargin(kMargin);
    setTabChangesFocus(true);
    setFixedHeight(kLines * lineHeight(TextStyle::base) + kEdges);
}

void ParagraphField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && document()->isModified())
        Q_EMIT editingFinished();
}

} // namespace weavemap::ui
