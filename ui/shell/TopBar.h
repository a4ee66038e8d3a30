// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QMenuBar;

namespace weavemap::ui {

class Button;
class IconButton;
class SearchField;

/// The bar on top of the window: mark, menus, the search field in the middle, undo, redo and *Log a call*.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    QMenuBar* menuBar() const { return m_menuBar; }
    SearchField* searchField() const { return m_search; }
    Button* logCallButton() const { return m_logCall; }
    /// The two buttons follow these actions: enabled, name, what they do.
    void setUndoActions(QAction* undo, QAction* redo);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow(IconButton* button, QAction* action);

    QMenuBar* m_menuBar;
    SearchField* m_search;
    IconButton* m_undo;
    IconButton* m_redo;
    Button* m_logCall;
};

} // namespace weavemap::ui
