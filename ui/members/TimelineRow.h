// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/members/Timeline.h"

namespace weavemap::ui {

/// One line of what happened: an icon on the thread that leads from line to line, title and date, text, pills. Where a
/// record stands behind it, it is pressed like a button to open that.
class TimelineRow : public QWidget
{
    Q_OBJECT

public:
    enum class Thread { goesOn, ends };

    TimelineRow(const TimelineEntry& entry, Date today, Thread thread, QWidget* parent = nullptr);

Q_SIGNALS:
    void conversationRequested(weavemap::ConversationId conversation);
    void introductionRequested(weavemap::IntroductionId introduction);
    void conveningRequested(weavemap::ConveningId convening);
    void projectRequested(weavemap::ProjectId project);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool canOpen() const;
    void open();

    QString m_icon;
    ConversationId m_conversation;
    IntroductionId m_introduction;
    ConveningId m_convening;
    ProjectId m_project;
    Thread m_thread;
};

} // namespace weavemap::ui
