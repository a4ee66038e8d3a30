// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "core/actions/Today.h"

class QCheckBox;

namespace weavemap::ui {

/// A promise with its checkbox, what it is about, and when it is due: late in words, never in red alone.
class PromiseRow : public QFrame
{
    Q_OBJECT

public:
    PromiseRow(const actions::Promise& promise, Date today, QWidget* parent = nullptr);

    void setEditable(bool editable);

Q_SIGNALS:
    void kept(weavemap::FollowUpId followUp);
    void conversationRequested(weavemap::ConversationId conversation);

private:
    QCheckBox* m_check;
};

} // namespace weavemap::ui
