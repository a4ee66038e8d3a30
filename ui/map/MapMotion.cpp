// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapMotion.h"

#include <algorithm>

#include <QEasingCurve>
#include <QVariantAnimation>

#include "ui/base/Settings.h"

namespace weavemap::ui {

namespace {
constexpr std::array kMs{120, 160, 350, 400, 600, 500};
} // namespace

MapMotion::MapMotion(const Settings& settings, QObject* parent) : QObject(parent), m_settings(settings)
{
    for (std::size_t i = 0; i < kMs.size(); ++i) {
        const auto kind = static_cast<Kind>(i);
        auto* running = m_clocks[i] = new QVariantAnimation(this);
        running->setDuration(kMs[i]);
        running->setStartValue(0.0);
        running->setEndValue(1.0);
        running->setEasingCurve(QEasingCurve::OutCubic);
        connect(running, &QVariantAnimation::valueChanged, this, [this, kind] {
            if (isMoving(kind))
                Q_EMIT stepped(kind);
        });
        connect(running, &QVariantAnimation::finished, this, [this, kind] { Q_EMIT ended(kind); });
    }
}

void MapMotion::start(Kind kind)
{
    clock(kind).stop();
    if (m_settings.value(setting::kMotion) == Motion::reduced)
        Q_EMIT ended(kind);
    else
        clock(kind).start();
}

void MapMotion::stop(Kind kind) { clock(kind).stop(); }

bool MapMotion::isMoving(Kind kind) const { return clock(kind).state() == QAbstractAnimation::Running; }

bool MapMotion::isStill() const
{
    return std::none_of(m_clocks.begin(), m_clocks.end(), [](const QVariantAnimation* running) {
        return running->state() == QAbstractAnimation::Running;
    });
}

double MapMotion::at(Kind kind) const { return isMoving(kind) ? clock(kind).currentValue().toDouble() : 1.0; }

} // namespace weavemap::ui
