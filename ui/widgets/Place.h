// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include "core/domain/Ids.h"

namespace weavemap::ui {

class Dialogs;
class FiguresService;
class Jobs;
class PeopleModel;
class Session;
class Settings;
class ThemeController;

/// The places of the window. Ctrl+1 to 8 lead to the first eight; a place that is not there yet leaves its number free.
enum class PlaceId {
    today,
    conversations,
    map,
    members,
    introductions,
    health,
    charts,
    reports,
    history,
    settings,
    questions,
    activities
};

/// What every place works with. All of it lives longer than the places.
struct Office
{
    Session& session;
    Jobs& jobs;
    Settings& settings;
    Dialogs& dialogs;
    ThemeController& theme;
    PeopleModel& people;     ///< everybody in the open file
    FiguresService& figures; ///< the measures of the network, kept fresh
};

/// A page of the window. Places know the office, not each other: they ask for what another place does by a signal,
/// which the shell wires.
class Place : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Called each time the place comes to the front.
    virtual void enter() {}
    /// Escape: one step back; false where there is none.
    virtual bool stepBack() { return false; }
    /// Ctrl+F.
    virtual void focusFilter() {}
    /// Ctrl+P; false where there is nothing to print or export here.
    virtual bool exportHere() { return false; }

Q_SIGNALS:
    void placeRequested(weavemap::ui::PlaceId place);
    /// Show this person's page.
    void personRequested(weavemap::PersonId person);
    /// Show this person's circle on the map.
    void circleRequested(weavemap::PersonId person);
    void conversationRequested(weavemap::ConversationId conversation);
    /// Show this introduction on its board.
    void introductionRequested(weavemap::IntroductionId introduction);
    void conveningRequested(weavemap::ConveningId convening);
    void projectRequested(weavemap::ProjectId project);
    /// Show this tie on the map, with who told of it.
    void tieRequested(weavemap::TieId tie);
    /// Start logging a call; an id of 0 means nobody chosen yet.
    void logCallRequested(weavemap::PersonId person);
    void importRequested();
    /// A sentence for the foot of the window, gone after a while.
    void said(const QString& sentence);
    /// The same of a file that was written, with ways to open it.
    void fileWritten(const QString& sentence, const QString& path);
};

} // namespace weavemap::ui
