// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QTimer>

namespace weavemap::ui {

class IconButton;
class LinkLabel;
class TextLabel;

/// A line over the content: why this file can only be read, what could not be stored, or what was just done. The last
/// kind goes by itself. What stands has room of its own above the content, as margin of the parent; anything else
/// floats near the foot of the content, which does not move, where it covers nothing that can be pressed and as little
/// of what can be read as there is room for. It looks again when the page beneath it changes.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { standing, trouble, passing };

    /// `content` is what it lies over; its contents margins belong to the banner.
    explicit Banner(QWidget* content);

    /// `file`: what the sentence says was written, with links that open it and its folder; empty: none.
    void show(Tone tone, const QString& sentence, const QString& file = {});
    /// Takes away what is shown; a standing sentence comes back when a later one has gone.
    void dismiss();
    void clearStanding();
    QString sentence() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    int heightAt(int width) const;
    /// What the content shows beneath it, in its pixels and without what is scrolled away.
    struct Beneath
    {
        std::vector<QRect> controls; ///< buttons and fields
        std::vector<QRect> words;    ///< labels, rows of lists, written text
    };
    Beneath beneath() const;
    QRect bestSpot(QSize size) const;
    void present(Tone tone, const QString& sentence, const QString& file = {});

    TextLabel* m_label;
    LinkLabel* m_open;
    LinkLabel* m_folder;
    IconButton* m_close;
    QTimer m_timer;
    QTimer m_again; ///< looks for a place again, once for many changes beneath
    QString m_standing;
    QString m_file;
};

} // namespace weavemap::ui
