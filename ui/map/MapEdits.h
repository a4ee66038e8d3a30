// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>
#include <QPointF>

#include "core/domain/Tie.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

class MapModel;

/// What the map changes in the file, each as one step with a label of its own. Moves and pins are the model's.
class MapEdits : public QObject
{
    Q_OBJECT

public:
    MapEdits(Office& office, MapModel& model, QObject* parent = nullptr);

    bool canEdit() const;
    /// Whether the map shows another day than today: people and ties are changed as they are today only. Says so, where
    /// it does. Moving and pinning is no such change: everybody has one place at every date.
    bool isRefused();
    void drawTie(PersonId a, PersonId b, TieDepth depth, Collaboration collaboration);
    void addPerson(const QString& name, QPointF at);
    /// Replaces the fields of a tie.
    void updateTie(const Tie& tie);
    void endTie(TieId tie);
    void removeTie(TieId tie);
    void archive(const std::vector<PersonId>& people);
    /// Asks whether to archive or to remove, then does it.
    void askAndRemove(const std::vector<PersonId>& people, QWidget* parent);

Q_SIGNALS:
    void said(const QString& sentence);
    void personAdded(weavemap::PersonId person);
    void tieStored(weavemap::PersonId a, weavemap::PersonId b);

private:
    QString nameOf(PersonId person) const;
    QString namesOf(const std::vector<PersonId>& people) const;
    QString pairOf(TieId tie) const;

    Office m_office;
    MapModel& m_model;
};

} // namespace weavemap::ui
