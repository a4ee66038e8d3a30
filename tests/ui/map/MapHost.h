// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <QPoint>
#include <QSize>
#include <QWidget>

#include "OfficeBox.h"
#include "ui/map/MapPlace.h"

namespace weavemap::ui {

/// The map in a window of its own, over a file of a test. Everything around it is real but the dialogs, and nothing
/// moves but where a test asks for motion.
class MapHost : public uitest::OfficeBox
{
public:
    /// `members` of the sample network; below 0: an empty file.
    explicit MapHost(int members = 60, QSize size = {1248, 856});
    ~MapHost();

    /// Waits until the model has answered and the canvas shows it.
    bool settle();
    /// Does something that changes the file, and waits until it is stored and shown.
    bool afterChange(const std::function<void()>& action);
    /// Of all that the file keeps: equal ones mean equal data.
    std::string digest();
    /// The middle of somebody's disc, in px of the canvas.
    QPoint at(int person) const;
    int indexNamed(const QString& name) const;
    /// Two people of the map who have no tie, with room between them.
    std::pair<int, int> strangers() const;

    std::unique_ptr<QWidget> window;
    MapPlace* place = nullptr;
};

} // namespace weavemap::ui
