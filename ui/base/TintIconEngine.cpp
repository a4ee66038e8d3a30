// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TintIconEngine.h"

#include <utility>

#include <QFile>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {
constexpr double kDisabledOpacity = 0.45;
}

TintIconEngine::TintIconEngine(QString name, ColorRole role, ColorRole onRole)
    : m_name(std::move(name)), m_role(role), m_onRole(onRole)
{}

QColor TintIconEngine::color(QIcon::Mode mode, QIcon::State state) const
{
    const ColorRole role = state == QIcon::On ? m_onRole : m_role;
    return currentTheme().color(role, mode == QIcon::Disabled ? kDisabledOpacity : 1.0);
}

void TintIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    paintIcon(painter, m_name, color(mode, state), rect);
}

QPixmap TintIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TintIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // `size` is in pixels of the device already; the ratio is set by QIcon.
    const int side = qMin(size.width(), size.height());
    QPixmap result = iconPixmap(m_name, color(mode, state), side, 1.0);
    result.setDevicePixelRatio(scale);
    return result;
}

QIconEngine* TintIconEngine::clone() const { return new TintIconEngine(m_name, m_role, m_onRole); }

bool TintIconEngine::isNull() { return !QFile::exists(QStringLiteral(":/icons/%1.svg").arg(m_name)); }

} // namespace weavemap::ui
