// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ThinProgress.h"

#include <algorithm>

#include <QPainter>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

ThinProgress::ThinProgress(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(motion::kBusyAfter);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_showing = true;
        update();
    });
}

void ThinProgress::start()
{
    m_share = -1;
    if (!m_showing)
        m_delay.start();
}

void ThinProgress::setShare(double share)
{
    m_share = std::min(share, 1.0);
    setAccessibleDescription(m_share < 0 ? QString() : tr("%1 %").arg(qRound(m_share * 100)));
    if (m_showing)
        update();
}

void ThinProgress::finish()
{
    m_delay.stop();
    m_showing = false;
    m_share = -1;
    setAccessibleDescription({});
    update();
}

void ThinProgress::paintEvent(QPaintEvent*)
{
    if (!m_showing)
        return;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const QRectF whole(0, (height() - 2) / 2.0, width(), 2);
    painter.fillRect(whole, theme.color(ColorRole::border));
    QRectF done = whole;
    done.setWidth(whole.width() * (m_share < 0 ? 0.3 : m_share));
    painter.fillRect(done, theme.color(ColorRole::accent, m_share < 0 ? 0.5 : 1.0));
}

} // namespace weavemap::ui
