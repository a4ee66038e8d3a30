// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace weavemap::ui {

/// A field of several lines that tells once what was typed and the field is left; Tab leaves it.
class ParagraphField : public QPlainTextEdit
{
    Q_OBJECT

public:
    ParagraphField(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

Q_SIGNALS:
    void editingFinished();

protected:
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace weavemap::ui
