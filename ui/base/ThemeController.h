// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/base/Settings.h"
#include "ui/base/Theme.h"

class QApplication;

namespace weavemap::ui {

class FocusRing;

/// The theme that widgets paint with now. Light until a controller has applied another. UI thread.
const Theme& currentTheme();

/// Applies style, palette and font to the application and follows the user's choice and the system. One for
/// a process, made right after the QApplication and owned by whoever runs it. A widget that caches colours connects to
/// `themeChanged`; one that asks `currentTheme()` while painting needs nothing: it is repainted.
class ThemeController : public QObject
{
    Q_OBJECT
public:
    explicit ThemeController(QApplication& app, ThemeChoice choice = ThemeChoice::system);
    ~ThemeController() override;

    /// The controller of this process, or null.
    static ThemeController* instance();

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    /// With reduced motion every duration is 0.
    void setMotion(Motion motion) { m_motion = motion; }
    Motion motion() const { return m_motion; }
    /// `ms`, or 0 with reduced motion.
    int duration(int ms) const { return m_motion == Motion::reduced ? 0 : ms; }

Q_SIGNALS:
    /// After the new colours are in force.
    void themeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void readSystem();
    ThemeKind kindForChoice() const;

    QApplication& m_app;
    ThemeChoice m_choice;
    Motion m_motion = Motion::full;
    bool m_applying = false;
    ThemeKind m_systemKind;
    FocusRing* m_ring;
};

} // namespace weavemap::ui
