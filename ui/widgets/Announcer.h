// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace weavemap::ui {

/// Has screen readers say what happens away from the keyboard: a notification of the window, unseen, whose name is the
/// last sentence. Qt 6.4 has no announcements; a notification that comes up is read out.
class Announcer : public QWidget
{
    Q_OBJECT

public:
    /// Says a sentence in the window of `from`; nothing where nobody listens, or where there is nothing to say.
    static void say(const QWidget& from, const QString& sentence);
    /// Keeps nothing of what was said in the window of `from`.
    static void forget(const QWidget& from);

private:
    explicit Announcer(QWidget* window);
};

} // namespace weavemap::ui
