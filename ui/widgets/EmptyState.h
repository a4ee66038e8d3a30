// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weavemap::ui {

class Button;
class TextLabel;

/// What a place shows while it has nothing: icon, title, one sentence, one action. Centred; never a cartoon.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    /// Without `action` there is no button.
    EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& action,
               QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    Button* actionButton() const { return m_action; }

Q_SIGNALS:
    void actionRequested();

private:
    TextLabel* m_title = nullptr;
    TextLabel* m_sentence = nullptr;
    Button* m_action = nullptr;
};

} // namespace weavemap::ui
