// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "core/base/Date.h"
#include "core/domain/Ids.h"

class QCheckBox;

namespace weavemap::ui {

/// What a row says about a promise that is open.
struct PromiseText
{
    FollowUpId id;
    ConversationId conversation; ///< the call it came from; 0: none
    QString text;
    QString about; ///< a muted line below: for whom, who does it; may be empty
    QString call;  ///< the words that lead to the call
    std::optional<Date> due;
};

/// A promise with its checkbox, what it is about, and when it is due: late in words, never in red alone. X on the
/// checkbox keeps it, like Space.
class PromiseRow : public QFrame
{
    Q_OBJECT

public:
    PromiseRow(const PromiseText& promise, Date today, QWidget* parent = nullptr);

    FollowUpId id() const { return m_id; }
    void setEditable(bool editable);
    QCheckBox* check() const { return m_check; }
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void kept(weavemap::FollowUpId followUp);
    void conversationRequested(weavemap::ConversationId conversation);
    /// Up and Down on the checkbox: the row before (-1) or after (+1) is wanted.
    void stepRequested(int step);

private:
    FollowUpId m_id;
    QCheckBox* m_check;
};

} // namespace weavemap::ui
