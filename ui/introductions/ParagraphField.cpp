// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/ParagraphField.h"

#include <QFocusEvent>

#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {
constexpr int kLines = 3;
constexpr int kEdges = 20; ///< what the frame and the margins of the text take
} // namespace

ParagraphField::ParagraphField(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
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
