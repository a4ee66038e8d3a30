// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

namespace weavemap::ui {

class IconButton;
class TextLabel;

/// A line over the content: why this file can only be read, what could not be stored, or what was just done. The last
/// kind goes by itself.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { standing, trouble, passing };

    explicit Banner(QWidget* parent = nullptr);

    void show(Tone tone, const QString& sentence);
    /// Takes away what is shown; a standing sentence comes back when a later one has gone.
    void dismiss();
    void clearStanding();
    QString sentence() const;

private:
    void present(Tone tone, const QString& sentence);

    TextLabel* m_label;
    IconButton* m_close;
    QTimer m_timer;
    QString m_standing;
};

} // namespace weavemap::ui
