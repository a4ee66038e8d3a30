// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace weavemap::ui {

/// A 2 px line under a page's title, shown only after 400 ms of work. Without a known share it shows a still part-line:
/// no motion without news.
class ThinProgress : public QWidget
{
    Q_OBJECT
public:
    explicit ThinProgress(QWidget* parent = nullptr);

    /// Work began; nothing shows yet.
    void start();
    /// `share` 0 to 1; negative: not known.
    void setShare(double share);
    void finish();
    bool isShowing() const { return m_showing; }

    QSize sizeHint() const override { return {120, 2}; }
    QSize minimumSizeHint() const override { return {0, 2}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_delay;
    double m_share = -1;
    bool m_showing = false;
};

} // namespace weavemap::ui
