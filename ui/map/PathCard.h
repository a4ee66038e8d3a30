// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class QHBoxLayout;

namespace weavemap::ui {

class Button;
class IconButton;
class TextLabel;

/// What is known of a path between two people: how many steps, over whom, which of several it is.
class PathCard : public Card
{
    Q_OBJECT

public:
    explicit PathCard(QWidget* parent = nullptr);

    /// `title`: whose path; `sentence`: what came of it; `which`: "Path 1 of 3", empty where there is only one.
    void setPath(const QString& title, const QString& sentence, const QString& which);
    /// Names nobody until the next path.
    void forget();

Q_SIGNALS:
    void nextRequested();
    void endRequested();
    void closeRequested();

private:
    QHBoxLayout* m_head;
    TextLabel* m_title;
    TextLabel* m_sentence;
    TextLabel* m_which;
    Button* m_next;
    Button* m_end;
    IconButton* m_close;
};

} // namespace weavemap::ui
