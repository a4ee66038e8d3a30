// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QString>
#include <QTemporaryDir>

#include "core/base/Clock.h"
#include "core/base/Date.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"

namespace weavemap::uitest {

/// The day all tests of the window live on: Thursday 15 October 2026.
Date testDay();

/// Turns the event loop until `condition` holds; false after half a minute. No sleeping: events and posted work run.
bool waitUntil(const std::function<bool()>& condition);

/// What the window needs around it: folders of its own for settings and data, answers instead of dialogs, a light theme
/// without motion, and a clock that stands still at 15:40. One at a time; needs a QApplication.
class Stage
{
public:
    Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// A file of the sample network in the stage's folder; made once a process and copied.
    QString sample(const QString& name = QStringLiteral("sample.weavemap"), int members = 142) const;
    /// A file without anybody in it.
    QString emptyFile(const QString& name = QStringLiteral("empty.weavemap")) const;
    /// Writes `text` as UTF-8 and gives the path.
    QString textFile(const QString& name, const QByteArray& text) const;

    ui::Settings& settings() { return *m_settings; }
    ui::ScriptedDialogs& dialogs() { return m_dialogs; }
    ui::ThemeController& theme() { return *m_theme; }
    const Clock& clock() const { return m_clock; }

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    ui::ScriptedDialogs m_dialogs;
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::ThemeController> m_theme;
};

} // namespace weavemap::uitest
