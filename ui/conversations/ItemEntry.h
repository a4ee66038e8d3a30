// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntryRow.h"

class QComboBox;
class QLineEdit;

namespace weavemap::ui {

/// A need, an offer, a project or a barrier, with its topic.
class ItemEntry : public EntryRow
{
    Q_OBJECT

public:
    explicit ItemEntry(const ItemInput& input);

    ItemInput input() const;
    bool isBlank() const override;

protected:
    QString title() const override;
    QString secondLine() const override;
    QWidget* firstField() const override;

private:
    ItemInput m_given;
    QLineEdit* m_text;
    QLineEdit* m_topic;
    QComboBox* m_state;
};

} // namespace weavemap::ui
