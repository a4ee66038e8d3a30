// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace weavemap::ui {

/// Escape closes an open list (of a field, or of names that complete it) and nothing else: Qt closes the list while it
/// still asks who wants the key, and hands the same key on to the window. One for an application. UI thread.
class PopupEscape : public QObject
{
    Q_OBJECT

public:
    explicit PopupEscape(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_closed = false; ///< by this press of the key, which goes no further
};

} // namespace weavemap::ui
