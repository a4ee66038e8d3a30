// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QTemporaryDir>
#include <QWidget>

#include "core/actions/Demo.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/Settings.h"
#include "ui/base/ThemeController.h"
#include "ui/jobs/Jobs.h"
#include "ui/map/MapPlace.h"
#include "ui/models/FiguresService.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// The map in a window of its own, over a file of a test. Everything around it is real but the dialogs.
class MapHost
{
public:
    /// `members` of the sample network; below 0: an empty file.
    explicit MapHost(ThemeController& theme, int members = 60, QSize size = {1248, 856});
    ~MapHost();

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Waits until the model has answered and the canvas shows it.
    bool settle();
    /// Does something that changes the file, and waits until it is stored and shown.
    bool afterChange(const std::function<void()>& action);
    /// The middle of somebody's disc, in px of the canvas.
    QPoint at(int person) const;
    int indexNamed(const QString& name) const;
    /// Two people of the map who have no tie, with room between them.
    std::pair<int, int> strangers() const;

private:
    QTemporaryDir m_folder;

public:
    Settings settings;
    ScriptedDialogs dialogs;
    Session session;
    Jobs jobs;
    PeopleModel people;
    FiguresService figures;
    Office office;
    std::unique_ptr<QWidget> window;
    MapPlace* place = nullptr;
};

} // namespace weavemap::ui
