// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QComboBox;
class QLineEdit;

namespace weavemap::ui {

/// Something the talk brought up, with its topic: a need, an offer, a project or a barrier; in a stored call also an
/// introduction or a question.
class ItemEntry : public EntryRow
{
    Q_OBJECT

public:
    /// `otherName`: who is introduced or met it; may be empty.
    explicit ItemEntry(const ItemInput& input, const QString& otherName = {});

    ItemInput input() const;
    bool isBlank() const override;

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    ItemInput m_given;
    QString m_other;
    QLineEdit* m_text;
    QLineEdit* m_topic;
    QComboBox* m_state;
};

} // namespace weavemap::ui
