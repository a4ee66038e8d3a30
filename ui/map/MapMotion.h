// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QObject>

class QVariantAnimation;

namespace weavemap::ui {

class Settings;

/// The clocks of everything that moves on the map: each runs a value from 0 to 1, slower towards its end. Who draws
/// asks for the values and draws what they say. With *less motion* a clock is at its end as soon as it starts.
class MapMotion : public QObject
{
    Q_OBJECT

public:
    /// What moves, and so for how long: 120, 160, 350, 400, 600 ms; another
    /// date 500.
    enum class Kind { hover, panel, fly, grow, settle, date };

    explicit MapMotion(const Settings& settings, QObject* parent = nullptr);

    /// From 0 again; `ended` follows, at once where motion is off.
    void start(Kind kind);
    /// To its end, without telling.
    void stop(Kind kind);
    /// 0 to 1; 1 while it does not run.
    double at(Kind kind) const;
    bool isMoving(Kind kind) const;
    /// Whether no clock runs.
    bool isStill() const;

Q_SIGNALS:
    void stepped(weavemap::ui::MapMotion::Kind kind);
    void ended(weavemap::ui::MapMotion::Kind kind);

private:
    QVariantAnimation& clock(Kind kind) const { return *m_clocks[static_cast<std::size_t>(kind)]; }

    const Settings& m_settings;
    std::array<QVariantAnimation*, 6> m_clocks{};
};

} // namespace weavemap::ui
