// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include "WindowBox.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"

namespace weavemap::uitest {

/// The map of the sample, drawn, with the keyboard on it.
struct OnTheMap
{
    WindowBox box;
    ui::MapCanvas* canvas = nullptr;

    OnTheMap()
    {
        box.open(box.sample());
        box.press(Qt::Key_3, Qt::ControlModifier);
        canvas = box.shown<ui::MapCanvas>("mapCanvas");
        if (!settle())
            qFatal("the map was not drawn");
        canvas->setFocus();
    }
    bool settle()
    {
        return waitUntil([this] { return canvas->picture() && !canvas->isDrawing(); }) && box.settle();
    }
    bool becomes(const std::function<bool()>& holds) { return waitUntil(holds) && settle(); }
    std::size_t ties() { return *box.records().ties.count(); }
    std::size_t people() { return *box.records().people.count(); }
    QString nameOf(PersonId person)
    {
        const auto found = box.records().people.find(person);
        return found && *found ? ui::toQString((*found)->name) : QString();
    }
    /// Finds somebody by name and chooses them.
    void find(const QString& name)
    {
        box.press(Qt::Key_F, Qt::ControlModifier);
        box.type(name);
        box.press(Qt::Key_Return);
        if (!settle() || canvas->selectedPeople().size() != 1 || nameOf(canvas->selectedPeople().front()) != name)
            qFatal("%s was not found", qPrintable(name));
    }
    std::string digest()
    {
        std::string digest;
        box.window().session().request<store::CheckReport>(
            [](store::Workspace& workspace) { return workspace.check(); },
            [&](Result<store::CheckReport> report) { digest = report ? report->digest : std::string("unreadable"); });
        (void)waitUntil([&] { return !digest.empty(); });
        return digest;
    }
    /// One step back or forth, and what it was called beforehand.
    QString step(Qt::KeyboardModifiers more = Qt::NoModifier)
    {
        const ui::Session& session = box.window().session();
        const QString label = more == Qt::NoModifier ? session.undoLabel() : session.redoLabel();
        const auto revision = session.revision();
        canvas->setFocus();
        box.press(Qt::Key_Z, Qt::ControlModifier | more);
        return becomes([&] { return session.revision() > revision; }) ? label : QStringLiteral("nothing happened");
    }
    /// Goes on with Tab until it is there.
    bool tabTo(const char* name)
    {
        for (int i = 0; i < 60; ++i, box.press(Qt::Key_Tab))
            if (QWidget* const at = QApplication::focusWidget();
                at != nullptr && at->objectName() == QLatin1String(name))
                return true;
        return false;
    }
    QString onlyName() const
    {
        const auto chosen = canvas->selectedPeople();
        const int at = chosen.size() == 1 ? canvas->model().indexOf(chosen.front()) : -1;
        return at < 0 ? QString() : canvas->model().input().people[static_cast<std::size_t>(at)].name;
    }
    bool areTied(PersonId a, PersonId b) { return box.records().ties.between(a, b)->has_value(); }
    /// Two people of the network without a tie.
    std::pair<PersonId, PersonId> strangers()
    {
        const ui::MapInput& input = canvas->model().input();
        for (std::uint32_t a = 0; a < input.people.size(); ++a)
            for (std::uint32_t b = a + 1; b < input.people.size(); ++b) {
                bool tied =
                    input.people[a].place != ui::MapArea::network || input.people[b].place != ui::MapArea::network;
                for (const ui::MapTie& tie : input.ties)
                    tied = tied || (tie.a == a && tie.b == b) || (tie.a == b && tie.b == a);
                if (!tied)
                    return {input.people[a].id, input.people[b].id};
            }
        qFatal("everybody knows everybody");
    }
};

} // namespace weavemap::uitest
