// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QTimer>

namespace weavemap::ui {

class IconButton;
class TextLabel;

/// A line over the content: why this file can only be read, what could not be stored, or what was just done. The last
/// kind goes by itself. What stands has room of its own above the content, as margin of the parent; anything else
/// floats at the foot of the content, which does not move, and covers nothing that can be pressed where there is room.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { standing, trouble, passing };

    /// `content` is what it lies over; its contents margins belong to the banner.
    explicit Banner(QWidget* content);

    void show(Tone tone, const QString& sentence);
    /// Takes away what is shown; a standing sentence comes back when a later one has gone.
    void dismiss();
    void clearStanding();
    QString sentence() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    int heightAt(int width) const;
    /// Where buttons and fields of the content can be seen, in its pixels; an empty one for what is scrolled away.
    std::vector<QRect> controlsBeneath() const;
    void present(Tone tone, const QString& sentence);

    TextLabel* m_label;
    IconButton* m_close;
    QTimer m_timer;
    QString m_standing;
};

} // namespace weavemap::ui
