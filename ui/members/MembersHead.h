// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weavemap::ui {

class Button;
class TextLabel;

/// The line over the list of members: title, how many are shown, and the buttons. Where it is too narrow for their
/// words the buttons are icons, and how many is cut before anything else is.
class MembersHead : public QWidget
{
    Q_OBJECT

public:
    /// Takes over `count`.
    explicit MembersHead(TextLabel* count, QWidget* parent = nullptr);

    Button* importButton() const { return m_import; }
    Button* addButton() const { return m_add; }

protected:
    /// Asked to lay itself out anew when the words of the count are others.
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    TextLabel* m_title;
    TextLabel* m_count;
    Button* m_import;
    Button* m_add;
    int m_wordsWidth; ///< of both buttons with their words
};

} // namespace weavemap::ui
