// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weavemap::ui {

class Button;
class TextLabel;

/// The bottom line of the page for a call: the promise that nothing is stored yet, and the two ways on.
class CallFoot : public QWidget
{
    Q_OBJECT

public:
    enum class For { newCall, storedCall };

    explicit CallFoot(QWidget* parent = nullptr);

    void setFor(For what);

Q_SIGNALS:
    void closeRequested();
    void storeRequested();

private:
    TextLabel* m_promise;
    Button* m_store;
};

} // namespace weavemap::ui
