// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/members/Timeline.h"

namespace weavemap::ui {

/// One line of what happened: an icon on the thread that leads from line to line, title and date, text, pills. Where a
/// conversation stands behind it, it is pressed like a button to open that.
class TimelineRow : public QWidget
{
    Q_OBJECT

public:
    enum class Thread { goesOn, ends };

    TimelineRow(const TimelineEntry& entry, Date today, Thread thread, QWidget* parent = nullptr);

Q_SIGNALS:
    void conversationRequested(weavemap::ConversationId conversation);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open();

    QString m_icon;
    ConversationId m_conversation;
    Thread m_thread;
};

} // namespace weavemap::ui
